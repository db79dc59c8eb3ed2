import { replaceFix } from "../diagnostics/diagnostic.js";
import { didYouMean } from "../diagnostics/wording.js";
import { nearest } from "../text/nearest.js";
import type { Span } from "../text/source-text.js";
import { type ClauseRule, type ClauseTable, clauseWords } from "./clause-table.js";
import {
  type Cursor,
  clauseAt,
  fail,
  here,
  isSymbol,
  isWord,
  peek,
  SyntaxFailure,
  spanFrom,
  spanOf,
  textOf,
} from "./cursor.js";
import { ALL_TABLES } from "./grammar.js";
import { meantClauses } from "./synonyms.js";
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

/** Phrases that are well understood, and are said in another way. */
function unknownPhrase(c: Cursor, span: Span, text: string, known: readonly string[]): void {
  const next = peek(c, 1);
  const behindNumber = c.tokens[c.at - 1]?.kind === "number";
  if (text === "unless" && known.includes("when"))
    fail(c, "E0130", span, "`unless` is said with `when not`.", {
      fixes: [replaceFix("Write `when not`", span, "when not")],
    });
  if (text === "of" && behindNumber)
    fail(c, "E0132", span, "A share of something is a product.", {
      fixes: [replaceFix("Write `*`", span, "*")],
    });
  if (text === "to" && behindNumber)
    fail(c, "E0132", span, "A range has two ends, and the upper one is missing behind `to`.");
  const isSet = next !== undefined && /^(=|\.|on|in|never)$/.test(textOf(c, next));
  if (isSet && known.includes("set"))
    fail(c, "E0130", span, `A scenario changes \`${text}\` with \`set\`.`, {
      fixes: [replaceFix("Write `set`", { ...span, end: span.start }, "set ")],
    });
}

function strayComma(c: Cursor, span: Span, behindNumber: boolean): never {
  const before = c.tokens[c.at - 1];
  const behind = c.tokens[c.at + 1];
  if (
    behindNumber &&
    before !== undefined &&
    behind?.kind === "number" &&
    before.end === span.start &&
    span.end === behind.start
  ) {
    const text = `${textOf(c, before)}.${textOf(c, behind)}`;
    if (/^\d+\.\d+%?[kMBT]?$/.test(text))
      return fail(c, "E0132", span, `Numbers have a decimal point, not a comma. Did you mean \`${text}\`?`, {
        fixes: [replaceFix(`Write \`${text}\``, { ...span, start: before.start, end: behind.end }, text)],
      });
  }
  const group = behindNumber
    ? " In a number it groups three digits and has no blank beside it, as in `10,000`."
    : "";
  const next = c.tokens[c.at + 1];
  const clause =
    next !== undefined &&
    (clauseAt(c, c.table, c.at + 1) || (c.outer !== null && clauseAt(c, c.outer, c.at + 1)));
  return fail(
    c,
    "E0132",
    span,
    `This comma separates nothing; clauses follow each other without a mark.${group}`,
    {
      fixes: clause ? [replaceFix("Leave the comma out", span, "", true)] : [],
    },
  );
}

/** Says what is wrong with a place at which no clause begins. */
function unknownClause(c: Cursor): never {
  const token = peek(c);
  if (token === undefined) return fail(c, "E0132", spanFrom(c, here(c)), "Something is missing here.");
  const span: Span = spanOf(c, token);
  const text = textOf(c, token);
  const known = [...clauseWords(c.table), ...(c.outer === null ? [] : clauseWords(c.outer))];
  if (token.kind === "word") {
    const near = nearest(text, known);
    const suggestions = near.length > 0 ? near : meantClauses(text, known);
    if (suggestions.length > 0) {
      const isProse = near.length === 0 && peek(c, 1) !== undefined && isWord(c, "of", 1);
      const whole = isProse ? { ...span, end: peek(c, 1)?.end ?? span.end } : span;
      return fail(
        c,
        "E0130",
        span,
        `\`${text}\` is not known under ${c.table.called}.${didYouMean(suggestions)}`,
        {
          fixes: suggestions.map((word) => ({
            title: `Write \`${word}\``,
            edits: [{ span: whole, text: word }],
            safe: false,
          })),
        },
      );
    }
    unknownPhrase(c, span, text, known);
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
  const before = c.tokens[c.at - 1];
  if (before?.kind === "string" && before.end === token.start)
    return fail(
      c,
      "E0132",
      span,
      'The string in front of this is closed already. A quotation mark inside a string is written `\\"`.',
    );
  if (isSymbol(c, ",")) return strayComma(c, span, before?.kind === "number");
  if (token.kind === "number" && before?.kind === "number" && /^\d{3}$/.test(text)) {
    const grouped = `${textOf(c, before)}_${text}`;
    return fail(c, "E0132", span, `A number has no blanks in it. Did you mean \`${grouped}\`?`, {
      fixes: /^\d{1,3}(_\d{3})+$/.test(grouped)
        ? [replaceFix(`Write \`${grouped}\``, { ...span, start: before.start }, grouped)]
        : [],
    });
  }
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
