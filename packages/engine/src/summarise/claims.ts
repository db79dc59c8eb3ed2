import type { Model } from "@casus/language";
import type { ClaimSummary } from "../answers.js";
import { claimDecibans, computedDigit, type Statement, statementsOf } from "../evidence/index.js";
import type { Finished } from "./context.js";

/** Every claim with what it is worth on its own proposition. */
export function summariseClaims({ model, wanted, record, gathering }: Finished): ClaimSummary[] {
  const statements = statementsOf(model, wanted);
  return model.claims.map((claim) => ({
    name: claim.name,
    quote: claim.quote?.text ?? null,
    source: claim.source,
    start: claim.quote?.start ?? null,
    end: claim.quote?.end ?? null,
    speaker: claim.speaker?.text ?? null,
    ...voiceOf(model, statements.get(claim.name) as Statement),
    origin: claim.origin?.claim ?? null,
    decibans: claimDecibans(claim, record.evidence),
    computedDigit: computedDigit(model, claim, gathering.claimProbability(claim.name), record.evidence),
  }));
}

/** Who speaks in a claim, and the grade by which it is weighed; a citation that nobody has graded has none. */
function voiceOf(model: Model, { claim, voice, ungraded }: Statement): Pick<ClaimSummary, "actor" | "grade"> {
  const author = model.sources.find((source) => source.name === claim.source)?.author?.actor ?? null;
  const actor = claim.speaker === null ? author : claim.speaker.actor;
  return { actor, grade: ungraded && claim.proposition === null ? null : voice.grade };
}
