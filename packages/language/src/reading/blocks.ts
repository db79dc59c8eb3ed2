/** The paragraphs, headings and list entries of a plain or Markdown text. */
import { emptyLine } from "./empty.js";

/** A stretch of the text that no sentence runs out of. Offsets are UTF-16 units; `end` is behind the last visible character. */
export interface Block {
  readonly kind: "heading" | "front matter" | "prose";
  readonly start: number;
  readonly end: number;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const headingMark = /^ {0,3}#{1,6}(?=\s|$)[ \t]*/;
const listMark = /^[ \t]*(?:[-*+•–‣]|\(?\d{1,3}[.)]|[a-z]\))[ \t]+(?=\S)/;
const quoteMark = /^[ \t]*(?:>[ \t]?)+/;
const rule = /^[ \t]*(?:(?:[-*_=~#·•][ \t]*){3,}|[|\s:+-]*)$/;
const underline = /^[ \t]*(?:=+|-{2,})[ \t]*$/;

/** Cuts a text into blocks: at blank lines, headings, list entries, table rows and rules. Lines that are wrapped stay together. */
export function blocksOf(text: string): Block[] {
  const lines = linesOf(text);
  const blocks: Block[] = [];
  let open: { start: number; end: number } | null = null;
  const close = (): void => {
    if (open !== null) blocks.push({ kind: "prose", ...open });
    open = null;
  };
  let at = frontMatter(lines, blocks);
  for (; at < lines.length; at++) {
    const line = lines[at] as Line;
    const quoted = quoteMark.exec(line.text)?.[0].length ?? 0;
    const inner = line.text.slice(quoted);
    if (open !== null && underline.test(line.text) && isOneLine(text, open)) {
      blocks.push({ kind: "heading", ...(open as Line) });
      open = null;
      continue;
    }
    if (inner.trim() === "" || rule.test(inner)) {
      close();
      continue;
    }
    const start = line.start + quoted;
    const end = line.start + line.text.trimEnd().length;
    const heading = headingMark.exec(inner);
    if (heading !== null) {
      close();
      const from = start + heading[0].length;
      const to = line.start + line.text.replace(/[ \t]+#*[ \t]*$/, "").length;
      if (to > from) blocks.push({ kind: "heading", start: from, end: to });
      continue;
    }
    const mark = listMark.exec(inner);
    // A date or a name above a paragraph stands alone, whether or not a blank line follows.
    const isAlone = /^[ \t]*\|/.test(inner) || (open === null && emptyLine(inner) !== null);
    if (mark !== null || isAlone) close();
    const from = start + (mark?.[0].length ?? inner.length - inner.trimStart().length);
    open = open === null ? { start: from, end } : { start: open.start, end };
    if (isAlone) close();
  }
  close();
  return titled(text, blocks);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (const match of text.slice(start).matchAll(/([^\r\n\u2028\u2029]*)(\r\n|[\r\n\u2028\u2029]|$)/g)) {
    const body = match[1] ?? "";
    lines.push({ start, end: start + body.length, text: body });
    start += match[0].length;
    if (match[2] === "") break;
  }
  return lines;
}

/** Between two lines of `---` at the very beginning; the number of lines that it takes. */
function frontMatter(lines: readonly Line[], blocks: Block[]): number {
  if (lines[0]?.text.trimEnd() !== "---") return 0;
  const close = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line.text));
  const first = lines[1];
  const last = lines[close - 1];
  if (close < 0 || first === undefined || last === undefined) return 0;
  if (close > 1) blocks.push({ kind: "front matter", start: first.start, end: last.end });
  return close + 1;
}

/** A first line that ends like no sentence is the title; one that is bold or in capitals altogether is a heading wherever it stands. */
function titled(text: string, blocks: readonly Block[]): Block[] {
  let isFirst = true;
  return blocks.map((block) => {
    if (block.kind !== "prose") {
      if (block.kind === "heading") isFirst = false;
      return block;
    }
    const words = text.slice(block.start, block.end);
    const first = isFirst;
    isFirst = false;
    if (!isOneLine(text, block) || /[.!?…:;,。！？]["'”’)\]*_]*$/u.test(words) || emptyLine(words) !== null)
      return block;
    const isBold = /^(?:\*\*[^*]+\*\*|__[^_]+__)$/.test(words);
    const isCapitals = /\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words) && words.length > 3;
    return isBold || isCapitals || first ? { ...block, kind: "heading" } : block;
  });
}

function isOneLine(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return !/[\r\n]/.test(text.slice(start, end));
}
