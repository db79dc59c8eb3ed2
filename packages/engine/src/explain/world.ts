/** Stocks, choices, treaties and obligations in words. */
import {
  type Choice,
  closeDate,
  type Flow,
  isoDate,
  type Obligation,
  type Stock,
  type Treaty,
} from "@casus/language";
import type { ExplanationRow } from "./explanation.js";
import { amountText, constantOf, numberText, percentText, stepsText } from "./numbers.js";
import { chanceText, conditionText, type Subject, textOf } from "./subject.js";

export function stockRows(subject: Subject, stock: Stock): ExplanationRow[] {
  const rows: ExplanationRow[] = [{ topic: "starts", text: textOf(subject, stock.starts.span) }];
  const low = stock.low === null ? null : textOf(subject, stock.low.span);
  const high = stock.high === null ? null : textOf(subject, stock.high.span);
  if (low !== null && high !== null) rows.push({ topic: "bounds", text: `held within ${low} to ${high}` });
  else if (low !== null) rows.push({ topic: "bounds", text: `held at ${low} or more` });
  else if (high !== null) rows.push({ topic: "bounds", text: `held at ${high} or less` });
  for (const flow of subject.model.flows) {
    if (flow.to === stock.name && flow.from === null)
      rows.push({ topic: "gains", text: flowText(subject, flow) });
    else if (flow.to === stock.name)
      rows.push({ topic: "gains", text: `from ${flow.from}: ${flowText(subject, flow)}` });
    if (flow.from === stock.name && flow.to === null)
      rows.push({ topic: "loses", text: flowText(subject, flow) });
    else if (flow.from === stock.name)
      rows.push({ topic: "loses", text: `to ${flow.to}: ${flowText(subject, flow)}` });
  }
  return rows;
}

/** `troops * attrition, a rate: 1 × that in each step, when engaged`. */
export function flowText(subject: Subject, flow: Flow): string {
  const amount = textOf(subject, flow.amount.span);
  const when = flow.when === null ? "" : `, when ${conditionText(subject, flow.when)}`;
  const label = flow.label === null ? "" : ` (${flow.label})`;
  if (flow.rate) {
    const value = constantOf(flow.amount);
    const each =
      value === null
        ? flow.factor === 1
          ? "that much"
          : `${numberText(flow.factor)} times that`
        : amountText(value * flow.factor, flow.amount.unit);
    return `${amount}${label}, a rate: ${each} in each step${when}`;
  }
  const every = flow.every === null ? "" : `, not again for ${stepsText(flow.every)}`;
  const once = flow.when === null && flow.every === null ? "in every step" : "at once";
  return `${amount}${label}, a lump, ${once}${when}${every}`;
}

export function choiceRows(subject: Subject, choice: Choice): ExplanationRow[] {
  const rows: ExplanationRow[] = [];
  const actor = subject.model.actors.find(({ name }) => name === choice.actor);
  if (actor !== undefined) rows.push({ topic: "by", text: `${actor.label} (${actor.name})` });
  const when = conditionText(subject, choice.when);
  if (when !== null) rows.push({ topic: "when", text: when });
  const often =
    choice.every === null
      ? `once, in the first step${when === null ? "" : " in which its condition holds"}`
      : choice.every === 1
        ? `in every step${when === null ? "" : " in which its condition holds"}`
        : `then again after ${stepsText(choice.every)}`;
  rows.push({ topic: "taken", text: often });
  const weights = choice.options.map(({ weight }) => constantOf(weight));
  const sum = weights.reduce<number | null>(
    (a, b) => (a === null || b === null ? null : a + Math.max(0, b)),
    0,
  );
  choice.options.forEach((option, index) => {
    const weight = weights[index] ?? null;
    const share =
      sum === null || sum <= 0 || weight === null ? "" : `: ${percentText(Math.max(0, weight) / sum)}`;
    const label = option.label === option.name ? "" : ` “${option.label}”`;
    rows.push({
      topic: "option",
      text: `${option.name}${label}, weight ${textOf(subject, option.weight.span)}${share}`,
    });
  });
  return rows;
}

export function treatyRows(subject: Subject, treaty: Treaty): ExplanationRow[] {
  const { model } = subject;
  const labels = new Map(model.actors.map(({ name, label }) => [name, label]));
  const day = (step: number): string =>
    step <= 0 ? "from before the period on" : `from ${dateOf(subject, step - 1, 1)} on`;
  const rows: ExplanationRow[] = [
    {
      topic: "parties",
      text: treaty.parties.map((name) => `${labels.get(name) ?? name} (${name})`).join(", "),
    },
  ];
  if (treaty.signed !== null) rows.push({ topic: "signed", text: isoDate(treaty.signed) });
  const { inForce, until } = treaty;
  rows.push({
    topic: "in force",
    text:
      inForce.kind === "never"
        ? "never: nothing says from when"
        : inForce.kind === "step"
          ? inForce.step > model.timeline.steps
            ? "not within the period"
            : day(inForce.step)
          : `from the close at which ${conditionText(subject, inForce.condition)} first holds, and from then on`,
  });
  if (until !== null) {
    rows.push({
      topic: "ends",
      text:
        until.kind === "condition"
          ? `at the close at which ${conditionText(subject, until.condition)} holds, for good`
          : `with ${dateOf(subject, until.step, 0)}`,
    });
  }
  for (const { name, type } of model.obligations.filter((each) => each.treaty === treaty.name))
    rows.push({ topic: "obligation", text: type === null ? name : `${name}: ${type}` });
  return rows;
}

function dateOf({ model }: Subject, step: number, days: number): string {
  const { timeline } = model;
  if (days === 1) {
    const start = timeline.starts[step];
    return start === undefined ? "after the period" : isoDate(start);
  }
  return closeDate(timeline, Math.min(step, timeline.steps)) ?? "the end";
}

export function obligationRows(subject: Subject, obligation: Obligation): ExplanationRow[] {
  const { honoured, within } = obligation;
  const rows: ExplanationRow[] = [];
  for (const { actor, condition } of obligation.duties) {
    const never =
      condition.kind === "constant" && !condition.value ? " (never: no such event is declared)" : "";
    rows.push({
      topic: "duty",
      text: `of ${actor}, when ${textOf(subject, condition.span)} for another party${never}`,
    });
  }
  const time = within === null ? "in the same step" : `within ${stepsText(within)}`;
  if (honoured.kind === "chance") {
    rows.push({
      topic: "honoured",
      text: `with a chance of ${chanceText(subject, honoured.chance)}, ${time}`,
    });
  } else {
    const events = Object.entries(honoured.events).map(
      ([actor, event]) => `${actor}: ${event ?? "by no event"}`,
    );
    rows.push({ topic: "honoured", text: `by an event, ${time}: ${events.join(", ")}` });
  }
  const parts = obligation.duties.map(({ actor }) => `${obligation.name}.due(${actor})`);
  rows.push({ topic: "events", text: `${parts.join(", ")}, and the same with .honoured and .violated` });
  return rows;
}
