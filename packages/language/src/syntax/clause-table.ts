import type { Span } from "../text/source-text.js";
import type { Cursor } from "./cursor.js";
import type { ClauseBody } from "./tree.js";

/** One clause of a declaration: the word or two words that it begins with, and what reads the rest. */
export interface ClauseRule {
  readonly first: string;
  /** The second word, where the first alone does not begin the clause. */
  readonly second: string | null;
  /** Reads what stands behind the words. */
  readonly parse: (c: Cursor, keyword: Span) => ClauseBody;
}

/** The clauses that may stand under one kind of declaration. */
export interface ClauseTable {
  /** What the declaration is called in messages: `a stock`. */
  readonly called: string;
  readonly rules: ReadonlyMap<string, readonly ClauseRule[]>;
  /** A word that makes a clause of the word before it: `ACTOR gives`. */
  readonly verb: string | null;
  readonly parseVerb: ((c: Cursor, keyword: Span) => ClauseBody) | null;
}

/** A rule for `"word"` or `"two words"`. */
export function rule(words: string, parse: ClauseRule["parse"]): ClauseRule {
  const [first = "", second = null] = words.split(" ");
  return { first, second, parse };
}

export function clauseTable(
  called: string,
  rules: readonly ClauseRule[],
  verb: string | null = null,
  parseVerb: ClauseTable["parseVerb"] = null,
): ClauseTable {
  const byFirst = new Map<string, ClauseRule[]>();
  for (const entry of rules) byFirst.set(entry.first, [...(byFirst.get(entry.first) ?? []), entry]);
  return { called, rules: byFirst, verb, parseVerb };
}

/** The clause words of a table as they are written. */
export function clauseWords(table: ClauseTable): string[] {
  const words: string[] = [];
  for (const rules of table.rules.values())
    for (const entry of rules)
      words.push(entry.second === null ? entry.first : `${entry.first} ${entry.second}`);
  return words;
}
