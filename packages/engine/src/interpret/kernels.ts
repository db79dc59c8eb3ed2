import type { Instruction, Program, ValueId } from "../ir/program.js";
import { familyOf, meanOf } from "../ir/recipes.js";
import { hazard, scalar } from "../ir/scalar.js";
import { type DrawKey, fillNormal, fillNormalPair, fillUniform, siteOf } from "../random/index.js";
import * as loops from "./loops.js";

/** Runs that are carried through a program side by side, unless its record of closes would grow too large. A multiple of the random streams' blocks of 16. */
const LANES = 256;
/** Bytes that the columns of one program may take. */
const MOST_COLUMN_BYTES = 2 ** 26;

/** How many runs to carry side by side: fewer for long periods. No bit of a result depends on it. */
export function lanesFor(programs: readonly Program[]): number {
  const bytes = (program: Program) =>
    (program.steps + 1) *
    program.columns.reduce((sum, column) => sum + (column.type === "number" ? 8 : 1), 0);
  const most = Math.max(1, ...programs.map(bytes));
  let lanes = LANES;
  while (lanes > 16 && lanes * most > MOST_COLUMN_BYTES) lanes /= 2;
  return lanes;
}

export type NumberLanes = Float64Array;
/** 0 or 1. */
export type FlagLanes = Uint8Array;

/** What a kernel reads beside its inputs. */
export interface Clock {
  /** The step k, or the close that is read. */
  step: number;
  firstRun: number;
}

export interface Memory {
  readonly lanes: number;
  readonly clock: Clock;
  readonly numbers: readonly NumberLanes[];
  readonly flags: readonly FlagLanes[];
  readonly slotNumbers: readonly NumberLanes[];
  readonly slotFlags: readonly FlagLanes[];
  /** Every close of every column, `lanes` values each. */
  readonly columnNumbers: readonly NumberLanes[];
  readonly columnFlags: readonly FlagLanes[];
  readonly parameters: ReadonlyMap<string, number>;
  readonly seed: number;
  /** 0 for the world itself; a replicate redraws chance with its own stream and keeps the unknowns. */
  readonly stream: number;
}

export type Kernel = () => void;

/** One instruction over all lanes. They say what the language means, one operation at a time; nothing here depends on how many runs there are. */
export function kernelOf(program: Program, instruction: Instruction, memory: Memory): Kernel | null {
  const { id, inputs, attributes } = instruction;
  const x = memory.numbers[inputs[0] as ValueId] as NumberLanes;
  const y = memory.numbers[inputs[1] as ValueId] as NumberLanes;
  const p = memory.flags[inputs[0] as ValueId] as FlagLanes;
  const q = memory.flags[inputs[1] as ValueId] as FlagLanes;
  const out = memory.numbers[id] as NumberLanes;
  const flag = memory.flags[id] as FlagLanes;
  const { clock, lanes } = memory;
  switch (instruction.operation) {
    case "constant":
      out.fill(attributes.value as number);
      return null;
    case "flag":
      flag.fill(attributes.value as number);
      return null;
    case "parameter":
      out.fill(memory.parameters.get(attributes.name as string) ?? (attributes.value as number));
      return null;
    case "table": {
      const table = program.tables[attributes.table as number] as readonly number[];
      return () => out.fill(table[clock.step] as number);
    }
    case "flag table": {
      const table = program.tables[attributes.table as number] as readonly number[];
      return () => flag.fill(table[clock.step] as number);
    }
    case "load": {
      const slot = memory.slotNumbers[attributes.slot as number] as NumberLanes;
      return () => out.set(slot);
    }
    case "load flag": {
      const slot = memory.slotFlags[attributes.slot as number] as FlagLanes;
      return () => flag.set(slot);
    }
    case "column": {
      const column = memory.columnNumbers[attributes.column as number] as NumberLanes;
      const at = attributes.step ?? null;
      return () => out.set(closeOf(column, at ?? clock.step, lanes));
    }
    case "flag column": {
      const column = memory.columnFlags[attributes.column as number] as FlagLanes;
      const at = attributes.step ?? null;
      return () => flag.set(closeOf(column, at ?? clock.step, lanes));
    }
    case "uniform":
    case "normal":
      return drawKernel(instruction, memory, out);
    case "quantile":
    case "allowed":
    case "mean":
      return familyKernel(instruction, memory);
    case "add":
      return () => loops.add(out, x, y);
    case "subtract":
      return () => loops.subtract(out, x, y);
    case "multiply":
      return () => loops.multiply(out, x, y);
    case "divide":
      return () => loops.divide(out, x, y);
    case "minimum":
      return () => loops.minimum(out, x, y);
    case "maximum":
      return () => loops.maximum(out, x, y);
    case "power":
      return () => {
        for (let i = 0; i < lanes; i++) out[i] = scalar.power(x[i]!, y[i]!);
      };
    case "negate":
    case "absolute":
    case "floor":
    case "round":
    case "ceiling":
    case "square root":
    case "exponential":
    case "logarithm":
    case "logistic":
    case "normal quantile": {
      const operation = scalar[instruction.operation];
      return () => {
        for (let i = 0; i < lanes; i++) out[i] = operation(x[i]!);
      };
    }
    case "hazard": {
      const exponent = attributes.value as number;
      return () => {
        for (let i = 0; i < lanes; i++) out[i] = hazard(x[i]!, exponent);
      };
    }
    case "select": {
      const then = y;
      const otherwise = memory.numbers[inputs[2] as ValueId] as NumberLanes;
      const which = words(p);
      return () => {
        // What depends on the date, or is rare, sends a whole block one way.
        const uniform = sameThroughout(which);
        if (uniform === 0) out.set(otherwise);
        else if (uniform === ALL) out.set(then);
        else loops.select(out, p, then, otherwise);
      };
    }
    case "less":
      return () => loops.less(flag, x, y);
    case "less or equal":
      return () => loops.lessOrEqual(flag, x, y);
    case "equal":
      return () => loops.equal(flag, x, y);
    // Flags are bytes of 0 or 1: four of them are worked on at once.
    case "not": {
      const [to, from] = [words(flag), words(p)];
      return () => {
        for (let i = 0; i < to.length; i++) to[i] = from[i]! ^ ALL;
      };
    }
    case "and": {
      const [to, left, right] = [words(flag), words(p), words(q)];
      return () => {
        for (let i = 0; i < to.length; i++) to[i] = left[i]! & right[i]!;
      };
    }
    case "or": {
      const [to, left, right] = [words(flag), words(p), words(q)];
      return () => {
        for (let i = 0; i < to.length; i++) to[i] = left[i]! | right[i]!;
      };
    }
  }
}

