import { parseSum } from "./arithmetic.js";
import {
  acceptSymbol,
  type Cursor,
  complain,
  enter,
  fail,
  here,
  isSymbol,
  isWord,
  leave,
  needSymbol,
  peek,
  spanFrom,
  takeWord,
  textOf,
} from "./cursor.js";
import { parseExpression } from "./expressions.js";
import type { Expression, NumberSyntax, UnitSyntax, WordSyntax } from "./tree.js";
import { parseNumber, parseSignedNumber, parseUnit, signedNumberAt, unitAt } from "./values.js";
import { DISTRIBUTIONS } from "./words.js";

/** `to` and a number behind a number. */
export function intervalAt(c: Cursor): boolean {
  return c.intervals && isWord(c, "to") && signedNumberAt(c, 1);
}

/** `to B [UNIT] [as family]` behind the low end. */
export function parseInterval(
  c: Cursor,
  start: number,
  low: NumberSyntax,
  lowUnit: UnitSyntax | null,
  mass: NumberSyntax | null,
): Expression {
  c.at++;
  const high = parseSignedNumber(c, "the upper end");
  const unit = unitAt(c) ? parseUnit(c) : null;
  if (lowUnit !== null && !sameUnit(lowUnit, unit)) {
    const text = c.text.slice(lowUnit.span.start, lowUnit.span.end);
    const fixes =
      unit === null
        ? [
            {
              title: `Move \`${text}\` behind the upper end`,
              edits: [
                { span: { ...lowUnit.span, start: low.span.end }, text: "" },
                { span: { ...high.span, start: high.span.end }, text: ` ${text}` },
              ],
              safe: true,
            },
          ]
        : [];
    complain(
      c,
      "E0146",
      { ...lowUnit.span },
      "The unit of a range stands once, behind the upper end, and is that of both.",
      { fixes },
    );
  }
  let family: WordSyntax | null = null;
  if (isWord(c, "as") && !isWord(c, "of", 1)) {
    c.at++;
    family = takeWord(c, "a family: normal, lognormal, uniform or beta");
  }
  return { kind: "interval", span: spanFrom(c, start), low, high, unit: unit ?? lowUnit, mass, family };
}

function sameUnit(a: UnitSyntax, b: UnitSyntax | null): boolean {
  return (
    b !== null &&
    a.factors.length === b.factors.length &&
    a.factors.every(
      (factor, i) => factor.name === b.factors[i]?.name && factor.exponent === b.factors[i]?.exponent,
    )
  );
}

/** `80% interval A to B`: the number and the word have been seen. */
export function parseMass(c: Cursor, start: number, mass: NumberSyntax): Expression {
  c.at++;
  const low = parseSignedNumber(c, "the lower end");
  if (!(isWord(c, "to") && signedNumberAt(c, 1)))
    return fail(c, "E0133", spanFrom(c, start), "An interval is written `80% interval A to B`.");
  return parseInterval(c, start, low, null, mass);
}

export function percentileAt(c: Cursor, offset = 0): boolean {
  const token = peek(c, offset);
  return (
    token?.kind === "word" &&
    signedNumberAt(c, offset + 1) &&
    token.end - token.start <= 12 &&
    /^p\d+(\.\d+)?$/.test(textOf(c, token))
  );
}

/** `p10 8k, p50 10k, p90 14k [UNIT]`; a unit may also be repeated behind each. */
export function parsePercentiles(c: Cursor): Expression {
  const start = here(c);
  const points: { percent: number; span: NumberSyntax["span"]; value: NumberSyntax }[] = [];
  let unit: UnitSyntax | null = null;
  do {
    const word = takeWord(c, "a percentile such as p50");
    points.push({
      percent: Number(word.text.slice(1)),
      span: word.span,
      value: parseSignedNumber(c, "a number"),
    });
    if (unitAt(c)) {
      const next = parseUnit(c);
      if (unit !== null && !sameUnit(unit, next))
        complain(c, "E0146", next.span, "All percentiles of one quantity have the same unit.");
      unit = next;
    }
  } while (isSymbol(c, ",") && percentileAt(c, 1) && acceptSymbol(c, ","));
  return { kind: "percentiles", span: spanFrom(c, start), points, unit };
}

/** `mixture(70%: A, 30%: B)`: the word and the parenthesis have been seen. */
export function parseMixture(c: Cursor): Expression {
  const start = here(c);
  c.at += 2;
  enter(c);
  const parts: { weight: Expression; value: Expression }[] = [];
  do {
    const weight = parseExpression(c);
    needSymbol(c, ":", "`:` between a weight and its part, as in `mixture(70%: A, 30%: B)`");
    parts.push({ weight, value: parseExpression(c) });
  } while (acceptSymbol(c, ","));
  needSymbol(c, ")", "`,` or `)`");
  leave(c);
  return { kind: "mixture", span: spanFrom(c, start), parts };
}

/** `42 of 102`: the number and the word have been seen. */
export function parseFrequency(c: Cursor, start: number, successes: NumberSyntax): Expression {
  c.at++;
  const trials = parseNumber(c, "the number of trials");
  return { kind: "n of m", span: spanFrom(c, start), successes, trials };
}

export function isDistribution(e: Expression): boolean {
  let inner = e;
  while (inner.kind === "in unit" || inner.kind === "truncated") inner = inner.operand;
  return (
    inner.kind === "interval" ||
    inner.kind === "percentiles" ||
    inner.kind === "n of m" ||
    inner.kind === "mixture" ||
    (inner.kind === "call" && DISTRIBUTIONS.has(inner.callee.text))
  );
}

/** `at least LOW`, `at most HIGH` behind a distribution. Behind anything else only where the declaration has no clause of that name. */
export function parseTruncation(c: Cursor, start: number, operand: Expression): Expression {
  let atLeast: Expression | null = null;
  let atMost: Expression | null = null;
  const dating = c.dating;
  const intervals = c.intervals;
  while (isWord(c, "at") && (isWord(c, "least", 1) || isWord(c, "most", 1))) {
    const least = isWord(c, "least", 1);
    const stock = c.declaration === "stock" && c.depth === 0;
    if (!isDistribution(operand) || (least ? atLeast : atMost) !== null) break;
    if (stock && (c.indents[c.at] ?? -1) < 0) warnOfBound(c);
    c.at += 2;
    c.dating = false;
    c.intervals = false;
    const bound = parseSum(c);
    c.dating = dating;
    c.intervals = intervals;
    if (least) atLeast = bound;
    else atMost = bound;
  }
  if (atLeast === null && atMost === null) return operand;
  return { kind: "truncated", span: spanFrom(c, start), operand, atLeast, atMost };
}

function warnOfBound(c: Cursor): void {
  const start = here(c);
  const span = { file: c.source.file, start, end: c.tokens[c.at + 1]?.end ?? start };
  complain(
    c,
    "W0101",
    span,
    "Directly behind a distribution this cuts the distribution off; it does not bound the stock. A bound stands on a line of its own.",
    {
      fixes: [
        {
          title: "Make it a bound of the stock",
          edits: [{ span: { ...span, end: start }, text: "\n  " }],
          safe: false,
        },
      ],
    },
  );
}
