/** `is`, `stands at`, `ever`, `happens`: what is asked of choices, facts and events. */
import type { Fix } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/wording.js";
import type { Condition } from "../../model/expression.js";
import type { Expression, WordSyntax } from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import type { Span } from "../../text/source-text.js";
import type { Context, NamedSymbol } from "../context.js";
import { inferNumber } from "./infer.js";
import { lookUp } from "./lookup.js";
import type { Place, Result } from "./place.js";
import { allowed, partyOf } from "./reference.js";
import { kindWords, list, write } from "./wording.js";

type Subject = NamedSymbol | "absent" | null;

function subjectOf(place: Place, expression: Expression, what: string): Subject {
  if (expression.kind === "parenthesis") return subjectOf(place, expression.inner, what);
  if (expression.kind === "bad") return null;
  if (expression.kind !== "reference") {
    place.context.report("E0309", expression.span, `The name of ${what} is wanted here.`);
    return null;
  }
  const found = lookUp(place.context, expression, partyOf(place));
  if (found === null) return null;
  if (found.kind === "absent") return "absent";
  if (found.kind === "treaty") {
    place.context.report(
      "E0309",
      expression.span,
      `\`${found.symbol.name}.${found.state}\` is a condition by itself, not ${what}.`,
    );
    return null;
  }
  if (found.symbol.broken) return null;
  return allowed(place, found.symbol, expression.span) ? found.symbol : null;
}

const never = (span: Span): Result => ({
  type: "condition",
  condition: { span, kind: "constant", value: false },
});

/** `C is option`, `F is value`. */
export function isTest(place: Place, expression: Expression & { kind: "is" }): Result {
  const { context } = place;
  const { span, subject } = expression;
  const symbol = subjectOf(place, subject, "a choice or a fact");
  if (symbol === null) return null;
  if (symbol === "absent") return never(span);
  if (symbol.kind === "choice") {
    const option = indexOf(
      context,
      symbol,
      symbol.options,
      plainWord(expression.value),
      expression.value.span,
      "option",
    );
    return option === null
      ? null
      : { type: "condition", condition: { span, kind: "choice is", name: symbol.name, option } };
  }
  if (symbol.kind === "fact") {
    const word = plainWord(expression.value);
    if (symbol.values !== null) {
      const value = indexOf(context, symbol, symbol.values, word, expression.value.span, "value");
      return value === null
        ? null
        : { type: "condition", condition: { span, kind: "fact is", name: symbol.name, value } };
    }
    const fact: Condition = { span, kind: "fact", name: symbol.name };
    if (word?.text === "true") return { type: "condition", condition: fact };
    if (word?.text === "false") return { type: "condition", condition: { span, kind: "not", operand: fact } };
    context.report(
      "E0309",
      expression.value.span,
      `\`${symbol.name}\` is true or false: write \`${symbol.name}\` or \`not ${symbol.name}\`.`,
      {
        fixes: [write(symbol.name, span), write(`not ${symbol.name}`, span)],
      },
    );
    return null;
  }
  const numeric = ["quantity", "stock", "let", "shock", "parameter"].includes(symbol.kind);
  if (numeric && inferNumber(place, subject) === null) return null;
  const between = { ...span, start: subject.span.end, end: expression.value.span.start };
  context.report(
    "E0309",
    span,
    numeric
      ? `\`${symbol.name}\` is a number: compare it with \`=\`, \`<\` or \`>\`.`
      : `\`${symbol.name}\` is ${kindWords(symbol.kind)}; \`is\` asks for the option of a choice or the value of a fact.`,
    {
      fixes: numeric
        ? [{ title: "Write `=`", edits: [{ span: between, text: " = " }], safe: false }]
        : truthFixes(symbol.name, plainWord(expression.value)?.text, span),
    },
  );
  return null;
}

/** `E is true` is E. */
function truthFixes(name: string, value: string | undefined, span: Span): Fix[] {
  return value === "true" ? [write(name, span)] : value === "false" ? [write(`not ${name}`, span)] : [];
}

/** `C stands at option`. */
export function standsTest(place: Place, expression: Expression & { kind: "stands at" }): Result {
  return choiceTest(place, expression.span, expression.subject, expression.value, "choice stands");
}

