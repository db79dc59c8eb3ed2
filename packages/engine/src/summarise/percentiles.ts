import type { Quantiles } from "../answers.js";

/** Shares of the five percentiles that answers carry. */
export const shares = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 } as const;

const BINS = 512;

/**
 * Weighted percentiles of the first `count` values: the smallest value at which the cumulated weight reaches the share. Null where there is no weight. Values are
 * counted into bins first, so that only the bins that hold a percentile have to be sorted.
 */
export function weightedQuantiles(
  values: Float64Array,
  weights: Float64Array,
  count: number,
): Quantiles<number> | null {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < count; i++) {
    if (!(weights[i]! > 0)) continue;
    if (values[i]! < low) low = values[i]!;
    if (values[i]! > high) high = values[i]!;
  }
  if (!(low <= high)) return null;
  if (low === high) return { p5: low, p25: low, p50: low, p75: low, p95: low };
  const bins = new Float64Array(BINS);
  const scale = BINS / (high - low);
  const binOf = new Int16Array(count);
  for (let i = 0; i < count; i++) {
    const bin = weights[i]! > 0 ? Math.min(BINS - 1, Math.floor((values[i]! - low) * scale)) : -1;
    binOf[i] = bin;
    if (bin >= 0) bins[bin]! += weights[i]!;
  }
  const total = bins.reduce((sum, weight) => sum + weight, 0);
  const find = (share: number): number => {
    let before = 0;
    let bin = 0;
    while (bin < BINS - 1 && before + bins[bin]! < share * total) before += bins[bin++]!;
    const inside: number[] = [];
    for (let i = 0; i < count; i++) if (binOf[i] === bin) inside.push(i);
    inside.sort((a, b) => values[a]! - values[b]!);
    for (const i of inside) {
      before += weights[i]!;
      if (before >= share * total) return values[i]!;
    }
    return inside.length > 0 ? values[inside[inside.length - 1]!]! : high;
  };
  return {
    p5: find(shares.p5),
    p25: find(shares.p25),
    p50: find(shares.p50),
    p75: find(shares.p75),
    p95: find(shares.p95),
  };
}
