import { parseSum } from "../arithmetic.js";
import { type ClauseRule, rule } from "../clause-table.js";
import {
  acceptSymbol,
  acceptWord,
  type Cursor,
  expected,
  here,
  isKind,
  isSymbol,
  isWord,
  needWord,
  spanFrom,
} from "../cursor.js";
import { parseExpression } from "../expressions.js";
import type { ClauseBody, DateSyntax, DurationSyntax, Expression, NameSyntax, WordSyntax } from "../tree.js";
import {
  dateAt,
  parseDate,
  parseDatePair,
  parseDuration,
  parseName,
  parseUnit,
  parseUse,
  parseWordName,
} from "../values.js";
import { CHANCE_PHRASES } from "../words.js";
import { onRule, parseUndated, parseWithoutInterval, whenRule } from "./shared.js";

/** A chance: an expression whose dates belong to the clause, or a probability word of several words without quotation marks. */
export function parseChance(c: Cursor): Expression {
  for (const phrase of CHANCE_PHRASES) {
    if (!phrase.every((word, i) => isWord(c, word, i))) continue;
    const start = here(c);
    c.at += phrase.length;
    const span = spanFrom(c, start);
    return { kind: "string", span, string: { text: phrase.join(" "), span } };
  }
  return parseUndated(c);
}

/** `chance P`, with `by D` or `between D1 and D2` and `, then P per month`; a date under a fact is refused by the checker, which knows better what to say. */
const chanceRule: ClauseRule = rule("chance", (c) => {
  const chance = parseChance(c);
  let by: DateSyntax | null = null;
  let between: [DateSyntax, DateSyntax] | null = null;
  let then: Expression | null = null;
  if (acceptWord(c, "by")) by = parseDate(c);
  else if (acceptWord(c, "between")) between = parseDatePair(c);
  if (isSymbol(c, ",") && isWord(c, "then", 1)) {
    c.at += 2;
    then = parseUndated(c);
  }
  return { kind: "chance", chance, by, between, then };
});

export const shockRules: readonly ClauseRule[] = [
  rule("per", (c, keyword) => {
    // The unit begins with the word `per` itself.
    c.at--;
    c.perTime = true;
    const unit = parseUnit(c);
    return { kind: "per", unit: { ...unit, span: { ...unit.span, start: keyword.start } } };
  }),
];

export const factRules: readonly ClauseRule[] = [
  chanceRule,
  rule("one of", (c) => {
    const values: { name: WordSyntax; share: Expression }[] = [];
    do {
      const name = parseWordName(c, "a value and its probability, as in `red 20%`");
      values.push({ name, share: parseChance(c) });
    } while (acceptSymbol(c, ","));
    return { kind: "one of", values };
  }),
];

export interface FlowTail {
  readonly when: Expression | null;
  readonly every: DurationSyntax | null;
}

/** `[when CONDITION] [every 3 months]`, in either order. */
export function parseFlowTail(c: Cursor): FlowTail {
  let when: Expression | null = null;
  let every: DurationSyntax | null = null;
  for (;;) {
    if (when === null && acceptWord(c, "when")) when = parseExpression(c);
    else if (every === null && acceptWord(c, "every")) every = parseDuration(c, false);
    else return { when, every };
  }
}

function flow(direction: "gains" | "loses" | "moves"): ClauseRule {
  return rule(direction, (c): ClauseBody => {
    const amount = parseExpression(c);
    let to: NameSyntax | null = null;
    if (direction === "moves") {
      needWord(c, "to", "`to` and the stock that it goes to");
      to = parseName(c, "the name of a stock");
    }
    return { kind: "flow", direction, amount, to, ...parseFlowTail(c) };
  });
}

export const stockRules: readonly ClauseRule[] = [
  rule("starts", (c) => ({ kind: "starts", value: parseExpression(c) })),
  rule("within", (c) => {
    const low = parseWithoutInterval(c);
    needWord(c, "to", "`to` and the upper bound");
    return { kind: "within", low, high: parseWithoutInterval(c) };
  }),
  rule("at least", (c) => ({ kind: "at least", value: parseExpression(c) })),
  rule("at most", (c) => ({ kind: "at most", value: parseExpression(c) })),
  flow("gains"),
  flow("loses"),
  flow("moves"),
];

export const eventRules: readonly ClauseRule[] = [
  whenRule,
  chanceRule,
  onRule(true),
  rule("after", (c) => {
    const event = parseSum(c);
    needWord(c, "within", "`within` and the delay, as in `within 1 to 3 months`");
    return { kind: "after", event, within: parseDuration(c, true) };
  }),
  rule("repeats", () => ({ kind: "repeats" })),
  rule("lasts", (c) => ({ kind: "lasts", duration: parseDuration(c, true) })),
  rule("until", (c) => ({ kind: "until", condition: dateAt(c) ? untilDate(c) : parseExpression(c) })),
];

/** `until 2025-03` under an event: it ends in the first step that is no longer before or in March. */
function untilDate(c: Cursor): Expression {
  const start = here(c);
  const first = parseDate(c);
  const span = spanFrom(c, start);
  return { kind: "not", span, operand: { kind: "calendar", span, how: "until", first, second: null } };
}

export const optionRules: readonly ClauseRule[] = [
  rule("weight", (c) => ({ kind: "weight", weight: parseUndated(c) })),
];

export const choiceRules: readonly ClauseRule[] = [
  rule("by", (c) => ({ kind: "by", actor: parseUse(c, "the name of an actor"), text: null })),
  rule("every", (c) => {
    if (acceptWord(c, "step")) return { kind: "every", duration: null };
    if (!isKind(c, "number")) return expected(c, "`step` or a duration such as `3 months`");
    return { kind: "every", duration: parseDuration(c, false) };
  }),
  whenRule,
];
