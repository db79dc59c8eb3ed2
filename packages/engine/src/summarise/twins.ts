import type { Machine } from "../interpret/machine.js";
import type { Sums } from "../interpret/sums.js";
import type { Weigher } from "../weigh/weigher.js";
import type { Collector } from "./collector.js";

/**
 * What chance has a part in: pairs of runs that share every unknown and differ in chance alone. The covariance of their outcomes is the variance of the outcome's
 * mean given the unknowns (Sobol' 1993), so that their correlation is the share of the variance which the unknowns explain.
 */
export interface Twins {
  add(twin: Machine, weigher: Weigher, twinWeigher: Weigher, n: number): void;
  /** Correlation of the outcomes of a pair, with its standard error; null where too few pairs carry the weight, or outcomes do not vary. */
  correlation(): { readonly value: number; readonly error: number } | null;
}

/** Effective pairs below which they tell nothing. */
export const FEWEST_PAIRS = 500;

export function twinsOf(collector: Collector, lanes: number, sums: Sums): Twins {
  const at = sums.reserve(7);
  const { lowered } = collector;
  const weight = new Float64Array(lanes);
  const other = new Float64Array(lanes);
  const product = new Float64Array(lanes);
  return {
    add(twin, weigher, twinWeigher, n) {
      twin.read(lowered.endStep);
      if (lowered.isFlag) other.set(twin.flag(lowered.outcome));
      else other.set(twin.number(lowered.outcome));
      const x = collector.outcome;
      const given = lowered.given === null ? null : twin.flag(lowered.given);
      for (let i = 0; i < lanes; i++) {
        // What depends on the unknowns alone is the same in both and counts once. `collector.weight` holds `given` in the run itself.
        const pair = weigher.settled[i]! * weigher.chancy[i]! * twinWeigher.chancy[i]!;
        const both =
          collector.weight[i]! > 0 &&
          (given === null || given[i] === 1) &&
          Number.isFinite(x[i]) &&
          Number.isFinite(other[i]);
        weight[i] = both ? pair : 0;
      }
      sums.add(at, weight, n);
      sums.addProduct(at + 6, weight, weight, n);
      sums.addProduct(at + 1, weight, x, n);
      sums.addProduct(at + 2, weight, other, n);
      for (let i = 0; i < lanes; i++) product[i] = weight[i] === 0 ? 0 : x[i]! * other[i]!;
      sums.addProduct(at + 3, weight, product, n);
      for (let i = 0; i < lanes; i++) product[i] = weight[i] === 0 ? 0 : x[i]! * x[i]!;
      sums.addProduct(at + 4, weight, product, n);
      for (let i = 0; i < lanes; i++) product[i] = weight[i] === 0 ? 0 : other[i]! * other[i]!;
      sums.addProduct(at + 5, weight, product, n);
    },
    correlation() {
      const total = sums.total(at);
      // A few heavy pairs would agree by chance, and their error could not be told.
      if (!(total * total > FEWEST_PAIRS * sums.total(at + 6))) return null;
      const [mean, other] = [sums.total(at + 1) / total, sums.total(at + 2) / total];
      const variance = (sums.total(at + 4) + sums.total(at + 5)) / (2 * total) - (mean ** 2 + other ** 2) / 2;
      if (!(variance > 1e-12 * (mean ** 2 + other ** 2))) return null;
      const value = Math.min(1, Math.max(0, (sums.total(at + 3) / total - mean * other) / variance));
      return { value, error: ((1 - value ** 2) * Math.sqrt(sums.total(at + 6))) / total };
    },
  };
}
