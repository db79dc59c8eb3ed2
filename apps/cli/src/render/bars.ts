import type { Pen } from "./look.js";

const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A bar for a share from 0 to 1, `width` columns wide, the rest in a faint ground. */
export function bar(share: number, width: number, pen: Pen): string {
  const part = Math.max(0, Math.min(1, share));
  if (!pen.unicode) {
    const full = Math.round(part * width);
    return "#".repeat(full) + ".".repeat(width - full);
  }
  const units = part > 0 ? Math.max(1, Math.round(part * width * 8)) : 0;
  const filled = "█".repeat(units >> 3) + (eighths[units & 7] ?? "");
  return pen.name(filled) + pen.dim("·".repeat(Math.max(0, width - Math.ceil(units / 8))));
}

/** A range with its middle on a common scale: `  ├───●────┤  `. */
export function whisker(
  range: { readonly low: number; readonly middle: number; readonly high: number },
  scale: { readonly low: number; readonly high: number },
  width: number,
  pen: Pen,
): string {
  const span = scale.high - scale.low;
  const column = (value: number): number =>
    span > 0 ? Math.max(0, Math.min(width - 1, Math.round(((value - scale.low) / span) * (width - 1)))) : 0;
  const [low, middle, high] = [column(range.low), column(range.middle), column(range.high)];
  const signs = pen.unicode
    ? { left: "├", line: "─", right: "┤", middle: "●" }
    : { left: "|", line: "-", right: "|", middle: "o" };
  let text = "";
  for (let x = 0; x < width; x++) {
    if (x === middle) text += pen.number(signs.middle);
    else if (x < low || x > high) text += " ";
    else text += pen.name(x === low ? signs.left : x === high ? signs.right : signs.line);
  }
  return text;
}
