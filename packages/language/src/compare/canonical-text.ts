import { isSignificant, type SyntaxTree } from "../syntax/index.js";
import type { Span } from "../text/source-text.js";

/** What the parser sees of a stretch of text: its tokens with one blank between those that are not written together; no comments, no line ends. */
export function canonicalText({ source, tokens }: SyntaxTree, span: Span): string {
  let text = "";
  let end = span.start;
  for (let at = firstFrom(tokens, span.start); at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined || token.start >= span.end) break;
    if (!isSignificant(token.kind)) continue;
    if (text !== "" && token.start > end) text += " ";
    text += source.text.slice(token.start, token.end);
    end = token.end;
  }
  return text;
}

function firstFrom(tokens: SyntaxTree["tokens"], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
