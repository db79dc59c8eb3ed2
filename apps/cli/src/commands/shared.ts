import { isoDate, lineText, type OpenModel, type PlainDiagnostic, type Sources } from "casus";
import { diagnosticLines, type LineOf } from "../render/diagnostic.js";
import { type InputOutput, penOn, writeLines } from "../terminal/io.js";

/** Lines of the texts that were read. */
export function lineReader(sources: Sources): LineOf {
  return (file, line) => {
    const source = sources.get(file);
    return source === undefined ? null : lineText(source, line);
  };
}

/** Errors before warnings before notes, and each by its place. */
export function inOrder(diagnostics: readonly PlainDiagnostic[]): PlainDiagnostic[] {
  const rank = { error: 0, warning: 1, info: 2 } as const;
  return [...diagnostics].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.from.line - b.from.line ||
      a.from.column - b.from.column,
  );
}

/** The errors of a model in full on standard error; with `family`, the two digits of a code, those of that family alone. */
export function writeFaults(model: OpenModel, io: InputOutput, family = ""): void {
  const pen = penOn(io, io.stderr);
  const errors = inOrder(model.diagnostics).filter(
    ({ severity, code }) => severity === "error" && code.startsWith(`E${family}`),
  );
  for (const error of errors)
    writeLines(io.stderr, [...diagnosticLines(error, lineReader(model.sources), pen), ""]);
}

export function isoOf(day: number | null): string | null {
  return day === null ? null : isoDate(day);
}
