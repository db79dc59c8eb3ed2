/** Families of distributions as quantile functions of one uniform. */

export { beta, constant, ofCases, pert, triangular, uniform } from "./bounded.js";
export { binomial, poisson } from "./counting.js";
export { type Description, describe } from "./describe.js";
export type { Family } from "./family.js";
export { logitNormal, logMoments, lognormal, lognormalOfLog, shiftedLognormal } from "./lognormal.js";
export { mixtureOf } from "./mixture.js";
export { normal, student } from "./normal.js";
export {
  byPercentiles,
  type Distribution,
  fromPercentiles,
  intervalShares,
  type PercentileShape,
} from "./percentiles.js";
export type { TwoPercentiles } from "./solve.js";
export { type Bounds, truncated } from "./truncation.js";
export { exponential, gamma } from "./waiting.js";
