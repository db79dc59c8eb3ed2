/** Changed declarations that only make sense together, and models in which one such group alone has changed. */
import { type DeclarationChange, memoryWorld, type Span } from "@casus/language";
import type { Place } from "../place.js";
import type { Sources } from "../plain.js";

/** Changes that need each other: what is added or removed, and whatever names it. */
export type Cause = readonly DeclarationChange[];

/** Groups changes so that each group can be made by itself; in the order of their first change. */
export function causesOf(changes: readonly DeclarationChange[]): Cause[] {
  const group = changes.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (group[at] !== at) at = group[at] ?? at;
    return at;
  };
  changes.forEach((change, index) => {
    if (change.change === "changed" || change.name === "") return;
    const word = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped(bareName(change))}(?![\\p{L}\\p{N}_])`, "u");
    changes.forEach((other, place) => {
      if (
        place === index ||
        ![...other.removed, ...other.added].some((line) => word.test(withoutStrings(line)))
      )
        return;
      const [a, b] = [root(index), root(place)];
      group[Math.max(a, b)] = Math.min(a, b);
    });
  });
  const causes = new Map<number, DeclarationChange[]>();
  changes.forEach((change, index) => {
    const key = root(index);
    causes.set(key, [...(causes.get(key) ?? []), change]);
  });
  return [...causes.values()];
}

/** `invaded` of `invaded(russia)`: rules may speak of any of its actors. */
function bareName({ name }: DeclarationChange): string {
  return name.replace(/[^\p{L}\p{N}_].*$/u, "");
}

function withoutStrings(line: string): string {
  return line.replace(/"(?:[^"\\]|\\.)*"/g, '""');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The first version with one cause's changes made to it, in memory. */
export function withCause(before: Versioned, after: Versioned, cause: Cause): Place {
  const edits: { readonly span: Span; readonly text: string }[] = [];
  let behind = "";
  for (const change of cause) {
    const text = change.after === null ? "" : textAt(after.sources, change.after);
    if (change.before !== null) edits.push({ span: change.before, text });
    else behind += isEntry(change) ? `\n${change.kind}\n  ${text}\n` : `\n${text}\n`;
  }
  const files: Record<string, string> = {};
  for (const [path, source] of before.sources) files[path] = source.text;
  // Texts that only the second version has may be quoted by what has been added.
  for (const [path, source] of after.sources) files[path] ??= source.text;
  for (const edit of edits.sort((a, b) => b.span.start - a.span.start)) {
    const text = files[edit.span.file] ?? "";
    files[edit.span.file] = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
  }
  files[before.file] = (files[before.file] ?? "") + behind;
  return { world: memoryWorld(files), main: before.file };
}

export interface Versioned {
  readonly file: string;
  readonly sources: Sources;
}

function isEntry({ kind }: DeclarationChange): boolean {
  return kind === "actors" || kind === "units" || kind === "grades";
}

function textAt(sources: Sources, span: Span): string {
  return sources.get(span.file)?.text.slice(span.start, span.end) ?? "";
}
