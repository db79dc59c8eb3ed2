/**
 * The regularised incomplete gamma function and its inverse.
 *
 * Below shape 500: power series left of x = a + 1, continued fraction (modified Lentz) right of it. From 500 on: the
 * density is integrated outward from x over the distance in which it becomes negligible, by a fixed 24-point rule, so
 * that the cost does not grow with the shape. All loops are bounded.
 */

import { exp } from "./exponential.js";
import { logGamma, stirlingError } from "./gamma-function.js";
import { log, log1p, log1pMinus } from "./logarithm.js";
import { normalQuantile } from "./normal.js";
import { ABSCISSAS, reach, WEIGHTS } from "./quadrature.js";

const LARGE_SHAPE = 500;
/** Above this shape the quantile comes from its expansion in 1/√a, whose first term left out is below 1e-19. */
const VAST_SHAPE = 1e10;
/** Above this x/a could overflow; no tail is left there for any shape in use. */
const VAST_VALUE = 1e290;
const ROOT_TWO_PI = 2.5066282746310007;
const TINY = 1e-300;
const EPSILON = 1.1102230246251565e-16;

/** Lower tail, upper tail and x^a·e^−x/Γ(a) (the density of log x), as one evaluation finds them. */
export type Tails = { lower: number; upper: number; density: number };

/** log(1 + v) − v where 1 + v is also known as a ratio, which is exact where v is near −1. */
export function logRatioMinus(v: number, ratio: number): number {
  return v > -0.4 && v < 0.4 ? log1pMinus(v) : log(ratio) - v;
}

/** x^a·e^−x/Γ(a), arranged about its maximum so that a large shape costs no digits. */
function densityOfLog(a: number, x: number): number {
  const root = Math.sqrt(a) / ROOT_TWO_PI;
  return root * exp(a * logRatioMinus((x - a) / a, x / a) - stirlingError(a));
}

/** The sum of x^n / ((a + 1)…(a + n)): about √(74a) terms. */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 1000; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * EPSILON) break;
  }
  return sum;
}

/** Legendre's continued fraction for Γ(a, x)·e^x/x^a. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 1000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + an / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 2 * EPSILON) break;
  }
  return h;
}

/** The nearer tail over x^a·e^−x/Γ(a): the integral of (1 + v)^(a−1)·e^(−xv) outward from v = 0. */
function outward(a: number, x: number): number {
  const up = x > a;
  const power = a - 1;
  const slope = power - x;
  const quick = reach(Math.abs(slope), power);
  const length = up ? quick * (1 + 0.4 * quick) : Math.min(quick, 1);
  const half = up ? length / 2 : -length / 2;
  let sum = 0;
  for (let i = 0; i < ABSCISSAS.length; i++) {
    const near = half * (1 - ABSCISSAS[i]!);
    const far = half * (1 + ABSCISSAS[i]!);
    sum +=
      WEIGHTS[i]! *
      (exp(power * log1pMinus(near) + slope * near) + exp(power * log1pMinus(far) + slope * far));
  }
  return sum * Math.abs(half);
}

/** Both tails and the density at x ≥ 0 for shape a > 0, written into `out`. */
export function incompleteGamma(a: number, x: number, out: Tails): void {
  if (!(x > 0)) {
    out.lower = 0;
    out.upper = 1;
    out.density = 0;
    return;
  }
  if (x > VAST_VALUE) {
    out.lower = 1;
    out.upper = 0;
    out.density = 0;
    return;
  }
  const density = densityOfLog(a, x);
  out.density = density;
  if (a >= LARGE_SHAPE ? x <= a : x < a + 1) {
    const lower = density * (a >= LARGE_SHAPE ? outward(a, x) : series(a, x) / a);
    out.lower = Math.min(lower, 1);
    out.upper = 1 - out.lower;
  } else {
    const upper = density === 0 ? 0 : density * (a >= LARGE_SHAPE ? outward(a, x) : fraction(a, x));
    out.upper = Math.min(upper, 1);
    out.lower = 1 - out.upper;
  }
}

const scratch: Tails = { lower: 0, upper: 0, density: 0 };

/** P(a, x), the chance that a gamma variable of shape a > 0 and scale 1 is at most x. Relative error below 1e-12. */
export function gammaLower(a: number, x: number): number {
  incompleteGamma(a, x, scratch);
  return scratch.lower;
}

/** Q(a, x) = 1 − P(a, x), without cancellation in the upper tail. Relative error below 1e-12. */
export function gammaUpper(a: number, x: number): number {
  incompleteGamma(a, x, scratch);
  return scratch.upper;
}

function expansion(a: number, z: number): number {
  const s = 1 / Math.sqrt(a);
  return a * (1 + s * (z + s * ((z * z - 1) / 3 + (s * z * (z * z - 7)) / 36)));
}

function firstGuess(a: number, lower: number, upper: number): number {
  const left = exp((log(lower) + logGamma(a + 1)) / a);
  if (left < 0.1 * (a + 1)) return left * (1 + left / (a + 1));
  if (a < 1) {
    const w = -log(upper) - logGamma(a);
    return w > 1 ? w + (a - 1) * log(w) : left;
  }
  // Wilson and Hilferty: the cube root of a gamma variable is nearly normal.
  const z = lower < upper ? normalQuantile(lower) : -normalQuantile(upper);
  const root = 1 - 1 / (9 * a) + z / (3 * Math.sqrt(a));
  return a * Math.max(root * root * root, 1e-3);
}

/**
 * The x at which P(a, x) = lower and Q(a, x) = upper, for a > 0, both positive and adding up to 1; the smaller of the two
 * decides. Relative error below 1e-13 (for a ≤ 1e-3, of the order of 1e-16/a). A value below 1e-308 comes out as 0.
 *
 * Halley's iteration on the logarithm of the smaller tail as a function of log x. That is concave, so the iteration
 * cannot run away; 2 to 4 steps in practice, 100 at most.
 */
export function inverseGamma(a: number, lower: number, upper: number): number {
  const fromLeft = lower <= upper;
  if (a >= VAST_SHAPE) return expansion(a, fromLeft ? normalQuantile(lower) : -normalQuantile(upper));
  let x = firstGuess(a, lower, upper);
  if (x < TINY) return x;
  for (let i = 0; i < 100; i++) {
    incompleteGamma(a, x, scratch);
    const tail = fromLeft ? scratch.lower : scratch.upper;
    const { density } = scratch;
    if (tail === 0 || density === 0) {
      // Beyond the range of doubles: come back towards the middle.
      x = fromLeft ? x * 2 : x / 2;
      continue;
    }
    const goal = fromLeft ? lower : upper;
    const miss = relativeMiss(tail, goal);
    const slope = fromLeft ? density / tail : -density / tail;
    const step = halley(miss, slope, a - x);
    x *= exp(step);
    if (Math.abs(miss) < 1e-5) break;
  }
  return x;
}

/** log(tail/goal), accurate when the two are close. */
export function relativeMiss(tail: number, goal: number): number {
  const difference = (tail - goal) / goal;
  return Math.abs(difference) < 0.5 ? log1p(difference) : log(tail / goal);
}

/**
 * The step of Halley's method for log F = log goal, where `miss` is the difference, `slope` the derivative f/F and
 * `trend` that of log f. Bounded, so that a poor start cannot leave the range of doubles.
 */
export function halley(miss: number, slope: number, trend: number): number {
  const newton = -miss / slope;
  const bend = Math.min(Math.max(1 + 0.5 * newton * (trend - slope), 0.5), 2);
  return Math.min(Math.max(newton / bend, -4), 4);
}
