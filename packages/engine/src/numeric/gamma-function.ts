/** The logarithm of the gamma function, and its distance from Stirling's formula. */

import { log, log1p } from "./logarithm.js";
import { polynomial } from "./normal.js";

const HALF_LOG_TWO_PI = 0.9189385332046728;

/** log Γ(x) / ((x − 1)(x − 2)) as a polynomial in x − 1.5, for 1 ≤ x ≤ 2 (interpolated at the Chebyshev nodes). */
const NEAR_ONE = [
  0.4831289505409809, -0.14595989591430594, 0.06291140107456485, -0.03130848750105327, 0.01679709863121395,
  -0.009425622444829649, 0.005446457842219553, -0.0032120742206072908, 0.0019229162321227923,
  -0.001164411377219605, 0.0007115202752051298, -0.00043803516132580534, 0.00027130273545114005,
  -0.0001685717945035172, 0.00010541715222185904, -6.793733027397047e-5, 4.281642862794779e-5,
  -2.148770252062576e-5, 1.3584275459130943e-5, -1.8527803997032962e-5, 1.1820969445467145e-5,
] as const;

/** Coefficients B₂ₖ / (2k(2k − 1)) of Stirling's series. */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
] as const;

/**
 * What log Γ(x) exceeds Stirling's (x − ½)·log x − x + ½·log 2π by, for x > 0: about 1/(12x).
 * Absolute error below 1e-15 (relative below 1e-15 from x = 10 on).
 */
export function stirlingError(x: number): number {
  if (x >= 10) return polynomial(STIRLING, 1 / (x * x)) / x;
  return logGamma(x) - ((x - 0.5) * log(x) - x + HALF_LOG_TWO_PI);
}

/**
 * log Γ(x) for x > 0. Measured relative error below 2e-15, the zeros at 1 and 2 included. Infinity at 0, NaN below.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x >= 10)
    return (x - 0.5) * (log(x) - 1) - 0.5 + HALF_LOG_TWO_PI + polynomial(STIRLING, 1 / (x * x)) / x;
  if (x < 1) return x * (x - 1) * polynomial(NEAR_ONE, x - 0.5) - log(x);
  let y = x;
  let product = 1;
  // At most eight steps down to 1 … 2; for y below 3 the one factor is y − 1, whose logarithm is taken exactly.
  while (y >= 3) {
    y -= 1;
    product *= y;
  }
  if (y >= 2) return log(product) + log1p(y - 2) + (y - 2) * (y - 3) * polynomial(NEAR_ONE, y - 2.5);
  return log(product) + (y - 1) * (y - 2) * polynomial(NEAR_ONE, y - 1.5);
}
