import type { PlainDiagnostic, PlainPosition } from "@casus/engine";
import { type Diagnostic, positionAt, type SourceText, type Span } from "@casus/language";

/** Texts by the names that spans use. */
export type Sources = ReadonlyMap<string, SourceText>;

/** Diagnostics with lines and columns in place of offsets. A file that is not among the sources gets line 1, column 1. */
export function toPlain(diagnostics: readonly Diagnostic[], sources: Sources): PlainDiagnostic[] {
  const place = (span: Span): { file: string; from: PlainPosition; to: PlainPosition } => {
    const source = sources.get(span.file);
    const at = (offset: number): PlainPosition =>
      source === undefined ? { line: 1, column: 1 } : positionAt(source, offset);
    return { file: span.file, from: at(span.start), to: at(span.end) };
  };
  return diagnostics.map(({ code, severity, message, span, labels, notes, fixes }) => ({
    code,
    severity,
    message,
    ...place(span),
    labels: labels.map((label) => ({ message: label.message, ...place(label.span) })),
    notes,
    fixes: fixes.map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map((edit) => ({ ...place(edit.span), text: edit.text })),
    })),
  }));
}
