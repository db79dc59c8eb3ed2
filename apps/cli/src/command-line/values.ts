import { addMonths, dayNumber, isoDate } from "casus";
import { UsageError } from "./usage-error.js";

const suffixes: Readonly<Record<string, number>> = { "": 1, k: 1e3, M: 1e6 };

/** A count as people write it: `20000`, `20k`, `20_000`, `20,000`, `1e5`, `0.5M`. */
export function parseCount(option: string, text: string, low: number, high: number): number {
  const parts = /^(\d{1,3}(?:[,_]\d{3})+|\d+|\d*\.\d+)(?:[eE]\+?(\d{1,2}))?([kM]?)$/.exec(text.trim());
  const base = Number(parts?.[1]?.replace(/[,_]/g, ""));
  const value = base * 10 ** Number(parts?.[2] ?? 0) * (suffixes[parts?.[3] ?? ""] ?? 1);
  const rounded = Math.round(value);
  if (parts === null || Math.abs(value - rounded) > 1e-6) {
    const hints = text.endsWith("m")
      ? [`A million is written ${text.slice(0, -1)}M.`]
      : [`Write it like 20000, 20k or 1e5.`];
    throw new UsageError(`--${option} takes a whole number, and ${JSON.stringify(text)} is none.`, hints);
  }
  if (rounded < low || rounded > high) {
    throw new UsageError(
      `--${option} takes a number from ${low} to ${high.toLocaleString("en")}; this is ${rounded.toLocaleString("en")}.`,
    );
  }
  return rounded;
}

/** A seed: a whole number from 0 to 2⁵³ − 1. */
export function parseSeed(text: string): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(value)) {
    throw new UsageError(
      `--seed takes a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, and ${JSON.stringify(text)} is none.`,
    );
  }
  return value;
}

/** A date of the language, as `as of` reads it: a month, quarter or year stands for its last day. Returns an ISO date. */
export function parseDate(option: string, text: string): string {
  const parts = /^(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|[Qq]([1-4])))?$/.exec(text.trim());
  const fault = (): UsageError =>
    new UsageError(`--${option} takes a date, and ${JSON.stringify(text)} is none.`, [
      "Write it like 2024-11-18, 2024-11, 2024-Q4 or 2024.",
    ]);
  if (parts === null) throw fault();
  const year = Number(parts[1]);
  if (parts[3] !== undefined) {
    const iso = isoDate(dayNumber(year, Number(parts[2]), Number(parts[3])));
    if (iso !== text.trim()) throw fault();
    return iso;
  }
  const month =
    parts[4] !== undefined ? 3 * Number(parts[4]) : parts[2] === undefined ? 12 : Number(parts[2]);
  if (month < 1 || month > 12) throw fault();
  return isoDate(addMonths(dayNumber(year, month, 1), 1) - 1);
}

/** `NAME=EXPRESSION`; what stands on either side is the language's business. */
export function parseSet(text: string): { readonly name: string; readonly expression: string } {
  const at = text.indexOf("=");
  const name = text.slice(0, at).trim();
  const expression = text.slice(at + 1).trim();
  if (at < 0 || name === "" || expression === "") {
    throw new UsageError(`--set takes NAME=EXPRESSION, and ${JSON.stringify(text)} is none.`, [
      `For example: --set "wave = 8k to 12k"`,
    ]);
  }
  return { name, expression };
}

/** Names between commas. */
export function parseNames(option: string, text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.some((name) => name === "")) {
    throw new UsageError(
      `--${option} takes names between commas, and ${JSON.stringify(text)} has an empty one.`,
    );
  }
  return names;
}
