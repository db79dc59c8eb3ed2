/** `A to B`, `p10 …, p50 …, p90 …`, `n of m`. */
import type { Fix } from "../../diagnostics/diagnostic.js";
import type { Distribution, IntervalFamily } from "../../model/distribution.js";
import type { Expression, NumberSyntax } from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import type { Context } from "../context.js";
import { write } from "./wording.js";

type Interval = Expression & { readonly kind: "interval" };
const chosen: readonly IntervalFamily[] = ["normal", "lognormal", "uniform", "beta"];

function written(context: Context, number: NumberSyntax): string {
  const { file, start, end } = number.span;
  return context.sources.get(file)?.text.slice(start, end) ?? String(number.value);
}

function asFix(expression: Interval, family: IntervalFamily): Fix {
  const edit =
    expression.family === null
      ? { span: { ...expression.span, start: expression.span.end }, text: ` as ${family}` }
      : { span: expression.family.span, text: family };
  return { title: `Write \`as ${family}\``, edits: [edit], safe: false };
}

/** Two percentiles, 5th and 95th or those that leave out half of what `N% interval` does not hold. `factor` brings the ends to the unit of the draw. */
export function interval(
  context: Context,
  expression: Interval,
  factor: number,
  chance: boolean,
): Distribution | null {
  const { span, low, high, mass } = expression;
  if (!rising(context, expression, chance)) return null;
  if (mass !== null && !(mass.value > 0 && mass.value < 1)) {
    context.report("E0611", mass.span, "An interval holds more than 0% and less than 100%.", {
      notes: mass.value === 1 ? ["Ends beyond which nothing lies are those of `uniform(A, B)`."] : [],
      fixes: mass.value > 1 && mass.value < 100 && !mass.percent ? [write(`${mass.value}%`, mass.span)] : [],
    });
    return null;
  }
  const family = familyOf(context, expression, chance);
  if (family === null) return null;
  const tail = mass === null ? 0.05 : (1 - mass.value) / 2;
  return {
    span,
    kind: "interval",
    family,
    low: low.value * factor,
    high: high.value * factor,
    lowPercentile: tail,
    highPercentile: 1 - tail,
  };
}

function rising(context: Context, expression: Interval, chance: boolean): boolean {
  const { span, low, high } = expression;
  // `20 to 30%` is read as 20 and 0.3; nobody means that.
  if (high.percent && !low.percent && low.value > high.value) {
    const end = { ...low.span, start: low.span.end };
    context.report(
      "E0602",
      low.span,
      `The lower end is ${low.value}, not ${low.value}%: a percent sign stands behind each end.`,
      {
        fixes: [
          { title: `Write \`${written(context, low)}%\``, edits: [{ span: end, text: "%" }], safe: false },
        ],
      },
    );
    return false;
  }
  if (low.value === high.value) {
    context.report("E0616", span, "Both ends are the same number: that is no range.", {
      fixes: [write(written(context, low), { ...span, start: low.span.start, end: high.span.end })],
    });
    return false;
  }
  if (low.value > high.value) {
    context.report("E0602", span, "The lower end lies above the upper one.", {
      fixes: [
        {
          title: "Swap the ends",
          edits: [
            { span: low.span, text: written(context, high) },
            { span: high.span, text: written(context, low) },
          ],
          safe: false,
        },
      ],
    });
    return false;
  }
  return !chance || withinChance(context, expression);
}

function withinChance(context: Context, expression: Interval): boolean {
  const { span, low, high } = expression;
  if (low.value >= 0 && high.value <= 1) return true;
  const percents = !low.percent && !high.percent && low.value >= 0 && high.value <= 100;
  const forgotten = percents ? " The percent signs seem to be missing." : "";
  context.report("E0605", span, `A chance lies from 0% to 100%, and this range does not.${forgotten}`, {
    fixes: percents
      ? [
          {
            title: "Write percent",
            edits: [low, high].map((number) => ({
              span: { ...number.span, start: number.span.end },
              text: "%",
            })),
            safe: false,
          },
        ]
      : [],
  });
  return false;
}

