import type { Span } from "../text/source-text.js";
import { parseSum } from "./arithmetic.js";
import {
  acceptWord,
  type Cursor,
  clauseAt,
  complain,
  here,
  hereSpan,
  isKind,
  isStop,
  isWord,
  needWord,
  peek,
  spanFrom,
  takeWord,
} from "./cursor.js";
import type { DateSyntax, Expression, Relation } from "./tree.js";
import { dateAt, parseDate } from "./values.js";

const RELATIONS: ReadonlySet<string> = new Set(["=", "!=", "<", "<=", ">", ">="]);

function relationAt(c: Cursor): Relation | null {
  const symbol = peek(c)?.symbol ?? "";
  return RELATIONS.has(symbol) ? (symbol as Relation) : null;
}

/** One comparison, `is`, `stands at`, `ever` or `happens`, with the date that it may carry. */
export function parseComparison(c: Cursor): Expression {
  const start = here(c);
  const datedBefore = c.dated;
  let left = parseSum(c);
  const relation = relationAt(c);
  if (relation !== null) {
    left = parseRelation(c, start, left, relation, c.dated > datedBefore);
  } else if (isWord(c, "is")) {
    left = parseIs(c, start, left);
  } else if (isWord(c, "stands")) {
    c.at++;
    needWord(c, "at", "`at` behind `stands`");
    left = {
      kind: "stands at",
      subject: left,
      value: takeWord(c, "the name of an option"),
      span: spanFrom(c, start),
    };
  } else if (acceptWord(c, "ever")) {
    const value = isStop(c) ? null : takeWord(c, "the name of an option");
    left = { kind: "ever", subject: left, value, span: spanFrom(c, start) };
  } else if (acceptWord(c, "happens")) {
    left = { kind: "happens", subject: left, span: spanFrom(c, start) };
  }
  return parseDating(c, start, left);
}

/** `by D`, `at D`, `not by D` behind a condition. */
function parseDating(c: Cursor, start: number, operand: Expression): Expression {
  if (!c.dating) return operand;
  const negated = isWord(c, "not") && (isWord(c, "by", 1) || isWord(c, "at", 1)) && dateAt(c, 2);
  const by = isWord(c, "by", negated ? 1 : 0);
  if (!by && !isWord(c, "at", negated ? 1 : 0)) return operand;
  if (!negated && !dateAt(c, 1)) return demandDate(c, by, operand);
  c.at += negated ? 2 : 1;
  const date = parseDate(c);
  c.dated++;
  return { kind: "dated", span: spanFrom(c, start), how: by ? "by" : "at", negated, operand, date };
}

/** `by` or `at` without a date behind it: the date is missing, unless the word begins a clause or belongs to one. */
function demandDate(c: Cursor, by: boolean, operand: Expression): Expression {
  if (clauseAt(c, c.table, c.at) || (c.outer !== null && clauseAt(c, c.outer, c.at))) return operand;
  const belongs = isWord(c, "least", 1) || isWord(c, "most", 1) || isKind(c, "number", 1);
  if (!by && belongs) return operand;
  c.at++;
  parseDate(c);
  return operand;
}

function parseRelation(
  c: Cursor,
  start: number,
  left: Expression,
  operator: Relation,
  leftDated: boolean,
): Expression {
  const operatorSpan = hereSpan(c);
  c.at++;
  const before = c.dated;
  const right = parseSum(c);
  const span = spanFrom(c, start);
  const next = relationAt(c);
  if (next !== null) return parseChain(c, start, left, operator, operatorSpan, right, next);
  // In `a > b at D` the date is that of the comparison, not of b alone.
  const trailing = !leftDated && c.dated === before + 1 ? trailingDate(right) : null;
  if (trailing === null) return { kind: "compare", span, operator, operatorSpan, left, right };
  const bare: Expression = {
    kind: "compare",
    span: { ...span, end: trailing.bare.span.end },
    operator,
    operatorSpan,
    left,
    right: trailing.bare,
  };
  return { kind: "dated", span, how: "at", negated: false, operand: bare, date: trailing.date };
}

