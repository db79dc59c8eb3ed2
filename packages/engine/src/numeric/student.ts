/** Student's t distribution with any positive number of degrees of freedom. */

import { betaLower, incompleteBeta, inverseBetaOdds } from "./incomplete-beta.js";
import type { Tails } from "./incomplete-gamma.js";
import { normalCdf, normalQuantile } from "./normal.js";
import { cosTwoPi, sinTwoPi } from "./trigonometry.js";

/** From here on the expansion about the normal, three terms of it, is exact to the last digits. */
const NEARLY_NORMAL = 1e9;

/** The t with the same chance below it as the standard normal's z, for df ≥ 1e9 and |z| < 40. */
function fromNormal(z: number, df: number): number {
  const square = z * z;
  return z + (z / df) * ((square + 1) / 4 + ((5 * square + 16) * square + 3) / (96 * df));
}

/** The inverse of `fromNormal`; beyond 45 there is nothing left of the tails. */
function toNormal(t: number, df: number): number {
  const near = Math.min(Math.max(t, -45), 45);
  const square = near * near;
  return near - (near / df) * ((square + 1) / 4 - ((13 * square + 8) * square + 3) / (96 * df));
}

const scratch: Tails = { lower: 0, upper: 0, density: 0 };

/**
 * The quantile for 0 < p < 1 and df > 0. Closed forms for 1 and 2, else through Beta(½, df/2), whose variable is
 * t²/(df + t²). Relative error below 1e-12; finite for df ≥ 0.1 and p from 2^−64 to 1 − 2^−53.
 */
export function studentQuantile(p: number, df: number): number {
  const away = p - 0.5;
  if (away === 0) return 0;
  if (df >= NEARLY_NORMAL) return fromNormal(normalQuantile(p), df);
  const both = p < 0.5 ? 2 * p : 2 * (1 - p);
  const inner = 2 * Math.abs(away);
  let size: number;
  if (df === 1)
    size = both < 0.5 ? cosTwoPi(both / 4) / sinTwoPi(both / 4) : sinTwoPi(inner / 4) / cosTwoPi(inner / 4);
  else if (df === 2) size = inner * Math.sqrt(2 / (both * (2 - both)));
  else size = Math.sqrt(df * inverseBetaOdds(0.5, df / 2, inner, both));
  return away < 0 ? -size : size;
}

/** The distribution function at t for df > 0. Relative error below 1e-12 in the lower tail. */
export function studentCdf(t: number, df: number): number {
  if (df >= NEARLY_NORMAL) return normalCdf(toNormal(t, df));
  const square = t * t;
  const total = df + square;
  if (total === Infinity) {
    const tail = betaLower(df / 2, 0.5, df / t / t) / 2;
    return t < 0 ? tail : 1 - tail;
  }
  incompleteBeta(df / 2, 0.5, df / total, square / total, scratch);
  return t < 0 ? scratch.lower / 2 : 0.5 + scratch.upper / 2;
}
