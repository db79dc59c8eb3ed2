import type { Ask, Outcome, Question } from "../../model/model.js";
import type { Declaration } from "../../syntax/tree.js";
import { backingOf, checkNumber, constantValue, symbolOf } from "../api.js";
import type { Context } from "../context.js";
import { only } from "../world/once.js";

/** `outcome QUESTION yes | no | = VALUE on D [from CLAIM]`; `null`: reported, or its question is at fault. */
export function checkOutcome(
  context: Context,
  declaration: Declaration,
  questions: ReadonlyMap<string, Question>,
): Outcome | null {
  const name = declaration.name;
  const cameOut = only(context, declaration.clauses, "came out", "what came out");
  const on = only(context, declaration.clauses, "on");
  const { from } = backingOf(context, declaration.clauses);
  if (name === null || declaration.broken) return null;
  if (cameOut === null) {
    context.report("E0723", name.span, "`outcome` needs what came out: `yes`, `no` or `= VALUE`.");
    return null;
  }
  if (on === null) {
    context.report("E0722", name.span, "The outcome needs the day on which it was known: `on D`.");
  }
  const symbol = symbolOf(context, name, [], ["question"], "question");
  const ask = symbol === null ? undefined : firstAsk(questions, symbol.name, symbol.declaration);
  if (symbol === null || ask === undefined) return null;
  const answer = answerTo(context, declaration, cameOut.answer, ask);
  if (answer === null || on === null) return null;
  return { question: symbol.name, answer, date: on.first.first, from, span: declaration.span };
}

/** The ask that an outcome scores; none where it is at fault, though others of the question may be sound. */
function firstAsk(
  questions: ReadonlyMap<string, Question>,
  name: string,
  declaration: Declaration,
): Ask | undefined {
  const ask = questions.get(name)?.asks[0];
  const clause = declaration.clauses.find((each) => each.kind === "ask");
  return ask !== undefined && clause !== undefined && ask.span.start === clause.span.start ? ask : undefined;
}

function answerTo(
  context: Context,
  declaration: Declaration,
  written: "yes" | "no" | "value",
  ask: Ask,
): Outcome["answer"] | null {
  const value = declaration.value;
  const span = value?.span ?? declaration.name?.span ?? declaration.keyword;
  const wrong = (wanted: string) => {
    context.report("E0721", span, `The outcome answers the first ask of its question, which is ${wanted}.`, {
      labels: [{ span: ask.span, message: "the first ask" }],
    });
    return null;
  };
  switch (ask.kind) {
    case "probability":
      return written === "value" ? wrong("for a probability: `yes` or `no`") : { kind: written };
    case "value": {
      if (written !== "value" || value === null) return wrong("for a number: `= NUMBER`");
      const { unit } = ask.expression;
      const expected = { unit, span: ask.expression.span, what: "the first ask of the question" };
      const number = checkNumber(context, value, { in: "draw" }, expected);
      if (number === null) return null;
      const constant = constantValue(number);
      return constant === null
        ? wrong("for a number: what came out is a number, not a rule")
        : { kind: "value", value: constant };
    }
    case "date":
      if (value?.kind !== "date") return wrong("for a date: `= DATE`");
      return { kind: "value", value: value.date.last };
    case "categories": {
      const symbol = context.names.get(ask.fact);
      const values = symbol?.kind === "fact" ? symbol.values : null;
      if (values === null && written !== "value") return { kind: written };
      const known = values ?? ["false", "true"];
      const text = value?.kind === "reference" && value.members.length === 0 ? value.head.name.text : null;
      const index = text === null ? -1 : known.indexOf(text);
      if (index < 0) return wrong(`for a fact: ${known.map((word) => `\`= ${word}\``).join(" or ")}`);
      return values === null ? { kind: index === 1 ? "yes" : "no" } : { kind: "value", value: index };
    }
  }
}
