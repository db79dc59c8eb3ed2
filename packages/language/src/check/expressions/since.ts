import type { Expression } from "../../syntax/tree.js";
import { closeDay, convertTime, positionOf, stepOf } from "../../time/timeline.js";
import { timeUnit } from "../../units/table.js";
import { bare } from "../../units/unit.js";
import { lookUp, wrongKind } from "./lookup.js";
import { constant } from "./numbers.js";
import type { Place, Result } from "./place.js";
import { allowed, partyOf } from "./reference.js";

/** `months since E`: a bare number of months. */
export function since(place: Place, expression: Expression & { kind: "since" }): Result {
  const { context, mode } = place;
  const { span } = expression;
  const unit = timeUnit(expression.unit.text);
  if (unit === null) {
    context.report(
      "E0317",
      expression.unit.span,
      `\`${expression.unit.text}\` is no unit of time that can be counted; days, weeks, months, quarters and years are.`,
    );
    return null;
  }
  let of = expression.of;
  while (of.kind === "parenthesis") of = of.inner;
  const { timeline } = context;
  const perStep = convertTime(1, timeline.unit, unit);
  if (mode.in === "draw") {
    context.report(
      "E0313",
      span,
      "This is drawn before the first step, when no time has passed yet. Only quantities and facts can be used here.",
    );
    return null;
  }
  if (of.kind === "date") {
    // Without steps there is no time to count.
    if (timeline.steps === 0) return { type: "number", literal: false, number: constant(span, 0) };
    const day = of.date.last;
    const step = stepOf(timeline, day);
    const inside = step >= 1 && step <= timeline.steps;
    // The close of a step is its position; a day within the period counts as the close of its step, any other by the mean calendar.
    const start = closeDay(timeline, 0) ?? 0;
    const position = inside
      ? step
      : day < start
        ? positionOf(timeline, day)
        : timeline.steps +
          (positionOf(timeline, day) - positionOf(timeline, closeDay(timeline, timeline.steps) ?? day));
    return {
      type: "number",
      literal: false,
      number: { span, unit: bare, kind: "since date", position, perStep },
    };
  }
  if (of.kind !== "reference") {
    if (of.kind !== "bad") context.report("E0317", of.span, "Behind `since` stands an event or a date.");
    return null;
  }
  const found = lookUp(context, of, partyOf(place));
  if (found === null) return null;
  // The comparison around it is false in any case.
  if (found.kind === "absent") return { type: "number", literal: true, number: constant(span, 0) };
  const { symbol } = found;
  if (symbol.broken) return null;
  if (found.kind === "treaty" || symbol.kind !== "event") {
    wrongKind(context, symbol, of.span, "event");
    return null;
  }
  if (!allowed(place, symbol, of.span)) return null;
  return {
    type: "number",
    literal: false,
    number: { span, unit: bare, kind: "since", event: symbol.name, perStep },
  };
}
