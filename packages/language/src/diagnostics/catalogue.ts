import { askCodes } from "./codes/asks.js";
import { declarationCodes } from "./codes/declarations.js";
import { distributionCodes } from "./codes/distributions.js";
import { expressionCodes } from "./codes/expressions.js";
import { nameCodes } from "./codes/names.js";
import { recordCodes } from "./codes/record.js";
import { runCodes } from "./codes/runs.js";
import { syntaxCodes } from "./codes/syntax.js";
import { timeCodes } from "./codes/time.js";
import type { Severity } from "./diagnostic.js";

/**
 * Every diagnostic that the product can give, by its stable code. A code's letter is its severity (E error, W warning, I information), its first
 * two digits the family. A code is never given a new meaning; one that is no longer used is left out.
 */
export const catalogue = {
  ...syntaxCodes, // 01
  ...nameCodes, // 02
  ...expressionCodes, // 03: types and units
  ...timeCodes, // 04
  ...declarationCodes, // 05: stocks, events, choices, treaties, exchanges
  ...distributionCodes, // 06
  ...recordCodes, // 07: sources, claims, quotes, evidence
  ...askCodes, // 08: scenarios, questions, checks
  ...runCodes, // 09: files, limits, and what a run finds out
};

export type DiagnosticCode = keyof typeof catalogue;

export function severityOf(code: DiagnosticCode): Severity {
  return code.startsWith("E") ? "error" : code.startsWith("W") ? "warning" : "info";
}
