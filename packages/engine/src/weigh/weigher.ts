import type { Model } from "@casus/language";
import { accuracyOwners, outOfReach } from "../evidence/index.js";
import type { FlagLanes, NumberLanes } from "../interpret/kernels.js";
import { type Machine, machineOf } from "../interpret/machine.js";
import { BLOCK, Sums } from "../interpret/sums.js";
import type { ValueId } from "../ir/program.js";
import { priorQuantile } from "../lower/prior.js";
import type { Reading, World } from "../lower/world.js";
import { planRun } from "../plan/plan.js";
import { type Fit, fitBeliefs } from "./believe.js";
import { drawnAccuracies, fillFactors, meanAgreement } from "./factors.js";
import { conditionTraits } from "./items.js";
import { beliefReading, type RecordOfClaims } from "./record.js";

/** Runs over whose prior values the mean agreement of a report on a stock is taken. */
const PILOT_RUNS = 4096;

/** Carries the base through the phases of its plan and says what each run weighs. */
export interface Weigher {
  readonly machine: Machine;
  /** Draws a block of runs, carries it to the last step and weighs it. */
  run(firstRun: number): void;
  /** By run: the weight; for each variant the weight without its claim. */
  readonly weights: NumberLanes;
  readonly variants: readonly NumberLanes[];
  /** Factors that chance has no part in, and those that it has (beliefs included): their product is the weight. */
  readonly settled: NumberLanes;
  readonly chancy: NumberLanes;
  readonly factors: readonly NumberLanes[];
}

/** What has to be known of all runs before any can be weighed. */
export interface Preparation {
  /** N̄ by item. */
  readonly means: ReadonlyMap<string, number>;
  /** Of the base and of each variant. */
  readonly fits: readonly Fit[];
}

export interface Pace {
  /** Runs that are carried side by side. */
  readonly lanes: number;
  readonly runs: number;
  readonly seed: number;
  readonly yield?: () => Promise<void>;
  readonly shouldStop?: () => boolean;
}

/** Computes the mean agreements (from a prior, or a pilot of the first runs) and, where there are beliefs, fits them over all runs. */
export async function prepare(
  model: Model,
  world: World,
  record: RecordOfClaims,
  pace: Pace,
): Promise<Preparation> {
  const means = meansOf(model, world, record, pace);
  if (record.beliefs.length === 0) return { means, fits: [] };
  const weigher = weigherOf(world, record, model, { means, fits: [] }, { ...pace, stream: 0 });
  const cellCount = 2 ** record.beliefs.length;
  const lines = [weigher.weights, ...weigher.variants];
  const sums = new Sums();
  const at = sums.reserve(cellCount * lines.length);
  const { lanes } = pace;
  const cells = new Float64Array(lanes);
  const inside = new Float64Array(lanes);
  for (let done = 0; done < pace.runs; done += BLOCK) {
    for (let first = done; first < Math.min(pace.runs, done + BLOCK); first += lanes) {
      weigher.run(first);
      const n = Math.min(lanes, pace.runs - first);
      fillCells(cells, world, record, weigher.machine);
      for (let cell = 0; cell < cellCount; cell++) {
        for (let i = 0; i < lanes; i++) inside[i] = cells[i] === cell ? 1 : 0;
        lines.forEach((weights, line) => sums.addProduct(at + line * cellCount + cell, weights, inside, n));
      }
    }
    sums.fold();
    if (pace.yield !== undefined) await pace.yield();
    if (pace.shouldStop?.() === true) break;
  }
  const targets = record.beliefs.map((belief) => belief.probability);
  const fits = lines.map((_, line) =>
    fitBeliefs(
      Float64Array.from({ length: cellCount }, (_cell, cell) => sums.total(at + line * cellCount + cell)),
      targets,
    ),
  );
  return { means, fits };
}

