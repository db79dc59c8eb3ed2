/** How what was said weighs the runs. */

export {
  type Accuracies,
  decibans,
  fixedAccuracies,
  type Likelihood,
  likelihood,
  logOdds,
  posterior,
  type Report,
  type Testimony,
  type Voice,
  weights,
} from "./closed-form.js";
export { claimDecibans, computedDigit, type Digit } from "./digit.js";
export { accuracyOwners, type Evidence, evidenceGroups, type Group } from "./groups.js";
export {
  agreement,
  informative,
  meanOver,
  meanOverQuantile,
  type NumberReport,
  numberWeight,
  outOfReach,
  type Range,
  rangeOf,
} from "./numbers.js";
export { type CountedTwice, countedTwice, type OriginCount, origins, originsOf } from "./origins.js";
export { type Knowledge, type Statement, statementsOf } from "./statements.js";
export { wordFor } from "./words.js";
