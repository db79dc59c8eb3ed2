import { flatWidth, type Layout } from "./layout.js";
import { before, pieceAt } from "./pieces.js";
import type { Stretch, Unit } from "./units.js";

/** A line of a table: an entry of `actors` or `units`, or an option with its weight. */
export interface Row extends Stretch {
  readonly indent: number;
  /** The pieces with which its second and third column begin; `null` where it has none. */
  readonly cells: readonly [number | null, number | null];
}

/** Blanks between the widest cell of a column and the next column. */
const TABLE_GAP = 2;

/** The row that the units of a line make, `null` where they make none. */
export function rowOf(layout: Layout, units: readonly Unit[]): Row | null {
  const [unit, nested] = units;
  const clause = unit?.clause ?? null;
  if (unit === undefined || clause === null || units.some(({ verbatim }) => verbatim)) return null;
  const { first } = unit;
  const end = units.at(-1)?.end ?? unit.end;
  if (clause.kind === "option") {
    const isRow = nested !== undefined && units.slice(1).every(({ level }) => level === 2);
    return isRow ? { first, end, indent: 2, cells: [unit.end, null] } : null;
  }
  if (clause.kind !== "unit" && clause.kind !== "actor") return null;
  // A label behind the properties is no column.
  const label =
    clause.kind === "actor" && clause.label !== null ? pieceAt(layout.pieces, clause.label.span.start) : -1;
  const hasLabel = label >= 0 && before(layout.pieces, label) === first;
  const rest = (hasLabel ? label : first) + 1;
  return { first, end, indent: 2, cells: [hasLabel ? label : null, rest < end ? rest : null] };
}

/** The blanks before the cells of a table's rows; none where the table would grow too wide. */
export function align(layout: Layout, rows: readonly Row[]): ReadonlyMap<number, number> {
  const pads = new Map<number, number>();
  const width = (first: number, end: number): number => flatWidth(layout.widths, layout.gaps, first, end);
  const ends = rows.map(
    ({ first, end, indent, cells }) => indent + width(first, cells[0] ?? cells[1] ?? end),
  );
  for (const k of [0, 1] as const) {
    const having = rows.flatMap(({ cells }, i) => (cells[k] === null ? [] : [i]));
    const gap = having.length > 1 ? TABLE_GAP : 1;
    const column = having.reduce((most, i) => Math.max(most, ends[i] as number), 0) + gap;
    for (const i of having) {
      const { cells, end } = rows[i] as Row;
      const cell = cells[k] as number;
      pads.set(cell, column - (ends[i] as number));
      ends[i] = column + width(cell, k === 0 ? (cells[1] ?? end) : end);
    }
  }
  return ends.some((end) => end > layout.width) ? new Map() : pads;
}
