import type { Pen } from "./look.js";
import { widthOf, wrap } from "./width.js";

/** Short phrases with dots between them; a line ends between two of them where it can. */
export function joinItems(items: readonly string[], width: number, pen: Pen): string[] {
  const lines: string[] = [];
  let line = "";
  for (const item of items) {
    const joined = line === "" ? item : `${line} ${pen.signs.dot} ${item}`;
    if (line !== "" && widthOf(joined) > width) {
      lines.push(line);
      line = item;
    } else line = joined;
  }
  return [...lines, ...(line === "" ? [] : [line])].flatMap((each) => wrap(each, width, 2));
}
