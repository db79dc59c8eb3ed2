import type { Condition } from "../../model/expression.js";
import type { Obligation, Treaty } from "../../model/model.js";
import type { Clause, Declaration } from "../../syntax/tree.js";
import { stepOf } from "../../time/timeline.js";
import { actorOf, checkCondition } from "../api.js";
import { clausesOf } from "../context.js";
import type { Working } from "../working.js";
import { backingOf } from "./backing.js";
import { checkObligation } from "./obligation.js";
import { only, repeated } from "./once.js";

export function checkTreaty(
  working: Working,
  declaration: Declaration,
  name: string,
): { readonly treaty: Treaty; readonly obligations: Obligation[] } | null {
  const { clauses } = declaration;
  const parties = partiesOf(working, declaration, name);
  const signed = only(working, clauses, "signed");
  const force = only(working, clauses, "in force");
  const inForce = inForceOf(working, force);
  const until = untilOf(working, force);
  const backing = backingOf(working, clauses);
  const obligations: Obligation[] = [];
  let good = true;
  const seen = new Map<string, Clause & { readonly kind: "obligation" }>();
  for (const clause of clausesOf(clauses, "obligation")) {
    const first = seen.get(clause.name.text);
    if (first !== undefined) {
      working.report(
        "E0515",
        clause.name.span,
        `\`${name}\` has an obligation \`${clause.name.text}\` already.`,
        {
          labels: [{ span: first.name.span, message: "the first one" }],
        },
      );
      good = false;
      continue;
    }
    seen.set(clause.name.text, clause);
    const obligation = parties === null ? null : checkObligation(working, clause, name, parties, backing);
    if (obligation === null) good = false;
    else obligations.push(obligation);
  }
  if (!good || parties === null || inForce === null || until === undefined) return null;
  if (repeated(clauses, "signed", "in force", "between parties")) return null;
  const treaty: Treaty = {
    name,
    label: declaration.label?.text ?? name,
    span: declaration.name?.span ?? declaration.span,
    parties,
    signed: signed?.date.first ?? null,
    inForce,
    until,
    backing,
  };
  return { treaty, obligations };
}

function partiesOf(working: Working, declaration: Declaration, name: string): string[] | null {
  const clause = only(working, declaration.clauses, "between parties");
  if (clause === null) {
    working.report(
      "E0514",
      declaration.name?.span ?? declaration.keyword,
      `Nothing says between whom \`${name}\` is.`,
      {
        notes: ["Write `between ACTOR, ACTOR`."],
      },
    );
    return null;
  }
  const parties: string[] = [];
  let good = true;
  for (const word of clause.parties) {
    const actor = actorOf(working, word);
    if (actor === null) good = false;
    else if (parties.includes(actor)) {
      working.report("E0514", word.span, `\`${actor}\` stands among the parties twice.`);
      good = false;
    } else parties.push(actor);
  }
  if (good && parties.length < 2) {
    working.report("E0514", clause.span, "A treaty has at least two parties.");
    good = false;
  }
  return good ? parties : null;
}

type InForceClause = (Clause & { readonly kind: "in force" }) | null;

function inForceOf(working: Working, clause: InForceClause): Treaty["inForce"] | null {
  // Signed is not in force: without a word on it, it never is.
  if (clause === null) return { kind: "never" };
  if (clause.from !== null && clause.when !== null) {
    working.report(
      "E0506",
      clause.span,
      "A treaty is in force from a date or when something holds, and not both.",
    );
    return null;
  }
  if (clause.from !== null) return { kind: "step", step: stepOf(working.timeline, clause.from.first) };
  if (clause.when === null) return { kind: "never" };
  const condition = checkCondition(working, clause.when, { in: "reading" });
  return condition && { kind: "when", condition };
}

function untilOf(working: Working, clause: InForceClause): Treaty["until"] | undefined {
  if (clause === null) return null;
  if (clause.untilDate !== null) {
    const step = stepOf(working.timeline, clause.untilDate.last);
    // What ended before the period is no longer in force at t₀ either.
    return { kind: "step", step: step === 0 && working.timeline.steps > 0 ? -1 : step };
  }
  if (clause.untilCondition === null) return null;
  const condition: Condition | null = checkCondition(working, clause.untilCondition, { in: "reading" });
  return condition === null ? undefined : { kind: "condition", condition };
}
