import { type FlagLanes, LANES, type NumberLanes } from "../interpret/kernels.js";
import type { Machine } from "../interpret/machine.js";
import type { Sums } from "../interpret/sums.js";
import type { LoweredAsk } from "../lower/world.js";

/** Runs whose outcomes are kept one by one, for percentiles and for what an answer rests on. */
export const KEPT_RUNS = 65_536;
/** Outcomes kept for the percentiles of a series, all closes together. */
const KEPT_SERIES = 2 ** 19;

/** What one ask collects in one world, block by block. */
export interface Collector {
  readonly lowered: LoweredAsk;
  /** Looks at the outcomes with the end date at close `step`; to be called for 0 … steps in order. */
  look(step: number, machine: Machine): void;
  /** Adds the runs of a block: `weights` are those of the record, `variants` those without each claim. */
  add(
    machine: Machine,
    weights: NumberLanes,
    variants: readonly NumberLanes[],
    firstRun: number,
    n: number,
  ): void;
  /** Outcomes at the end date and the weights that go with them, `given` included, of the block that was added last. */
  readonly outcome: NumberLanes;
  readonly weight: NumberLanes;
  totals(): Totals;
}

export interface Totals {
  readonly weight: number;
  readonly squaredWeight: number;
  /** Σ w·x and so on. */
  readonly x: number;
  readonly xSquared: number;
  readonly squaredWeightX: number;
  readonly squaredWeightXSquared: number;
  readonly lapsed: number;
  /** Σ w·x by close, 0 … steps. */
  readonly series: readonly number[];
  /** By close: some run of weight above 0 has no value there. */
  readonly lostAt: readonly boolean[];
  readonly categories: readonly number[];
  readonly variants: readonly { readonly weight: number; readonly x: number }[];
  /** Runs of weight above 0 whose outcome has no value, and the first of them. */
  readonly lost: number;
  readonly firstLost: number | null;
  /** Runs of weight above 0. */
  readonly counted: number;
  readonly kept: { readonly count: number; readonly x: Float64Array; readonly weight: Float64Array };
  /** Outcomes by close, `count` values each; empty unless the ask is for a value. */
  readonly keptSeries: { readonly count: number; readonly values: readonly Float64Array[] };
}

