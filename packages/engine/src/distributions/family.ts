/** What a family of distributions offers, and the words its refusals are made of. */

/**
 * A family of distributions of one number. Parameters come as a plain array in the order of `parameters`, so that they can
 * be evaluated run by run. Every function but `refuse` expects parameters that `refuse` lets pass, and gives neither NaN
 * nor infinity for them; no function keeps or changes the array.
 */
export type Family = {
  readonly name: string;
  readonly parameters: readonly string[];
  /** True if all its values are whole numbers. */
  readonly discrete?: boolean;
  /** True if single values may have a chance of their own, so that the distribution function may jump. */
  readonly jumps?: boolean;
  /** Why the parameters are not allowed, in an analyst's words, or null. */
  refuse(p: readonly number[]): string | null;
  /** The smallest x with cdf(x) ≥ u, for 0 < u < 1. It never falls as u rises. */
  quantile(u: number, p: readonly number[]): number;
  /** The chance of a value of at most x, for any x. */
  cdf(x: number, p: readonly number[]): number;
  /** The mean, or null where it does not exist or is beyond the range of numbers. */
  mean(p: readonly number[]): number | null;
  /** The standard deviation, or null where it does not exist or is beyond the range of numbers. */
  sd(p: readonly number[]): number | null;
};

/** `x` brought into the range of doubles: an infinity becomes the largest number of its sign. */
export function bounded(x: number): number {
  return Math.min(Math.max(x, -Number.MAX_VALUE), Number.MAX_VALUE);
}

/** `x` if it is a finite number, else null. */
export function finiteOrNull(x: number): number | null {
  return Number.isFinite(x) ? x : null;
}

/** The distribution function of the constant `value`. */
export function stepAt(x: number, value: number): number {
  return x >= value ? 1 : 0;
}

/** A reason if one of the parameters is missing, NaN or infinite. */
export function refuseUnlessNumbers(names: readonly string[], p: readonly number[]): string | null {
  for (let i = 0; i < names.length; i++) {
    if (!Number.isFinite(p[i])) return `the ${names[i]} has no value`;
  }
  return null;
}

/** A reason if `value` is below 0. */
export function refuseNegative(name: string, value: number): string | null {
  return value < 0 ? `the ${name} must be 0 or more, not ${value}` : null;
}

/** A reason if `value` is outside low … high. */
export function refuseOutside(name: string, value: number, low: number, high: number): string | null {
  return value < low || value > high ? `the ${name} must lie between ${low} and ${high}, not ${value}` : null;
}

/** A reason if two numbers that must not fall do. */
export function refuseOrder(lowName: string, low: number, highName: string, high: number): string | null {
  if (low > high) return `the ${lowName} (${low}) is above the ${highName} (${high})`;
  return high - low === Infinity ? `the ${lowName} and the ${highName} are too far apart` : null;
}
