import type { FlagLanes, NumberLanes } from "../interpret/kernels.js";
import type { Machine } from "../interpret/machine.js";
import type { Sums } from "../interpret/sums.js";
import type { LoweredAsk } from "../lower/world.js";

/** Runs whose outcomes are kept one by one, for percentiles and for what an answer rests on: fewer where there is much to keep them for. */
export function keptRunsFor(collectors: number, runs: number): number {
  return Math.min(runs, Math.max(8192, Math.min(65_536, Math.floor(2 ** 23 / collectors))));
}
/** Outcomes kept for the percentiles of a series, all closes together. */
const KEPT_SERIES = 2 ** 19;

/** A block of runs that have been carried to the end and weighed. */
export interface Block {
  readonly machine: Machine;
  /** Of the record; and those without each claim. */
  readonly weights: NumberLanes;
  readonly variants: readonly NumberLanes[];
  readonly first: number;
  readonly n: number;
}

/** What one ask collects in one world, block by block. */
export interface Collector {
  readonly lowered: LoweredAsk;
  begin(block: Block): void;
  /** Looks at the outcomes with the end date at close `step`; to be called for 0 … steps in order. */
  look(step: number, block: Block): void;
  end(block: Block): void;
  /** Outcomes at the end date and the weights that go with them, `given` included, of the block that was collected last. */
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

export interface Extent {
  readonly lanes: number;
  readonly steps: number;
  readonly variants: number;
  readonly categories: number;
  /** Runs to keep one by one. */
  readonly kept: number;
}

export function collectorOf(lowered: LoweredAsk, extent: Extent, sums: Sums): Collector {
  const { lanes, steps, categories } = extent;
  const variantCount = extent.variants;
  const at = sums.reserve(7);
  const seriesAt = sums.reserve(steps + 1);
  const categoryAt = sums.reserve(categories);
  const variantAt = sums.reserve(variantCount * 2);
  const row = () => new Float64Array(lanes);
  const [present, outcome, weight, scratch, square] = [row(), row(), row(), row(), row()] as const;
  /** Runs whose outcome has a value at the close that is looked at, and at the end date. */
  const valid = new Uint8Array(lanes);
  const validAtEnd = new Uint8Array(lanes);
  const lostAt = new Array<boolean>(steps + 1).fill(false);
  const lapse = lapseOf(lowered, lanes);
  const isValue = lowered.ask.kind === "value";
  const kept = { count: 0, x: new Float64Array(extent.kept), weight: new Float64Array(extent.kept) };
  const keptRuns = isValue ? Math.max(256, Math.min(4096, Math.floor(KEPT_SERIES / (steps + 1)))) : 0;
  const keptSeries = Array.from({ length: isValue ? steps + 1 : 0 }, () => new Float64Array(keptRuns));
  let lost = 0;
  let firstLost: number | null = null;
  let counted = 0;
  let seen = 0;

  return {
    lowered,
    outcome,
    weight,
    begin({ machine, weights }) {
      const given = lowered.given === null ? null : machine.flag(lowered.given);
      for (let i = 0; i < lanes; i++) weight[i] = given === null || given[i] === 1 ? weights[i]! : 0;
      lapse?.begin();
    },
    look(step, { machine, n }) {
      if (lowered.isFlag) {
        const flags = machine.flag(lowered.outcome);
        sums.addFlagged(seriesAt + step, weight, flags, n);
        if (step !== lowered.endStep && lapse === null) return;
        present.set(flags);
      } else {
        present.set(machine.number(lowered.outcome));
        const flags = lowered.valid === null ? null : machine.flag(lowered.valid);
        for (let i = 0; i < lanes; i++) {
          valid[i] = flags?.[i] !== 0 && Number.isFinite(present[i]) ? 1 : 0;
          // What has no value must not reach a sum, not even with weight 0.
          if (valid[i] === 0) present[i] = 0;
          if (valid[i] === 0 && i < n && weight[i]! > 0) lostAt[step] = true;
        }
      }
      if (step === lowered.endStep) {
        outcome.set(present);
        validAtEnd.set(valid);
      }
      lapse?.look(step, present, machine);
      if (!lowered.isFlag) sums.addProduct(seriesAt + step, weight, present, n);
      const room = Math.min(n, keptRuns - seen);
      if (room > 0) keptSeries[step]?.set(present.subarray(0, room), seen);
    },
    end({ machine, variants, first, n }) {
      seen += Math.max(0, Math.min(n, keptRuns - seen));
      for (let i = 0; i < n; i++) {
        if (weight[i] === 0) continue;
        counted++;
        if (lowered.isFlag || validAtEnd[i] === 1) continue;
        lost++;
        firstLost ??= first + i;
      }
      for (let i = 0; i < lanes; i++) {
        square[i] = weight[i]! * weight[i]!;
        scratch[i] = outcome[i]! * outcome[i]!;
      }
      sums.add(at, weight, n);
      sums.add(at + 1, square, n);
      sums.addProduct(at + 2, weight, outcome, n);
      sums.addProduct(at + 3, weight, scratch, n);
      sums.addProduct(at + 4, square, outcome, n);
      sums.addProduct(at + 5, square, scratch, n);
      if (lapse !== null) sums.addProduct(at + 6, weight, lapse.lapsed, n);
      for (let c = 0; c < categories; c++) {
        for (let i = 0; i < lanes; i++) scratch[i] = outcome[i] === c ? 1 : 0;
        sums.addProduct(categoryAt + c, weight, scratch, n);
      }
      const given = lowered.given === null ? null : machine.flag(lowered.given);
      variants.forEach((variant, v) => {
        for (let i = 0; i < lanes; i++) scratch[i] = given === null || given[i] === 1 ? variant[i]! : 0;
        sums.add(variantAt + 2 * v, scratch, n);
        sums.addProduct(variantAt + 2 * v + 1, scratch, outcome, n);
      });
      const room = Math.min(n, extent.kept - kept.count);
      if (room > 0) {
        kept.x.set(outcome.subarray(0, room), kept.count);
        kept.weight.set(weight.subarray(0, room), kept.count);
        kept.count += room;
      }
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

/** Follows, close by close, whether a question lapses: whether its `moot` condition holds at a close before the one at which it resolves. */
function lapseOf(lowered: LoweredAsk, lanes: number) {
  const { moot, happened, settles, endStep } = lowered;
  if (moot === null) return null;
  const settled = settles === "true" ? 1 : settles === "false" ? 0 : null;
  const lapsed = new Float64Array(lanes);
  /** The question has resolved or lapsed. */
  const over = new Uint8Array(lanes);
  return {
    lapsed,
    begin() {
      lapsed.fill(0);
      over.fill(0);
    },
    look(step: number, present: NumberLanes, machine: Machine) {
      if (step >= endStep || settles === "at the start") return;
      const holds: FlagLanes = machine.flagColumn(moot);
      const came = happened === null ? null : machine.flagColumn(happened);
      for (let i = 0; i < lanes; i++) {
        if (over[i] === 1) continue;
        if ((came === null ? present[i] : came[step * lanes + i]) === settled) over[i] = 1;
        else if (holds[step * lanes + i] === 1) {
          over[i] = 1;
          lapsed[i] = 1;
        }
      }
    },
  };
}
