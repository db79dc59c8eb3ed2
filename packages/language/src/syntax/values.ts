import type { Fix } from "../diagnostics/diagnostic.js";
import {
  acceptSymbol,
  acceptWord,
  type Cursor,
  complain,
  expected,
  fail,
  here,
  isKind,
  isStop,
  isSymbol,
  isWord,
  needWord,
  peek,
  spanFrom,
  spanOf,
  takeWord,
  textOf,
} from "./cursor.js";
import { foreignDate, isBareYear, readDate } from "./dates.js";
import { readNumber } from "./numbers.js";
import { stringText } from "./strings.js";
import type { Token } from "./token.js";
import type {
  DateSyntax,
  DurationSyntax,
  NameSyntax,
  NumberSyntax,
  StringSyntax,
  UnitSyntax,
  WordSyntax,
} from "./tree.js";
import { RESERVED, TIME_WORDS } from "./words.js";

/** A name that something is given: a reserved word is refused, with a fix, and read all the same. */
export function parseWordName(c: Cursor, what: string): WordSyntax {
  const word = takeWord(c, what);
  if (RESERVED.has(word.text)) {
    complain(c, "E0124", word.span, `\`${word.text}\` is a word of the language and cannot be a name.`, {
      fixes: [
        {
          title: `Name it \`${word.text}_\``,
          edits: [{ span: word.span, text: `${word.text}_` }],
          safe: false,
        },
      ],
    });
  }
  return word;
}

/** `NAME` or `NAME(ACTOR)`. */
export function parseName(c: Cursor, what: string): NameSyntax {
  const start = here(c);
  const word = parseWordName(c, what);
  let actor: WordSyntax | null = null;
  if (isSymbol(c, "(")) {
    c.at++;
    actor = takeWord(c, "the name of an actor");
    if (!acceptSymbol(c, ")")) expected(c, "`)` behind the actor");
  }
  return { text: word.text, span: spanFrom(c, start), actor };
}

/** The name of something declared elsewhere. */
export function parseUse(c: Cursor, what: string): WordSyntax {
  return takeWord(c, what);
}

export function parseUses(c: Cursor, what: string): WordSyntax[] {
  const words = [parseUse(c, what)];
  while (acceptSymbol(c, ",")) words.push(parseUse(c, what));
  return words;
}

export function acceptString(c: Cursor): StringSyntax | null {
  const token = peek(c);
  if (token?.kind !== "string") return null;
  c.at++;
  return { text: stringText(textOf(c, token)), span: spanOf(c, token) };
}

export function parseString(c: Cursor, what: string): StringSyntax {
  return acceptString(c) ?? expected(c, what);
}

/** A number without sign. */
export function parseNumber(c: Cursor, what: string): NumberSyntax {
  const token = peek(c);
  if (token?.kind !== "number") return expected(c, what);
  c.at++;
  return numberOf(c, token);
}

function numberOf(c: Cursor, token: Token): NumberSyntax {
  const text = textOf(c, token);
  const span = spanOf(c, token);
  const read = readNumber(text);
  if (read.problem !== null) {
    const fixes: Fix[] = read.problem.fixes.map((fix) => ({
      title: fix.title,
      edits: [{ span, text: fix.text }],
      safe: fix.safe,
    }));
    complain(c, read.problem.code, span, read.problem.message, { fixes });
    // What stands behind letters that nobody understands cannot be judged.
    if (!read.understood) c.quiet = true;
  } else if (read.grouped && c.insideCall) {
    const joined = text.replace(/,/g, "");
    const spaced = text.replace(/,/g, ", ");
    complain(
      c,
      "E0112",
      span,
      `Between the parentheses of a call a comma separates, so that \`${text}\` could be one number or several.`,
      {
        fixes: [
          { title: `One number: \`${joined}\``, edits: [{ span, text: joined }], safe: false },
          { title: `Several: \`${spaced}\``, edits: [{ span, text: spaced }], safe: false },
        ],
      },
    );
  }
  return { value: read.value, percent: read.percent, span };
}

/** Whether a number, or a sign and a number, begins at an offset from the cursor. */
export function signedNumberAt(c: Cursor, offset = 0): boolean {
  const sign = isSymbol(c, "-", offset) || isSymbol(c, "+", offset);
  return isKind(c, "number", sign ? offset + 1 : offset);
}

/** A number with an optional sign. */
export function parseSignedNumber(c: Cursor, what: string): NumberSyntax {
  const start = here(c);
  const negative = isSymbol(c, "-");
  if (negative || isSymbol(c, "+")) c.at++;
  const number = parseNumber(c, what);
  return {
    value: negative ? -number.value : number.value,
    percent: number.percent,
    span: spanFrom(c, start),
  };
}

/** Whether a date begins at an offset from the cursor, a bare year included. */
export function dateAt(c: Cursor, offset = 0): boolean {
  const token = peek(c, offset);
  return (
    token !== undefined &&
    (token.kind === "date" || (token.kind === "number" && isBareYear(textOf(c, token))))
  );
}

