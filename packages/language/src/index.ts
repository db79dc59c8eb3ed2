/** The language: text to a checked model. Pure: files come in through a `World`. */

export { type Checked, type CheckOptions, checkModel } from "./check/model.js";
export { changedDeclarations, type DeclarationChange } from "./compare/index.js";
export { applyEdits, editsIn, type OfferedFix, safeFixes } from "./diagnostics/apply.js";
export { catalogue, type DiagnosticCode, severityOf } from "./diagnostics/catalogue.js";
export type * from "./diagnostics/diagnostic.js";
export { isError } from "./diagnostics/diagnostic.js";
export { reporter } from "./diagnostics/report.js";
export { type FormatOptions, format } from "./format/format.js";
export type * from "./model/distribution.js";
export type * from "./model/expression.js";
export type * from "./model/model.js";
export * from "./reading/index.js";
export * from "./syntax/index.js";
export * from "./text/source-text.js";
export * from "./time/calendar.js";
export * from "./time/timeline.js";
export { bare, type Unit, type UnitFactor, unitText } from "./units/unit.js";
export * from "./words/scales.js";
export * from "./world.js";
