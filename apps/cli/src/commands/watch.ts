import type { InputOutput } from "../terminal/io.js";
import { writeLines } from "../terminal/io.js";
import { watchFiles } from "../terminal/watcher.js";

/** One time through. It says which files it looked at, by absolute path, as it goes along; where the signal is aborted it ends soon and writes nothing more. */
export type Pass = (signal: AbortSignal, onRead: (path: string) => void) => Promise<void>;

/**
 * Makes a pass, and another one whenever a file that the last one looked at changes; one that is under way is then given up. Ends with the first interrupt,
 * with status 0.
 */
export async function watching(pass: Pass, io: InputOutput): Promise<number> {
  let isOver = false;
  let isStale = false;
  let current = new AbortController();
  let wake: () => void = () => {};
  const release = io.onInterrupt(() => {
    isOver = true;
    current.abort();
    wake();
  });
  const watcher = watchFiles(() => {
    isStale = true;
    current.abort();
    wake();
  });
  let known: ReadonlySet<string> = new Set();
  try {
    while (!isOver) {
      isStale = false;
      current = new AbortController();
      const paths = new Set<string>();
      newPage(io, known.size > 0);
      const { signal } = current;
      await pass(signal, (path) => {
        // Watched from before it is read, so that no change falls in between.
        if (!paths.has(path)) watcher.watch([...known, ...paths.add(path)]);
      });
      if (isOver) break;
      if (isStale) continue;
      known = paths;
      watcher.watch([...paths]);
      writeLines(io.stderr, [
        `Watching ${paths.size === 1 ? "1 file" : `${paths.size} files`}; Ctrl-C ends it.`,
      ]);
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (isOver || isStale) resolve();
      });
    }
  } finally {
    watcher.close();
    release();
  }
  return 0;
}

/** The screen is cleared on a terminal alone; elsewhere pages stand below each other. */
function newPage(io: InputOutput, isAnother: boolean): void {
  if (io.stdout.isTTY === true) io.stdout.write("\u001b[2J\u001b[3J\u001b[H");
  else if (isAnother) writeLines(io.stdout, [""]);
}
