import assert from "node:assert/strict";
import { test } from "node:test";
import { declarationOf, outline, outlineUnit, plainClauses } from "./outline.test.js";

function clauses(name: string, text: string, expected: unknown): void {
  test(`constructs: ${name}`, () => assert.deepEqual(plainClauses(text), expected));
}

const from = (...claims: string[]): unknown => ({ kind: "from", claims });

clauses(
  "situation on one line",
  'situation "x" period 2024-01 to 2025 by quarter   as of 2024-11 words phia\n',
  [
    { kind: "period", from: "2024-01-01..2024-01-31", to: "2025-01-01..2025-12-31", by: "quarter" },
    { kind: "as of", date: "2024-11-01..2024-11-30" },
    { kind: "words", scale: "phia" },
  ],
);

clauses(
  "actors",
  'actors russia "Russia" state RUS also "Moscow", "the Kremlin"\n  kim "Kim"\n    person of dprk\n    also "Kim Jong Un"\n  state "A state" state PRK\n  UN "UN" organisation\n  plain\n',
  [
    { kind: "actor", name: "russia", label: "Russia", state: "RUS", also: ["Moscow", "the Kremlin"] },
    { kind: "actor", name: "kim", label: "Kim", personOf: "dprk", also: ["Kim Jong Un"] },
    { kind: "actor", name: "state", label: "A state", state: "PRK", also: [] },
    { kind: "actor", name: "UN", label: "UN", organisation: true, also: [] },
    { kind: "actor", name: "plain", also: [] },
  ],
);

clauses("units", "units\n  soldier also soldiers, troops\n  EUR currency\n  division = 10k soldier\n", [
  { kind: "unit", name: "soldier", also: ["soldiers", "troops"] },
  { kind: "unit", name: "EUR", also: [], currency: true },
  { kind: "unit", name: "division", also: [], definition: { number: 10000, unit: "[·soldier]" } },
]);

clauses(
  "grades",
  "grades\n  B accuracy 80% relay 85%, 10% beta 16, 4\n  interested 0.4\n  speculative 0.3\n  drawn\n",
  [
    { kind: "grade entry", letter: "B", accuracy: 0.8, relay: [0.85, 0.1], beta: [16, 4] },
    { kind: "grade discount", of: "interested", value: 0.4 },
    { kind: "grade discount", of: "speculative", value: 0.3 },
    { kind: "drawn" },
  ],
);

clauses(
  "source",
  'source s "T" file "a.md" url "u" by "Jane" published 2024-Q3 reliability B confidential\n  by russia\n',
  [
    { kind: "file", path: "a.md" },
    { kind: "url", url: "u" },
    { kind: "by", text: "Jane" },
    { kind: "published", date: "2024-07-01..2024-09-30" },
    { kind: "reliability", grade: "B" },
    { kind: "confidential" },
    { kind: "by", actor: "russia" },
  ],
);

clauses(
  "claim",
  'claim c "l"\n  quote "a" after "b" before "c" in s\n  in s\n  speaker u "office" grade C interested\n  corroborated by r grade B, us sharing 50% on 2024-10\n  on 2024-05\n  origin d sharing 0.5\n  origin none\n  hedged reported\n  asserts e by 2024-10\n  denies x at 2024-10 is 1k to 2k soldier\n  unreviewed\n',
  [
    { kind: "quote", quote: "a", after: "b", before: "c", source: "s" },
    { kind: "in source", source: "s" },
    { kind: "speaker", actor: "u", text: "office", grade: "C", interested: true },
    {
      kind: "corroborated",
      reports: [
        { actor: "r", grade: "B" },
        { actor: "us", sharing: 0.5, on: "2024-10-01..2024-10-31" },
      ],
    },
    { kind: "on", first: "2024-05-01..2024-05-31" },
    { kind: "origin", claim: "d", sharing: 0.5 },
    { kind: "origin" },
    { kind: "hedged", hedge: "reported" },
    { kind: "asserts", condition: "(e by 2024-10-31)" },
    { kind: "asserts", denies: true, condition: "((x at 2024-10-31) is 1000~2000[·soldier])" },
    { kind: "unreviewed" },
  ],
);

