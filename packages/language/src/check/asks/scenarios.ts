import { type Fix, replaceFix } from "../../diagnostics/diagnostic.js";
import type { Intervention, Scenario } from "../../model/model.js";
import type { Clause, Declaration } from "../../syntax/tree.js";
import type { Span } from "../../text/source-text.js";
import { isoDate } from "../../time/calendar.js";
import { checkDefinition, indexOf, plainWord, symbolOf } from "../api.js";
import { type Context, clausesOf, type Symbol as NamedSymbol, type SymbolKind } from "../context.js";

type SetClause = Clause & { readonly kind: "set" };
type SymbolOf<K extends SymbolKind> = NamedSymbol & { readonly kind: K };

/** Every kind of name: what cannot be set is told apart here, in better words than "unknown". */
const kinds: readonly SymbolKind[] = [
  "quantity",
  "parameter",
  "fact",
  "event",
  "choice",
  "treaty",
  "shock",
  "let",
  "stock",
  "exchange",
  "scenario",
  "question",
  "source",
  "claim",
  "evidence",
  "actor",
];

/** `scenario NAME "label" set …`; `null`: reported, or it sets something broken. */
export function checkScenario(context: Context, declaration: Declaration): Scenario | null {
  const sets: Intervention[] = [];
  const seen = new Map<string, Span>();
  const own = declaration.name === null ? undefined : context.names.get(declaration.name.text);
  let sound = !declaration.broken && own !== undefined && !own.broken;
  const clauses = clausesOf(declaration.clauses, "set");
  if (clauses.length === 0 && !declaration.broken) {
    context.report(
      "E0808",
      declaration.name?.span ?? declaration.keyword,
      "A scenario sets something: `set EVENT never`, `set QUANTITY = 5`.",
    );
    sound = false;
  }
  for (const clause of clauses) {
    const symbol = symbolOf(context, clause.target, clause.members, kinds, "name");
    const set = symbol === null ? null : intervention(context, clause, symbol);
    if (set === null) {
      sound = false;
      continue;
    }
    const first = seen.get(set.name);
    if (first !== undefined) {
      context.report("E0804", clause.span, `\`${set.name}\` is set already in this scenario.`, {
        labels: [{ span: first, message: "set here first" }],
      });
      sound = false;
      continue;
    }
    seen.set(set.name, clause.span);
    sets.push(set);
  }
  if (!sound || declaration.name === null) return null;
  const name = declaration.name.text;
  return { name, label: declaration.label?.text ?? name, span: declaration.span, sets };
}

function intervention(context: Context, clause: SetClause, symbol: NamedSymbol): Intervention | null {
  switch (symbol.kind) {
    case "quantity":
    case "parameter":
      return setNumber(context, clause, symbol);
    case "fact":
      return setFact(context, clause, symbol);
    case "choice":
      return setChoice(context, clause, symbol);
    case "event":
      return setEvent(context, clause, symbol);
    case "treaty":
      return setTreaty(context, clause, symbol);
    default:
      return cannotBeSet(context, clause, symbol);
  }
}

function targetSpan(clause: SetClause): Span {
  const last = clause.members[clause.members.length - 1];
  return { ...clause.target.span, end: last?.span.end ?? clause.target.span.end };
}

function cannotBeSet(context: Context, clause: SetClause, symbol: NamedSymbol): null {
  context.report(
    "E0801",
    targetSpan(clause),
    `\`${symbol.name}\` has no rule of its own that could be set.`,
    {
      labels: [{ span: symbol.span, message: "declared here" }],
      notes: [
        "Set what it follows from: a quantity, a number of its rule, a fact, an event, a choice or a treaty.",
      ],
      fixes: context.names.has(`${symbol.name}.starts`)
        ? [
            replaceFix(
              `Set \`${symbol.name}.starts\`, with which it starts`,
              targetSpan(clause),
              `${symbol.name}.starts`,
            ),
          ]
        : [],
    },
  );
  return null;
}

