/** Distributions: from what is written to parameters in the unit of the draw. */
import type { Distribution, DistributionPart } from "../../model/distribution.js";
import type { NumberExpression } from "../../model/expression.js";
import type { Expression, UnitSyntax } from "../../syntax/tree.js";
import { conversion } from "../../units/algebra.js";
import { bare, type Unit } from "../../units/unit.js";
import type { Context, Expected, Mode } from "../context.js";
import { mixture, truncated } from "./composite.js";
import { isFamily } from "./families.js";
import { familyCall } from "./family-call.js";
import { interval, nOfM, threePoints } from "./intervals.js";
import { fit, unitOf, unitWords } from "./units.js";

export interface Wanted {
  readonly mode: Mode;
  /** The unit that is declared; numbers alone take it. */
  readonly expected: Expected | null;
  /** Intervals are of a chance: logit-normal. */
  readonly chance: boolean;
}

export interface Drawn {
  readonly distribution: Distribution;
  readonly unit: Unit;
}

/** Whether an expression is by itself a distribution, whatever its faults. */
export function isDistribution(expression: Expression): boolean {
  switch (expression.kind) {
    case "interval":
    case "percentiles":
    case "n of m":
    case "mixture":
    case "truncated":
      return true;
    case "call":
      return isFamily(expression.callee.text);
    case "parenthesis":
      return isDistribution(expression.inner);
    case "in unit":
      return isDistribution(expression.operand);
    default:
      return false;
  }
}

/** Checks a distribution; what it is in, is the declared unit or its own. */
export function checkDistribution(context: Context, expression: Expression, wanted: Wanted): Drawn | null {
  switch (expression.kind) {
    case "parenthesis":
      return checkDistribution(context, expression.inner, wanted);
    case "in unit":
      return inUnit(context, expression, wanted);
    case "interval": {
      const scale = drawUnit(context, expression.unit, wanted, expression);
      if (scale === null) return null;
      const body = interval(context, expression, scale.factor, wanted.chance);
      return body === null ? null : { distribution: body, unit: scale.unit };
    }
    case "percentiles": {
      const scale = drawUnit(context, expression.unit, wanted, expression);
      if (scale === null) return null;
      const body = threePoints(context, expression, scale.factor);
      return body === null ? null : { distribution: body, unit: scale.unit };
    }
    case "n of m": {
      const body = nOfM(context, expression);
      return body === null ? null : { distribution: body, unit: wanted.expected?.unit ?? bare };
    }
    case "mixture":
      return mixture(context, expression, wanted);
    case "truncated":
      return truncated(context, expression, wanted);
    case "call":
      return familyCall(context, expression, wanted);
    default:
      return null;
  }
}

/** The unit of the draw for one written behind the numbers, and what the numbers have to be multiplied by. */
function drawUnit(
  context: Context,
  syntax: UnitSyntax | null,
  wanted: Wanted,
  expression: Expression,
): { unit: Unit; factor: number } | null {
  const { expected } = wanted;
  if (syntax === null) return { unit: expected?.unit ?? bare, factor: 1 };
  const unit = unitOf(context, syntax);
  if (unit === null) return null;
  if (expected === null) return { unit, factor: 1 };
  const factor = conversion(context.units, unit, expected.unit);
  if (factor !== null) return { unit: expected.unit, factor };
  // `fit` says what differs.
  fit(
    context,
    { type: "number", literal: false, number: { span: expression.span, unit, kind: "constant", value: 1 } },
    expected,
  );
  return null;
}

/** `normal(0, 1) soldier`, `beta(2, 3) per month`: the distribution is of bare numbers, and the unit stands behind it. */
function inUnit(
  context: Context,
  expression: Expression & { kind: "in unit" },
  wanted: Wanted,
): Drawn | null {
  const unit = unitOf(context, expression.unit);
  if (unit === null) return null;
  const inner = checkDistribution(context, expression.operand, { ...wanted, expected: null });
  if (inner === null) return null;
  if (inner.unit.length > 0) {
    context.report(
      "E0318",
      expression.unit.span,
      `A unit behind a parenthesis multiplies a bare number, and this distribution is ${unitWords(inner.unit)} already.`,
      {
        fixes: [
          { title: "Leave the unit out", edits: [{ span: expression.unit.span, text: "" }], safe: false },
        ],
      },
    );
    return null;
  }
  const { expected } = wanted;
  if (expected === null) return { distribution: inner.distribution, unit };
  const factor = conversion(context.units, unit, expected.unit);
  if (factor === null) {
    drawUnit(context, expression.unit, wanted, expression);
    return null;
  }
  const distribution = scaleDistribution(inner.distribution, factor, expected.unit);
  if (distribution !== null) return { distribution, unit: expected.unit };
  context.report(
    "E0612",
    expression.span,
    `This distribution has a fixed scale and cannot be converted; say it ${unitWords(expected.unit)}.`,
  );
  return null;
}

/** The distribution of `factor` times the draw; null for families without a scale. */
function scaleDistribution(distribution: Distribution, factor: number, unit: Unit): Distribution | null {
  if (factor === 1) return distribution;
  const times = (number: NumberExpression): NumberExpression => ({
    span: number.span,
    unit,
    kind: "scale",
    operand: number,
    factor,
  });
  switch (distribution.kind) {
    case "interval":
      if (distribution.family === "beta" || distribution.family === "logit-normal") return null;
      return { ...distribution, low: distribution.low * factor, high: distribution.high * factor };
    case "three points":
      return {
        ...distribution,
        low: distribution.low * factor,
        middle: distribution.middle * factor,
        high: distribution.high * factor,
      };
    case "family":
      if (["beta", "poisson", "binomial", "lognormal-log"].includes(distribution.family)) return null;
      return {
        ...distribution,
        parameters: distribution.parameters.map((p, i) =>
          distribution.family === "student" && i === 0 ? p : times(p),
        ),
      };
    case "mixture": {
      const parts: DistributionPart[] = [];
      for (const part of distribution.parts) {
        if (part.kind === "value") parts.push({ kind: "value", value: times(part.value) });
        else {
          const inner = scaleDistribution(part.distribution, factor, unit);
          if (inner === null) return null;
          parts.push({ kind: "distribution", distribution: inner });
        }
      }
      return { ...distribution, parts };
    }
    case "truncated": {
      const operand = scaleDistribution(distribution.operand, factor, unit);
      if (operand === null) return null;
      return {
        ...distribution,
        operand,
        low: distribution.low === null ? null : times(distribution.low),
        high: distribution.high === null ? null : times(distribution.high),
      };
    }
    default:
      return null;
  }
}
