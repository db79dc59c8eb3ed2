import { replaceFix } from "../../diagnostics/diagnostic.js";
import { type ClauseRule, rule } from "../clause-table.js";
import {
  acceptSymbol,
  acceptWord,
  type Cursor,
  expected,
  fail,
  here,
  isKind,
  isWord,
  needWord,
  peek,
  spanFrom,
  takeWord,
} from "../cursor.js";
import { parseExpression } from "../expressions.js";
import type {
  ClauseBody,
  CorroborationSyntax,
  DateSyntax,
  NumberSyntax,
  StringSyntax,
  WordSyntax,
} from "../tree.js";
import { acceptString, parseDate, parseNumber, parseString, parseUse } from "../values.js";
import { onRule } from "./shared.js";

export const sourceRules: readonly ClauseRule[] = [
  rule("file", (c) => ({ kind: "file", path: parseString(c, "the path of a file, in quotation marks") })),
  rule("url", (c) => ({ kind: "url", url: parseString(c, "an address, in quotation marks") })),
  rule("by", (c) => {
    const text = acceptString(c);
    return text !== null
      ? { kind: "by", actor: null, text }
      : { kind: "by", actor: takeWord(c, "an actor, or a name in quotation marks"), text: null };
  }),
  rule("published", (c) => ({ kind: "published", date: parseDate(c) })),
  rule("reliability", (c) => ({ kind: "reliability", grade: takeWord(c, "a grade from A to F") })),
  rule("confidential", () => ({ kind: "confidential" })),
];

function parseQuote(c: Cursor): ClauseBody {
  const quote = parseString(c, "the exact words, in quotation marks");
  let after: StringSyntax | null = null;
  let before: StringSyntax | null = null;
  for (;;) {
    if (acceptWord(c, "after")) after = parseString(c, "the words before the quote, in quotation marks");
    else if (acceptWord(c, "before"))
      before = parseString(c, "the words behind the quote, in quotation marks");
    else break;
  }
  needWord(c, "in", "`in` and the source of the quote");
  return { kind: "quote", quote, after, before, source: parseUse(c, "the name of a source") };
}

function parseSpeaker(c: Cursor): ClauseBody {
  const actor = parseUse(c, "the actor who speaks");
  let text: StringSyntax | null = null;
  let grade: WordSyntax | null = null;
  let interested = false;
  for (;;) {
    if (text === null && isKind(c, "string")) text = acceptString(c);
    else if (grade === null && acceptWord(c, "grade")) grade = takeWord(c, "a grade from A to F");
    else if (acceptWord(c, "interested")) interested = true;
    else return { kind: "speaker", actor, text, grade, interested };
  }
}

function parseCorroboration(c: Cursor): CorroborationSyntax {
  const start = here(c);
  const actor = parseUse(c, "the actor who says the same");
  let grade: WordSyntax | null = null;
  let sharing: NumberSyntax | null = null;
  let on: DateSyntax | null = null;
  for (;;) {
    if (grade === null && acceptWord(c, "grade")) grade = takeWord(c, "a grade from A to F");
    else if (sharing === null && acceptWord(c, "sharing"))
      sharing = parseNumber(c, "a share, as in `sharing 50%`");
    // On a line of its own `on` is the date of the claim.
    else if (on === null && isWord(c, "on") && (c.indents[c.at] ?? -1) < 0) {
      c.at++;
      on = parseDate(c);
    } else return { actor, grade, sharing, on, span: spanFrom(c, start) };
  }
}

function asserts(denies: boolean): ClauseRule["parse"] {
  return (c) => ({ kind: "asserts", denies, condition: parseExpression(c) });
}

export const claimRules: readonly ClauseRule[] = [
  rule("quote", parseQuote),
  rule("in", (c) => ({ kind: "in source", source: parseUse(c, "the name of a source") })),
  rule("speaker", parseSpeaker),
  onRule(false),
  rule("corroborated by", (c) => {
    const reports = [parseCorroboration(c)];
    while (acceptSymbol(c, ",")) reports.push(parseCorroboration(c));
    return { kind: "corroborated", reports };
  }),
  rule("origin", (c) => {
    const claim = parseUse(c, "the name of a claim, or `none`");
    const sharing = acceptWord(c, "sharing") ? parseNumber(c, "a share, as in `sharing 50%`") : null;
    return { kind: "origin", claim: claim.text === "none" ? null : claim, sharing };
  }),
  rule("hedged", (c) => ({
    kind: "hedged",
    hedge: takeWord(c, "reported, speculative, conditional, prediction, question or analysis"),
  })),
  rule("asserts", asserts(false)),
  rule("denies", asserts(true)),
  rule("unreviewed", () => ({ kind: "unreviewed" })),
];

export const evidenceRules: readonly ClauseRule[] = [
  rule("favours", (c) => {
    const condition = parseExpression(c);
    const first = parseNumber(c, "the odds, as in `3:1`");
    if (!acceptSymbol(c, ":")) expected(c, "`:` and the other side of the odds, as in `3:1`");
    return { kind: "favours", condition, odds: [first, parseNumber(c, "the other side of the odds")] };
  }),
  onRule(false),
];

/** The condition of `observed`. */
export function parseObserved(c: Cursor): ClauseBody {
  return { kind: "holds", condition: parseExpression(c), probability: null };
}

/** `C by D at 70%`. */
export function parseBelieve(c: Cursor): ClauseBody {
  const condition = parseExpression(c);
  if (
    condition.kind === "compare" &&
    condition.operator === "=" &&
    condition.right.kind === "number" &&
    !isWord(c, "at")
  )
    fail(
      c,
      "E0133",
      condition.operatorSpan,
      "A belief is said with `at` and a probability, as in `at 70%`.",
      {
        fixes: [replaceFix("Write `at`", condition.operatorSpan, "at")],
      },
    );
  needWord(c, "at", "`at` and the probability, as in `at 70%`");
  return { kind: "holds", condition, probability: parseNumber(c, "a probability, as in `at 70%`") };
}

/** `yes`, `no` or `=`; what stands behind `=` is the declaration's value. */
export function parseCameOut(c: Cursor): ClauseBody {
  if (acceptWord(c, "yes")) return { kind: "came out", answer: "yes" };
  if (acceptWord(c, "no")) return { kind: "came out", answer: "no" };
  if (peek(c)?.symbol === "=") return { kind: "came out", answer: "value" };
  return expected(c, "`yes`, `no` or `=` and the value");
}
