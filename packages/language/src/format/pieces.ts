import { TAB_WIDTH } from "../syntax/forbidden.js";
import type { SymbolText, TokenKind } from "../syntax/token.js";
import type { SyntaxTree } from "../syntax/tree.js";
import { positionAt, type SourceText } from "../text/source-text.js";

/** A token that the formatter writes out, which is every one but white space; what it decides is what stands between two of them. */
export interface Piece {
  readonly kind: TokenKind;
  readonly symbol: SymbolText | "";
  readonly start: number;
  readonly end: number;
  /** As it is written out: a comment without blanks at line ends, with LF and without tabs; anything else as it stands. */
  readonly text: string;
  /** In characters; of a comment over several lines, of its first. */
  readonly width: number;
  /** Line ends between it and the piece before; behind a comment over several lines one at least. */
  readonly newlines: number;
  /** A comment that takes the rest of its line. */
  readonly isLineComment: boolean;
  /** A comment that ends on another line than it begins. */
  readonly isTall: boolean;
  /** A line comment alone on its line that goes on with the one at the end of the line above, in the same column. */
  readonly hangs: boolean;
}

/** Width in characters, as an editor counts columns: marks that sit on the letter before them take no room. */
export function widthOf(text: string): number {
  let width = text.length;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x300) continue;
    const point = text.codePointAt(i) as number;
    if (point > 0xffff) {
      width--;
      i++;
    }
    if (/^\p{M}$/u.test(String.fromCodePoint(point))) width--;
  }
  return width;
}

/** The pieces of a tree, in the order of the text. */
export function piecesOf(tree: SyntaxTree): Piece[] {
  const { source, tokens } = tree;
  const pieces: Piece[] = [];
  let newlines = 0;
  let commentColumn = -1;
  for (const { kind, symbol, start, end } of tokens) {
    if (kind === "newline") newlines++;
    if (kind === "newline" || kind === "space" || kind === "byte order mark") continue;
    // What stands behind a comment over several lines is written below it.
    if (newlines === 0 && pieces.at(-1)?.isTall === true) newlines = 1;
    const raw = source.text.slice(start, end);
    const isComment = kind === "comment";
    const text = isComment ? plainComment(raw) : raw;
    const isTall = isComment && text.includes("\n");
    const isLineComment = isComment && !raw.startsWith("/*");
    const trails = isLineComment && newlines === 0 && pieces.length > 0;
    const column = isLineComment && (trails || commentColumn >= 0) ? columnOf(source, start) : -1;
    const hangs = isLineComment && newlines === 1 && column >= 0 && column === commentColumn;
    pieces.push({
      kind,
      symbol,
      start,
      end,
      text,
      width: widthOf(isTall ? text.slice(0, text.indexOf("\n")) : text),
      newlines,
      isLineComment,
      isTall,
      hangs,
    });
    commentColumn = trails || hangs ? column : -1;
    newlines = 0;
  }
  return pieces;
}

function columnOf(source: SourceText, offset: number): number {
  const { line } = positionAt(source, offset);
  return widthOf(source.text.slice(source.lineStarts[line - 1] ?? 0, offset));
}

function plainComment(raw: string): string {
  return raw
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line, index) => (index === 0 ? line.replace(/\t/g, " ") : withoutTabs(line)).replace(/ +$/, ""))
    .join("\n")
    .replace(/\n+$/, "");
}

/** Tabs as the fix for them writes them: wide in the indentation, one blank behind it. */
export function withoutTabs(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  return indent.replace(/\t/g, " ".repeat(TAB_WIDTH)) + line.slice(indent.length).replace(/\t/g, " ");
}

/** The index of the piece that begins at an offset or behind it. */
export function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as Piece).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the last piece before `index` that is no comment, -1 where there is none. */
export function before(pieces: readonly Piece[], index: number): number {
  let at = index - 1;
  while (at >= 0 && pieces[at]?.kind === "comment") at--;
  return at;
}
