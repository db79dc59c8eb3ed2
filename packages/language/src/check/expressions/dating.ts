/** `by` and `at`: written, and spread from the end of an ask over the parts without a date of their own. */
import type { Condition, NumberExpression } from "../../model/expression.js";
import type { DateSyntax, Expression } from "../../syntax/tree.js";
import type { Context } from "../context.js";
import { stepOfDay } from "./calendar.js";
import { infer } from "./infer.js";
import type { Place, Result } from "./place.js";

export interface EndDate {
  readonly how: "by" | "at";
  readonly step: number;
  /** The day that counts, null where no date is written. */
  readonly day: number | null;
  readonly date: DateSyntax | null;
}

/** The `by` or `at` that stands at the very end of an expression, outside of any parenthesis. */
export function endNode(expression: Expression): (Expression & { kind: "dated" }) | null {
  switch (expression.kind) {
    case "dated":
      return expression;
    case "logic":
    case "arithmetic":
    case "compare":
      return endNode(expression.right);
    case "not":
    case "negate":
      return endNode(expression.operand);
    case "if":
      return endNode(expression.otherwise);
    default:
      return null;
  }
}

/** The date at the end, else the period's last day; null: outside the period, and reported. */
export function endDate(context: Context, expression: Expression): EndDate | null {
  const node = endNode(expression);
  if (node === null) return { how: "by", step: context.timeline.steps, day: null, date: null };
  const step = stepOfDay(context, node.date.last, node.date.span);
  return step === null ? null : { how: node.how, step, day: node.date.last, date: node.date };
}

/** `C by D`, `X at D`, `C not by D`. */
export function datedPart(place: Place, expression: Expression & { kind: "dated" }): Result {
  const { context, mode } = place;
  const { span, how, operand, date } = expression;
  if (mode.in !== "ask") {
    const result = infer(place, operand);
    const fix =
      result === null
        ? []
        : [
            {
              title: "Leave the date out",
              edits: [{ span: { ...span, start: operand.span.end }, text: "" }],
              safe: false,
            },
          ];
    context.report(
      "E0402",
      { ...span, start: operand.span.end },
      mode.in === "draw"
        ? `\`${how}\` cannot stand here: this is drawn before the first step.`
        : mode.in === "reading"
          ? `\`${how}\` cannot stand here: this is read at every time point by itself.`
          : `\`${how}\` cannot stand in a rule: a rule reads the state as each step finds it.`,
      {
        notes:
          mode.in === "rule"
            ? ["Conditions on the step's own dates are `from D`, `until D` and `between D1 and D2`."]
            : [],
        fixes: fix,
      },
    );
    return null;
  }
  const result = infer(place, operand);
  const isEnd = expression === place.end;
  // The end's date has been looked at already, by whoever spreads it.
  const step = isEnd ? 0 : stepOfDay(context, date.last, date.span);
  if (result === null || step === null) return null;
  if (result.type === "number") {
    if (how === "by" || expression.negated) {
      const word = { ...span, start: operand.span.end, end: date.span.start };
      context.report(
        "E0406",
        span,
        "A number has a value at a date; `by` is for what happens or holds at some time up to it.",
        {
          fixes: [{ title: "Write `at`", edits: [{ span: word, text: " at " }], safe: false }],
        },
      );
      return null;
    }
    if (isEnd) return result;
    return { ...result, literal: false, number: dateNumber(result.number, step, false) };
  }
  const condition = isEnd ? result.condition : dateCondition(result.condition, how, step, false);
  if (!expression.negated) return { type: "condition", condition };
  return { type: "condition", condition: { span, kind: "not", operand: condition } };
}

/** Dates every part of a condition that has no date of its own; `and`, `or`, `not` and `if` combine the dated parts. */
export function dateCondition(condition: Condition, how: "by" | "at", step: number, end: boolean): Condition {
  const date = (part: Condition) => dateCondition(part, how, step, end);
  const { span } = condition;
  switch (condition.kind) {
    case "constant":
    case "by":
    case "at":
      return condition;
    case "not":
      return { ...condition, operand: date(condition.operand) };
    case "and":
    case "or":
      return { ...condition, left: date(condition.left), right: date(condition.right) };
    case "if":
      return {
        ...condition,
        condition: date(condition.condition),
        // biome-ignore lint/suspicious/noThenProperty: the field is called as the word in the language is.
        then: date(condition.then),
        otherwise: date(condition.otherwise),
      };
    case "compare":
      if (!isDated(condition.left) && !isDated(condition.right))
        return { span, kind: how, operand: condition, step, end };
      return {
        ...condition,
        left: dateNumber(condition.left, step, end),
        right: dateNumber(condition.right, step, end),
      };
    case "event":
      // `E by D` asks whether it has ever happened, also where it has ended since.
      return {
        span,
        kind: how,
        operand: how === "by" ? { ...condition, kind: "ever" } : condition,
        step,
        end,
      };
    default:
      return { span, kind: how, operand: condition, step, end };
  }
}

/** Reads the parts of a number that have no date of their own at the close of a step. */
export function dateNumber(number: NumberExpression, step: number, end: boolean): NumberExpression {
  if (number.kind === "at") return number;
  if (!isDated(number)) {
    // What is known before the first step has one value at every date.
    if (number.kind === "constant" || number.kind === "parameter" || number.kind === "quantity")
      return number;
    return { span: number.span, unit: number.unit, kind: "at", operand: number, step, end };
  }
  const date = (part: NumberExpression) => dateNumber(part, step, end);
  switch (number.kind) {
    case "arithmetic":
      return { ...number, left: date(number.left), right: date(number.right) };
    case "negate":
    case "scale":
      return { ...number, operand: date(number.operand) };
    case "call":
      return { ...number, arguments: number.arguments.map(date) };
    case "if":
      return {
        ...number,
        condition: dateCondition(number.condition, "at", step, end),
        // biome-ignore lint/suspicious/noThenProperty: the field is called as the word in the language is.
        then: date(number.then),
        otherwise: date(number.otherwise),
      };
    default:
      return number;
  }
}

function isDated(number: NumberExpression): boolean {
  switch (number.kind) {
    case "at":
      return true;
    case "arithmetic":
      return isDated(number.left) || isDated(number.right);
    case "negate":
    case "scale":
      return isDated(number.operand);
    case "call":
      return number.arguments.some(isDated);
    case "if":
      return isDated(number.then) || isDated(number.otherwise) || conditionIsDated(number.condition);
    default:
      return false;
  }
}

function conditionIsDated(condition: Condition): boolean {
  switch (condition.kind) {
    case "by":
    case "at":
      return true;
    case "not":
      return conditionIsDated(condition.operand);
    case "and":
    case "or":
      return conditionIsDated(condition.left) || conditionIsDated(condition.right);
    case "if":
      return [condition.condition, condition.then, condition.otherwise].some(conditionIsDated);
    case "compare":
      return isDated(condition.left) || isDated(condition.right);
    default:
      return false;
  }
}
