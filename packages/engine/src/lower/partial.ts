import type { Span } from "@casus/language";
import type { Builder } from "../ir/build.js";
import type { ValueId } from "../ir/program.js";
import { within } from "../ir/range.js";

/** A number that may be without value in a run (x / 0, log 0, months since what has not happened). The language has no NaN: a flag goes beside the number. */
export interface Partial {
  readonly value: ValueId;
  /** Flag: has a value; null: always. */
  readonly valid: ValueId | null;
  /** Where a value can be lost. */
  readonly sites: readonly LossSite[];
}

export interface LossSite {
  readonly span: Span;
  /** For a message: "divides by zero". */
  readonly reason: string;
}

export const total = (value: ValueId): Partial => ({ value, valid: null, sites: [] });

/** Both flags, where null is always. */
export function both(b: Builder, x: ValueId | null, y: ValueId | null): ValueId | null {
  if (x === null) return y;
  if (y === null) return x;
  return b.and(x, y);
}

/** A flag as `null` where it is known to be true. */
function orNull(b: Builder, flag: ValueId): ValueId | null {
  return b.constantOf(flag) === 1 ? null : flag;
}

export function unary(operand: Partial, emit: (value: ValueId) => ValueId): Partial {
  return { ...operand, value: emit(operand.value) };
}

export function binary(
  b: Builder,
  x: Partial,
  y: Partial,
  emit: (x: ValueId, y: ValueId) => ValueId,
): Partial {
  return { value: emit(x.value, y.value), valid: both(b, x.valid, y.valid), sites: [...x.sites, ...y.sites] };
}

/** An operation that has a value only where `domain` holds; elsewhere it is carried out on `safe` in place of its operand. */
function guarded(
  b: Builder,
  operand: Partial,
  domain: ValueId,
  safe: number,
  site: LossSite,
  emit: (value: ValueId) => ValueId,
): Partial {
  const flag = orNull(b, domain);
  if (flag === null) return unary(operand, emit);
  const value = emit(b.select(flag, operand.value, b.number(safe)));
  return { value, valid: both(b, operand.valid, flag), sites: [...operand.sites, site] };
}

const zero = (b: Builder) => b.number(0);
/** The largest x with a finite exp(x), a little less. */
const exponentLimit = 709.78;

export function divide(b: Builder, x: Partial, y: Partial, span: Span): Partial {
  const range = b.rangeOf(y.value);
  const nonZero = range.low > 0 || range.high < 0 ? b.flag(true) : b.not(b.equal(y.value, zero(b)));
  const divisor = guarded(b, y, nonZero, 1, { span, reason: "divides by zero" }, (v) => v);
  return binary(b, x, divisor, b.divide);
}

export function logarithm(b: Builder, x: Partial, span: Span): Partial {
  return guarded(
    b,
    x,
    b.less(zero(b), x.value),
    1,
    { span, reason: "takes the logarithm of a number that is not above zero" },
    b.logarithm,
  );
}

export function squareRoot(b: Builder, x: Partial, span: Span): Partial {
  return guarded(
    b,
    x,
    b.lessOrEqual(zero(b), x.value),
    0,
    { span, reason: "takes the square root of a number below zero" },
    b.squareRoot,
  );
}

export function exponential(b: Builder, x: Partial, span: Span): Partial {
  return guarded(
    b,
    x,
    b.lessOrEqual(x.value, b.number(exponentLimit)),
    0,
    { span, reason: "is too large to be computed" },
    b.exponential,
  );
}

export function power(b: Builder, x: Partial, y: Partial, span: Span): Partial {
  const exponent = b.constantOf(y.value);
  if (exponent !== null && Number.isInteger(exponent) && Math.abs(exponent) <= 64) {
    if (exponent >= 0) return binary(b, x, y, b.power);
    const base = guarded(
      b,
      x,
      b.not(b.equal(x.value, zero(b))),
      1,
      { span, reason: "divides by zero" },
      (v) => v,
    );
    return binary(b, base, y, b.power);
  }
  // x^y = exp(y log x): x above zero, or zero to a power above zero; and small enough to be computed.
  const atZero = b.and(b.equal(x.value, zero(b)), b.less(zero(b), y.value));
  const positive = b.less(zero(b), x.value);
  const safeBase = b.select(positive, x.value, b.number(1));
  const magnitude = b.multiply(y.value, b.logarithm(safeBase));
  const finite = b.and(
    b.lessOrEqual(magnitude, b.number(exponentLimit)),
    b.lessOrEqual(b.number(-exponentLimit), magnitude),
  );
  const inDomain = orNull(b, b.or(atZero, b.and(positive, finite)));
  const computed = b.power(b.select(b.and(positive, finite), safeBase, b.number(1)), y.value);
  const site = { span, reason: "takes a power that has no value" };
  return {
    value: b.select(atZero, zero(b), computed),
    valid: both(b, both(b, x.valid, y.valid), inDomain),
    sites: [...x.sites, ...y.sites, ...(inDomain === null ? [] : [site])],
  };
}

/** if C then x else y: only the branch taken need have a value. */
export function select(b: Builder, flag: ValueId, x: Partial, y: Partial): Partial {
  const value = b.select(flag, x.value, y.value);
  if (x.valid === null && y.valid === null) return { value, valid: null, sites: [] };
  const yes = b.or(b.not(flag), x.valid ?? b.flag(true));
  const no = b.or(flag, y.valid ?? b.flag(true));
  return { value, valid: orNull(b, b.and(yes, no)), sites: [...x.sites, ...y.sites] };
}

/** True where the number has a value and lies in [low, high]; known to be so where its range says it. */
export function outside(b: Builder, x: ValueId, low: number, high: number): ValueId {
  if (within(b.rangeOf(x), low, high)) return b.flag(false);
  return b.or(b.less(x, b.number(low)), b.less(b.number(high), x));
}
