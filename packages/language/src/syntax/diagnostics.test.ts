import assert from "node:assert/strict";
import { test } from "node:test";
import { syntaxCodes } from "../diagnostics/codes/syntax.js";
import { applyFix, marked, treeOf } from "./outline.test.js";

interface Case {
  readonly code: keyof typeof syntaxCodes;
  readonly text: string;
  /** The text that the diagnostic marks. */
  readonly at: string;
  /** The text after each fix; every one must parse without this diagnostic. */
  readonly fixed?: readonly string[];
  /** Kinds of the declarations with their clauses, `!` where broken. */
  readonly tree?: string;
}

const cases: readonly Case[] = [
  {
    code: "E0101",
    text: "event x\n\tchance 5%\n\twhen\ty\n",
    at: "\t",
    fixed: ["event x\n  chance 5%\n  when y\n"],
    tree: "!event(chance,when)",
  },
  { code: "E0102", text: "let a\u0000 = 1\u0001\n", at: "\u0000", fixed: ["let a = 1\n"] },
  { code: "E0103", text: "let a = \ud800 1 // \udc00\n", at: "\ud800", fixed: ["let a =  1 // \n"] },
  { code: "E0104", text: "let\u00a0a\u00a0= 1\u200b\n", at: "\u00a0", fixed: ["let a = 1\n"] },
  { code: "E0105", text: "let a = 5 %\n", at: "%", fixed: ["let a = 5%\n"], tree: "!let()" },
  { code: "E0105", text: "let a = 4k–16k\n", at: "–", fixed: ["let a = 4k to 16k\n", "let a = 4k-16k\n"] },
  { code: "E0105", text: "let a = [b]\n", at: "[" },
  { code: "E0105", text: "# note\nlet a = 1\n", at: "#", fixed: ["// note\nlet a = 1\n"], tree: "let()" },
  {
    code: "E0105",
    text: "event a 'x' chance 5%\n",
    at: "'x'",
    fixed: ['event a "x" chance 5%\n'],
    tree: "!event(chance)",
  },
  {
    code: "E0106",
    text: 'source s "abc  \n  reliability B\n',
    at: '"abc',
    fixed: ['source s "abc"  \n  reliability B\n'],
    tree: "!source(reliability)",
  },
  { code: "E0106", text: 'source s “abc"\n', at: '“abc"', fixed: ["source s “abc”\n"] },
  {
    code: "E0107",
    text: "let a = 1\n/* abc\nlet b = 1\n",
    at: "/*",
    fixed: ["let a = 1\n/* abc */\nlet b = 1\n"],
    tree: "let()",
  },
  { code: "E0108", text: 'source s "a\\nb"\n', at: "\\", fixed: ['source s "a\\\\nb"\n'] },
  { code: "E0109", text: "let a = b == c\n", at: "==", fixed: ["let a = b = c\n"], tree: "!let()" },
  { code: "E0109", text: "let a = b <> c\n", at: "<>", fixed: ["let a = b != c\n"] },
  { code: "E0109", text: "let a = b&&c\n", at: "&&", fixed: ["let a = b and c\n"] },
  { code: "E0109", text: "let a = b || c\n", at: "||", fixed: ["let a = b or c\n"] },
  { code: "E0109", text: "let a = !b\n", at: "!", fixed: ["let a = not b\n"] },
  { code: "E0110", text: "let a = 5m\n", at: "5m", fixed: ["let a = 5M\n"] },
  { code: "E0110", text: "let a = 2.5billion\n", at: "2.5billion", fixed: ["let a = 2.5bn\n"] },
  { code: "E0110", text: "let a = 5soldier\n", at: "5soldier", fixed: ["let a = 5 soldier\n"] },
  { code: "E0111", text: "let a = .5\n", at: ".5", fixed: ["let a = 0.5\n"] },
  { code: "E0111", text: "let a = 1e999\n", at: "1e999" },
  {
    code: "E0112",
    text: "let a = min(10,000, x)\n",
    at: "10,000",
    fixed: ["let a = min(10000, x)\n", "let a = min(10, 000, x)\n"],
  },
  { code: "E0112", text: "let a = max((b + 1,000), x)\n", at: "1,000" },
  { code: "E0113", text: "event x on 2024-13\n", at: "2024-13" },
  { code: "E0113", text: "event x on 2023-02-29\n", at: "2023-02-29", fixed: ["event x on 2023-02-28\n"] },
  { code: "E0113", text: "event x on 2024-Q5\n", at: "2024-Q5" },
  { code: "E0113", text: "event x on 2024-5\n", at: "2024-5", fixed: ["event x on 2024-05\n"] },
  { code: "E0113", text: "event x on 2024-11-5\n", at: "2024-11-5", fixed: ["event x on 2024-11-05\n"] },
  { code: "E0113", text: "event x on 2024-q1\n", at: "2024-q1", fixed: ["event x on 2024-Q1\n"] },
  { code: "E0113", text: "event x on 0000-01\n", at: "0000-01" },
  { code: "E0113", text: "let a = 2024-50 + b\n", at: "2024-50", fixed: ["let a = 2024 - 50 + b\n"] },
  { code: "E0120", text: "casus 2\nlet a = 1\n", at: "2", fixed: ["casus 1\nlet a = 1\n"], tree: "let()" },
  { code: "E0120", text: "casus 1 b\nlet a = 1\n", at: "b" },
  { code: "E0120", text: "let a = 1\ncasus 1\n", at: "casus" },
  {
    code: "E0121",
    text: "evnt x\n  chance 5%\n",
    at: "evnt",
    fixed: ["event x\n  chance 5%\n"],
    tree: "!event(chance)",
  },
  { code: "E0121", text: "blah x\n  chance 5%\nlet a = 1\n", at: "blah", tree: "let()" },
  {
    code: "E0122",
    text: "event x\nwhen y\n  chance 5%\n",
    at: "when",
    fixed: ["event x\n  when y\n  chance 5%\n"],
    tree: "!event(when,chance)",
  },
  { code: "E0122", text: "let a = b\n+ c\n", at: "+", fixed: ["let a = b\n  + c\n"] },
  {
    code: "E0123",
    text: "let a = 1\n  event x\n    when y\n",
    at: "event",
    fixed: ["let a = 1\nevent x\n    when y\n"],
    tree: "let() !event(when)",
  },
  { code: "E0123", text: "  when y\nlet a = 1\n", at: "when" },
  {
    code: "E0124",
    text: "event when chance 5%\n",
    at: "when",
    fixed: ["event when_ chance 5%\n"],
    tree: "!event(chance)",
  },
  { code: "E0125", text: 'event "x"\n  chance 5%\n', at: '"x"', tree: "!event(chance)" },
  { code: "E0126", text: "event x : soldier\n  chance 5%\n", at: ":", tree: "!event(chance)" },
  { code: "E0126", text: "fact f = 5%\n", at: "=", fixed: ["fact f chance 5%\n"] },
  { code: "E0126", text: "treaty t(a) between a, b\n", at: "t(a)" },
  { code: "E0127", text: 'quantity q "x" : soldier\n', at: "q" },
  { code: "E0127", text: "quantity q 5\n", at: "q", fixed: ["quantity q = 5\n"] },
  { code: "E0127", text: 'check "a"\n', at: "check" },
  {
    code: "E0130",
    text: "stock x\n  starts 0\n  gain 5 when y\n  loses 1\n",
    at: "gain",
    fixed: ["stock x\n  starts 0\n  gains 5 when y\n  loses 1\n"],
    tree: "!stock(starts,bad,flow)",
  },
  {
    code: "E0130",
    text: "treaty t\n  obligation o\n    when x\n    honored 80%\n",
    at: "honored",
    fixed: ["treaty t\n  obligation o\n    when x\n    honoured 80%\n"],
  },
  {
    code: "E0130",
    text: "exchange e\n  a give 5\n  b gives 5\n",
    at: "give",
    fixed: ["exchange e\n  a gives 5\n  b gives 5\n"],
    tree: "!exchange(bad,gives)",
  },
  { code: "E0131", text: "event x\n  gains 5\n  chance 5%\n", at: "gains", tree: "!event(bad,chance)" },
  { code: "E0132", text: "let a = b c\n", at: "c", tree: "!let(bad)" },
  { code: "E0132", text: "let a = b)\n", at: ")" },
  { code: "E0132", text: "let a = 10, 000\n", at: "," },
  { code: "E0133", text: "stock s\n  moves 5 when y\n  gains 5\n", at: "when", tree: "!stock(bad,flow)" },
  {
    code: "E0113",
    text: "event x on 18 November 2024\n",
    at: "18 November 2024",
    fixed: ["event x on 2024-11-18\n"],
  },
  {
    code: "E0113",
    text: "event x on 03/04/2024\n",
    at: "03/04/2024",
    fixed: ["event x on 2024-04-03\n", "event x on 2024-03-04\n"],
  },
  { code: "E0113", text: "event x on 15.3.2024\n", at: "15.3.2024", fixed: ["event x on 2024-03-15\n"] },
  { code: "E0113", text: "event x on Q3 2024\n", at: "Q3 2024", fixed: ["event x on 2024-Q3\n"] },
  { code: "E0125", text: "let second-wave = 1\n", at: "second-wave", fixed: ["let second_wave = 1\n"] },
  { code: "E0132", text: "let a = 1,5\n", at: ",", fixed: ["let a = 1.5\n"] },
  {
    code: "E0133",
    text: "actors\n  a stat RUS\n  b\n",
    at: "stat",
    fixed: ["actors\n  a state RUS\n  b\n"],
    tree: "!actors(bad,actor)",
  },
  { code: "E0133", text: "question q\n  ask x by\n  ask y\n", at: "", tree: "!question(bad,ask)" },
  { code: "E0140", text: "event x\n  when\n  chance 5%\n", at: "", tree: "!event(bad,chance)" },
  { code: "E0140", text: "let a = b + * c\n", at: "*" },
  {
    code: "E0141",
    text: "let a = (b + c\n  from d\n",
    at: "(",
    fixed: ["let a = (b + c)\n  from d\n"],
    tree: "!let(from)",
  },
  { code: "E0141", text: "let a = max(b c)\n", at: "c" },
  { code: "E0142", text: "let a = b < c < d\n", at: "b < c < d", fixed: ["let a = b < c and c < d\n"] },
  {
    code: "E0143",
    text: `let a = ${"(".repeat(201)}b${")".repeat(201)}\nlet c = 1\n`,
    at: "(",
    tree: "!let() let()",
  },
  { code: "E0144", text: "let a = b is not c\n", at: "b is not c", fixed: ["let a = not b is c\n"] },
  { code: "E0145", text: "let a = if b then c\n", at: "" },
  {
    code: "E0146",
    text: "quantity a = 4k soldier to 16k\n",
    at: "soldier",
    fixed: ["quantity a = 4k to 16k soldier\n"],
  },
  {
    code: "W0101",
    text: "stock s starts 4 to 16 at least 0\n",
    at: "at least",
    fixed: ["stock s starts 4 to 16 \n  at least 0\n"],
    tree: "stock(starts)",
  },
];

