import type { DurationSyntax } from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import { convertTime } from "../../time/timeline.js";
import { conversion } from "../../units/algebra.js";
import { timeUnit } from "../../units/table.js";
import type { Context } from "../context.js";

/** Both ends of a duration in steps; null: reported. */
export function inSteps(
  context: Context,
  duration: DurationSyntax,
): { readonly low: number; readonly high: number } | null {
  const { unit, low, high, span } = duration;
  const time = timeUnit(unit.text);
  const steps = context.timeline.unit;
  if (unit.text === "step" || unit.text === "steps") return checkEnds(context, duration, { low, high });
  // A declared unit of time (`fortnight = 2 weeks`) measures durations as well.
  const declared = context.units.byName.get(unit.text);
  const factor =
    time === null && declared !== undefined
      ? conversion(context.units, [{ name: declared.name, exponent: 1 }], [{ name: steps, exponent: 1 }])
      : null;
  if (declared?.broken) return null;
  if (time === null && factor === null) {
    const near = nearest(unit.text, ["days", "weeks", "months", "quarters", "years"]);
    context.report("E0408", unit.span, `\`${unit.text}\` is no unit of time.`, {
      fixes: near.map((name) => ({
        title: `Write \`${name}\``,
        edits: [{ span: unit.span, text: name }],
        safe: false,
      })),
    });
    return null;
  }
  const convert = (amount: number) =>
    time === null ? amount * (factor ?? 1) : convertTime(amount, time, steps);
  return checkEnds(context, { ...duration, span }, { low: convert(low), high: convert(high) });
}

function checkEnds(context: Context, duration: DurationSyntax, ends: { low: number; high: number }) {
  if (duration.low < 0 || duration.high < 0) {
    context.report("E0408", duration.span, "A duration cannot be less than nothing.");
    return null;
  }
  if (duration.high < duration.low) {
    context.report(
      "E0408",
      duration.span,
      `The longer end, ${duration.low}, stands before the shorter one, ${duration.high}.`,
      {
        fixes: [
          {
            title: "Swap the ends",
            edits: [
              { span: duration.span, text: `${duration.high} to ${duration.low} ${duration.unit.text}` },
            ],
            safe: false,
          },
        ],
      },
    );
    return null;
  }
  return ends;
}

/** The span of `every` in whole steps, at least one. */
export function everySteps(context: Context, duration: DurationSyntax): number | null {
  const steps = inSteps(context, duration);
  if (steps === null) return null;
  if (duration.high === 0) {
    context.report("E0408", duration.span, "Something that comes back does so after more than no time.", {
      fixes: [{ title: "Write `every step`", edits: [{ span: duration.span, text: "step" }], safe: false }],
    });
    return null;
  }
  return Math.max(1, Math.round(steps.high));
}
