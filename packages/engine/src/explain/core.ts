import type { Backing, Declaration } from "@casus/language";
import type { ExplainedDistribution, ExplainedKind, Explanation, ExplanationRow } from "./explanation.js";
import type { Subject } from "./subject.js";

/** What is particular to the kind of a name; the rest is the same for all. */
export interface Core {
  readonly kind: ExplainedKind;
  readonly summary: string;
  readonly label?: string | null;
  readonly unit?: string | null;
  readonly rows?: readonly ExplanationRow[];
  readonly distribution?: ExplainedDistribution | null;
  readonly backing?: Backing;
  readonly reads?: readonly string[];
  readonly span: Explanation["span"];
}

/** The item of a name in one of the model's lists. */
export function named<T extends { readonly name: string }>(list: readonly T[], name: string): T | undefined {
  return list.find((each) => each.name === name);
}

/** The declaration of a name as it is written; null for what comes with another one. */
export function declarationOf({ trees }: Subject, name: string): Declaration | null {
  for (const tree of trees) {
    for (const declaration of tree.declarations) {
      const own = declaration.name;
      const text = own === null ? null : own.actor === null ? own.text : `${own.text}(${own.actor.text})`;
      if (text === name && declaration.kind !== "outcome") return declaration;
    }
  }
  return null;
}
