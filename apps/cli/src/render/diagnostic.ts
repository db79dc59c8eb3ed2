import type { PlainDiagnostic, PlainPosition } from "casus";
import { escapeLine } from "./escape.js";
import type { Pen, Style } from "./look.js";
import { padStart, widthOf, wrap } from "./width.js";

/** Lines of a file, for code frames; null where the text is not at hand. */
export type LineOf = (file: string, line: number) => string | null;

interface Mark {
  readonly file: string;
  readonly from: PlainPosition;
  readonly to: PlainPosition;
  readonly message: string;
  readonly isMain: boolean;
}

/** One diagnostic in full: what is wrong, where, with the lines that take part, notes, and fixes with their edits. */
export function diagnosticLines(diagnostic: PlainDiagnostic, lineOf: LineOf, pen: Pen): string[] {
  const paint = severityStyle(diagnostic.severity, pen);
  const word = diagnostic.severity === "info" ? "note" : diagnostic.severity;
  const head = `${word} ${diagnostic.code}: `;
  const [first = "", ...more] = wrap(head + pen.text(diagnostic.message), pen.width, 2);
  const lines = [paint(head.trimEnd()) + pen.bold(first.slice(head.length - 1)), ...more.map(pen.bold)];
  const marks: Mark[] = [
    { ...diagnostic, message: "", isMain: true },
    ...diagnostic.labels.map((label) => ({ ...label, isMain: false })),
  ];
  const gutter = String(Math.max(...marks.map(({ from }) => from.line))).length;
  for (const file of new Set(marks.map((mark) => mark.file))) {
    lines.push(
      ...frameLines(
        marks.filter((mark) => mark.file === file),
        file,
        gutter,
        lineOf,
        paint,
        pen,
      ),
    );
  }
  for (const note of diagnostic.notes)
    lines.push(...wrap(`Note: ${pen.text(note)}`, pen.width - 2, 6).map((line) => `  ${line}`));
  for (const fix of diagnostic.fixes) lines.push(...fixLines(fix, gutter, lineOf, pen));
  return lines;
}

function severityStyle(severity: PlainDiagnostic["severity"], pen: Pen): Style {
  return severity === "error" ? pen.bad : severity === "warning" ? pen.doubtful : pen.note;
}

/** The lines of one file that take part, in their order, each with its marks below it. */
function frameLines(
  marks: readonly Mark[],
  file: string,
  gutter: number,
  lineOf: LineOf,
  paint: Style,
  pen: Pen,
): string[] {
  const bars = pen.unicode ? { corner: "┌─", side: "│", gap: "┆" } : { corner: "-->", side: "|", gap: ":" };
  const main = marks.find(({ isMain }) => isMain) ?? marks[0];
  const place = main === undefined ? "" : `:${main.from.line}:${main.from.column}`;
  const lines = [`${" ".repeat(gutter + 1)}${pen.dim(bars.corner)} ${pen.text(file)}${place}`];
  const numbers = [...new Set(marks.map(({ from }) => from.line))].sort((a, b) => a - b);
  let before: number | null = null;
  for (const number of numbers) {
    const text = lineOf(file, number);
    if (text === null) continue;
    if (before !== null && number > before + 1) lines.push(`${" ".repeat(gutter + 1)}${pen.dim(bars.gap)}`);
    before = number;
    const window = windowOf(
      text,
      marks.filter(({ from }) => from.line === number),
      pen.width - gutter - 3,
      pen,
    );
    lines.push(`${pen.dim(`${padStart(String(number), gutter)} ${bars.side}`)} ${window.text}`);
    for (const mark of marks.filter(({ from }) => from.line === number)) {
      const end = mark.to.line > number ? text.length + 1 : mark.to.column;
      const left = window.column(mark.from.column);
      const width = Math.max(1, window.column(end) - left);
      const sign = (mark.isMain ? "^" : "-").repeat(width);
      const style = mark.isMain ? paint : pen.note;
      const room = pen.width - gutter - 3;
      const side = `${" ".repeat(gutter + 1)}${pen.dim(bars.side)} `;
      const message = pen.text(mark.message);
      if (message === "" || left + width + 1 + widthOf(message) <= room) {
        lines.push(`${side}${" ".repeat(left)}${style(message === "" ? sign : `${sign} ${message}`)}`);
      } else {
        const indent = Math.min(left, Math.max(0, room - 30));
        lines.push(`${side}${" ".repeat(left)}${style(sign)}`);
        for (const line of wrap(message, room - indent))
          lines.push(`${side}${" ".repeat(indent)}${style(line)}`);
      }
    }
  }
  return lines;
}

/** The part of a line around its marks that fits, and where its columns stand on the screen. */
function windowOf(
  text: string,
  marks: readonly Mark[],
  room: number,
  pen: Pen,
): { text: string; column(column: number): number } {
  const screen = (from: number, to: number): string => escapeLine(text.slice(from, to), pen.unicode);
  if (widthOf(screen(0, text.length)) <= room) {
    return { text: screen(0, text.length), column: (column) => widthOf(screen(0, column - 1)) };
  }
  const first = Math.min(...marks.map(({ from }) => from.column)) - 1;
  const start = Math.max(0, first - Math.floor(room / 4));
  const { ellipsis } = pen.signs;
  const lead = start > 0 ? ellipsis : "";
  let end = start;
  while (end < text.length && widthOf(lead + screen(start, end + 1)) <= room - widthOf(ellipsis)) end++;
  return {
    text: lead + screen(start, end) + (end < text.length ? ellipsis : ""),
    column: (column) => widthOf(lead + screen(start, Math.max(start, Math.min(column - 1, end)))),
  };
}

/** A fix by its title, and, where it changes one line, that line as it would be. */
function fixLines(fix: PlainDiagnostic["fixes"][number], gutter: number, lineOf: LineOf, pen: Pen): string[] {
  const lines = wrap(`Fix: ${pen.text(fix.title)}`, pen.width - 2, 5).map((line, index) =>
    index === 0 ? `  ${pen.good(line.slice(0, 4))}${line.slice(4)}` : `  ${line}`,
  );
  const edits = [...fix.edits].sort((a, b) => a.from.line - b.from.line || b.from.column - a.from.column);
  for (const number of new Set(edits.map(({ from }) => from.line))) {
    const own = edits.filter(({ from }) => from.line === number);
    const first = own[0];
    const text = first === undefined ? null : lineOf(first.file, number);
    if (text === null || first === undefined || own.some(({ from, to }) => from.line !== to.line)) continue;
    let after = text;
    for (const edit of own)
      after = after.slice(0, edit.from.column - 1) + edit.text + after.slice(edit.to.column - 1);
    const sign = pen.dim(`${padStart(String(number), gutter)} ${pen.unicode ? "│" : "|"}`);
    for (const line of after.split(/\r?\n/)) lines.push(`${sign} ${pen.good(escapeLine(line, pen.unicode))}`);
  }
  return lines;
}

/** `1 error, 2 warnings`; empty for nothing. */
export function tally(diagnostics: readonly PlainDiagnostic[]): string {
  const count = (severity: string): number => diagnostics.filter((each) => each.severity === severity).length;
  const parts = [
    [count("error"), "error"],
    [count("warning"), "warning"],
    [count("info"), "note"],
  ] as const;
  return parts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}${n === 1 ? "" : "s"}`)
    .join(", ");
}
