/**
 * Checked expressions. Names are resolved, units agree (conversions stand as `scale`), dates are steps. The same types serve rules and asks; which
 * instant a name is read at is given by where the expression stands: in a rule the opening of the step, in a `reading` the close that it is read at.
 */
import type { Span } from "../text/source-text.js";
import type { Unit } from "../units/unit.js";

export type NumberExpression = { readonly span: Span; readonly unit: Unit } & NumberBody;

export type NumberBody =
  | { readonly kind: "constant"; readonly value: number }
  /** A number of a rule that has a name of its own (`second_wave.chance`): a constant that a slider may move. */
  | { readonly kind: "parameter"; readonly name: string; readonly value: number }
  | { readonly kind: "quantity" | "shock" | "stock"; readonly name: string }
  /** A `let` whose body is a number. */
  | { readonly kind: "let"; readonly name: string }
  /** Inside `set Q = …`: what Q is in the base. */
  | { readonly kind: "base value"; readonly name: string }
  | {
      readonly kind: "arithmetic";
      readonly operator: "+" | "-" | "*" | "/" | "^";
      readonly left: NumberExpression;
      readonly right: NumberExpression;
    }
  | { readonly kind: "negate"; readonly operand: NumberExpression }
  /** A unit conversion: operand × factor. */
  | { readonly kind: "scale"; readonly operand: NumberExpression; readonly factor: number }
  | {
      readonly kind: "call";
      readonly function: NumberFunction;
      readonly arguments: readonly NumberExpression[];
    }
  | {
      readonly kind: "if";
      readonly condition: Condition;
      readonly then: NumberExpression;
      readonly otherwise: NumberExpression;
    }
  /**
   * Time since an event last fired (or, with `day`, since the end of that day), in `perStep` units per step: from the close of the step in which it fired to the opening
   * of this step, in a reading to the close. Without value before it has fired.
   */
  | { readonly kind: "since"; readonly event: string; readonly perStep: number }
  | {
      readonly kind: "since date" /** position of the date's close on the step axis; t₀ is 0 */;
      readonly position: number;
      readonly perStep: number;
    }
  /** Asks only: the operand at the close of a step. `end`: the date is the ask's own, which the series moves. */
  | { readonly kind: "at"; readonly operand: NumberExpression; readonly step: number; readonly end: boolean };

/** `step` and `steps` fields count from 0 (t₀) to N. */
export type NumberFunction =
  | "min"
  | "max"
  | "abs"
  | "exp"
  | "log"
  | "sqrt"
  | "floor"
  | "round"
  | "clamp"
  | "logistic";

export type Condition = { readonly span: Span } & ConditionBody;

export type ConditionBody =
  | { readonly kind: "constant"; readonly value: boolean }
  /** E alone: has happened in an earlier step (by this close); with `lasts` or `until`: is going on. */
  | { readonly kind: "event"; readonly name: string }
  /** `E ever`: has ever happened. */
  | { readonly kind: "ever"; readonly name: string }
  /** `E happens`: fires in this very step. */
  | { readonly kind: "happens"; readonly name: string }
  | { readonly kind: "fact"; readonly name: string }
  /** A fact with named values is this one. */
  | { readonly kind: "fact is"; readonly name: string; readonly value: number }
  /** `C is option`: taken in this step. */
  | { readonly kind: "choice is"; readonly name: string; readonly option: number }
  /** `C stands at option`: the option last taken. */
  | { readonly kind: "choice stands"; readonly name: string; readonly option: number }
  | { readonly kind: "choice ever"; readonly name: string; readonly option: number }
  | { readonly kind: "in force"; readonly treaty: string }
  /** `T.signed`, `from D`, `until D`, `between D1 and D2`: true in the steps (closes) first … last, both included. */
  | { readonly kind: "steps"; readonly first: number; readonly last: number }
  /** A `let` whose body is a condition. */
  | { readonly kind: "let"; readonly name: string }
  /** False where either side is without value. */
  | {
      readonly kind: "compare";
      readonly operator: "=" | "!=" | "<" | "<=" | ">" | ">=";
      readonly left: NumberExpression;
      readonly right: NumberExpression;
    }
  | { readonly kind: "not"; readonly operand: Condition }
  | { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition }
  | {
      readonly kind: "if";
      readonly condition: Condition;
      readonly then: Condition;
      readonly otherwise: Condition;
    }
  /** Asks only: held at t₀ or at some close up to that of `step`. The operand is a single part: `by` has been distributed over and, or, not. */
  | { readonly kind: "by"; readonly operand: Condition; readonly step: number; readonly end: boolean }
  /** Asks only: holds at the close of `step`. */
  | { readonly kind: "at"; readonly operand: Condition; readonly step: number; readonly end: boolean };
