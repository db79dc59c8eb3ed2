/**
 * The regularised incomplete beta function and its inverse. x comes together with its complement y = 1 − x, so that
 * neither end of 0 … 1 loses digits.
 *
 * Where a shape is below 1000: continued fraction (modified Lentz). Otherwise: the density integrated outward from x by
 * a fixed 24-point rule. All loops are bounded.
 */

import { exp, expm1 } from "./exponential.js";
import { logGamma, stirlingError } from "./gamma-function.js";
import { halley, logRatioMinus, relativeMiss, type Tails } from "./incomplete-gamma.js";
import { log, log1p, log1pMinus } from "./logarithm.js";
import { normalQuantile } from "./normal.js";
import { ABSCISSAS, reach, WEIGHTS } from "./quadrature.js";

const LARGE_SHAPE = 1000;
const ROOT_TWO_PI = 2.5066282746310007;
const TINY = 1e-300;
const EPSILON = 1.1102230246251565e-16;

/** log B(a, b) for a, b > 0, from Stirling's formula with its error: no cancellation when one of them is large. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (large < 10) return logGamma(a) + logGamma(b) - logGamma(a + b);
  const n = a + b;
  const spread = small * log(small / n) + large * log1p(-small / n) + 0.5 * log(n / small / large);
  return spread + 0.9189385332046728 + stirlingError(a) + stirlingError(b) - stirlingError(n);
}

/** x^a·y^b / B(a, b), the density of the log odds, arranged about its maximum. */
function oddsDensity(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const excess = x * b - y * a;
  const exponent =
    a * logRatioMinus(excess / a, (x / a) * n) +
    b * logRatioMinus(-excess / b, (y / b) * n) +
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b);
  return (Math.sqrt((a / n) * b) / ROOT_TWO_PI) * exp(exponent);
}

/**
 * The lower tail over x^a·y^b/B(a, b), for x(b + 1) ≤ y(a + 1): the continued fraction of DiDonato and Morris, ACM
 * Transactions on Mathematical Software 18 (1992). It takes a·y − b·x as a whole, so that x near 1 beside a large a costs
 * nothing.
 */
function fraction(a: number, b: number, x: number, y: number): number {
  const lean = a * y - b * x + 1;
  let h = (a * lean) / (a + 1);
  if (Math.abs(h) < TINY) h = TINY;
  let c = h;
  let d = 0;
  for (let m = 1; m < 1000; m++) {
    const odd = a + 2 * m - 1;
    const share = (m * (b - m) * x) / odd;
    const top = (((a + m - 1) * (a + b + m - 1)) / odd) * x * share;
    const bottom = m + share + ((a + m) * (lean + m * (1 + y))) / (odd + 2);
    d = bottom + top * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = bottom + top / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) < 2 * EPSILON) break;
  }
  return 1 / h;
}

/** The tail away from the mean over x^a·y^b/B: with t = x + xy·s, the integral of the density ratio over s. */
function outward(a: number, b: number, x: number, y: number, up: boolean): number {
  const slope = (a - 1) * y - (b - 1) * x;
  const quick = reach(Math.abs(slope), (a - 1) * y * y + (b - 1) * x * x);
  const limit = up ? 1 / x : 1 / y;
  const length = Math.min(quick * (1 + 0.4 * quick * (up ? y : x)), limit);
  const half = up ? length / 2 : -length / 2;
  let sum = 0;
  for (let i = 0; i < ABSCISSAS.length; i++) {
    const near = half * (1 - ABSCISSAS[i]!);
    const far = half * (1 + ABSCISSAS[i]!);
    sum +=
      WEIGHTS[i]! *
      (exp((a - 1) * log1pMinus(y * near) + (b - 1) * log1pMinus(-x * near) + slope * near) +
        exp((a - 1) * log1pMinus(y * far) + (b - 1) * log1pMinus(-x * far) + slope * far));
  }
  return sum * Math.abs(half);
}

