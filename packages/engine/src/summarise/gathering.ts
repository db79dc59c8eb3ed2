import type { Model } from "@casus/language";
import type { FlagLanes, NumberLanes } from "../interpret/kernels.js";
import { type Machine, machineOf } from "../interpret/machine.js";
import { Sums } from "../interpret/sums.js";
import type { World } from "../lower/world.js";
import { beliefReading, claimReading, type RecordOfClaims } from "../weigh/record.js";
import { type Preparation, readingOf, valuedNumbers, type Weigher, weigherOf } from "../weigh/weigher.js";
import { type Collector, collectorOf, keptRunsFor } from "./collector.js";
import { binRanks, type Ranks } from "./sensitivity.js";
import { type ProbeTally, tallyProbes } from "./tallies.js";
import { FEWEST_PAIRS, type Twins, twinsOf } from "./twins.js";

/** Everything that is gathered while the runs go by. */
export interface Gathering {
  /** Carries the runs first … first + n − 1 through every world; `first` is a multiple of the lanes. */
  runLanes(first: number, n: number): void;
  /** Ends a block of runs. */
  fold(): void;
  readonly worlds: readonly WorldGathering[];
  /** Weighted share of runs in which a claim's proposition holds; null for what says nothing. */
  claimProbability(claim: string): number | null;
  /** Share of runs that an item alone would leave: (Σf)² / (n Σf²). */
  itemShare(index: number): number;
  /** Weight of all runs together. */
  totalWeight(): number;
  /** The weighted share of runs in which a belief’s condition holds. */
  beliefShare(index: number): number;
}

export interface WorldGathering {
  readonly world: World;
  readonly probes: readonly ProbeTally[];
  readonly collectors: readonly Collector[];
  readonly twins: readonly Twins[];
  /** Ranks of the unknowns in the kept runs. */
  ranks(): ReadonlyMap<string, Ranks>;
}

export function gatheringOf(
  model: Model,
  worlds: readonly [World, ...World[]],
  record: RecordOfClaims,
  prepared: Preparation,
  options: { readonly lanes: number; readonly seed: number; readonly runs: number },
): Gathering {
  const sums = new Sums();
  const keptRuns = keptRunsFor(
    worlds.reduce((count, world) => count + world.asks.length, 0),
    options.runs,
  );
  const [base] = worlds;
  const weigher = weigherOf(base, record, model, prepared, { ...options, stream: 0 });
  const twinWeigher = weigherOf(base, record, model, prepared, { ...options, stream: 1 });
  const all = worlds.map((world) => {
    const machine =
      world === base
        ? weigher.machine
        : machineOf(world.program, { ...options, stream: 0, parameters: new Map() });
    const twin =
      world === base
        ? twinWeigher.machine
        : machineOf(world.program, { ...options, stream: 1, parameters: new Map() });
    const collectors = world.asks.map((lowered) => {
      const categories = lowered.ask.kind === "categories" ? categoryCount(model, lowered.ask.fact) : 0;
      return collectorOf(
        lowered,
        {
          lanes: options.lanes,
          steps: world.program.steps,
          variants: record.variants.length,
          categories,
          kept: keptRuns,
        },
        sums,
      );
    });
    const rows = new Map([...world.unknowns.keys()].map((name) => [name, new Float64Array(keptRuns)]));
    const isFact = (name: string) => model.facts.some((fact) => fact.name === name);
    let binned: ReadonlyMap<string, Ranks> | null = null;
    const ranks = () => {
      binned ??= new Map([...rows].map(([name, row]) => [name, binRanks(row, kept, isFact(name))]));
      return binned;
    };
    const tally = tallyProbes(world.watched);
    return {
      world,
      probes: tally.probes,
      tally,
      machine,
      twin,
      collectors,
      twins: collectors.map((collector) => twinsOf(collector, options.lanes, sums)),
      rows,
      ranks,
    };
  });
  const weightAt = sums.reserve(2);
  const itemAt = sums.reserve(record.items.length * 2);
  const claims = model.claims.filter((claim) => base.record.has(claimReading(claim.name)));
  const claimAt = sums.reserve(claims.length);
  const beliefAt = sums.reserve(record.beliefs.length);
  const scratch = new Float64Array(options.lanes);
  let kept = 0;
  let pairsTell = true;
  let done = 0;

  return {
    worlds: all,
    runLanes(first, n) {
      weigher.run(first);
      addRecord(n);
      for (const { world, machine, collectors, rows, tally } of all) {
        if (machine !== weigher.machine) carry(machine, first, world.program.steps);
        tally.add(machine, weigher.weights, first, n);
        collect(machine, collectors, weigher, first, n);
        keepRanks(world, machine, rows, kept, Math.min(n, keptRuns - kept));
      }
      const isTwin = Math.floor(first / TWIN_BLOCK) % TWIN_EVERY === 0 && first < TWIN_RUNS * TWIN_EVERY;
      if (isTwin && pairsTell) {
        twinWeigher.run(first);
        for (const { world, twin, twins } of all) {
          if (twin !== twinWeigher.machine) carry(twin, first, world.program.steps);
          for (const pair of twins) pair.add(twin, weigher, twinWeigher, n);
        }
      }
      kept += Math.min(n, keptRuns - kept);
      done += n;
    },
    fold() {
      sums.fold();
      // Pairs that carry too little weight tell nothing: then they need not be run.
      const pairs = Math.min(TWIN_RUNS, options.runs / TWIN_EVERY);
      const share = sums.total(weightAt) ** 2 / (done * sums.total(weightAt + 1));
      pairsTell = share * pairs >= FEWEST_PAIRS;
    },
    claimProbability(name) {
      const index = claims.findIndex((claim) => claim.name === name);
      return index < 0 ? null : sums.total(claimAt + index) / sums.total(weightAt);
    },
    itemShare: (index) => sums.total(itemAt + 2 * index) ** 2 / (done * sums.total(itemAt + 2 * index + 1)),
    totalWeight: () => sums.total(weightAt),
    beliefShare: (index) => sums.total(beliefAt + index) / sums.total(weightAt),
  };

  function addRecord(n: number): void {
    const { weights } = weigher;
    sums.add(weightAt, weights, n);
    sums.addProduct(weightAt + 1, weights, weights, n);
    weigher.factors.forEach((factor, index) => {
      sums.add(itemAt + 2 * index, factor, n);
      sums.addProduct(itemAt + 2 * index + 1, factor, factor, n);
    });
    claims.forEach((claim, index) => {
      agreementWith(claim, base, weigher, scratch);
      sums.addProduct(claimAt + index, weights, scratch, n);
    });
    record.beliefs.forEach((belief, index) => {
      const holds = weigher.machine.flag(readingOf(base, beliefReading(belief)).value);
      sums.addProduct(beliefAt + index, weights, holds, n);
    });
  }
}

