/** `normal(mean, sd)` and the other families that are called by name. */
import { didYouMean } from "../../diagnostics/wording.js";
import type { FamilyName, IntervalFamily } from "../../model/distribution.js";
import type { NumberExpression } from "../../model/expression.js";
import type { ArgumentSyntax, Expression } from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import { bare, type Unit } from "../../units/unit.js";
import type { Context, Expected } from "../context.js";
import type { Drawn, Wanted } from "./distribution.js";
import { families, familyForm, type Parameter } from "./families.js";
import { inferNumber } from "./infer.js";
import { constantValue } from "./numbers.js";
import { isZero, type NumberResult } from "./place.js";
import { fit } from "./units.js";
import { write } from "./wording.js";

type Call = Expression & { readonly kind: "call" };

export function familyCall(context: Context, call: Call, wanted: Wanted): Drawn | null {
  let family = call.callee.text as FamilyName;
  const names = call.arguments.map((argument) => argument.name?.text ?? null);
  if (family === "lognormal" && names.some((name) => name === "mu" || name === "sigma"))
    family = "lognormal-log";
  if (
    families[family].percentiles &&
    names.length > 0 &&
    names.every((name) => name !== null && percentOf(name) !== null)
  ) {
    return twoPercentiles(context, call, family, wanted);
  }
  const placed = place(context, call, family);
  if (placed === null) return null;
  return withParameters(context, call, family, placed, wanted);
}

const percentOf = (name: string): number | null =>
  /^p\d+(\.\d+)?$/.test(name) ? Number(name.slice(1)) : null;

/** The arguments in the order of the parameters: named ones by name, the others in turn. */
function place(context: Context, call: Call, family: FamilyName): ArgumentSyntax[] | null {
  const { parameters } = families[family];
  const slots: (ArgumentSyntax | null)[] = parameters.map(() => null);
  let good = true;
  const form = `It is written \`${familyForm(family)}\`.`;
  for (const argument of call.arguments) {
    if (argument.name !== null) {
      const { text, span } = argument.name;
      const at = parameters.findIndex((parameter) => parameter.name === text);
      if (at < 0 || slots[at] !== null) {
        const spread = /^(variance|var|precision|tau|sigma2)$/.test(text);
        const names = parameters.map((parameter) => parameter.name);
        const isDeviation = names.includes("sd") && /^(sigma|std|stdev|stddev|deviation|s)$/.test(text);
        const near = isDeviation ? ["sd"] : nearest(text, names);
        context.report(
          "E0607",
          span,
          at >= 0
            ? `\`${text}\` is given twice.`
            : spread
              ? `The spread is always the standard deviation, \`sd\`, never \`${text}\`.`
              : `\`${call.callee.text}\` has no parameter \`${text}\`.${didYouMean(near)}`,
          { notes: [form], fixes: at >= 0 ? [] : near.map((other) => write(other, span)) },
        );
        good = false;
      } else slots[at] = argument;
    } else {
      const at = slots.indexOf(null);
      if (at < 0) {
        context.report(
          "E0607",
          argument.value.span,
          `\`${call.callee.text}\` has ${counted(parameters.length)}, and here stand ${call.arguments.length}.`,
          {
            notes: [form],
          },
        );
        return null;
      }
      slots[at] = argument;
    }
  }
  const missing = parameters.filter((_, i) => slots[i] === null);
  if (good && missing.length > 0) {
    context.report(
      "E0607",
      call.span,
      `\`${call.callee.text}\` has no ${missing.map((parameter) => `\`${parameter.name}\``).join(" and no ")} here.`,
      {
        notes: [form],
      },
    );
    good = false;
  }
  return good ? slots.filter((slot) => slot !== null) : null;
}

const counted = (count: number) => (count === 1 ? "one parameter" : `${count} parameters`);

function withParameters(
  context: Context,
  call: Call,
  family: FamilyName,
  placed: readonly ArgumentSyntax[],
  wanted: Wanted,
): Drawn | null {
  const { parameters, fault } = families[family];
  const results = placed.map((argument) =>
    inferNumber({ context, mode: wanted.mode, end: null }, argument.value),
  );
  const measured = parameters.some((parameter) => parameter.in === "unit");
  // Without a declared unit the first parameter that is more than a written number says what the draw is in.
  let expected: Expected | null = wanted.expected;
  if (expected === null && measured) {
    const leader =
      results.find((result, i) => result !== null && parameters[i]?.in === "unit" && !result.literal) ?? null;
    if (leader !== null)
      expected = { unit: leader.number.unit, span: leader.number.span, what: `\`${call.callee.text}\`` };
  }
  const numbers: NumberExpression[] = [];
  for (const [i, result] of results.entries()) {
    if (result === null) continue;
    const number = parameter(context, parameters[i] as Parameter, result, expected, wanted.expected !== null);
    if (number !== null) numbers.push(number);
  }
  if (numbers.length < parameters.length) return null;
  const wrong = fault(numbers.map(constantValue));
  if (wrong !== null) {
    context.report("E0608", call.span, `In \`${call.callee.text}\`, ${wrong}.`, {
      notes: [`It is written \`${familyForm(family)}\`.`],
    });
    return null;
  }
  const unit: Unit = expected?.unit ?? bare;
  return { distribution: { span: call.span, kind: "family", family, parameters: numbers }, unit };
}

