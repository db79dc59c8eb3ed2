import type { Condition, NumberExpression } from "../../model/expression.js";
import type { EventRule, Trigger } from "../../model/model.js";
import type { Clause, Declaration } from "../../syntax/tree.js";
import { checkCondition, referenceOf } from "../api.js";
import { readNames } from "../checked-walk.js";
import { needsPeriod, swapped } from "../expressions/calendar.js";
import type { Working } from "../working.js";
import { backingOf } from "./backing.js";
import { bareChance, chanceNamed } from "./chance.js";
import { inSteps } from "./durations.js";
import { only, repeated } from "./once.js";
import { windowTrigger } from "./window.js";

type ClauseOf<K extends Clause["kind"]> = Clause & { readonly kind: K };

export function checkEvent(working: Working, declaration: Declaration, name: string): EventRule | null {
  const { clauses } = declaration;
  const when = only(working, clauses, "when");
  const condition = when === null ? null : checkCondition(working, when.condition, { in: "rule" });
  const trigger = triggerOf(working, declaration, name);
  const ends = endsOf(working, declaration);
  const twice = repeated(clauses, "when", "chance", "on", "after", "lasts", "until");
  if (trigger === null || ends === undefined || (when !== null && condition === null) || twice) return null;
  return {
    name,
    label: declaration.label?.text ?? name,
    span: declaration.name?.span ?? declaration.span,
    trigger,
    when: condition,
    repeats: clauses.some((clause) => clause.kind === "repeats"),
    ends,
    backing: backingOf(working, clauses),
  };
}

function triggerOf(working: Working, declaration: Declaration, name: string): Trigger | null {
  const chance = only(working, declaration.clauses, "chance");
  const on = only(working, declaration.clauses, "on");
  const after = only(working, declaration.clauses, "after");
  const timed = on ?? after;
  if (on !== null && after !== null) {
    working.report("E0506", after.span, "An event comes on a day or after another event, and not both.", {
      labels: [{ span: on.span, message: "its day" }],
    });
    return null;
  }
  if (
    timed !== null &&
    chance !== null &&
    (chance.by !== null || chance.between !== null || chance.then !== null)
  ) {
    const end = chance.chance.span.end;
    working.report(
      "E0506",
      { ...chance.span, start: end },
      `\`${timed.kind}\` says when the event comes already; beside it stands a bare chance.`,
      {
        labels: [{ span: timed.span, message: "when it comes" }],
        fixes: [
          {
            title: "Leave the date of the chance out",
            edits: [{ span: { ...chance.span, start: end }, text: "" }],
            safe: false,
          },
        ],
      },
    );
    return null;
  }
  if (on !== null) {
    const when = only(working, declaration.clauses, "when");
    if (when !== null && working.period !== null && on.first.first < working.period.first) {
      working.report(
        "E0531",
        when.span,
        "What has happened before the period cannot wait for a condition: there is no state yet that it could read.",
        {
          labels: [
            { span: on.span, message: "before the period" },
            { span: working.period.span, message: "the period" },
          ],
        },
      );
      return null;
    }
    return onTrigger(working, on, chance, name);
  }
  if (after !== null) return afterTrigger(working, after, chance, name);
  if (chance === null) return { kind: "certain" };
  if (chance.by !== null || chance.between !== null || chance.then !== null)
    return windowTrigger(working, chance, name);
  const checked = chanceNamed(working, `${name}.chance`, chance.chance);
  if (checked === null) return null;
  if (checked.exponent === null) return { kind: "trial", chance: checked.number };
  return { kind: "rate", rate: { chance: checked.number, exponent: checked.exponent } };
}

function onTrigger(
  working: Working,
  on: ClauseOf<"on">,
  chance: ClauseOf<"chance"> | null,
  name: string,
): Trigger | null {
  const first = on.first.first;
  const last = on.last === null ? first : on.last.last;
  const checked =
    chance === null ? null : bareChance(working, `${name}.chance`, chance.chance, "beside a day");
  if (chance !== null && checked === null) return null;
  if (on.last !== null && last < first) {
    swapped(working, on.span, on.first, on.last);
    return null;
  }
  if (
    checked !== null &&
    working.period !== null &&
    first < working.period.first &&
    readsState(working, checked)
  ) {
    working.report(
      "E0531",
      chance?.chance.span ?? on.span,
      "The chance of what may have happened before the period cannot read what the period brings: there is no state yet.",
      { labels: [{ span: on.span, message: "before the period" }] },
    );
    return null;
  }
  return { kind: "on", first, last, chance: checked };
}

function afterTrigger(
  working: Working,
  after: ClauseOf<"after">,
  chance: ClauseOf<"chance"> | null,
  name: string,
): Trigger | null {
  const symbol = referenceOf(working, after.event, ["event"], "event");
  const delay = inSteps(working, after.within);
  const checked =
    chance === null ? null : bareChance(working, `${name}.chance`, chance.chance, "beside `after`");
  if (symbol === null || delay === null || (chance !== null && checked === null)) return null;
  if (symbol.name === name) {
    working.report("E0506", after.event.span, `\`${name}\` cannot come after itself.`);
    return null;
  }
  if (working.timeline.steps === 0 && !working.periodBroken) {
    needsPeriod(working, after.span, "What comes after an event");
    return null;
  }
  // `within 3 months` is at most that long after; `within 1 to 3 months` has both ends.
  const low = after.within.both ? delay.low : 0;
  return { kind: "after", event: symbol.name, low, high: delay.high, chance: checked };
}

/** How it ends; undefined: reported. */
function endsOf(working: Working, declaration: Declaration): EventRule["ends"] | undefined {
  const lasts = only(working, declaration.clauses, "lasts");
  const until = only(working, declaration.clauses, "until");
  if (lasts !== null && until !== null) {
    working.report("E0510", until.span, "An event lasts for a time or until something holds, and not both.", {
      labels: [{ span: lasts.span, message: "how long it lasts" }],
    });
    return undefined;
  }
  if (lasts !== null) {
    const steps = inSteps(working, lasts.duration);
    return steps === null ? undefined : { kind: "lasts", low: steps.low, high: steps.high };
  }
  if (until === null) return null;
  const condition: Condition | null = checkCondition(working, until.condition, { in: "rule" });
  return condition === null ? undefined : { kind: "until", condition };
}

/** Whether a rule cannot ever fire, as far as that is plain: a chance of 0, or a day after the period. */
export function neverFires(working: Working, rule: EventRule): boolean {
  const { trigger, when } = rule;
  if (when?.kind === "constant" && !when.value) return true;
  const last = working.timeline.starts[working.timeline.steps];
  if (trigger.kind === "on" && last !== undefined && trigger.first >= last) return true;
  if (trigger.kind !== "trial" && trigger.kind !== "on" && trigger.kind !== "after") return false;
  const chance = trigger.chance;
  return chance !== null && (chance.kind === "constant" || chance.kind === "parameter") && chance.value === 0;
}

/** Whether a number reads anything that is not drawn before the first step. */
function readsState(working: Working, number: NumberExpression): boolean {
  return [...readNames(working.lets, [number])].some((name) => {
    const kind = working.names.get(name)?.kind;
    return kind !== "quantity" && kind !== "fact" && kind !== "parameter" && kind !== "let";
  });
}
