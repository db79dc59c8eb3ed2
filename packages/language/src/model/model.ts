/**
 * A checked model: the contract between the language and whatever computes. Plain data without functions; everything that the text abbreviates is spelt out
 * here (exchanges are stocks, obligations have their events, a distribution in a chance is a quantity with the chance's name), so that an engine needs no rule of
 * the language's own. Lists stand in the order of the text; maps are by canonical name, actors in parentheses included (`invaded(russia)`).
 */
import type { Span } from "../text/source-text.js";
import type { Timeline } from "../time/timeline.js";
import type { Unit } from "../units/unit.js";
import type { Scale } from "../words/scales.js";
import type { Distribution } from "./distribution.js";
import type { Condition, NumberExpression } from "./expression.js";

export interface Model {
  readonly edition: 1;
  readonly title: string;
  readonly timeline: Timeline;
  /** Day to which the file says that knowledge runs. */
  readonly asOf: number | null;
  readonly scale: Scale;
  readonly actors: readonly Actor[];
  readonly grades: Grades;
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly evidence: readonly EvidenceItem[];
  readonly observations: readonly Observation[];
  readonly beliefs: readonly Belief[];
  readonly outcomes: readonly Outcome[];
  /** In an order in which each uses only earlier ones and facts; with facts in {@link onceOrder}. */
  readonly quantities: readonly Quantity[];
  readonly facts: readonly Fact[];
  /** Names of quantities and facts in an order of dependence: what a name uses stands before it. */
  readonly onceOrder: readonly string[];
  readonly shocks: readonly Shock[];
  readonly lets: readonly Let[];
  readonly stocks: readonly Stock[];
  readonly flows: readonly Flow[];
  readonly events: readonly EventRule[];
  readonly choices: readonly Choice[];
  readonly treaties: readonly Treaty[];
  readonly obligations: readonly Obligation[];
  /**
   * Events, choices and obligations (by name) in an order in which each refers with `happens` and `is` only to earlier ones. An obligation stands twice: as
   * `NAME.due`, where it falls due, and later as `NAME`, where it is honoured or violated.
   */
  readonly stepOrder: readonly string[];
  readonly scenarios: readonly Scenario[];
  readonly questions: readonly Question[];
  readonly checks: readonly Check[];
  /** Declarations left out because of errors in them. What depends on them has been left out too, save the reports below. */
  readonly broken: readonly Broken[];
}

/** Something that would weigh the runs, but is at fault: answers that touch a name in `reads` cannot be given (all of them, where `reads` is null). */
export interface Broken {
  readonly name: string;
  readonly span: Span;
  readonly reads: readonly string[] | null;
}

export interface Actor {
  readonly name: string;
  readonly label: string;
  readonly kind: "state" | "organisation" | "person" | "other";
  /** ISO 3166-1 alpha-3 of a state. */
  readonly state: string | null;
  readonly of: string | null;
  readonly also: readonly string[];
  readonly span: Span;
}

/** What stands behind a number or a rule. */
export interface Backing {
  /** Names of claims. */
  readonly from: readonly string[];
  readonly assumed: string | null;
}

interface Declared {
  readonly name: string;
  readonly label: string;
  readonly span: Span;
}

// --- record ---

export type Grade = "A" | "B" | "C" | "D" | "E" | "F";

export interface GradeNumbers {
  /** P(asserts | C) = accuracy, P(asserts | not C) = 1 − accuracy. */
  readonly accuracy: number;
  /** P(relayed | asserted), P(relayed | not asserted). */
  readonly relay: readonly [number, number];
  /** Beta prior of the accuracy where reliability is drawn. */
  readonly beta: readonly [number, number];
}

export interface Grades {
  readonly letters: Readonly<Record<Grade, GradeNumbers>>;
  readonly interested: number;
  readonly speculative: number;
  readonly drawn: boolean;
}

export interface Source {
  readonly name: string;
  readonly title: string;
  readonly file: string | null;
  readonly url: string | null;
  /** Who speaks in it: an actor's name, or a name in words. */
  readonly author: { readonly actor: string | null; readonly text: string | null } | null;
  readonly published: number | null;
  readonly reliability: Grade | null;
  readonly confidential: boolean;
  /** SHA-256 of the text, hexadecimal; null where there is no file or it could not be read. */
  readonly sha256: string | null;
  readonly span: Span;
}

export interface Claim extends Declared {
  /** Offsets into the source's text, where it has one. */
  readonly quote: {
    readonly text: string;
    readonly start: number | null;
    readonly end: number | null;
  } | null;
  readonly source: string | null;
  readonly speaker: {
    readonly actor: string;
    readonly text: string | null;
    readonly grade: Grade | null;
    readonly interested: boolean;
  } | null;
  /** Day on which it was said; the source's where the claim names none. */
  readonly date: number | null;
  readonly corroboration: readonly Corroboration[];
  /** undefined: by its speaker; null: `origin none`. */
  readonly origin: { readonly claim: string; readonly sharing: number | null } | null | undefined;
  readonly hedge: "reported" | "speculative" | "conditional" | "prediction" | "question" | "analysis" | null;
  readonly proposition: Proposition | null;
  readonly unreviewed: boolean;
}

