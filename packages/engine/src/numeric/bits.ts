/**
 * Looking at a double through its two 32-bit halves. The scratch cell is overwritten by every call and holds
 * no state between calls.
 */

const cell = new Float64Array(1);
const halves = new Int32Array(cell.buffer);

/** Typed arrays follow the machine's byte order, so the place of the half with sign and exponent is looked up. */
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
const LOW = 1 - HIGH;

/** Sign, exponent and top 20 bits of the significand of `x`, as a signed 32-bit integer. */
export function highWord(x: number): number {
  cell[0] = x;
  return halves[HIGH]!;
}

/** `x` with its high half replaced. */
export function withHighWord(x: number, high: number): number {
  cell[0] = x;
  halves[HIGH] = high;
  return cell[0]!;
}

/** 2^k for a whole k in −1022 … 1023. */
export function powerOfTwo(k: number): number {
  halves[HIGH] = (k + 1023) << 20;
  halves[LOW] = 0;
  return cell[0]!;
}

/** y · 2^k for a whole k in −2044 … 2046, rounded once: both factors are applied so that only the last can round. */
export function scaleByPowerOfTwo(y: number, k: number): number {
  const first = k >> 1;
  return y * powerOfTwo(first) * powerOfTwo(k - first);
}

/** The largest double below a finite `x`; of 0 the negative number nearest to it. */
export function nextBelow(x: number): number {
  if (x === 0) return -5e-324;
  cell[0] = x;
  const high = halves[HIGH]!;
  const low = halves[LOW]! >>> 0;
  // Read as integers, doubles of one sign are in order of magnitude.
  if (x > 0) {
    halves[LOW] = low - 1;
    if (low === 0) halves[HIGH] = high - 1;
  } else {
    halves[LOW] = low + 1;
    if (low === 0xffffffff) halves[HIGH] = high + 1;
  }
  return cell[0]!;
}

/**
 * The double halfway between `a` ≤ `b` in the order of doubles, so that repeated halving of any interval ends in
 * at most 64 steps whatever the magnitudes. Equal to `a` or `b` when nothing lies between.
 */
export function middleDouble(a: number, b: number): number {
  if (a < 0 && b > 0) return 0;
  cell[0] = Math.abs(a);
  const a1 = halves[HIGH]!;
  const a0 = halves[LOW]! >>> 0;
  cell[0] = Math.abs(b);
  const high = a1 + halves[HIGH]!;
  const low = a0 + (halves[LOW]! >>> 0) + (high & 1) * 4294967296;
  const carry = low >= 8589934592 ? 1 : 0;
  halves[HIGH] = (high >>> 1) + carry;
  halves[LOW] = Math.floor((low - carry * 8589934592) / 2);
  const middle = cell[0]!;
  return a < 0 || b < 0 ? -middle : middle;
}
