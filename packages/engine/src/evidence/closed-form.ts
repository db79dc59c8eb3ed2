/**
 * How the reports of one origin weigh a proposition, in closed form: cascaded inference in Schum's sense, with a chance of copying for each report as in Dong,
 * Berti-Équille and Srivastava 2009. Given the proposition, groups are independent of each other, so that a group is all that has to be computed at once.
 */
import type { Grade } from "@casus/language";
import { log, logistic, logit, pow } from "../numeric/index.js";

/** Somebody whose accuracy counts: P(asserts | C) = accuracy, P(asserts | not C) = 1 − accuracy. */
export interface Voice {
  /** Equal for everything that one speaker says, whatever it is called and wherever it stands. */
  readonly speaker: string;
  /** Name of the actor, source or claim whose accuracy it is. Where accuracies are drawn, one draw serves everything of one owner. */
  readonly owner: string;
  readonly grade: Grade;
  /** The grade's fixed accuracy; used unless accuracies are drawn. */
  readonly accuracy: number;
}

/** One report of a group beside what its origin says. */
export interface Report {
  /** The source that relays, or the actor who reports; orders the reports of a group. */
  readonly by: string;
  /** The claims that it stands on, by name: with the last of them it falls. */
  readonly claims: readonly string[];
  /** c: the chance that it relays the origin. 1 − c: that it is its voice's own observation. */
  readonly sharing: number;
  /** P(reports | the origin said so), P(reports | the origin did not). */
  readonly channel: readonly [number, number];
  /** Whose own observation it may be; null for a mere relay, where `sharing` is 1. */
  readonly voice: Voice | null;
}

/** The numbers of a group; what it belongs to is told in `groups.ts`. */
export interface Testimony {
  readonly origin: Voice;
  /** The origin's own words are before us, so that it is certain that it said them. */
  readonly held: boolean;
  /** The group says that the proposition does not hold. */
  readonly denies: boolean;
  /** λ: the power that its likelihoods are taken to. */
  readonly lambda: number;
  readonly reports: readonly Report[];
}

/** What a group is worth in a world in which its proposition holds, and in one in which it does not. */
export interface Likelihood {
  readonly ifTrue: number;
  readonly ifFalse: number;
}

/** The accuracy of a voice in the run at hand. */
export type Accuracies = (voice: Voice) => number;

/** Accuracies as the grades fix them. */
export const fixedAccuracies: Accuracies = (voice) => voice.accuracy;

/** 2^500: likelihoods are brought back by it, exactly, before a long product could underflow. */
const LIFT = 3.273390607896142e150;
const LOWEST = 1e-120;

/** Likelihood ÷ 2^(−500·lifts). */
interface Lifted extends Likelihood {
  readonly lifts: number;
}

/**
 * Σ over A of P(A | C) · Π [c·(h if A else f) + (1 − c)·(a if C else b)], with the A = 0 term left out where the origin's words are held. With a denial a
 * voice says so with 1 − a where the proposition holds and with a where it does not.
 */
function lifted(group: Testimony, accuracies: Accuracies): Lifted {
  const hit = accuracies(group.origin);
  let saidTrue = group.denies ? 1 - hit : hit;
  let saidFalse = group.denies ? hit : 1 - hit;
  let silentTrue = group.held ? 0 : saidFalse;
  let silentFalse = group.held ? 0 : saidTrue;
  let lifts = 0;
  for (const { sharing, channel, voice } of group.reports) {
    const own = voice === null ? 0.5 : accuracies(voice);
    const ownTrue = (1 - sharing) * (group.denies ? 1 - own : own);
    const ownFalse = (1 - sharing) * (group.denies ? own : 1 - own);
    const relayed = sharing * channel[0];
    const imagined = sharing * channel[1];
    saidTrue *= relayed + ownTrue;
    saidFalse *= relayed + ownFalse;
    silentTrue *= imagined + ownTrue;
    silentFalse *= imagined + ownFalse;
    if (Math.max(saidTrue, saidFalse, silentTrue, silentFalse) < LOWEST) {
      saidTrue *= LIFT;
      saidFalse *= LIFT;
      silentTrue *= LIFT;
      silentFalse *= LIFT;
      lifts++;
    }
  }
  return { ifTrue: saidTrue + silentTrue, ifFalse: saidFalse + silentFalse, lifts };
}

/** L(true) and L(false) of a group before λ, exact and not scaled: beyond some thousand reports both may underflow to 0. */
export function likelihood(group: Testimony, accuracies: Accuracies = fixedAccuracies): Likelihood {
  const { ifTrue, ifFalse, lifts } = lifted(group, accuracies);
  let scale = 1;
  for (let k = 0; k < lifts; k++) scale /= LIFT;
  return { ifTrue: ifTrue * scale, ifFalse: ifFalse * scale };
}

/** L(true)^λ and L(false)^λ: the factors of a run's weight. Exact and not scaled; only their ratio means anything. */
export function weights(group: Testimony, accuracies: Accuracies = fixedAccuracies): Likelihood {
  const { ifTrue, ifFalse } = likelihood(group, accuracies);
  return { ifTrue: pow(ifTrue, group.lambda), ifFalse: pow(ifFalse, group.lambda) };
}

/** λ · ln LR of a group: what it adds to the log odds. ±Infinity where a voice of accuracy 0 or 1 settles the matter. */
export function logOdds(group: Testimony, accuracies: Accuracies = fixedAccuracies): number {
  const { ifTrue, ifFalse } = lifted(group, accuracies);
  return ifTrue === ifFalse ? 0 : group.lambda * log(ifTrue / ifFalse);
}

const DECIBANS_PER_NAT = 4.342944819032518;

/** λ · 10 · log₁₀ LR of a group. */
export function decibans(group: Testimony, accuracies: Accuracies = fixedAccuracies): number {
  return DECIBANS_PER_NAT * logOdds(group, accuracies);
}

/** The probability of a proposition after all groups that speak of it, from its prior in (0, 1). */
export function posterior(
  prior: number,
  groups: readonly Testimony[],
  accuracies: Accuracies = fixedAccuracies,
): number {
  let sum = 0;
  for (const group of groups) sum += logOdds(group, accuracies);
  return logistic(logit(prior) + sum);
}