/** Every which block of how many runs is also carried through with chance drawn anew, up to so many runs. */
const TWIN_EVERY = 8;
const TWIN_BLOCK = 256;
const TWIN_RUNS = 16_384;

function categoryCount(model: Model, name: string): number {
  const draw = model.facts.find((fact) => fact.name === name)?.draw;
  return draw?.kind === "one of" ? draw.values.length : 0;
}

function carry(machine: Machine, first: number, steps: number): void {
  machine.start(first);
  machine.advance(steps);
  machine.weigh(machine.program.sections.weigh);
}

/** Reads the asks at every close in turn. */
function collect(
  machine: Machine,
  collectors: readonly Collector[],
  weigher: Weigher,
  first: number,
  n: number,
): void {
  const block = { machine, weights: weigher.weights, variants: weigher.variants, first, n };
  for (const collector of collectors) collector.begin(block);
  for (let k = 0; k <= machine.program.steps; k++) {
    machine.read(k);
    for (const collector of collectors) collector.look(k, block);
  }
  for (const collector of collectors) collector.end(block);
}

function keepRanks(
  world: World,
  machine: Machine,
  ranks: ReadonlyMap<string, Float64Array>,
  kept: number,
  room: number,
): void {
  if (room <= 0) return;
  for (const [name, unknown] of world.unknowns)
    ranks.get(name)?.set(machine.number(unknown.rank).subarray(0, room), kept);
}

/** 1 in runs that agree with what a claim says: a denial where the proposition does not hold, a number within the claim's range. */
function agreementWith(
  claim: Model["claims"][number],
  base: World,
  weigher: Weigher,
  out: NumberLanes,
): void {
  const reading = readingOf(base, claimReading(claim.name));
  const { proposition } = claim;
  if (proposition?.kind === "number") {
    const values = valuedNumbers(weigher.machine, reading, out);
    for (let i = 0; i < out.length; i++)
      out[i] = values[i]! >= proposition.low && values[i]! <= proposition.high ? 1 : 0;
    return;
  }
  const holds: FlagLanes = weigher.machine.flag(reading.value);
  const denies = proposition?.denies === true;
  for (let i = 0; i < out.length; i++) out[i] = denies ? 1 - holds[i]! : holds[i]!;
}
