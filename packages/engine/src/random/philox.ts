/**
 * Philox4x32, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3"
 * (SC 2011): four 32-bit words from a 128-bit counter and a 64-bit key. Seven rounds pass all of TestU01.
 */

/** Rounds used for every draw of a model. */
export const ROUNDS = 7;

const MULTIPLIER_0 = 0xd2511f53;
const MULTIPLIER_1 = 0xcd9e8d57;
/** What the key words grow by after each round: the golden ratio and √3 − 1 as 32-bit fractions. */
const WEYL_0 = 0x9e3779b9 | 0;
const WEYL_1 = 0xbb67ae85 | 0;

const M0_HIGH = MULTIPLIER_0 >>> 16;
const M0_LOW = MULTIPLIER_0 & 0xffff;
const M1_HIGH = MULTIPLIER_1 >>> 16;
const M1_LOW = MULTIPLIER_1 & 0xffff;

/** The upper 32 bits of the unsigned product of `a` and a multiplier given in halves of 16 bits. */
function multiplyHigh(a: number, high: number, low: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const carry = Math.imul(a0, low) >>> 16;
  const middle = (Math.imul(a1, low) + carry) | 0;
  const cross = (Math.imul(a0, high) + (middle & 0xffff)) | 0;
  return (Math.imul(a1, high) + (middle >>> 16) + (cross >>> 16)) | 0;
}

/**
 * Writes the four output words of the counter (c0 … c3) under the key (k0, k1) to `out[at]`, `out[at + stride]` and so on.
 * All words are 32-bit integers, signed or unsigned. The published known answers for 7 and 10 rounds are in the tests.
 */
export function philox4x32(
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  k0: number,
  k1: number,
  rounds: number,
  out: Uint32Array,
  at: number,
  stride: number,
): void {
  let x0 = c0 | 0;
  let x1 = c1 | 0;
  let x2 = c2 | 0;
  let x3 = c3 | 0;
  let key0 = k0 | 0;
  let key1 = k1 | 0;
  for (let round = 0; round < rounds; round++) {
    const high0 = multiplyHigh(x0, M0_HIGH, M0_LOW);
    const low0 = Math.imul(x0, MULTIPLIER_0);
    const high1 = multiplyHigh(x2, M1_HIGH, M1_LOW);
    const low1 = Math.imul(x2, MULTIPLIER_1);
    x0 = high1 ^ x1 ^ key0;
    x1 = low1;
    x2 = high0 ^ x3 ^ key1;
    x3 = low0;
    key0 = (key0 + WEYL_0) | 0;
    key1 = (key1 + WEYL_1) | 0;
  }
  out[at] = x0;
  out[at + stride] = x1;
  out[at + 2 * stride] = x2;
  out[at + 3 * stride] = x3;
}
