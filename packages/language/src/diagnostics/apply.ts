import type { Diagnostic, Fix, TextEdit } from "./diagnostic.js";

/**
 * A text with edits applied to it, in whatever order they are given; the spans are of the text as it was. Insertions at one place keep the order
 * in which they are given. Which file the spans name is the caller's business. @throws {RangeError} for edits that overlap or lie outside.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = "";
  let at = 0;
  for (const { span, text: replacement } of ordered) {
    if (span.start < at || span.end < span.start || span.end > text.length)
      throw new RangeError(`an edit from ${span.start} to ${span.end} overlaps another or lies outside`);
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The edits of a fix that are of one file. */
export function editsIn(fix: Fix, file: string): TextEdit[] {
  return fix.edits.filter(({ span }) => span.file === file);
}

/** A fix and the diagnostic that offers it. */
export interface OfferedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/**
 * Safe fixes that can be applied together: of each diagnostic the first that is safe and that touches no text that one before it changes, not even
 * at its edge. What is left out is offered again by a second check.
 */
export function safeFixes(diagnostics: readonly Diagnostic[]): OfferedFix[] {
  const chosen: OfferedFix[] = [];
  const taken: TextEdit[] = [];
  const meets = (a: TextEdit, b: TextEdit): boolean =>
    a.span.file === b.span.file && a.span.start <= b.span.end && b.span.start <= a.span.end;
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find(
      ({ safe, edits }) => safe && !edits.some((edit) => taken.some((other) => meets(edit, other))),
    );
    if (fix === undefined) continue;
    chosen.push({ diagnostic, fix });
    taken.push(...fix.edits);
  }
  return chosen;
}
