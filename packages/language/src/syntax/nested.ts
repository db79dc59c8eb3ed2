import { nearest } from "../text/nearest.js";
import type { Span } from "../text/source-text.js";
import { type ClauseRule, type ClauseTable, clauseWords } from "./clause-table.js";
import {
  type Cursor,
  clauseAt,
  fail,
  here,
  isSymbol,
  peek,
  SyntaxFailure,
  spanFrom,
  spanOf,
  textOf,
} from "./cursor.js";
import { ALL_TABLES } from "./grammar.js";
import type { Clause, ClauseBody } from "./tree.js";

/** Clause words that also occur inside clauses; after a fault they are believed to begin a clause only at the start of a line. */
const WEAK: ReadonlySet<string> = new Set(
  "from by at on in until after within between when as per every one".split(" "),
);

/** The rule of `table` that begins at the cursor. */
function ruleAt(c: Cursor, table: ClauseTable): { rule: ClauseRule; words: number } | null {
  const token = peek(c);
  if (token === undefined || token.kind !== "word") return null;
  const next = peek(c, 1);
  const nextWord = next?.kind === "word" ? textOf(c, next) : null;
  for (const rule of table.rules.get(textOf(c, token)) ?? []) {
    if (rule.second === null) return { rule, words: 1 };
    if (rule.second === nextWord) return { rule, words: 2 };
  }
  if (table.verb !== null && nextWord === table.verb && table.parseVerb !== null)
    return { rule: { first: table.verb, second: null, parse: table.parseVerb }, words: 0 };
  return null;
}

/** Moves on to the next place at which a clause of the declaration surely begins. */
export function recover(c: Cursor): void {
  for (; c.at < c.end; c.at++) {
    const known = clauseAt(c, c.table, c.at) || (c.outer !== null && clauseAt(c, c.outer, c.at));
    const token = c.tokens[c.at];
    if (known && token !== undefined && ((c.indents[c.at] ?? -1) >= 0 || !WEAK.has(textOf(c, token)))) return;
  }
}

/** What must hold wherever a clause begins, whatever state a fault left behind. */
export function resetRules(c: Cursor, depth: number): void {
  c.dating = true;
  c.intervals = true;
  c.perTime = true;
  c.insideCall = false;
  c.depth = depth;
  if ((c.indents[c.at] ?? -1) >= 0) {
    c.quiet = false;
    c.first = c.at;
  }
}

/**
 * Appends to `clauses` those up to the end of the logical line, or to a clause of the declaration around. `onString` takes a string that stands where a
 * clause could begin, and says whether it had a use for it.
 */
export function parseClauses(c: Cursor, clauses: Clause[], onString: () => boolean = () => false): void {
  const depth = c.depth;
  const { table, outer } = c;
  while (c.at < c.end) {
    resetRules(c, depth);
    const found = ruleAt(c, table);
    if (found === null) {
      if (peek(c)?.kind === "string" && onString()) continue;
      if (outer !== null && clauseAt(c, outer, c.at)) break;
    }
    const at = c.at;
    const start = here(c);
    try {
      if (found === null) unknownClause(c);
      c.at += found.words;
      const keyword =
        found.words === 0 ? spanOf(c, c.tokens[at + 1] as (typeof c.tokens)[number]) : spanFrom(c, start);
      const body: ClauseBody = found.rule.parse(c, keyword);
      clauses.push({ span: spanFrom(c, start), keyword, ...body });
    } catch (error) {
      if (!(error instanceof SyntaxFailure)) throw error;
      c.table = table;
      c.outer = outer;
      c.at = Math.max(c.at, at + 1);
      recover(c);
      const first = c.tokens[at];
      clauses.push({
        span: spanFrom(c, start),
        keyword: first === undefined ? spanFrom(c, start) : spanOf(c, first),
        kind: "bad",
      });
    }
  }
  c.depth = depth;
}

/** The clauses of an option or obligation, up to one of the declaration around it. */
export function parseNested(c: Cursor, table: ClauseTable): Clause[] {
  const { table: around } = c;
  c.table = table;
  c.outer = around;
  const clauses: Clause[] = [];
  parseClauses(c, clauses);
  c.table = around;
  c.outer = null;
  return clauses;
}

const list = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(", ");

/** Says what is wrong with a place at which no clause begins. */
function unknownClause(c: Cursor): never {
  const token = peek(c);
  if (token === undefined) return fail(c, "E0132", spanFrom(c, here(c)), "Something is missing here.");
  const span: Span = spanOf(c, token);
  const text = textOf(c, token);
  const known = [...clauseWords(c.table), ...(c.outer === null ? [] : clauseWords(c.outer))];
  if (token.kind === "word") {
    const suggestions = nearest(text, known);
    if (suggestions.length > 0) {
      return fail(
        c,
        "E0130",
        span,
        `\`${text}\` is not known under ${c.table.called}. Did you mean ${suggestions.map((word) => `\`${word}\``).join(" or ")}?`,
        {
          fixes: suggestions.map((word) => ({
            title: `Write \`${word}\``,
            edits: [{ span, text: word }],
            safe: false,
          })),
        },
      );
    }
    const verb = c.table.verb;
    const next = peek(c, 1);
    if (verb !== null && next?.kind === "word" && nearest(textOf(c, next), [verb]).length > 0) {
      const word = spanOf(c, next);
      return fail(
        c,
        "E0130",
        word,
        `\`${textOf(c, next)}\` is not known under ${c.table.called}. Did you mean \`${verb}\`?`,
        {
          fixes: [{ title: `Write \`${verb}\``, edits: [{ span: word, text: verb }], safe: false }],
        },
      );
    }
    const owners = ALL_TABLES.filter((table) => clauseAt(c, table, c.at) && table !== c.table).map(
      (table) => table.called,
    );
    const expectation = known.length === 0 ? "It takes no clauses." : `What may stand there: ${list(known)}.`;
    if (owners.length > 0)
      return fail(
        c,
        "E0131",
        span,
        `\`${text}\` belongs under ${owners.join(" or ")}, not under ${c.table.called}.`,
        { notes: [expectation] },
      );
    if ((c.indents[c.at] ?? -1) >= 0)
      return fail(c, "E0130", span, `\`${text}\` is not known under ${c.table.called}.`, {
        notes: [expectation],
      });
  }
  if (isSymbol(c, ",") && c.tokens[c.at - 1]?.kind === "number")
    return fail(
      c,
      "E0132",
      span,
      "This comma separates nothing. In a number it groups three digits and has no blank beside it, as in `10,000`.",
    );
  if (isSymbol(c, ")")) return fail(c, "E0132", span, "This parenthesis closes none.");
  return fail(
    c,
    "E0132",
    span,
    `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\` cannot follow here: what stands before it is complete.`,
    {
      notes: known.length === 0 ? [] : [`An operator may follow, or one of these clauses: ${list(known)}.`],
    },
  );
}
