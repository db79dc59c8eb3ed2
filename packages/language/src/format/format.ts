import { parse } from "../syntax/parse.js";
import { print } from "../syntax/print.js";
import type { Declaration, SyntaxTree } from "../syntax/tree.js";
import { sourceText } from "../text/source-text.js";
import { layOut } from "./file.js";
import { prepare } from "./layout.js";
import { piecesOf } from "./pieces.js";
import { differences } from "./same.js";
import { faultsOf, stretchOf, unitsOf } from "./units.js";

export interface FormatOptions {
  /** Columns that a line should not exceed; 100 unless given. Strings and comments are never broken. */
  readonly width?: number;
}

const DEFAULT_WIDTH = 100;
/** Declarations whose layout turns out to be read differently are kept as they were, and the rest is looked at again so many times. */
const ROUNDS = 4;

/**
 * The text of a tree in its one canonical form. All words and comments stay, in their order; only white space changes. What has not been understood
 * keeps its white space, and so does a declaration that would be read differently in its new layout, so that the meaning cannot change.
 *
 * - **Lines.** A declaration begins at the margin, its clauses in column 2, those of an option or obligation in column 4. Clauses that the author put
 *   on one line (the header's too) stay there if the line fits; otherwise each has its own. Entries of `actors`, `units` and `grades` always have.
 * - **Too long.** A clause that does not fit even so is broken, four columns deeper, before its inner words (`when`, `given`, `then`, …) or behind its
 *   `=`, then before operators, the loosest first, each level two columns deeper; lists go on with as many items as fit. What was broken and
 *   fits is joined. Strings and comments are never broken, so that a line can still be too long.
 * - **Blanks.** One between words and around operators; none inside parentheses, before commas, behind a sign, and in `USD/soldier`. Numbers, quotation
 *   marks and symbols stay as they are written.
 * - **Columns.** Names, labels and properties of `actors` and `units` stand in columns, and so do the weights of options, two blanks apart; an empty
 *   line begins a new table. A table that would be too wide has no columns.
 * - **Empty lines.** One where there was one or more, within a declaration too; two before a comment that heads a section (`// ---`).
 * - **Comments.** At the end of a line they stay there, in one column with those of the lines around; on lines of their own they are indented as what
 *   follows, at the margin between declarations unless they were indented. Within a clause they break the line where they end.
 * - **The file.** Lines end with LF, the last one too; tabs and blanks at line ends go, tabs within strings stay.
 */
export function format(tree: SyntaxTree, options: FormatOptions = {}): string {
  const width = options.width ?? DEFAULT_WIDTH;
  const kept = new Set<Declaration>();
  for (let round = 0; round <= ROUNDS; round++) {
    const text = layOutKeeping(tree, width, kept);
    const different = differences(tree, parse(sourceText(tree.source.file, text)));
    if (different.length === 0) return text;
    const found = different === "everything" ? tree.declarations : different;
    const size = kept.size;
    for (const declaration of round === ROUNDS ? tree.declarations : found) kept.add(declaration);
    if (kept.size === size) break;
  }
  return print(tree);
}

function layOutKeeping(tree: SyntaxTree, width: number, kept: ReadonlySet<Declaration>): string {
  const pieces = piecesOf(tree);
  const faults = faultsOf(tree);
  const verbatim = tree.declarations.flatMap((declaration) =>
    kept.has(declaration)
      ? [stretchOf(declaration, pieces)]
      : unitsOf(declaration, pieces, faults).filter((unit) => unit.verbatim),
  );
  return layOut(prepare(tree, width, verbatim), kept, faults);
}
