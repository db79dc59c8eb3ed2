/** What a written name means. */
import type { Expression } from "../../syntax/tree.js";
import type { Span } from "../../text/source-text.js";
import type { Context, NamedSymbol, SymbolKind } from "../context.js";
import { perActor } from "./per-actor.js";
import { reportUnknown, unknownName } from "./unknown.js";
import { article, kindWords, write } from "./wording.js";

export type Reference = Expression & { readonly kind: "reference" };

export type Found =
  | { readonly kind: "symbol"; readonly symbol: NamedSymbol }
  /** `T.signed`, `T.in_force` */
  | { readonly kind: "treaty"; readonly symbol: NamedSymbol; readonly state: "signed" | "in_force" }
  /** `invaded(party)` where nothing of that name is declared for the party. */
  | { readonly kind: "absent" };

/** Finds what a reference means. `party`: who needs help, inside an obligation. null: reported. */
export function lookUp(context: Context, reference: Reference, party: string | null): Found | null {
  const parts = [reference.head, ...reference.members];
  let usesParty = false;
  const texts: string[] = [];
  for (const part of parts) {
    let argument = part.argument?.text ?? null;
    if (part.argument !== null && argument === "party" && !context.actors.has("party")) {
      if (party === null) {
        context.report(
          "E0319",
          part.argument.span,
          "`party` stands for the party that needs help, and has a meaning inside the condition of an obligation only.",
          { notes: ["Name the actor that is meant."] },
        );
        return null;
      }
      usesParty = true;
      argument = party;
    }
    texts.push(argument === null ? part.name.text : `${part.name.text}(${argument})`);
  }
  const name = texts.join(".");
  const symbol = context.names.get(name);
  if (symbol !== undefined) return { kind: "symbol", symbol };
  const head = context.names.get(texts[0] as string);
  const state = reference.members[0]?.name.text;
  if (head?.kind === "treaty" && texts.length === 2 && reference.members[0]?.argument === null) {
    if (state === "signed" || state === "in_force") return { kind: "treaty", symbol: head, state };
  }
  const family = parts.map((part) => part.name.text).join(".");
  if (usesParty && perActor(context, family).length > 0) return { kind: "absent" };
  reportUnknown(context, reference, family, head);
  return null;
}

/** The symbol behind a canonical name, of one of these kinds; reported otherwise. Broken: null without a word. */
export function symbolNamed(
  context: Context,
  name: string,
  span: Span,
  kinds: readonly SymbolKind[],
  what: string,
): NamedSymbol | null {
  const symbol = context.names.get(name);
  if (symbol === undefined) {
    const actors = perActor(context, name);
    if (actors.length > 0) {
      context.report("E0210", span, `\`${name}\` is declared for single actors: say for which.`, {
        fixes: actors.slice(0, 3).map((other) => write(other, span)),
      });
    } else unknownName(context, name, span, (other) => kinds.includes(other.kind), what);
    return null;
  }
  if (symbol.broken) return null;
  if (kinds.includes(symbol.kind)) return symbol;
  wrongKind(context, symbol, span, what);
  return null;
}

export function wrongKind(context: Context, symbol: NamedSymbol, span: Span, what: string): void {
  context.report(
    "E0205",
    span,
    `\`${symbol.name}\` is ${kindWords(symbol.kind)}, and ${article(what)} is wanted here.`,
    {
      labels: [{ span: symbol.span, message: "declared here" }],
    },
  );
}
