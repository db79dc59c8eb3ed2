import type { Condition, NumberExpression } from "../../model/expression.js";
import type { Expression } from "../../syntax/tree.js";
import type { Context, Mode } from "../context.js";

/** Where an expression is being understood. */
export interface Place {
  readonly context: Context;
  readonly mode: Mode;
  /** In mode `ask` the `by` or `at` at the very end, whose date is the ask's own. */
  readonly end: Expression | null;
}

/** What an expression turned out to be; null where that has been reported or depends on something broken. */
export type Result =
  | {
      readonly type: "number";
      readonly number: NumberExpression;
      /** Made of numbers alone, without a unit: takes a declared one. */
      readonly literal: boolean;
    }
  | { readonly type: "condition"; readonly condition: Condition }
  | null;

export type NumberResult = Exclude<Result, null> & { readonly type: "number" };

/** A written 0, which fits every unit. */
export function isZero(result: NumberResult): boolean {
  return result.literal && result.number.kind === "constant" && result.number.value === 0;
}