/** Both tails at x (with y = 1 − x) and x^a·y^b/B(a, b), for a, b > 0, written into `out`. */
export function incompleteBeta(a: number, b: number, x: number, y: number, out: Tails): void {
  if (!(x > 0 && y > 0)) {
    out.lower = x > 0 ? 1 : 0;
    out.upper = 1 - out.lower;
    out.density = 0;
    return;
  }
  const density = oddsDensity(a, b, x, y);
  out.density = density;
  const smooth = Math.min(a, b) >= LARGE_SHAPE;
  const left = smooth ? x * b <= y * a : x * (b + 1) <= y * (a + 1);
  const integral = smooth ? outward(a, b, x, y, !left) : left ? fraction(a, b, x, y) : fraction(b, a, y, x);
  const tail = density === 0 ? 0 : Math.min(density * integral, 1);
  out.lower = left ? tail : 1 - tail;
  out.upper = left ? 1 - tail : tail;
}

const scratch: Tails = { lower: 0, upper: 0, density: 0 };

/** I_x(a, b), the chance that a Beta(a, b) variable is at most x, for 0 ≤ x ≤ 1. Relative error below 1e-12. */
export function betaLower(a: number, b: number, x: number): number {
  incompleteBeta(a, b, x, 1 - x, scratch);
  return scratch.lower;
}

/** 1 − I_x(a, b), without cancellation in the upper tail. */
export function betaUpper(a: number, b: number, x: number): number {
  incompleteBeta(a, b, x, 1 - x, scratch);
  return scratch.upper;
}

/** Log odds to start from. */
function firstGuess(a: number, b: number, lower: number, upper: number): number {
  if (a >= 1 && b >= 1) {
    // Carter's approximation (Abramowitz and Stegun 26.5.22), with 2a − 1 kept off 0.
    const z = lower < upper ? -normalQuantile(lower) : normalQuantile(upper);
    const u = 1 / (2 * a - 1);
    const v = 1 / (2 * b - 1);
    const h = 2 / (u + v);
    const lambda = (z * z - 3) / 6;
    const w = (z * Math.sqrt(Math.max(h + lambda, 0))) / h - (v - u) * (lambda + 5 / 6 - 2 / (3 * h));
    return log(a) - log(b) - 2 * w;
  }
  // Two power laws, one at each end, joined where they weigh the same.
  const logA = a * log(a / (a + b)) - log(a);
  const logB = b * log(b / (a + b)) - log(b);
  const leftShare = 1 / (1 + exp(logB - logA));
  if (lower < leftShare) {
    const logX = (log(lower) - log(leftShare)) / a + log(a / (a + b));
    return logX < -1e-3 ? logX - log(-expm1(logX)) : 7;
  }
  const logY = (log(upper) - log(1 - leftShare)) / b + log(b / (a + b));
  return logY < -1e-3 ? log(-expm1(logY)) - logY : -7;
}

/**
 * The odds x/(1 − x) at which I_x(a, b) = lower and 1 − I_x = upper, for a, b > 0, both positive and adding up to 1. Odds
 * rather than x, because they keep their digits at both ends. Relative error below 1e-12 (for a or b ≤ 1e-3, of the order of
 * 1e-16 over it). Odds out of the range of doubles come out as 0 or 1e300.
 *
 * Halley's iteration on the logarithm of the smaller tail as a function of the log odds, which is concave; 2 to 4 steps in
 * practice, 100 at most.
 */
export function inverseBetaOdds(a: number, b: number, lower: number, upper: number): number {
  const fromLeft = lower <= upper;
  let guess = firstGuess(a, b, lower, upper);
  if (Math.abs(guess) > 690) {
    guess = Math.min(Math.max(guess, -746), 690);
    return exp(guess);
  }
  let odds = exp(guess);
  for (let i = 0; i < 100; i++) {
    const x = odds / (1 + odds);
    const y = 1 / (1 + odds);
    incompleteBeta(a, b, x, y, scratch);
    const tail = fromLeft ? scratch.lower : scratch.upper;
    const { density } = scratch;
    if (tail === 0 || density === 0) {
      odds = fromLeft ? odds * 4 : odds / 4;
      continue;
    }
    const miss = relativeMiss(tail, fromLeft ? lower : upper);
    const slope = fromLeft ? density / tail : -density / tail;
    const step = halley(miss, slope, a * y - b * x);
    odds = Math.min(odds * exp(step), 1e300);
    if (Math.abs(miss) < 1e-5) break;
  }
  return odds;
}

/** The quantile of Beta(a, b) at lower = 1 − upper, within 0 … 1. Errors as for `inverseBetaOdds`. */
export function inverseBeta(a: number, b: number, lower: number, upper: number): number {
  const odds = inverseBetaOdds(a, b, lower, upper);
  return odds / (1 + odds);
}
