/**
 * What the checkers of declarations build on. Everything reports by itself; `null` means that it has been reported, or that it depends on something
 * broken: the caller then leaves its item out and says nothing more.
 */
import type { Condition, NumberExpression } from "../model/expression.js";
import type { Expression, NameSyntax, WordSyntax } from "../syntax/tree.js";
import type { Span } from "../text/source-text.js";
import { stepOf } from "../time/timeline.js";
import { readNames } from "./checked-walk.js";
import type { Context, Expected, Mode, NamedSymbol, SymbolKind } from "./context.js";
import { dateCondition, dateNumber, endDate, endNode } from "./expressions/dating.js";
import { isDistribution } from "./expressions/distribution.js";
import { infer, inferCondition, inferNumber, nameIt } from "./expressions/infer.js";
import { lookUp, symbolNamed, wrongKind } from "./expressions/lookup.js";
import type { Place } from "./expressions/place.js";
import { fit } from "./expressions/units.js";
import { unknownActor } from "./expressions/unknown.js";
import { datesIn, walk } from "./syntax-walk.js";

export { stepOfDay } from "./expressions/calendar.js";
export { canonicalText } from "./expressions/canonical.js";
export { type EndDate, endDate } from "./expressions/dating.js";
export { checkDefinition, type DefinitionOptions } from "./expressions/definition.js";
export { isDistribution } from "./expressions/distribution.js";
export { wrongKind } from "./expressions/lookup.js";
export { constantValue } from "./expressions/numbers.js";
export { indexOf, plainWord } from "./expressions/tests.js";
export { unitOf, unitWords } from "./expressions/units.js";
export { unknownName } from "./expressions/unknown.js";
export { backingOf } from "./world/backing.js";

function placeOf(context: Context, expression: Expression, mode: Mode): Place {
  return { context, mode, end: mode.in === "ask" ? endNode(expression) : null };
}

/** A condition; in mode `ask` every part comes out dated. */
export function checkCondition(context: Context, expression: Expression, mode: Mode): Condition | null {
  const result = inferCondition(placeOf(context, expression, mode), expression);
  if (mode.in !== "ask") return result?.condition ?? null;
  const end = endDate(context, expression);
  return result && end && dateCondition(result.condition, end.how, end.step, mode.own);
}

/** A number in its own unit, or in the one expected; in mode `ask` its parts come out under `at`. A distribution is reported: it needs a name. */
export function checkNumber(
  context: Context,
  expression: Expression,
  mode: Mode,
  expected?: Expected,
): NumberExpression | null {
  const place = placeOf(context, expression, mode);
  if (isDistribution(expression)) return nameIt(place, expression);
  const result = inferNumber(place, expression);
  const number = result && (expected === undefined ? result.number : fit(context, result, expected));
  if (mode.in !== "ask") return number;
  const end = endDate(context, expression);
  return number && end && dateNumber(number, end.step, mode.own);
}

/** A number or a condition, whichever it is. */
export function checkEither(
  context: Context,
  expression: Expression,
  mode: Mode,
):
  | { readonly kind: "number"; readonly number: NumberExpression }
  | { readonly kind: "condition"; readonly condition: Condition }
  | null {
  const place = placeOf(context, expression, mode);
  if (isDistribution(expression)) return nameIt(place, expression);
  const result = infer(place, expression);
  if (result === null) return null;
  const end = mode.in === "ask" ? endDate(context, expression) : null;
  if (mode.in === "ask" && end === null) return null;
  const own = mode.in === "ask" && mode.own;
  if (result.type === "number") {
    return {
      kind: "number",
      number: end === null ? result.number : dateNumber(result.number, end.step, own),
    };
  }
  return {
    kind: "condition",
    condition: end === null ? result.condition : dateCondition(result.condition, end.how, end.step, own),
  };
}

