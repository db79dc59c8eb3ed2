/** What runs say of a name: how an unknown stands after all that was said, when an event comes, what a claim's digit is. */
import type { Ask, Condition, Model, NumberExpression, Span } from "@casus/language";
import type { Answer, ClaimSummary } from "../answers.js";
import { type RunOptions, runModel } from "../run.js";

export interface Measured {
  readonly runs: number;
  /** Before anything that was said or seen; null where the name has no value or nothing is known about anything. */
  readonly before: Answer | null;
  /** As the model stands; null where the name has no value. */
  readonly now: Answer | null;
  /** For a claim: its weight and its computed digit. */
  readonly claim: ClaimSummary | null;
}

/** Runs a model for one name alone. Quantities, facts, lets, stocks and events have values; what has none comes back with nulls. */
export async function measure(model: Model, name: string, options: RunOptions): Promise<Measured> {
  const ask = askOf(model, name);
  const isClaim = model.claims.some((claim) => claim.name === name);
  if (ask === null && !isClaim) return { runs: 0, before: null, now: null, claim: null };
  const questions = ask === null ? [] : [questionOf(name, ask)];
  const asked: Model = { ...model, questions, checks: [], outcomes: [] };
  const { answers, claims, runs } = await runModel(asked, options);
  const knows =
    model.observations.length + model.evidence.length + model.beliefs.length > 0 ||
    model.claims.some(({ proposition, unreviewed }) => proposition !== null && !unreviewed);
  const innocent: Model = { ...asked, claims: [], evidence: [], observations: [], beliefs: [] };
  const before = ask === null || !knows ? [] : (await runModel(innocent, options)).answers;
  return {
    runs,
    before: before[0] ?? null,
    now: answers[0] ?? null,
    claim: claims.find((claim) => claim.name === name) ?? null,
  };
}

function questionOf(name: string, ask: Ask): Model["questions"][number] {
  const backing = { from: [], assumed: null };
  return { name, label: name, span: ask.span, asks: [ask], moot: null, compare: [], backing };
}

function askOf(model: Model, name: string): Ask | null {
  const step = model.timeline.steps;
  const base = (span: Span) => ({ span, text: name, given: null });
  const value = (operand: NumberExpression): Ask => {
    const expression: NumberExpression = {
      span: operand.span,
      unit: operand.unit,
      kind: "at",
      operand,
      step,
      end: true,
    };
    return { ...base(operand.span), kind: "value", expression, endStep: step };
  };
  const holds = (how: "by" | "at", operand: Condition): Ask => {
    const condition: Condition = { span: operand.span, kind: how, operand, step, end: true };
    return { ...base(operand.span), kind: "probability", condition, endStep: step };
  };
  const quantity = model.quantities.find((each) => each.name === name);
  if (quantity !== undefined)
    return value({ span: quantity.span, unit: quantity.unit, kind: "quantity", name });
  const stock = model.stocks.find((each) => each.name === name);
  if (stock !== undefined) return value({ span: stock.span, unit: stock.unit, kind: "stock", name });
  const rule = model.lets.find((each) => each.name === name);
  if (rule?.kind === "number") return value({ span: rule.span, unit: rule.unit, kind: "let", name });
  if (rule?.kind === "condition") return holds("at", { span: rule.span, kind: "let", name });
  const fact = model.facts.find((each) => each.name === name);
  if (fact?.draw.kind === "chance") return holds("at", { span: fact.span, kind: "fact", name });
  if (fact !== undefined) return { ...base(fact.span), kind: "categories", fact: name };
  const event = model.events.find((each) => each.name === name);
  const duty = model.obligations.find(({ name: own, duties }) =>
    duties.some(({ actor }) =>
      ["due", "honoured", "violated"].some((part) => `${own}.${part}(${actor})` === name),
    ),
  );
  const span = event?.span ?? duty?.span;
  return span === undefined ? null : holds("by", { span, kind: "ever", name });
}