export function collectorOf(
  lowered: LoweredAsk,
  steps: number,
  variantCount: number,
  categories: number,
  sums: Sums,
): Collector {
  const at = sums.reserve(7);
  const seriesAt = sums.reserve(steps + 1);
  const categoryAt = sums.reserve(categories);
  const variantAt = sums.reserve(variantCount * 2);
  const byClose = Array.from({ length: steps + 1 }, () => new Float64Array(LANES));
  // Where values can be lost: which runs have one, by close.
  const validByClose = lowered.valid === null ? null : byClose.map(() => new Uint8Array(LANES));
  const lostAt = new Array<boolean>(steps + 1).fill(false);
  const weight = new Float64Array(LANES);
  const scratch = new Float64Array(LANES);
  const square = new Float64Array(LANES);
  const lapsed = new Float64Array(LANES);
  const isValue = lowered.ask.kind === "value";
  const kept = { count: 0, x: new Float64Array(KEPT_RUNS), weight: new Float64Array(KEPT_RUNS) };
  const keptRuns = isValue ? Math.max(LANES, Math.min(4096, Math.floor(KEPT_SERIES / (steps + 1)))) : 0;
  const keptSeries = Array.from({ length: isValue ? steps + 1 : 0 }, () => new Float64Array(keptRuns));
  let lost = 0;
  let firstLost: number | null = null;
  let counted = 0;
  let seen = 0;
  const outcome = byClose[lowered.endStep] as NumberLanes;

  return {
    lowered,
    outcome,
    weight,
    look(step, machine) {
      const out = byClose[step] as NumberLanes;
      if (lowered.isFlag) out.set(machine.flag(lowered.outcome));
      else out.set(machine.number(lowered.outcome));
      if (lowered.valid !== null) validByClose?.[step]?.set(machine.flag(lowered.valid));
    },
    add(machine, weights, variants, firstRun, n) {
      const given = lowered.given === null ? null : machine.flag(lowered.given);
      for (let i = 0; i < LANES; i++) weight[i] = given === null || given[i] === 1 ? weights[i]! : 0;
      const valid = validByClose?.[lowered.endStep];
      for (let i = 0; i < n; i++) {
        if (weight[i] === 0) continue;
        counted++;
        if (valid?.[i] !== 0 && Number.isFinite(outcome[i])) continue;
        lost++;
        firstLost ??= firstRun + i;
      }
      for (let i = 0; i < LANES; i++) {
        square[i] = weight[i]! * weight[i]!;
        scratch[i] = outcome[i]! * outcome[i]!;
      }
      validByClose?.forEach((flags, k) => {
        for (let i = 0; i < n; i++) if (flags[i] === 0 && weight[i]! > 0) lostAt[k] = true;
      });
      sums.add(at, weight, n);
      sums.add(at + 1, square, n);
      sums.addProduct(at + 2, weight, outcome, n);
      sums.addProduct(at + 3, weight, scratch, n);
      sums.addProduct(at + 4, square, outcome, n);
      sums.addProduct(at + 5, square, scratch, n);
      if (lowered.moot !== null) {
        fillLapsed(lapsed, lowered, byClose, machine.flagColumn(lowered.moot));
        sums.addProduct(at + 6, weight, lapsed, n);
      }
      for (let k = 0; k <= steps; k++) sums.addProduct(seriesAt + k, weight, byClose[k]!, n);
      for (let c = 0; c < categories; c++) {
        for (let i = 0; i < LANES; i++) scratch[i] = outcome[i] === c ? 1 : 0;
        sums.addProduct(categoryAt + c, weight, scratch, n);
      }
      variants.forEach((variant, v) => {
        for (let i = 0; i < LANES; i++) scratch[i] = given === null || given[i] === 1 ? variant[i]! : 0;
        sums.add(variantAt + 2 * v, scratch, n);
        sums.addProduct(variantAt + 2 * v + 1, scratch, outcome, n);
      });
      const room = Math.min(n, KEPT_RUNS - kept.count);
      if (room > 0) {
        kept.x.set(outcome.subarray(0, room), kept.count);
        kept.weight.set(weight.subarray(0, room), kept.count);
        kept.count += room;
      }
      const seriesRoom = Math.min(n, keptRuns - seen);
      if (seriesRoom > 0)
        keptSeries.forEach((values, k) => values.set(byClose[k]!.subarray(0, seriesRoom), seen));
      seen += Math.max(0, seriesRoom);
    },
    totals: () => ({
      weight: sums.total(at),
      squaredWeight: sums.total(at + 1),
      x: sums.total(at + 2),
      xSquared: sums.total(at + 3),
      squaredWeightX: sums.total(at + 4),
      squaredWeightXSquared: sums.total(at + 5),
      lapsed: sums.total(at + 6),
      series: Array.from({ length: steps + 1 }, (_, k) => sums.total(seriesAt + k)),
      categories: Array.from({ length: categories }, (_, c) => sums.total(categoryAt + c)),
      variants: Array.from({ length: variantCount }, (_, v) => ({
        weight: sums.total(variantAt + 2 * v),
        x: sums.total(variantAt + 2 * v + 1),
      })),
      lostAt,
      lost,
      firstLost,
      counted,
      kept,
      keptSeries: { count: seen, values: keptSeries },
    }),
  };
}

/** 1 where the question lapses: its `moot` condition holds at a close before the one at which it resolves. */
function fillLapsed(
  out: NumberLanes,
  lowered: LoweredAsk,
  byClose: readonly NumberLanes[],
  moot: FlagLanes,
): void {
  const settled = lowered.settles === "true" ? 1 : lowered.settles === "false" ? 0 : null;
  for (let i = 0; i < LANES; i++) {
    out[i] = 0;
    for (let k = 0; k < lowered.endStep; k++) {
      if (settled !== null && byClose[k]![i] === settled) break;
      if (moot[k * LANES + i] === 1) {
        out[i] = 1;
        break;
      }
    }
  }
}
