import type { Condition, Model, NumberExpression } from "@casus/language";
import type { Builder } from "../ir/build.js";
import type { ValueId } from "../ir/program.js";
import type { Partial } from "./partial.js";

/**
 * Where an expression stands. `opening`: in a rule, which reads the state at the opening of its step and knows what happens in it; `state`: the
 * state as it stands (at a close, or the opening when a treaty is looked at), where `happens` means the step that has just closed.
 */
export type View = "opening" | "state";

export interface DatedParts {
  number(expression: NumberExpression & { kind: "at" }): Partial;
  condition(condition: Condition & { kind: "by" | "at" }): ValueId;
}

/** What names mean while one world is being lowered. */
export interface Scope {
  readonly builder: Builder;
  readonly view: View;
  readonly world: WorldValues;
  /** Memo of lets, by name, for this scope. */
  readonly numbers: Map<string, Partial>;
  readonly flags: Map<string, ValueId>;
  /** In a reading: what stands for a dated part, see `readings.ts`. */
  readonly dated?: DatedParts;
  /** Inside `set Q = …`: what quantities are in the base. */
  readonly baseValue?: (name: string) => Partial;
}

export interface WorldValues {
  readonly model: Model;
  /** While quantities and facts are being drawn: draws the one that is read, if it has not been. */
  onDemand: ((name: string) => void) | null;
  readonly quantities: Map<string, Partial>;
  /** Named numbers of rules that the scenario sets. */
  readonly parameters: Map<string, Partial>;
  /** A true-or-false fact: a flag. A fact with values: the index as a number. */
  readonly facts: Map<string, ValueId>;
  readonly shocks: Map<string, Partial>;
  /** Slots of shocks that are read after their step. */
  readonly shockSlots: Map<string, number>;
  readonly events: Map<string, EventState>;
  /** Slots with the step of the first firing, for events that others are delayed behind. */
  readonly firstFirings: Map<string, number>;
  /** Slots with the survival products of events that happen once. */
  readonly survivals: Map<string, number>;
  readonly choices: Map<string, ChoiceState>;
  readonly treaties: Map<string, TreatyState>;
  readonly stocks: Map<string, StockState>;
}

/** The slots of an event, null where nothing reads them. */
export interface EventState {
  readonly has: number;
  /** The step of its last firing; `neverStep` before. */
  readonly last: number | null;
  /** The close at which it ends (`lasts`). */
  readonly end: number | null;
  /** Going on (`until`). */
  readonly active: number | null;
  readonly fired: number | null;
  /** In the step that is being lowered. */
  fires: ValueId | null;
}

export interface ChoiceState {
  /** Index of the option taken in the step that has just closed, −1 for none. */
  readonly taken: number;
  /** The option last taken, −1 before. */
  readonly stands: number;
  readonly ever: readonly number[];
  /** The first step in which it may be taken again; null where nothing has to pass. */
  readonly next: number | null;
  takes: ValueId | null;
}

export interface TreatyState {
  readonly force: number | null;
  readonly ended: number | null;
}

export interface StockState {
  readonly level: number;
  readonly valid: number | null;
  readonly sites: Partial["sites"];
  /** Those of its start alone. */
  readonly startSites: Partial["sites"];
}

/** A step that never comes. Larger than any number of steps, small enough for exact arithmetic. */
export const neverStep = 1e9;

export function scopeOf(builder: Builder, view: View, world: WorldValues): Scope {
  return { builder, view, world, numbers: new Map(), flags: new Map() };
}

/** In a rule of step k the close that is read is k − 1; at a close k it is k. */
export function clock(scope: Scope): ValueId {
  const b = scope.builder;
  // Conditions on the state are also asked at the opening of a step (treaties): there, too, the last close is k − 1.
  return b.section === "step" ? b.subtract(b.stepNumber(), b.number(1)) : b.stepNumber();
}

/** A world in which nothing has been lowered yet. */
export function emptyWorld(model: Model): WorldValues {
  return {
    model,
    onDemand: null,
    quantities: new Map(),
    parameters: new Map(),
    facts: new Map(),
    shocks: new Map(),
    shockSlots: new Map(),
    events: new Map(),
    firstFirings: new Map(),
    survivals: new Map(),
    choices: new Map(),
    treaties: new Map(),
    stocks: new Map(),
  };
}
