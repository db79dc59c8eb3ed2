/** How many columns a terminal gives to a text (East Asian Width, UAX 11: W and F take two; ambiguous ones take one). */

/** Ranges of code points that are wide. Emoji are told by their own property. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x17000, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3fffd],
];
const zero = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const emoji = /\p{Emoji_Presentation}|\ufe0f/u;
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const escapeSequence = /\u001b\[[0-9;]*m/g;

/** Columns that a line takes; colour sequences take none. */
export function widthOf(text: string): number {
  if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text.replace(escapeSequence, "")))
    width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(grapheme: string): number {
  if (emoji.test(grapheme)) return 2;
  const code = grapheme.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (zero.test(String.fromCodePoint(code))) return 0;
  return wideRanges.some(([low, high]) => code >= low && code <= high) ? 2 : 1;
}

/** Fills up with spaces on the right to a number of columns; longer texts stay. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Fills up with spaces on the left. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Cuts a plain text to a number of columns, at a word's end where one is near, with `ellipsis` in place of what is left out. */
export function shorten(text: string, width: number, ellipsis = "…"): string {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(ellipsis);
  if (room <= 0) return ellipsis.slice(0, Math.max(0, width));
  let taken = "";
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    used += graphemeWidth(segment);
    if (used > room) break;
    taken += segment;
  }
  const space = taken.lastIndexOf(" ");
  const cut = space > taken.length * 0.6 ? taken.slice(0, space) : taken;
  return cut.replace(/[\s,;:.–—-]+$/u, "") + ellipsis;
}

/** Breaks a plain text into lines of at most `width` columns, at spaces where it can. Lines after the first are indented by `hang` columns within the width. */
export function wrap(text: string, width: number, hang = 0): string[] {
  const lines: string[] = [];
  let line = "";
  const room = (): number => Math.max(8, width - (lines.length > 0 ? hang : 0));
  for (const word of text.split(" ")) {
    let rest = word;
    if (line !== "" && widthOf(line) + 1 + widthOf(rest) > room()) {
      lines.push(line);
      line = "";
    }
    while (widthOf(rest) > room()) {
      const head = headOf(rest, room());
      lines.push(head);
      rest = rest.slice(head.length);
    }
    line = line === "" ? rest : `${line} ${rest}`;
  }
  lines.push(line);
  return lines.map((each, index) => (index > 0 ? " ".repeat(hang) + each : each));
}

function headOf(text: string, width: number): string {
  let taken = "";
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    used += graphemeWidth(segment);
    if (used > width && taken !== "") break;
    taken += segment;
  }
  return taken;
}