/** The date at the very end of an operand, and the operand without it. The right edge is only as deep as operators bind tighter. */
function trailingDate(e: Expression): { bare: Expression; date: DateSyntax } | null {
  if (e.kind === "dated") return e.how === "at" ? { bare: e.operand, date: e.date } : null;
  if (e.kind === "arithmetic") {
    const inner = trailingDate(e.right);
    return (
      inner && {
        bare: { ...e, right: inner.bare, span: { ...e.span, end: inner.bare.span.end } },
        date: inner.date,
      }
    );
  }
  if (e.kind === "negate") {
    const inner = trailingDate(e.operand);
    return (
      inner && {
        bare: { ...e, operand: inner.bare, span: { ...e.span, end: inner.bare.span.end } },
        date: inner.date,
      }
    );
  }
  return null;
}

/** `a < b < c`: refused with the spelled-out form, and read as that. */
function parseChain(
  c: Cursor,
  start: number,
  left: Expression,
  operator: Relation,
  operatorSpan: Span,
  right: Expression,
  next: Relation,
): Expression {
  let result: Expression = { kind: "compare", span: spanFrom(c, start), operator, operatorSpan, left, right };
  const source = (e: Expression): string => c.text.slice(e.span.start, e.span.end);
  const pieces = [`${source(left)} ${c.text.slice(operatorSpan.start, operatorSpan.end)} ${source(right)}`];
  let middle = right;
  // A date at the end would be that of the last comparison alone.
  const { dated } = c;
  for (let relation: Relation | null = next; relation !== null; relation = relationAt(c)) {
    const span = hereSpan(c);
    c.at++;
    const last = parseSum(c);
    pieces.push(`${source(middle)} ${c.text.slice(span.start, span.end)} ${source(last)}`);
    const second: Expression = {
      kind: "compare",
      span: spanFrom(c, middle.span.start),
      operator: relation,
      operatorSpan: span,
      left: middle,
      right: last,
    };
    result = { kind: "logic", span: spanFrom(c, start), operator: "and", left: result, right: second };
    middle = last;
  }
  const whole = spanFrom(c, start);
  const joined = pieces.join(" and ");
  // `not` binds tighter than `and`.
  const text = negatedBefore(c, start) ? `(${joined})` : joined;
  // Spelled out, a chain of chains can be many times as long as the text.
  const short = text.length < 1000;
  complain(c, "E0142", whole, "Comparisons cannot be chained; each pair is compared on its own.", {
    fixes: !short
      ? []
      : [{ title: `Write \`${text}\``, edits: [{ span: whole, text }], safe: c.dated === dated }],
  });
  return result;
}

function negatedBefore(c: Cursor, start: number): boolean {
  let i = c.at - 1;
  while (i > c.first && (c.tokens[i]?.start ?? 0) >= start) i--;
  const token = c.tokens[i];
  return token !== undefined && /^(not|!)$/.test(c.text.slice(token.start, token.end));
}

function parseIs(c: Cursor, start: number, subject: Expression): Expression {
  const word = hereSpan(c);
  c.at++;
  const negated = isWord(c, "not");
  if (negated) c.at++;
  const dating = c.dating;
  c.dating = false;
  const value = parseSum(c);
  c.dating = dating;
  const is: Expression = { kind: "is", span: spanFrom(c, start), subject, value };
  if (!negated) return is;
  const span = { ...word, end: value.span.start };
  complain(c, "E0144", is.span, "`not` stands before the whole condition, not behind `is`.", {
    fixes: [
      {
        title: `Write \`not ${c.text.slice(start, word.start).trimEnd()} is ${c.text.slice(value.span.start, value.span.end)}\``,
        edits: [
          { span: { ...word, start, end: start }, text: "not " },
          { span, text: "is " },
        ],
        // With a date behind it, whether the date is that of the whole would have to be thought about.
        safe: !["by", "at", "not"].some((word) => isWord(c, word)),
      },
    ],
  });
  return { kind: "not", span: is.span, operand: is };
}
