import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Declaration, SyntaxTree } from "../syntax/tree.js";
import { type Piece, pieceAt, piecesOf } from "./pieces.js";

/** What differs between a tree and that of its formatted text: some declarations, or more than can be said of one of them. */
export type Difference = readonly Declaration[] | "everything";

/** Faults that the layout itself mends: tabs, special blanks, indentation. */
const MENDED: ReadonlySet<string> = new Set("E0101 E0104 E0122 E0123".split(" "));

/**
 * The declarations of `a` that `b` does not say in the same words and with the same faults. The two are compared word by word: every node must have
 * the same content and the same words, so that a layout that is read differently is found out, whatever the reason.
 */
export function differences(a: SyntaxTree, b: SyntaxTree): Difference {
  const [left, right] = [piecesOf(a), piecesOf(b)];
  if (left.length !== right.length || left.some((piece, i) => piece.text !== right[i]?.text))
    return "everything";
  if (a.declarations.length !== b.declarations.length || !same(a.edition, b.edition, left, right))
    return "everything";
  const changed = new Set<Declaration>();
  a.declarations.forEach((declaration, i) => {
    if (!same(declaration, b.declarations[i], left, right)) changed.add(declaration);
  });
  const [before, after] = [faults(a, left), faults(b, right)];
  for (let i = 0; i < before.length || i < after.length; i++) {
    if (before[i] === after[i]) continue;
    const [at = ""] = [before[i], after[i]].filter((text) => text !== undefined).sort();
    const start = left[Number(at.slice(0, 12))]?.start ?? -1;
    const found = a.declarations.find((one) => one.keyword.start <= start && start < one.span.end);
    if (found === undefined) return changed.size > 0 ? [...changed] : "everything";
    changed.add(found);
    break;
  }
  return [...changed];
}

/** Each fault as the number of its first word and its code, in order. */
function faults(tree: SyntaxTree, words: readonly Piece[]): string[] {
  return tree.diagnostics
    .filter(({ code }) => !MENDED.has(code))
    .map(({ code, span }: Diagnostic) => `${String(pieceAt(words, span.start)).padStart(12, "0")} ${code}`)
    .sort();
}

interface Pair {
  readonly a: unknown;
  readonly b: unknown;
  readonly key: string;
}

/** Texts that are cut from the source, with the blanks that it happens to have. */
const CUT: ReadonlySet<string> = new Set(["text", "givenText"]);

function same(a: unknown, b: unknown, left: readonly Piece[], right: readonly Piece[]): boolean {
  const stack: Pair[] = [{ a, b, key: "" }];
  for (let pair = stack.pop(); pair !== undefined; pair = stack.pop()) {
    const { a, b, key } = pair;
    if (key === "broken" || Object.is(a, b)) continue;
    if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) {
      const cut = CUT.has(key) && typeof a === "string" && typeof b === "string";
      if (cut && a.replace(/\s/g, "") === b.replace(/\s/g, "")) continue;
      return false;
    }
    if (isSpan(a) && isSpan(b)) {
      if (pieceAt(left, a.start) !== pieceAt(right, b.start)) return false;
      if (pieceAt(left, a.end) !== pieceAt(right, b.end)) return false;
      continue;
    }
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    for (const name of keys) stack.push({ a: Reflect.get(a, name), b: Reflect.get(b, name), key: name });
  }
  return true;
}

function isSpan(value: object): value is { start: number; end: number } {
  return "start" in value && "end" in value && "file" in value;
}
