import { expm1 } from "../numeric/exponential.js";
import { exp, log, logistic, normalQuantile, pow } from "../numeric/index.js";
import { log1p } from "../numeric/logarithm.js";
import type { OperationName } from "./program.js";

/**
 * What each arithmetic operation means for one run. Constant folding uses these, the interpreter's loops are tested against them, and compiled code must give the same bits.
 * Operands are inside the domain: whoever emits the code guards it (see `lower/partial.ts`).
 */
export const scalar = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
  divide: (a: number, b: number) => a / b,
  negate: (a: number) => -a,
  absolute: (a: number) => Math.abs(a),
  // By comparison, as WebAssembly's pmin and pmax: the second only where it is strictly beyond the first.
  minimum: (a: number, b: number) => (b < a ? b : a),
  maximum: (a: number, b: number) => (a < b ? b : a),
  floor: (a: number) => Math.floor(a),
  /** Half away from zero, as people round. */
  round: (a: number) => (a < 0 ? -Math.floor(0.5 - a) : Math.floor(a + 0.5)),
  ceiling: (a: number) => Math.ceil(a),
  "square root": (a: number) => Math.sqrt(a),
  exponential: (a: number) => exp(a),
  logarithm: (a: number) => log(a),
  power: (a: number, b: number) => pow(a, b),
  logistic: (a: number) => logistic(a),
  "normal quantile": (a: number) => normalQuantile(a),
  less: (a: number, b: number) => a < b,
  "less or equal": (a: number, b: number) => a <= b,
  equal: (a: number, b: number) => a === b,
} as const satisfies Partial<Record<OperationName, (a: number, b: number) => number | boolean>>;

/** 1 − (1 − p)^e for p in [0, 1], accurate also where p is tiny. */
export function hazard(p: number, exponent: number): number {
  if (exponent === 1) return p;
  if (p >= 1) return 1;
  return -expm1(exponent * log1p(-p));
}
