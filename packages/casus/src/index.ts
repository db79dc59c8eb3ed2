export type {
  Answer,
  AnswerChange,
  AnswerKey,
  Answers,
  AnswersComparison,
  CheckResult,
  ClaimShift,
  ClaimSummary,
  Curve,
  ExplainedDistribution,
  ExplainedName,
  Explanation,
  Measured,
  PlainDiagnostic,
  PlainPosition,
  Quantiles,
  QuantityShare,
  RestsOn,
  SeriesPoint,
} from "@casus/engine";
export { compareAnswers } from "@casus/engine";
export {
  addMonths,
  type Coverage,
  type CoverageProblem,
  type CoveredSentence,
  changedDeclarations,
  closeDate,
  type DeclarationChange,
  dayNumber,
  type FormatOptions,
  format,
  isoDate,
  lineText,
  type Model,
  parse,
  positionAt,
  type ReadResult,
  type SentenceStatus,
  type SourceCoverage,
  type SourceText,
  type Span,
  sourceText,
  type World,
} from "@casus/language";
export { type GitPlace, gitPlace } from "./node/git.js";
export { type FileOptions, open, turn } from "./node/open.js";
export { type RepairedFile, repair } from "./node/repair.js";
export { limits, nodePlace, standardInput } from "./node/world.js";
export { defaultRuns, type OpenModel, type OpenOptions, openAt, type RunOptions } from "./open-model.js";
export type { Place } from "./place.js";
export { type Sources, toPlain } from "./plain.js";
export { type AppliedFix, type Repaired, repairAt } from "./repair.js";
export { titleOf } from "./titles.js";
export { version } from "./version.js";
export {
  type CauseEffect,
  compareVersions,
  type ExplainedChange,
  type VersionComparison,
} from "./versions/compare.js";
