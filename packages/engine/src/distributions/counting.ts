import { betaLower, betaUpper } from "../numeric/incomplete-beta.js";
import { gammaLower, gammaUpper } from "../numeric/incomplete-gamma.js";
import { normalQuantile } from "../numeric/normal.js";
import { type Family, refuseNegative, refuseOutside, refuseUnlessNumbers } from "./family.js";

/** Counts up to here are told apart by the distribution functions below. */
const LARGEST_COUNT = 1e12;

/**
 * The smallest whole k in low … high at which `reached(k)` holds, which must hold at `high` and, once it holds, go on
 * holding. Looks outward from `guess` in doubling strides and then halves: 80 calls at most, 2 or 3 for a good guess.
 */
export function smallestWhole(
  reached: (k: number) => boolean,
  guess: number,
  low: number,
  high: number,
): number {
  let above = Math.min(Math.max(Math.floor(guess), low), high);
  let below = low - 1;
  let stride = 1;
  if (above === high || reached(above)) {
    while (above - stride >= low) {
      const k = above - stride;
      if (!reached(k)) {
        below = k;
        break;
      }
      above = k;
      stride *= 2;
    }
  } else {
    below = above;
    for (;;) {
      above = Math.min(below + stride, high);
      if (above === high || reached(above)) break;
      below = above;
      stride *= 2;
    }
  }
  while (above - below > 1) {
    const middle = Math.floor(below + (above - below) / 2);
    if (reached(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** Poisson(mean), 0 ≤ mean ≤ 1e12. */
export const poisson: Family = {
  name: "poisson",
  parameters: ["mean"],
  discrete: true,
  jumps: true,
  refuse: (p) => refuseUnlessNumbers(["mean"], p) ?? refuseOutside("mean", p[0]!, 0, LARGEST_COUNT),
  quantile(u, p) {
    const mean = p[0]!;
    if (mean === 0) return 0;
    const z = normalQuantile(u);
    const guess = mean + Math.sqrt(mean) * z + (z * z - 1) / 6;
    // The smaller tail decides, so that u near 1 keeps its digits.
    const reached =
      u <= 0.5
        ? (k: number) => gammaUpper(k + 1, mean) >= u
        : (k: number) => gammaLower(k + 1, mean) <= 1 - u;
    return smallestWhole(reached, guess, 0, Math.ceil(mean + 40 * Math.sqrt(mean)) + 1000);
  },
  cdf: (x, p) => (x < 0 ? 0 : p[0] === 0 || x > 1e15 ? 1 : gammaUpper(Math.floor(x) + 1, p[0]!)),
  mean: (p) => p[0]!,
  sd: (p) => Math.sqrt(p[0]!),
};

const binomialParameters = ["number of trials", "chance"] as const;

/** Binomial(n, p): n whole, 0 … 1e12; chance 0 … 1. */
export const binomial: Family = {
  name: "binomial",
  parameters: binomialParameters,
  discrete: true,
  jumps: true,
  refuse(p) {
    const reason =
      refuseUnlessNumbers(binomialParameters, p) ??
      refuseNegative("number of trials", p[0]!) ??
      refuseOutside("number of trials", p[0]!, 0, LARGEST_COUNT);
    if (reason !== null) return reason;
    if (Math.floor(p[0]!) !== p[0]) return `the number of trials must be a whole number, not ${p[0]}`;
    return refuseOutside("chance", p[1]!, 0, 1);
  },
  quantile(u, p) {
    const [n, chance] = p as readonly [number, number];
    if (chance === 0 || n === 0) return 0;
    if (chance === 1) return n;
    const z = normalQuantile(u);
    const sd = Math.sqrt(n * chance * (1 - chance));
    const guess = n * chance + sd * z + ((1 - 2 * chance) * (z * z - 1)) / 6;
    const reached =
      u <= 0.5
        ? (k: number) => betaUpper(k + 1, n - k, chance) >= u
        : (k: number) => betaLower(k + 1, n - k, chance) <= 1 - u;
    return smallestWhole(reached, guess, 0, n);
  },
  cdf(x, p) {
    const [n, chance] = p as readonly [number, number];
    const k = Math.floor(x);
    if (k < 0) return 0;
    if (k >= n || chance === 0) return 1;
    return chance === 1 ? 0 : betaUpper(k + 1, n - k, chance);
  },
  mean: (p) => p[0]! * p[1]!,
  sd: (p) => Math.sqrt(p[0]! * p[1]! * (1 - p[1]!)),
};
