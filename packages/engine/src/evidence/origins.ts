/** How many say so: independent origins beside documents, and who is counted twice. */
import type { Model } from "@casus/language";
import type { Group } from "./groups.js";
import { inTime, type Knowledge, originKeyOf, rootOf, sharingOf, statementsOf } from "./statements.js";

/** Reports are independent of their group's origin below this c. */
const INDEPENDENT = 0.5;

export interface OriginCount {
  readonly origins: number;
  readonly documents: number;
}

const everything: Knowledge = { asOf: null, without: new Set() };

/**
 * Independent origins and documents behind some claims, citations included. An origin is a speaker (without one the source's author, else the source itself); a
 * claim that passes on another counts with it, unless it shares less than half; corroborators count where they are first or share less than half. What does not
 * stand (drafts, what is later than the day of knowledge, what is retracted) is not counted.
 */
export function origins(
  model: Model,
  claims: readonly string[],
  knowledge: Knowledge = everything,
): OriginCount {
  const statements = statementsOf(model, knowledge);
  const keys = new Set<string>();
  const documents = new Set<string>();
  for (const name of claims) {
    const statement = statements.get(name);
    if (statement?.stands !== true) continue;
    const { claim, voice } = statement;
    const alone = (sharingOf(claim) ?? 1) < INDEPENDENT;
    keys.add(alone ? voice.speaker : originKeyOf(rootOf(statement, statements)));
    claim.corroboration
      .filter(({ date }) => inTime(date ?? claim.date, knowledge))
      .forEach(({ actor, sharing }, place) => {
        if (place === 0 || sharing < INDEPENDENT) keys.add(`actor ${actor}`);
      });
    if (claim.source !== null) documents.add(claim.source);
  }
  return { origins: keys.size, documents: documents.size };
}

/** The independent origins of some groups: each group's own, and those whose report in it shares less than half. */
export function originsOf(groups: readonly Group[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const group of groups) {
    keys.add(group.originKey);
    for (const { voice, sharing } of group.reports) {
      if (voice !== null && sharing < INDEPENDENT) keys.add(voice.speaker);
    }
  }
  return keys;
}

/** Somebody who weighs a proposition in the same direction in several groups, at least once as a corroborator. */
export interface CountedTwice {
  readonly key: string;
  readonly speaker: string;
  /** By name. */
  readonly groups: readonly string[];
}

/**
 * Who is counted as several origins without having been declared so: actors who corroborate a claim and also speak for themselves, or corroborate two speakers.
 * `origin` with `sharing` in the file is the remedy.
 */
export function countedTwice(groups: readonly Group[]): readonly CountedTwice[] {
  const voices = new Map<string, { key: string; speaker: string; groups: Group[] }>();
  for (const group of groups) {
    const speakers = new Set([group.origin.speaker]);
    for (const { voice } of group.reports) if (voice !== null) speakers.add(voice.speaker);
    for (const speaker of speakers) {
      const id = `${speaker}\n${group.denies}\n${group.key}`;
      const found = voices.get(id);
      if (found === undefined) voices.set(id, { key: group.key, speaker, groups: [group] });
      else found.groups.push(group);
    }
  }
  return [...voices.values()]
    .filter((voice) => voice.groups.length > 1 && voice.groups.some(({ kind }) => kind === "corroborators"))
    .map((voice) => ({ ...voice, groups: voice.groups.map(({ name }) => name) }));
}
