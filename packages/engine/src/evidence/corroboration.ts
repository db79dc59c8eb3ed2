/** Those who are said to confirm a statement: one group of reports beside the speaker's. */
import type { Corroboration, Model } from "@casus/language";
import type { Report, Voice } from "./closed-form.js";
import type { Family } from "./families.js";
import type { Group } from "./groups.js";
import { lambdaOf, relayReports } from "./reports.js";
import { byName, inOrder, inTime, type Knowledge, numbersOf, type Statement, voiceOf } from "./statements.js";

interface Confirmed {
  readonly statement: Statement;
  readonly corroborators: readonly Corroboration[];
}

/**
 * One group for each actor whom a family's standing claims name first. Claims that pass on the same confirmation (five outlets that all write that Seoul
 * confirmed it) share a group, as they share the speaker's.
 */
export function corroborationGroups(model: Model, family: Family, knowledge: Knowledge): Group[] {
  const byFirst = new Map<string, Confirmed[]>();
  const standing = [...family.said, ...family.relayed, ...family.shared].filter(({ stands }) => stands);
  for (const statement of standing.sort(inOrder)) {
    const { claim } = statement;
    const corroborators = claim.corroboration.filter(({ date }) => inTime(date ?? claim.date, knowledge));
    const [first] = corroborators;
    if (first === undefined) continue;
    byFirst.set(first.actor, [...(byFirst.get(first.actor) ?? []), { statement, corroborators }]);
  }
  return [...byFirst.values()].flatMap((confirmed) => groupOf(model, family, confirmed));
}

function groupOf(model: Model, family: Family, confirmed: readonly Confirmed[]): Group[] {
  const [earliest] = confirmed;
  const first = earliest?.corroborators[0];
  const proposition = earliest?.statement.claim.proposition;
  if (earliest === undefined || first === undefined || proposition?.kind !== "condition") return [];
  const { claim } = earliest.statement;
  const statements = confirmed.map(({ statement }) => statement);
  const graded = confirmed.map(({ corroborators }) => corroborators[0]).find((one) => one?.grade);
  return [
    {
      name: `${claim.name}.corroborated`,
      kind: "corroborators",
      key: family.key,
      proposition,
      denies: proposition.denies,
      claims: statements.map((statement) => statement.claim.name).sort(byName),
      originKey: `actor ${first.actor}`,
      origin: voiceOfActor(model, graded ?? first),
      held: statements.some(({ held }) => held),
      lambda: lambdaOf(model, claim, first.date ?? claim.date, proposition.step, false),
      reports: [
        ...relayReports(statements.filter(({ held }) => !held)),
        ...otherReports(model, first.actor, confirmed),
      ],
    },
  ];
}

/** Whoever is named behind the first, once each, as named in the earliest claim. */
function otherReports(model: Model, first: string, confirmed: readonly Confirmed[]): Report[] {
  const byActor = new Map<string, { corroborator: Corroboration; claims: string[] }>();
  for (const { statement, corroborators } of confirmed) {
    for (const corroborator of corroborators.slice(1)) {
      const { actor } = corroborator;
      if (actor === first) continue;
      const named = byActor.get(actor);
      if (named === undefined) byActor.set(actor, { corroborator, claims: [statement.claim.name] });
      else if (!named.claims.includes(statement.claim.name)) named.claims.push(statement.claim.name);
    }
  }
  return [...byActor.values()]
    .map(({ corroborator, claims }) => ({
      by: corroborator.actor,
      claims: claims.sort(byName),
      sharing: corroborator.sharing,
      channel: numbersOf(model, corroborator.grade).relay,
      voice: voiceOfActor(model, corroborator),
    }))
    .sort((a, b) => byName(a.by, b.by));
}

function voiceOfActor(model: Model, { actor, grade }: Corroboration): Voice {
  return voiceOf(model, `actor ${actor}`, actor, grade);
}
