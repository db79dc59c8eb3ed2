import type { Effect, Program, SectionName, ValueId } from "./program.js";

/** What is wanted of a program beside its sections `weigh` and `read`. */
export interface Roots {
  readonly values: readonly ValueId[];
  readonly columns: readonly number[];
}

const sectionNames: readonly SectionName[] = ["once", "close", "step", "weigh", "read"];

/**
 * Leaves out what nothing that is wanted leads to: state that is only kept for itself, columns that nobody reads. Numbers of values, slots and columns stay as they
 * are, so that whoever holds one can go on using it.
 */
export function prune(program: Program, roots: Roots): Program {
  const values = new Set<ValueId>();
  const slots = new Set<number>();
  const columns = new Set<number>(roots.columns);
  const stack: ValueId[] = [...roots.values, ...program.sections.weigh, ...program.sections.read];
  const isLive = (effect: Effect) =>
    effect.kind === "probe" ||
    (effect.kind === "store" ? slots.has(effect.slot) : columns.has(effect.column));
  for (;;) {
    for (const section of sectionNames) {
      for (const effect of program.effects[section]) {
        const value = effect.kind === "probe" ? effect.flag : effect.value;
        if (isLive(effect) && !values.has(value)) stack.push(value);
      }
    }
    if (stack.length === 0) break;
    while (stack.length > 0) {
      const id = stack.pop() as ValueId;
      if (values.has(id)) continue;
      values.add(id);
      const { inputs, attributes } = program.instructions[id]!;
      stack.push(...inputs);
      if (attributes.slot !== undefined) slots.add(attributes.slot);
      if (attributes.column !== undefined) columns.add(attributes.column);
    }
  }
  const each = <T>(keep: (section: SectionName) => T) =>
    Object.fromEntries(sectionNames.map((name) => [name, keep(name)])) as Record<SectionName, T>;
  return {
    ...program,
    sections: each((name) => program.sections[name].filter((id) => values.has(id))),
    effects: each((name) => program.effects[name].filter(isLive)),
  };
}
