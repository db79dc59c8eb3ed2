import {
  acceptSymbol,
  acceptWord,
  type Cursor,
  enter,
  expected,
  fail,
  here,
  hereSpan,
  isKind,
  isSymbol,
  isWord,
  leave,
  needSymbol,
  needWord,
  peek,
  spanFrom,
  spanOf,
  takeWord,
  textOf,
} from "./cursor.js";
import {
  intervalAt,
  isDistribution,
  parseFrequency,
  parseInterval,
  parseMass,
  parseMixture,
  parsePercentiles,
  parseTruncation,
  percentileAt,
} from "./distributions.js";
import { parseExpression } from "./expressions.js";
import { notClosed } from "./parentheses.js";
import { stringText } from "./strings.js";
import type { ArgumentSyntax, Expression, MemberSyntax, WordSyntax } from "./tree.js";
import { dateAt, parseDate, parseNumber, parseUnit, perAt, unitAt } from "./values.js";
import { DISTRIBUTIONS, FUNCTIONS, RESERVED, TIME_WORDS } from "./words.js";

/**
 * The operand behind signs. `whole` is true where the signs have been taken in already, as in the interval `-5 to 5`, or where the operand is a
 * distribution, which no power may follow.
 */
export function parseOperand(
  c: Cursor,
  minus: readonly number[],
): { expression: Expression; whole: boolean } {
  const start = minus[0] ?? here(c);
  if (!isKind(c, "number")) {
    const primary = parsePrimary(c);
    const cut = minus.length === 0 ? parseTruncation(c, start, primary) : primary;
    return { expression: cut, whole: cut !== primary };
  }
  const number = parseNumber(c, "a number");
  let expression: Expression | null = null;
  if (c.intervals && isWord(c, "of") && isKind(c, "number", 1) && minus.length === 0)
    expression = parseFrequency(c, start, number);
  else if (c.intervals && number.percent && isWord(c, "interval") && minus.length === 0)
    expression = parseMass(c, start, number);
  else {
    const unit = unitAt(c) ? parseUnit(c) : null;
    if (!intervalAt(c) || minus.length > 1)
      return {
        expression: { kind: "number", span: spanFrom(c, number.span.start), number, unit },
        whole: false,
      };
    const low =
      minus.length === 0 ? number : { ...number, value: -number.value, span: { ...number.span, start } };
    expression = parseInterval(c, start, low, unit, null);
  }
  return { expression: parseTruncation(c, start, expression), whole: true };
}

/** A number, string, date, name, call or parenthesis, with the unit and the `at D` directly behind it. */
export function parsePrimary(c: Cursor): Expression {
  const start = here(c);
  const token = peek(c);
  if (token === undefined) return missing(c);
  switch (token.kind) {
    case "number": {
      const number = parseNumber(c, "a number");
      const unit = unitAt(c) ? parseUnit(c) : null;
      return { kind: "number", span: spanFrom(c, start), number, unit };
    }
    case "string":
      c.at++;
      return {
        kind: "string",
        span: spanOf(c, token),
        string: { text: stringText(textOf(c, token)), span: spanOf(c, token) },
      };
    case "date":
      return { kind: "date", span: spanOf(c, token), date: parseDate(c, true) };
    case "word":
      return parseWordOperand(c, start, textOf(c, token));
    default:
      if (token.symbol !== "(") return missing(c);
      return parseAt(c, start, withUnit(c, start, parseParenthesis(c, start)));
  }
}

