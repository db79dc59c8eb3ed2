/** Names and kinds of things in messages. */
import type { Fix } from "../../diagnostics/diagnostic.js";
import type { Span } from "../../text/source-text.js";
import type { SymbolKind } from "../context.js";

/** `a stock`, `an event`. */
export const article = (what: string) => (/^[aeiou]/.test(what) ? `an ${what}` : `a ${what}`);

export function kindWords(kind: SymbolKind): string {
  return kind === "let" ? "a `let`" : kind === "parameter" ? "a number of a rule" : article(kind);
}

/** Names in a sentence; of many the first few. */
export function list(words: readonly string[]): string {
  if (words.length > 12)
    return `${list(words.slice(0, 8)).replace(" and ", ", ")} and ${words.length - 8} more`;
  const marked = words.map((word) => `\`${word}\``);
  const last = marked.pop() ?? "";
  return marked.length === 0 ? last : `${marked.join(", ")} and ${last}`;
}

export function write(text: string, span: Span): Fix {
  return { title: `Write \`${text}\``, edits: [{ span, text }], safe: false };
}
