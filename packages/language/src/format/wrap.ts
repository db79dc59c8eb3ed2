import { fits, type Layout } from "./layout.js";
import type { Stretch } from "./units.js";
import { add, addComment, columnOf, startLine, type Writer } from "./writer.js";

/** Writes a piece behind what the line holds. */
export function writePiece(writer: Writer, layout: Layout, index: number): void {
  const piece = layout.pieces[index];
  if (piece === undefined) return;
  if (piece.isLineComment && ((piece.newlines === 0 && index > 0) || piece.hangs))
    addComment(writer, piece.text);
  else add(writer, piece.text);
}

/** Writes a stretch on one line. `pads` gives the blanks before some pieces. */
export function writeFlat(
  writer: Writer,
  layout: Layout,
  { first, end }: Stretch,
  pads: ReadonlyMap<number, number> = new Map(),
): void {
  for (let i = first; i < end; i++) {
    if (i > first) {
      const pad = pads.get(i);
      add(writer, pad === undefined ? (layout.gaps[i] as string) : " ".repeat(pad));
    }
    writePiece(writer, layout, i);
  }
}

/** Writes a stretch, broken where it does not fit; lines that go on with it begin in column `indent`. */
export function writeBroken(writer: Writer, layout: Layout, stretch: Stretch, indent: number): void {
  if (fits(layout, stretch, columnOf(writer))) {
    writeFlat(writer, layout, stretch);
    return;
  }
  const { first, end } = stretch;
  const cuts: number[] = [];
  let depth = Number.POSITIVE_INFINITY;
  for (let i = first + 1; i < end; i++) {
    const here = layout.breaks.get(i);
    if (here === undefined || here.depth > depth) continue;
    if (here.depth < depth) cuts.length = 0;
    depth = here.depth;
    cuts.push(i);
  }
  if (cuts.length === 0) {
    writeForced(writer, layout, stretch, indent);
    return;
  }
  [first, ...cuts].forEach((from, k) => {
    const part = { first: from, end: cuts[k] ?? end };
    if (k > 0) {
      const gap = layout.gaps[from] as string;
      const joins =
        layout.breaks.get(from)?.fills === true &&
        layout.forced[from] === layout.forced[from - 1] &&
        fits(layout, part, columnOf(writer) + gap.length);
      if (joins) add(writer, gap);
      else startLine(writer, indent, 0);
    }
    writeBroken(writer, layout, part, indent + 2);
  });
}

/** Writes a stretch without places to break it: only where comments or what was written end a line. */
export function writeForced(writer: Writer, layout: Layout, { first, end }: Stretch, indent: number): void {
  for (let i = first; i < end; i++) {
    if (i > first) {
      const gap = layout.gaps[i] as string;
      if (gap.includes("\n")) add(writer, gap);
      else if (layout.forced[i] !== layout.forced[i - 1]) startLine(writer, indent, 0);
      else add(writer, gap);
    }
    writePiece(writer, layout, i);
  }
}