function otherForm(
  context: Context,
  clause: SetClause,
  symbol: NamedSymbol,
  what: string,
  forms: readonly string[],
): null {
  const target = targetSpan(clause);
  const rest: Span = { ...clause.span, start: target.end };
  context.report(
    "E0802",
    rest,
    `\`${symbol.name}\` is ${what}; it is set as ${forms.map((form) => `\`set ${symbol.name} ${form}\``).join(" or ")}.`,
    {
      labels: [{ span: symbol.span, message: "declared here" }],
      fixes: repairs(clause, symbol, rest),
    },
  );
  return null;
}

/** What was meant, where what was written says it: a date behind `=` is a day, `false` is never. */
function repairs(clause: SetClause, symbol: NamedSymbol, rest: Span): Fix[] {
  if ((symbol.kind !== "event" && symbol.kind !== "treaty") || clause.to.kind !== "value") return [];
  const { value } = clause.to;
  const dated = symbol.kind === "event" ? "on" : "in force from";
  const form =
    value.kind === "date"
      ? `${dated} ${isoDate(value.date.first)}`
      : plainWord(value)?.text === "false"
        ? "never"
        : null;
  return form === null ? [] : [replaceFix(`Write \`set ${symbol.name} ${form}\``, rest, ` ${form}`)];
}

function setNumber(
  context: Context,
  clause: SetClause,
  symbol: SymbolOf<"quantity" | "parameter">,
): Intervention | null {
  const what = symbol.kind === "quantity" && symbol.partOf === null ? "a quantity" : "a number of a rule";
  if (clause.to.kind !== "value") return otherForm(context, clause, symbol, what, ["= NUMBER"]);
  const resolution = context.resolve(symbol);
  if (resolution === null || resolution.type !== "number") return null;
  const { name } = symbol;
  const expected = { unit: resolution.unit, span: symbol.span, what: `${what} \`${name}\`` };
  // A range is read as it is in the rule that the number stands in: as a chance it cannot leave 0 to 1.
  const chance = symbol.partOf !== null && /\.(?:chance|then|honoured)(?:#\d+)?$/.test(name);
  const checked = checkDefinition(context, clause.to.value, { expected, base: name, chance });
  return checked === null ? null : { kind: symbol.kind, name, definition: checked.definition };
}

function setFact(context: Context, clause: SetClause, symbol: SymbolOf<"fact">): Intervention | null {
  const forms = symbol.values === null ? ["= true", "= false"] : ["= VALUE"];
  if (clause.to.kind !== "value") return otherForm(context, clause, symbol, "a fact", forms);
  const { value: written } = clause.to;
  const value = indexOf(
    context,
    symbol,
    symbol.values ?? ["false", "true"],
    plainWord(written),
    written.span,
    "value",
  );
  return value === null ? null : { kind: "fact", name: symbol.name, value };
}

function setChoice(context: Context, clause: SetClause, symbol: SymbolOf<"choice">): Intervention | null {
  if (clause.to.kind !== "value") return otherForm(context, clause, symbol, "a choice", ["= OPTION"]);
  const { value: written } = clause.to;
  const option = indexOf(context, symbol, symbol.options, plainWord(written), written.span, "option");
  return option === null ? null : { kind: "choice", name: symbol.name, option };
}

function setEvent(context: Context, clause: SetClause, symbol: SymbolOf<"event">): Intervention | null {
  // What an obligation brings about follows from its treaty.
  if (symbol.obligation !== null) return cannotBeSet(context, clause, symbol);
  const { name } = symbol;
  if (clause.to.kind === "never") return { kind: "event never", name };
  if (clause.to.kind !== "on") return otherForm(context, clause, symbol, "an event", ["on DATE", "never"]);
  warnOfLateDay(context, clause.to.date.first, clause.to.date.span, name);
  return { kind: "event on", name, day: clause.to.date.first };
}

function setTreaty(context: Context, clause: SetClause, symbol: SymbolOf<"treaty">): Intervention | null {
  const { name } = symbol;
  if (clause.to.kind === "never") return { kind: "treaty never", name };
  if (clause.to.kind !== "in force from") {
    return otherForm(context, clause, symbol, "a treaty", ["in force from DATE", "never"]);
  }
  warnOfLateDay(context, clause.to.date.first, clause.to.date.span, name);
  return { kind: "treaty from", name, day: clause.to.date.first };
}

/** A day before the period is fine: it is so from t₀ on. One behind it is the same as never. */
function warnOfLateDay(context: Context, day: number, span: Span, name: string): void {
  if (context.period === null || day <= context.period.last) return;
  context.report(
    "W0801",
    span,
    `The period ends before this day, so that \`${name}\` never comes about in this scenario.`,
    {
      labels: [{ span: context.period.span, message: "the period" }],
    },
  );
}
