/** Numbers that stand in a rule and have a name of their own: `peace.chance`, `axis.starts`, `repayment.missiles.weight`. */
import type { Backing, Model, NumberExpression, Rate } from "@casus/language";

export interface RuleNumber {
  readonly name: string;
  /** What it belongs to. */
  readonly owner: string;
  /** Whether it is a chance, a share, a weight, a start or an amount. */
  readonly role: "chance" | "share" | "weight" | "start" | "amount";
  readonly expression: NumberExpression;
  readonly backing: Backing;
}

/** Every such number of a model, whether it is plain, drawn or worked out. */
export function ruleNumbersOf(model: Model): RuleNumber[] {
  const numbers: RuleNumber[] = [];
  const add = (
    owner: { readonly name: string; readonly backing: Backing },
    part: string,
    role: RuleNumber["role"],
    expression: NumberExpression | null,
  ): void => {
    const { name, backing } = owner;
    if (expression !== null)
      numbers.push({ name: `${name}.${part}`, owner: name, role, expression, backing });
  };
  for (const fact of model.facts) {
    if (fact.draw.kind === "chance") add(fact, "chance", "chance", fact.draw.chance);
    else for (const { name, share } of fact.draw.values) add(fact, `${name}.share`, "share", share);
  }
  for (const event of model.events) {
    const { trigger } = event;
    if (trigger.kind === "rate") add(event, "chance", "chance", trigger.rate.chance);
    else if (trigger.kind !== "certain") add(event, "chance", "chance", trigger.chance);
    const then: Rate | null = trigger.kind === "window" ? trigger.then : null;
    add(event, "then", "chance", then?.chance ?? null);
  }
  for (const stock of model.stocks) if (stock.exchange === null) add(stock, "starts", "start", stock.starts);
  for (const { name, amount, from, to } of model.flows) {
    const stock = model.stocks.find(
      (each) => name.startsWith(`${each.name}.`) && (each.name === from || each.name === to),
    );
    const target = model.stocks.find((each) => each.name === (to ?? from));
    const owner = stock?.name ?? target?.exchange ?? name.replace(/\..*$/, "");
    const backing = (stock ?? target)?.backing ?? { from: [], assumed: null };
    numbers.push({ name, owner, role: "amount", expression: amount, backing });
  }
  for (const choice of model.choices) {
    for (const { name, weight, backing } of choice.options) {
      numbers.push({
        name: `${choice.name}.${name}.weight`,
        owner: choice.name,
        role: "weight",
        expression: weight,
        backing,
      });
    }
  }
  for (const obligation of model.obligations) {
    if (obligation.honoured.kind === "chance")
      add(obligation, "honoured", "chance", obligation.honoured.chance);
  }
  return numbers;
}
