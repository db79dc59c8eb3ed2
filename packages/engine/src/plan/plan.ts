import type { Program, ValueId } from "../ir/program.js";

/**
 * What a run does, fixed before anything is computed. Weighing may be followed by resampling one day; it will then work in islands (blocks of runs that keep their
 * mean weight), so that neither threads nor memory nor bits depend on the number of runs.
 */
export interface Plan {
  readonly phases: readonly Phase[];
}

export type Phase =
  | { readonly kind: "advance"; readonly to: number }
  /** Items whose last date has come; `instructions` of the section `weigh` that their readings need and no earlier phase has executed. */
  | { readonly kind: "weigh"; readonly items: readonly string[]; readonly instructions: readonly ValueId[] };

/** Something to be weighed at a close: `values` are its readings. */
export interface Dated {
  readonly name: string;
  readonly step: number;
  readonly values: readonly ValueId[];
}

/** Lays the phases: on to each date at which something is to be weighed, in the order of dates, then to the last step. */
export function planRun(program: Program, items: readonly Dated[]): Plan {
  const phases: Phase[] = [];
  const done = new Set<ValueId>();
  let present = 0;
  const steps = [...new Set(items.map((item) => Math.min(item.step, program.steps)))].sort((a, b) => a - b);
  for (const step of steps) {
    const due = items.filter((item) => Math.min(item.step, program.steps) === step);
    if (step > present) phases.push({ kind: "advance", to: step });
    present = Math.max(present, step);
    const needed = neededBy(
      program,
      due.flatMap((item) => item.values),
    );
    const instructions = program.sections.weigh.filter((id) => needed.has(id) && !done.has(id));
    for (const id of instructions) done.add(id);
    phases.push({ kind: "weigh", items: due.map((item) => item.name), instructions });
  }
  if (present < program.steps) phases.push({ kind: "advance", to: program.steps });
  return { phases };
}

function neededBy(program: Program, values: readonly ValueId[]): Set<ValueId> {
  const needed = new Set<ValueId>();
  const stack = [...values];
  while (stack.length > 0) {
    const id = stack.pop() as ValueId;
    if (needed.has(id)) continue;
    needed.add(id);
    stack.push(...program.instructions[id]!.inputs);
  }
  return needed;
}
