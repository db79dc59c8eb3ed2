/** Units in expressions: from syntax, and the messages where two do not agree. */
import type { Fix, Label } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/wording.js";
import type { NumberExpression } from "../../model/expression.js";
import type { Expression, UnitSyntax } from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import { conversion, multiplyUnits } from "../../units/algebra.js";
import { bare, type Unit, type UnitFactor, unitText } from "../../units/unit.js";
import type { Context, Expected } from "../context.js";
import { inferNumber } from "./infer.js";
import { scaled } from "./numbers.js";
import { isZero, type NumberResult, type Place, type Result } from "./place.js";

/** `in soldier per month`, `per month`, or `a bare number`. */
export function unitWords(unit: Unit): string {
  const text = unitText(unit);
  return unit.length === 0 ? "a bare number" : text.startsWith("per ") ? text : `in ${text}`;
}

/** `a number in soldier per month`, `a number per month`, or `a bare number`. */
export function numberIn(unit: Unit): string {
  return unit.length === 0 ? "a bare number" : `a number ${unitWords(unit)}`;
}

/** The unit that is written, in canonical names; unknown ones are reported with near ones. */
export function unitOf(context: Context, syntax: UnitSyntax): Unit | null {
  const factors: UnitFactor[] = [];
  let good = true;
  for (const { name, exponent, span } of syntax.factors) {
    const definition = context.units.byName.get(name);
    if (definition === undefined) {
      if (!context.unknownUnits.has(name)) reportUnknownUnit(context, name, span);
      good = false;
      continue;
    }
    if (definition.broken) good = false;
    const at = factors.findIndex((factor) => factor.name === definition.name);
    const sum = exponent + (at < 0 ? 0 : (factors[at] as UnitFactor).exponent);
    if (at >= 0) factors.splice(at, 1);
    if (sum !== 0) factors.push({ name: definition.name, exponent: sum });
  }
  return good ? factors : null;
}

function reportUnknownUnit(context: Context, name: string, span: UnitSyntax["span"]): void {
  if (context.lost.units) return;
  const near = nearest(name, context.units.byName.keys());
  const isName = context.names.has(name);
  // A declaration that is missing is one fault, however often the unit is used; a slip is one wherever it stands.
  if (near.length === 0 && !isName) context.unknownUnits.add(name);
  context.report(
    "E0206",
    span,
    isName
      ? `\`${name}\` is the name of something in the model, and a unit is wanted here.`
      : `There is no unit \`${name}\`.${didYouMean(near)}`,
    {
      notes:
        isName || near.length > 0
          ? []
          : [
              `Declare it, a line under \`units\`: \`${name}${/^[A-Z]{3}$/.test(name) ? " currency" : ""}\`. Units of time are always there.`,
            ],
      fixes: isName
        ? [
            {
              title: `Multiply by \`${name}\``,
              edits: [{ span: { ...span, end: span.start }, text: "* " }],
              safe: false,
            },
          ]
        : near.map((other) => ({
            title: `Write \`${other}\``,
            edits: [{ span, text: other }],
            safe: false,
          })),
    },
  );
}

/** `(a + b) soldier`: the unit behind a bare number. */
export function inUnit(place: Place, expression: Expression & { kind: "in unit" }): Result {
  const unit = unitOf(place.context, expression.unit);
  const operand = inferNumber(place, expression.operand);
  if (unit === null || operand === null) return null;
  if (operand.number.unit.length > 0) {
    place.context.report(
      "E0318",
      expression.unit.span,
      `A unit behind a parenthesis multiplies a bare number, and this one is ${unitWords(operand.number.unit)} already.`,
      {
        labels: unitLabels(place.context, operand.number),
        fixes: [
          {
            title: "Leave the unit out",
            edits: [{ span: expression.unit.span, text: "" }],
            safe: false,
          },
        ],
      },
    );
    return null;
  }
  const { unit: plain, scale } = multiplyUnits(place.context.units, bare, unit);
  return {
    type: "number",
    number: scaled({ ...operand.number, span: expression.span }, plain, scale),
    literal: false,
  };
}

