/** Shapes of gamma and beta from two of their percentiles. All iterations are bounded and deterministic. */

import { exp } from "../numeric/exponential.js";
import { incompleteBeta } from "../numeric/incomplete-beta.js";
import { inverseGamma, type Tails } from "../numeric/incomplete-gamma.js";
import { log, logit } from "../numeric/logarithm.js";
import { normalQuantile } from "../numeric/normal.js";

/** Two percentiles: x is `low` with chance lowShare of less, and `high` with chance highShare of less. */
export type TwoPercentiles = {
  readonly lowShare: number;
  readonly low: number;
  readonly highShare: number;
  readonly high: number;
};

const SMALLEST_SHAPE = 1e-3;
const LARGEST_SHAPE = 1e12;

/**
 * Shape and scale of the gamma with these percentiles, for 0 < low < high, or null if the shape is not between 0.001 and
 * 1e12. The ratio of two percentiles depends on the shape alone and falls as it grows.
 */
export function gammaFromPercentiles(q: TwoPercentiles): { shape: number; scale: number } | null {
  const goal = log(log(q.high) - log(q.low));
  const miss = (logShape: number): number => {
    const shape = exp(logShape);
    const low = inverseGamma(shape, q.lowShare, 1 - q.lowShare);
    const high = inverseGamma(shape, q.highShare, 1 - q.highShare);
    // A low percentile that vanishes says only that the shape is too small.
    return low > 0 ? log(log(high / low)) - goal : Infinity;
  };
  const span = normalQuantile(q.highShare) - normalQuantile(q.lowShare);
  let a = log(SMALLEST_SHAPE);
  let b = log(LARGEST_SHAPE);
  let x = Math.min(Math.max(2 * (log(span) - goal), a + 1), b - 1);
  let missX = miss(x);
  // The log of the log ratio falls by about ½ per unit of the log shape.
  let slope = -0.5;
  for (let i = 0; i < 100 && missX !== 0; i++) {
    if (missX > 0) a = x;
    else b = x;
    const step = -missX / slope;
    // Every eighth step halves the bracket, whatever the slopes say.
    const inside = i % 8 !== 7 && x + step > a && x + step < b;
    const next = inside ? x + step : (a + b) / 2;
    if (Math.abs(next - x) < 1e-15 * Math.max(1, Math.abs(x)) || b - a < 1e-14) break;
    const missNext = miss(next);
    const secant = (missNext - missX) / (next - x);
    slope = secant < -0.1 && secant > -10 ? secant : -0.5;
    const settled = Math.abs(missX) < 1e-13 && Math.abs(missNext) >= Math.abs(missX);
    if (settled) break;
    x = next;
    missX = missNext;
  }
  if (!(Math.abs(missX) < 1e-8)) return null;
  const shape = exp(x);
  return { shape, scale: q.high / inverseGamma(shape, q.highShare, 1 - q.highShare) };
}

const tails: Tails = { lower: 0, upper: 0, density: 0 };

/** Φ⁻¹(I_x(a, b)), kept finite. */
function normalScore(a: number, b: number, x: number): number {
  incompleteBeta(a, b, x, 1 - x, tails);
  return tails.lower < tails.upper
    ? normalQuantile(Math.max(tails.lower, 1e-300))
    : -normalQuantile(Math.max(tails.upper, 1e-300));
}

/**
 * The shapes of the beta with these percentiles, for 0 < low < high < 1, or null if they are beyond 1e-6 … 1e12.
 * Newton's method on the normal scores of both percentiles as functions of the logs of the shapes, with a difference
 * quotient for the derivatives and steps halved until they help: 5 to 10 steps in practice, 80 at most.
 */
export function betaFromPercentiles(q: TwoPercentiles): { a: number; b: number } | null {
  const lowScore = normalQuantile(q.lowShare);
  const highScore = normalQuantile(q.highShare);
  // Start from the logit-normal with these percentiles, and the beta that has its centre and about its spread.
  const sigma = (logit(q.high) - logit(q.low)) / (highScore - lowScore);
  const mu = logit(q.low) - sigma * lowScore;
  const middle = 1 / (1 + exp(-Math.min(Math.max(mu, -30), 30)));
  const total = 1 / (sigma * sigma * middle * (1 - middle)) + 1 / sigma;
  let s = log(Math.max(total * middle, 0.5 / sigma));
  let t = log(Math.max(total * (1 - middle), 0.5 / sigma));
  let f = normalScore(exp(s), exp(t), q.low) - lowScore;
  let g = normalScore(exp(s), exp(t), q.high) - highScore;
  for (let i = 0; i < 80; i++) {
    const h = 1e-6;
    const fs = (normalScore(exp(s + h), exp(t), q.low) - lowScore - f) / h;
    const gs = (normalScore(exp(s + h), exp(t), q.high) - highScore - g) / h;
    const ft = (normalScore(exp(s), exp(t + h), q.low) - lowScore - f) / h;
    const gt = (normalScore(exp(s), exp(t + h), q.high) - highScore - g) / h;
    const determinant = fs * gt - ft * gs;
    const norm = f * f + g * g;
    if (determinant === 0 || norm === 0) break;
    let ds = -(f * gt - g * ft) / determinant;
    let dt = -(g * fs - f * gs) / determinant;
    const size = Math.max(Math.abs(ds), Math.abs(dt));
    const limit = size > 2 ? 2 / size : 1;
    ds *= limit;
    dt *= limit;
    let helped = false;
    for (let halving = 0; halving < 30; halving++) {
      const nextF = normalScore(exp(s + ds), exp(t + dt), q.low) - lowScore;
      const nextG = normalScore(exp(s + ds), exp(t + dt), q.high) - highScore;
      if (nextF * nextF + nextG * nextG < norm) {
        s += ds;
        t += dt;
        f = nextF;
        g = nextG;
        helped = true;
        break;
      }
      ds /= 2;
      dt /= 2;
    }
    if (!helped) break;
  }
  const a = exp(s);
  const b = exp(t);
  const inRange = Math.min(a, b) >= 1e-6 && Math.max(a, b) <= LARGEST_SHAPE;
  return inRange && Math.abs(f) < 1e-8 && Math.abs(g) < 1e-8 ? { a, b } : null;
}
