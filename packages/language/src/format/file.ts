import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Declaration } from "../syntax/tree.js";
import { writeDeclaration } from "./declaration.js";
import { hasOwnLine, type Layout, writtenGap } from "./layout.js";
import { before, type Piece } from "./pieces.js";
import { stretchOf } from "./units.js";
import { writeFlat, writePiece } from "./wrap.js";
import { add, startLine, textOf, type Writer } from "./writer.js";

/** A comment that heads a section: `// --- What is known ---`. */
const SECTION = /^\/\/ ?([-=*#~])\1\1/;

/** Lays out a whole file. What stands outside of declarations is kept as it was written; `verbatim` are declarations that are kept too. */
export function layOut(
  layout: Layout,
  verbatim: ReadonlySet<Declaration>,
  faults: readonly Diagnostic[],
): string {
  const { pieces, tree } = layout;
  const writer: Writer = { lines: [] };
  let next = 0;
  let depth = 0;
  for (let i = 0; i < pieces.length; ) {
    const piece = pieces[i] as Piece;
    const declaration = tree.declarations[next];
    if (declaration !== undefined && declaration.keyword.start === piece.start) {
      next++;
      const stretch = stretchOf(declaration, pieces);
      const isKept = verbatim.has(declaration);
      const at = i;
      begin(writer, layout, i, () => (isKept ? writtenIndent(layout, at) : 0));
      if (isKept) writeFlat(writer, layout, stretch);
      else writeDeclaration(writer, layout, declaration, faults);
      i = stretch.end;
      depth = 2;
      continue;
    }
    const indent = piece.kind === "comment" ? commentIndent : writtenIndent;
    const at = i;
    begin(writer, layout, i, () => indent(layout, at, depth));
    writePiece(writer, layout, i);
    i++;
  }
  return textOf(writer, layout.width);
}

/** Begins the line of a piece, or goes on with that of the piece before. */
function begin(writer: Writer, layout: Layout, index: number, indent: () => number): void {
  const { pieces, tree } = layout;
  const piece = pieces[index] as Piece;
  const left = pieces[index - 1];
  const isKept = piece.kind !== "comment" && !isDeclared(layout, index);
  const gap = writtenGap(tree, pieces, index);
  if (left === undefined || left.isLineComment)
    startLine(writer, piece.hangs ? 0 : indent(), blankBefore(piece));
  else if (isEditionNumber(layout, index) && !left.isTall) add(writer, " ");
  else if (isKept && !gap.includes("\n")) add(writer, gap);
  else if (piece.newlines > 0) startLine(writer, piece.hangs ? 0 : indent(), blankBefore(piece));
  else add(writer, " ");
}

/** Empty lines before a piece: at most one, or two before the comment that heads a section. */
function blankBefore({ kind, text, newlines }: Piece): number {
  const most = kind === "comment" && SECTION.test(text) ? 2 : 1;
  return Math.min(most, Math.max(0, newlines - 1));
}

/** Whether a declaration begins with a piece. */
function isDeclared({ pieces, keywords }: Layout, index: number): boolean {
  return keywords.has((pieces[index] as Piece).start);
}

/** Whether a piece is the number in `casus 1`. */
function isEditionNumber({ pieces, tree }: Layout, index: number): boolean {
  const { edition } = tree;
  return (
    edition !== null &&
    pieces[index]?.start === edition.span.start &&
    pieces[before(pieces, index)]?.text === "casus"
  );
}

/** The indentation that stands before a piece, or before the comments on its line; none before an edition. */
function writtenIndent(layout: Layout, index: number): number {
  const { tree, pieces } = layout;
  if (isEditionNumber(layout, index + 1)) return 0;
  let first = index;
  while (first > 0 && pieces[first]?.newlines === 0) first--;
  const gap = writtenGap(tree, pieces, first);
  return first === 0 || gap.includes("\n") ? gap.length - gap.lastIndexOf("\n") - 1 : 0;
}

/** A comment alone on its line stands at the margin, or as deep as clauses where it was indented below a declaration. */
function commentIndent(layout: Layout, index: number, depth: number): number {
  const { pieces } = layout;
  let end = index;
  while (
    pieces[end]?.kind === "comment" &&
    !hasOwnLine(pieces, end) &&
    end + 1 < pieces.length &&
    pieces[end + 1]?.newlines === 0
  )
    end++;
  const last = pieces[end] as Piece;
  if (last.kind !== "comment") return isDeclared(layout, end) ? 0 : writtenIndent(layout, index);
  return writtenIndent(layout, index) > 0 ? depth : 0;
}
