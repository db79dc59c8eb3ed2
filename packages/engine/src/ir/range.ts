/** What is known of a number before anything runs: it lies between low and high, both included. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export const anything: Range = { low: -Infinity, high: Infinity };
export const unitRange: Range = { low: 0, high: 1 };
export const point = (value: number): Range => ({ low: value, high: value });
export const union = (a: Range, b: Range): Range => ({
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
});

/** 0 × ∞ is taken as 0: an infinite bound is never attained. */
const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b);

export function addRange(a: Range, b: Range): Range {
  return { low: a.low + b.low, high: a.high + b.high };
}

export function negateRange(a: Range): Range {
  return { low: -a.high, high: -a.low };
}

export function multiplyRange(a: Range, b: Range): Range {
  const products = [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)];
  return { low: Math.min(...products), high: Math.max(...products) };
}

export function divideRange(a: Range, b: Range): Range {
  if (b.low <= 0 && b.high >= 0) return anything;
  return multiplyRange(a, { low: 1 / b.high, high: 1 / b.low });
}

export function minimumRange(a: Range, b: Range): Range {
  return { low: Math.min(a.low, b.low), high: Math.min(a.high, b.high) };
}

export function maximumRange(a: Range, b: Range): Range {
  return { low: Math.max(a.low, b.low), high: Math.max(a.high, b.high) };
}

export function within(range: Range, low: number, high: number): boolean {
  return range.low >= low && range.high <= high;
}
