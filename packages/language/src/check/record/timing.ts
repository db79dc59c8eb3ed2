import type { Condition } from "../../model/expression.js";
import type { Expression } from "../../syntax/tree.js";
import { stepOf } from "../../time/timeline.js";
import { checkedParts, type Checked as Part } from "../checked-walk.js";
import type { Context } from "../context.js";
import { walk } from "../syntax-walk.js";

function isDated(part: Part): part is Part & { readonly kind: "by" | "at" } {
  return part.kind === "by" || part.kind === "at";
}

/** True where a part can differ from one time point to the next. Facts and quantities do not: they are of no date. */
function moves(context: Context, part: Part): boolean {
  switch (part.kind) {
    case "constant":
    case "parameter":
    case "quantity":
    case "base value":
    case "fact":
    case "fact is":
      return false;
    case "let": {
      const symbol = context.names.get(part.name);
      return symbol === undefined || context.resolve(symbol)?.once !== true;
    }
    default: {
      const parts = checkedParts(part);
      return parts.length === 0 || parts.some((inner) => moves(context, inner));
    }
  }
}

/** The last step that a reading speaks of; 0 where nothing in it moves in time. */
export function timedStep(context: Context, part: Part): number {
  if (isDated(part)) return moves(context, part.operand) ? part.step : 0;
  return checkedParts(part).reduce((last, inner) => Math.max(last, timedStep(context, inner)), 0);
}

/** True where anything in a reading is of a date. */
export function isTimed(context: Context, part: Part): boolean {
  if (isDated(part)) return moves(context, part.operand);
  return checkedParts(part).some((inner) => isTimed(context, inner));
}

/** A reading without the dates of what does not move, so that `war` and `war by 2024-06` are one proposition where `war` is a fact. */
export function withoutIdleDates(context: Context, condition: Condition): Condition {
  switch (condition.kind) {
    case "by":
    case "at":
      return moves(context, condition.operand) ? condition : condition.operand;
    case "not":
      return { ...condition, operand: withoutIdleDates(context, condition.operand) };
    case "and":
    case "or":
      return {
        ...condition,
        left: withoutIdleDates(context, condition.left),
        right: withoutIdleDates(context, condition.right),
      };
    case "if":
      return {
        ...condition,
        condition: withoutIdleDates(context, condition.condition),
        // biome-ignore lint/suspicious/noThenProperty: the field is called as the word in the language is.
        then: withoutIdleDates(context, condition.then),
        otherwise: withoutIdleDates(context, condition.otherwise),
      };
    default:
      return condition;
  }
}

/** The last day that a text names behind `by` and `at`; `null` where it names none. */
export function lastWrittenDay(expression: Expression): number | null {
  let last: number | null = null;
  for (const part of walk(expression)) {
    if (part.kind === "dated") last = Math.max(last ?? part.date.last, part.date.last);
  }
  return last;
}

/**
 * The day that an observation is of: the last that it names; the period's last where a part that moves has no date of its own; `null`
 * where it is of no date. `implied`: the period's end stands in for a date that was not written.
 */
export function dayOf(
  context: Context,
  expression: Expression,
  condition: Condition,
): { readonly day: number | null; readonly implied: boolean } {
  const written = lastWrittenDay(expression);
  const step = timedStep(context, condition);
  const last = context.period?.last ?? null;
  if (last !== null && step > 0 && (written === null || step > stepOf(context.timeline, written))) {
    return { day: last, implied: true };
  }
  return { day: written, implied: false };
}
