/** Chances: bare, or per unit of time. */
import type { NumberExpression } from "../../model/expression.js";
import type { Rate } from "../../model/model.js";
import type { Expression } from "../../syntax/tree.js";
import type { Span } from "../../text/source-text.js";
import { conversion, inverse } from "../../units/algebra.js";
import { unitText } from "../../units/unit.js";
import { unitLabels, unitWords } from "../expressions/units.js";
import type { Working } from "../working.js";
import { ruleNumber, warnOfChance } from "./rule-number.js";

export interface Chance {
  readonly number: NumberExpression;
  /** The step's length in the unit of time behind `per`; null for a bare chance. */
  readonly exponent: number | null;
}

/** The chance of this name, whatever its unit of time; null: reported. */
export function chanceNamed(working: Working, name: string, expression: Expression): Chance | null {
  const checked = ruleNumber(working, name);
  if (checked === null) return null;
  const { number, unit } = checked;
  if (unit.length === 0) {
    warnOfChance(working, expression, number);
    return { number, exponent: null };
  }
  const exponent = conversion(working.units, [{ name: working.timeline.unit, exponent: 1 }], inverse(unit));
  if (exponent !== null) {
    warnOfChance(working, expression, number);
    return { number, exponent };
  }
  working.report(
    "E0507",
    expression.span,
    `A chance is a bare number or one per unit of time, and this one is ${unitWords(unit)}.`,
    { labels: unitLabels(working, number).slice(1) },
  );
  return null;
}

/** A chance without a unit of time, where only such a one has a meaning. `where`: "with a date". */
export function bareChance(
  working: Working,
  name: string,
  expression: Expression,
  where: string,
): NumberExpression | null {
  const chance = chanceNamed(working, name, expression);
  if (chance === null) return null;
  if (chance.exponent === null) return chance.number;
  const unit = expression.kind === "number" || expression.kind === "interval" ? expression.unit : null;
  const span = unit?.span ?? (expression.kind === "in unit" ? expression.unit.span : expression.span);
  working.report(
    "E0509",
    span,
    `A chance ${where} is one for the whole, and this one is ${unitText(chance.number.unit)}.`,
    {
      fixes:
        span === expression.span
          ? []
          : [
              {
                title: "Leave the unit of time out",
                edits: [{ span: withBlankBefore(working, span), text: "" }],
                safe: false,
              },
            ],
      labels: span === expression.span ? unitLabels(working, chance.number).slice(1) : [],
    },
  );
  return null;
}

function withBlankBefore(working: Working, span: Span): Span {
  const text = working.sources.get(span.file)?.text ?? "";
  let start = span.start;
  while (text.charAt(start - 1) === " ") start--;
  return { ...span, start };
}

/** A chance per unit of time; a bare one is reported. */
export function rateNamed(working: Working, name: string, expression: Expression): Rate | null {
  const chance = chanceNamed(working, name, expression);
  if (chance === null) return null;
  if (chance.exponent !== null) return { chance: chance.number, exponent: chance.exponent };
  const { span } = expression;
  working.report(
    "E0507",
    span,
    "Behind `then` stands a chance per unit of time, and this one is a bare number.",
    {
      fixes: [
        {
          title: "Add `per month`",
          edits: [{ span: { ...span, start: span.end }, text: " per month" }],
          safe: false,
        },
      ],
    },
  );
  return null;
}