function missing(c: Cursor): never {
  const token = peek(c);
  if (token?.kind === "word") {
    const text = textOf(c, token);
    return fail(
      c,
      "E0140",
      spanOf(c, token),
      `A name, a number or a parenthesis is missing before \`${text}\`, which is a word of the language.`,
    );
  }
  return fail(
    c,
    "E0140",
    hereSpan(c),
    `Expected a name, a number or a parenthesis, but ${token === undefined ? "the line ends here" : `\`${textOf(c, token)}\` stands here`}.`,
  );
}

/** Rules that do not reach into parentheses are lifted for what `parse` reads. */
function inside<T>(c: Cursor, call: boolean, parse: () => T): T {
  const { dating, intervals, perTime, insideCall } = c;
  enter(c);
  c.dating = true;
  c.intervals = true;
  c.perTime = true;
  c.insideCall = insideCall || call;
  const result = parse();
  c.dating = dating;
  c.intervals = intervals;
  c.perTime = perTime;
  c.insideCall = insideCall;
  leave(c);
  return result;
}

function parseParenthesis(c: Cursor, start: number): Expression {
  const open = hereSpan(c);
  const inner = inside(c, false, () => {
    c.at++;
    return parseExpression(c);
  });
  if (!acceptSymbol(c, ")")) notClosed(c, open);
  return { kind: "parenthesis", span: spanFrom(c, start), inner };
}

/** A unit behind a parenthesis, a call or a distribution. */
function withUnit(c: Cursor, start: number, operand: Expression): Expression {
  if (!unitAt(c)) return operand;
  const unit = parseUnit(c);
  return { kind: "in unit", span: spanFrom(c, start), operand, unit };
}

/** `X at D` directly behind a name or parenthesis. */
function parseAt(c: Cursor, start: number, operand: Expression): Expression {
  if (!c.dating || !isWord(c, "at") || !dateAt(c, 1)) return operand;
  c.at++;
  const date = parseDate(c);
  c.dated++;
  return { kind: "dated", span: spanFrom(c, start), how: "at", negated: false, operand, date };
}

const AGGREGATES: ReadonlySet<string> = new Set(["sum", "count", "any", "all"]);

function parseWordOperand(c: Cursor, start: number, word: string): Expression {
  if (word === "if") {
    enter(c);
    const result = parseExpression(c);
    leave(c);
    return result;
  }
  if (AGGREGATES.has(word) && isWord(c, "of", 1))
    return parseAt(c, start, parseAggregate(c, start, word as "sum"));
  if (TIME_WORDS.has(word) && isWord(c, "since", 1)) return parseSince(c, start);
  if ((word === "from" || word === "until" || word === "between") && dateAt(c, 1))
    return parseCalendar(c, start, word);
  if (c.intervals && percentileAt(c)) return parsePercentiles(c);
  if (isSymbol(c, "(", 1)) {
    if (word === "mixture")
      return withUnit(
        c,
        start,
        inside(c, true, () => parseMixture(c)),
      );
    const plain = isKind(c, "word", 2) && isSymbol(c, ")", 3);
    if (FUNCTIONS.has(word) || DISTRIBUTIONS.has(word) || (!plain && !RESERVED.has(word))) {
      const call = withUnit(c, start, parseCall(c, start));
      return isDistribution(call) ? call : parseAt(c, start, call);
    }
  }
  if (RESERVED.has(word)) return missing(c);
  return parseReference(c, start);
}

function parseMember(c: Cursor, what: string): MemberSyntax {
  const name = takeWord(c, what);
  let argument: WordSyntax | null = null;
  if (isSymbol(c, "(") && isKind(c, "word", 1) && isSymbol(c, ")", 2)) {
    c.at++;
    argument = takeWord(c, "the name of an actor");
    c.at++;
  }
  return { name, argument };
}

function parseReference(c: Cursor, start: number): Expression {
  const head = parseMember(c, "a name");
  const members: MemberSyntax[] = [];
  while (isSymbol(c, ".")) {
    c.at++;
    members.push(parseMember(c, "a name behind the point"));
  }
  const reference: Expression = { kind: "reference", span: spanFrom(c, start), head, members };
  return parseAt(c, start, perAt(c) ? withUnit(c, start, reference) : reference);
}

function parseCall(c: Cursor, start: number): Expression {
  const callee = takeWord(c, "a function");
  const open = hereSpan(c);
  c.at++;
  const list: ArgumentSyntax[] = [];
  inside(c, true, () => {
    if (isSymbol(c, ")")) return;
    do {
      let name: WordSyntax | null = null;
      if (isKind(c, "word") && isSymbol(c, ":", 1)) {
        name = takeWord(c, "a name");
        c.at++;
      }
      list.push({ name, value: parseExpression(c) });
    } while (acceptSymbol(c, ","));
  });
  if (!acceptSymbol(c, ")")) notClosed(c, open);
  return { kind: "call", span: spanFrom(c, start), callee, arguments: list };
}

function parseAggregate(c: Cursor, start: number, what: "sum" | "count" | "any" | "all"): Expression {
  c.at += 2;
  const name = takeWord(c, "the name of something that is declared for each actor");
  needWord(c, "over", "`over` and the actors in parentheses");
  needSymbol(c, "(", "`(` and the actors");
  const over = [takeWord(c, "the name of an actor")];
  while (acceptSymbol(c, ",")) over.push(takeWord(c, "the name of an actor"));
  needSymbol(c, ")", "`,` or `)`");
  return { kind: "aggregate", span: spanFrom(c, start), function: what, name, over };
}

/** `months since E`, where E is a name, a date or a parenthesis. */
function parseSince(c: Cursor, start: number): Expression {
  const unit = takeWord(c, "a unit of time");
  c.at++;
  enter(c);
  const dating = c.dating;
  c.dating = false;
  const at = here(c);
  const of: Expression = dateAt(c)
    ? { kind: "date", date: parseDate(c), span: spanFrom(c, at) }
    : parsePrimary(c);
  c.dating = dating;
  leave(c);
  return parseAt(c, start, { kind: "since", span: spanFrom(c, start), unit, of });
}

function parseCalendar(c: Cursor, start: number, how: "from" | "until" | "between"): Expression {
  c.at++;
  const first = parseDate(c);
  if (how !== "between") return { kind: "calendar", span: spanFrom(c, start), how, first, second: null };
  if (!acceptWord(c, "and")) return expected(c, "`and` and the date at which the window closes");
  return { kind: "calendar", how, first, second: parseDate(c), span: spanFrom(c, start) };
}
