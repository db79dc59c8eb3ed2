import type { Span } from "../text/source-text.js";
import { type DiagnosticCode, severityOf } from "./catalogue.js";
import type { Diagnostic, DiagnosticExtra, Report } from "./diagnostic.js";

/** A fresh collector: `report` appends to `diagnostics`; the severity is the code's own. */
export function reporter(): { report: Report; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code: DiagnosticCode, span: Span, message: string, extra?: DiagnosticExtra) => {
    diagnostics.push({
      code,
      severity: severityOf(code),
      span,
      message,
      labels: extra?.labels ?? [],
      notes: extra?.notes ?? [],
      fixes: extra?.fixes ?? [],
    });
  };
  return { report, diagnostics };
}
