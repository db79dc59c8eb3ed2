import type { Family } from "./family.js";

/** What can be said of a distribution in a few numbers. Null where a moment does not exist. */
export type Description = {
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
  readonly mean: number | null;
  readonly sd: number | null;
};

/** Percentiles, mean and standard deviation of a family at parameters that it does not refuse. */
export function describe(family: Family, p: readonly number[]): Description {
  return {
    p5: family.quantile(0.05, p),
    p25: family.quantile(0.25, p),
    p50: family.quantile(0.5, p),
    p75: family.quantile(0.75, p),
    p95: family.quantile(0.95, p),
    mean: family.mean(p),
    sd: family.sd(p),
  };
}
