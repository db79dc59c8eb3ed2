import { type Fix, type Report, replaceFix, type TextEdit } from "../diagnostics/diagnostic.js";
import type { SourceText, Span } from "../text/source-text.js";
import {
  isControl,
  isDigit,
  isInvisible,
  isLoneSurrogate,
  isUnusualSpace,
  nameCharacter,
  nameEnd,
} from "./characters.js";
import { dateEnd } from "./dates.js";
import { numberEnd } from "./numbers.js";
import { opensString, scanString } from "./strings.js";
import { findSymbol } from "./symbols.js";
import type { SymbolText, Token, TokenKind } from "./token.js";

export interface Lexed {
  /** All tokens; they join to the text. */
  readonly tokens: readonly Token[];
  /** Offsets, ascending, of faults after which the rest of a line cannot be trusted: what the parser then finds amiss there is no second fault. */
  readonly faults: readonly number[];
}

/** Cuts a text into tokens. Cannot fail; every character ends up in exactly one token. */
export function lex(source: SourceText, report: Report): Lexed {
  const { text, file } = source;
  const tokens: Token[] = [];
  const faults: number[] = [];
  const special: TextEdit[] = [];
  let at = 0;
  const push = (kind: TokenKind, end: number, symbol: SymbolText | "" = ""): void => {
    tokens.push({ kind, start: at, end, symbol });
    at = end;
  };
  if (text.charCodeAt(0) === 0xfeff) push("byte order mark", 1);
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === 32 || unit === 9) {
      let end = at + 1;
      while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9) end++;
      push("space", end);
    } else if (unit === 10) push("newline", at + 1);
    else if (unit === 13) push("newline", text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1);
    else if (isDigit(unit) || (unit === 46 && isDigit(text.charCodeAt(at + 1)))) {
      const date = dateEnd(text, at);
      if (date > at) push("date", date);
      else push("number", numberEnd(text, at));
    } else if (nameCharacter(text, at) > 0) push("word", wordEnd(text, at));
    else if (unit === 47 && text.charCodeAt(at + 1) === 47) push("comment", lineEnd(text, at));
    else if (unit === 47 && text.charCodeAt(at + 1) === 42) {
      const close = text.indexOf("*/", at + 2);
      if (close < 0) {
        report(
          "E0107",
          { file, start: at, end: at + 2 },
          "This comment is never closed, so that everything behind it is left out.",
          {
            fixes: [replaceFix("Close it at the end of its line", emptySpan(file, lineEnd(text, at)), " */")],
          },
        );
        push("comment", text.length);
      } else push("comment", close + 2);
    } else if (unit === 35) {
      const span = { file, start: at, end: at + 1 };
      report(
        "E0105",
        span,
        "The character `#` has no meaning here: a comment begins with //. The rest of the line is read as one.",
        { fixes: [replaceFix("Write `//`", span, "//", true)] },
      );
      push("comment", lineEnd(text, at));
    } else if (unit === 61 && text.startsWith("====", at)) {
      const end = lineEnd(text, at);
      const span = { file, start: at, end: at + /^=+/.exec(text.slice(at, end))![0].length };
      report(
        "E0105",
        span,
        "A line that is drawn has no meaning here. Headings are comments, which begin with //.",
        {
          fixes: [replaceFix("Make it a comment", { ...span, end: at }, "// ")],
        },
      );
      push("comment", end);
    } else if (unit === 39 && closingQuote(text, at) > 0) {
      const close = closingQuote(text, at);
      const ends = [at, close].map((start) => ({ span: { file, start, end: start + 1 }, text: '"' }));
      // Between double marks a backslash would have a meaning.
      const safe = !text.slice(at, close).includes("\\");
      report("E0105", { file, start: at, end: close + 1 }, "Strings stand in double quotation marks.", {
        fixes: [{ title: "Write double quotation marks", edits: ends, safe }],
      });
      push("string", close + 1);
    } else if (opensString(unit)) {
      const { end, closed } = scanString(file, text, at, report);
      if (!closed) faults.push(at);
      push("string", end);
    } else {
      const found = findSymbol(text, at);
      if (found === null) faults.push(...unknown(source, at, report, special, push));
      else {
        const span = { file, start: at, end: at + found.length };
        if (found.instead !== null) reportSlip(source, span, found.instead, report);
        push("symbol", span.end, found.symbol);
      }
    }
  }
  const first = special[0];
  if (first !== undefined) {
    const more =
      special.length === 1
        ? ""
        : ` and in ${special.length - 1} more place${special.length === 2 ? "" : "s"}`;
    report(
      "E0104",
      first.span,
      `A special blank or an invisible character, as text copied from a document often has it, stands here${more}.`,
      {
        fixes: [{ title: "Write plain blanks, and leave out what is invisible", edits: special, safe: true }],
      },
    );
  }
  return { tokens, faults };
}

/** A symbol of other languages, read as meant. */
function reportSlip(source: SourceText, span: Span, instead: string, report: Report): void {
  const { text } = source;
  const letters = nameCharacter(instead, 0) > 0;
  const before = letters && span.start > 0 && !/\s/.test(text.charAt(span.start - 1)) ? " " : "";
  const behind = letters && !/\s/.test(text.charAt(span.end)) ? " " : "";
  report("E0109", span, `\`${text.slice(span.start, span.end)}\` is written \`${instead}\`.`, {
    fixes: [replaceFix(`Write \`${instead}\``, span, before + instead + behind, true)],
  });
}

