/** `chance P by D`, `chance P between D1 and D2`, with what follows behind `then`. */
import type { NumberExpression } from "../../model/expression.js";
import type { Trigger } from "../../model/model.js";
import type { Clause, DateSyntax } from "../../syntax/tree.js";
import { isoDate } from "../../time/calendar.js";
import { closeDate, stepOf } from "../../time/timeline.js";
import { dateText, needsPeriod, stepOfDay, swapped } from "../expressions/calendar.js";
import { constantValue } from "../expressions/numbers.js";
import type { Working } from "../working.js";
import { bareChance, rateNamed } from "./chance.js";

type ChanceClause = Clause & { readonly kind: "chance" };

export function windowTrigger(working: Working, clause: ChanceClause, name: string): Trigger | null {
  const chance = bareChance(
    working,
    `${name}.chance`,
    clause.chance,
    clause.by === null && clause.between === null ? "before `then`" : "with a date",
  );
  const then = clause.then === null ? null : rateNamed(working, `${name}.then`, clause.then);
  const window = windowOf(working, clause);
  if (chance === null || window === null || (clause.then !== null && then === null)) return null;
  if (certain(working, clause, chance, window)) return null;
  return { kind: "window", chance, first: window.first, last: window.last, then };
}

interface Window {
  readonly first: number;
  readonly last: number;
}

function windowOf(working: Working, clause: ChanceClause): Window | null {
  const { timeline, asOf } = working;
  if (working.periodBroken) return null;
  if (timeline.steps === 0) {
    needsPeriod(working, clause.span, "A chance with a date");
    return null;
  }
  if (clause.between !== null) {
    const [from, to] = clause.between;
    if (to.last < from.first) {
      swapped(working, clause.span, from, to);
      return null;
    }
    const first = stepOfDay(working, from.first, from.span);
    const last = stepOfDay(working, to.last, to.span);
    return first === null || last === null ? null : { first, last };
  }
  const { by } = clause;
  if (by === null) {
    working.report(
      "E0509",
      clause.span,
      "`then` follows a chance with a date: `chance 20% by 2025-01, then 3% per month`.",
    );
    return null;
  }
  const last = stepOfDay(working, by.last, by.span);
  if (last === null) return null;
  const first = asOf === null ? 1 : Math.max(1, stepOf(timeline, asOf) + 1);
  if (first <= last) return { first, last };
  reportOver(working, clause, by, first);
  return null;
}

function reportOver(working: Working, clause: ChanceClause, by: DateSyntax, first: number): void {
  const { asOf } = working;
  const start = isoDate(working.timeline.starts[Math.min(first - 1, working.timeline.steps)] as number);
  working.report(
    "E0405",
    by.span,
    `The chance is spread over the steps after the one that holds ${asOf === null ? start : isoDate(asOf)}, the day to which knowledge runs, and by ${dateText(working, by)} none of them has come.`,
    {
      notes: [
        "For what may have happened before that day say when it could have: `chance P between D1 and D2`.",
        `The first step after it begins on ${start}.`,
      ],
      labels: [{ span: clause.chance.span, message: "the chance" }],
    },
  );
}

/** 100% by a date leaves open when: that is said with `on D1 to D2`. */
function certain(working: Working, clause: ChanceClause, chance: NumberExpression, window: Window): boolean {
  const value = constantValue(chance);
  if (value === null || value < 1) return false;
  const [from, to] = clause.between ?? [null, clause.by];
  const first =
    from === null ? isoDate(working.timeline.starts[window.first - 1] as number) : dateText(working, from);
  const last = to === null ? (closeDate(working.timeline, window.last) ?? "") : dateText(working, to);
  const text = `on ${first} to ${last}`;
  const end = clause.between?.[1].span.end ?? clause.by?.span.end ?? clause.span.end;
  working.report(
    "E0508",
    { ...clause.span, end },
    "What is certain to come within a time has no constant chance in its steps: it comes on a day that is drawn.",
    {
      fixes:
        clause.then === null
          ? [{ title: `Write \`${text}\``, edits: [{ span: { ...clause.span, end }, text }], safe: false }]
          : [],
    },
  );
  return true;
}
