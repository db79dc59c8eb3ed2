import type { DiagnosticCode } from "../diagnostics/catalogue.js";
import { type DiagnosticExtra, type Report, replaceFix } from "../diagnostics/diagnostic.js";
import type { SourceText, Span } from "../text/source-text.js";
import type { ClauseTable } from "./clause-table.js";
import type { SymbolText, Token } from "./token.js";
import type { DeclarationKind, WordSyntax } from "./tree.js";
import { RESERVED } from "./words.js";

/** Parentheses, conditions, signs and powers within each other; beyond it a plain error instead of a full stack. */
export const DEPTH_LIMIT = 200;

/** Where the parser stands: the tokens that it sees (no white space, no comments), a window on one logical line, and the rules in force there. */
export interface Cursor {
  readonly source: SourceText;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Column of the first token of a line by token; -1 for a token that is not the first of its line. */
  readonly indents: Int32Array;
  readonly faults: readonly number[];
  readonly report: Report;
  at: number;
  /** The logical line: tokens `first` to `end`, the latter excluded. */
  first: number;
  end: number;
  declaration: DeclarationKind;
  /** Clauses that may begin here; `outer` those of the declaration around an option or obligation. */
  table: ClauseTable;
  outer: ClauseTable | null;
  /** Whether `by D` and `at D` belong to the expression. */
  dating: boolean;
  /** Whether `A to B` is a distribution. */
  intervals: boolean;
  /** Whether a unit takes in `per month`. */
  perTime: boolean;
  insideCall: boolean;
  depth: number;
  /** How many dated parts have been read. */
  dated: number;
  /** Set by the first fault of a logical line; the others of that line are its followers. */
  quiet: boolean;
}

/** Thrown by {@link fail} and caught where a clause or header is parsed; it never leaves the parser. */
export class SyntaxFailure extends Error {}
const FAILURE = new SyntaxFailure("syntax");

export function spanFrom(c: Cursor, start: number): Span {
  const last = c.at > 0 ? c.tokens[c.at - 1] : undefined;
  return { file: c.source.file, start, end: Math.max(start, last?.end ?? start) };
}

export function peek(c: Cursor, offset = 0): Token | undefined {
  const index = c.at + offset;
  return index < c.end ? c.tokens[index] : undefined;
}

export function textOf(c: Cursor, token: Token): string {
  return c.text.slice(token.start, token.end);
}

/** Offset at which the next token begins, or at which the line ends. */
export function here(c: Cursor): number {
  const token = peek(c);
  if (token !== undefined) return token.start;
  return c.at > 0 ? (c.tokens[c.at - 1]?.end ?? 0) : 0;
}

/** Where something is missing: the next token, or the place behind the last one. */
export function hereSpan(c: Cursor): Span {
  const token = peek(c);
  const at = here(c);
  return { file: c.source.file, start: at, end: token?.end ?? at };
}

export function spanOf(c: Cursor, token: Token): Span {
  return { file: c.source.file, start: token.start, end: token.end };
}

export function isWord(c: Cursor, word: string, offset = 0): boolean {
  const token = peek(c, offset);
  if (token === undefined) return false;
  if (token.kind === "word")
    return token.end - token.start === word.length && c.text.startsWith(word, token.start);
  if (token.kind !== "symbol") return false;
  return (
    (word === "and" && token.symbol === "&&") ||
    (word === "or" && token.symbol === "||") ||
    (word === "not" && token.symbol === "!")
  );
}

export function isSymbol(c: Cursor, symbol: SymbolText, offset = 0): boolean {
  return peek(c, offset)?.symbol === symbol;
}

export function isKind(c: Cursor, kind: Token["kind"], offset = 0): boolean {
  return peek(c, offset)?.kind === kind;
}

export function acceptWord(c: Cursor, word: string): boolean {
  if (!isWord(c, word)) return false;
  c.at++;
  return true;
}

export function acceptSymbol(c: Cursor, symbol: SymbolText): boolean {
  if (!isSymbol(c, symbol)) return false;
  c.at++;
  return true;
}

