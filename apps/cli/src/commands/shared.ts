import { lineText, type PlainDiagnostic, type Sources } from "casus";
import type { LineOf } from "../render/diagnostic.js";

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