function parameter(
  context: Context,
  parameter: Parameter,
  result: NumberResult,
  expected: Expected | null,
  declared: boolean,
): NumberExpression | null {
  if (parameter.in === "bare") {
    return fit(context, result, { unit: bare, span: result.number.span, what: `\`${parameter.name}\`` });
  }
  if (expected === null) return result.number;
  // A bare number beside one with a unit is not of that unit, unless a declaration says so.
  if (result.literal && !declared && expected.unit.length > 0 && !isZero(result)) {
    return fit(context, { ...result, literal: false }, expected);
  }
  return fit(context, result, expected);
}

/** `normal(p5: 2, p95: 9)`. */
function twoPercentiles(context: Context, call: Call, family: FamilyName, wanted: Wanted): Drawn | null {
  const points = call.arguments.map((argument) => ({
    percent: percentOf(argument.name?.text ?? "") ?? 0,
    argument,
    result: inferNumber({ context, mode: wanted.mode, end: null }, argument.value),
  }));
  if (points.some((point) => point.result === null)) return null;
  points.sort((a, b) => a.percent - b.percent);
  const [low, high] = points;
  if (
    points.length !== 2 ||
    low === undefined ||
    high === undefined ||
    !(low.percent > 0 && low.percent < high.percent && high.percent < 100)
  ) {
    context.report(
      "E0609",
      call.span,
      `Two percentiles say \`${family}\`, as in \`${family}(p5: 2, p95: 9)\`.`,
    );
    return null;
  }
  let { expected } = wanted;
  const values: number[] = [];
  for (const point of [low, high]) {
    const result = point.result as NumberResult;
    expected ??= { unit: result.number.unit, span: result.number.span, what: "The lower percentile" };
    const number = fit(context, result, expected);
    if (number === null) return null;
    const value = constantValue(number);
    if (value === null) {
      context.report(
        "E0609",
        point.argument.value.span,
        "A percentile is a written number; what is drawn or computed cannot stand here.",
      );
      return null;
    }
    values.push(value);
  }
  const [a, b] = values as [number, number];
  const problem =
    a >= b
      ? "the percentiles do not rise"
      : (family === "lognormal" || family === "gamma") && a <= 0
        ? "the percentiles have to lie above 0"
        : family === "beta" && !(a > 0 && b < 1)
          ? "the percentiles have to lie between 0 and 1"
          : null;
  if (problem !== null) {
    context.report("E0608", call.span, `In \`${family}\`, ${problem}.`);
    return null;
  }
  return {
    distribution: {
      span: call.span,
      kind: "interval",
      family: family as IntervalFamily,
      low: a,
      high: b,
      lowPercentile: low.percent / 100,
      highPercentile: high.percent / 100,
    },
    unit: expected?.unit ?? bare,
  };
}
