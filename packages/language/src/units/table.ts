/** The units of a model: those declared, and the units of time that are always there. */
import type { Span } from "../text/source-text.js";
import type { StepUnit } from "../time/timeline.js";
import type { Unit } from "./unit.js";

export interface UnitDefinition {
  /** Canonical: the name declared first, of which the others are spellings. */
  readonly name: string;
  /** Where it is declared; null for a unit of time. */
  readonly span: Span | null;
  readonly currency: boolean;
  readonly time: StepUnit | null;
  /** `NAME = NUMBER UNIT`; null for a unit of its own kind. */
  readonly definition: { readonly factor: number; readonly unit: Unit } | null;
  /** True where its definition was at fault: nothing more is said of expressions that use it. */
  readonly broken: boolean;
}

export interface UnitTable {
  /** By every spelling. */
  readonly byName: ReadonlyMap<string, UnitDefinition>;
}

const timeUnits: readonly StepUnit[] = ["day", "week", "month", "quarter", "year"];

/** The unit of time that a word means, in the singular or the plural. */
export function timeUnit(word: string): StepUnit | null {
  return timeUnits.find((unit) => word === unit || word === `${unit}s`) ?? null;
}

/** Days, weeks, months, quarters and years with their plurals, by every spelling. */
export function builtInUnits(): Map<string, UnitDefinition> {
  const table = new Map<string, UnitDefinition>();
  for (const time of timeUnits) {
    const definition = { name: time, span: null, currency: false, time, definition: null, broken: false };
    table.set(time, definition).set(`${time}s`, definition);
  }
  return table;
}
