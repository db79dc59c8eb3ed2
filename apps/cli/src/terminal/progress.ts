import { group } from "../render/numbers.js";
import type { Surface } from "./capabilities.js";

/** Where progress is drawn: standard error, or a stand-in. */
export interface ProgressStream extends Surface {
  write(text: string): unknown;
}

export interface Progress {
  update(done: number, total: number): void;
  /** Takes the line away again. */
  end(): void;
}

const redrawMilliseconds = 100;
/** What is over in a blink needs no line. */
const quietMilliseconds = 250;

/** One line, redrawn at most ten times a second, on a terminal alone: runs done and the time that the rest will take. */
export function progressOn(stream: ProgressStream, now: () => number, unicode: boolean): Progress {
  const start = now();
  let drawn = start;
  let isShown = false;
  return {
    update(done, total) {
      const time = now();
      if (stream.isTTY !== true || time - start < quietMilliseconds || time - drawn < redrawMilliseconds)
        return;
      drawn = time;
      isShown = true;
      stream.write(`\r\u001b[2K${progressLine(done, total, time - start, unicode)}`);
    },
    end() {
      if (isShown) stream.write("\r\u001b[2K");
      isShown = false;
    },
  };
}

/** `45,000 of 100,000 runs ████▌·····  about 3 s left`. */
export function progressLine(done: number, total: number, milliseconds: number, unicode: boolean): string {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const full = Math.round(share * 20);
  const bar = (unicode ? "█" : "#").repeat(full) + (unicode ? "·" : ".").repeat(20 - full);
  const left = done > 0 ? ((total - done) * milliseconds) / done / 1000 : null;
  return `${bar} ${group(done)} of ${group(total)} runs${left === null || share >= 1 ? "" : `, about ${duration(left)} left`}`;
}

function duration(seconds: number): string {
  if (seconds < 1.5) return "1 s";
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
