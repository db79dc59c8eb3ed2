/** Rules of events in words. */
import { type EventRule, isoDate, type Model, type Rate, stepOf } from "@casus/language";
import type { ExplanationRow } from "./explanation.js";
import { numberText, stepsText, windowText } from "./numbers.js";
import { chanceText, conditionText, hazardText, type Subject } from "./subject.js";

/** What sets an event off, in a sentence, with dates and steps; then how long it lasts and whether it comes again. */
export function eventRows(subject: Subject, event: EventRule): ExplanationRow[] {
  const when = conditionText(subject, event.when);
  const rows: ExplanationRow[] = [{ topic: "rule", text: triggerText(subject, event) }];
  if (when !== null) rows.push({ topic: "when", text: when });
  if (event.trigger.kind === "window" && event.trigger.then !== null)
    rows.push({ topic: "then", text: rateText(subject, event.trigger.then) });
  if (event.repeats)
    rows.push({ topic: "again", text: "it may fire in any step, and has happened from its first firing on" });
  if (event.ends?.kind === "lasts") {
    const { low, high } = event.ends;
    const span =
      low === high ? stepsText(low) : `${numberText(low)} to ${stepsText(high)}, drawn evenly each time`;
    rows.push({ topic: "lasts", text: `${span}; then it may fire again` });
  }
  if (event.ends?.kind === "until")
    rows.push({
      topic: "until",
      text: `${conditionText(subject, event.ends.condition)}; then it may fire again`,
    });
  return rows;
}

/** The summary of a kind of rule. */
export function eventSummary({ trigger, ends, repeats }: EventRule): string {
  const again =
    repeats || ends !== null ? "an event that may come again" : "an event that happens once or not at all";
  return trigger.kind === "certain" ? `${again}, by a condition alone` : again;
}

function triggerText(subject: Subject, { trigger, when, repeats }: EventRule): string {
  const { model } = subject;
  const holding = when === null ? "" : " in which its condition holds";
  switch (trigger.kind) {
    case "certain":
      return repeats ? `fires in every step${holding}` : `fires in the first step${holding}`;
    case "trial": {
      const steps = repeats ? `in every step${holding}` : `in the first step${holding}`;
      return `one trial ${steps}, with a chance of ${chanceText(subject, trigger.chance)}`;
    }
    case "rate":
      return `in each step${holding}, with a chance of ${rateText(subject, trigger.rate)}`;
    case "window": {
      const { first, last, chance } = trigger;
      const count = Math.max(1, last - first + 1);
      const hazard = hazardText(subject, chance, 1 / count);
      const each = hazard === null ? "" : `: ${hazard} in each step`;
      const less = when === null ? "" : "; steps in which its condition does not hold are lost";
      return `${chanceText(subject, chance)} in all, spread evenly over ${windowText(model.timeline, first, last)}${each}${less}`;
    }
    case "on": {
      const chance =
        trigger.chance === null ? "" : `, with a chance of ${chanceText(subject, trigger.chance)}`;
      return `${dayText(model, trigger.first, trigger.last)}${chance}`;
    }
    case "after": {
      const { low, high, event, chance } = trigger;
      const span = low === high ? stepsText(low) : `${numberText(low)} to ${stepsText(high)}, drawn evenly`;
      const odds = chance === null ? "" : `, with a chance of ${chanceText(subject, chance)}`;
      return `${span} after the step in which ${event} first fires${odds}`;
    }
  }
}

function rateText(subject: Subject, { chance, exponent }: Rate): string {
  const hazard = hazardText(subject, chance, exponent);
  return `${chanceText(subject, chance)}${hazard === null ? "" : `: ${hazard} in each step`}`;
}

function dayText({ timeline }: Model, first: number, last: number): string {
  const [from, to] = [stepOf(timeline, first), stepOf(timeline, last)];
  const place = (step: number): string =>
    step === 0 ? "before the period" : step > timeline.steps ? "after the period" : `step ${step}`;
  if (first === last) return `on ${isoDate(first)} (${place(from)})`;
  return `on a day drawn evenly from ${isoDate(first)} to ${isoDate(last)} (${from === to ? place(from) : `${place(from)} to ${place(to)}`})`;
}
