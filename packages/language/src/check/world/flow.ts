/** What flows into and out of stocks: lumps and rates. */
import type { Fix } from "../../diagnostics/diagnostic.js";
import type { Condition, NumberExpression } from "../../model/expression.js";
import type { Flow } from "../../model/model.js";
import type { DurationSyntax, Expression } from "../../syntax/tree.js";
import type { Span } from "../../text/source-text.js";
import { convertTime } from "../../time/timeline.js";
import { conversion, multiplyUnits } from "../../units/algebra.js";
import { type Unit, unitText } from "../../units/unit.js";
import { checkCondition } from "../api.js";
import { constantValue, scaled } from "../expressions/numbers.js";
import { unitLabels, unitWords } from "../expressions/units.js";
import type { Working } from "../working.js";
import { everySteps } from "./durations.js";
import { impliesFiring, vanishes } from "./quiet.js";
import { ruleNumber } from "./rule-number.js";

export interface FlowSyntax {
  readonly name: string;
  readonly label: string | null;
  readonly amount: Expression;
  readonly when: Expression | null;
  readonly every: DurationSyntax | null;
  readonly span: Span;
}

/** The stock that a flow belongs to. */
export interface FlowStock {
  readonly name: string;
  readonly unit: Unit;
  /** Where its unit is said. */
  readonly span: Span;
}

/** Checks one flow of a stock; from and to are the caller's to say. null: reported. */
export function checkFlow(
  working: Working,
  syntax: FlowSyntax,
  stock: FlowStock,
  from: string | null,
  to: string | null,
): Flow | null {
  const when = syntax.when === null ? null : checkCondition(working, syntax.when, { in: "rule" });
  const every = syntax.every === null ? null : everySteps(working, syntax.every);
  const checked = ruleNumber(working, syntax.name);
  if (
    checked === null ||
    (syntax.when !== null && when === null) ||
    (syntax.every !== null && every === null)
  )
    return null;
  const sized = amountAndFactor(working, syntax, checked.number, stock, when);
  if (sized === null) return null;
  return {
    name: syntax.name,
    label: syntax.label,
    from,
    to,
    amount: sized.amount,
    rate: sized.rate,
    factor: sized.factor,
    when,
    every,
    span: syntax.span,
  };
}

function amountAndFactor(
  working: Working,
  syntax: FlowSyntax,
  number: NumberExpression,
  stock: FlowStock,
  when: Condition | null,
): Pick<Flow, "amount" | "rate" | "factor"> | null {
  const zero = constantValue(number) === 0 && number.unit.length === 0;
  const lump = zero ? 1 : conversion(working.units, number.unit, stock.unit);
  if (lump !== null) {
    const amount = scaled(number, stock.unit, lump);
    const quiet =
      syntax.every !== null ||
      (when !== null && impliesFiring(when, working.lets)) ||
      vanishes(number, working.lets);
    if (quiet) return { amount, rate: false, factor: 1 };
    reportLump(working, syntax, number, stock);
    return null;
  }
  const rate = rateUnit(working, number.unit, stock.unit);
  if (rate !== null) {
    return { amount: scaled(number, stock.unit, rate.scale), rate: true, factor: rate.factor };
  }
  const unit = unitText(stock.unit);
  working.report(
    "E0503",
    syntax.amount.span,
    `\`${stock.name}\` is ${unitWords(stock.unit)}: what flows is ${unit === "" ? "a bare number" : `in ${unit}`}, or ${unit === "" ? "one" : `in ${unit}`} per unit of time, and this is ${unitWords(number.unit)}.`,
    {
      labels: [
        { span: stock.span, message: `\`${stock.name}\` is ${unitWords(stock.unit)}` },
        ...unitLabels(working, number).slice(1),
      ],
    },
  );
  return null;
}

/** For an amount per unit of time: what brings it to the stock's unit per that time, and the step's length in it. */
function rateUnit(working: Working, amount: Unit, stock: Unit): { scale: number; factor: number } | null {
  const { timeline, units } = working;
  for (const factor of amount) {
    const time = units.byName.get(factor.name)?.time ?? null;
    if (time === null || factor.exponent >= 0) continue;
    const scale = conversion(units, amount, multiplyUnits(units, stock, [{ name: time, exponent: -1 }]).unit);
    if (scale !== null) return { scale, factor: convertTime(1, timeline.unit, time) };
  }
  // The time may be hidden in a declared unit.
  const scale = conversion(units, amount, [...stock, { name: timeline.unit, exponent: -1 }]);
  return scale === null ? null : { scale, factor: 1 };
}

/** `when E` holds in every step after E, `when E happens` in one: the one that is meant with a lump. */
function whenItHappens(working: Working, { when }: FlowSyntax): Fix[] {
  if (when?.kind !== "reference" || when.members.length > 0) return [];
  const { name, argument } = when.head;
  const symbol = working.names.get(argument === null ? name.text : `${name.text}(${argument.text})`);
  if (symbol?.kind !== "event") return [];
  const end = { ...when.span, start: when.span.end };
  return [
    { title: "Let it flow once, when that happens", edits: [{ span: end, text: " happens" }], safe: false },
  ];
}

function reportLump(working: Working, syntax: FlowSyntax, number: NumberExpression, stock: FlowStock): void {
  const { span } = syntax.amount;
  const unit = working.timeline.unit;
  const asRate =
    syntax.amount.kind === "number" || syntax.amount.kind === "reference"
      ? [
          {
            title: `Make it a rate: add \`per ${unit}\``,
            edits: [
              {
                span: { ...span, start: span.end },
                text: syntax.amount.kind === "number" ? ` per ${unit}` : ` / 1 ${unit}`,
              },
            ],
            safe: false,
          },
        ]
      : [];
  working.report(
    "E0502",
    span,
    `This is ${stock.unit.length === 0 ? "a bare number" : `in ${unitText(stock.unit)}`}, an amount that would flow in full in every step, whether a step is a day or a year.`,
    {
      labels: [
        { span: stock.span, message: `\`${stock.name}\` is ${unitWords(stock.unit)}` },
        ...unitLabels(working, number)
          .slice(1)
          .filter((label) => label.message !== `\`${stock.name}\` is ${unitWords(stock.unit)}`),
      ],
      notes: [
        stock.unit.length === 0
          ? `What flows steadily is a rate, with \`per ${unit}\` behind it.`
          : `What flows steadily is a rate, in ${unitText(stock.unit)} per ${unit}.`,
        "What flows at once says when: `when EVENT happens`, `when CHOICE is OPTION`, or `every 3 months`.",
      ],
      fixes: [...whenItHappens(working, syntax), ...asRate],
    },
  );
}
