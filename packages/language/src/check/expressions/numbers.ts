/** Small builders of checked numbers. */
import type { NumberExpression } from "../../model/expression.js";
import type { Span } from "../../text/source-text.js";
import type { Unit } from "../../units/unit.js";

export function constant(span: Span, value: number, unit: Unit = []): NumberExpression {
  return { span, unit, kind: "constant", value };
}

/** The operand times a factor, in a unit; a constant is multiplied out at once, a number that a slider may move stays as it is written. */
export function scaled(operand: NumberExpression, unit: Unit, factor: number): NumberExpression {
  if (factor === 1) return { ...operand, unit };
  if (operand.kind === "constant") return { ...operand, unit, value: operand.value * factor };
  return { span: operand.span, unit, kind: "scale", operand, factor };
}

/** The value of an expression of numbers alone; null where it depends on anything else or has no value. */
export function constantValue(number: NumberExpression): number | null {
  const value = evaluate(number);
  return value === null || !Number.isFinite(value) ? null : value;
}

function evaluate(number: NumberExpression): number | null {
  switch (number.kind) {
    case "constant":
    case "parameter":
      return number.value;
    case "negate": {
      const value = evaluate(number.operand);
      return value === null ? null : -value;
    }
    case "scale": {
      const value = evaluate(number.operand);
      return value === null ? null : value * number.factor;
    }
    case "arithmetic": {
      const left = evaluate(number.left);
      const right = evaluate(number.right);
      if (left === null || right === null) return null;
      if (number.operator === "+") return left + right;
      if (number.operator === "-") return left - right;
      if (number.operator === "*") return left * right;
      return number.operator === "/" ? left / right : left ** right;
    }
    default:
      return null;
  }
}
