export type {
  Answer,
  Answers,
  CheckResult,
  ClaimShift,
  ClaimSummary,
  PlainDiagnostic,
  PlainPosition,
  Quantiles,
  QuantityShare,
  RestsOn,
  SeriesPoint,
} from "@casus/engine";
export {
  addMonths,
  closeDate,
  dayNumber,
  isoDate,
  lineText,
  type Model,
  type ReadResult,
  type SourceText,
  sourceText,
  type World,
} from "@casus/language";
export { open } from "./node/open.js";
export { limits, nodePlace, standardInput } from "./node/world.js";
export { defaultRuns, type OpenModel, type OpenOptions, openAt, type RunOptions } from "./open-model.js";
export type { Place } from "./place.js";
export { type Sources, toPlain } from "./plain.js";
export { titleOf } from "./titles.js";
export { version } from "./version.js";
