import type { Span } from "../text/source-text.js";
import type { DiagnosticCode } from "./catalogue.js";

export type Severity = "error" | "warning" | "info";

/** Another place that takes part in a fault, with what it contributes. */
export interface Label {
  readonly span: Span;
  readonly message: string;
}

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** One repair that can be applied as it is. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** True where applying it cannot change what a correct reading of the text means. */
  readonly safe: boolean;
}

/** What is wrong or doubtful, as data: rendering it is the business of whoever shows it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly span: Span;
  /** What was understood and what is wrong with it, in an analyst's words; one or two sentences, no code. */
  readonly message: string;
  readonly labels: readonly Label[];
  readonly notes: readonly string[];
  readonly fixes: readonly Fix[];
}

/** Collects diagnostics; the severity of each comes from the catalogue. */
export type Report = (code: DiagnosticCode, span: Span, message: string, extra?: DiagnosticExtra) => void;

export interface DiagnosticExtra {
  readonly labels?: readonly Label[];
  readonly notes?: readonly string[];
  readonly fixes?: readonly Fix[];
}

/** A fix that replaces one span. */
export function replaceFix(title: string, span: Span, text: string, safe = false): Fix {
  return { title, edits: [{ span, text }], safe };
}

export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === "error";
}
