import { exp, expm1, logistic } from "../numeric/exponential.js";
import { log, log1p, logit } from "../numeric/logarithm.js";
import { normalCdf, normalQuantile } from "../numeric/normal.js";
import { bounded, type Family, finiteOrNull, refuseNegative, refuseUnlessNumbers, stepAt } from "./family.js";
import { numericMoments } from "./moments.js";

/** The mean and standard deviation of the logarithm of a lognormal that itself has `mean` > 0 and `sd` ≥ 0. */
export function logMoments(mean: number, sd: number): { mu: number; sigma: number } {
  const ratio = sd / mean;
  const variance = log1p(ratio * ratio);
  return { mu: log(mean) - variance / 2, sigma: Math.sqrt(variance) };
}

const logParameters = ["mean of the log", "standard deviation of the log"] as const;

/** Lognormal by its logarithm: exp(mu + sigma·Z), sigma ≥ 0. */
export const lognormalOfLog: Family = {
  name: "lognormal-of-log",
  parameters: logParameters,
  refuse(p) {
    const reason = refuseUnlessNumbers(logParameters, p) ?? refuseNegative(logParameters[1], p[1]!);
    if (reason !== null) return reason;
    return Math.abs(p[0]!) + 7 * p[1]! > 700
      ? "its values would be too large or too small to be written down"
      : null;
  },
  quantile: (u, p) => (p[1] === 0 ? exp(p[0]!) : bounded(exp(p[0]! + p[1]! * normalQuantile(u)))),
  cdf: (x, p) => (p[1] === 0 ? stepAt(x, exp(p[0]!)) : x > 0 ? normalCdf((log(x) - p[0]!) / p[1]!) : 0),
  mean: (p) => finiteOrNull(exp(p[0]! + (p[1]! * p[1]!) / 2)),
  sd: (p) => finiteOrNull(exp(p[0]! + (p[1]! * p[1]!) / 2) * Math.sqrt(expm1(p[1]! * p[1]!))),
};

const ownParameters = ["mean", "standard deviation"] as const;

/** Lognormal(mean, sd) of the variable itself: mean > 0, sd ≥ 0; both 0 is the constant 0. */
export const lognormal: Family = {
  name: "lognormal",
  parameters: ownParameters,
  refuse(p) {
    const reason = refuseUnlessNumbers(ownParameters, p) ?? refuseNegative("standard deviation", p[1]!);
    if (reason !== null || (p[0] === 0 && p[1] === 0)) return reason;
    if (!(p[0]! > 0)) return `the mean of a lognormal must be above 0, not ${p[0]}`;
    if (p[1]! / p[0]! > 1e100) return "the standard deviation is too large beside the mean";
    return Math.abs(log(p[0]!)) > 690
      ? "its values would be too large or too small to be written down"
      : null;
  },
  quantile(u, p) {
    if (p[1] === 0) return p[0]!;
    const ratio = p[1]! / p[0]!;
    const variance = log1p(ratio * ratio);
    return bounded(p[0]! * exp(Math.sqrt(variance) * normalQuantile(u) - variance / 2));
  },
  cdf(x, p) {
    const ratio = p[1] === 0 ? 0 : p[1]! / p[0]!;
    const variance = log1p(ratio * ratio);
    // Also where the spread is lost beside the mean.
    if (variance === 0) return stepAt(x, p[0]!);
    return x > 0 ? normalCdf((log(x / p[0]!) + variance / 2) / Math.sqrt(variance)) : 0;
  },
  mean: (p) => p[0]!,
  sd: (p) => p[1]!,
};

const threeParameters = ["lower share", "lower percentile", "median", "upper percentile"] as const;

/** Shape of the three-point form: distances from the median, σ of the log, and the standard normal's percentile. */
function threePoint(p: readonly number[]): { d: number; excess: number; sigma: number; z: number } {
  const d = p[3]! - p[2]!;
  const e = p[2]! - p[1]!;
  // d/e − 1 without rounding d/e first, so that nearly equal distances keep their difference.
  const excess = (d - e) / e;
  const z = -normalQuantile(p[0]!);
  return { d, excess, sigma: log1p(excess) / z, z };
}

/**
 * The shifted lognormal through three percentiles (share, lower, median, upper): `lower` is the percentile of `share`
 * (0.1 for p10), `upper` that of 1 − share. x = median + d·(e^(σZ) − 1)/(d/e − 1), with d and e the upper and lower
 * distances from the median; a normal where they are equal, skewed to the left where e > d. All three equal: a constant.
 */
export const shiftedLognormal: Family = {
  name: "shifted-lognormal",
  parameters: threeParameters,
  refuse(p) {
    const missing = refuseUnlessNumbers(threeParameters, p);
    if (missing !== null) return missing;
    const [share, low, middle, high] = p as readonly [number, number, number, number];
    if (!(share > 0 && share < 0.5))
      return `the lower percentile must be below the 50th, and above 0, not ${share * 100}`;
    if (low === middle && middle === high) return null;
    if (!(low < middle && middle < high)) {
      return `the three percentiles must rise: ${low}, ${middle}, ${high} do not`;
    }
    const ratio = (high - middle) / (middle - low);
    return ratio > 1e-10 && ratio < 1e10 ? null : "the median lies too close to one of the other percentiles";
  },
  quantile(u, p) {
    if (p[1] === p[3]) return p[2]!;
    const { d, excess, sigma, z } = threePoint(p);
    const Z = normalQuantile(u);
    return bounded(excess === 0 ? p[2]! + (d * Z) / z : p[2]! + d * (expm1(sigma * Z) / excess));
  },
  cdf(x, p) {
    if (p[1] === p[3]) return stepAt(x, p[2]!);
    const { d, excess, sigma, z } = threePoint(p);
    const away = (x - p[2]!) / d;
    if (excess === 0) return normalCdf(away * z);
    const grown = away * excess;
    // Beyond the end at which the exponential would have to be negative.
    if (grown <= -1) return excess > 0 ? 0 : 1;
    return normalCdf(log1p(grown) / sigma);
  },
  mean(p) {
    if (p[1] === p[3]) return p[2]!;
    const { d, excess, sigma } = threePoint(p);
    return excess === 0 ? p[2]! : finiteOrNull(p[2]! + d * (expm1((sigma * sigma) / 2) / excess));
  },
  sd(p) {
    if (p[1] === p[3]) return 0;
    const { d, excess, sigma, z } = threePoint(p);
    if (excess === 0) return d / z;
    const square = sigma * sigma;
    return finiteOrNull(Math.abs(d / excess) * exp(square / 2) * Math.sqrt(expm1(square)));
  },
};

const logitParameters = ["mean of the log odds", "standard deviation of the log odds"] as const;

/** The logit-normal on (0, 1): logistic(mu + sigma·Z), sigma ≥ 0. */
export const logitNormal: Family = {
  name: "logit-normal",
  parameters: logitParameters,
  refuse: (p) => refuseUnlessNumbers(logitParameters, p) ?? refuseNegative(logitParameters[1], p[1]!),
  quantile: (u, p) => logistic(p[0]! + p[1]! * normalQuantile(u)),
  cdf(x, p) {
    if (p[1] === 0) return stepAt(x, logistic(p[0]!));
    return x <= 0 ? 0 : x >= 1 ? 1 : normalCdf((logit(x) - p[0]!) / p[1]!);
  },
  mean: (p) => numericMoments(logitNormal, p).mean,
  sd: (p) => numericMoments(logitNormal, p).sd,
};
