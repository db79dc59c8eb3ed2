import type { Signs } from "./look.js";

/**
 * Numbers as an analyst reads them, never with more digits than their errors support: the place of the error's first significant digit is the last
 * that is printed.
 */

/** Half the width of a 95% interval, in standard errors. */
const z95 = 1.959963984540054;

/** Decimals that an error leaves: 0.0027 leaves 3, 0.3 leaves 1, 12 leaves −1 (tens). `null` where there is no error to go by. */
export function decimalsFor(error: number | null): number | null {
  if (error === null || !(error > 0) || !Number.isFinite(error)) return null;
  // The error itself is printed to one digit: 0.096 prints as 0.1, and leaves one decimal.
  const exponent = Math.floor(Math.log10(error));
  const digit = Math.round(error / 10 ** exponent);
  return -(digit >= 10 ? exponent + 1 : exponent);
}

/** Rounds a value to the place of its error's first significant digit. Without an error it stays as it is. */
export function roundTo(value: number, error: number | null): number {
  const decimals = decimalsFor(error);
  return decimals === null ? value : roundAt(value, decimals);
}

function roundAt(value: number, decimals: number): number {
  if (decimals >= 0) return Number(value.toFixed(Math.min(decimals, 20)));
  const unit = 10 ** -decimals;
  return Math.round(value / unit) * unit;
}

/** Fixed decimals with the minus sign of the place; negative decimals print whole numbers. */
function fixed(value: number, decimals: number, signs: Signs): string {
  const text = roundAt(Math.abs(value), decimals).toFixed(Math.max(0, Math.min(decimals, 12)));
  const grouped = text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
  return value < 0 && Number(text) !== 0 ? signs.minus + grouped : grouped;
}

/** What a probability's text needs to know beside it. */
export interface ProbabilityBasis {
  readonly standardError: number | null;
  readonly effectiveRuns: number;
  readonly exact: boolean;
}

/** `29.2%`, `8%`, `<0.1%`, `>99.9%`: at most one decimal. What happened in no run at all is below what so many runs can show (the rule of three). */
export function percent(p: number, basis: ProbabilityBasis | null, signs: Signs): string {
  if (basis !== null && !basis.exact && (p <= 0 || p >= 1)) {
    const bound = Math.max(0.1, (100 * 3) / Math.max(basis.effectiveRuns, 1));
    if (bound >= 50) return `${fixed(100 * p, 0, signs)}%`;
    const shown = bound < 1 ? Math.ceil(bound * 10 - 1e-9) / 10 : Math.ceil(bound);
    return p <= 0 ? `<${shown}%` : `>${roundAt(100 - shown, 1)}%`;
  }
  if (p > 0 && p < 0.0005) return "<0.1%";
  if (p < 1 && p > 0.9995) return ">99.9%";
  const decimals = basis === null ? 0 : decimalsFor(100 * z95 * (basis.standardError ?? 0));
  if (decimals === null) return `${fixed(100 * p, basis?.exact === true || p < 0.01 ? 1 : 0, signs)}%`;
  const needed = p < 0.01 && decimals < 1 && basis === null ? 1 : decimals;
  return `${fixed(100 * p, Math.min(1, needed), signs)}%`;
}

/** A percentage that no error of its own is known of: whole, one decimal below 1%. */
export function roughPercent(p: number, signs: Signs): string {
  if (p > 0 && p < 0.0005) return "<0.1%";
  if (p < 1 && p > 0.9995) return ">99.9%";
  const small = (p > 0 && p < 0.01) || (p < 1 && p > 0.99);
  return `${fixed(100 * p, small ? 1 : 0, signs)}%`;
}

/** `±0.3`: half the 95% interval of the simulation's error, in points; null where there is none to speak of. */
export function percentError(basis: ProbabilityBasis, signs: Signs): string | null {
  if (basis.exact || basis.standardError === null || basis.standardError <= 0) return null;
  const points = 100 * z95 * basis.standardError;
  // Too small ever to be seen, as where only the rounding of sums is left of it.
  if (points < 0.001) return null;
  if (points < 0.05) return `${signs.plusMinus}<0.1`;
  const decimals = Math.min(1, decimalsFor(points) ?? 1);
  return `${signs.plusMinus}${fixed(points, decimals, signs)}`;
}

/** `+1.1`, `−0.4`: a difference of probabilities in percentage points. Below a tenth of a point it is `0`. */
export function points(difference: number, signs: Signs): string {
  const value = 100 * difference;
  const rounded = roundAt(value, Math.abs(value) >= 9.95 ? 0 : 1);
  if (rounded === 0) return "0";
  return `${rounded > 0 ? "+" : signs.minus}${fixed(Math.abs(rounded), Math.abs(value) >= 9.95 ? 0 : 1, signs)}`;
}

const magnitudes = [
  { from: 1e12, suffix: "T" },
  { from: 1e9, suffix: "B" },
  { from: 1e6, suffix: "M" },
] as const;

/** A quantity: `10,800`, `1.23B`, `0.47`. Digits follow the error, up to `significant` ones. */
export function amount(
  value: number,
  error: number | null,
  signs: Signs,
  significant = error === null ? 3 : 4,
): string {
  const size = Math.max(Math.abs(value), 0);
  if (size === 0 && error === null) return "0";
  const magnitude = magnitudes.find(({ from }) => size >= from * 0.9995);
  const scale = magnitude?.from ?? 1;
  const suffix = magnitude?.suffix ?? "";
  const scaled = value / scale;
  const shown = Math.abs(Number(scaled.toPrecision(significant)));
  const bySize = significant - 1 - Math.floor(Math.log10(Math.max(shown, 1e-12)));
  const byError = decimalsFor(error === null ? null : error / scale);
  const decimals = byError === null ? bySize : Math.min(byError, bySize);
  if (size > 0 && size < 1e-6) return value.toExponential(significant - 1).replace(/-/g, signs.minus);
  return fixed(scaled, Math.max(decimals, -12), signs) + suffix;
}

/** Half the 95% interval of a value's simulation error. */
export function halfWidth(standardError: number | null): number | null {
  return standardError === null ? null : z95 * standardError;
}

/** `1 run`, `2,000 runs`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${group(count)} ${count === 1 ? one : many}`;
}

/** A whole number with its digits grouped. */
export function group(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ",");
}
