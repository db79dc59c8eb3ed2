/** What a model's author has left out on purpose: comments of a fixed form in the model. */
import { isSignificant } from "../syntax/index.js";
import type { SyntaxTree } from "../syntax/tree.js";
import type { Span } from "../text/source-text.js";

/** `// set aside: "words" in SOURCE: why`; `after "…"` and `before "…"` choose the place as under a quote. */
export interface SetAside {
  readonly words: string;
  readonly after: string | null;
  readonly before: string | null;
  readonly source: string;
  readonly why: string;
  readonly span: Span;
}

export interface SetAsides {
  readonly items: readonly SetAside[];
  /** Comments that begin like one, and cannot be read. */
  readonly unreadable: readonly Span[];
}

const string = `["“]([^"“”]*)["”]`;
const form = new RegExp(
  `^//\\s*set aside:\\s*${string}(?:\\s+after\\s+${string})?(?:\\s+before\\s+${string})?\\s+in\\s+([\\p{L}_][\\p{L}\\p{N}_]*)\\s*:\\s*(\\S.*)$`,
  "iu",
);

/** Finds the comments of a model that set words of a source aside. A comment may go on on the next lines, each with its own `//`. */
export function setAsides(trees: readonly SyntaxTree[]): SetAsides {
  const items: SetAside[] = [];
  const unreadable: Span[] = [];
  for (const { source, tokens } of trees) {
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at];
      if (token?.kind !== "comment") continue;
      let text = source.text.slice(token.start, token.end);
      if (!/^\/\/\s*set aside\s*:/i.test(text)) continue;
      let end = token.end;
      for (let next = at + 1; next < tokens.length; next++) {
        const other = tokens[next];
        if (other === undefined || isSignificant(other.kind)) break;
        if (other.kind === "newline" && source.text.slice(end, other.start).includes("\n")) break;
        if (other.kind !== "comment") continue;
        const more = source.text.slice(other.start, other.end);
        if (!/^\/\/ {2,}\S/.test(more)) break;
        text += ` ${more.slice(2).trim()}`;
        end = other.end;
      }
      const span = { file: source.file, start: token.start, end };
      const found = form.exec(text);
      if (found === null) unreadable.push(span);
      else {
        const [, words = "", after = null, before = null, name = "", why = ""] = found;
        items.push({ words, after, before, source: name, why: why.trim(), span });
      }
    }
  }
  return { items, unreadable };
}
