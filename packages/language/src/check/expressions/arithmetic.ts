import type { Fix } from "../../diagnostics/diagnostic.js";
import type { NumberExpression } from "../../model/expression.js";
import type { Expression } from "../../syntax/tree.js";
import { inverse, multiplyUnits, powerUnit } from "../../units/algebra.js";
import { unitText } from "../../units/unit.js";
import { infer, inferNumber, notANumber } from "./infer.js";
import { constantValue, scaled } from "./numbers.js";
import type { NumberResult, Place } from "./place.js";
import { agree, unitLabels, unitWords } from "./units.js";

export function negate(place: Place, expression: Expression & { kind: "negate" }): NumberResult | null {
  const operand = inferNumber(place, expression.operand);
  if (operand === null) return null;
  const { number } = operand;
  // A sign before a written number is part of the number.
  if (number.kind === "constant") {
    return {
      ...operand,
      number: { ...number, span: expression.span, value: number.value === 0 ? 0 : -number.value },
    };
  }
  return {
    type: "number",
    literal: operand.literal,
    number: { span: expression.span, unit: number.unit, kind: "negate", operand: number },
  };
}

export function arithmetic(
  place: Place,
  expression: Expression & { kind: "arithmetic" },
): NumberResult | null {
  const sides = bothNumbers(place, expression);
  if (sides === null) return null;
  const { left, right } = sides;
  const literal = left.literal && right.literal;
  const { span, operator } = expression;
  if (operator === "^") return power(place, expression, left, right);
  if (operator === "+" || operator === "-") {
    const both = agree(
      place,
      expression,
      left,
      right,
      operator === "+" ? "added to" : "set off against",
      rangeFix(expression),
    );
    if (both === null) return null;
    return {
      type: "number",
      literal,
      number: { span, unit: both.unit, kind: "arithmetic", operator, left: both.left, right: both.right },
    };
  }
  const { unit, scale } = multiplyUnits(
    place.context.units,
    left.number.unit,
    operator === "*" ? right.number.unit : inverse(right.number.unit),
  );
  const number: NumberExpression = {
    span,
    unit,
    kind: "arithmetic",
    operator,
    left: left.number,
    right: right.number,
  };
  return { type: "number", literal, number: scaled(number, unit, scale) };
}

/** `8k-12k soldier` reads like a range, and is a subtraction. */
function rangeFix({ operator, left, right }: Expression & { kind: "arithmetic" }): Fix[] {
  if (operator !== "-" || left.kind !== "number" || right.kind !== "number") return [];
  if (left.unit !== null || left.number.value >= right.number.value) return [];
  const between = { ...left.span, start: left.span.end, end: right.span.start };
  return [{ title: "Make it a range: write `to`", edits: [{ span: between, text: " to " }], safe: false }];
}

/** Both sides as numbers. Two conditions are one slip: somebody counts them, or joins them. */
function bothNumbers(
  place: Place,
  expression: Expression & { kind: "arithmetic" },
): { readonly left: NumberResult; readonly right: NumberResult } | null {
  const { span, operator } = expression;
  const left = infer(place, expression.left);
  if (left?.type === "condition") {
    const right = infer(place, expression.right);
    if (right?.type !== "condition") {
      notANumber(place, expression.left);
      return null;
    }
    place.context.report("E0304", span, `Two conditions stand beside \`${operator}\`, which takes numbers.`, {
      labels: [expression.left, expression.right].map((side) => ({
        span: side.span,
        message: "true or false",
      })),
      notes: [
        "`and` and `or` join conditions. To count how many hold, make a number of each: `(if CONDITION then 1 else 0)`.",
      ],
    });
    return null;
  }
  const right = inferNumber(place, expression.right);
  return left === null || right === null ? null : { left, right };
}

function power(
  place: Place,
  expression: Expression & { kind: "arithmetic" },
  left: NumberResult,
  right: NumberResult,
): NumberResult | null {
  const { context } = place;
  if (right.number.unit.length > 0) {
    context.report(
      "E0308",
      right.number.span,
      `An exponent is a bare number, and this one is ${unitWords(right.number.unit)}.`,
      {
        labels: unitLabels(context, right.number),
      },
    );
    return null;
  }
  let { unit } = left.number;
  if (unit.length > 0) {
    const exponent = constantValue(right.number);
    if (exponent === null || !Number.isInteger(exponent * 2)) {
      context.report(
        "E0308",
        right.number.span,
        `A number ${unitWords(unit)} can be raised to a written whole or half number only: its unit is raised with it.`,
        {
          labels: unitLabels(context, left.number),
          notes: [`Divide by a unit first, as in \`(… / 1 ${unitText(unit)}) ^ …\`.`],
        },
      );
      return null;
    }
    unit = powerUnit(unit, exponent);
  }
  return {
    type: "number",
    literal: left.literal && right.literal,
    number: {
      span: expression.span,
      unit,
      kind: "arithmetic",
      operator: "^",
      left: left.number,
      right: right.number,
    },
  };
}
