import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Declaration } from "../syntax/tree.js";
import { align, type Row, rowOf } from "./columns.js";
import { fits, type Layout } from "./layout.js";
import { type Unit, unitsOf } from "./units.js";
import { writeBroken, writeFlat, writeForced, writePiece } from "./wrap.js";
import { add, columnOf, startLine, type Writer } from "./writer.js";

const CLAUSE_INDENT = 2;
/** How much deeper than its first line a clause goes on. */
const CONTINUATION = 4;

/** Units that share a line, with the comments in front of the first. */
interface Line {
  readonly units: readonly Unit[];
  /** The first piece of the line: a comment, or that of the first unit. */
  readonly lead: number;
  /** The piece behind the unit before; those up to `lead` are comments above this line. */
  readonly above: number;
}

/** Writes a declaration from its keyword on; the line on which it begins is there already. */
export function writeDeclaration(
  writer: Writer,
  layout: Layout,
  declaration: Declaration,
  faults: readonly Diagnostic[],
): void {
  const units = unitsOf(declaration, layout.pieces, faults);
  const lines = linesOf(layout, units, isTable(declaration), columnOf(writer));
  const pads = tablesOf(layout, lines);
  for (const line of lines) {
    const [unit] = line.units;
    if (unit === undefined) continue;
    const indent = unit.level * CLAUSE_INDENT;
    if (unit.level > 0) writeBoundary(writer, layout, line, indent);
    const stretch = { first: unit.first, end: line.units.at(-1)?.end ?? unit.end };
    if (fits(layout, stretch, columnOf(writer))) writeFlat(writer, layout, stretch, pads);
    else if (hasVerbatim(line.units)) writeForced(writer, layout, stretch, indent + CONTINUATION);
    else writeBroken(writer, layout, stretch, indent + CONTINUATION);
  }
}

function hasVerbatim(units: readonly Unit[]): boolean {
  return units.some(({ verbatim }) => verbatim);
}

function isTable({ kind }: Declaration): boolean {
  return kind === "actors" || kind === "units" || kind === "grades";
}

/**
 * Which units share a line: those between which the author wrote no line end, if they fit; otherwise each has its own. Entries always have theirs,
 * and so does an option or obligation whose clauses do not all stand behind it. A line that has not been understood is left whole.
 */
function linesOf(layout: Layout, units: readonly Unit[], isTable: boolean, column: number): Line[] {
  const begins = units.map(
    (unit, i) => i === 0 || isTable || cutBetween(layout, units[i - 1] as Unit, unit) >= 0,
  );
  const split = (from: number): void => {
    for (let i = from + 1; i < units.length && begins[i] === false; i++) begins[i] = true;
  };
  const lineEnd = (from: number): number => {
    let end = from + 1;
    while (end < units.length && begins[end] === false) end++;
    return end;
  };
  const leadOf = (i: number): number => {
    const unit = units[i] as Unit;
    const above = units[i - 1]?.end ?? unit.first;
    const cut = i === 0 ? -1 : cutBetween(layout, units[i - 1] as Unit, unit);
    return cut >= 0 ? cut : above;
  };
  for (let i = 0; i < units.length; ) {
    const end = lineEnd(i);
    const first = i === 0 ? (units[0] as Unit).first : leadOf(i);
    const start = i === 0 ? column : (units[i] as Unit).level * CLAUSE_INDENT;
    const isKept = hasVerbatim(units.slice(i, end));
    if (end > i + 1 && !isKept && !fits(layout, { first, end: (units[end - 1] as Unit).end }, start))
      split(i);
    i = end;
  }
  let owner = 0;
  let lineOfOwner = 0;
  let line = 0;
  units.forEach((unit, i) => {
    if (begins[i]) line = i;
    if (unit.level === 2) {
      if (begins[i] && begins[owner] === false) split(lineOfOwner);
    } else {
      owner = i;
      lineOfOwner = line;
    }
  });
  const lines: Line[] = [];
  for (let i = 0; i < units.length; ) {
    const end = lineEnd(i);
    const unit = units[i] as Unit;
    lines.push({ units: units.slice(i, end), lead: leadOf(i), above: units[i - 1]?.end ?? unit.first });
    i = end;
  }
  return lines;
}

/** The last piece from behind one unit up to the next that begins a line as the text was written, -1 where there is none. */
function cutBetween({ pieces }: Layout, left: Unit, right: Unit): number {
  for (let i = right.first; i >= left.end; i--) {
    if ((pieces[i]?.newlines ?? 0) > 0) return i;
  }
  return -1;
}

/** Writes the comments between the unit before and a line, and what stands in front of its first unit. */
function writeBoundary(writer: Writer, layout: Layout, { units, lead, above }: Line, indent: number): void {
  const { pieces, gaps } = layout;
  const first = units[0]?.first ?? lead;
  for (let i = above; i <= first; i++) {
    const piece = pieces[i];
    if (piece === undefined) return;
    if (i === lead || piece.newlines > 0)
      startLine(writer, piece.hangs ? 0 : indent, piece.newlines > 1 ? 1 : 0);
    else add(writer, gaps[i] as string);
    if (i < first) writePiece(writer, layout, i);
  }
}

/** The blanks that align tables: entries, or options with their weights, on lines without an empty one between them. */
function tablesOf(layout: Layout, lines: readonly Line[]): ReadonlyMap<number, number> {
  const pads = new Map<number, number>();
  let rows: Row[] = [];
  const finish = (): void => {
    if (rows.length > 1) for (const [piece, blanks] of align(layout, rows)) pads.set(piece, blanks);
    rows = [];
  };
  for (const { units, lead, above } of lines) {
    const [unit] = units;
    if (unit === undefined || unit.level === 2) continue;
    const isEntry = /^(actor|unit|option)$/.test(unit.clause?.kind ?? "");
    const end = units.at(-1)?.end ?? unit.end;
    let blank = false;
    for (let i = above; i <= unit.first; i++) blank ||= (layout.pieces[i]?.newlines ?? 0) > 1;
    if (blank || !isEntry) finish();
    const alone = lead === unit.first && fits(layout, { first: unit.first, end }, CLAUSE_INDENT);
    const row = alone && unit.level === 1 ? rowOf(layout, units) : null;
    if (row !== null) rows.push(row);
  }
  finish();
  return pads;
}
