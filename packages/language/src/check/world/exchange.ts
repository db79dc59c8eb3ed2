import type { Flow, Let, Stock } from "../../model/model.js";
import type { Clause, Declaration } from "../../syntax/tree.js";
import { bare, type Unit } from "../../units/unit.js";
import { actorOf } from "../api.js";
import { numbered } from "../collect/rule-numbers.js";
import { clausesOf, type Expected } from "../context.js";
import { constant } from "../expressions/numbers.js";
import { unitOf } from "../expressions/units.js";
import type { Working } from "../working.js";
import { backingOf } from "./backing.js";
import { checkFlow } from "./flow.js";
import { only, repeated } from "./once.js";

export interface CheckedExchange {
  readonly stocks: Stock[];
  readonly flows: Flow[];
  readonly balance: Let;
}

/** What an exchange is reckoned in. null: at fault. */
export function exchangeUnit(working: Working, declaration: Declaration, name: string): Expected | null {
  const known = working.declaredUnits.get(declaration);
  if (known !== undefined) return known;
  const clause = clausesOf(declaration.clauses, "exchange parties")[0];
  const syntax = clause?.unit ?? declaration.unit;
  const span = syntax?.span ?? declaration.name?.span ?? declaration.span;
  const unit: Unit | null = syntax === null || syntax === undefined ? bare : unitOf(working, syntax);
  const expected = unit && { unit, span, what: `The exchange \`${name}\`` };
  working.declaredUnits.set(declaration, expected);
  return expected;
}

/** An exchange as two stocks of what has been given and what the first is owed. */
export function checkExchange(
  working: Working,
  declaration: Declaration,
  name: string,
): CheckedExchange | null {
  const { clauses } = declaration;
  const clause = only(working, clauses, "exchange parties", "between");
  const span = declaration.name?.span ?? declaration.span;
  if (clause === null) {
    working.report("E0516", span, `Nothing says between whom \`${name}\` is.`, {
      notes: ["Write `between ACTOR and ACTOR in UNIT`."],
    });
    return null;
  }
  const first = actorOf(working, clause.first);
  const second = actorOf(working, clause.second);
  const expected = exchangeUnit(working, declaration, name);
  if (first !== null && first === second) {
    working.report("E0516", clause.second.span, `\`${first}\` cannot exchange with itself.`);
    return null;
  }
  if (first === null || second === null || expected === null) return null;
  const flows = givenFlows(working, declaration, name, [first, second], expected);
  if (flows === null || repeated(clauses, "exchange parties")) return null;
  const backing = backingOf(working, clauses);
  const { unit } = expected;
  const label = declaration.label?.text ?? name;
  const stocks = [first, second].map(
    (actor): Stock => ({
      name: `${name}.given(${actor})`,
      label: `${label}: given by ${working.actors.get(actor)?.label ?? actor}`,
      span,
      unit,
      starts: constant(span, 0, unit),
      low: null,
      high: null,
      warnBelowZero: false,
      backing,
      exchange: name,
    }),
  );
  return { stocks, flows, balance: balanceOf(name, span, unit, first, second, backing) };
}

/** What the first party is owed: what it has given less what it has received. */
export function balanceOf(
  name: string,
  span: Let["span"],
  unit: Unit,
  first: string,
  second: string,
  backing: Let["backing"],
): Let {
  return {
    name: `${name}.balance`,
    span,
    backing,
    kind: "number",
    unit,
    expression: {
      span,
      unit,
      kind: "arithmetic",
      operator: "-",
      left: { span, unit, kind: "stock", name: `${name}.given(${first})` },
      right: { span, unit, kind: "stock", name: `${name}.given(${second})` },
    },
  };
}

function givenFlows(
  working: Working,
  declaration: Declaration,
  name: string,
  parties: readonly string[],
  expected: Expected,
): Flow[] | null {
  const count = new Map<string, number>();
  const flows: Flow[] = [];
  let good = true;
  for (const clause of clausesOf(declaration.clauses, "gives")) {
    const flowName = `${name}.${numbered(count, `${clause.actor.text}.gives`)}`;
    const flow = giver(working, clause, parties)
      ? checkFlow(
          working,
          {
            name: flowName,
            label: clause.label?.text ?? null,
            amount: clause.amount,
            when: clause.when,
            every: clause.every,
            span: clause.span,
          },
          { name, unit: expected.unit, span: expected.span },
          null,
          `${name}.given(${clause.actor.text})`,
        )
      : null;
    if (flow === null) good = false;
    else flows.push(flow);
  }
  return good ? flows : null;
}

function giver(
  working: Working,
  clause: Clause & { readonly kind: "gives" },
  parties: readonly string[],
): boolean {
  if (parties.includes(clause.actor.text)) return true;
  const actor = actorOf(working, clause.actor);
  if (actor !== null) {
    working.report(
      "E0517",
      clause.actor.span,
      `\`${actor}\` takes no part in this exchange; it is between \`${parties.join("` and `")}\`.`,
      {
        fixes: parties.map((party) => ({
          title: `Write \`${party}\``,
          edits: [{ span: clause.actor.span, text: party }],
          safe: false,
        })),
      },
    );
  }
  return false;
}
