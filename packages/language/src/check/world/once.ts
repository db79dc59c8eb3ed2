import type { Clause } from "../../syntax/tree.js";
import { type Context, clausesOf } from "../context.js";

/** The one clause of a kind, or null; a second one is reported. `called`: how the clause begins. */
export function only<K extends Clause["kind"]>(
  context: Context,
  clauses: readonly Clause[],
  kind: K,
  called: string = kind,
): (Clause & { readonly kind: K }) | null {
  const [first, ...others] = clausesOf(clauses, kind);
  if (first === undefined) return null;
  for (const other of others) {
    context.report("E0519", other.span, `\`${called}\` stands here a second time.`, {
      labels: [{ span: first.span, message: "the first one" }],
    });
  }
  return first;
}

/** Whether a kind of clause stands there more than once, which {@link only} has reported. */
export function repeated(clauses: readonly Clause[], ...kinds: readonly Clause["kind"][]): boolean {
  return kinds.some((kind) => clausesOf(clauses, kind).length > 1);
}
