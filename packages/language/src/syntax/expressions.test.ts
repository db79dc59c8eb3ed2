import assert from "node:assert/strict";
import { test } from "node:test";
import { clauseOf, outline, outlineOf } from "./outline.test.js";

const cases: Record<string, Record<string, string>> = {
  "arithmetic binds as on paper": {
    "a - b - c": "((a - b) - c)",
    "a / b * c": "((a / b) * c)",
    "a − b": "(a - b)",
    "-x^2": "(-(x ^ 2))",
    "2^-3": "(2 ^ (-3))",
    "2^3^4": "(2 ^ (3 ^ 4))",
    "2^-3^2": "(2 ^ (-(3 ^ 2)))",
    "-a * b": "((-a) * b)",
    "- -a": "(-(-a))",
    "a * -b": "(a * (-b))",
    "+5": "5",
    "(a + b) * c": "({(a + b)} * c)",
  },
  "logic is looser than comparison": {
    "a or b and not c": "(a or (b and (not c)))",
    "not a < b and c": "((not (a < b)) and c)",
    "not not a": "(not (not a))",
    "a + 1 >= b * 2": "((a + 1) >= (b * 2))",
    "a ≤ b and c ≥ d and e ≠ f": "(((a <= b) and (c >= d)) and (e != f))",
    "a != b": "(a != b)",
  },
  "if is loosest": {
    "if a or b then c + 1 else d": "(if (a or b) then (c + 1) else d)",
    "if a then 1 else if b then 2 else 3": "(if a then 1 else (if b then 2 else 3))",
    "if a then if b then 1 else 2 else 3": "(if a then (if b then 1 else 2) else 3)",
    "1 + if a then 2 else 3": "(1 + (if a then 2 else 3))",
  },
  "references, members and calls": {
    "bargain.balance": "bargain.balance",
    "partnership.assistance.due(dprk)": "partnership.assistance.due(dprk)",
    "invaded(party)": "invaded(party)",
    "bargain.given(russia) + 1": "(bargain.given(russia) + 1)",
    "clamp(x, 0, 1)": "clamp<x, 0, 1>",
    "min(a, b, c, d)": "min<a, b, c, d>",
    "abs(x)": "abs<x>",
    "foo(x + 1)": "foo<(x + 1)>",
    "max(0,100)": "max<0, 100>",
  },
  "conditions on events, choices and stocks": {
    "deployed happens and not peace happens": "((deployed happens) and (not (peace happens)))",
    "repayment is missiles": "(repayment is missiles)",
    "repayment stands at missiles": "(repayment stands at missiles)",
    "repayment ever missiles or peace ever": "((repayment ever missiles) or (peace ever))",
    "contingent is 11k to 12k soldier": "(contingent is 11000~12000[·soldier])",
    "months since peace + 1": "((months since peace) + 1)",
    "days since 2024-05": "(days since 2024-05-01)",
    "sum of wave over (russia, dprk)": "(sum of wave over russia dprk)",
    "any of sent over (a) and all of sent over (a, b)": "((any of sent over a) and (all of sent over a b))",
    "from 2024-05 and not until 2025": "((from 2024-05-01) and (not (until 2025-01-01)))",
    "between 2024-05 and 2024-08 or a": "((between 2024-05-01 and 2024-08-31) or a)",
  },
  "dates bind to the nearest part that can have one": {
    "a by 2025-12": "(a by 2025-12-31)",
    "(a and not b) by 2025": "({(a and (not b))} by 2025-12-31)",
    "a and b by 2025-12": "(a and (b by 2025-12-31))",
    "a by 2025-01 and b at 2025-02": "((a by 2025-01-31) and (b at 2025-02-28))",
    "not a by 2025-01": "(not (a by 2025-01-31))",
    "x at 2025-06 + y": "((x at 2025-06-30) + y)",
    "x / (y * 1 month) at 2025-06": "(x / ({(y * 1[·month])} at 2025-06-30))",
    "x > 5k soldier at 2025-06": "((x > 5000[·soldier]) at 2025-06-30)",
    "x > y at 2025-06": "((x > y) at 2025-06-30)",
    "x > y + z at 2025-06": "((x > (y + z)) at 2025-06-30)",
    "x at 2025-05 > y at 2025-06": "((x at 2025-05-31) > (y at 2025-06-30))",
    "c ever missiles by 2026-12": "((c ever missiles) by 2026-12-31)",
    "c is red at 2026-12": "((c is red) at 2026-12-31)",
    "x at 2024-05 is 1 to 2": "((x at 2024-05-31) is 1~2)",
    "e not by 2024-11-18": "(e not by 2024-11-18)",
  },
  "units follow numbers, parentheses, calls and distributions": {
    "12k soldier": "12000[·soldier]",
    "2000 USD per soldier per month": "2000[·USD/soldier/month]",
    "2000 USD/soldier/month": "2000[·USD/soldier/month]",
    "2000 USD / soldier": "(2000[·USD] / soldier)",
    "5% per month": "0.05[/month]",
    "(a + b) soldier": "{(a + b)}[·soldier]",
    "(a + b) per month": "{(a + b)}[/month]",
    "max(a, b) USD": "max<a, b>[·USD]",
    "appetite per month": "appetite[/month]",
    "normal(1, 2) USD per month": "normal<1, 2>[·USD/month]",
  },
  distributions: {
    "4k to 16k": "4000~16000",
    "-5 to -3": "-5~-3",
    "2% to 9% per month": "0.02~0.09[/month]",
    "1 to 2 USD as lognormal": "1~2[·USD] lognormal",
    "80% interval 1 to 2 as normal": "0.8:1~2 normal",
    "p10 8k, p50 10k, p90 14k USD": "p<10=8000 50=10000 90=14000>[·USD]",
    "p2.5 1, p50 2, p97.5 4": "p<2.5=1 50=2 97.5=4>",
    "42 of 102": "42of102",
    "lognormal(mu: 1, sigma: 2)": "lognormal<mu: 1, sigma: 2>",
    "beta(p5: 10%, p95: 20%)": "beta<p5: 0.1, p95: 0.2>",
    "mixture(70%: 1 to 2, 30%: normal(5, 2) at least 0)": "mixture<0.7: 1~2, 0.3: cut<normal<5, 2>, 0, >>",
    "normal(5, 2) at least 0 at most 10": "cut<normal<5, 2>, 0, 10>",
    "4k soldier to 16k soldier": "4000~16000[·soldier]",
    "1 to 2 + x": "(1~2 + x)",
  },
};

