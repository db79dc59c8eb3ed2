import { type ClauseRule, rule } from "../clause-table.js";
import {
  acceptSymbol,
  acceptWord,
  type Cursor,
  expected,
  isSymbol,
  needSymbol,
  needWord,
  takeWord,
} from "../cursor.js";
import { parseExpression } from "../expressions.js";
import type { ClauseBody, SetSyntax, WordSyntax } from "../tree.js";
import { parseDate, parseName, parseUses } from "../values.js";

function parseSetting(c: Cursor): SetSyntax {
  if (acceptWord(c, "never")) return { kind: "never" };
  if (acceptWord(c, "on")) return { kind: "on", date: parseDate(c) };
  if (acceptWord(c, "in")) {
    needWord(c, "force", "`force`, as in `in force from 2025-01`");
    needWord(c, "from", "`from` and a date");
    return { kind: "in force from", date: parseDate(c) };
  }
  needSymbol(c, "=", "`= VALUE`, `on DATE`, `never` or `in force from DATE`");
  return { kind: "value", value: parseExpression(c) };
}

export const scenarioRules: readonly ClauseRule[] = [
  rule("set", (c) => {
    const target = parseName(c, "the name of what is set");
    const members: WordSyntax[] = [];
    while (acceptSymbol(c, ".")) members.push(takeWord(c, "a name behind the point"));
    return { kind: "set", target, members, to: parseSetting(c) };
  }),
];

/** The source text of tokens `from` to `to` (excluded), comments left out and white space folded. */
function plainText(c: Cursor, from: number, to: number): string {
  let result = "";
  let end = -1;
  for (let i = from; i < to; i++) {
    const token = c.tokens[i];
    if (token === undefined) break;
    if (end >= 0 && token.start > end) result += " ";
    result += c.text.slice(token.start, token.end);
    end = token.end;
  }
  return result;
}

function parseAsk(c: Cursor): ClauseBody {
  const from = c.at;
  let how: "probability" | "value" | "when" = "value";
  if (acceptWord(c, "probability")) how = "probability";
  else if (acceptWord(c, "when")) how = "when";
  const expression = parseExpression(c);
  const text = plainText(c, from, c.at);
  if (!acceptWord(c, "given")) return { kind: "ask", how, expression, given: null, text, givenText: null };
  const givenFrom = c.at;
  const given = parseExpression(c);
  return { kind: "ask", how, expression, given, text, givenText: plainText(c, givenFrom, c.at) };
}

export const questionRules: readonly ClauseRule[] = [
  rule("ask", parseAsk),
  rule("moot", (c) => {
    needWord(c, "when", "`when` and the condition at which the question lapses");
    return { kind: "moot", condition: parseExpression(c) };
  }),
  rule("compare", (c) => {
    const scenarios = parseUses(c, "the name of a scenario");
    return isSymbol(c, "=") ? expected(c, "`,` and another scenario") : { kind: "compare", scenarios };
  }),
];
