import { parseSum } from "../arithmetic.js";
import { type ClauseRule, rule } from "../clause-table.js";
import { acceptSymbol, acceptWord, type Cursor, expected, isWord, needWord } from "../cursor.js";
import { parseExpression } from "../expressions.js";
import type { ClauseBody, DateSyntax, Expression } from "../tree.js";
import {
  acceptString,
  dateAt,
  parseDate,
  parseDuration,
  parseParties,
  parseUnit,
  parseUse,
} from "../values.js";
import { whenRule } from "./shared.js";
import { parseChance, parseFlowTail } from "./world.js";

export const treatyRules: readonly ClauseRule[] = [
  rule("between", (c) => ({ kind: "between parties", parties: parseParties(c) })),
  rule("signed", (c) => ({ kind: "signed", date: parseDate(c) })),
  rule("in force", (c) => {
    let from: DateSyntax | null = null;
    let when: Expression | null = null;
    if (acceptWord(c, "from")) from = parseDate(c);
    if (acceptWord(c, "when")) when = parseExpression(c);
    if (from === null && when === null) return expected(c, "`from` and a date, or `when` and a condition");
    let untilDate: DateSyntax | null = null;
    let untilCondition: Expression | null = null;
    if (acceptWord(c, "until")) {
      if (dateAt(c)) untilDate = parseDate(c);
      else untilCondition = parseExpression(c);
    }
    return { kind: "in force", from, when, untilDate, untilCondition };
  }),
];

export const obligationRules: readonly ClauseRule[] = [
  whenRule,
  rule("honoured", (c): ClauseBody => {
    const byEvent = acceptWord(c, "by") ? parseSum(c) : null;
    const chance = byEvent === null ? parseChance(c) : null;
    const within = acceptWord(c, "within") ? parseDuration(c, false) : null;
    return { kind: "honoured", chance, byEvent, within };
  }),
];

export const exchangeRules: readonly ClauseRule[] = [
  rule("between", (c) => {
    const first = parseUse(c, "the name of an actor");
    if (!acceptWord(c, "and") && !acceptSymbol(c, ",")) return expected(c, "`and` and the other actor");
    const second = parseUse(c, "the name of an actor");
    let unit = null;
    if (isWord(c, "in")) {
      c.at++;
      unit = parseUnit(c);
    }
    return { kind: "exchange parties", first, second, unit };
  }),
];

/** `ACTOR gives EXPRESSION ["label"] [when CONDITION] [every DURATION]`. */
export function parseGives(c: Cursor): ClauseBody {
  const actor = parseUse(c, "the name of an actor");
  needWord(c, "gives");
  const amount = parseExpression(c);
  const label = acceptString(c);
  const tail = parseFlowTail(c);
  return { kind: "gives", actor, amount, label: label ?? acceptString(c), ...tail };
}
