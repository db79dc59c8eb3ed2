import { didYouMean } from "../../diagnostics/wording.js";
import type { Condition } from "../../model/expression.js";
import type { Backing, Obligation } from "../../model/model.js";
import type { Clause, Expression } from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import { checkCondition, referenceOf } from "../api.js";
import { perActor } from "../expressions/per-actor.js";
import { write } from "../expressions/wording.js";
import { walk } from "../syntax-walk.js";
import type { Working } from "../working.js";
import { backingWithin } from "./backing.js";
import { bareChance } from "./chance.js";
import { inSteps } from "./durations.js";
import { only, repeated } from "./once.js";

const types = ["defense", "offense", "neutrality", "nonaggression", "consultation"] as const;
type Clauses = Clause & { readonly kind: "obligation" };

/** An obligation: by obliged actor the condition under which its duty falls due, with `party` put in for every other party in turn. */
export function checkObligation(
  working: Working,
  clause: Clauses,
  treaty: string,
  parties: readonly string[],
  around: Backing,
): Obligation | null {
  const name = `${treaty}.${clause.name.text}`;
  const type = typeOf(working, clause);
  const when = only(working, clause.clauses, "when");
  const duties = dutiesOf(working, when?.condition ?? null, parties, clause);
  const honoured = only(working, clause.clauses, "honoured");
  if (honoured === null) {
    working.report("E0529", clause.name.span, `Nothing says how \`${name}\` is honoured.`, {
      notes: ["Write `honoured 42 of 102 within 6 months`, `honoured 60%` or `honoured by EVENT`."],
    });
    return null;
  }
  const how = honouredOf(working, honoured, name, parties);
  const within = honoured.within === null ? null : inSteps(working, honoured.within);
  const backing = backingWithin(working, clause.clauses, around);
  if (type === undefined || duties === null || how === null || (honoured.within !== null && within === null))
    return null;
  if (repeated(clause.clauses, "when", "honoured")) return null;
  return {
    name,
    treaty,
    type,
    duties,
    honoured: how,
    within: within?.high ?? null,
    backing,
    span: clause.name.span,
  };
}

function typeOf(working: Working, clause: Clauses): Obligation["type"] | undefined {
  if (clause.type === null) return null;
  const { text, span } = clause.type;
  const type = types.find(
    (other) =>
      other === text ||
      (other === "defense" && text === "defence") ||
      (other === "offense" && text === "offence"),
  );
  if (type !== undefined) return type;
  const near = nearest(text, types);
  working.report(
    "E0530",
    span,
    `\`${text}\` is no kind of obligation; there are ${types.join(", ")}.${didYouMean(near)}`,
    {
      fixes: near.map((other) => write(other, span)),
    },
  );
  return undefined;
}

function dutiesOf(
  working: Working,
  when: Expression | null,
  parties: readonly string[],
  clause: Clauses,
): Obligation["duties"] | null {
  if (when === null) {
    const condition: Condition = { span: clause.name.span, kind: "constant", value: true };
    return parties.map((actor) => ({ actor, condition }));
  }
  const usesParty = [...walk(when)].some(
    (part) =>
      (part.kind === "reference" &&
        [part.head, ...part.members].some((member) => member.argument?.text === "party")) ||
      (part.kind === "aggregate" && part.over.some((word) => word.text === "party")),
  );
  if (!usesParty) {
    const condition = checkCondition(working, when, { in: "rule", party: parties[0] as string });
    return condition && parties.map((actor) => ({ actor, condition }));
  }
  const inNeed = new Map<string, Condition>();
  for (const party of parties) {
    const condition = checkCondition(working, when, { in: "rule", party });
    // One message is enough for what is wrong with every party.
    if (condition === null) return null;
    inNeed.set(party, withoutConstants(condition));
  }
  return parties.map((actor) => {
    const others = parties.filter((party) => party !== actor).map((party) => inNeed.get(party) as Condition);
    const sensible = others.filter((condition) => !(condition.kind === "constant" && !condition.value));
    const [first, ...rest] = sensible.length === 0 ? others : sensible;
    return {
      actor,
      condition: rest.reduce(
        (left, right) => ({ span: when.span, kind: "or", left, right }),
        first as Condition,
      ),
    };
  });
}

/** `false and C` is never true: what is said of parties for which nothing is declared falls away. */
function withoutConstants(condition: Condition): Condition {
  switch (condition.kind) {
    case "not": {
      const operand = withoutConstants(condition.operand);
      return operand.kind === "constant" ? { ...operand, value: !operand.value } : { ...condition, operand };
    }
    case "and":
    case "or": {
      const left = withoutConstants(condition.left);
      const right = withoutConstants(condition.right);
      const decides = condition.kind === "or";
      for (const [side, other] of [
        [left, right],
        [right, left],
      ] as const) {
        if (side.kind === "constant") return side.value === decides ? side : other;
      }
      return { ...condition, left, right };
    }
    default:
      return condition;
  }
}

function honouredOf(
  working: Working,
  clause: Clause & { readonly kind: "honoured" },
  name: string,
  parties: readonly string[],
): Obligation["honoured"] | null {
  if (clause.byEvent === null) {
    if (clause.chance === null) return null;
    const chance = bareChance(working, `${name}.honoured`, clause.chance, "that an obligation is honoured");
    return chance && { kind: "chance", chance };
  }
  const events: Record<string, string | null> = {};
  const reference = clause.byEvent;
  const family =
    reference.kind === "reference" && reference.members.length === 0 && reference.head.argument === null
      ? reference.head.name.text
      : null;
  const perParty = family !== null && !working.names.has(family) ? perActor(working, family) : [];
  if (family !== null && perParty.length > 0) {
    // Declared for single actors: each party fulfils by its own.
    for (const party of parties) {
      const symbol = working.names.get(`${family}(${party})`);
      if (symbol?.broken) return null;
      if (symbol !== undefined && symbol.kind !== "event") {
        working.report(
          "E0205",
          reference.span,
          `\`${symbol.name}\` is no event, and an obligation is honoured by one.`,
        );
        return null;
      }
      events[party] = symbol?.name ?? null;
    }
    return { kind: "event", events };
  }
  const symbol = referenceOf(working, reference, ["event"], "event");
  if (symbol === null) return null;
  for (const party of parties) events[party] = symbol.name;
  return { kind: "event", events };
}