export interface Corroboration {
  readonly actor: string;
  readonly grade: Grade | null;
  /** The first named: 0. Others: what was said, 0 by default. */
  readonly sharing: number;
  readonly date: number | null;
}

export type Proposition =
  | {
      readonly kind: "condition";
      readonly denies: boolean;
      /** A reading: every part is dated. */
      readonly condition: Condition;
      /** Equal for two claims exactly where they speak of the same thing at the same date. */
      readonly key: string;
      /** The last step that it speaks of. */
      readonly step: number;
    }
  | {
      readonly kind: "number";
      /** A quantity, or `at` over a stock. */
      readonly value: NumberExpression;
      readonly low: number;
      readonly high: number;
      readonly key: string;
      readonly step: number;
    };

export interface EvidenceItem extends Declared {
  readonly condition: Condition;
  /** Odds for : against. */
  readonly odds: readonly [number, number];
  readonly date: number | null;
}

export interface Observation {
  /** Canonical text of what is observed: names the item in diagnostics and orders it among the weights. */
  readonly name: string;
  readonly why: string;
  readonly condition: Condition;
  /** The day of its condition: later than `as of`, it is left out. */
  readonly date: number | null;
  readonly from: readonly string[];
  readonly span: Span;
}

export interface Belief {
  readonly name: string;
  readonly why: string;
  readonly condition: Condition;
  /** 0 < p < 1. */
  readonly probability: number;
  readonly span: Span;
}

export interface Outcome {
  readonly question: string;
  readonly answer: { readonly kind: "yes" | "no" } | { readonly kind: "value"; readonly value: number };
  readonly date: number;
  readonly from: readonly string[];
  readonly span: Span;
}

// --- unknowns ---

/** One draw a run, or a function of other draws. */
export interface Quantity extends Declared {
  readonly unit: Unit;
  readonly definition: Definition;
  readonly backing: Backing;
  /** The declaration whose rule this number stands in (`peace` for `peace.chance`); null for a quantity of its own. */
  readonly partOf: string | null;
  /** The text behind `=`, for display. */
  readonly text: string;
}

export type Definition =
  | { readonly kind: "distribution"; readonly distribution: Distribution }
  | { readonly kind: "expression"; readonly expression: NumberExpression };

export interface Fact extends Declared {
  /** True or false with this chance; or one of the values, shares in proportion. */
  readonly draw:
    | { readonly kind: "chance"; readonly chance: NumberExpression }
    | {
        readonly kind: "one of";
        readonly values: readonly { readonly name: string; readonly share: NumberExpression }[];
      };
  readonly backing: Backing;
}

/** A fresh draw a step. With `scale` s (the step's length in the unit behind `per`), the draw is s·mean + √s·(x − mean). */
export interface Shock {
  readonly name: string;
  readonly span: Span;
  readonly unit: Unit;
  readonly distribution: Distribution;
  readonly scale: number;
  readonly backing: Backing;
}

// --- world ---

export type Let = { readonly name: string; readonly span: Span; readonly backing: Backing } & (
  | { readonly kind: "number"; readonly unit: Unit; readonly expression: NumberExpression }
  | { readonly kind: "condition"; readonly condition: Condition }
);

export interface Stock extends Declared {
  readonly unit: Unit;
  readonly starts: NumberExpression;
  readonly low: NumberExpression | null;
  readonly high: NumberExpression | null;
  /** Reported where it falls below zero: has a unit and no bounds. */
  readonly warnBelowZero: boolean;
  readonly backing: Backing;
  /** `X.given(a)` of an exchange. */
  readonly exchange: string | null;
}

/** What one step takes from one stock and adds to another; all read the opening and are applied together. */
export interface Flow {
  /** `troops.gains`, `troops.gains#2`, `bargain.dprk.gives`, … */
  readonly name: string;
  readonly label: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** In the stock's unit. */
  readonly amount: NumberExpression;
  /** An amount per unit of time; otherwise a lump, which comes at once. */
  readonly rate: boolean;
  /** What the amount is multiplied by: the step's length for a rate, 1 for a lump. */
  readonly factor: number;
  readonly when: Condition | null;
  /** Not again until this many steps have passed. */
  readonly every: number | null;
  readonly span: Span;
}

export interface EventRule extends Declared {
  readonly trigger: Trigger;
  readonly when: Condition | null;
  readonly repeats: boolean;
  readonly ends:
    | null
    | { readonly kind: "lasts" /** in steps */; readonly low: number; readonly high: number }
    | { readonly kind: "until"; readonly condition: Condition };
  readonly backing: Backing;
}

