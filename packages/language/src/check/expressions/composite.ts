/** Distributions that are made of others: mixtures and truncations. */
import type { Distribution, DistributionPart } from "../../model/distribution.js";
import type { NumberExpression } from "../../model/expression.js";
import type { Expression } from "../../syntax/tree.js";
import { bare, type Unit } from "../../units/unit.js";
import type { Context, Expected } from "../context.js";
import { checkDistribution, type Drawn, isDistribution, type Wanted } from "./distribution.js";
import { inferNumber } from "./infer.js";
import { constantValue } from "./numbers.js";
import { warnOfShares } from "./shares.js";
import { fit } from "./units.js";

/** `mixture(70%: A, 30%: B)`: parts are distributions or plain values, in one unit. */
export function mixture(
  context: Context,
  expression: Expression & { kind: "mixture" },
  wanted: Wanted,
): Drawn | null {
  const place = { context, mode: wanted.mode, end: null };
  const weights: NumberExpression[] = [];
  const parts: DistributionPart[] = [];
  let { expected } = wanted;
  let good = expression.parts.length > 0;
  for (const part of expression.parts) {
    const weight = inferNumber(place, part.weight);
    const bareWeight =
      weight && fit(context, weight, { unit: bare, span: part.weight.span, what: "The weight of a part" });
    const value = drawnPart(context, part.value, { ...wanted, expected });
    if (bareWeight === null || value === null) {
      good = false;
      continue;
    }
    const constant = constantValue(bareWeight);
    if (constant !== null && constant < 0) {
      context.report("E0608", part.weight.span, "The weight of a part cannot be below 0.");
      good = false;
    }
    weights.push(bareWeight);
    parts.push(value.part);
    // The first part's unit holds for the rest where none is declared.
    expected ??= { unit: value.unit, span: part.value.span, what: "The first part of the mixture" };
  }
  if (!good) return null;
  const total = weights
    .map(constantValue)
    .reduce<number | null>((sum, w) => (sum === null || w === null ? null : sum + w), 0);
  if (total !== null && total <= 0) {
    context.report("E0608", expression.span, "The weights of the parts are all 0.");
    return null;
  }
  if (total !== null && Math.abs(total - 1) > 1e-9) {
    warnOfShares(
      context.report,
      "W0614",
      expression.span,
      "weights",
      total,
      expression.parts.map(({ weight }) => weight),
    );
  }
  return {
    distribution: { span: expression.span, kind: "mixture", weights, parts },
    unit: expected?.unit ?? bare,
  };
}

function drawnPart(
  context: Context,
  expression: Expression,
  wanted: Wanted,
): { part: DistributionPart; unit: Unit } | null {
  if (isDistribution(expression)) {
    const drawn = checkDistribution(context, expression, wanted);
    return drawn && { part: { kind: "distribution", distribution: drawn.distribution }, unit: drawn.unit };
  }
  const result = inferNumber({ context, mode: wanted.mode, end: null }, expression);
  const value = result && (wanted.expected === null ? result.number : fit(context, result, wanted.expected));
  return value && { part: { kind: "value", value }, unit: value.unit };
}

/** `A at least LOW at most HIGH`. */
export function truncated(
  context: Context,
  expression: Expression & { kind: "truncated" },
  wanted: Wanted,
): Drawn | null {
  const drawn = checkDistribution(context, expression.operand, wanted);
  const expected: Expected | null = drawn && {
    unit: drawn.unit,
    span: expression.operand.span,
    what: "The distribution",
  };
  const bound = (side: Expression | null): NumberExpression | null | undefined => {
    if (side === null) return null;
    const result = inferNumber({ context, mode: wanted.mode, end: null }, side);
    return (result && expected && fit(context, result, expected)) ?? undefined;
  };
  const low = bound(expression.atLeast);
  const high = bound(expression.atMost);
  if (drawn === null || low === undefined || high === undefined) return null;
  const a = low && constantValue(low);
  const b = high && constantValue(high);
  if (a !== null && b !== null && a >= b) {
    context.report(
      "E0613",
      expression.span,
      "The distribution is cut off everywhere: the lower bound is not below the upper one.",
    );
    return null;
  }
  const body = drawn.distribution;
  const ends = support(body);
  if (ends !== null && ((b !== null && b <= ends[0]) || (a !== null && a >= ends[1]))) {
    context.report(
      "E0613",
      expression.span,
      "The distribution is cut off everywhere: none of it lies within the bounds.",
    );
    return null;
  }
  return {
    distribution: { span: expression.span, kind: "truncated", operand: body, low, high },
    unit: drawn.unit,
  };
}

/** Where all of a distribution lies, as far as that is plain from its family. */
function support(distribution: Distribution): readonly [number, number] | null {
  if (distribution.kind === "n of m") return [0, 1];
  if (distribution.kind === "family") return supportOf(distribution);
  if (distribution.kind !== "interval") return null;
  switch (distribution.family) {
    case "lognormal":
    case "gamma":
      return [0, Number.POSITIVE_INFINITY];
    case "beta":
    case "logit-normal":
      return [0, 1];
    default:
      return null;
  }
}

/** The same for a family with written parameters. */
function supportOf(
  distribution: Distribution & { readonly kind: "family" },
): readonly [number, number] | null {
  const [first = null, second = null, third = null] = distribution.parameters.map(constantValue);
  switch (distribution.family) {
    case "uniform":
      return first === null || second === null ? null : [first, second];
    case "triangular":
    case "pert":
      return first === null || third === null ? null : [first, third];
    case "beta":
      return [0, 1];
    case "lognormal":
    case "gamma":
    case "exponential":
      return [0, Number.POSITIVE_INFINITY];
    default:
      return null;
  }
}
