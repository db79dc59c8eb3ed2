import { type Fix, replaceFix } from "../../diagnostics/diagnostic.js";
import type { Belief, Broken, EvidenceItem, Observation } from "../../model/model.js";
import type { Clause, Declaration, Expression } from "../../syntax/tree.js";
import type { Span } from "../../text/source-text.js";
import { isoDate } from "../../time/calendar.js";
import { backingOf, checkCondition, namesMentioned, textOf } from "../api.js";
import type { Context } from "../context.js";
import { only } from "../world/once.js";
import { dayOf } from "./timing.js";

const reading = { in: "ask", own: false } as const;

/** An item, or what is left of it where it is at fault. */
export type Checked<T> = { readonly item: T } | { readonly broken: Broken };

function broken(
  context: Context,
  declaration: Declaration,
  condition: Expression | null,
): { readonly broken: Broken } {
  const name =
    declaration.name?.text ??
    `${declaration.kind}${condition === null ? "" : ` ${textOf(context, condition.span)}`}`;
  const reads = condition === null ? null : [...namesMentioned(context, condition)];
  return { broken: { name, span: declaration.span, reads } };
}

function lacks(context: Context, declaration: Declaration, what: string): void {
  // A syntax error that was reported inside has most likely swallowed the part.
  if (declaration.broken) return;
  context.report(
    "E0723",
    declaration.name?.span ?? declaration.keyword,
    `\`${declaration.kind}\` needs ${what}.`,
  );
}

/** `evidence NAME "why" favours C by D 3:1 [on D]` */
export function checkEvidence(context: Context, declaration: Declaration): Checked<EvidenceItem> {
  const favours = only(context, declaration.clauses, "favours");
  if (favours === null) {
    lacks(context, declaration, "what it speaks for, and how strongly: `favours CONDITION by DATE 3:1`");
    return broken(context, declaration, null);
  }
  const condition = checkCondition(context, favours.condition, reading);
  const [first, second] = favours.odds;
  let sound = true;
  const nothing = favours.odds.find((side) => !(side.value > 0));
  if (nothing !== undefined) {
    sound = false;
    context.report("E0719", nothing.span, "Both sides of the odds are above zero.", {
      notes: [
        "What settles the question is an observation: `observed CONDITION`, or `observed not (CONDITION)`.",
      ],
    });
  }
  const name = declaration.name?.text;
  // Two of one name have been reported, and neither is computed from.
  const known = name === undefined ? undefined : context.names.get(name);
  sound &&= known?.declaration === declaration && !known.broken;
  if (condition === null || !sound || declaration.broken || name === undefined) {
    return broken(context, declaration, favours.condition);
  }
  return {
    item: {
      name,
      label: declaration.label?.text ?? name,
      span: declaration.span,
      condition,
      odds: [first.value, second.value],
      date: only(context, declaration.clauses, "on")?.first.first ?? null,
    },
  };
}

/** `observed C by D "why"`, `observed E not by D "why"` */
export function checkObserved(context: Context, declaration: Declaration): Checked<Observation> {
  const holds = only(context, declaration.clauses, "holds", "the condition");
  if (holds === null) {
    lacks(context, declaration, 'what was observed: `observed CONDITION by DATE "why"`');
    return broken(context, declaration, null);
  }
  const condition = checkCondition(context, holds.condition, reading);
  const { from } = backingOf(context, declaration.clauses);
  if (condition === null || declaration.broken) return broken(context, declaration, holds.condition);
  const { day, implied } = dayOf(context, holds.condition, condition);
  if (implied && day !== null && context.asOf !== null && day > context.asOf) {
    context.report(
      "W0711",
      holds.span,
      `Without a date this is of the period's last day, ${isoDate(day)}, which is later than \`as of\`: it is left out.`,
      { fixes: datedFix(context, holds.condition) },
    );
  }
  return {
    item: {
      name: textOf(context, holds.condition.span),
      why: declaration.label?.text ?? "",
      condition,
      date: day,
      from,
      span: declaration.span,
    },
  };
}

function datedFix(context: Context, condition: Expression): Fix[] {
  if (context.asOf === null || condition.kind === "logic" || condition.kind === "if") return [];
  const behind: Span = { ...condition.span, start: condition.span.end };
  const text = ` by ${isoDate(context.asOf)}`;
  return [replaceFix(`Date it:\`${text}\``, behind, text)];
}

/** `believe C by D at 70% "why"` */
export function checkBelieve(context: Context, declaration: Declaration): Checked<Belief> {
  const holds = only(context, declaration.clauses, "holds", "the condition");
  if (holds === null || holds.probability === null) {
    lacks(context, declaration, 'a condition and how likely it is: `believe CONDITION by DATE at 70% "why"`');
    return broken(context, declaration, holds?.condition ?? null);
  }
  const condition = checkCondition(context, holds.condition, reading);
  const probability = holds.probability.value;
  const sound = probability > 0 && probability < 1;
  if (!sound) reportCertain(context, declaration, holds);
  if (condition === null || !sound || declaration.broken)
    return broken(context, declaration, holds.condition);
  return {
    item: {
      name: textOf(context, holds.condition.span),
      why: declaration.label?.text ?? "",
      condition,
      probability,
      span: declaration.span,
    },
  };
}

/** 0% and 100% are observations; what lies outside of them is perhaps a percentage without its sign. */
function reportCertain(
  context: Context,
  declaration: Declaration,
  holds: Clause & { readonly kind: "holds" },
): void {
  const number = holds.probability;
  if (number === null) return;
  const { span, value } = number;
  if (value !== 0 && value !== 1) {
    const fixes =
      !number.percent && value > 1 && value < 100
        ? [replaceFix(`Write \`${value}%\``, span, `${value}%`)]
        : [];
    context.report("E0720", span, "A belief lies between 0% and 100%.", { fixes });
    return;
  }
  const { condition } = holds;
  const edits = [
    { span: declaration.keyword, text: "observed" },
    { span: { ...span, start: condition.span.end }, text: value === 1 ? "" : ")" },
  ];
  if (value === 0) edits.push({ span: { ...condition.span, end: condition.span.start }, text: "not (" });
  context.report(
    "E0720",
    span,
    value === 1
      ? "What is held to be certain is an observation."
      : "What is held to be impossible is an observation that it is not so.",
    { fixes: [{ title: "Make it an observation", edits, safe: false }] },
  );
}
