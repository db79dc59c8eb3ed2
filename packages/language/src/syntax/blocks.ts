import { didYouMean } from "../diagnostics/wording.js";
import { nearest } from "../text/nearest.js";
import { positionAt, type Span } from "../text/source-text.js";
import { type Cursor, clauseAt, faultBetween, spanOf, textOf } from "./cursor.js";
import { CLAUSES, DECLARATION_KINDS, declarationKind, HEADERS } from "./grammar.js";
import { isAwaited, type Range } from "./layout.js";
import { readNumber } from "./numbers.js";
import { meantDeclarations } from "./synonyms.js";
import type { DeclarationKind, NumberSyntax } from "./tree.js";
import { RESERVED } from "./words.js";

/** The tokens of one declaration. */
export interface Block extends Range {
  readonly kind: DeclarationKind;
  readonly end: number;
}

interface OpenBlock {
  kind: DeclarationKind | null;
  first: number;
  indent: number;
}

/**
 * Cuts a file into declarations. A line in column 0 that begins none is taken to be what it resembles most, so that one slip is one diagnostic:
 * a misspelt keyword, a clause that lacks its indentation, or something that is left out with all that is indented below it.
 */
export function blocks(c: Cursor): { blocks: Block[]; edition: NumberSyntax | null } {
  const result: Block[] = [];
  let edition: NumberSyntax | null = null;
  let open: OpenBlock | null = null;
  const count = c.tokens.length;
  c.end = count;
  const close = (end: number): void => {
    if (open !== null && open.kind !== null) result.push({ kind: open.kind, first: open.first, end });
    open = null;
  };
  for (let i = 0; i < count; i++) {
    const indent = c.indents[i] ?? -1;
    if (indent < 0) continue;
    const above = open as OpenBlock | null;
    const word = c.tokens[i]?.kind === "word" ? textOf(c, c.tokens[i] as (typeof c.tokens)[number]) : null;
    if (word === "casus" && result.length === 0 && open === null && c.tokens[i + 1]?.kind === "number") {
      const read = readEdition(c, i);
      edition = read.edition;
      i = read.next - 1;
      continue;
    }
    if (above !== null && indent > above.indent) {
      if (!startsIndented(c, above, i, word)) continue;
      report(c, i, "E0123", atMargin(word as string), outdent(c, i));
      close(i);
      open = { kind: declarationKind(word as string), first: i, indent };
      continue;
    }
    const kind = word === null ? null : declarationKind(word);
    if (kind !== null) {
      if (indent > 0) report(c, i, "E0123", atMargin(word as string), outdent(c, i));
      close(i);
      open = { kind, first: i, indent };
    } else if (above !== null && above.kind !== null && belongsAbove(c, above.kind, i, word)) {
      const text = textOf(c, c.tokens[i] as (typeof c.tokens)[number]);
      report(
        c,
        i,
        "E0122",
        `\`${text.slice(0, 40)}\` stands where declarations begin, and begins none. Indented, it belongs to the \`${above.kind}\` above.`,
        indentFix(c, i),
      );
    } else {
      close(i);
      open = { kind: unknownDeclaration(c, i, word, indent), first: i, indent };
    }
  }
  close(count);
  return { blocks: result, edition };
}

const atMargin = (word: string): string =>
  `\`${word}\` begins a declaration, and declarations begin at the left margin.`;

/** An indented line that begins a declaration and can be nothing else. */
function startsIndented(c: Cursor, above: OpenBlock, i: number, word: string | null): boolean {
  if (word === null || declarationKind(word) === null) return false;
  const next = c.tokens[i + 1];
  if (above.kind === null) return false;
  if (HEADERS[above.kind].entries || clauseAt(c, CLAUSES[above.kind], i) || isAwaited(c, above.kind, i))
    return false;
  const sameLine = next !== undefined && (c.indents[i + 1] ?? -1) < 0;
  return sameLine && (next.kind === "word" ? !RESERVED.has(textOf(c, next)) : next.kind === "string");
}

/** A line in column 0 that goes on with the declaration above it. */
function belongsAbove(c: Cursor, kind: DeclarationKind, i: number, word: string | null): boolean {
  if (word === null || clauseAt(c, CLAUSES[kind], i) || isAwaited(c, kind, i)) return true;
  if (RESERVED.has(word)) return true;
  const [best = meantDeclarations(word)[0]] = nearest(word, DECLARATION_KINDS);
  return HEADERS[kind].entries && best === undefined;
}