/** Whether the lexer reported a fault between the start of the logical line and an offset. */
function faultBefore(c: Cursor, offset: number): boolean {
  return faultBetween(c, c.tokens[c.first]?.start ?? 0, offset);
}

/** Whether the lexer reported a fault from one offset to another (included). */
export function faultBetween(c: Cursor, from: number, offset: number): boolean {
  let low = 0;
  let high = c.faults.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((c.faults[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  const fault = c.faults[low];
  return fault !== undefined && fault <= offset;
}

/** Reports a fault after which parsing can go on, unless it follows from an earlier one of the same line. */
export function complain(
  c: Cursor,
  code: DiagnosticCode,
  span: Span,
  message: string,
  extra?: DiagnosticExtra,
): void {
  if (c.quiet || faultBefore(c, span.end)) return;
  c.report(code, span, message, extra);
}

/** Reports a fault that ends the clause. */
export function fail(
  c: Cursor,
  code: DiagnosticCode,
  span: Span,
  message: string,
  extra?: DiagnosticExtra,
): never {
  complain(c, code, span, message, extra);
  c.quiet = true;
  throw FAILURE;
}

/** What stands at the cursor, for a message. */
export function found(c: Cursor): string {
  const token = peek(c);
  if (token === undefined) return "the line ends here";
  const text = textOf(c, token);
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\` stands here`;
}

/** Something other than `what` stands at the cursor. */
export function expected(c: Cursor, what: string, extra?: DiagnosticExtra): never {
  return fail(c, "E0133", hereSpan(c), `Expected ${what}, but ${found(c)}.`, extra);
}

export function needWord(c: Cursor, word: string, what = `\`${word}\``): void {
  if (!acceptWord(c, word)) expected(c, what);
}

export function needSymbol(c: Cursor, symbol: SymbolText, what = `\`${symbol}\``): void {
  if (!acceptSymbol(c, symbol)) expected(c, what);
}

/** Whether a clause of `table` begins at a token. */
export function clauseAt(c: Cursor, table: ClauseTable, index: number): boolean {
  const token = c.tokens[index];
  if (token === undefined || index >= c.end || token.kind !== "word") return false;
  const next = c.tokens[index + 1];
  const nextWord = next !== undefined && next.kind === "word" ? textOf(c, next) : null;
  if (table.verb !== null && nextWord === table.verb) return true;
  const rules = table.rules.get(textOf(c, token));
  return rules?.some((rule) => rule.second === null || rule.second === nextWord) ?? false;
}

/** Whether the word at the cursor ends an expression: it is reserved, or a clause begins with it. */
export function isStop(c: Cursor, offset = 0): boolean {
  const token = peek(c, offset);
  if (token === undefined || token.kind !== "word") return true;
  return (
    RESERVED.has(textOf(c, token)) ||
    clauseAt(c, c.table, c.at + offset) ||
    (c.outer !== null && clauseAt(c, c.outer, c.at + offset))
  );
}

/** A word, reserved or not. */
export function takeWord(c: Cursor, what: string): WordSyntax {
  const token = peek(c);
  if (token === undefined || token.kind !== "word") return expected(c, what, unquoted(c));
  c.at++;
  return { text: textOf(c, token), span: spanOf(c, token) };
}

/** A name in quotation marks stands without them. */
function unquoted(c: Cursor): DiagnosticExtra {
  const token = peek(c);
  const [, name] = /^["“](\p{L}\w*)["”]$/u.exec(token?.kind === "string" ? textOf(c, token) : "") ?? [];
  if (token === undefined || name === undefined) return {};
  return { fixes: [replaceFix("Leave the quotation marks out", spanOf(c, token), name)] };
}

export function tooDeep(c: Cursor): never {
  return fail(
    c,
    "E0143",
    hereSpan(c),
    `This is nested more than ${DEPTH_LIMIT} levels deep. Name a part of it with \`let\`.`,
  );
}

/** One level deeper; pair with {@link leave}. */
export function enter(c: Cursor): void {
  if (c.depth >= DEPTH_LIMIT) tooDeep(c);
  c.depth++;
}

export function leave(c: Cursor): void {
  c.depth--;
}
