import type { Answer } from "casus";
import { axisDate, shortDate } from "./dates.js";
import type { Pen } from "./look.js";
import {
  amount,
  group,
  halfWidth,
  type ProbabilityBasis,
  percent,
  percentError,
  roughPercent,
} from "./numbers.js";

/** The answer in numbers and words: `Unlikely: 29.2% (±0.3)`, `1.23B USD on average`, `no answer`. */
export interface Headline {
  readonly main: string;
  /** What stands behind it without emphasis; empty where there is nothing to add. */
  readonly more: string;
}

export function basisOf(answer: Answer): ProbabilityBasis {
  return {
    standardError: answer.standardError,
    effectiveRuns: answer.effectiveRuns,
    exact: answer.method === "exact",
  };
}

/** The first line under a question. An answer that could not be computed says so; why is said by a diagnostic. */
export function headline(answer: Answer, pen: Pen): Headline {
  switch (answer.kind) {
    case "probability":
      return probabilityHeadline(answer, pen);
    case "value":
      return valueHeadline(answer, pen);
    case "date":
      return dateHeadline(answer, pen);
    case "categories":
      return categoriesHeadline(answer, pen);
  }
}

const noAnswer: Headline = { main: "No answer", more: "" };

function probabilityHeadline(answer: Answer, pen: Pen): Headline {
  if (answer.value === null) return noAnswer;
  const number = percentOf(answer, pen);
  const word = answer.word === null ? "" : `${capital(pen.text(answer.word))}: `;
  return { main: word + number, more: errorOf(answer, pen) };
}

function valueHeadline(answer: Answer, pen: Pen): Headline {
  if (answer.value === null) return noAnswer;
  const unit = unitOf(answer, pen);
  const quantiles = numbers(answer);
  const range = quantiles === null ? "" : `; 9 in 10 between ${span(quantiles.p5, quantiles.p95, unit, pen)}`;
  const error = halfWidth(answer.standardError);
  const isExact = answer.method === "exact" || error === null || error === 0;
  const main = `${amount(answer.value, error, pen.signs)}${unit} on average`;
  return {
    main,
    more: (isExact ? "" : `(${pen.signs.plusMinus}${amount(error, error, pen.signs, 1)})`) + range,
  };
}

function dateHeadline(answer: Answer, pen: Pen): Headline {
  if (answer.value === null) return noAnswer;
  const quantiles = answer.quantiles as Answer["quantiles"] & { readonly p50: string | null };
  const word = answer.word === null ? "" : `${capital(pen.text(answer.word))}: `;
  const last = answer.series.at(-1)?.date;
  const date = (value: string | number | null): string =>
    typeof value === "string" ? shortDate(value) : last === undefined ? "later" : `after ${axisDate(last)}`;
  const when =
    quantiles === null
      ? ""
      : `; half of the runs by ${date(quantiles.p50)}, 9 in 10 between ${date(quantiles.p5)} and ${date(quantiles.p95)}`;
  return { main: `${word}${percentOf(answer, pen)} that it comes`, more: errorOf(answer, pen) + when };
}

function categoriesHeadline(answer: Answer, pen: Pen): Headline {
  const entries = Object.entries(answer.categories ?? {});
  const first = entries.reduce<[string, number] | null>((a, b) => (a === null || b[1] > a[1] ? b : a), null);
  if (first === null) return noAnswer;
  return {
    main: `Most often ${pen.text(first[0])}: ${percent(first[1], basisOf(answer), pen.signs)}`,
    more: errorOf(answer, pen),
  };
}

/** The probability of an answer, to the digits that its error supports. */
export function percentOf(answer: Answer, pen: Pen): string {
  return answer.value === null ? pen.signs.dash : percent(answer.value, basisOf(answer), pen.signs);
}

function errorOf(answer: Answer, pen: Pen): string {
  const error = percentError(basisOf(answer), pen.signs);
  return error === null ? "" : `(${error})`;
}

/** What an answer says of itself beside its number, as short phrases. */
export function facts(answer: Answer, runs: number, pen: Pen): string[] {
  const found: string[] = [];
  if (answer.value === null && answer.categories === null) return ["the diagnostics say why"];
  if (answer.interval !== null && answer.interval.p95 > answer.interval.p5) {
    const { p5, p95 } = answer.interval;
    const text =
      answer.kind === "value"
        ? span(p5, p95, unitOf(answer, pen), pen)
        : `${roughPercent(p5, pen.signs)} and ${roughPercent(p95, pen.signs)}`;
    found.push(`were the unknowns known, between ${text}`);
  }
  if (answer.moot !== null) found.push(`lapses first: ${percent(answer.moot, mootBasis(answer), pen.signs)}`);
  if (answer.chance !== null)
    found.push(`pure chance: ${roughPercent(answer.chance, pen.signs)} of the variance`);
  if (answer.method === "exact") found.push("exact");
  else if (answer.effectiveRuns < 0.98 * runs) {
    found.push(`effective runs: ${group(answer.effectiveRuns)}`);
  }
  return found;
}

/** The error of the lapse's chance is not in the answer; that of a proportion of so many effective runs is close to it. */
function mootBasis(answer: Answer): ProbabilityBasis {
  const p = answer.moot ?? 0;
  const effectiveRuns = Math.max(1, answer.effectiveRuns);
  return { ...basisOf(answer), standardError: Math.sqrt((p * (1 - p)) / effectiveRuns), effectiveRuns };
}

/** Quantiles of a value; null where there are none. */
export function numbers(
  answer: Answer,
): { readonly p5: number; readonly p50: number; readonly p95: number } | null {
  const { p5, p50, p95 } = answer.quantiles ?? {};
  return typeof p5 === "number" && typeof p50 === "number" && typeof p95 === "number"
    ? { p5, p50, p95 }
    : null;
}

/** ` soldier`, ` USD`, or nothing. */
export function unitOf(answer: Answer, pen: Pen): string {
  return answer.unit === null || answer.unit === "" ? "" : ` ${pen.text(answer.unit)}`;
}

/** `−0.21B and 3.4B USD`: two ends in two significant digits. */
function span(low: number, high: number, unit: string, pen: Pen): string {
  const error = (high - low) / 20;
  return `${amount(low, error, pen.signs, 2)} and ${amount(high, error, pen.signs, 2)}${unit}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
