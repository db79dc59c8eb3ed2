/** From the claims of a model to the groups of reports that weigh its propositions: what one speaker says about one thing is one group, whoever passes it on. */
import type { Model, Proposition } from "@casus/language";
import type { Report, Testimony, Voice } from "./closed-form.js";
import { corroborationGroups } from "./corroboration.js";
import { type Family, familiesOf, nameOf, originOf, originVoice } from "./families.js";
import { numberReports } from "./number-reports.js";
import type { NumberReport } from "./numbers.js";
import { lambdaOf, ownReports, relayReports } from "./reports.js";
import { byName, type Knowledge, statementsOf } from "./statements.js";

export interface Group extends Testimony {
  /** Orders the group among the weights: its origin's claim, with `.corroborated` behind it for a group of corroborators. */
  readonly name: string;
  readonly kind: "speaker" | "corroborators";
  /** Of the proposition. */
  readonly key: string;
  readonly proposition: Extract<Proposition, { kind: "condition" }>;
  /** Claims that contribute, by name, in order of name. */
  readonly claims: readonly string[];
  /** What counts as one origin. */
  readonly originKey: string;
}

/** Everything that weighs the runs by what was said, each list in order of name. */
export interface Evidence {
  readonly groups: readonly Group[];
  readonly numbers: readonly NumberReport[];
}

/** Groups and numeric reports of a model as far as knowledge runs. */
export function evidenceGroups(model: Model, knowledge: Knowledge): Evidence {
  const groups: Group[] = [];
  const numbers: NumberReport[] = [];
  for (const family of familiesOf(statementsOf(model, knowledge))) {
    numbers.push(...numberReports(model, family));
    const group = speakerGroup(model, family);
    if (group !== null) groups.push(group);
    groups.push(...corroborationGroups(model, family, knowledge));
  }
  groups.sort((a, b) => byName(a.name, b.name));
  numbers.sort((a, b) => byName(a.name, b.name));
  return { groups, numbers };
}

/** Every pair of owner and grade whose accuracy is drawn where grades are `drawn`: one uniform for an owner and run, through the quantile function of the grade's Beta. */
export function accuracyOwners(evidence: Evidence): readonly Pick<Voice, "owner" | "grade">[] {
  const owners = new Map<string, Pick<Voice, "owner" | "grade">>();
  const add = ({ owner, grade }: Voice) => owners.set(`${owner} ${grade}`, { owner, grade });
  for (const group of evidence.groups) {
    add(group.origin);
    for (const report of group.reports) if (report.voice !== null && report.sharing < 1) add(report.voice);
  }
  for (const report of evidence.numbers) add(report.voice);
  return [...owners.values()].sort((a, b) => byName(a.owner, b.owner) || byName(a.grade, b.grade));
}

function speakerGroup(model: Model, family: Family): Group | null {
  const origin = originOf(family);
  const name = nameOf(family);
  const members = [...family.said, ...family.relayed, ...family.shared].filter(({ stands }) => stands);
  const proposition = members[0]?.claim.proposition;
  if (origin === undefined || name === undefined || proposition?.kind !== "condition") return null;
  return {
    name,
    kind: "speaker",
    key: family.key,
    proposition,
    denies: proposition.denies,
    claims: members.map(({ claim }) => claim.name).sort(byName),
    originKey: family.originKey,
    origin: originVoice(origin, family),
    held: family.said.some((statement) => statement.stands && statement.held),
    lambda: lambdaOf(model, origin.claim, origin.claim.date, proposition.step, true),
    reports: reportsOf(model, family),
  };
}

/** One report for each source that relays and for each speaker of its own; a source in which such a speaker speaks itself is that speaker's report alone. */
function reportsOf(model: Model, family: Family): Report[] {
  const shared = family.shared.filter(({ stands }) => stands);
  const spokenIn = new Set(shared.filter(({ held }) => held).map(({ passedOn }) => passedOn.by));
  const relays = [
    ...family.said.filter(({ stands, held }) => stands && !held),
    ...family.relayed.filter(({ stands }) => stands),
    ...shared.filter(({ held }) => !held),
  ].filter(({ passedOn }) => !spokenIn.has(passedOn.by));
  return [...relayReports(relays), ...ownReports(model, shared)];
}
