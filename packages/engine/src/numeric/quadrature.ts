/** Gauss–Legendre rule with 24 points: positive abscissas on (−1, 1) and their weights. */

export const ABSCISSAS = [
  0.9951872199970213, 0.9747285559713095, 0.9382745520027328, 0.8864155270044011, 0.820001985973903,
  0.7401241915785544, 0.6480936519369755, 0.5454214713888396, 0.4337935076260451, 0.3150426796961634,
  0.1911188674736163, 0.06405689286260563,
] as const;

export const WEIGHTS = [
  0.0123412297999872, 0.028531388628933663, 0.04427743881741981, 0.05929858491543678, 0.0733464814110803,
  0.08619016153195327, 0.09761865210411388, 0.10744427011596563, 0.1155056680537256, 0.12167047292780339,
  0.1258374563468283, 0.12793819534675216,
] as const;

/** Exponent at which an integrand that has fallen from 1 is left out: e^−37 is below half an ulp. */
export const NEGLIGIBLE = 37;

/**
 * How far to go from a point at which a log density falls at `slope` and curves down at `curvature` until it has
 * fallen by `NEGLIGIBLE`.
 */
export function reach(slope: number, curvature: number): number {
  return (2 * NEGLIGIBLE) / (slope + Math.sqrt(slope * slope + 2 * NEGLIGIBLE * curvature));
}