function familyOf(context: Context, expression: Interval, chance: boolean): IntervalFamily | null {
  const { span, low, high, family } = expression;
  if (family === null) {
    if (chance) {
      if (low.value > 0 && high.value < 1) return "logit-normal";
      context.report(
        "E0604",
        span,
        `As a chance this is a range whose ends are missed once in twenty on either side, and none can lie beyond ${low.value <= 0 ? "0%" : "100%"}.`,
        {
          notes: [
            "`as uniform` spreads it evenly so that its 5th and 95th percentiles are the ends; an end a little inside works as well.",
          ],
          fixes: [asFix(expression, "uniform")],
        },
      );
      return null;
    }
    if (low.value > 0) return "lognormal";
    context.report(
      "E0603",
      span,
      "A range that begins at 0 or below does not say how it is spread: it cannot be lognormal, which lies above 0.",
      {
        fixes: [asFix(expression, "normal")],
      },
    );
    return null;
  }
  const name = chosen.find((other) => other === family.text);
  if (name === undefined) {
    const near = nearest(family.text, chosen);
    context.report(
      "E0606",
      family.span,
      `A range can be \`as normal\`, \`lognormal\`, \`uniform\` or \`beta\`, not \`${family.text}\`.`,
      {
        fixes: near.map((other) => write(other, family.span)),
      },
    );
    return null;
  }
  if (name === "lognormal" && low.value <= 0) {
    context.report("E0603", span, "A lognormal range lies above 0, and this one does not.", {
      fixes: [asFix(expression, "normal")],
    });
    return null;
  }
  if (name === "beta" && !(low.value > 0 && high.value < 1)) {
    context.report(
      "E0604",
      span,
      "A beta range lies between 0 and 1, both left out, and this one does not.",
      {
        fixes: [asFix(expression, low.value > 0 ? "lognormal" : "normal")],
      },
    );
    return null;
  }
  return name;
}

export function threePoints(
  context: Context,
  expression: Expression & { kind: "percentiles" },
  factor: number,
): Distribution | null {
  const { span, points } = expression;
  const sorted = [...points].sort((a, b) => a.percent - b.percent);
  const [low, middle, high] = sorted;
  const symmetric =
    points.length === 3 &&
    low !== undefined &&
    middle !== undefined &&
    high !== undefined &&
    middle.percent === 50 &&
    low.percent > 0 &&
    low.percent < 50 &&
    Math.abs(low.percent + high.percent - 100) < 1e-9;
  if (!symmetric) {
    context.report(
      "E0609",
      span,
      "Three percentiles say a range: the middle, `p50`, and two as far below it as above it, as in `p10 8k, p50 10k, p90 14k`.",
    );
    return null;
  }
  if (!(low.value.value < middle.value.value && middle.value.value < high.value.value)) {
    context.report("E0609", span, "The percentiles do not rise: each has to be larger than the one before.", {
      labels: sorted.map((point) => ({ span: point.value.span, message: `p${point.percent}` })),
    });
    return null;
  }
  return {
    span,
    kind: "three points",
    percentile: low.percent / 100,
    low: low.value.value * factor,
    middle: middle.value.value * factor,
    high: high.value.value * factor,
  };
}

export function nOfM(context: Context, expression: Expression & { kind: "n of m" }): Distribution | null {
  const { span, successes, trials } = expression;
  const n = successes.value;
  const m = trials.value;
  const whole = Number.isInteger(n) && Number.isInteger(m) && n >= 0 && m >= 0;
  if (whole && n <= m) return { span, kind: "n of m", successes: n, trials: m };
  context.report(
    "E0610",
    span,
    whole
      ? `${n} of ${m}: there cannot be more cases in which it came about than cases in all.`
      : "Cases are counted in whole numbers: `42 of 102`.",
    {
      fixes: whole
        ? [
            {
              title: "Swap the numbers",
              edits: [
                { span: successes.span, text: written(context, trials) },
                { span: trials.span, text: written(context, successes) },
              ],
              safe: false,
            },
          ]
        : [],
    },
  );
  return null;
}