const manyByDesign = new Set(["let a = [b]\n"]);

for (const { code, text, at, fixed, tree: expectedTree } of cases)
  test(`diagnostics: ${code} for ${JSON.stringify(text.slice(0, 60))}`, () => {
    const tree = treeOf(text);
    const [diagnostic, ...more] = tree.diagnostics;
    assert.ok(diagnostic !== undefined);
    if (!manyByDesign.has(text))
      assert.deepEqual(
        more.map((other) => other.code),
        [],
        "a fault gives one diagnostic",
      );
    assert.equal(diagnostic.code, code);
    assert.equal(diagnostic.severity, code.startsWith("E") ? "error" : "warning");
    assert.equal(marked(text, diagnostic), at);
    assert.ok(/[.?]$/.test(diagnostic.message), diagnostic.message);
    if (expectedTree !== undefined) {
      const shown = tree.declarations.map(
        (one) => `${one.broken ? "!" : ""}${one.kind}(${one.clauses.map((clause) => clause.kind).join(",")})`,
      );
      assert.equal(shown.join(" "), expectedTree);
    }
    if (fixed === undefined) return;
    assert.deepEqual(
      diagnostic.fixes.map((fix) => applyFix(text, fix)),
      fixed,
    );
    for (const result of fixed)
      assert.deepEqual(
        treeOf(result).diagnostics.map((left) => left.code),
        [],
        result,
      );
  });

test("diagnostics: every code of the parser is provoked", () => {
  const provoked = new Set<string>(cases.map((one) => one.code));
  assert.deepEqual(
    Object.keys(syntaxCodes).filter((code) => !provoked.has(code)),
    [],
  );
});

test("diagnostics: one broken declaration hurts no other, one broken clause no other", () => {
  const tree = treeOf('event a "x"\n  when (b\n  chance 5% per month\n  repeats\nlet c = 1 +\nlet d = 2\n');
  assert.deepEqual(
    tree.declarations.map((one) => [one.name?.text, one.broken, one.clauses.map((clause) => clause.kind)]),
    [
      ["a", true, ["bad", "chance", "repeats"]],
      ["c", true, []],
      ["d", false, []],
    ],
  );
  assert.equal(tree.declarations[1]?.value?.kind, "bad");
  assert.equal(tree.diagnostics.length, 2);
});

test("diagnostics: slips are read as meant", () => {
  const tree = treeOf("let a = b && !c\n");
  const { value } = tree.declarations[0] ?? {};
  assert.equal(value?.kind, "logic");
  assert.equal(tree.diagnostics.length, 2);
});
