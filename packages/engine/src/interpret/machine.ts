import type { Effect, Program, SectionName, ValueId } from "../ir/program.js";
import { type FlagLanes, type Kernel, kernelOf, type Memory, type NumberLanes } from "./kernels.js";

/** A program bound to memory for one block of runs. */
export interface Machine {
  readonly program: Program;
  /** Runs in a block. */
  readonly lanes: number;
  /** Draws the runs firstRun … firstRun + lanes − 1 and lays their state at t₀. */
  start(firstRun: number): void;
  /** Turns the state at the present close into that at close `step`. */
  advance(step: number): void;
  /** Executes instructions of the section `weigh`. */
  weigh(instructions: readonly ValueId[]): void;
  /** Executes the section `read` with the end date at close `step`. */
  read(step: number): void;
  /** Values of the last execution, one a run. */
  number(id: ValueId): NumberLanes;
  flag(id: ValueId): FlagLanes;
  /** A flag column: `lanes` values for each close. */
  flagColumn(column: number): FlagLanes;
  /** By probe: the step in which it first held in each run, −1 for never. */
  readonly firstHeld: readonly Int32Array[];
}

export interface MachineOptions {
  readonly lanes: number;
  readonly seed: number;
  readonly stream: number;
  readonly parameters: ReadonlyMap<string, number>;
}

/** The interpreter: executes a program as it is written, one operation at a time over a block of runs. It defines what a model means. */
export function machineOf(program: Program, options: MachineOptions): Machine {
  const memory = memoryOf(program, options);
  const firstHeld = program.probes.map(() => new Int32Array(options.lanes));
  const kernels = new Map<ValueId, Kernel>();
  for (const instruction of program.instructions) {
    const kernel = kernelOf(program, instruction, memory);
    if (kernel !== null) kernels.set(instruction.id, kernel);
  }
  const kernelsOf = (ids: readonly ValueId[]) => ids.flatMap((id) => kernels.get(id) ?? []);
  const effectsOf = (effects: readonly Effect[]) =>
    effects.map((effect) => {
      const value = effect.kind === "probe" ? effect.flag : effect.value;
      return effectOf(effect, memory, firstHeld, program.instructions[value]?.type === "number");
    });
  const sections = Object.fromEntries(
    (["once", "close", "step", "weigh", "read"] as const).map((name) => [
      name,
      [...kernelsOf(program.sections[name]), ...effectsOf(program.effects[name])],
    ]),
  ) as Record<SectionName, Kernel[]>;
  const { clock } = memory;

  const execute = (section: SectionName) => {
    for (const kernel of sections[section]) kernel();
  };
  return {
    program,
    lanes: options.lanes,
    firstHeld,
    start(firstRun) {
      clock.firstRun = firstRun;
      clock.step = 0;
      for (const steps of firstHeld) steps.fill(-1);
      execute("once");
      execute("close");
    },
    advance(step) {
      while (clock.step < step) {
        clock.step++;
        execute("step");
        execute("close");
      }
    },
    weigh(instructions) {
      for (const id of instructions) kernels.get(id)?.();
    },
    read(step) {
      const present = clock.step;
      clock.step = step;
      execute("read");
      clock.step = present;
    },
    number: (id) => memory.numbers[id] as NumberLanes,
    flag: (id) => memory.flags[id] as FlagLanes,
    flagColumn: (column) => memory.columnFlags[column] as FlagLanes,
  };
}

function memoryOf(program: Program, options: MachineOptions): Memory {
  const none = new Float64Array(0);
  const noFlags = new Uint8Array(0);
  const closes = program.steps + 1;
  const { lanes } = options;
  const numbers = <T extends { type: string }>(items: readonly T[], size: number) =>
    items.map((item) => (item.type === "number" ? new Float64Array(size) : none));
  const flags = <T extends { type: string }>(items: readonly T[], size: number) =>
    items.map((item) => (item.type === "flag" ? new Uint8Array(size) : noFlags));
  return {
    lanes,
    clock: { step: 0, firstRun: 0 },
    numbers: numbers(program.instructions, lanes),
    flags: flags(program.instructions, lanes),
    slotNumbers: numbers(program.slots, lanes),
    slotFlags: flags(program.slots, lanes),
    columnNumbers: numbers(program.columns, lanes * closes),
    columnFlags: flags(program.columns, lanes * closes),
    parameters: options.parameters,
    seed: options.seed,
    stream: options.stream,
  };
}

/** An effect as a function, its arrays looked up once. */
function effectOf(
  effect: Effect,
  memory: Memory,
  firstHeld: readonly Int32Array[],
  isNumber: boolean,
): Kernel {
  const { clock, lanes } = memory;
  switch (effect.kind) {
    case "store": {
      if (isNumber) {
        const [slot, value] = [memory.slotNumbers[effect.slot]!, memory.numbers[effect.value]!];
        return () => slot.set(value);
      }
      const [slot, value] = [memory.slotFlags[effect.slot]!, memory.flags[effect.value]!];
      return () => slot.set(value);
    }
    case "record": {
      if (isNumber) {
        const [column, value] = [memory.columnNumbers[effect.column]!, memory.numbers[effect.value]!];
        return () => column.set(value, lanes * clock.step);
      }
      const [column, value] = [memory.columnFlags[effect.column]!, memory.flags[effect.value]!];
      return () => column.set(value, lanes * clock.step);
    }
    case "probe": {
      const flag = memory.flags[effect.flag]!;
      const first = firstHeld[effect.probe]!;
      return () => {
        for (let i = 0; i < lanes; i++) if (flag[i] === 1 && first[i] === -1) first[i] = clock.step;
      };
    }
  }
}
