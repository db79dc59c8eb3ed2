import { expm1 } from "../numeric/exponential.js";
import { gammaLower, inverseGamma } from "../numeric/incomplete-gamma.js";
import { log1p } from "../numeric/logarithm.js";
import { bounded, type Family, refuseNegative, refuseUnlessNumbers, stepAt } from "./family.js";

const gammaParameters = ["mean", "standard deviation"] as const;

/** Below this the gamma is so skewed that most of its values are 0 to the last digit. */
const SMALLEST_SHAPE = 1e-6;

/**
 * Gamma(mean, sd): shape (mean/sd)², scale sd²/mean; sd ≤ 1000·mean. sd = 0 is the constant. Quantile: relative error below
 * 1e-12 for shapes from 1e-3.
 */
export const gamma: Family = {
  name: "gamma",
  parameters: gammaParameters,
  refuse(p) {
    const reason = refuseUnlessNumbers(gammaParameters, p) ?? refuseNegative("standard deviation", p[1]!);
    if (reason !== null || (p[0] === 0 && p[1] === 0)) return reason;
    if (!(p[0]! > 0)) return `the mean of a gamma must be above 0, not ${p[0]}`;
    const shape = (p[0]! / p[1]!) * (p[0]! / p[1]!);
    return shape < SMALLEST_SHAPE ? "the standard deviation is more than 1000 times the mean" : null;
  },
  quantile(u, p) {
    const ratio = p[0]! / p[1]!;
    const shape = ratio * ratio;
    // Where the spread is lost in the last digit of the mean, sd = 0 included.
    if (!(shape < 1e40)) return p[0]!;
    return bounded((inverseGamma(shape, u, 1 - u) / shape) * p[0]!);
  },
  cdf(x, p) {
    const ratio = p[0]! / p[1]!;
    const shape = ratio * ratio;
    if (!(shape < 1e40)) return stepAt(x, p[0]!);
    return x > 0 ? gammaLower(shape, (x / p[0]!) * shape) : 0;
  },
  mean: (p) => p[0]!,
  sd: (p) => p[1]!,
};

/** Exponential(mean), mean ≥ 0. */
export const exponential: Family = {
  name: "exponential",
  parameters: ["mean"],
  refuse: (p) => refuseUnlessNumbers(["mean"], p) ?? refuseNegative("mean", p[0]!),
  quantile: (u, p) => bounded(-p[0]! * log1p(-u)),
  cdf: (x, p) => (p[0] === 0 ? stepAt(x, 0) : x > 0 ? -expm1(-x / p[0]!) : 0),
  mean: (p) => p[0]!,
  sd: (p) => p[0]!,
};