export type Trigger =
  /** No chance: fires in the first step in which `when` holds. */
  | { readonly kind: "certain" }
  /** One trial in the first step in which `when` holds. */
  | { readonly kind: "trial"; readonly chance: NumberExpression }
  | { readonly kind: "rate"; readonly rate: Rate }
  /** `chance` spread evenly over the steps first … last (both included): h = 1 − (1 − p)^(1/n). `then` from the next step on. */
  | {
      readonly kind: "window";
      readonly chance: NumberExpression;
      readonly first: number;
      readonly last: number;
      readonly then: Rate | null;
    }
  /** A day drawn evenly from first … last (day numbers, both included; equal for one day), with a chance drawn once. */
  | {
      readonly kind: "on";
      readonly first: number;
      readonly last: number;
      readonly chance: NumberExpression | null;
    }
  /** Drawn evenly between low and high steps after the close of the step in which the event first fired. */
  | {
      readonly kind: "after";
      readonly event: string;
      readonly low: number;
      readonly high: number;
      readonly chance: NumberExpression | null;
    };

/** p per some unit of time: h = 1 − (1 − p)^exponent, where the exponent is the step's length in that unit. */
export interface Rate {
  readonly chance: NumberExpression;
  readonly exponent: number;
}

export interface Choice extends Declared {
  readonly actor: string | null;
  readonly when: Condition | null;
  /** null: taken once; otherwise not again until this many steps (≥ 1) have passed. */
  readonly every: number | null;
  readonly options: readonly {
    readonly name: string;
    readonly label: string;
    readonly weight: NumberExpression;
    readonly backing: Backing;
    readonly span: Span;
  }[];
  readonly backing: Backing;
}

// --- commitments ---

export interface Treaty extends Declared {
  readonly parties: readonly string[];
  /** Day. */
  readonly signed: number | null;
  /** From a step on (0: at t₀ already; above N: never), or from the close at which a condition first holds. */
  readonly inForce:
    | { readonly kind: "step"; readonly step: number }
    | { readonly kind: "when"; readonly condition: Condition }
    | { readonly kind: "never" };
  /** The last step in which it is in force, or the condition at whose close it ends. */
  readonly until:
    | { readonly kind: "step"; readonly step: number }
    | { readonly kind: "condition"; readonly condition: Condition }
    | null;
  readonly backing: Backing;
}

/** Its events are `NAME.due(a)`, `NAME.honoured(a)`, `NAME.violated(a)` for each party a. */
export interface Obligation {
  /** `partnership.assistance` */
  readonly name: string;
  readonly treaty: string;
  readonly type: "defense" | "offense" | "neutrality" | "nonaggression" | "consultation" | null;
  /** By obliged actor: the duty falls due when this holds (any other party is in need). */
  readonly duties: readonly { readonly actor: string; readonly condition: Condition }[];
  readonly honoured:
    | { readonly kind: "chance"; readonly chance: NumberExpression }
    /** By obliged actor the event that fulfils; null: no such event for this actor. */
    | { readonly kind: "event"; readonly events: Readonly<Record<string, string | null>> };
  /** In steps; null: in the same step. */
  readonly within: number | null;
  readonly backing: Backing;
  readonly span: Span;
}

// --- asks ---

export interface Scenario extends Declared {
  readonly sets: readonly Intervention[];
}

export type Intervention =
  /** A quantity, or a named number of a rule. */
  | { readonly kind: "quantity" | "parameter"; readonly name: string; readonly definition: Definition }
  | {
      readonly kind: "fact";
      readonly name: string /** 0 false, 1 true, or the index of the value */;
      readonly value: number;
    }
  | { readonly kind: "event on"; readonly name: string; readonly day: number }
  | { readonly kind: "event never"; readonly name: string }
  | { readonly kind: "choice"; readonly name: string; readonly option: number }
  | { readonly kind: "treaty from"; readonly name: string; readonly day: number }
  | { readonly kind: "treaty never"; readonly name: string };

export interface Question extends Declared {
  readonly asks: readonly Ask[];
  /** Undated; read at closes. */
  readonly moot: Condition | null;
  readonly compare: readonly string[];
  readonly backing: Backing;
}

export type Ask = {
  readonly span: Span;
  readonly text: string;
  readonly given: { readonly text: string; readonly condition: Condition } | null;
} & (
  | { readonly kind: "probability"; readonly condition: Condition; readonly endStep: number }
  | { readonly kind: "value"; readonly expression: NumberExpression; readonly endStep: number }
  | { readonly kind: "date"; readonly event: string }
  | { readonly kind: "categories"; readonly fact: string }
);

export interface Check {
  readonly text: string;
  /** Undated; read at every time point, t₀ included. */
  readonly condition: Condition;
  readonly span: Span;
}
