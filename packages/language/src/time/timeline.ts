import { addMonths, isoDate } from "./calendar.js";

export type StepUnit = "day" | "week" | "month" | "quarter" | "year";

/**
 * The time points of a model. Step k (1 … steps) covers the days starts[k − 1] … starts[k] − 1 and turns the state at t₍ₖ₋₁₎ into that at t_k; a
 * close is called by its step's last day. Without a period there is t₀ alone: no steps.
 */
export interface Timeline {
  readonly unit: StepUnit;
  /** First days, as day numbers: starts[k] is t_k; length steps + 1. Empty without a period. */
  readonly starts: readonly number[];
  readonly steps: number;
}

export const noTimeline: Timeline = { unit: "month", starts: [], steps: 0 };

/** Days of the mean Gregorian calendar. */
export const daysPerYear = 365.2425;
const monthsPer: Partial<Record<StepUnit, number>> = { month: 1, quarter: 3, year: 12 };

/** Length of units in mean days. */
export const meanDays: Readonly<Record<StepUnit, number>> = {
  day: 1,
  week: 7,
  month: daysPerYear / 12,
  quarter: daysPerYear / 4,
  year: daysPerYear,
};

/** `amount` units of `unit` in units of `other`; exact among days and weeks and among months, quarters and years. */
export function convertTime(amount: number, unit: StepUnit, other: StepUnit): number {
  const from = monthsPer[unit];
  const to = monthsPer[other];
  if (from !== undefined && to !== undefined) return (amount * from) / to;
  if (from === undefined && to === undefined) return (amount * meanDays[unit]) / meanDays[other];
  return (amount * meanDays[unit]) / meanDays[other];
}

/** Lays the time points of `period first to last by unit`; the last step is the one that holds `last`. */
export function layTimeline(first: number, last: number, unit: StepUnit, limit = 1_000_000): Timeline {
  const starts = [first];
  const months = monthsPer[unit];
  const days = unit === "week" ? 7 : 1;
  for (let k = 1; (starts[k - 1] as number) <= last && k <= limit; k++) {
    starts.push(months === undefined ? first + k * days : addMonths(first, k * months));
  }
  return { unit, starts, steps: starts.length - 1 };
}

/** The step that holds a day: 1 … steps; 0 before the first, steps + 1 after the last. */
export function stepOf(timeline: Timeline, day: number): number {
  let low = 0;
  let high = timeline.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeline.starts[middle] as number) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The day that a close is called by: the step's last; for t₀ the period's first day; null without a period. */
export function closeDay(timeline: Timeline, step: number): number | null {
  const start = timeline.starts[step];
  if (start === undefined) return null;
  return step === 0 ? start : start - 1;
}

/** {@link closeDay} as an ISO date. */
export function closeDate(timeline: Timeline, step: number): string | null {
  const day = closeDay(timeline, step);
  return day === null ? null : isoDate(day);
}

/** Position of a day's end on the step axis, where t₀ is 0 and a step is 1 (by the mean calendar outside and inside the period). */
export function positionOf(timeline: Timeline, day: number): number {
  const start = timeline.starts[0];
  if (start === undefined) return 0;
  return (day + 1 - start) / meanDays[timeline.unit];
}
