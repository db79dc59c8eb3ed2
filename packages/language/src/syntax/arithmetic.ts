import type { Span } from "../text/source-text.js";
import { type Cursor, DEPTH_LIMIT, here, hereSpan, peek, spanFrom, spanOf, tooDeep } from "./cursor.js";
import { parseOperand, parsePrimary } from "./operands.js";
import type { Arithmetic, Expression } from "./tree.js";

/** `+` and `−`, from the left, without recursion. */
export function parseSum(c: Cursor): Expression {
  const start = here(c);
  let left = parseProduct(c);
  for (;;) {
    const token = peek(c);
    if (token === undefined || (token.symbol !== "+" && token.symbol !== "-")) return left;
    c.at++;
    const right = parseProduct(c);
    left = {
      kind: "arithmetic",
      span: spanFrom(c, start),
      operator: token.symbol as Arithmetic,
      operatorSpan: spanOf(c, token),
      left,
      right,
    };
  }
}

function parseProduct(c: Cursor): Expression {
  const start = here(c);
  let left = parseSigned(c);
  for (;;) {
    const token = peek(c);
    if (token === undefined || (token.symbol !== "*" && token.symbol !== "/")) return left;
    c.at++;
    const right = parseSigned(c);
    left = {
      kind: "arithmetic",
      span: spanFrom(c, start),
      operator: token.symbol as Arithmetic,
      operatorSpan: spanOf(c, token),
      left,
      right,
    };
  }
}

/** The starts of the minus signs before an operand; plus signs say nothing. */
function parseSigns(c: Cursor): number[] {
  const minus: number[] = [];
  for (let count = 0; ; count++) {
    const token = peek(c);
    if (token === undefined || (token.symbol !== "-" && token.symbol !== "+")) return minus;
    if (count >= DEPTH_LIMIT) tooDeep(c);
    if (token.symbol === "-") minus.push(token.start);
    c.at++;
  }
}

function negate(minus: readonly number[], operand: Expression): Expression {
  let result = operand;
  for (let i = minus.length - 1; i >= 0; i--)
    result = { kind: "negate", span: { ...operand.span, start: minus[i] as number }, operand: result };
  return result;
}

/** Signs over `^`, which binds tighter and to the right: `-x^2` is −(x²), `2^-3` and `2^3^4` need no parentheses. */
function parseSigned(c: Cursor): Expression {
  const minus = parseSigns(c);
  const base = parseOperand(c, minus);
  if (base.whole) return base.expression;
  const operands: { minus: readonly number[]; operand: Expression }[] = [{ minus, operand: base.expression }];
  const operators: Span[] = [];
  while (peek(c)?.symbol === "^") {
    if (operators.length >= DEPTH_LIMIT) tooDeep(c);
    operators.push(hereSpan(c));
    c.at++;
    operands.push({ minus: parseSigns(c), operand: parsePrimary(c) });
  }
  let last = operands[operands.length - 1] as (typeof operands)[number];
  let right = last.operand;
  for (let i = operators.length - 1; i >= 0; i--) {
    right = negate(last.minus, right);
    last = operands[i] as (typeof operands)[number];
    const span = { ...last.operand.span, end: right.span.end };
    right = {
      kind: "arithmetic",
      span,
      operator: "^",
      operatorSpan: operators[i] as Span,
      left: last.operand,
      right,
    };
  }
  return negate(last.minus, right);
}
