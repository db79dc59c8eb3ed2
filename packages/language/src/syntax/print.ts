import type { SyntaxTree } from "./tree.js";

/** The text of a tree, put together from its tokens: exactly the text that was parsed. */
export function print(tree: SyntaxTree): string {
  const { text } = tree.source;
  return tree.tokens.map((token) => text.slice(token.start, token.end)).join("");
}