/** `E ever`, `C ever option`. */
export function everTest(place: Place, expression: Expression & { kind: "ever" }): Result {
  const { span, subject, value } = expression;
  if (value !== null) return choiceTest(place, span, subject, value, "choice ever");
  const symbol = subjectOf(place, subject, "an event");
  if (symbol === null) return null;
  if (symbol === "absent") return never(span);
  if (symbol.kind === "event")
    return { type: "condition", condition: { span, kind: "ever", name: symbol.name } };
  if (symbol.kind === "choice") {
    place.context.report("E0309", span, `Say which option of \`${symbol.name}\` was ever taken.`, {
      notes: [`Its options are ${list(symbol.options)}.`],
    });
    return null;
  }
  reportTest(
    place,
    symbol,
    subject.span,
    "`ever` asks whether an event has happened, or an option was taken",
  );
  return null;
}

function choiceTest(
  place: Place,
  span: Span,
  subject: Expression,
  value: WordSyntax,
  kind: "choice stands" | "choice ever",
): Result {
  const symbol = subjectOf(place, subject, "a choice");
  if (symbol === null) return null;
  if (symbol === "absent") return never(span);
  if (symbol.kind !== "choice") {
    const words = kind === "choice stands" ? "`stands at` asks" : "`ever` asks";
    reportTest(place, symbol, subject.span, `${words} for the option of a choice`);
    return null;
  }
  const option = indexOf(place.context, symbol, symbol.options, value, value.span, "option");
  return option === null ? null : { type: "condition", condition: { span, kind, name: symbol.name, option } };
}

function reportTest(place: Place, symbol: NamedSymbol, span: Span, what: string): void {
  const values = symbol.kind === "fact" ? (symbol.values ?? []) : [];
  place.context.report("E0309", span, `\`${symbol.name}\` is ${kindWords(symbol.kind)}; ${what}.`, {
    labels: [{ span: symbol.span, message: "declared here" }],
    notes:
      values.length > 0
        ? [`The value of a fact is asked for with \`is\`: \`${symbol.name} is ${values[0]}\`.`]
        : [],
  });
}

/** `E happens`. */
export function happensTest(place: Place, expression: Expression & { kind: "happens" }): Result {
  const { span, subject } = expression;
  const symbol = subjectOf(place, subject, "an event");
  if (symbol === null) return null;
  if (symbol === "absent") return never(span);
  if (symbol.kind === "event")
    return { type: "condition", condition: { span, kind: "happens", name: symbol.name } };
  const hint =
    symbol.kind === "choice"
      ? [`An option taken in this step: \`${symbol.name} is ${symbol.options[0] ?? "…"}\`.`]
      : symbol.kind === "treaty"
        ? ["The event that brings it into force happens; the treaty is then in force."]
        : [];
  place.context.report(
    "E0310",
    span,
    `\`${symbol.name}\` is ${kindWords(symbol.kind)}; only events happen.`,
    {
      labels: [{ span: symbol.span, message: "declared here" }],
      notes: hint,
    },
  );
  return null;
}

/** A single word where the grammar reads an expression. */
export function plainWord(expression: Expression): WordSyntax | null {
  if (expression.kind === "parenthesis") return plainWord(expression.inner);
  if (expression.kind !== "reference" || expression.members.length > 0 || expression.head.argument !== null)
    return null;
  return expression.head.name;
}

/** Position of an option or value; unknown ones are reported with near ones. */
export function indexOf(
  context: Context,
  symbol: NamedSymbol,
  options: readonly string[],
  word: WordSyntax | null,
  span: Span,
  what: "option" | "value",
): number | null {
  const at = word === null ? -1 : options.indexOf(word.text);
  if (at >= 0) return at;
  const near = word === null ? [] : nearest(word.text, options);
  context.report(
    "E0212",
    span,
    word === null
      ? `The name of one ${what} of \`${symbol.name}\` is wanted here.`
      : `\`${symbol.name}\` has no ${what} \`${word.text}\`.${didYouMean(near)}`,
    {
      labels: [{ span: symbol.span, message: `\`${symbol.name}\` is declared here` }],
      notes: options.length > 0 ? [`It has ${list(options)}.`] : [],
      fixes: near.map((other) => write(other, span)),
    },
  );
  return null;
}
