import type { Expression } from "../../syntax/tree.js";
import { infer, inferCondition } from "./infer.js";
import type { Place, Result } from "./place.js";
import { agree } from "./units.js";

export function negation(place: Place, expression: Expression & { kind: "not" }): Result {
  const operand = inferCondition(place, expression.operand);
  if (operand === null) return null;
  return { type: "condition", condition: { span: expression.span, kind: "not", operand: operand.condition } };
}

export function logic(place: Place, expression: Expression & { kind: "logic" }): Result {
  const left = inferCondition(place, expression.left);
  const right = inferCondition(place, expression.right);
  if (left === null || right === null) return null;
  return {
    type: "condition",
    condition: {
      span: expression.span,
      kind: expression.operator,
      left: left.condition,
      right: right.condition,
    },
  };
}

/** `if C then A else B`: a number or a condition, as its branches are. */
export function conditional(place: Place, expression: Expression & { kind: "if" }): Result {
  const condition = inferCondition(place, expression.condition);
  const then = infer(place, expression.then);
  const otherwise = infer(place, expression.otherwise);
  if (condition === null || then === null || otherwise === null) return null;
  const { span } = expression;
  if (then.type === "condition" && otherwise.type === "condition") {
    return {
      type: "condition",
      condition: {
        span,
        kind: "if",
        condition: condition.condition,
        // biome-ignore lint/suspicious/noThenProperty: the field is called as the word in the language is.
        then: then.condition,
        otherwise: otherwise.condition,
      },
    };
  }
  if (then.type !== "number" || otherwise.type !== "number") {
    place.context.report(
      "E0304",
      span,
      "Behind `then` and `else` stand two numbers or two conditions, and here stands one of each.",
      {
        labels: [
          {
            span: expression.then.span,
            message: then.type === "number" ? "a number" : "a condition: true or false",
          },
          {
            span: expression.otherwise.span,
            message: otherwise.type === "number" ? "a number" : "a condition: true or false",
          },
        ],
      },
    );
    return null;
  }
  const both = agree(place, expression, then, otherwise, "an alternative to");
  if (both === null) return null;
  return {
    type: "number",
    literal: then.literal && otherwise.literal,
    number: {
      span,
      unit: both.unit,
      kind: "if",
      condition: condition.condition,
      // biome-ignore lint/suspicious/noThenProperty: the field is called as the word in the language is.
      then: both.left,
      otherwise: both.right,
    },
  };
}