/** Four flags that are all set. */
const ALL = 0x01010101;
/** The word that all words are; −1 where they differ. */
function sameThroughout(flags: Uint32Array): number {
  const first = flags[0]!;
  for (let i = 1; i < flags.length; i++) if (flags[i] !== first) return -1;
  return first;
}
const words = (flags: FlagLanes) => new Uint32Array(flags.buffer, flags.byteOffset, flags.length / 4);

function closeOf<T extends NumberLanes | FlagLanes>(column: T, step: number, lanes: number): T {
  return column.subarray(step * lanes, (step + 1) * lanes) as T;
}

function drawKernel(instruction: Instruction, memory: Memory, out: NumberLanes): Kernel {
  const draw = instruction.attributes.draw!;
  const site = siteOf(draw.site);
  const stream = draw.unknown ? 0 : memory.stream;
  const { clock, lanes, seed } = memory;
  const keyOf = (): DrawKey => ({ seed, site, step: draw.perStep ? clock.step : 0, stream });
  if (instruction.operation === "uniform") return () => fillUniform(out, keyOf(), clock.firstRun, lanes);
  // Two steps share what is dear in a pair of normals: the second has its draws from the first.
  const even = new Float64Array(lanes);
  let ready = { step: -1, firstRun: -1 };
  return () => {
    const { step, firstRun } = clock;
    if (step % 2 === 1) {
      fillNormalPair(out, even, keyOf(), firstRun, lanes);
      ready = { step: step + 1, firstRun };
    } else if (ready.step === step && ready.firstRun === firstRun) out.set(even);
    else fillNormal(out, keyOf(), firstRun, lanes);
  };
}

/** Families that have no straight-line quantile function are evaluated run by run. */
function familyKernel(instruction: Instruction, memory: Memory): Kernel {
  const family = familyOf(instruction.attributes.family!);
  const quantile = instruction.operation === "quantile";
  const mean = instruction.operation === "mean";
  const rows = instruction.inputs
    .slice(quantile ? 1 : 0)
    .map((input) => memory.numbers[input] as NumberLanes);
  const row = rows.map(() => 0);
  const { lanes } = memory;
  const uniform = memory.numbers[instruction.inputs[0] as ValueId] as NumberLanes;
  const out = memory.numbers[instruction.id] as NumberLanes;
  const flag = memory.flags[instruction.id] as FlagLanes;
  return () => {
    for (let i = 0; i < lanes; i++) {
      for (let j = 0; j < rows.length; j++) row[j] = rows[j]![i]!;
      if (mean) {
        out[i] = meanOf(family, row);
        continue;
      }
      const allowed = family.refuse(row) === null;
      if (quantile) out[i] = allowed ? family.quantile(uniform[i]!, row) : 0;
      else flag[i] = allowed ? 1 : 0;
    }
  };
}
