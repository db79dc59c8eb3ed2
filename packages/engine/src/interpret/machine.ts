import type { Effect, Program, SectionName, ValueId } from "../ir/program.js";
import { type FlagLanes, type Kernel, kernelOf, LANES, type Memory, type NumberLanes } from "./kernels.js";

/** A program bound to memory for one block of {@link LANES} runs. */
export interface Machine {
  readonly program: Program;
  /** Draws the runs firstRun … firstRun + LANES − 1 and lays their state at t₀. */
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
  /** A flag column: LANES values for each close. */
  flagColumn(column: number): FlagLanes;
  /** By probe: the step in which it first held in each run, −1 for never. */
  readonly firstHeld: readonly Int32Array[];
}

export interface MachineOptions {
  readonly seed: number;
  readonly stream: number;
  readonly parameters: ReadonlyMap<string, number>;
}

/** The interpreter: executes a program as it is written, one operation at a time over a block of runs. It defines what a model means. */
export function machineOf(program: Program, options: MachineOptions): Machine {
  const memory = memoryOf(program, options);
  const kernels = new Map<ValueId, Kernel>();
  for (const instruction of program.instructions) {
    const kernel = kernelOf(program, instruction, memory);
    if (kernel !== null) kernels.set(instruction.id, kernel);
  }
  const kernelsOf = (ids: readonly ValueId[]) => ids.flatMap((id) => kernels.get(id) ?? []);
  const sections = Object.fromEntries(
    (["once", "close", "step", "weigh", "read"] as const).map((name) => [
      name,
      kernelsOf(program.sections[name]),
    ]),
  ) as Record<SectionName, Kernel[]>;
  const firstHeld = program.probes.map(() => new Int32Array(LANES));
  const { clock } = memory;

  const execute = (section: SectionName) => {
    for (const kernel of sections[section]) kernel();
    for (const effect of program.effects[section]) apply(effect, memory, firstHeld);
  };
  return {
    program,
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
  const numbers = <T extends { type: string }>(items: readonly T[], size: number) =>
    items.map((item) => (item.type === "number" ? new Float64Array(size) : none));
  const flags = <T extends { type: string }>(items: readonly T[], size: number) =>
    items.map((item) => (item.type === "flag" ? new Uint8Array(size) : noFlags));
  return {
    clock: { step: 0, firstRun: 0 },
    numbers: numbers(program.instructions, LANES),
    flags: flags(program.instructions, LANES),
    slotNumbers: numbers(program.slots, LANES),
    slotFlags: flags(program.slots, LANES),
    columnNumbers: numbers(program.columns, LANES * closes),
    columnFlags: flags(program.columns, LANES * closes),
    parameters: options.parameters,
    seed: options.seed,
    stream: options.stream,
  };
}

function apply(effect: Effect, memory: Memory, firstHeld: readonly Int32Array[]): void {
  const { step } = memory.clock;
  switch (effect.kind) {
    case "store":
      memory.slotNumbers[effect.slot]!.set(memory.numbers[effect.value]!);
      memory.slotFlags[effect.slot]!.set(memory.flags[effect.value]!);
      return;
    case "record":
      memory.columnNumbers[effect.column]!.set(
        memory.numbers[effect.value]!,
        memory.numbers[effect.value]!.length * step,
      );
      memory.columnFlags[effect.column]!.set(
        memory.flags[effect.value]!,
        memory.flags[effect.value]!.length * step,
      );
      return;
    case "probe": {
      const flag = memory.flags[effect.flag]!;
      const first = firstHeld[effect.probe]!;
      for (let i = 0; i < LANES; i++) if (flag[i] === 1 && first[i] === -1) first[i] = step;
      return;
    }
  }
}