/** A date, or a bare year. Where an expression could stand too (`operand`), a subtraction is offered as a repair of what is no date. */
export function parseDate(c: Cursor, operand = false): DateSyntax {
  const token = peek(c);
  refuseForeignDate(c);
  if (token === undefined || !dateAt(c)) return expectedDate(c);
  c.at++;
  const span = spanOf(c, token);
  const read = readDate(textOf(c, token));
  if (!read.ok) {
    const offered = operand ? read.fixes : read.fixes.filter((fix) => !fix.text.includes(" "));
    // `2024-q1` and `2024-3-5` can be nothing else; a day that does not exist may be a slip in the month.
    const safe =
      offered.length === 1 &&
      /^\d{4}-(q[1-4]|\d{1,2}-\d{1,2})$/.test(textOf(c, token)) &&
      sameDay(textOf(c, token), offered[0]?.text ?? "");
    const fixes = offered.map((fix): Fix => ({ title: fix.title, edits: [{ span, text: fix.text }], safe }));
    return fail(c, "E0113", span, read.message, { fixes });
  }
  return { span, precision: read.precision, first: read.first, last: read.last };
}

/** Whether two spellings of a date have the same numbers in them. */
function sameDay(a: string, b: string): boolean {
  const plain = (text: string): string => text.toUpperCase().replace(/-0/g, "-");
  return plain(a) === plain(b);
}

/** A date as it is written elsewhere, where one must stand. */
function refuseForeignDate(c: Cursor): void {
  const token = peek(c);
  const found = token === undefined ? null : foreignDate(c.text, token.start);
  if (token === undefined || found === null) return;
  const span = { ...spanOf(c, token), end: token.start + found.length };
  const written = c.text.slice(span.start, span.end);
  const [first = "", second] = found.meant;
  fail(
    c,
    "E0113",
    span,
    second === undefined
      ? `Dates are written with the year first: \`${written}\` is \`${first}\`.`
      : `Dates are written with the year first. \`${written}\` can be read as \`${first}\` or \`${second}\`.`,
    {
      fixes: found.meant.map((text) => ({
        title: `Write \`${text}\``,
        edits: [{ span, text }],
        safe: false,
      })),
    },
  );
}

function expectedDate(c: Cursor): never {
  return expected(c, "a date", { notes: ["Dates are written 2024-11-18, 2024-11, 2024-Q4 or 2024."] });
}

/** `3 months`, or `A to B months` where `range` allows it. */
export function parseDuration(c: Cursor, range: boolean): DurationSyntax {
  const start = here(c);
  const what = "a duration such as `3 months`";
  const low = parseNumber(c, what).value;
  let high = low;
  const both = range && acceptWord(c, "to");
  if (both) high = parseNumber(c, "the longer end of the duration").value;
  // A unit of time may be a declared one.
  if (isStop(c)) return expected(c, "days, weeks, months, quarters or years");
  const unit = takeWord(c, what);
  return { span: spanFrom(c, start), low, high, both, unit };
}

/** Whether the word at the cursor can be a unit behind a number, parenthesis, call or distribution. */
export function unitAt(c: Cursor): boolean {
  if (perAt(c)) return true;
  const token = peek(c);
  if (token === undefined || token.kind !== "word" || isStop(c)) return false;
  if (isWord(c, "interval") && signedNumberAt(c, 1)) return false;
  // On a new line a word is a unit only where the line has nothing else that could make it the beginning of a misspelt clause.
  if ((c.indents[c.at] ?? -1) >= 0) {
    const next = peek(c, 1);
    const ends = next === undefined || (c.indents[c.at + 1] ?? -1) >= 0 || next.kind === "symbol";
    return ends || isWord(c, "per", 1);
  }
  return true;
}

/** Whether `per UNIT` stands at the cursor and belongs to what is before it. */
export function perAt(c: Cursor): boolean {
  if (!isWord(c, "per")) return false;
  if (c.perTime) return true;
  const next = peek(c, 1);
  return !(next !== undefined && next.kind === "word" && TIME_WORDS.has(textOf(c, next)));
}

/** A unit: a name with `per NAME` and `/NAME` (without blanks) behind it, or these alone. Call only where {@link unitAt} holds or one must stand. */
export function parseUnit(c: Cursor): UnitSyntax {
  const start = here(c);
  const factors: { name: string; exponent: number; span: WordSyntax["span"] }[] = [];
  const add = (exponent: number): void => {
    const token = peek(c);
    if (token?.kind !== "word" || RESERVED.has(textOf(c, token))) expected(c, "the name of a unit");
    c.at++;
    factors.push({ name: textOf(c, token), exponent, span: spanOf(c, token) });
  };
  if (!isWord(c, "per")) add(1);
  for (;;) {
    if (perAt(c)) {
      c.at++;
      add(-1);
    } else if (slashAt(c)) {
      c.at++;
      add(-1);
    } else if (factors.length === 0) return expected(c, "a unit");
    else return { span: spanFrom(c, start), factors };
  }
}

/** `/NAME` with no blank on either side of the slash. */
function slashAt(c: Cursor): boolean {
  const slash = peek(c);
  const next = peek(c, 1);
  const before = c.tokens[c.at - 1];
  return (
    slash?.symbol === "/" && next?.kind === "word" && before?.end === slash.start && slash.end === next.start
  );
}

/** Names separated by commas or `and`. */
export function parseParties(c: Cursor): WordSyntax[] {
  const parties = [parseUse(c, "the name of an actor")];
  while (acceptSymbol(c, ",") || acceptWord(c, "and")) parties.push(parseUse(c, "the name of an actor"));
  return parties;
}

/** `D1 and D2`. */
export function parseDatePair(c: Cursor): [DateSyntax, DateSyntax] {
  const first = parseDate(c);
  needWord(c, "and", "`and` and the date at which the window closes");
  return [first, parseDate(c)];
}
