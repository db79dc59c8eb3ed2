/** What a single claim is worth: its decibans and its computed credibility digit. */
import type { Claim, Model, Proposition } from "@casus/language";
import { decibans, type Voice } from "./closed-form.js";
import type { Evidence, Group } from "./groups.js";
import type { NumberReport } from "./numbers.js";
import { originsOf } from "./origins.js";

/** Information credibility: 1 confirmed by other sources … 5 improbable, 6 cannot be judged. */
export type Digit = 1 | 2 | 3 | 4 | 5 | 6;

/**
 * λ·10·log₁₀ LR of the groups that a claim has a part in, summed: positive speaks for its proposition, also where the claim denies it. Claims of one group each
 * show the whole group's, so that those of several claims must not be added up. Null for a number and a citation; 0 for a claim that weighs nothing.
 */
export function claimDecibans(claim: Claim, evidence: Evidence): number | null {
  if (claim.proposition?.kind !== "condition") return null;
  let sum = 0;
  for (const group of evidence.groups) if (group.claims.includes(claim.name)) sum += decibans(group);
  return sum;
}

/** Lowest probabilities of the digits 1 to 4. */
const floors = [
  [1, 0.8],
  [2, 0.6],
  [3, 0.4],
  [4, 0.2],
] as const;

/** So that the rounding of a sum of logarithms does not decide between two digits. */
const ROUNDING = 1e-12;

/**
 * The digit that corroboration defines: 6 where no report on the claim's proposition is by a voice better than grade E; else by the probability; at best 2 unless
 * two independent origins say the same.
 * @param probability that what the claim says is so, all told: of a denial that the proposition does not hold, of a number that it lies within the claim's range; null where
 *   it cannot be said.
 */
export function computedDigit(
  model: Model,
  claim: Claim,
  probability: number | null,
  evidence: Evidence,
): Digit {
  const { proposition } = claim;
  if (proposition === null || probability === null || Number.isNaN(probability)) return 6;
  const { key } = proposition;
  const groups = evidence.groups.filter((group) => group.key === key);
  const numbers = evidence.numbers.filter((report) => report.key === key);
  const voices: Voice[] = numbers.map(({ voice }) => voice);
  for (const group of groups) {
    voices.push(group.origin);
    for (const { voice } of group.reports) if (voice !== null) voices.push(voice);
  }
  if (!voices.some(({ accuracy }) => accuracy > model.grades.letters.E.accuracy)) return 6;
  const digit = floors.find(([, floor]) => probability >= floor - ROUNDING)?.[0] ?? 5;
  return digit === 1 && agreeing(proposition, groups, numbers).size < 2 ? 2 : digit;
}

/** The independent origins that say what a proposition says; of a number those whose range meets its own. */
function agreeing(
  proposition: Proposition,
  groups: readonly Group[],
  numbers: readonly NumberReport[],
): ReadonlySet<string> {
  if (proposition.kind === "condition") {
    return originsOf(groups.filter(({ denies }) => denies === proposition.denies));
  }
  const { low, high } = proposition;
  const near = numbers.filter((report) => report.low <= high && report.high >= low);
  return new Set(near.map(({ originKey }) => originKey));
}
