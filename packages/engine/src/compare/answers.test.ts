import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer, Answers } from "../answers.js";
import { answerKey, compareAnswers, pairedErrors } from "./answers.js";

function answer(question: string, value: number | null, more: Partial<Answer> = {}): Answer {
  return {
    question,
    ask: `probability ${question}`,
    given: null,
    scenario: null,
    kind: "probability",
    unit: null,
    value,
    categories: null,
    standardError: 0.003,
    word: null,
    interval: null,
    quantiles: null,
    series: [],
    moot: null,
    method: "simulated",
    effectiveRuns: 10_000,
    chance: null,
    restsOn: { quantities: [], claims: [], sourcedShare: null, origins: 0, documents: 0 },
    confidence: null,
    ...more,
  };
}

function answers(list: readonly Answer[], more: Partial<Answers> = {}): Answers {
  return {
    casus: "0",
    edition: 1,
    model: { file: "m.casus", sha256: "" },
    situation: "",
    asOf: null,
    seed: 1,
    runs: 10_000,
    engine: "interpreter",
    precision: "double",
    threads: 1,
    answers: list,
    claims: [],
    checks: [],
    diagnostics: [],
    ...more,
  };
}

test("sorted by size, and marked where beyond the error of both", () => {
  const before = answers([
    answer("same", 0.5),
    answer("little", 0.4),
    answer("much", 0.3),
    answer("gone", 0.1),
  ]);
  const after = answers([
    answer("same", 0.5),
    answer("little", 0.404),
    answer("much", 0.2),
    answer("new", 0.1),
  ]);
  const found = compareAnswers(before, after);
  assert.deepEqual(
    found.changes.map(({ question, beyondNoise }) => [question, beyondNoise]),
    [
      ["much", true],
      ["little", false],
      ["same", false],
    ],
  );
  assert.ok(Math.abs((found.changes[0]?.difference ?? 0) + 0.1) < 1e-12);
  assert.ok(Math.abs((found.changes[0]?.error ?? 0) - 0.003 * Math.SQRT2) < 1e-12);
  assert.deepEqual(
    [...found.added, ...found.removed].map(({ question }) => question),
    ["new", "gone"],
  );
});

test("a paired error marks what the combined one would hide", () => {
  const before = answers([answer("q", 0.4)]);
  const after = answers([answer("q", 0.404)]);
  const errors = new Map([[answerKey(answer("q", 0)), 0.0005]]);
  assert.equal(compareAnswers(before, after).changes[0]?.beyondNoise, false);
  assert.equal(compareAnswers(before, after, errors).changes[0]?.beyondNoise, true);
});

test("values count by their spread, categories by the one that moved most, answers that come and go whole", () => {
  const value = (mean: number): Answer =>
    answer("v", mean, {
      kind: "value",
      unit: "soldier",
      standardError: 1,
      quantiles: { p5: 0, p25: 20, p50: 50, p75: 70, p95: 100 },
    });
  const colour = (red: number): Answer =>
    answer("c", null, { kind: "categories", categories: { red, blue: 1 - red }, standardError: null });
  const found = compareAnswers(
    answers([value(50), colour(0.2), answer("lost", 0.5)]),
    answers([value(60), colour(0.5), answer("lost", null)]),
  ).changes;
  assert.deepEqual(
    found.map(({ question, size, category, beyondNoise }) => [
      question,
      Math.round(size * 1000),
      category,
      beyondNoise,
    ]),
    [
      ["lost", 1000, null, true],
      ["c", 300, "red", true],
      ["v", 100, null, true],
    ],
  );
});

test("diagnostics are compared by what they say, as often as they say it", () => {
  const diagnostic = (code: string, line: number): Answers["diagnostics"][number] => ({
    code,
    severity: "warning",
    message: "m",
    file: "m.casus",
    from: { line, column: 1 },
    to: { line, column: 2 },
    labels: [],
    notes: [],
    fixes: [],
  });
  const found = compareAnswers(
    answers([], { diagnostics: [diagnostic("W1", 1), diagnostic("W2", 2)] }),
    answers([], { diagnostics: [diagnostic("W1", 5), diagnostic("W1", 6)] }),
  );
  assert.deepEqual(
    found.newDiagnostics.map(({ code }) => code),
    ["W1"],
  );
  assert.deepEqual(
    found.lostDiagnostics.map(({ code }) => code),
    ["W2"],
  );
});

test("the error of paired runs, from batches", () => {
  const batch = (before: number, after: number) => ({
    before: answers([answer("q", before)], { runs: 1000 }),
    after: answers([answer("q", after)], { runs: 1000 }),
  });
  const batches = [batch(0.3, 0.31), batch(0.4, 0.42), batch(0.2, 0.2), batch(0.35, 0.36)];
  const error = pairedErrors(batches, 16_000).get(answerKey(answer("q", 0))) ?? 0;
  // The differences 0.01, 0.02, 0, 0.01 have the variance 2/3 · 10⁻⁴; t at 3 degrees of freedom is 3.182.
  const expected = Math.sqrt(((2 / 3) * 1e-4) / 16) * (3.182446 / 1.959964);
  assert.ok(Math.abs(error / expected - 1) < 0.01, `${error} ${expected}`);
  assert.equal(pairedErrors(batches.slice(0, 3), 16_000).size, 0);
});