/**
 * The symbol that a reference means (`peace`, `invaded(russia)`, `partnership.assistance.due(dprk)`, `peace.chance`), which has to be of one of these
 * kinds; otherwise it is reported that `what` ("event") is wanted, with near names. Broken: null without a word.
 */
export function referenceOf(
  context: Context,
  expression: Expression,
  kinds: readonly SymbolKind[],
  what: string,
): NamedSymbol | null {
  if (expression.kind === "parenthesis") return referenceOf(context, expression.inner, kinds, what);
  if (expression.kind === "bad") return null;
  if (expression.kind !== "reference") {
    context.report(
      "E0205",
      expression.span,
      `The name of ${/^[aeiou]/.test(what) ? "an" : "a"} ${what} is wanted here.`,
      {
        notes:
          kinds.length === 1 && kinds[0] === "event"
            ? ["Make an event of a condition, `event NAME when CONDITION`, and name that."]
            : [],
      },
    );
    return null;
  }
  if (expression.members.length === 0 && expression.head.argument === null) {
    return symbolNamed(context, expression.head.name.text, expression.span, kinds, what);
  }
  const found = lookUp(context, expression, null);
  if (found === null || found.kind === "absent" || found.symbol.broken) return null;
  if (found.kind === "symbol" && kinds.includes(found.symbol.kind)) return found.symbol;
  wrongKind(context, found.symbol, expression.span, what);
  return null;
}

/** The same for a plain word or name, with what stands behind its points: `set second_wave.chance = …`. */
export function symbolOf(
  context: Context,
  name: WordSyntax | NameSyntax,
  members: readonly WordSyntax[],
  kinds: readonly SymbolKind[],
  what: string,
): NamedSymbol | null {
  if ("actor" in name || members.length > 0) {
    const actor = "actor" in name ? name.actor : null;
    const last = members[members.length - 1] ?? name;
    const head = { name: { text: name.text, span: name.span }, argument: actor };
    const span = { ...name.span, end: last.span.end };
    const rest = members.map((member) => ({ name: member, argument: null }));
    return referenceOf(context, { kind: "reference", span, head, members: rest }, kinds, what);
  }
  return symbolNamed(context, name.text, name.span, kinds, what);
}

/** The actor behind a word; an unknown one is reported with near ones. */
export function actorOf(context: Context, word: WordSyntax): string | null {
  if (context.actors.has(word.text)) return word.text;
  unknownActor(context, word);
  return null;
}

/** The last step that any date in the expression names, the date at its end (or else the period's last day) included; what lies outside counts as the period's end. */
export function lastStep(context: Context, expression: Expression): number {
  const { timeline } = context;
  const step = (day: number) => Math.min(stepOf(timeline, day), timeline.steps);
  let last = endNode(expression) === null ? timeline.steps : 0;
  for (const { day } of datesIn(expression)) last = Math.max(last, step(day));
  return last;
}

/** Canonical names of everything that checked expressions read, lets followed through. */
export function namesRead(
  context: Context,
  ...parts: readonly (Condition | NumberExpression | null)[]
): ReadonlySet<string> {
  return readNames(context.lets, parts);
}

/** Names that an expression refers to where it could not be checked; only names that are declared, each with the members behind it where those are known. */
export function namesMentioned(context: Context, expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of walk(expression)) {
    if (part.kind === "reference") {
      let name = "";
      for (const member of [part.head, ...part.members]) {
        name +=
          (name === "" ? "" : ".") +
          member.name.text +
          (member.argument === null ? "" : `(${member.argument.text})`);
        if (context.names.has(name)) names.add(name);
      }
    } else if (part.kind === "aggregate") {
      for (const actor of part.over) {
        const name = `${part.name.text}(${actor.text})`;
        if (context.names.has(name)) names.add(name);
      }
    }
  }
  return names;
}

/** The text of a span on one line, runs of white space as one space. */
export function textOf(context: Context, span: Span): string {
  const text = context.sources.get(span.file)?.text.slice(span.start, span.end) ?? "";
  return text.trim().replace(/\s+/g, " ");
}
