/** Which declarations two versions of a model do not share, whatever their layout, order and comments. */

import type { Clause, Declaration, DeclarationKind, SyntaxTree } from "../syntax/tree.js";
import type { Span } from "../text/source-text.js";
import { canonicalText } from "./canonical-text.js";

/** One declaration, or one entry of `actors`, `units` or `grades`. */
export interface DeclarationChange {
  readonly change: "added" | "removed" | "changed";
  readonly kind: DeclarationKind;
  /** The name; for what has none, its words: a condition, a path, an actor, a unit. */
  readonly name: string;
  /** Where it stands in either version; null where it does not. */
  readonly before: Span | null;
  readonly after: Span | null;
  /** Header and clauses that only the first version has, each on one line, and those that only the second has. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

interface Item {
  readonly kind: DeclarationKind;
  readonly name: string;
  readonly span: Span;
  readonly parts: readonly string[];
}

/** Changed, added and removed declarations in the order of the second version, removed ones where they stood in the first. */
export function changedDeclarations(
  before: readonly SyntaxTree[],
  after: readonly SyntaxTree[],
): DeclarationChange[] {
  const first = itemsOf(before);
  const second = itemsOf(after);
  const changes: { readonly at: number; readonly change: DeclarationChange }[] = [];
  const order = new Map([...second.keys()].map((key, at) => [key, at]));
  let place = -1;
  for (const [key, item] of first) {
    const other = second.get(key);
    if (other !== undefined) {
      place = order.get(key) ?? place;
      continue;
    }
    changes.push({ at: place + 0.5, change: { ...changeOf(item, null), change: "removed" } });
  }
  for (const [key, item] of second) {
    const at = order.get(key) ?? 0;
    const other = first.get(key);
    if (other === undefined) changes.push({ at, change: { ...changeOf(null, item), change: "added" } });
    else {
      const change = changeOf(other, item);
      if (change.removed.length + change.added.length > 0)
        changes.push({ at, change: { ...change, change: "changed" } });
    }
  }
  return changes.sort((a, b) => a.at - b.at).map(({ change }) => change);
}

function changeOf(before: Item | null, after: Item | null): Omit<DeclarationChange, "change"> {
  const { kind, name } = (after ?? before) as Item;
  return {
    kind,
    name,
    before: before?.span ?? null,
    after: after?.span ?? null,
    removed: without(before?.parts ?? [], after?.parts ?? []),
    added: without(after?.parts ?? [], before?.parts ?? []),
  };
}

/** Those of the first list that the second does not have, each as often as it is missing. */
function without(list: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return list.filter((part) => {
    const at = left.indexOf(part);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** By kind and name; a second one of the same kind and name counts by its number. */
function itemsOf(trees: readonly SyntaxTree[]): Map<string, Item> {
  const items = new Map<string, Item>();
  for (const tree of trees) {
    for (const declaration of tree.declarations) {
      for (const item of itemsIn(tree, declaration)) {
        const key = `${item.kind} ${item.name}`;
        let count = 1;
        while (items.has(count === 1 ? key : `${key} #${count}`)) count++;
        items.set(count === 1 ? key : `${key} #${count}`, item);
      }
    }
  }
  return items;
}

function itemsIn(tree: SyntaxTree, declaration: Declaration): Item[] {
  const { kind, span } = declaration;
  const text = (part: Span): string => canonicalText(tree, part);
  if (kind === "actors" || kind === "units" || kind === "grades") {
    return declaration.clauses.map((clause) => {
      const words = text(clause.span);
      return { kind, name: entryName(clause, words), span: clause.span, parts: [words] };
    });
  }
  const parts = [headerOf(tree, declaration), ...declaration.clauses.map((clause) => text(clause.span))];
  return [{ kind, name: nameOf(declaration, parts), span, parts }];
}

function entryName(clause: Clause, words: string): string {
  if (clause.kind === "actor" || clause.kind === "unit") return clause.name.text;
  return clause.kind === "grade entry" ? clause.letter.text : (words.split(" ")[0] ?? words);
}

/** The declaration without its clauses. */
function headerOf(tree: SyntaxTree, { span, clauses }: Declaration): string {
  let at = span.start;
  const pieces: string[] = [];
  for (const clause of clauses) {
    pieces.push(canonicalText(tree, { ...span, start: at, end: Math.max(at, clause.span.start) }));
    at = Math.max(at, clause.span.end);
  }
  pieces.push(canonicalText(tree, { ...span, start: at, end: Math.max(at, span.end) }));
  return pieces.filter((piece) => piece !== "").join(" ");
}

/** What is observed or believed is known by its condition, since it has no name. */
function nameOf(declaration: Declaration, parts: readonly string[]): string {
  const { name, kind, label } = declaration;
  const [header = "", first = header] = parts;
  if (name !== null) return name.actor === null ? name.text : `${name.text}(${name.actor.text})`;
  if (kind === "situation") return "";
  if (kind === "use" || kind === "check") return label?.text ?? header;
  return kind === "believe" ? first.replace(/ at [^ ]+$/, "") : first;
}
