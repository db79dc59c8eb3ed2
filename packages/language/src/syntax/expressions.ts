import { type Fix, replaceFix } from "../diagnostics/diagnostic.js";
import type { Span } from "../text/source-text.js";
import { parseComparison } from "./comparisons.js";
import {
  acceptWord,
  type Cursor,
  DEPTH_LIMIT,
  enter,
  fail,
  here,
  hereSpan,
  isStop,
  isWord,
  leave,
  peek,
  spanFrom,
  tooDeep,
} from "./cursor.js";
import type { Expression } from "./tree.js";

/** `if C then A else B`, or what binds tighter. A chain of `else if` is read without recursion. */
export function parseExpression(c: Cursor): Expression {
  if (!isWord(c, "if")) return parseOr(c);
  enter(c);
  const arms: { start: number; condition: Expression; then: Expression }[] = [];
  let otherwise: Expression | null = null;
  while (otherwise === null) {
    const start = here(c);
    const word = hereSpan(c);
    c.at++;
    const condition = parseOr(c);
    if (!acceptWord(c, "then")) missingBranch(c, "then", word);
    const then = parseExpression(c);
    if (!acceptWord(c, "else")) missingBranch(c, "else", word);
    arms.push({ start, condition, then });
    if (arms.length > 1000)
      fail(c, "E0143", word, "More than 1,000 conditions follow each other here. Name a part with `let`.");
    if (!isWord(c, "if")) otherwise = parseOr(c);
  }
  leave(c);
  let result = otherwise;
  for (const arm of arms.reverse())
    result = {
      kind: "if",
      span: spanFrom(c, arm.start),
      condition: arm.condition,
      // biome-ignore lint/suspicious/noThenProperty: the branch behind `then`
      then: arm.then,
      otherwise: result,
    };
  return result;
}

function missingBranch(c: Cursor, word: "then" | "else", condition: Span): never {
  return fail(
    c,
    "E0145",
    hereSpan(c),
    `This \`if\` has no \`${word}\`; it is written \`if CONDITION then A else B\`.`,
    {
      labels: [{ span: condition, message: "the `if`" }],
      fixes: word === "then" ? insertThen(c) : [],
    },
  );
}

/** Where a value stands directly behind the condition, `then` alone is missing. */
function insertThen(c: Cursor): Fix[] {
  const token = peek(c);
  if (token === undefined || !(token.kind === "number" || (token.kind === "word" && !isStop(c)))) return [];
  const span = { ...hereSpan(c), end: token.start };
  return [replaceFix("Write `then`", span, "then ")];
}

function parseOr(c: Cursor): Expression {
  const start = here(c);
  let left = parseAnd(c);
  while (acceptWord(c, "or")) {
    const right = parseAnd(c);
    left = { kind: "logic", span: spanFrom(c, start), operator: "or", left, right };
  }
  return left;
}

function parseAnd(c: Cursor): Expression {
  const start = here(c);
  let left = parseNot(c);
  while (acceptWord(c, "and")) {
    const right = parseNot(c);
    left = { kind: "logic", span: spanFrom(c, start), operator: "and", left, right };
  }
  return left;
}

function parseNot(c: Cursor): Expression {
  const starts: number[] = [];
  while (isWord(c, "not")) {
    if (starts.length >= DEPTH_LIMIT) tooDeep(c);
    starts.push(here(c));
    c.at++;
  }
  let operand = parseComparison(c);
  for (const start of starts.reverse()) operand = { kind: "not", span: spanFrom(c, start), operand };
  return operand;
}
