/** Conditions on the step's own dates, and the dates of asks. */
import type { DateSyntax, Expression } from "../../syntax/tree.js";
import type { Span } from "../../text/source-text.js";
import { isoDate } from "../../time/calendar.js";
import { closeDay, stepOf } from "../../time/timeline.js";
import type { Context } from "../context.js";
import type { Place, Result } from "./place.js";

/** `from D`, `until D`, `between D1 and D2`. */
export function calendarCondition(place: Place, expression: Expression & { kind: "calendar" }): Result {
  const { context, mode } = place;
  const { span, how, first, second } = expression;
  if (mode.in === "draw") {
    context.report(
      "E0313",
      span,
      "This is drawn before the first step and cannot depend on a date. Only quantities and facts can be used here.",
    );
    return null;
  }
  const { timeline } = context;
  if (timeline.steps === 0) {
    if (!context.periodBroken) needsPeriod(context, span, "A condition on dates");
    return null;
  }
  if (how === "between" && second !== null) {
    const from = stepOfDay(context, first.first, first.span);
    const to = stepOfDay(context, second.last, second.span);
    if (from === null || to === null) return null;
    if (second.last < first.first) {
      swapped(context, span, first, second);
      return null;
    }
    return { type: "condition", condition: { span, kind: "steps", first: from, last: to } };
  }
  if (how === "until") {
    const last = stepOf(timeline, first.last);
    return {
      type: "condition",
      condition:
        last === 0
          ? { span, kind: "constant", value: false }
          : { span, kind: "steps", first: 0, last: Math.min(last, timeline.steps) },
    };
  }
  const step = stepOf(timeline, first.first);
  return {
    type: "condition",
    condition:
      step > timeline.steps
        ? { span, kind: "constant", value: false }
        : { span, kind: "steps", first: step, last: timeline.steps },
  };
}

export function needsPeriod(context: Context, span: Span, what: string): void {
  context.report(
    "E0407",
    span,
    `${what} needs a \`period\`: without one the model has no steps in which anything could happen.`,
    {
      notes: ["Under `situation`: `period 2024-06 to 2026-12 by month`."],
    },
  );
}

export function swapped(context: Context, span: Span, first: DateSyntax, second: DateSyntax): void {
  context.report("E0409", span, "The second date lies before the first.", {
    fixes: [
      {
        title: "Swap the dates",
        edits: [
          { span: first.span, text: dateText(context, second) },
          { span: second.span, text: dateText(context, first) },
        ],
        safe: false,
      },
    ],
  });
}

export function dateText(context: Context, date: DateSyntax): string {
  const { file, start, end } = date.span;
  return context.sources.get(file)?.text.slice(start, end) ?? isoDate(date.last);
}

/** The step that holds a day; 0 where the model has no period; outside the period it is reported. */
export function stepOfDay(context: Context, day: number, span: Span): number | null {
  if (context.periodBroken) return null;
  const { timeline } = context;
  if (timeline.steps === 0) return 0;
  const step = stepOf(timeline, day);
  if (step >= 1 && step <= timeline.steps) return step;
  const first = isoDate(closeDay(timeline, 0) as number);
  const last = isoDate(closeDay(timeline, timeline.steps) as number);
  context.report(
    "E0401",
    span,
    `${isoDate(day)} lies ${step === 0 ? "before" : "after"} the period, which runs from ${first} to ${last}.`,
    { labels: context.period === null ? [] : [{ span: context.period.span, message: "the period" }] },
  );
  return null;
}
