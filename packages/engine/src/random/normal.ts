/**
 * Normal draws for shocks, by Box and Muller over pairs of steps: steps 2j − 1 and 2j share radius and angle, of which the
 * first takes the cosine and the second the sine. Within a run they are independent all the same.
 *
 * The radius √(−2·log u) is drawn from the site of the name at step j, the angle 2πv from its `angleSite` at step j.
 */

import { log } from "../numeric/logarithm.js";
import { cosTwoPi, sinTwoPi } from "../numeric/trigonometry.js";
import { angleSite } from "./site.js";
import { type DrawKey, fillUniform, uniformAt } from "./uniform.js";

/** The key of the radius, and that of the angle, of the pair of steps that holds `key.step` ≥ 1. */
function pairKeys(key: DrawKey): { radius: DrawKey; angle: DrawKey } {
  if (!(key.step >= 1)) throw new RangeError(`a shock is drawn in steps from 1 on, not in step ${key.step}`);
  const step = Math.ceil(key.step / 2);
  return { radius: { ...key, step }, angle: { ...key, step, site: angleSite(key.site) } };
}

/**
 * Standard normal draws of the runs firstRun … firstRun + count − 1 in the pair of steps that holds `key.step` ≥ 1: those of its first step into
 * `odd[0 … count − 1]`, of its second into `even`. `firstRun` is a multiple of 16. No draw is further than 6.77 from 0. Throws RangeError as
 * `fillUniform` does, and for step 0.
 */
export function fillNormalPair(
  odd: Float64Array,
  even: Float64Array,
  key: DrawKey,
  firstRun: number,
  count: number,
): void {
  const { radius, angle } = pairKeys(key);
  fillUniform(odd, radius, firstRun, count);
  fillUniform(even, angle, firstRun, count);
  for (let i = 0; i < count; i++) {
    const r = Math.sqrt(-2 * log(odd[i]!));
    const turn = even[i]!;
    odd[i] = r * cosTwoPi(turn);
    even[i] = r * sinTwoPi(turn);
  }
}

/** Standard normal draws of one step of a pair, see {@link fillNormalPair}. */
export function fillNormal(out: Float64Array, key: DrawKey, firstRun: number, count: number): void {
  const other = new Float64Array(out.length);
  if (key.step % 2 === 1) fillNormalPair(out, other, key, firstRun, count);
  else fillNormalPair(other, out, key, firstRun, count);
}

/** The standard normal draw of one run in step `key.step` ≥ 1: what `fillNormal` gives at that run. */
export function normalAt(key: DrawKey, run: number): number {
  const { radius, angle } = pairKeys(key);
  const turn = uniformAt(angle, run);
  const side = key.step % 2 === 1 ? cosTwoPi(turn) : sinTwoPi(turn);
  return Math.sqrt(-2 * log(uniformAt(radius, run))) * side;
}
