import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Clause, Declaration, SyntaxTree } from "../syntax/tree.js";
import { before, type Piece, pieceAt } from "./pieces.js";

/** A stretch of a declaration that may stand on a line of its own: its header, a clause, or the head of a clause that has clauses itself. */
export interface Unit {
  /** Pieces `first` to `end` (excluded). Comments between two units belong to neither. */
  readonly first: number;
  readonly end: number;
  /** 0 the header, 1 a clause or entry, 2 a clause of an option or obligation. */
  readonly level: 0 | 1 | 2;
  readonly clause: Clause | null;
  /** Not understood: kept as it was written. */
  readonly verbatim: boolean;
}

/** A stretch of pieces, `end` excluded. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** Faults of single characters, words and indentations behind which everything has been understood. */
const HARMLESS: ReadonlySet<string> = new Set(
  "E0101 E0102 E0103 E0104 E0105 E0108 E0109 E0110 E0111 E0112 E0122 E0123 E0124".split(" "),
);

/** The faults that leave something of the text without a meaning, in the order of the text. */
export function faultsOf(tree: SyntaxTree): readonly Diagnostic[] {
  return tree.diagnostics.filter(({ severity, code }) => severity === "error" && !HARMLESS.has(code));
}

/** The pieces of a declaration, from its keyword to its last word. */
export function stretchOf(declaration: Declaration, pieces: readonly Piece[]): Stretch {
  return {
    first: pieceAt(pieces, declaration.span.start),
    end: before(pieces, pieceAt(pieces, declaration.span.end)) + 1,
  };
}

interface Start {
  readonly first: number;
  readonly level: 1 | 2;
  readonly clause: Clause;
}

/** The units of a declaration, in the order of the text. */
export function unitsOf(
  declaration: Declaration,
  pieces: readonly Piece[],
  faults: readonly Diagnostic[],
): Unit[] {
  const { first, end } = stretchOf(declaration, pieces);
  const starts: Start[] = [];
  const collect = (clause: Clause, level: 1 | 2): void => {
    // The condition of `observed` and what came out stand in the header.
    if (clause.kind === "holds" || clause.kind === "came out") return;
    starts.push({ first: pieceAt(pieces, clause.span.start), level, clause });
    if (clause.kind === "option" || clause.kind === "obligation")
      for (const nested of clause.clauses) collect(nested, 2);
  };
  for (const clause of declaration.clauses) collect(clause, 1);
  const units: Unit[] = [];
  const push = (from: number, to: number, level: 0 | 1 | 2, clause: Clause | null): void => {
    if (from >= to) return;
    const last = before(pieces, to) + 1;
    const bad = clause === null ? isHeaderBad(declaration) : clause.kind === "bad";
    const verbatim = bad || isDoubtful(pieces, from, last, faults);
    units.push({ first: from, end: last, level, clause, verbatim });
  };
  push(first, starts[0]?.first ?? end, 0, null);
  starts.forEach((start, i) => {
    push(start.first, starts[i + 1]?.first ?? end, start.level, start.clause);
  });
  return units;
}

function isHeaderBad({ value, clauses }: Declaration): boolean {
  return value?.kind === "bad" || clauses.some(({ kind, span }) => kind === "bad" && span.end <= span.start);
}

/** Whether characters that no rule takes stand among the pieces, or a fault begins there. */
function isDoubtful(
  pieces: readonly Piece[],
  first: number,
  end: number,
  faults: readonly Diagnostic[],
): boolean {
  for (let i = first; i < end; i++) if (pieces[i]?.kind === "unknown") return true;
  const from = pieces[first]?.start ?? 0;
  const to = pieces[end - 1]?.end ?? from;
  let low = 0;
  let high = faults.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((faults[middle] as Diagnostic).span.start < from) low = middle + 1;
    else high = middle;
  }
  const fault = faults[low]?.span;
  // An empty span behind the last piece says that something is missing there.
  return fault !== undefined && (fault.start < to || (fault.start === to && fault.end === to));
}