function unknownDeclaration(
  c: Cursor,
  i: number,
  word: string | null,
  indent: number,
): DeclarationKind | null {
  const text = textOf(c, c.tokens[i] as (typeof c.tokens)[number]).slice(0, 40);
  if (indent > 0) {
    report(
      c,
      i,
      "E0123",
      "This line is indented, but no declaration stands above it to which it could belong.",
      [],
    );
    return null;
  }
  if (word === "casus") {
    report(c, i, "E0120", "The edition is the first line of a file: `casus 1`.", []);
    return null;
  }
  const first = c.tokens[i] as (typeof c.tokens)[number];
  // What stands behind a character that the lexer has refused is not a second fault.
  const { line } = positionAt(c.source, first.start);
  if (faultBetween(c, c.source.lineStarts[line - 1] ?? 0, first.end)) return null;
  const near = word === null ? [] : nearest(word, DECLARATION_KINDS);
  if (text === "-" && c.tokens[i + 1]?.symbol === "-") {
    const dashes = { ...spanOf(c, first), end: c.tokens[i + 1]?.end ?? first.end };
    c.report("E0121", dashes, "A comment begins with `//`.", {
      fixes: [{ title: "Write `//`", edits: [{ span: dashes, text: "//" }], safe: false }],
    });
    return null;
  }
  const suggestions: readonly string[] = near.length > 0 || word === null ? near : meantDeclarations(word);
  const span = spanOf(c, c.tokens[i] as (typeof c.tokens)[number]);
  c.report("E0121", span, `\`${text}\` begins no declaration.${didYouMean(suggestions)}`, {
    notes:
      suggestions.length === 0
        ? [`Declarations begin with ${DECLARATION_KINDS.join(", ")}.`, "A comment begins with `//`."]
        : [],
    fixes: suggestions.map((s) => ({ title: `Write \`${s}\``, edits: [{ span, text: s }], safe: false })),
  });
  return (suggestions[0] as DeclarationKind | undefined) ?? null;
}

type Fixes = { title: string; edits: { span: Span; text: string }[]; safe: boolean }[];

function report(
  c: Cursor,
  i: number,
  code: "E0120" | "E0122" | "E0123",
  message: string,
  fixes: Fixes,
): void {
  c.report(code, spanOf(c, c.tokens[i] as (typeof c.tokens)[number]), message, { fixes });
}

function lineStart(c: Cursor, offset: number): number {
  let at = offset;
  while (at > 0 && (c.text.charCodeAt(at - 1) === 32 || c.text.charCodeAt(at - 1) === 9)) at--;
  return at;
}

function outdent(c: Cursor, i: number): Fixes {
  const end = (c.tokens[i] as (typeof c.tokens)[number]).start;
  return [
    {
      title: "Remove the indentation",
      edits: [{ span: { file: c.source.file, start: lineStart(c, end), end }, text: "" }],
      safe: true,
    },
  ];
}

function indentFix(c: Cursor, i: number): Fixes {
  const at = (c.tokens[i] as (typeof c.tokens)[number]).start;
  return [
    {
      title: "Indent the line",
      edits: [{ span: { file: c.source.file, start: at, end: at }, text: "  " }],
      safe: true,
    },
  ];
}

/** `casus 1`; the two tokens have been seen. */
function readEdition(c: Cursor, i: number): { edition: NumberSyntax; next: number } {
  const token = c.tokens[i + 1] as (typeof c.tokens)[number];
  const span = spanOf(c, token);
  const { value, percent } = readNumber(textOf(c, token));
  if (value !== 1 || percent) {
    c.report(
      "E0120",
      span,
      `Edition ${textOf(c, token)} of the language is not known here; the only one is 1.`,
      {
        fixes: [{ title: "Write `casus 1`", edits: [{ span, text: "1" }], safe: false }],
      },
    );
  }
  let next = i + 2;
  if (next < c.tokens.length && (c.indents[next] ?? -1) < 0) {
    const rest = c.tokens[next] as (typeof c.tokens)[number];
    c.report("E0120", spanOf(c, rest), "Nothing more stands on the line of the edition.", { fixes: [] });
    while (next < c.tokens.length && (c.indents[next] ?? -1) < 0) next++;
  }
  return { edition: { value, percent, span }, next };
}
