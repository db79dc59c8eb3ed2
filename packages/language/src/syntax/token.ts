import type { Span } from "../text/source-text.js";

/** What a token is; a highlighter colours by it. `unknown` holds characters that no rule takes, and is reported where it stands. */
export type TokenKind =
  | "space"
  | "newline"
  | "comment"
  | "byte order mark"
  | "word"
  | "number"
  | "date"
  | "string"
  | "symbol"
  | "unknown";

/** A symbol as the parser reads it, whichever way it was written: `≠` and `!=` are one. */
export type SymbolText =
  | "("
  | ")"
  | ","
  | ":"
  | "."
  | "="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "^"
  | "&&"
  | "||"
  | "!";

/** A stretch of the text; the tokens of a file follow each other without a gap. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** The symbol in its plain form; empty for every other kind. */
  readonly symbol: SymbolText | "";
}

/** Whether the parser sees a token of this kind. */
export function isSignificant(kind: TokenKind): boolean {
  return kind === "word" || kind === "number" || kind === "date" || kind === "string" || kind === "symbol";
}

export function tokenSpan(file: string, token: Token): Span {
  return { file, start: token.start, end: token.end };
}
