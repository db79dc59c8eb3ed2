import type { Fix } from "../../diagnostics/diagnostic.js";
import type { Condition, NumberExpression } from "../../model/expression.js";
import type { Expression } from "../../syntax/tree.js";
import type { Span } from "../../text/source-text.js";
import { bare } from "../../units/unit.js";
import { infer } from "./infer.js";
import { constant } from "./numbers.js";
import { perActor } from "./per-actor.js";
import type { Place, Result } from "./place.js";
import { partyOf } from "./reference.js";
import { agree } from "./units.js";
import { unknownActor } from "./unknown.js";

/** `sum of X over (a, b)` is X(a) + X(b); `count of` counts those that hold; `any of` and `all of` join them with `or` and `and`. */
export function aggregate(place: Place, expression: Expression & { kind: "aggregate" }): Result {
  const { context } = place;
  const { span, name, over } = expression;
  const party = partyOf(place);
  const results: Exclude<Result, null>[] = [];
  let good = true;
  if (perActor(context, name.text).length === 0 && context.names.has(name.text)) {
    context.report(
      "E0315",
      name.span,
      `\`${name.text}\` is one for all actors; \`${expression.function} of\` goes over names that are declared for single actors, as \`${name.text}(${over[0]?.text ?? "…"})\`.`,
    );
    return null;
  }
  for (const [i, word] of over.entries()) {
    if (over.findIndex((other) => other.text === word.text) < i) {
      context.report("E0315", word.span, `\`${word.text}\` stands in this list twice.`);
      good = false;
      continue;
    }
    const isParty = word.text === "party" && party !== null;
    if (!isParty && !context.actors.has(word.text)) {
      unknownActor(context, word);
      good = false;
      continue;
    }
    const result = infer(place, {
      kind: "reference",
      span: good ? { ...span } : span,
      head: { name, argument: word },
      members: [],
    });
    if (result === null) good = false;
    else results.push(result);
  }
  if (!good || results.length === 0) return null;
  return expression.function === "sum"
    ? sum(place, expression, results)
    : conditions(place, expression, results);
}

function sum(
  place: Place,
  expression: Expression & { kind: "aggregate" },
  results: readonly Exclude<Result, null>[],
): Result {
  let total = results[0] as Exclude<Result, null>;
  for (const [i, next] of results.entries()) {
    if (next.type !== "number" || total.type !== "number") {
      place.context.report(
        "E0315",
        expression.span,
        `\`sum of\` adds numbers, and \`${expression.name.text}\` is a condition. Use \`count of\`.`,
        { fixes: [ofFix("count", expression.span)] },
      );
      return null;
    }
    if (i === 0) continue;
    const both = agree(place, expression, total, next, "added to");
    if (both === null) return null;
    const number: NumberExpression = {
      span: expression.span,
      unit: both.unit,
      kind: "arithmetic",
      operator: "+",
      left: both.left,
      right: both.right,
    };
    total = { type: "number", literal: false, number };
  }
  return total;
}

/** Another function over the same names; the word stands at the beginning. */
function ofFix(word: "sum" | "count", span: Span): Fix {
  const length = word === "sum" ? "count".length : "sum".length;
  const end = span.start + length;
  return { title: `Write \`${word} of\``, edits: [{ span: { ...span, end }, text: word }], safe: false };
}

function conditions(
  place: Place,
  expression: Expression & { kind: "aggregate" },
  results: readonly Exclude<Result, null>[],
): Result {
  const { span } = expression;
  const all: Condition[] = [];
  for (const result of results) {
    if (result.type !== "condition") {
      place.context.report(
        "E0315",
        span,
        `\`${expression.function} of\` asks for what holds, and \`${expression.name.text}\` is a number. Use \`sum of\`.`,
        { fixes: expression.function === "count" ? [ofFix("sum", span)] : [] },
      );
      return null;
    }
    all.push(result.condition);
  }
  if (expression.function !== "count") {
    const kind = expression.function === "any" ? "or" : "and";
    return { type: "condition", condition: all.reduce((left, right) => ({ span, kind, left, right })) };
  }
  const ones = all.map(
    (condition): NumberExpression => ({
      span,
      unit: bare,
      kind: "if",
      condition,
      // biome-ignore lint/suspicious/noThenProperty: the field is called as the word in the language is.
      then: constant(span, 1),
      otherwise: constant(span, 0),
    }),
  );
  const number = ones.reduce((left, right) => ({
    span,
    unit: bare,
    kind: "arithmetic",
    operator: "+",
    left,
    right,
  }));
  return { type: "number", literal: false, number };
}
