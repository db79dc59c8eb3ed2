import type { Span } from "@casus/language";
import type { Builder } from "../ir/build.js";
import type { ValueId } from "../ir/program.js";
import type { LossSite } from "./partial.js";

/** Something that the user should hear of when it happens in a run. */
export type Watched =
  | {
      readonly kind: "chance outside" | "weight below zero" | "stock below zero";
      readonly name: string;
      readonly span: Span;
    }
  | {
      readonly kind: "rule without value";
      readonly name: string;
      readonly span: Span;
      readonly sites: readonly LossSite[];
    }
  | { readonly kind: "check fails"; readonly name: string; readonly span: Span };

/** Collects what is watched; `probe` numbers it in the program. */
export interface Watch {
  add(what: Watched, flag: ValueId): void;
  readonly watched: readonly Watched[];
}

export function watchIn(b: Builder): Watch {
  const watched: Watched[] = [];
  return {
    watched,
    add(what, flag) {
      if (b.probe(`${what.kind}: ${what.name}`, flag) !== null) watched.push(what);
    },
  };
}
