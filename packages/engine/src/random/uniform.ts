/**
 * Uniform draws, each a pure function of (seed, stream, site, step, run).
 *
 * Runs stand in blocks of 16. Run r = 16g + 4w + l, with w and l in 0 … 3, takes output word w of the Philox block whose
 * counter is
 *
 *     c0 = low 32 bits of G      with G = 4g + l
 *     c1 = step                  0 for what is drawn once per run
 *     c2 = site
 *     c3 = stream · 2^24 + G div 2^32
 *
 * and whose key is the seed, low word first. Four neighbouring counters computed side by side so give 16 consecutive runs:
 * vector w holds runs 16g + 4w … 16g + 4w + 3, and nothing needs transposing.
 */

import { philox4x32, ROUNDS } from "./philox.js";

/** What a column of draws is keyed by. */
export type DrawKey = {
  /** A whole number in 0 … 2^53 − 1. */
  readonly seed: number;
  /** From `siteOf`. */
  readonly site: number;
  /** 0 for a draw per run; 1 … N within the period. Below 2^32. */
  readonly step: number;
  /** 0 for the world itself, others (up to 255) for independent replicates. */
  readonly stream: number;
};

/** Runs per block. A range of draws starts at a multiple of this. */
export const RUN_BLOCK = 16;

const TWO_TO_32 = 4294967296;
const TWO_TO_MINUS_32 = 1 / 4294967296;

const words = new Uint32Array(RUN_BLOCK);

function refuseRange(firstRun: number, count: number, available: number): void {
  if (!Number.isSafeInteger(firstRun) || firstRun < 0 || firstRun % RUN_BLOCK !== 0) {
    throw new RangeError(
      `the first run of a range of draws must be a multiple of ${RUN_BLOCK}, not ${firstRun}`,
    );
  }
  if (!(count >= 0 && count <= available)) {
    throw new RangeError(`${count} draws do not fit into an array of ${available}`);
  }
}

/** The 16 words of the block of runs that starts at 16·block, in the order of runs. */
function fillBlock(key: DrawKey, block: number): void {
  const k0 = (key.seed % TWO_TO_32) | 0;
  const k1 = Math.floor(key.seed / TWO_TO_32) | 0;
  const counter = block * 4;
  const c0 = (counter % TWO_TO_32) | 0;
  const c3 = (key.stream << 24) | Math.floor(counter / TWO_TO_32);
  // 4g is a multiple of 4, so adding the lane never carries.
  philox4x32(c0, key.step, key.site, c3, k0, k1, ROUNDS, words, 0, 4);
  philox4x32(c0 + 1, key.step, key.site, c3, k0, k1, ROUNDS, words, 1, 4);
  philox4x32(c0 + 2, key.step, key.site, c3, k0, k1, ROUNDS, words, 2, 4);
  philox4x32(c0 + 3, key.step, key.site, c3, k0, k1, ROUNDS, words, 3, 4);
}

/**
 * Uniform draws of the runs firstRun … firstRun + count − 1 into `out[0 … count − 1]`. `firstRun` is a multiple of 16.
 * Each is (word + ½)·2^−32: exactly representable, and never below 2^−33 or above 1 − 2^−33. Throws RangeError for a range
 * that does not start at a block or does not fit.
 */
export function fillUniform(out: Float64Array, key: DrawKey, firstRun: number, count: number): void {
  refuseRange(firstRun, count, out.length);
  const firstBlock = firstRun / RUN_BLOCK;
  for (let i = 0; i < count; i += RUN_BLOCK) {
    fillBlock(key, firstBlock + i / RUN_BLOCK);
    const end = Math.min(RUN_BLOCK, count - i);
    for (let j = 0; j < end; j++) out[i + j] = (words[j]! + 0.5) * TWO_TO_MINUS_32;
  }
}

/** The uniform draw of one run: what `fillUniform` gives at that run, whatever range it is part of. */
export function uniformAt(key: DrawKey, run: number): number {
  const block = Math.floor(run / RUN_BLOCK);
  fillBlock(key, block);
  return (words[run - block * RUN_BLOCK]! + 0.5) * TWO_TO_MINUS_32;
}
