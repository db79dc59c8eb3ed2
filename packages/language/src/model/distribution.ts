/** Distributions as the checker has understood them; the engine gives them their numbers. Every parameter is in the unit of the draw (weights, df and n have none). */
import type { Span } from "../text/source-text.js";
import type { NumberExpression } from "./expression.js";

export type IntervalFamily = "normal" | "lognormal" | "uniform" | "beta" | "gamma" | "logit-normal";

export type Distribution = { readonly span: Span } & DistributionBody;

export type DistributionBody =
  /**
   * Parameters by position: normal(mean, sd); lognormal(mean, sd) of the variable; lognormal-log(mu, sigma) of its log; uniform(low, high) as plain
   * ends; triangular(low, mode, high); pert(low, mode, high); beta(a, b); gamma(mean, sd); exponential(mean); student(df, mean, scale); poisson(mean);
   * binomial(n, p). Each may be an expression over other quantities and facts.
   */
  | { readonly kind: "family"; readonly family: FamilyName; readonly parameters: readonly NumberExpression[] }
  /** Two percentiles (`A to B`: 0.05 and 0.95). Ends are numbers. */
  | {
      readonly kind: "interval";
      readonly family: IntervalFamily;
      readonly low: number;
      readonly high: number;
      readonly lowPercentile: number;
      readonly highPercentile: number;
    }
  /** pX, p50, p(100 − X): a shifted lognormal through all three, normal where the middle is half way. `percentile` is X/100 < 0.5. */
  | {
      readonly kind: "three points";
      readonly percentile: number;
      readonly low: number;
      readonly middle: number;
      readonly high: number;
    }
  /** Beta(n + 1, m − n + 1). */
  | { readonly kind: "n of m"; readonly successes: number; readonly trials: number }
  | {
      readonly kind: "mixture";
      readonly weights: readonly NumberExpression[];
      readonly parts: readonly DistributionPart[];
    }
  | {
      readonly kind: "truncated";
      readonly operand: Distribution;
      readonly low: NumberExpression | null;
      readonly high: NumberExpression | null;
    };

/** A part of a mixture: a distribution, or a plain value. */
export type DistributionPart =
  | { readonly kind: "distribution"; readonly distribution: Distribution }
  | { readonly kind: "value"; readonly value: NumberExpression };

export type FamilyName =
  | "normal"
  | "lognormal"
  | "lognormal-log"
  | "uniform"
  | "triangular"
  | "pert"
  | "beta"
  | "gamma"
  | "exponential"
  | "student"
  | "poisson"
  | "binomial";
