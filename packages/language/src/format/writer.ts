import { widthOf } from "./pieces.js";

/** A line of the formatted text. */
interface Line {
  /** Empty lines in front of it. */
  readonly blank: number;
  text: string;
  /** The line comment at its end; columns of comments are found when all lines are known. */
  comment: string | null;
}

/** The formatted text as far as it has been written. */
export interface Writer {
  readonly lines: Line[];
}

export function startLine(writer: Writer, indent: number, blank: number): void {
  writer.lines.push({
    blank: writer.lines.length === 0 ? 0 : blank,
    text: " ".repeat(indent),
    comment: null,
  });
}

/** Goes on with the current line; a text over several lines leaves the last of them open. */
export function add(writer: Writer, text: string): void {
  if (writer.lines.length === 0) startLine(writer, 0, 0);
  const [first = "", ...others] = text.split("\n");
  const current = writer.lines.at(-1);
  if (current !== undefined) current.text += first;
  for (const line of others) writer.lines.push({ blank: 0, text: line, comment: null });
}

/** Ends the current line with a comment. */
export function addComment(writer: Writer, comment: string): void {
  if (writer.lines.length === 0) startLine(writer, 0, 0);
  const current = writer.lines.at(-1);
  if (current !== undefined) current.comment = comment;
}

/** The column behind what the current line holds. */
export function columnOf(writer: Writer): number {
  const current = writer.lines.at(-1);
  return current === undefined ? 0 : widthOf(current.text);
}

/** The whole text. Comments at the ends of lines that follow each other stand in one column where the width allows it. */
export function textOf(writer: Writer, width: number): string {
  const { lines } = writer;
  const result: string[] = [];
  for (let first = 0; first < lines.length; ) {
    let end = first + 1;
    if (lines[first]?.comment !== null)
      while (end < lines.length && lines[end]?.comment !== null && lines[end]?.blank === 0) end++;
    for (const line of withComments(lines.slice(first, end), width)) result.push(line);
    first = end;
  }
  return result.length === 0 ? "" : `${result.join("\n")}\n`;
}

const COMMENT_GAP = 2;

function withComments(run: readonly Line[], width: number): string[] {
  const texts = run.map(({ text }) => text.replace(/[ \t]+$/, ""));
  const ends = texts.map(widthOf);
  const common = ends.reduce((most, end) => Math.max(most, end), 0) + COMMENT_GAP;
  const fits = run.every(
    ({ comment }, i) =>
      comment === null ||
      common + widthOf(comment) <= width ||
      (ends[i] as number) + COMMENT_GAP + widthOf(comment) > width,
  );
  let column = common;
  return run.flatMap(({ blank, comment }, i) => {
    const text = texts[i] as string;
    if (!fits && text !== "") column = (ends[i] as number) + COMMENT_GAP;
    const line = comment === null ? text : text + " ".repeat(column - (ends[i] as number)) + comment;
    return [...Array.from({ length: blank }, () => ""), line];
  });
}
