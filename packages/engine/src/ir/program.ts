/**
 * The intermediate representation of one world (the base, or a scenario): straight-line code over values that are one number or one flag a run. Runs are lanes; nothing in
 * the code depends on how many there are.
 *
 * A program has five sections, executed in this order:
 *   once    at the start of a run: draws, quantities, facts, the state at t₀;
 *   close   at t₀ and after every step: what is read of the state at that close (columns);
 *   step    for each step k = 1 … N: the rules, which load the opening state;
 *   weigh   when the record is complete up to the dates that a report, observation or `given` speaks of;
 *   read    for each close k: the asks with their end date moved to k.
 * Values of `once` may be used in every section, others only in their own. The effects of a section (stores, records, probes) happen at its end, in
 * order, so that every `load` in a step sees the opening.
 */

export type ValueType = "number" | "flag";
export type SectionName = "once" | "step" | "close" | "weigh" | "read";

/** Index of an instruction in {@link Program.instructions}. */
export type ValueId = number;

/** What each operation takes: `n` numbers, `f` flags. Draws, tables and the like take none and carry attributes. */
export const signatures = {
  // sources
  constant: { inputs: "", result: "number" },
  flag: { inputs: "", result: "flag" },
  parameter: { inputs: "", result: "number" },
  table: { inputs: "", result: "number" },
  "flag table": { inputs: "", result: "flag" },
  load: { inputs: "", result: "number" },
  "load flag": { inputs: "", result: "flag" },
  uniform: { inputs: "", result: "number" },
  normal: { inputs: "", result: "number" },
  column: { inputs: "", result: "number" },
  "flag column": { inputs: "", result: "flag" },
  quantile: { inputs: "*", result: "number" },
  allowed: { inputs: "*", result: "flag" },
  mean: { inputs: "*", result: "number" },
  // arithmetic
  add: { inputs: "nn", result: "number" },
  subtract: { inputs: "nn", result: "number" },
  multiply: { inputs: "nn", result: "number" },
  divide: { inputs: "nn", result: "number" },
  negate: { inputs: "n", result: "number" },
  absolute: { inputs: "n", result: "number" },
  minimum: { inputs: "nn", result: "number" },
  maximum: { inputs: "nn", result: "number" },
  floor: { inputs: "n", result: "number" },
  round: { inputs: "n", result: "number" },
  ceiling: { inputs: "n", result: "number" },
  "square root": { inputs: "n", result: "number" },
  exponential: { inputs: "n", result: "number" },
  logarithm: { inputs: "n", result: "number" },
  power: { inputs: "nn", result: "number" },
  logistic: { inputs: "n", result: "number" },
  "normal quantile": { inputs: "n", result: "number" },
  hazard: { inputs: "n", result: "number" },
  select: { inputs: "fnn", result: "number" },
  // flags
  less: { inputs: "nn", result: "flag" },
  "less or equal": { inputs: "nn", result: "flag" },
  equal: { inputs: "nn", result: "flag" },
  not: { inputs: "f", result: "flag" },
  and: { inputs: "ff", result: "flag" },
  or: { inputs: "ff", result: "flag" },
} as const satisfies Record<string, { inputs: string; result: ValueType }>;

export type OperationName = keyof typeof signatures;

export interface Instruction {
  readonly id: ValueId;
  readonly operation: OperationName;
  readonly type: ValueType;
  readonly section: SectionName;
  readonly inputs: readonly ValueId[];
  readonly attributes: Attributes;
}

/** What an operation carries beside its inputs; which of these is given by the operation. */
export interface Attributes {
  /** constant; hazard: the exponent e of 1 − (1 − p)^e */
  readonly value?: number;
  /** parameter: its name, so that a slider can move it. */
  readonly name?: string;
  /** table: index into {@link Program.tables}: a value for every k. */
  readonly table?: number;
  /** load: index into {@link Program.slots}. */
  readonly slot?: number;
  /** uniform, normal: the stream of draws. */
  readonly draw?: Draw;
  /** column: which one, and at which close; null: the close at which the section reads. */
  readonly column?: number;
  readonly step?: number | null;
  /** quantile: inputs are the uniform and the parameters; allowed, mean: the parameters. */
  readonly family?: FamilyRecipe;
}

/** One stream of random numbers. */
export interface Draw {
  /** The name that it is keyed by. */
  readonly site: string;
  readonly perStep: boolean;
  /** True for what could be known (quantities, facts), false for chance: replicates redraw only chance. */
  readonly unknown: boolean;
}

/** A distribution whose quantile function is evaluated as a whole. Its parameters stand in one row: weights first, then each part's; bounds last. */
export type FamilyRecipe =
  | { readonly kind: "family"; readonly family: string }
  | { readonly kind: "mixture"; readonly parts: readonly FamilyRecipe[] }
  | {
      readonly kind: "truncated";
      readonly operand: FamilyRecipe;
      readonly low: boolean;
      readonly high: boolean;
    };

/** A piece of state that lasts from step to step. */
export interface Slot {
  readonly name: string;
  readonly type: ValueType;
}

/** What is kept of every close. */
export interface Column {
  readonly name: string;
  readonly type: ValueType;
}

/** A watch for something that the user should hear of. */
export interface Probe {
  readonly name: string;
}

export type Effect =
  | { readonly kind: "store"; readonly slot: number; readonly value: ValueId }
  | { readonly kind: "record"; readonly column: number; readonly value: ValueId }
  | { readonly kind: "probe"; readonly probe: number; readonly flag: ValueId };

export interface Program {
  readonly steps: number;
  readonly instructions: readonly Instruction[];
  /** Instructions of each section in order of execution. */
  readonly sections: Readonly<Record<SectionName, readonly ValueId[]>>;
  readonly effects: Readonly<Record<SectionName, readonly Effect[]>>;
  readonly slots: readonly Slot[];
  readonly columns: readonly Column[];
  readonly probes: readonly Probe[];
  /** Values by k = 0 … steps. */
  readonly tables: readonly (readonly number[])[];
}
