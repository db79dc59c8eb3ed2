import { reporter } from "../diagnostics/report.js";
import { positionAt, type SourceText } from "../text/source-text.js";
import { blocks } from "./blocks.js";
import type { Cursor } from "./cursor.js";
import { parseDeclaration } from "./declarations.js";
import { reportForbidden } from "./forbidden.js";
import { CLAUSES } from "./grammar.js";
import { significantTokens } from "./layout.js";
import { lex } from "./lexer.js";
import type { Declaration, SyntaxTree } from "./tree.js";

/**
 * Text to tree. Cannot fail: whatever the text is, its tokens are in the tree, and what was not understood is reported, stands there as `bad`,
 * and hurts nothing beside it. Takes time in proportion to the length of the text.
 */
export function parse(source: SourceText): SyntaxTree {
  const { report, diagnostics } = reporter();
  reportForbidden(source, report);
  const { tokens, faults } = lex(source, report);
  const seen = significantTokens(source, tokens);
  const cursor: Cursor = {
    source,
    text: source.text,
    ...seen,
    faults,
    report,
    at: 0,
    first: 0,
    end: seen.tokens.length,
    declaration: "situation",
    table: CLAUSES.situation,
    outer: null,
    dating: true,
    intervals: true,
    perTime: true,
    insideCall: false,
    depth: 0,
    dated: 0,
    quiet: false,
  };
  const found = blocks(cursor);
  const parsed = found.blocks.map((block) => parseDeclaration(cursor, block));
  diagnostics.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  let next = 0;
  const declarations = parsed.map((declaration, index): Declaration => {
    // A fault behind the last token of a declaration, such as an unclosed comment, still counts to it where it stands on the same line.
    const lineEnd =
      source.lineStarts[positionAt(source, declaration.span.end).line] ?? source.text.length + 1;
    const end = Math.min(lineEnd, parsed[index + 1]?.span.start ?? lineEnd);
    while ((errors[next]?.span.start ?? Number.POSITIVE_INFINITY) < declaration.span.start) next++;
    const start = errors[next]?.span.start;
    return { ...declaration, broken: start !== undefined && start < end };
  });
  return { source, tokens, edition: found.edition, declarations, diagnostics };
}
