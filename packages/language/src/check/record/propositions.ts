import { replaceFix } from "../../diagnostics/diagnostic.js";
import type { Proposition } from "../../model/model.js";
import type { Clause, Expression, NumberSyntax } from "../../syntax/tree.js";
import type { Span } from "../../text/source-text.js";
import type { Unit } from "../../units/unit.js";
import {
  canonicalText,
  checkCondition,
  checkNumber,
  constantValue,
  isDistribution,
  referenceOf,
} from "../api.js";
import type { Context } from "../context.js";
import { timedStep, withoutIdleDates } from "./timing.js";

type AssertsClause = Clause & { readonly kind: "asserts" };

/** What a claim asserts or denies: a condition, or a range for a number. `null`: reported, or it reads something broken. */
export function checkProposition(context: Context, clause: AssertsClause): Proposition | null {
  const report = numericReport(clause.condition);
  if (report !== null) return checkNumericReport(context, clause, report);
  const checked = checkCondition(context, clause.condition, { in: "ask", own: false });
  if (checked === null) return null;
  let condition = withoutIdleDates(context, checked);
  let { denies } = clause;
  // To assert that something is not so is to deny it: the same words for whoever counts reports.
  while (condition.kind === "not") {
    condition = condition.operand;
    denies = !denies;
  }
  return {
    kind: "condition",
    denies,
    condition,
    key: canonicalText(condition),
    step: timedStep(context, condition),
  };
}

interface NumericReport {
  /** With its date, where one is written behind it or at the end. */
  readonly subject: Expression;
  readonly value: Expression;
}

/** `SUBJECT is A to B`, with a date on the subject or at the end: anything behind `is` that is a number or a distribution makes it a numeric report. */
function numericReport(expression: Expression): NumericReport | null {
  if (expression.kind === "parenthesis") return numericReport(expression.inner);
  if (expression.kind === "dated" && !expression.negated) {
    const inner = numericReport(expression.operand);
    if (inner === null) return null;
    if (inner.subject.kind === "dated") return inner;
    return { subject: { ...expression, operand: inner.subject }, value: inner.value };
  }
  if (expression.kind !== "is") return null;
  const value = plain(expression.value);
  switch (value.kind) {
    case "number":
    case "negate":
    case "interval":
    case "percentiles":
    case "n of m":
    case "mixture":
    case "truncated":
    case "call":
    case "arithmetic":
    case "in unit":
      return { subject: expression.subject, value };
    default:
      return null;
  }
}

function plain(expression: Expression): Expression {
  return expression.kind === "parenthesis" ? plain(expression.inner) : expression;
}

function checkNumericReport(
  context: Context,
  clause: AssertsClause,
  { subject, value }: NumericReport,
): Proposition | null {
  if (clause.denies) {
    context.report(
      "E0718",
      clause.span,
      "A range cannot be denied: that leaves open where the number lies.",
      {
        notes: ["Assert the range that was said, or deny a comparison: `denies contingent > 10k soldier`."],
      },
    );
    return null;
  }
  const reference = plain(subject.kind === "dated" ? subject.operand : subject);
  const symbol = referenceOf(context, reference, ["quantity", "stock"], "quantity or stock");
  if (symbol === null) return null;
  const resolution = context.resolve(symbol);
  if (resolution?.type !== "number") return null;
  const range = rangeOf(
    context,
    value,
    resolution.unit,
    symbol.span,
    `the ${symbol.kind} \`${symbol.name}\``,
  );
  if (range === null) return null;
  // A stock is read at its date, a quantity is of none.
  const number = checkNumber(context, subject, { in: "ask", own: false });
  if (number === null) return null;
  return {
    kind: "number",
    value: number,
    ...range,
    key: canonicalText(number),
    step: timedStep(context, number),
  };
}

/** The ends of a reported range in the subject's unit. */
function rangeOf(
  context: Context,
  value: Expression,
  unit: Unit,
  unitSpan: Span,
  what: string,
): { readonly low: number; readonly high: number } | null {
  if (!isDistribution(value)) {
    reportSingle(context, value);
    return null;
  }
  if (value.kind !== "interval" || value.family !== null || value.mass !== null) {
    context.report(
      "E0715",
      value.span,
      "What was said of a number is taken down as a plain range, `A to B`.",
      {
        notes: ["The range holds the number with nine chances in ten."],
        fixes:
          value.kind === "interval"
            ? [replaceFix("Keep the range alone", value.span, rangeText(context, value))]
            : [],
      },
    );
    return null;
  }
  const end = (number: NumberSyntax) => {
    const syntax: Expression = { kind: "number", span: number.span, number, unit: value.unit };
    const checked = checkNumber(context, syntax, { in: "draw" }, { unit, span: unitSpan, what });
    return checked === null ? null : constantValue(checked);
  };
  const low = end(value.low);
  if (low === null) return null;
  const high = end(value.high);
  if (high === null) return null;
  if (low < high) return { low, high };
  const text = (number: NumberSyntax) => written(context, number.span);
  const fixes =
    low > high
      ? [
          {
            title: "Exchange the ends",
            edits: [
              { span: value.low.span, text: text(value.high) },
              { span: value.high.span, text: text(value.low) },
            ],
            safe: false,
          },
        ]
      : [];
  context.report(
    "E0717",
    value.span,
    "The lower end of a range stands first and is smaller than the upper one.",
    { fixes },
  );
  return null;
}

/** The text of a span as it stands in its file. */
function written(context: Context, span: Span): string {
  return context.sources.get(span.file)?.text.slice(span.start, span.end) ?? "";
}

function rangeText(context: Context, value: Expression & { readonly kind: "interval" }): string {
  const unit = value.unit === null ? "" : ` ${written(context, value.unit.span)}`;
  return `${written(context, value.low.span)} to ${written(context, value.high.span)}${unit}`;
}

/** The fix widens a single number by a twentieth on either side: a place to begin, for the analyst to judge. */
function reportSingle(context: Context, value: Expression): void {
  const fixes = [];
  if (value.kind === "number" && value.number.value > 0 && !value.number.percent) {
    const round = (x: number) => String(Number(x.toPrecision(3)));
    const { value: middle } = value.number;
    const unit = value.unit === null ? "" : ` ${written(context, value.unit.span)}`;
    const text = `${round(middle * 0.95)} to ${round(middle * 1.05)}${unit}`;
    fixes.push(replaceFix(`Write a range, for instance \`${text}\``, value.span, text));
  }
  context.report(
    "E0714",
    value.span,
    "A single number would claim to be exact. Say between which ends it lies, with nine chances in ten.",
    { fixes },
  );
}
