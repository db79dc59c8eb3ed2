import { didYouMean } from "../../diagnostics/wording.js";
import type { NumberExpression, NumberFunction } from "../../model/expression.js";
import type { Expression } from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import { powerUnit } from "../../units/algebra.js";
import { bare, type Unit, unitText } from "../../units/unit.js";
import { isFamily } from "./families.js";
import { inferNumber, nameIt } from "./infer.js";
import { constantValue } from "./numbers.js";
import type { NumberResult, Place, Result } from "./place.js";
import { agree, unitLabels, unitWords } from "./units.js";
import { list, write } from "./wording.js";

/** How many arguments a function takes; `same`: all in one unit, which is the result's. */
const functions: Readonly<
  Record<NumberFunction, { least: number; most: number; units: "same" | "bare" | "root"; form: string }>
> = {
  min: { least: 1, most: Number.POSITIVE_INFINITY, units: "same", form: "min(a, b, …)" },
  max: { least: 1, most: Number.POSITIVE_INFINITY, units: "same", form: "max(a, b, …)" },
  abs: { least: 1, most: 1, units: "same", form: "abs(x)" },
  floor: { least: 1, most: 1, units: "same", form: "floor(x)" },
  round: { least: 1, most: 1, units: "same", form: "round(x)" },
  clamp: { least: 3, most: 3, units: "same", form: "clamp(x, low, high)" },
  sqrt: { least: 1, most: 1, units: "root", form: "sqrt(x)" },
  exp: { least: 1, most: 1, units: "bare", form: "exp(x)" },
  log: { least: 1, most: 1, units: "bare", form: "log(x)" },
  logistic: { least: 1, most: 1, units: "bare", form: "logistic(x)" },
};

/** Names of functions elsewhere. */
const elsewhere: Readonly<Record<string, NumberFunction>> = {
  maximum: "max",
  minimum: "min",
  ln: "log",
  sigmoid: "logistic",
  int: "floor",
  trunc: "floor",
  limit: "clamp",
  absolute: "abs",
};

const isFunction = (name: string): name is NumberFunction => Object.hasOwn(functions, name);

export function call(place: Place, expression: Expression & { kind: "call" }): Result {
  const { context } = place;
  const { callee, span } = expression;
  if (isFamily(callee.text)) return nameIt(place, expression);
  if (!isFunction(callee.text)) {
    const meant = elsewhere[callee.text.toLowerCase()];
    const near = meant === undefined ? nearest(callee.text, Object.keys(functions)) : [meant];
    context.report("E0306", callee.span, `There is no function \`${callee.text}\`.${didYouMean(near)}`, {
      notes: near.length === 0 ? [`There are ${list(Object.keys(functions))}.`] : [],
      fixes: near.map((name) => write(name, callee.span)),
    });
    return null;
  }
  const { least, most, units, form } = functions[callee.text];
  const results: NumberResult[] = [];
  let good = true;
  const named = expression.arguments.flatMap(({ name, value }) => (name === null ? [] : [{ name, value }]));
  const [firstNamed] = named;
  if (firstNamed !== undefined) {
    const edits = named.map(({ name, value }) => ({
      span: { ...name.span, end: value.span.start },
      text: "",
    }));
    context.report(
      "E0307",
      firstNamed.name.span,
      `The arguments of \`${callee.text}\` have no names; it is written \`${form}\`.`,
      { fixes: [{ title: "Leave the names out", edits, safe: false }] },
    );
    good = false;
  }
  for (const argument of expression.arguments) {
    const result = inferNumber(place, argument.value);
    if (result === null) good = false;
    else results.push(result);
  }
  const count = expression.arguments.length;
  if (count < least || count > most) {
    context.report(
      "E0307",
      span,
      `\`${callee.text}\` has ${count === 0 ? "no numbers" : count === 1 ? "one number" : `${count} numbers`} here; it is written \`${form}\`.`,
    );
    return null;
  }
  if (!good) return null;
  const units2 =
    units === "same" ? sameUnits(place, expression, results) : oneUnit(place, callee.text, units, results);
  if (units2 === null) return null;
  if (callee.text === "clamp") {
    const low = constantValue(units2.numbers[1] as NumberExpression);
    const high = constantValue(units2.numbers[2] as NumberExpression);
    if (low !== null && high !== null && low > high) {
      const [, a, b] = expression.arguments;
      context.report("E0307", span, "The lower end of `clamp` lies above the upper one.", {
        fixes:
          a === undefined || b === undefined
            ? []
            : [
                {
                  title: "Swap the ends",
                  edits: [
                    { span: a.value.span, text: textAt(place, b.value) },
                    { span: b.value.span, text: textAt(place, a.value) },
                  ],
                  safe: false,
                },
              ],
      });
      return null;
    }
  }
  return {
    type: "number",
    literal: results.every((result) => result.literal),
    number: { span, unit: units2.unit, kind: "call", function: callee.text, arguments: units2.numbers },
  };
}

function textAt(place: Place, expression: Expression): string {
  const { file, start, end } = expression.span;
  return place.context.sources.get(file)?.text.slice(start, end) ?? "";
}

function sameUnits(
  place: Place,
  expression: Expression & { kind: "call" },
  results: readonly NumberResult[],
): { unit: Unit; numbers: NumberExpression[] } | null {
  // The first that is more than a written 0 leads.
  const leader =
    results.find((result) => !(result.literal && constantValue(result.number) === 0)) ?? results[0];
  if (leader === undefined) return null;
  const numbers: NumberExpression[] = [];
  for (const result of results) {
    if (result === leader) {
      numbers.push(result.number);
      continue;
    }
    const both = agree(place, expression, leader, result, "compared with");
    if (both === null) return null;
    numbers.push({ ...both.right, unit: leader.number.unit });
  }
  return { unit: leader.number.unit, numbers };
}

function oneUnit(
  place: Place,
  name: string,
  units: "bare" | "root",
  results: readonly NumberResult[],
): { unit: Unit; numbers: NumberExpression[] } | null {
  const number = (results[0] as NumberResult).number;
  if (units === "root") return { unit: powerUnit(number.unit, 0.5), numbers: [number] };
  if (number.unit.length === 0) return { unit: bare, numbers: [number] };
  place.context.report(
    "E0305",
    number.span,
    `\`${name}\` takes a bare number, and this one is ${unitWords(number.unit)}.`,
    {
      labels: unitLabels(place.context, number).slice(1),
      notes: [
        "Divide it by a fixed amount of the same unit: how large that is decides what the result means.",
      ],
      fixes: [
        {
          title: `Divide by \`1 ${unitText(number.unit)}\``,
          edits: [
            { span: { ...number.span, end: number.span.start }, text: "(" },
            { span: { ...number.span, start: number.span.end }, text: `) / (1 ${unitText(number.unit)})` },
          ],
          safe: false,
        },
      ],
    },
  );
  return null;
}