export function weigherOf(
  world: World,
  record: RecordOfClaims,
  model: Model,
  prepared: Preparation,
  bound: { readonly lanes: number; readonly seed: number; readonly stream: number },
): Weigher {
  const { lanes, seed } = bound;
  const machine = machineOf(world.program, { ...bound, parameters: new Map() });
  const { items } = record;
  const values = items.map((item) => valuesOf(world, item.reading));
  const other = [...world.record].filter(([key]) => !items.some((item) => item.reading === key));
  const plan = planRun(world.program, [
    ...items.map((item, i) => ({
      name: String(i),
      step: item.step,
      values: values[i] as readonly ValueId[],
    })),
    ...record.beliefs.map((belief) => ({
      name: beliefReading(belief),
      step: conditionTraits(belief.condition).step,
      values: [],
    })),
    // What is only read (claims without weight, `given`) waits for the end.
    {
      name: "rest",
      step: world.program.steps,
      values: [
        ...other.flatMap(([key]) => valuesOf(world, key)),
        ...world.asks.flatMap((ask) => ask.given ?? []),
      ],
    },
  ]);
  const accuracies = model.grades.drawn
    ? drawnAccuracies(model.grades, accuracyOwners(record.evidence), seed, lanes)
    : null;
  const row = () => new Float64Array(lanes);
  const factors = items.map(row);
  const weights = row();
  const variants = record.variants.map(row);
  const settled = row();
  const chancy = row();
  const cells = row();
  const scratch = row();
  const evidences = {
    means: prepared.means,
    accuracies,
    flag: (reading: string): FlagLanes => machine.flag(readingOf(world, reading).value),
    number: (reading: string): NumberLanes => valuedNumbers(machine, readingOf(world, reading), scratch),
  };
  const multiply = (out: NumberLanes, indexes: readonly number[], fit: Fit | undefined) => {
    out.fill(1);
    for (const index of indexes) {
      const factor = factors[index] as NumberLanes;
      for (let i = 0; i < lanes; i++) out[i]! *= factor[i]!;
    }
    if (fit !== undefined) for (let i = 0; i < lanes; i++) out[i]! *= fit.multipliers[cells[i]!]!;
  };
  return {
    machine,
    weights,
    variants,
    settled,
    chancy,
    factors,
    run(firstRun) {
      accuracies?.start(firstRun);
      machine.start(firstRun);
      for (const phase of plan.phases) {
        if (phase.kind === "advance") machine.advance(phase.to);
        else {
          machine.weigh(phase.instructions);
          for (const name of phase.items) {
            const item = items[Number(name)];
            if (item !== undefined) fillFactors(factors[Number(name)] as NumberLanes, item, evidences);
          }
        }
      }
      if (prepared.fits.length > 0) fillCells(cells, world, record, machine);
      multiply(weights, record.base, prepared.fits[0]);
      record.variants.forEach((variant, v) =>
        multiply(variants[v] as NumberLanes, variant.items, prepared.fits[v + 1]),
      );
      const isSettled = (index: number) => items[index]?.unknownsAlone === true;
      multiply(settled, record.base.filter(isSettled), undefined);
      multiply(
        chancy,
        record.base.filter((index) => !isSettled(index)),
        prepared.fits[0],
      );
    },
  };
}

export function readingOf(world: World, key: string): Reading {
  const reading = world.record.get(key);
  if (reading === undefined) throw new Error(`${key} is not read`);
  return reading;
}

function valuesOf(world: World, key: string): readonly ValueId[] {
  const { value, valid } = readingOf(world, key);
  return valid === null ? [value] : [value, valid];
}

/** Numbers of a reading; NaN, which agrees with no report, in runs in which it has none. */
export function valuedNumbers(machine: Machine, reading: Reading, scratch: NumberLanes): NumberLanes {
  const values = machine.number(reading.value);
  if (reading.valid === null) return values;
  const valid = machine.flag(reading.valid);
  for (let i = 0; i < scratch.length; i++) scratch[i] = valid[i] === 1 ? values[i]! : Number.NaN;
  return scratch;
}

/** Which of the beliefs' conditions hold in each run, as bits. */
function fillCells(cells: NumberLanes, world: World, record: RecordOfClaims, machine: Machine): void {
  cells.fill(0);
  record.beliefs.forEach((belief, j) => {
    const holds = machine.flag(readingOf(world, beliefReading(belief)).value);
    for (let i = 0; i < cells.length; i++) if (holds[i] === 1) cells[i]! += 2 ** j;
  });
}

/** N̄ of every numeric report. */
function meansOf(
  model: Model,
  world: World,
  record: RecordOfClaims,
  { lanes, seed }: Pace,
): Map<string, number> {
  const means = new Map<string, number>();
  const sampled: { readonly name: string; readonly index: number; readonly values: Float64Array }[] = [];
  record.items.forEach((item, index) => {
    if (item.kind !== "number") return;
    const quantile = priorQuantile(model, item.report.value);
    if (quantile !== null) means.set(item.name, meanAgreement(item.report, quantile));
    else sampled.push({ name: item.name, index, values: new Float64Array(PILOT_RUNS) });
  });
  if (sampled.length === 0) return means;
  const machine = machineOf(world.program, { lanes, seed, stream: 0, parameters: new Map() });
  const scratch = new Float64Array(lanes);
  for (let first = 0; first < PILOT_RUNS; first += lanes) {
    machine.start(first);
    machine.advance(world.program.steps);
    machine.weigh(world.program.sections.weigh);
    for (const { index, values } of sampled)
      values.set(valuedNumbers(machine, readingOf(world, record.items[index]!.reading), scratch), first);
  }
  for (const { name, index, values } of sampled) {
    const item = record.items[index];
    if (item?.kind === "number") means.set(name, meanAgreement(item.report, values));
  }
  return means;
}

/** Numeric reports that lie too far from everything held possible to weigh anything. */
export function unreachable(record: RecordOfClaims, prepared: Preparation): string[] {
  return record.base.flatMap((index) => {
    const item = record.items[index];
    return item?.kind === "number" && outOfReach(prepared.means.get(item.name) ?? Number.NaN)
      ? [item.report.claim]
      : [];
  });
}
