import { nextBelow } from "../numeric/bits.js";
import type { Family } from "./family.js";
import { numericMoments } from "./moments.js";

/** Which bounds a truncation has. */
export type Bounds = { readonly low: boolean; readonly high: boolean };

/** Less of the distribution than this within the bounds, and its quantiles would lose their digits. */
const LEAST_MASS = 1e-9;

/**
 * `inner` cut to what lies within bounds: its parameters are those of `inner`, then the lower bound if there is one, then
 * the upper. Quantile Q(F(low) + u·(F(high) − F(low))), kept within the bounds. A bound itself is still possible, so for
 * whole numbers F(low) is the chance of less than `low`. Bounds that hold less than a billionth of the distribution are
 * refused.
 */
export function truncated(inner: Family, bounds: Bounds): Family {
  const size = inner.parameters.length;
  const work = inner.parameters.map(() => 0);
  const parameters = [...inner.parameters];
  if (bounds.low) parameters.push("lower bound");
  if (bounds.high) parameters.push("upper bound");

  const innerOf = (p: readonly number[]): number[] => {
    for (let i = 0; i < size; i++) work[i] = p[i]!;
    return work;
  };
  const lowOf = (p: readonly number[]): number => (bounds.low ? p[size]! : -Infinity);
  const highOf = (p: readonly number[]): number => (bounds.high ? p[size + (bounds.low ? 1 : 0)]! : Infinity);
  const below = (p: readonly number[]): number =>
    bounds.low ? inner.cdf(nextBelow(lowOf(p)), innerOf(p)) : 0;
  const upTo = (p: readonly number[]): number => (bounds.high ? inner.cdf(highOf(p), innerOf(p)) : 1);

  const family: Family = {
    name: "truncated",
    parameters,
    discrete: inner.discrete === true,
    jumps: inner.jumps === true,
    refuse(p) {
      const low = lowOf(p);
      const high = highOf(p);
      if (Number.isNaN(low) || (bounds.low && !Number.isFinite(low))) return "the lower bound has no value";
      if (Number.isNaN(high) || (bounds.high && !Number.isFinite(high)))
        return "the upper bound has no value";
      const reason = inner.refuse(innerOf(p));
      if (reason !== null) return reason;
      if (low > high) return `the lower bound (${low}) is above the upper bound (${high})`;
      return upTo(p) - below(p) >= LEAST_MASS
        ? null
        : "the bounds leave out all of the distribution but a billionth, or all of it";
    },
    quantile(u, p) {
      const from = below(p);
      const v = from + u * (upTo(p) - from);
      // Rounding may carry v to an end, at which the inner quantile need not be finite.
      const q = inner.quantile(Math.min(Math.max(v, 1e-300), 1 - 1.1102230246251565e-16), innerOf(p));
      return Math.min(Math.max(q, lowOf(p)), highOf(p));
    },
    cdf(x, p) {
      if (x < lowOf(p)) return 0;
      if (x >= highOf(p)) return 1;
      const from = below(p);
      return Math.min(Math.max((inner.cdf(x, innerOf(p)) - from) / (upTo(p) - from), 0), 1);
    },
    mean(p) {
      const exists = (bounds.low && bounds.high) || inner.mean(innerOf(p)) !== null;
      return exists ? numericMoments(family, p).mean : null;
    },
    sd(p) {
      const exists = (bounds.low && bounds.high) || inner.sd(innerOf(p)) !== null;
      return exists ? numericMoments(family, p).sd : null;
    },
  };
  return family;
}
