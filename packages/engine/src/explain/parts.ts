import { unitText } from "@casus/language";
import { type Core, declarationOf } from "./core.js";
import { namesIn } from "./names.js";
import { amountText, constantOf, percentText } from "./numbers.js";
import { type RuleNumber, ruleNumbersOf } from "./rule-numbers.js";
import { drawnSpread, type Subject, textOf } from "./subject.js";
import { unitNamed } from "./units.js";
import { flowText, obligationRows } from "./world.js";

/** What belongs to something else: a number of a rule, an event of an obligation, an exchange, a unit. */
export function partCore(subject: Subject, name: string): Core | null {
  const { model, trees } = subject;
  const number = ruleNumbersOf(model).find((each) => each.name === name);
  if (number !== undefined) return numberCore(subject, number);
  const part = /^(.*)\.(due|honoured|violated)\(([^)]*)\)$/.exec(name);
  const obligation = model.obligations.find((each) => each.name === part?.[1]);
  if (part && obligation?.duties.some(({ actor }) => actor === part[3])) {
    const says = {
      due: "the duty falls due for",
      honoured: "it is honoured by",
      violated: "it is violated by",
    }[part[2] as "due" | "honoured" | "violated"];
    return {
      kind: "event",
      summary: `an event of ${obligation.name}: ${says} ${part[3]}`,
      rows: obligationRows(subject, obligation),
      backing: obligation.backing,
      reads: [obligation.name],
      span: obligation.span,
    };
  }
  const stocks = model.stocks.filter(({ exchange }) => exchange === name);
  const first = stocks[0];
  if (first !== undefined) {
    const given = new Set(stocks.map((stock) => stock.name));
    const flows = model.flows.filter(({ to }) => to !== null && given.has(to));
    const rows = flows.map((flow) => ({
      topic: "gives",
      text: `${/\(([^)]*)\)$/.exec(flow.to ?? "")?.[1] ?? ""}: ${flowText(subject, flow)}`,
    }));
    rows.push({ topic: "names", text: [...given, `${name}.balance`].join(", ") });
    const label = declarationOf(subject, name)?.label?.text ?? null;
    const reads = namesIn(flows.flatMap(({ amount, when }) => [amount, when]));
    return {
      kind: "exchange",
      summary: "what two actors give each other, added up",
      label,
      unit: unitText(first.unit),
      rows,
      backing: first.backing,
      reads,
      span: first.span,
    };
  }
  const unit = unitNamed(trees, name);
  return unit === null
    ? null
    : {
        kind: "unit",
        summary: unit.span === null ? "a unit of time" : "a unit",
        rows: unit.rows,
        label: unit.name,
        span: unit.span,
      };
}

const roles = {
  chance: "the chance",
  share: "the share of a value",
  weight: "the weight of an option",
  start: "what is there at the start",
  amount: "what flows",
} as const;

function numberCore(subject: Subject, { owner, role, expression, backing }: RuleNumber): Core {
  const value = constantOf(expression);
  const rows = [{ topic: "written", text: textOf(subject, expression.span) }];
  if (value !== null) {
    const text =
      role === "chance" || role === "share" ? percentText(value) : amountText(value, expression.unit);
    rows.push({ topic: "value", text: text });
  }
  const kind = value === null ? "worked out in each step" : "a number that a scenario or --set may change";
  const flow = subject.model.flows.find((each) => each.amount === expression);
  if (flow !== undefined) rows.push({ topic: "flow", text: flowText(subject, flow) });
  return {
    kind: "number",
    summary: `${roles[role]} in the rule of ${owner}, ${kind}`,
    unit: unitText(expression.unit),
    rows,
    distribution: drawnSpread(subject, expression),
    backing,
    reads: namesIn([expression]).filter((each) => !each.startsWith(`${owner}.`) || each.endsWith(".balance")),
    span: expression.span,
  };
}
