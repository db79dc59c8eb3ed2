import type { Condition } from "../../model/expression.js";
import type { Span } from "../../text/source-text.js";
import { stepOf } from "../../time/timeline.js";
import { type Context, clausesOf, type NamedSymbol } from "../context.js";
import { lookUp, type Reference } from "./lookup.js";
import type { Place, Result } from "./place.js";
import { kindWords, list, write } from "./wording.js";

/** A name read for what it is worth: a number or a condition. */
export function reference(place: Place, expression: Reference): Result {
  const { context, mode } = place;
  const { span } = expression;
  const truth = truthValue(context, expression);
  if (truth !== null) return { type: "condition", condition: { span, kind: "constant", value: truth } };
  const found = lookUp(context, expression, partyOf(place));
  if (found === null) return null;
  // Only a reading as a condition comes here: what is absent in a number is caught where the number is compared.
  if (found.kind === "absent")
    return { type: "condition", condition: { span, kind: "constant", value: false } };
  const { symbol } = found;
  if (symbol.broken) return null;
  if (found.kind === "treaty") {
    if (!allowed(place, symbol, span)) return null;
    const condition: Condition =
      found.state === "in_force"
        ? { span, kind: "in force", treaty: symbol.name }
        : signedSteps(context, symbol, span);
    return { type: "condition", condition };
  }
  if (mode.in === "draw" && mode.base === symbol.name) {
    const resolution = context.resolve(symbol);
    if (resolution?.type !== "number") return null;
    const base = { span, unit: resolution.unit, kind: "base value", name: symbol.name } as const;
    return { type: "number", literal: false, number: base };
  }
  return ofSymbol(place, symbol, span);
}

export function partyOf(place: Place): string | null {
  return place.mode.in === "rule" ? (place.mode.party ?? null) : null;
}

/** `true` and `false`, unless something bears that name. */
export function truthValue(context: Context, expression: Reference): boolean | null {
  const { text } = expression.head.name;
  if (expression.members.length > 0 || expression.head.argument !== null || context.names.has(text))
    return null;
  return text === "true" ? true : text === "false" ? false : null;
}

/** Whether a name may be read where the expression stands; reports it if not. */
export function allowed(place: Place, symbol: NamedSymbol, span: Span): boolean {
  const { context, mode } = place;
  if (mode.in === "draw" && !["quantity", "parameter", "fact"].includes(symbol.kind)) {
    if (symbol.kind === "let" && (context.resolve(symbol)?.once ?? true)) return true;
    context.report(
      "E0313",
      span,
      `This is drawn before the first step, and \`${symbol.name}\` (${kindWords(symbol.kind)}) has no value yet. Only quantities and facts can be used here.`,
      {
        labels: [{ span: symbol.span, message: "declared here" }],
        notes: symbol.kind === "shock" ? [] : ["What depends on the course of events is a `let`."],
      },
    );
    return false;
  }
  if ((mode.in === "ask" || mode.in === "reading") && (symbol.kind === "shock" || symbol.kind === "let")) {
    if (symbol.kind === "shock" || context.resolve(symbol)?.shock) {
      context.report(
        "E0314",
        span,
        symbol.kind === "shock"
          ? `A shock is drawn afresh in every step and has no value at a date. Ask for what \`${symbol.name}\` moves.`
          : `\`${symbol.name}\` uses a shock, which is drawn afresh in every step, and so has no value at a date.`,
        { labels: [{ span: symbol.span, message: "declared here" }] },
      );
      return false;
    }
  }
  return true;
}

function ofSymbol(place: Place, symbol: NamedSymbol, span: Span): Result {
  const { context } = place;
  const { name } = symbol;
  switch (symbol.kind) {
    case "quantity":
    case "parameter":
    case "shock":
    case "stock":
    case "let": {
      if (!allowed(place, symbol, span)) return null;
      const resolution = context.resolve(symbol);
      if (resolution === null) return null;
      if (resolution.type === "condition") {
        return { type: "condition", condition: { span, kind: "let", name } };
      }
      const { unit } = resolution;
      if (symbol.kind === "parameter") {
        return {
          type: "number",
          literal: false,
          number: { span, unit, kind: "parameter", name, value: resolution.value ?? 0 },
        };
      }
      return { type: "number", literal: false, number: { span, unit, kind: symbol.kind, name } };
    }
    case "fact":
      if (symbol.values === null) return { type: "condition", condition: { span, kind: "fact", name } };
      context.report(
        "E0309",
        span,
        `\`${name}\` has several values: say which is meant, as in \`${name} is ${symbol.values[0] ?? "…"}\`.`,
        {
          notes: [`Its values are ${list(symbol.values)}.`],
          fixes: symbol.values.slice(0, 3).map((value) => write(`${name} is ${value}`, span)),
        },
      );
      return null;
    case "event":
      return allowed(place, symbol, span)
        ? { type: "condition", condition: { span, kind: "event", name } }
        : null;
    case "choice":
      context.report("E0309", span, `\`${name}\` is a choice: say which option is meant.`, {
        notes: [
          `\`${name} is ${symbol.options[0] ?? "…"}\` is taken in this step, \`stands at\` is the option last taken, \`ever\` was taken at any time.`,
          `Its options are ${list(symbol.options)}.`,
        ],
        fixes: symbol.options.slice(0, 3).map((option) => write(`${name} is ${option}`, span)),
      });
      return null;
    case "treaty":
      context.report(
        "E0205",
        span,
        `\`${name}\` is a treaty: \`${name}.in_force\` and \`${name}.signed\` are conditions.`,
        {
          fixes: [
            { title: `Write \`${name}.in_force\``, edits: [{ span, text: `${name}.in_force` }], safe: false },
          ],
        },
      );
      return null;
    case "exchange":
      context.report(
        "E0205",
        span,
        `\`${name}\` is an exchange: \`${name}.balance\` is what the first-named is owed, \`${name}.given(ACTOR)\` what one has given.`,
        {
          fixes: [
            { title: `Write \`${name}.balance\``, edits: [{ span, text: `${name}.balance` }], safe: false },
          ],
        },
      );
      return null;
    default:
      context.report(
        "E0205",
        span,
        `\`${name}\` is ${kindWords(symbol.kind)}, which is neither a number nor a condition.`,
        {
          labels: [{ span: symbol.span, message: "declared here" }],
        },
      );
      return null;
  }
}

/** The steps in (and closes at) which a treaty has been signed. */
function signedSteps(context: Context, symbol: NamedSymbol, span: Span): Condition {
  const clause = clausesOf(symbol.declaration.clauses, "signed")[0];
  if (clause === undefined) return { span, kind: "constant", value: false };
  const { timeline } = context;
  return { span, kind: "steps", first: stepOf(timeline, clause.date.first), last: timeline.steps };
}