for (const [name, pairs] of Object.entries(cases))
  test(`expressions: ${name}`, () => {
    for (const [text, expected] of Object.entries(pairs)) assert.equal(outlineOf(text), expected, text);
  });

test("expressions: an expression may be broken over lines", () => {
  assert.equal(outlineOf("\n  a\n  + b\n  * c"), "(a + (b * c))");
  assert.equal(outlineOf("if a\n  then b\n  else\n    c"), "(if a then b else c)");
  assert.equal(outlineOf("max(a,\n  b)"), "max<a, b>");
});

test("expressions: the by of a chance, of honoured and of believe is the clause's", () => {
  const chance = clauseOf("event e chance (a) by 2025-01, then 2% to 5% per month\n", "chance");
  assert.equal(outline(chance.chance), "{a}");
  assert.ok(chance.by !== null && chance.then !== null);
  assert.equal(outline(chance.then), "0.02~0.05[/month]");
  const holds = clauseOf('believe a and b by 2025 at 70% "why"\n', "holds");
  assert.equal(outline(holds.condition), "(a and (b by 2025-12-31))");
  assert.equal(holds.probability?.value, 0.7);
});

test("expressions: spans cover what was read", () => {
  const text = "let a = b + c at 2025-06 > d\n";
  const { span } = clauseOf(`question q ask ${text.slice(8)}`, "ask").expression;
  assert.equal(`question q ask ${text.slice(8)}`.slice(span.start, span.end), "b + c at 2025-06 > d");
});
