import { replaceFix } from "../../diagnostics/diagnostic.js";
import { either } from "../../diagnostics/wording.js";
import { nearest } from "../../text/nearest.js";
import { type ClauseRule, rule } from "../clause-table.js";
import {
  acceptSymbol,
  acceptWord,
  type Cursor,
  expected,
  fail,
  hereSpan,
  isKind,
  isSymbol,
  needWord,
  peek,
  takeWord,
  textOf,
} from "../cursor.js";
import type { ClauseBody, NumberSyntax, StringSyntax, WordSyntax } from "../tree.js";
import { acceptString, parseDate, parseNumber, parseString, parseUnit, parseWordName } from "../values.js";

export const situationRules: readonly ClauseRule[] = [
  rule("period", (c) => {
    const from = parseDate(c);
    if (isSymbol(c, "-"))
      expected(c, "`to` and the end of the period", { fixes: [replaceFix("Write `to`", hereSpan(c), "to")] });
    needWord(c, "to", "`to` and the end of the period");
    const to = parseDate(c);
    needWord(c, "by", "`by` and the length of a step, as in `by month`");
    return { kind: "period", from, to, by: takeWord(c, "day, week, month, quarter or year") };
  }),
  rule("as of", (c) => ({ kind: "as of", date: parseDate(c) })),
  rule("words", (c) => ({ kind: "words", scale: takeWord(c, "a scale: icd203, phia or kent") })),
];

/** Whether the cursor stands at a property of an actor rather than at a further actor. */
export function actorPropertyAt(c: Cursor, index: number): boolean {
  const token = c.tokens[index];
  if (token?.kind !== "word") return true;
  const next = c.tokens[index + 1];
  const nextKind = next === undefined || (c.indents[index + 1] ?? -1) >= 0 ? null : next.kind;
  switch (textOf(c, token)) {
    case "state":
      return nextKind === "word";
    case "organisation":
      return nextKind !== "string";
    case "person":
      return nextKind === "word";
    case "also":
      return nextKind === "string";
    default:
      return false;
  }
}

/** None of the words that may stand at the cursor stands there; the nearest are offered as fixes. */
function expectedOneOf(c: Cursor, words: readonly string[], more = ""): never {
  const token = peek(c);
  const near = token?.kind === "word" ? nearest(textOf(c, token), words) : [];
  const fixes = near.map((word) => ({
    title: `Write \`${word}\``,
    edits: [{ span: hereSpan(c), text: word }],
    safe: false,
  }));
  return expected(c, either(words) + more, { fixes });
}

/** `North Korea "…"` or `north, south`: a name is one word, and an entry one line. */
function refuseSplitActor(c: Cursor, name: WordSyntax): void {
  const token = peek(c);
  if (isSymbol(c, ",")) fail(c, "E0133", hereSpan(c), "Each actor has a line of its own.");
  const properties = ["state", "organisation", "person", "also"];
  if (token?.kind !== "word" || !isKind(c, "string", 1) || nearest(textOf(c, token), properties).length > 0)
    return;
  const joined = `${name.text}_${textOf(c, token)}`;
  const span = { ...name.span, end: token.end };
  fail(c, "E0125", span, `A name is one word of letters, digits and \`_\`. Did you mean \`${joined}\`?`, {
    fixes: [replaceFix(`Write \`${joined}\``, span, joined)],
  });
}

/** `NAME "label" [state ISO3 | organisation | person of ACTOR] [also "name", …]`. */
export function parseActor(c: Cursor): ClauseBody {
  const name = parseWordName(c, "the name of an actor");
  let label: StringSyntax | null = acceptString(c);
  let state: WordSyntax | null = null;
  let organisation = false;
  let personOf: WordSyntax | null = null;
  const also: StringSyntax[] = [];
  while (peek(c) !== undefined) {
    if (label === null && isKind(c, "string")) label = acceptString(c);
    else if (acceptWord(c, "state")) state = takeWord(c, "the three letters of the state, as in `state UKR`");
    else if (acceptWord(c, "organisation")) organisation = true;
    else if (acceptWord(c, "person")) {
      needWord(c, "of", "`of` and the actor that the person belongs to");
      personOf = takeWord(c, "the name of an actor");
    } else if (acceptWord(c, "also")) {
      do also.push(parseString(c, "another name, in quotation marks"));
      while (acceptSymbol(c, ","));
    } else {
      if (label === null && state === null) refuseSplitActor(c, name);
      return expectedOneOf(c, ["state", "organisation", "person of", "also"]);
    }
  }
  return { kind: "actor", name, label, state, organisation, personOf, also };
}

/** `NAME [also NAME, …] [currency]` or `NAME = NUMBER UNIT`. */
export function parseUnitEntry(c: Cursor): ClauseBody {
  const name = parseWordName(c, "the name of a unit");
  const also: WordSyntax[] = [];
  let currency = false;
  let definition: { number: NumberSyntax; unit: ReturnType<typeof parseUnit> } | null = null;
  while (peek(c) !== undefined) {
    if (acceptWord(c, "also")) {
      do also.push(takeWord(c, "another name of the unit"));
      while (acceptSymbol(c, ","));
    } else if (acceptWord(c, "currency")) currency = true;
    else if (isSymbol(c, "=") && definition === null) {
      c.at++;
      definition = {
        number: parseNumber(c, "a number and a unit, as in `division = 10k soldier`"),
        unit: parseUnit(c),
      };
    } else return expectedOneOf(c, ["also", "currency"], " or `= NUMBER UNIT`");
  }
  return { kind: "unit", name, also, currency, definition };
}

function pair(c: Cursor): [NumberSyntax, NumberSyntax] {
  const first = parseNumber(c, "a number");
  if (!acceptSymbol(c, ",")) expected(c, "`,` and the second number");
  return [first, parseNumber(c, "the second number")];
}

/** `B accuracy 80% relay 85%, 10% beta 16, 4`, `interested 0.4`, `speculative 0.4` or `drawn`. */
export function parseGrade(c: Cursor): ClauseBody {
  if (acceptWord(c, "drawn")) return { kind: "drawn" };
  for (const of of ["interested", "speculative"] as const)
    if (acceptWord(c, of))
      return { kind: "grade discount", of, value: parseNumber(c, "a number from 0 to 1") };
  const letter = takeWord(c, "a grade from A to F, `interested`, `speculative` or `drawn`");
  let accuracy: NumberSyntax | null = null;
  let relay: [NumberSyntax, NumberSyntax] | null = null;
  let beta: [NumberSyntax, NumberSyntax] | null = null;
  while (peek(c) !== undefined) {
    if (acceptWord(c, "accuracy")) accuracy = parseNumber(c, "the accuracy, as in `accuracy 80%`");
    else if (acceptWord(c, "relay")) relay = pair(c);
    else if (acceptWord(c, "beta")) beta = pair(c);
    else break;
  }
  return { kind: "grade entry", letter, accuracy, relay, beta };
}
