/** What every part of the checker shares: the names, units, actors and dates of a model, and where to report to. */
import type { Report } from "../diagnostics/diagnostic.js";
import type { Actor, Let } from "../model/model.js";
import type { Clause, Declaration } from "../syntax/tree.js";
import type { SourceText, Span } from "../text/source-text.js";
import type { Timeline } from "../time/timeline.js";
import type { UnitTable } from "../units/table.js";
import type { Unit } from "../units/unit.js";
import type { Scale } from "../words/scales.js";
import type { World } from "../world.js";

export interface Context {
  readonly report: Report;
  readonly world: World;
  /** Every text that has been read: the main file, used files, overrides, and the sources that quotes stand in (the record group adds those). */
  readonly sources: Map<string, SourceText>;
  readonly timeline: Timeline;
  /** First and last day of `period` with the clause; null without one (or where it is broken, see {@link periodBroken}). */
  readonly period: Period | null;
  /** A period was written but could not be understood: no date can be judged, and nothing is said of those outside it. */
  readonly periodBroken: boolean;
  /** The FILE's `as of`, which windows count from; `--as-of` never moves it. */
  readonly asOf: number | null;
  readonly scale: Scale;
  readonly units: UnitTable;
  /** By canonical name: `wave`, `invaded(russia)`, `partnership.assistance.due(dprk)`, `bargain.given(dprk)`, `bargain.balance`, `peace.chance`. */
  readonly names: ReadonlyMap<string, NamedSymbol>;
  readonly actors: ReadonlyMap<string, Actor>;
  /** Checks the declaration behind a name, once, and says what it gives; null where it is broken (nothing needs to be said of it then). */
  readonly resolve: (symbol: NamedSymbol) => Resolution | null;
  /** Units that are not declared and of which that has been said. */
  readonly unknownUnits: Set<string>;
  /** What could not be read and may hold what seems to be missing: nothing is then said of unknown names, actors or units. */
  /** Where the text could not be read as it stands, and no safe fix says what is meant. */
  readonly unread: readonly Span[];
  readonly lost: { readonly names: boolean; readonly actors: boolean; readonly units: boolean };
  /** The lets that have been checked so far, `X.balance` among them. */
  readonly lets: ReadonlyMap<string, Let>;
}

export type { Scale };

export interface Period {
  readonly first: number;
  readonly last: number;
  readonly span: Span;
}

export type SymbolKind = NamedSymbol["kind"];

export type NamedSymbol = SymbolBase &
  (
    | {
        readonly kind: "quantity";
        /** The rule that this number stands in (`peace` for `peace.chance`); null for a quantity of its own. */
        readonly partOf: string | null;
      }
    /** A plain number of a rule that has a name. */
    | { readonly kind: "parameter"; readonly partOf: string }
    /** `values` null: true or false. */
    | { readonly kind: "fact"; readonly values: readonly string[] | null }
    | { readonly kind: "shock" | "let" }
    /** `exchange`: its name where this is `X.given(a)`. */
    | { readonly kind: "stock"; readonly exchange: string | null }
    /** `obligation`: where this is one of its events. */
    | { readonly kind: "event"; readonly obligation: ObligationEvent | null }
    | { readonly kind: "choice"; readonly options: readonly string[] }
    | {
        readonly kind: "treaty";
        readonly parties: readonly string[];
        readonly obligations: readonly string[];
      }
    | { readonly kind: "exchange"; readonly parties: readonly string[] }
    | { readonly kind: "scenario" | "question" | "source" | "claim" | "evidence" | "actor" }
  );

export type { NamedSymbol as Symbol };

interface SymbolBase {
  /** Canonical. */
  readonly name: string;
  /** The name where it is declared. */
  readonly span: Span;
  /** The declaration that it stands in. */
  readonly declaration: Declaration;
  /**
   * True where its declaration is at fault or depends on one that is: whoever reads it is left out without a word. Before the record and the asks are checked it
   * is final for everything but the names of those two groups, whose checkers set it themselves.
   */
  broken: boolean;
}

export interface ObligationEvent {
  readonly treaty: string;
  /** `partnership.assistance` */
  readonly name: string;
  readonly part: "due" | "honoured" | "violated";
  readonly actor: string;
}

/** What a name gives where it is read. */
export type Resolution = (
  | { readonly type: "number"; readonly unit: Unit /** Of a parameter. */; readonly value?: number }
  | { readonly type: "condition" }
) & {
  /** Known before the first step: made of quantities, facts and numbers alone. */
  readonly once: boolean;
  /** Reads a shock, and so has no value outside a step. */
  readonly shock: boolean;
};

/**
 * Where an expression stands.
 *
 * - rule: the step's opening; `happens`, `is`, shocks and calendar conditions allowed, `by` and `at` not. `party`: who needs help, inside an obligation.
 * - reading: undated, read at a close (`moot`, `check`, `in force when`).
 * - ask: dated parts; a date at its end (or else the period's last day) spreads over the parts without one. `own`: the end date is the ask's own, which
 *   the series moves (false for `given`, `observed`, `asserts`, `favours`, `believe`).
 * - draw: definitions of quantities and facts, `starts`: what is known before the first step.
 */
export type Mode =
  | { readonly in: "rule"; readonly party?: string }
  | { readonly in: "reading" }
  | { readonly in: "ask"; readonly own: boolean }
  | { readonly in: "draw"; readonly base?: string };

/** The unit that an expression is to come out in. Only numbers take it; anything else is converted into it or is an error. */
export interface Expected {
  readonly unit: Unit;
  /** Where the unit was said, for the message. */
  readonly span: Span;
  /** What has that unit, in words: "the stock `troops`". */
  readonly what: string;
}

/** Clauses of one kind under a declaration, in the order of the text. */
export function clausesOf<K extends Clause["kind"]>(
  clauses: readonly Clause[],
  kind: K,
): (Clause & { readonly kind: K })[] {
  return clauses.filter((clause): clause is Clause & { readonly kind: K } => clause.kind === kind);
}
