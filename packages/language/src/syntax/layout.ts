import type { SourceText } from "../text/source-text.js";
import { actorPropertyAt } from "./clauses/setting.js";
import { type Cursor, clauseAt } from "./cursor.js";
import { TAB_WIDTH } from "./forbidden.js";
import { CLAUSES, HEADERS } from "./grammar.js";
import { isSignificant, type Token } from "./token.js";
import type { DeclarationKind } from "./tree.js";
import { RESERVED } from "./words.js";

/** Tokens `first` to `end` (excluded). */
export interface Range {
  readonly first: number;
  readonly end: number;
}

/** The tokens that the parser sees, and the column of those that are the first of their line (-1 for the others). */
export function significantTokens(
  source: SourceText,
  tokens: readonly Token[],
): { tokens: Token[]; indents: Int32Array } {
  const seen: Token[] = [];
  const columns: number[] = [];
  const { text } = source;
  let line = -1;
  let next = 0;
  for (const token of tokens) {
    if (!isSignificant(token.kind)) continue;
    const before = line;
    while (next < source.lineStarts.length && (source.lineStarts[next] as number) <= token.start)
      line = next++;
    seen.push(token);
    columns.push(line === before ? -1 : indentation(text, source.lineStarts[line] as number));
  }
  return { tokens: seen, indents: Int32Array.from(columns) };
}

/** Width of the white space at the start of a line, so that a comment before the first word counts as if it were that word. */
function indentation(text: string, lineStart: number): number {
  let width = 0;
  for (let i = lineStart; ; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 9) width += TAB_WIDTH;
    else if (unit === 32 || unit === 0xa0) width++;
    else if (!(i === 0 && unit === 0xfeff)) return width;
  }
}

/** Words that go on with a clause although no clause begins with them. */
const CONTINUING: ReadonlySet<string> = new Set(
  "grade interested sharing before weight honoured gives".split(" "),
);
/** Clause words behind which nothing need follow. */
const COMPLETE: ReadonlySet<string> = new Set([
  "repeats",
  "confidential",
  "unreviewed",
  "never",
  "happens",
  "ever",
]);

/** Whether what ends with this token cannot be complete. */
function demandsMore(c: Cursor, kind: DeclarationKind, index: number): boolean {
  const token = c.tokens[index];
  if (token === undefined) return false;
  if (token.kind === "symbol") return token.symbol !== ")";
  if (token.kind !== "word") return false;
  const text = c.text.slice(token.start, token.end);
  return !COMPLETE.has(text) && (RESERVED.has(text) || clauseAt(c, CLAUSES[kind], index));
}

/**
 * Splits a declaration into its header and its clause lines. The first indented line sets the clause indentation; a deeper line continues the one
 * above, and so does one that begins with no clause, where the line above cannot be complete or this one cannot be a beginning.
 */
export function logicalLines(c: Cursor, kind: DeclarationKind, block: Range): Range[] {
  const lines: Range[] = [];
  const { entries } = HEADERS[kind];
  let clauseIndent = -1;
  let first = block.first;
  let parentheses = 0;
  c.end = block.end;
  for (let i = block.first; i < block.end; i++) {
    const indent = c.indents[i] ?? -1;
    if (indent >= 0 && i > block.first) {
      if (clauseIndent < 0) clauseIndent = indent;
      const begins =
        indent <= clauseIndent &&
        (entries ? beginsEntry(c, kind, i) : beginsClause(c, kind, i, i === block.first + 1, parentheses));
      if (begins) {
        lines.push({ first, end: i });
        first = i;
        parentheses = 0;
      }
    }
    const symbol = c.tokens[i]?.symbol;
    if (symbol === "(") parentheses++;
    else if (symbol === ")") parentheses--;
  }
  lines.push({ first, end: block.end });
  return lines;
}

function beginsEntry(c: Cursor, kind: DeclarationKind, index: number): boolean {
  const before = c.tokens[index - 1];
  if (c.tokens[index]?.kind !== "word" || (before?.kind === "symbol" && before.symbol !== ")")) return false;
  return kind !== "actors" || !actorPropertyAt(c, index);
}

function beginsClause(
  c: Cursor,
  kind: DeclarationKind,
  index: number,
  behindKeyword: boolean,
  parentheses: number,
): boolean {
  if (clauseAt(c, CLAUSES[kind], index)) return true;
  const token = c.tokens[index];
  if (token === undefined || token.kind !== "word" || parentheses > 0 || behindKeyword) return false;
  const text = c.text.slice(token.start, token.end);
  return !RESERVED.has(text) && !CONTINUING.has(text) && !demandsMore(c, kind, index - 1);
}

/** Whether the tokens before `index` leave the reader waiting, so that a line that begins there cannot begin anything. */
export function isAwaited(c: Cursor, kind: DeclarationKind, index: number): boolean {
  return demandsMore(c, kind, index - 1);
}
