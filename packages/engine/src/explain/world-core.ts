/** Lets, stocks, events, choices, treaties and obligations. */
import { unitText } from "@casus/language";
import { type Core, declarationOf, named } from "./core.js";
import { eventRows, eventSummary } from "./events.js";
import { drawnSpread, type Subject, textOf } from "./subject.js";
import { choiceRows, obligationRows, stockRows, treatyRows } from "./world.js";

export function worldCore(subject: Subject, name: string): Core | null {
  const { model } = subject;
  const rule = named(model.lets, name);
  if (rule !== undefined) {
    const body = rule.kind === "number" ? rule.expression : rule.condition;
    const unit = rule.kind === "number" ? unitText(rule.unit) : null;
    const what = rule.kind === "number" ? "a number that only reads" : "a condition that only reads";
    const label = declarationOf(subject, name)?.label?.text ?? null;
    const rows = [{ topic: "rule", text: textOf(subject, body.span) }];
    if (name.endsWith(".balance"))
      rows[0] = { topic: "rule", text: "what the first has given, less what it has received" };
    return {
      kind: "let",
      summary: `${what}: it has no memory`,
      label,
      unit,
      rows,
      backing: rule.backing,
      span: rule.span,
    };
  }
  const stock = named(model.stocks, name);
  if (stock !== undefined) {
    const what =
      stock.exchange === null
        ? "an amount that is there, and that flows change"
        : `what has been given so far in ${stock.exchange}`;
    return {
      kind: "stock",
      summary: what,
      label: stock.label,
      unit: unitText(stock.unit),
      rows: stockRows(subject, stock),
      distribution: drawnSpread(subject, stock.starts),
      backing: stock.backing,
      span: stock.span,
    };
  }
  const event = named(model.events, name);
  if (event !== undefined) {
    return {
      kind: "event",
      summary: eventSummary(event),
      label: event.label,
      rows: eventRows(subject, event),
      backing: event.backing,
      span: event.span,
    };
  }
  const choice = named(model.choices, name);
  if (choice !== undefined) {
    return {
      kind: "choice",
      summary: "one of several options, each with a chance in proportion to its weight",
      label: choice.label,
      rows: choiceRows(subject, choice),
      backing: choice.backing,
      span: choice.span,
    };
  }
  const treaty = named(model.treaties, name);
  if (treaty !== undefined) {
    return {
      kind: "treaty",
      summary: "a treaty: what is owed in it binds only while it is in force",
      label: treaty.label,
      rows: treatyRows(subject, treaty),
      backing: treaty.backing,
      span: treaty.span,
    };
  }
  const obligation = named(model.obligations, name);
  if (obligation !== undefined) {
    const type = obligation.type === null ? "an obligation" : `an obligation of ${obligation.type}`;
    return {
      kind: "obligation",
      summary: `${type} in ${obligation.treaty}`,
      rows: obligationRows(subject, obligation),
      backing: obligation.backing,
      span: obligation.span,
    };
  }
  return null;
}
