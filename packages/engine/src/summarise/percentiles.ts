import type { Quantiles } from "../answers.js";

/** Shares of the five percentiles that answers carry. */
export const shares = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 } as const;

/** Weighted percentiles of the first `count` values: the smallest value at which the cumulated weight reaches the share. Null where there is no weight. */
export function weightedQuantiles(
  values: Float64Array,
  weights: Float64Array,
  count: number,
): Quantiles<number> | null {
  const order: number[] = [];
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (!(weights[i]! > 0)) continue;
    order.push(i);
    total += weights[i]!;
  }
  if (order.length === 0) return null;
  const sorted = Uint32Array.from(order).sort((a, b) => values[a]! - values[b]!);
  const find = Object.values(shares).map((share) => share * total);
  const found: number[] = [];
  let cumulated = 0;
  for (const i of sorted) {
    cumulated += weights[i]!;
    while (found.length < find.length && cumulated >= find[found.length]!) found.push(values[i]!);
  }
  const last = values[sorted[sorted.length - 1]!]!;
  const [p5 = last, p25 = last, p50 = last, p75 = last, p95 = last] = found;
  return { p5, p25, p50, p75, p95 };
}
