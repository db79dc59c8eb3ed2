/** Names in headers that are none: what was meant, and how it is written. */
import { replaceFix } from "../diagnostics/diagnostic.js";
import { nearest } from "../text/nearest.js";
import type { Span } from "../text/source-text.js";
import { type ClauseTable, clauseWords } from "./clause-table.js";
import { type Cursor, clauseAt, fail, hereSpan, textOf } from "./cursor.js";
import { meantClauses } from "./synonyms.js";
import { RESERVED } from "./words.js";

export function beginsWithDigit(c: Cursor): never {
  const span = hereSpan(c);
  const text = c.text.slice(span.start, span.end);
  const fixes = /^\w+$/.test(text) ? [replaceFix(`Name it \`_${text}\``, span, `_${text}`)] : [];
  return fail(c, "E0125", span, `A name begins with a letter, and \`${text}\` begins with a digit.`, {
    fixes,
  });
}

/** Words with which a sentence goes on, so that they are no second half of a name. */
const GOING_ON: ReadonlySet<string> = new Set(
  "unless with has is are will for the a an that which".split(" "),
);

/** Refuses `second-wave` and `second wave` behind the first word of a name; `table` has the clauses that may follow. */
export function refuseSplitName(
  c: Cursor,
  name: { readonly text: string; readonly span: Span },
  table: ClauseTable,
): void {
  const parts = hyphenated(c, name.span.end) ?? severalWords(c, table);
  if (parts === null || parts.words.length === 0) return;
  const span = { ...name.span, end: parts.end };
  const joined = [name.text, ...parts.words].join("_");
  fail(c, "E0125", span, `A name is one word of letters, digits and \`_\`. Did you mean \`${joined}\`?`, {
    fixes: [replaceFix(`Write \`${joined}\``, span, joined)],
  });
}

interface Rest {
  readonly words: readonly string[];
  readonly end: number;
}

function hyphenated(c: Cursor, behind: number): Rest | null {
  const words: string[] = [];
  let end = behind;
  for (let i = c.at; i < c.end; i += 2) {
    const dash = c.tokens[i];
    const word = c.tokens[i + 1];
    if (dash?.symbol !== "-" || dash.start !== end || word?.kind !== "word" || word.start !== dash.end) break;
    words.push(textOf(c, word));
    end = word.end;
  }
  return words.length === 0 ? null : { words, end };
}

/** The words that follow on the line, unless one of them may be a clause with a slip, or a value without its sign. */
function severalWords(c: Cursor, table: ClauseTable): Rest | null {
  const words: string[] = [];
  const known = clauseWords(table);
  let end = 0;
  for (let i = c.at; i < c.end && (c.indents[i] ?? -1) < 0; i++) {
    const token = c.tokens[i];
    if (token?.kind !== "word")
      return token?.kind === "string" || token?.symbol === "=" ? { words, end } : null;
    const text = textOf(c, token);
    if (clauseAt(c, table, i)) break;
    if (RESERVED.has(text) || GOING_ON.has(text)) return null;
    if (nearest(text, known).length > 0 || meantClauses(text, known).length > 0) return null;
    words.push(text);
    end = token.end;
  }
  return { words, end };
}
