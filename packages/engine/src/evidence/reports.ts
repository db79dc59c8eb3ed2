/** The reports of a group, and the power that its likelihoods are taken to. */
import type { Claim, Model } from "@casus/language";
import { stepOf } from "@casus/language";
import type { Report } from "./closed-form.js";
import { byName, inOrder, numbersOf, type Statement, sharingOf } from "./statements.js";

/** Relays of the statements' words, one for each source, in order of its name. */
export function relayReports(statements: readonly Statement[]): Report[] {
  const bySource = new Map<string, Statement[]>();
  for (const statement of statements) {
    const { by } = statement.passedOn;
    bySource.set(by, [...(bySource.get(by) ?? []), statement]);
  }
  return [...bySource.values()]
    .flatMap((all) => {
      const [first] = [...all].sort(inOrder);
      if (first === undefined) return [];
      const claims = all.map(({ claim }) => claim.name).sort(byName);
      return [{ by: first.passedOn.by, claims, sharing: 1, channel: first.passedOn.channel, voice: null }];
    })
    .sort((a, b) => byName(a.by, b.by));
}

/** Reports of those who share, each with its own grade's accuracy and channel. Who speaks twice reports once, as it did first. */
export function ownReports(model: Model, statements: readonly Statement[]): Report[] {
  const bySpeaker = new Map<string, Statement[]>();
  for (const statement of statements) {
    const { speaker } = statement.voice;
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), statement]);
  }
  return [...bySpeaker.values()]
    .flatMap((all) => {
      const [first] = [...all].sort(inOrder);
      if (first === undefined) return [];
      const { voice } = first;
      const channel = numbersOf(model, voice.grade).relay;
      const claims = all.map(({ claim }) => claim.name).sort(byName);
      return [{ by: voice.owner, claims, sharing: sharingOf(first.claim) ?? 1, channel, voice }];
    })
    .sort((a, b) => byName(a.by, b.by));
}

/**
 * λ of what a claim says, said on `date` about the close of `step`: the smallest that applies. A statement about a step after its own is a forecast, which is
 * no observation.
 */
export function lambdaOf(
  model: Model,
  claim: Claim,
  date: number | null,
  step: number,
  bySpeaker: boolean,
): number {
  const { interested, speculative } = model.grades;
  let lambda = 1;
  if (bySpeaker && claim.speaker?.interested === true) lambda = Math.min(lambda, interested);
  if (claim.hedge === "speculative") lambda = Math.min(lambda, speculative);
  if (date !== null && step > stepOf(model.timeline, date)) lambda = Math.min(lambda, FORECAST);
  return lambda;
}

const FORECAST = 0.5;