clauses("evidence", 'evidence e "why" favours t > 0.5 by 2024-05 3:1 on 2024-06-01\n', [
  { kind: "favours", condition: "((t > 0.5) by 2024-05-31)", odds: [3, 1] },
  { kind: "on", first: "2024-06-01..2024-06-01" },
]);
clauses("observed", 'observed wave not by 2024-11-18 "why" from c, d\n', [
  { kind: "holds", condition: "(wave not by 2024-11-18)" },
  from("c", "d"),
]);
clauses("believe", 'believe peace by 2025-01 at 70% "why"\n', [
  { kind: "holds", condition: "(peace by 2025-01-31)", probability: 0.7 },
]);
clauses("outcome", "outcome q yes on 2025-01-01 from c\n", [
  { kind: "came out", answer: "yes" },
  { kind: "on", first: "2025-01-01..2025-01-01" },
  from("c"),
]);
clauses("fact by chance", 'fact f chance very unlikely assumed "w"\n', [
  { kind: "chance", chance: '"very unlikely"' },
  { kind: "assumed", why: "w" },
]);
clauses("fact by values", "fact f one of red 20%, blue 30%, green 50%\n", [
  {
    kind: "one of",
    values: [
      { name: "red", share: "0.2" },
      { name: "blue", share: "0.3" },
      { name: "green", share: "0.5" },
    ],
  },
]);
clauses("shock", "shock z : soldier = -5 to 5 soldier per month\n", [{ kind: "per", unit: "[/month]" }]);
clauses(
  "stock",
  "stock s within 0 to 1 starts 0.5\n  at least 0 at most 2\n  gains 5 soldier per month when a every 3 months\n  loses s * 2%\n  moves 5 to t(russia) when x happens\n",
  [
    { kind: "within", low: "0", high: "1" },
    { kind: "starts", value: "0.5" },
    { kind: "at least", value: "0" },
    { kind: "at most", value: "2" },
    { kind: "flow", direction: "gains", amount: "5[·soldier/month]", when: "a", every: "3..3 months" },
    { kind: "flow", direction: "loses", amount: "(s * 0.02)" },
    { kind: "flow", direction: "moves", amount: "5", to: "t(russia)", when: "(x happens)" },
  ],
);
clauses(
  "event",
  "event e when a chance 60% between 2024-09 and 2024-12, then 5% per month repeats\n  on 2024-05 to 2024-07 chance 50%\n  after d within 1 to 3 months\n  lasts 10 days\n  until a or b\n",
  [
    { kind: "when", condition: "a" },
    {
      kind: "chance",
      chance: "0.6",
      between: ["2024-09-01..2024-09-30", "2024-12-01..2024-12-31"],
      // biome-ignore lint/suspicious/noThenProperty: the chance behind `then`
      then: "0.05[/month]",
    },
    { kind: "repeats" },
    { kind: "on", first: "2024-05-01..2024-05-31", last: "2024-07-01..2024-07-31" },
    { kind: "chance", chance: "0.5" },
    { kind: "after", event: "d", within: "1..3 months" },
    { kind: "lasts", duration: "10..10 days" },
    { kind: "until", condition: "(a or b)" },
  ],
);
clauses(
  "choice",
  'choice c by r every step\n  option a weight 3 from x\n  option b\n    weight 1 + y\n    assumed "w"\n  when z\n  from k\n',
  [
    { kind: "by", actor: "r" },
    { kind: "every" },
    { kind: "option", name: "a", clauses: [{ kind: "weight", weight: "3" }, from("x")] },
    {
      kind: "option",
      name: "b",
      clauses: [
        { kind: "weight", weight: "(1 + y)" },
        { kind: "assumed", why: "w" },
      ],
    },
    { kind: "when", condition: "z" },
    from("k"),
  ],
);
clauses(
  "treaty",
  "treaty t between a, b signed 2024 in force from 2024-05 until x happens\n  in force when e until 2026\n  obligation o : defense\n    when invaded(party)\n    honoured 42 of 102 within 6 months\n    from c\n  obligation p when y honoured by help within 2 weeks\n  from k\n",
  [
    { kind: "between parties", parties: ["a", "b"] },
    { kind: "signed", date: "2024-01-01..2024-12-31" },
    { kind: "in force", from: "2024-05-01..2024-05-31", untilCondition: "(x happens)" },
    { kind: "in force", when: "e", untilDate: "2026-01-01..2026-12-31" },
    {
      kind: "obligation",
      name: "o",
      type: "defense",
      clauses: [
        { kind: "when", condition: "invaded(party)" },
        { kind: "honoured", chance: "42of102", within: "6..6 months" },
        from("c"),
      ],
    },
    {
      kind: "obligation",
      name: "p",
      clauses: [
        { kind: "when", condition: "y" },
        { kind: "honoured", byEvent: "help", within: "2..2 weeks" },
      ],
    },
    from("k"),
  ],
);
clauses(
  "exchange",
  'exchange x "l" between a and b in USD\n  a gives t * v "soldiers" when y\n  b gives 5 USD per month\n',
  [
    { kind: "exchange parties", first: "a", second: "b", unit: "[·USD]" },
    { kind: "gives", actor: "a", amount: "(t * v)", label: "soldiers", when: "y" },
    { kind: "gives", actor: "b", amount: "5[·USD/month]" },
  ],
);
clauses(
  "scenario",
  "scenario s\n  set q = 5k to 10k\n  set e on 2025-01-20\n  set e(russia) never\n  set t in force from 2025-01\n  set repayment.missiles.weight = 2\n",
  [
    { kind: "set", target: "q", members: [], to: { kind: "value", value: "5000~10000" } },
    { kind: "set", target: "e", members: [], to: { kind: "on", date: "2025-01-20..2025-01-20" } },
    { kind: "set", target: "e(russia)", members: [], to: { kind: "never" } },
    { kind: "set", target: "t", members: [], to: { kind: "in force from", date: "2025-01-01..2025-01-31" } },
    { kind: "set", target: "repayment", members: ["missiles", "weight"], to: { kind: "value", value: "2" } },
  ],
);
clauses(
  "question",
  'question q "?"\n  ask probability a  by 2025 /* c */\n    given b > 1 at 2024-12 // d\n  ask when peace\n  moot when peace\n  compare s, t\n',
  [
    {
      kind: "ask",
      how: "probability",
      expression: "(a by 2025-12-31)",
      given: "((b > 1) at 2024-12-31)",
      text: "probability a by 2025",
      givenText: "b > 1 at 2024-12",
    },
    { kind: "ask", how: "when", expression: "peace", text: "when peace" },
    { kind: "moot", condition: "peace" },
    { kind: "compare", scenarios: ["s", "t"] },
  ],
);

