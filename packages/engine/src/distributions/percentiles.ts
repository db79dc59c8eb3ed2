/** Families given by two of their percentiles: `A to B`, `p5: …, p95: …`. */

import { log, logit } from "../numeric/logarithm.js";
import { normalQuantile } from "../numeric/normal.js";
import { beta, constant, uniform } from "./bounded.js";
import { type Family, refuseOrder, refuseUnlessNumbers } from "./family.js";
import { logitNormal, lognormalOfLog } from "./lognormal.js";
import { normal } from "./normal.js";
import { betaFromPercentiles, gammaFromPercentiles, type TwoPercentiles } from "./solve.js";
import { gamma } from "./waiting.js";

/** Families that two percentiles can stand for. */
export type PercentileShape = "normal" | "lognormal" | "logit-normal" | "uniform" | "beta" | "gamma";

/** A family with its parameters. */
export type Distribution = { readonly family: Family; readonly parameters: readonly number[] };

/** The shares below the two ends of the central interval that holds `mass`: 0.05 and 0.95 for 0.9. */
export function intervalShares(mass: number): { lowShare: number; highShare: number } {
  return { lowShare: (1 - mass) / 2, highShare: (1 + mass) / 2 };
}

/** A reason why the two percentiles cannot be those of a `shape`, or null. */
function refusePercentiles(shape: PercentileShape, q: TwoPercentiles): string | null {
  if (!(q.lowShare > 0 && q.lowShare < q.highShare && q.highShare < 1)) {
    return "the two percentiles must rise, and lie above the 0th and below the 100th";
  }
  const reason = refuseOrder("lower end", q.low, "upper end", q.high);
  if (reason !== null) return reason;
  if ((shape === "lognormal" || shape === "gamma") && !(q.low > 0)) {
    return `the lower end of a ${shape} must be above 0, not ${q.low}`;
  }
  if ((shape === "beta" || shape === "logit-normal") && !(q.low > 0 && q.high < 1)) {
    return `the ends of a ${shape} must lie above 0 and below 1, not at ${q.low} and ${q.high}`;
  }
  return null;
}

/**
 * The distribution of the given shape with these two percentiles, or the reason why there is none, in an analyst's words.
 * Equal ends give the constant. The ends of a uniform are percentiles too, so it reaches beyond them.
 */
export function fromPercentiles(shape: PercentileShape, q: TwoPercentiles): Distribution | string {
  const names = ["lower share", "lower end", "upper share", "upper end"];
  const reason =
    refuseUnlessNumbers(names, [q.lowShare, q.low, q.highShare, q.high]) ?? refusePercentiles(shape, q);
  if (reason !== null) return reason;
  if (q.low === q.high) return { family: constant, parameters: [q.low] };
  const solved = solve(shape, q);
  if (solved === null) return `no ${shape} that can be computed has these percentiles`;
  const refused = solved.family.refuse(solved.parameters);
  return refused === null ? solved : refused;
}

function solve(shape: PercentileShape, q: TwoPercentiles): Distribution | null {
  switch (shape) {
    case "normal":
      return { family: normal, parameters: throughNormal(q, q.low, q.high) };
    case "lognormal":
      return { family: lognormalOfLog, parameters: throughNormal(q, log(q.low), log(q.high)) };
    case "logit-normal":
      return { family: logitNormal, parameters: throughNormal(q, logit(q.low), logit(q.high)) };
    case "uniform": {
      const width = (q.high - q.low) / (q.highShare - q.lowShare);
      return {
        family: uniform,
        parameters: [q.low - q.lowShare * width, q.high + (1 - q.highShare) * width],
      };
    }
    case "beta": {
      const shapes = betaFromPercentiles(q);
      return shapes === null ? null : { family: beta, parameters: [shapes.a, shapes.b] };
    }
    case "gamma": {
      const found = gammaFromPercentiles(q);
      if (found === null) return null;
      return {
        family: gamma,
        parameters: [found.shape * found.scale, Math.sqrt(found.shape) * found.scale],
      };
    }
  }
}

/** Mean and standard deviation of the normal that has `low` and `high` at the two shares. */
function throughNormal(q: TwoPercentiles, low: number, high: number): readonly [number, number] {
  const lowScore = normalQuantile(q.lowShare);
  const highScore = normalQuantile(q.highShare);
  // Written as weights of the two ends, so that shares placed evenly give the very middle.
  const span = highScore - lowScore;
  return [low * (highScore / span) - high * (lowScore / span), (high - low) / span];
}

/**
 * The same as a family with parameters (lower share, low, upper share, high), for percentiles that differ from run to run.
 * The last solution is kept and used again while the parameters stay the same.
 */
export function byPercentiles(shape: PercentileShape): Family {
  const parameters = ["lower share", "lower end", "upper share", "upper end"] as const;
  const last = [Number.NaN, 0, 0, 0];
  let found: Distribution | string = "";
  const solved = (p: readonly number[]): Distribution | string => {
    if (p[0] !== last[0] || p[1] !== last[1] || p[2] !== last[2] || p[3] !== last[3]) {
      for (let i = 0; i < 4; i++) last[i] = p[i]!;
      found = fromPercentiles(shape, { lowShare: p[0]!, low: p[1]!, highShare: p[2]!, high: p[3]! });
    }
    return found;
  };
  const distribution = (p: readonly number[]): Distribution => {
    const result = solved(p);
    if (typeof result === "string") throw new RangeError(result);
    return result;
  };
  return {
    name: `${shape}-by-percentiles`,
    parameters,
    refuse(p) {
      const missing = refuseUnlessNumbers(parameters, p);
      if (missing !== null) return missing;
      const result = solved(p);
      return typeof result === "string" ? result : null;
    },
    quantile(u, p) {
      const { family, parameters: own } = distribution(p);
      return family.quantile(u, own);
    },
    cdf(x, p) {
      const { family, parameters: own } = distribution(p);
      return family.cdf(x, own);
    },
    mean(p) {
      const { family, parameters: own } = distribution(p);
      return family.mean(own);
    },
    sd(p) {
      const { family, parameters: own } = distribution(p);
      return family.sd(own);
    },
  };
}