/** Where the units of these numbers come from. */
export function unitLabels(context: Context, ...numbers: readonly NumberExpression[]): Label[] {
  const labels: Label[] = [];
  const declared = new Set<string>();
  const origin = (number: NumberExpression) => {
    switch (number.kind) {
      case "quantity":
      case "shock":
      case "stock":
      case "let": {
        const symbol = context.names.get(number.name);
        if (symbol === undefined || declared.has(number.name)) return;
        declared.add(number.name);
        labels.push({ span: symbol.span, message: `\`${number.name}\` is ${unitWords(number.unit)}` });
        return;
      }
      case "negate":
      case "scale":
        origin(number.operand);
        return;
      case "arithmetic":
        origin(number.left);
        origin(number.right);
        return;
      case "if":
        origin(number.then);
        return;
      default:
        return;
    }
  };
  for (const number of numbers) {
    labels.push({
      span: number.span,
      message: number.unit.length === 0 ? "this is a bare number" : `this is ${unitWords(number.unit)}`,
    });
    origin(number);
  }
  return labels;
}

/** Both sides in the unit of the first that has one; null with a message where they differ. `verb`: "added to", "compared with"; `instead`: fixes that come before those of units. */
export function agree(
  place: Place,
  expression: Expression,
  left: NumberResult,
  right: NumberResult,
  verb: string,
  instead: readonly Fix[] = [],
): { readonly left: NumberExpression; readonly right: NumberExpression; readonly unit: Unit } | null {
  const { context } = place;
  const a = left.number;
  const b = right.number;
  if (isZero(left)) return { left: { ...a, unit: b.unit }, right: b, unit: b.unit };
  if (isZero(right)) return { left: a, right: { ...b, unit: a.unit }, unit: a.unit };
  const factor = conversion(context.units, b.unit, a.unit);
  if (factor !== null) return { left: a, right: scaled(b, a.unit, factor), unit: a.unit };
  context.report(
    "E0301",
    expression.span,
    `${capital(numberIn(a.unit))} cannot be ${verb} ${numberIn(b.unit)}.`,
    {
      labels: unitLabels(context, a, b),
      notes: rateNote(a.unit, b.unit),
      fixes: [...instead, ...unitFixes(left, right)],
    },
  );
  return null;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Where one side is the other per unit of time, how to come from a rate to an amount. */
function rateNote(a: Unit, b: Unit): string[] {
  for (const [rate, amount] of [
    [a, b],
    [b, a],
  ] as const) {
    const [time, ...more] = rate.filter((factor) => !amount.some((other) => other.name === factor.name));
    if (time?.exponent !== -1 || more.length > 0 || rate.length !== amount.length + 1) continue;
    if (!timeUnits.has(time.name)) continue;
    return [
      `${capital(numberIn(rate))} is a rate. Times a time, as in \`* 1 ${time.name}\`, it is ${amount.length === 0 ? "a bare number" : `an amount in ${unitText(amount)}`}.`,
    ];
  }
  return [];
}

const timeUnits: ReadonlySet<string> = new Set(["day", "week", "month", "quarter", "year"]);

/** Where one side is a written bare number, the other's unit can be put behind it. */
function unitFixes(left: NumberResult, right: NumberResult) {
  for (const [number, other] of [
    [right, left],
    [left, right],
  ] as const) {
    if (number.literal && number.number.kind === "constant" && other.number.unit.length > 0) {
      const { span } = number.number;
      const text = ` ${unitText(other.number.unit)}`;
      return [
        {
          title: `Put \`${text.trim()}\` behind the number`,
          edits: [{ span: { ...span, start: span.end }, text }],
          safe: false,
        },
      ];
    }
  }
  return [];
}

/** The number in the unit that is expected of it. */
export function fit(context: Context, result: NumberResult, expected: Expected): NumberExpression | null {
  const { number } = result;
  if (result.literal) return { ...number, unit: expected.unit };
  const factor = conversion(context.units, number.unit, expected.unit);
  if (factor !== null) return scaled(number, expected.unit, factor);
  const wanted = expected.unit.length === 0 ? "a bare number" : unitText(expected.unit);
  context.report(
    "E0302",
    number.span,
    `${expected.what} is ${expected.unit.length === 0 ? "" : "in "}${wanted}, and this is ${unitWords(number.unit)}.`,
    {
      labels: [
        ...(expected.span === number.span
          ? []
          : [{ span: expected.span, message: `${wanted} is declared here` }]),
        ...unitLabels(context, number).slice(1),
      ],
    },
  );
  return null;
}
