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
