/** A claim as somebody's statement: who speaks, with what accuracy, whether the words themselves are before us, and whose words they are at root. */
import type { Claim, Grade, GradeNumbers, Model, Source } from "@casus/language";
import type { Voice } from "./closed-form.js";

/** What is known at a day and what has been taken back. */
export interface Knowledge {
  /** Day number after which nothing is known; null: no such day. */
  readonly asOf: number | null;
  /** Names of claims and sources that are retracted. */
  readonly without: ReadonlySet<string>;
}

export interface Statement {
  readonly claim: Claim;
  readonly voice: Voice;
  /** No grade was found, and `voice` has that of F. */
  readonly ungraded: boolean;
  /** The words stand in a source of the speaker's own, or come through none: nobody relays them. */
  readonly held: boolean;
  /** Who passes the words on, and P(reports | said), P(reports | not said). Of a held statement: what its own source would be as a relay of somebody else's words. */
  readonly passedOn: { readonly by: string; readonly channel: readonly [number, number] };
  /** Reviewed, and not later than the day of knowledge. */
  readonly known: boolean;
  /** Known, and neither it nor its source is retracted. */
  readonly stands: boolean;
}

/** The claims of a model by name, as statements. */
export type Statements = ReadonlyMap<string, Statement>;

export function statementsOf(model: Model, knowledge: Knowledge): Statements {
  const sources = new Map(model.sources.map((source) => [source.name, source]));
  const actorCalled = new Map<string, string>();
  // The name counts before the label and the label before other names, also those of other actors.
  for (const actor of model.actors) for (const name of actor.also) actorCalled.set(name, actor.name);
  for (const actor of model.actors) actorCalled.set(actor.label, actor.name);
  for (const actor of model.actors) actorCalled.set(actor.name, actor.name);
  const statements = new Map<string, Statement>();
  for (const claim of model.claims) {
    const source = claim.source === null ? null : (sources.get(claim.source) ?? null);
    const known = !claim.unreviewed && inTime(claim.date, knowledge);
    const retracted =
      knowledge.without.has(claim.name) || (claim.source !== null && knowledge.without.has(claim.source));
    const said = claim.speaker === null ? byAuthor(claim, source) : bySpeaker(claim, claim.speaker, source);
    statements.set(claim.name, { ...said, claim, known, stands: known && !retracted });
  }
  return statements;

  function bySpeaker(claim: Claim, speaker: NonNullable<Claim["speaker"]>, source: Source | null) {
    const author = source === null ? null : authorOf(source);
    const held =
      claim.source === null ||
      author?.actor === speaker.actor ||
      (speaker.text !== null && author?.text === speaker.text);
    // A speaker without a grade is as good as the source of its own in which it speaks.
    const lent = speaker.grade === null && held ? (source?.reliability ?? null) : null;
    const grade = speaker.grade ?? lent;
    const owner = lent !== null && source !== null ? source.name : speaker.actor;
    return {
      voice: voiceOf(model, `actor ${speaker.actor}`, owner, grade),
      ungraded: grade === null,
      held,
      passedOn: {
        by: claim.source ?? speaker.actor,
        channel: numbersOf(model, source?.reliability ?? (held ? grade : null)).relay,
      },
    };
  }

  function byAuthor(claim: Claim, source: Source | null) {
    const author = source === null ? null : authorOf(source);
    const speaker =
      typeof author?.actor === "string"
        ? `actor ${author.actor}`
        : typeof author?.text === "string"
          ? `author ${author.text}`
          : claim.source === null
            ? `claim ${claim.name}`
            : `source ${claim.source}`;
    const grade = source?.reliability ?? null;
    const owner = claim.source ?? claim.name;
    return {
      voice: voiceOf(model, speaker, owner, grade),
      ungraded: grade === null,
      held: true,
      passedOn: { by: owner, channel: numbersOf(model, grade).relay },
    };
  }

  function authorOf(source: Source): { actor: string | null; text: string | null } {
    const { actor = null, text = null } = source.author ?? {};
    return { actor: actor ?? (text === null ? null : (actorCalled.get(text) ?? null)), text };
  }
}

/** Said on a day to which knowledge runs, or on none that is known. */
export function inTime(date: number | null, knowledge: Knowledge): boolean {
  return knowledge.asOf === null || date === null || date <= knowledge.asOf;
}

export function numbersOf(model: Model, grade: Grade | null): GradeNumbers {
  return model.grades.letters[grade ?? "F"];
}

export function voiceOf(model: Model, speaker: string, owner: string, grade: Grade | null): Voice {
  return { speaker, owner, grade: grade ?? "F", accuracy: numbersOf(model, grade).accuracy };
}

/** The claim whose words a claim passes on, followed to the last: itself, where it names no origin. */
export function rootOf(statement: Statement, statements: Statements): Statement {
  const seen = new Set<Statement>();
  let root = statement;
  while (root.claim.origin && !seen.has(root)) {
    seen.add(root);
    const next = statements.get(root.claim.origin.claim);
    if (next === undefined) break;
    root = next;
  }
  return root;
}

/** What counts as one origin: a speaker, or a single claim that was declared to have an origin of its own. */
export function originKeyOf(root: Statement): string {
  return root.claim.origin === null ? `claim ${root.claim.name}` : root.voice.speaker;
}

/** c of a claim towards the claim that it names as its origin; null where it names none. */
export function sharingOf(claim: Claim): number | null {
  return claim.origin ? (claim.origin.sharing ?? 1) : null;
}

/** Earliest first, those without a date last; on one day the speaker's own words before those that others relay; then by name. */
export function inOrder(a: Statement, b: Statement): number {
  const first = a.claim.date ?? Number.POSITIVE_INFINITY;
  const second = b.claim.date ?? Number.POSITIVE_INFINITY;
  if (first !== second) return first < second ? -1 : 1;
  if (a.held !== b.held) return a.held ? -1 : 1;
  return byName(a.claim.name, b.claim.name);
}

/** Order by code units, the same on every machine. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
