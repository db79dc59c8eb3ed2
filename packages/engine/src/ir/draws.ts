import { angleSite, siteOf } from "../random/index.js";
import type { Program, SectionName, ValueId } from "./program.js";

/** Whether a value can differ from run to run: whether any draw leads to it, through state and record too. */
export function readsDraws(program: Program, value: ValueId): boolean {
  const writers = { slot: new Map<number, ValueId[]>(), column: new Map<number, ValueId[]>() };
  const add = (map: Map<number, ValueId[]>, at: number, id: ValueId) =>
    map.set(at, [...(map.get(at) ?? []), id]);
  for (const section of ["once", "close", "step"] as const satisfies readonly SectionName[]) {
    for (const effect of program.effects[section]) {
      if (effect.kind === "store") add(writers.slot, effect.slot, effect.value);
      if (effect.kind === "record") add(writers.column, effect.column, effect.value);
    }
  }
  const seen = new Set<ValueId>();
  const stack = [value];
  while (stack.length > 0) {
    const id = stack.pop() as ValueId;
    if (seen.has(id)) continue;
    seen.add(id);
    const { inputs, attributes } = program.instructions[id]!;
    if (attributes.draw !== undefined) return true;
    stack.push(...inputs);
    if (attributes.slot !== undefined) stack.push(...(writers.slot.get(attributes.slot) ?? []));
    if (attributes.column !== undefined) stack.push(...(writers.column.get(attributes.column) ?? []));
  }
  return false;
}

/** Two names whose draws would be the same, since their sites are (one chance in 2³² for any two); null where there are none. */
export function sharedSite(program: Program): readonly [string, string] | null {
  const names = new Map<number, string>();
  for (const section of ["once", "step"] as const) {
    for (const id of program.sections[section]) {
      const { operation, attributes } = program.instructions[id]!;
      if (attributes.draw === undefined) continue;
      const { site } = attributes.draw;
      for (const hash of operation === "normal" ? [siteOf(site), angleSite(siteOf(site))] : [siteOf(site)]) {
        const other = names.get(hash);
        if (other !== undefined && other !== site) return [other, site];
        names.set(hash, site);
      }
    }
  }
  return null;
}
