import { type ClauseRule, rule } from "../clause-table.js";
import { type Cursor, expected, isWord } from "../cursor.js";
import { parseExpression } from "../expressions.js";
import type { Expression } from "../tree.js";
import { dateAt, parseDate, parseString, parseUses } from "../values.js";

/** Reads an expression in which `by D` and `at D` belong to the clause around it. */
export function parseUndated(c: Cursor): Expression {
  const dating = c.dating;
  c.dating = false;
  const result = parseExpression(c);
  c.dating = dating;
  return result;
}

/** Reads an expression in which `to` belongs to the clause around it. */
export function parseWithoutInterval(c: Cursor): Expression {
  const intervals = c.intervals;
  c.intervals = false;
  const result = parseExpression(c);
  c.intervals = intervals;
  return result;
}

export const whenRule: ClauseRule = rule("when", (c) => ({ kind: "when", condition: parseExpression(c) }));

/** `on D`; with `to D2` where `range` allows it. */
export function onRule(range: boolean): ClauseRule {
  return rule("on", (c) => {
    const first = parseDate(c);
    let last = null;
    if (range && isWord(c, "to") && dateAt(c, 1)) {
      c.at++;
      last = parseDate(c);
    }
    return { kind: "on", first, last };
  });
}

/** `from CLAIM[, CLAIM]` and `assumed "why"`. */
export const backing: readonly ClauseRule[] = [
  rule("from", (c) => {
    if (!dateAt(c)) return { kind: "from", claims: parseUses(c, "the name of a claim") };
    return expected(c, "the name of a claim", {
      notes: ["A condition on dates stands behind `when`: `when from 2024-03`."],
    });
  }),
  rule("assumed", (c) => ({ kind: "assumed", why: parseString(c, "the reason, in quotation marks") })),
];
