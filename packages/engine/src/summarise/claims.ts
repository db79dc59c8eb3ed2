import type { ClaimSummary } from "../answers.js";
import { claimDecibans, computedDigit } from "../evidence/index.js";
import type { Finished } from "./context.js";

/** Every claim with what it is worth on its own proposition. */
export function summariseClaims({ model, record, gathering }: Finished): ClaimSummary[] {
  return model.claims.map((claim) => ({
    name: claim.name,
    quote: claim.quote?.text ?? null,
    source: claim.source,
    start: claim.quote?.start ?? null,
    end: claim.quote?.end ?? null,
    speaker: claim.speaker?.text ?? null,
    actor: claim.speaker?.actor ?? null,
    grade: claim.speaker?.grade ?? null,
    origin: claim.origin?.claim ?? null,
    decibans: claimDecibans(claim, record.evidence),
    computedDigit: computedDigit(model, claim, gathering.claimProbability(claim.name), record.evidence),
  }));
}
