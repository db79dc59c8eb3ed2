import type { SyntaxTree } from "../syntax/tree.js";
import { type Break, breaksOf } from "./breaks.js";
import { type Piece, piecesOf, withoutTabs } from "./pieces.js";
import { spacing } from "./spacing.js";
import type { Stretch } from "./units.js";

/** All that is known of a tree before its lines are laid out. Arrays go by piece. */
export interface Layout {
  readonly tree: SyntaxTree;
  readonly pieces: readonly Piece[];
  /** What stands before a piece on the line of the piece before it; with a line end where what was written is kept. */
  readonly gaps: readonly string[];
  readonly breaks: ReadonlyMap<number, Break>;
  /** Width of all before a piece, were it on one line; one entry more than there are pieces. */
  readonly widths: Float64Array;
  /** How many of the pieces up to and with this one must begin a line. */
  readonly forced: Uint32Array;
  /** Where the declarations begin. */
  readonly keywords: ReadonlySet<number>;
  /** Columns of a line. */
  readonly width: number;
}

/** Prepares a tree for its layout. `verbatim` are stretches that keep their white space. */
export function prepare(tree: SyntaxTree, width: number, verbatim: readonly Stretch[]): Layout {
  const pieces = piecesOf(tree);
  const blanks = spacing(tree, pieces);
  const gaps: string[] = Array.from(blanks, (blank) => (blank === 0 ? "" : " "));
  for (const { first, end } of verbatim)
    for (let i = first + 1; i < end; i++) gaps[i] = writtenGap(tree, pieces, i);
  const { breaks, kept } = breaksOf(tree.declarations, pieces);
  for (const { first, end } of verbatim) for (let i = first + 1; i < end; i++) breaks.delete(i);
  const widths = new Float64Array(pieces.length + 1);
  const forced = new Uint32Array(pieces.length);
  let count = 0;
  pieces.forEach((piece, i) => {
    const gap = gaps[i] as string;
    widths[i + 1] = (widths[i] as number) + (i === 0 ? 0 : gap.length) + piece.width;
    if (mustBegin(pieces, i) || gap.includes("\n") || kept.has(i)) count++;
    forced[i] = count;
  });
  const keywords = new Set(tree.declarations.map(({ keyword }) => keyword.start));
  return { tree, pieces, gaps, breaks, widths, forced, keywords, width };
}

/** The white space before a piece as it was written, without tabs, blanks at line ends and superfluous empty lines. */
export function writtenGap({ source }: SyntaxTree, pieces: readonly Piece[], index: number): string {
  const raw = source.text.slice(pieces[index - 1]?.end ?? 0, pieces[index]?.start).replace(/^\ufeff/, "");
  const lines = raw.split(/\r\n|\r|\n/);
  const indent = withoutTabs(lines.at(-1) ?? "");
  if (lines.length === 1) return index === 0 ? indent : (lines[0] ?? "").replace(/\t/g, " ");
  return (lines.length > 2 ? "\n\n" : "\n") + indent;
}

/** Whether a piece begins a line wherever it stands inside of a unit: behind a comment that ends its line, or as one that has its own. */
function mustBegin(pieces: readonly Piece[], index: number): boolean {
  const left = pieces[index - 1];
  return (
    left !== undefined &&
    (left.isLineComment || left.isTall || hasOwnLine(pieces, index) || hasOwnLine(pieces, index - 1))
  );
}

/** Whether a piece is a comment on a line of its own. */
export function hasOwnLine(pieces: readonly Piece[], index: number): boolean {
  const piece = pieces[index];
  if (piece?.kind !== "comment" || (piece.newlines === 0 && index > 0)) return false;
  return piece.isLineComment || piece.isTall || (pieces[index + 1]?.newlines ?? 1) > 0;
}

/** Whether a stretch stands on one line that has reached `column`. */
export function fits(layout: Layout, { first, end }: Stretch, column: number): boolean {
  const { widths, forced, gaps, width } = layout;
  if (forced[first] !== forced[end - 1]) return false;
  return column + flatWidth(widths, gaps, first, end) <= width;
}

/** The width of a stretch on one line. */
export function flatWidth(widths: Float64Array, gaps: readonly string[], first: number, end: number): number {
  return (
    (widths[end] as number) - (widths[first] as number) - (first === 0 ? 0 : (gaps[first] as string).length)
  );
}