test("constructs: headers", () => {
  const quantity = declarationOf('quantity a(russia) "l" : USD per soldier = 5 USD per soldier from c\n');
  assert.deepEqual(
    [quantity.name?.text, quantity.name?.actor?.text, quantity.label?.text],
    ["a", "russia", "l"],
  );
  assert.equal(outlineUnit(quantity.unit), "[·USD/soldier]");
  assert.equal(quantity.value && outline(quantity.value), "5[·USD/soldier]");
  const check = declarationOf('check "l": a < b\n');
  assert.equal(check.value && outline(check.value), "(a < b)");
  const outcome = declarationOf("outcome q = 3k soldier on 2025\n");
  assert.equal(outcome.value && outline(outcome.value), "3000[·soldier]");
  assert.equal(declarationOf('use "other.casus"\n').label?.text, "other.casus");
  assert.equal(declarationOf('source s\n  "label on the next line"\n').label?.text, "label on the next line");
  assert.equal(declarationOf('quantity s “a \\"b\\" \\\\ c” = 1\n').label?.text, 'a "b" \\ c');
});

test("constructs: words that begin clauses elsewhere are free as names", () => {
  for (const word of [
    "price",
    "state",
    "value",
    "party",
    "step",
    "weight",
    "words",
    "origin",
    "option",
    "starts",
    "check",
    "period",
    "signed",
    "none",
  ])
    assert.equal(declarationOf(`quantity ${word} = ${word} + 1\n`).name?.text, word);
});
