/** Writes a program of the corpus with its diagnostics beside the lines that cause them. */
import {
  applyEdits,
  type Diagnostic,
  editsIn,
  type Fix,
  positionAt,
  type SourceText,
  type Span,
} from "@casus/language";
import type { Examined } from "./examine.js";
import { headOf, type Part, type Program, withEscapes } from "./programs.js";

/** The program as it must stand in its file: the same text, and below each line what is said of it. */
export function annotated(program: Program, { diagnostics, sources }: Examined): string {
  const { escaped } = program.options;
  const show = (text: string): string => withEscapes(text, escaped);
  const own = new Set(program.parts.filter(isModel).map(({ file }) => file));
  const lines = [`=== ${headOf(program)}`];
  program.parts.forEach((part, index) => {
    if (index > 0) lines.push(`--- ${part.file}${part.trouble === "" ? "" : ` | ${part.trouble}`}`);
    if (part.text === null) return;
    const here = diagnostics.filter(({ span }) => span.file === part.file && own.has(part.file));
    lines.push(...partLines(part.text, here, sources, show));
    if (index > 0) return;
    // What belongs to no text of the program: the expression of `--set`, or a file that cannot be had.
    for (const each of inOrder(diagnostics.filter(({ span }) => !own.has(span.file)))) {
      const { line, columns } = placeOf(each.span, sources);
      const head = `// in ${each.span.file} line ${line}: ${columns} ${each.code} ${show(each.message)}`;
      insertBeforeEnd(lines, [head, ...details(each, sources, show)]);
    }
  });
  if (program.fixed !== null) lines.push("--- fixed", ...show(program.fixed).split("\n"));
  return lines.join("\n");
}

const isModel = ({ file, text }: Part): boolean => file.endsWith(".casus") && text !== null;

/** The last line of a part is what stands behind its last line end, mostly nothing. */
function insertBeforeEnd(lines: string[], more: readonly string[]): void {
  lines.splice(lines.at(-1) === "" ? lines.length - 1 : lines.length, 0, ...more);
}

function partLines(
  text: string,
  diagnostics: readonly Diagnostic[],
  sources: Examined["sources"],
  show: (text: string) => string,
): string[] {
  return text.split("\n").flatMap((raw, index) => {
    const mine = diagnostics.filter(({ span }) => positionIn(span, sources, "start").line === index + 1);
    return [
      show(raw),
      ...inOrder(mine).flatMap((each) => [
        headLine(each, raw, sources, show),
        ...details(each, sources, show),
      ]),
    ];
  });
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0) ||
      (a.message < b.message ? -1 : 1),
  );
}

/** `//   ^^^^ E0203 message`, or, where the marks find no room behind the slashes, `// 1-4 E0203 message`. */
function headLine(
  each: Diagnostic,
  raw: string,
  sources: Examined["sources"],
  show: (text: string) => string,
): string {
  const from = positionIn(each.span, sources, "start");
  const to = positionIn(each.span, sources, "end");
  const left = show(raw.slice(0, from.column - 1)).length;
  const width = show(raw.slice(from.column - 1, to.column - 1)).length;
  const says = `${each.code} ${show(each.message)}`;
  if (left < 2 || left > 120 || to.line !== from.line || width > 80)
    return `// ${placeOf(each.span, sources).columns} ${says}`;
  return `//${" ".repeat(left - 2)}${width === 0 ? "|" : "^".repeat(width)} ${says}`;
}

function details(each: Diagnostic, sources: Examined["sources"], show: (text: string) => string): string[] {
  const labels = each.labels.map(({ span, message }) => {
    const file = span.file === each.span.file ? "" : ` in ${span.file}`;
    return `label: ${placeOf(span, sources).columns}${file} \`${show(lineOf(span, sources))}\`: ${show(message)}`;
  });
  const notes = each.notes.map((note) => `note: ${show(note)}`);
  const fixes = each.fixes.map(
    (fix) => `${fix.safe ? "safe fix" : "fix"}: ${show(fix.title)} → ${show(outcome(fix, sources))}`,
  );
  return [...labels, ...notes, ...fixes].map((line) => `//     ${line.replaceAll("\n", "⏎")}`);
}

/** The lines that a fix changes, as they are then. */
function outcome(fix: Fix, sources: Examined["sources"]): string {
  const files = [...new Set(fix.edits.map(({ span }) => span.file))];
  return files
    .map((file) => {
      const before = (sources.get(file)?.text ?? "").split("\n");
      const after = applyEdits(sources.get(file)?.text ?? "", editsIn(fix, file)).split("\n");
      let top = 0;
      while (top < before.length && top < after.length && before[top] === after[top]) top++;
      let bottom = 0;
      while (
        bottom < before.length - top &&
        bottom < after.length - top &&
        before[before.length - 1 - bottom] === after[after.length - 1 - bottom]
      )
        bottom++;
      const changed = after.slice(top, after.length - bottom).map((line) => line.trim());
      return changed.length === 0 ? "(the line is left out)" : changed.join(" ⏎ ");
    })
    .join("; ");
}

/** `7-12`: from the column of the first character to that behind the last; `7-+2:5` where the span ends two lines below. */
function placeOf(span: Span, sources: Examined["sources"]): { line: number; columns: string } {
  const from = positionIn(span, sources, "start");
  const to = positionIn(span, sources, "end");
  const end = to.line === from.line ? `${to.column}` : `+${to.line - from.line}:${to.column}`;
  return { line: from.line, columns: `${from.column}-${end}` };
}

function positionIn(
  span: Span,
  sources: Examined["sources"],
  which: "start" | "end",
): { line: number; column: number } {
  const source: SourceText | undefined = sources.get(span.file);
  return source === undefined ? { line: 1, column: 1 } : positionAt(source, span[which]);
}

function lineOf(span: Span, sources: Examined["sources"]): string {
  const { line } = positionIn(span, sources, "start");
  return (sources.get(span.file)?.text.split("\n")[line - 1] ?? "").trim();
}
