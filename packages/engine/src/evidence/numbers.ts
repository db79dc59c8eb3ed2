/** Reports of a number: how far a run's value agrees with the range that a speaker gives. */
import type { NumberExpression } from "@casus/language";
import { exp, log, pow } from "../numeric/index.js";
import { type Accuracies, fixedAccuracies, type Voice } from "./closed-form.js";

/** N(x) = exp(−½((ln x − m)/s)²), or the same of x itself. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Of ln x, where the lower end is above 0; of x otherwise. */
  readonly logarithmic: boolean;
  /** m */
  readonly middle: number;
  /** s; 0 where the ends are equal. */
  readonly spread: number;
}

export interface NumberReport extends Range {
  /** Orders it among the weights: the claim that is its origin. */
  readonly name: string;
  /** The claim whose range it is. */
  readonly claim: string;
  readonly key: string;
  /** What is reported about: a quantity, or `at` over a stock. */
  readonly value: NumberExpression;
  readonly voice: Voice;
  /** What q is multiplied by: h where a source relays the report, and 1 − c where it shares with another. */
  readonly factor: number;
  readonly lambda: number;
  readonly originKey: string;
}

/** Φ⁻¹(0.95): the two ends of a report are its 5th and 95th percentiles. */
const NINETY_PERCENT = 1.6448536269514722;

/** The range that two ends give, low ≤ high. */
export function rangeOf(low: number, high: number): Range {
  const logarithmic = low > 0;
  const [from, to] = logarithmic ? [log(low), log(high)] : [low, high];
  return { low, high, logarithmic, middle: (from + to) / 2, spread: (to - from) / (2 * NINETY_PERCENT) };
}

/** N(x): 1 in the middle of the range, 0 for x ≤ 0 on the logarithmic form and for an x without value. A range of one number agrees with that alone. */
export function agreement(range: Range, x: number): number {
  if (Number.isNaN(x) || (range.logarithmic && x <= 0)) return 0;
  if (range.spread === 0) return x === range.low ? 1 : 0;
  const distance = ((range.logarithmic ? log(x) : x) - range.middle) / range.spread;
  return exp(-0.5 * distance * distance);
}

/** q: the chance that the report tells the number at all. */
export function informative(report: NumberReport, accuracies: Accuracies = fixedAccuracies): number {
  return Math.max(0, 2 * accuracies(report.voice) - 1) * report.factor;
}

/** Below this mean agreement a report is too far from everything held possible to weigh anything. */
const TOO_FAR = 1e-9;

/** The report lies so far from the prior that it weighs nothing, which a warning has to say. */
export function outOfReach(meanAgreement: number): boolean {
  return !(meanAgreement >= TOO_FAR);
}

/**
 * (q·N(x) + (1 − q)·N̄)^λ: the factor of a run in which the number is x; 1 in every run where the report is out of reach.
 * @param meanAgreement N̄, the mean of N over the prior.
 */
export function numberWeight(
  report: NumberReport,
  x: number,
  meanAgreement: number,
  accuracies: Accuracies = fixedAccuracies,
): number {
  if (outOfReach(meanAgreement)) return 1;
  const q = informative(report, accuracies);
  return pow(q * agreement(report, x) + (1 - q) * meanAgreement, report.lambda);
}

/** N̄ over values of equal weight; NaN of none, which {@link outOfReach} holds to be out of reach. */
export function meanOver(range: Range, values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += agreement(range, values[i] as number);
  return sum / values.length;
}

/** Spreads from the middle beyond which N is below e^−40 and left out. */
const REACH = 9;

/**
 * N̄ over a distribution given by its quantile function, which must not fall: the midpoint rule over that part of (0, 1) in which the number comes near the
 * range, so that a range much narrower than the distribution is not stepped over.
 */
export function meanOverQuantile(range: Range, quantile: (u: number) => number, points = 4096): number {
  const reach = REACH * range.spread;
  const [from, to] = range.logarithmic
    ? [exp(range.middle - reach), exp(range.middle + reach)]
    : [range.middle - reach, range.middle + reach];
  // Of one number both ends are that number itself, which going through its logarithm would blur.
  const exact = range.spread === 0;
  const start = crossing((u) => quantile(u) >= (exact ? range.low : from));
  const end = crossing((u) => quantile(u) > (exact ? range.low : to));
  const width = (end - start) / points;
  let sum = 0;
  for (let i = 0; i < points; i++) sum += agreement(range, quantile(start + (i + 0.5) * width));
  return sum * width;
}

/** Where in (0, 1) a condition that stays true once it is true becomes so, to the last bits of 1. */
function crossing(reached: (u: number) => boolean): number {
  let below = 0;
  let above = 1;
  for (let i = 0; i < 52; i++) {
    const middle = (below + above) / 2;
    if (reached(middle)) above = middle;
    else below = middle;
  }
  // What no slice can tell from the ends counts as the ends.
  return above < 1e-15 ? 0 : below > 1 - 1e-15 ? 1 : above;
}