function emptySpan(file: string, at: number): Span {
  return { file, start: at, end: at };
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
  return end;
}

/** The place of the single quotation mark that closes one on the line, where no double one stands before it; 0 where there is none. An apostrophe stands before a letter. */
function closingQuote(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 39 && nameCharacter(text, i + 1) === 0) return i;
    if (unit === 10 || unit === 13 || unit === 34) return 0;
  }
  return 0;
}

/** A name, or a percentile with a decimal point (`p2.5`). */
function wordEnd(text: string, at: number): number {
  let end = nameEnd(text, at);
  if (
    text.charCodeAt(at) === 112 &&
    text.charCodeAt(end) === 46 &&
    isDigit(text.charCodeAt(end + 1)) &&
    /^p\d+$/.test(text.slice(at, Math.min(end, at + 8)))
  ) {
    end++;
    while (isDigit(text.charCodeAt(end))) end++;
  }
  return end;
}

const ADVICE: Readonly<Record<string, string>> = {
  "%": "a percent sign stands directly behind its number",
  ";": "clauses need no mark between them; a new line or the next clause word is enough",
  "[": "use round parentheses",
  "]": "use round parentheses",
  "{": "use indentation, or round parentheses",
  "}": "use indentation, or round parentheses",
  "±": "a number with a spread is `normal(10k, 2k)`, or a range such as `8k to 12k`",
  "~": "what is known roughly is a range, such as `8k to 12k`",
  "'": "strings stand in double quotation marks",
  "‘": "strings stand in double quotation marks",
  "’": "strings stand in double quotation marks",
  $: "a currency is a unit behind its number: `300M USD`",
  "€": "a currency is a unit behind its number: `300M EUR`",
  "£": "a currency is a unit behind its number: `300M GBP`",
  "–": "a range is written with `to`, a subtraction with `-`",
  "—": "a range is written with `to`, a subtraction with `-`",
};

/** Takes a run of characters of one kind that no rule knows. Returns the faults that make the rest of the line doubtful. */
function unknown(
  source: SourceText,
  at: number,
  report: Report,
  special: TextEdit[],
  push: (kind: TokenKind, end: number) => void,
): number[] {
  const { text, file } = source;
  const classOf = (i: number): "reported" | "space" | "invisible" | "other" => {
    const unit = text.charCodeAt(i);
    if (isControl(unit) || isLoneSurrogate(text, i)) return "reported";
    return isUnusualSpace(unit) ? "space" : isInvisible(unit) ? "invisible" : "other";
  };
  const kind = classOf(at);
  if (kind === "other") {
    const end = at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);
    let stop = end;
    // The opening bracket of a pair has spoken for the closing one.
    if (isClosed(text, at)) {
      push("unknown", end);
      return [at];
    }
    // A run of the same character is one slip.
    while (stop - at < 1000 && text.startsWith(text.slice(at, end), stop)) stop += end - at;
    const character = text.slice(at, end);
    const advice = ADVICE[character];
    const span = { file, start: at, end: stop };
    const blankBefore = character === "%" && text.charCodeAt(at - 1) === 32;
    let gap = at;
    while (text.charCodeAt(gap - 1) === 32) gap--;
    const fixes =
      blankBefore && isDigit(text.charCodeAt(gap - 1))
        ? [replaceFix("Remove the blank", { file, start: gap, end: at }, "", true)]
        : fixesOf(text, character, span);
    report(
      "E0105",
      span,
      `The character \`${character}\` has no meaning here${advice === undefined ? "" : `: ${advice}`}.`,
      { fixes },
    );
    push("unknown", stop);
    return [span.start];
  }
  let end = at + 1;
  while (end < text.length && classOf(end) === kind) end++;
  if (kind !== "reported")
    special.push({ span: { file, start: at, end }, text: kind === "space" ? " ".repeat(end - at) : "" });
  push(kind === "space" ? "space" : "unknown", end);
  return [];
}

const BRACKETS: Readonly<Record<string, string>> = { "[": "]", "{": "}" };

/** Where the bracket that opens at `at` is closed on its line, no other of its kind between; -1 where it is not. */
function closingBracket(text: string, at: number): number {
  const open = text.charAt(at);
  const close = BRACKETS[open];
  if (close === undefined) return -1;
  for (let i = at + 1; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === close) return i;
    if (character === open || character === "\n" || character === "\r" || character === '"') return -1;
  }
  return -1;
}

/** Whether a bracket that opens before `at` on the line is closed by the one at `at`. */
function isClosed(text: string, at: number): boolean {
  const open = text.charAt(at) === "]" ? "[" : text.charAt(at) === "}" ? "{" : "";
  if (open === "") return false;
  const start = text.lastIndexOf(open, at);
  return start >= 0 && closingBracket(text, start) === at;
}

function fixesOf(text: string, character: string, span: Span): Fix[] {
  if (character === "–" || character === "—")
    return [replaceFix("Write `to`", span, " to "), replaceFix("Write `-`", span, "-")];
  if (character === ";") return [replaceFix("Remove it", span, " ")];
  const close = closingBracket(text, span.start);
  if (close < 0 || span.end !== span.start + 1) return [];
  const round = character === "[";
  const edits = [span.start, close].map((start, i) => ({
    span: { ...span, start, end: start + 1 },
    text: !round ? "" : i === 0 ? "(" : ")",
  }));
  return [{ title: round ? "Use round parentheses" : "Leave the braces out", edits, safe: false }];
}
