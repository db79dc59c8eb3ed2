import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { type Answer, type Answers, open } from "casus";
import { examplesFolder } from "./models.js";

const file = join(examplesFolder, "alliance", "alliance.casus");

/**
 * An independent simulation of the same model, 2,000,000 runs, with its standard errors: another program by other hands, in another
 * language, with other random numbers.
 */
const independent: readonly (readonly [
  question: string,
  ask: number,
  scenario: string | null,
  value: number,
  error: number,
])[] = [
  ["first_wave", 1, null, 0.2919, 0.0014],
  ["first_wave", 1, "settlement", 0.0864, 0.0009],
  ["first_wave", 1, "grind", 0.3977, 0.0015],
  ["price", 1, null, 0.1432, 0.0011],
  ["price", 2, null, 0.2033, 0.0023],
  ["circumspect", 1, null, 0.284, 0.004],
  ["circumspect", 2, "arming", 0.0938, 0.0009],
  ["impact", 1, null, 0.1828, 0.0006],
  ["relationship", 1, null, 0.454, 0.0015],
  ["relationship", 2, null, 0.9067, 0.0009],
  ["peninsula", 1, null, 0.247, 0.0013],
  ["beijing", 1, null, 0.6548, 0.0003],
];

describe("the alliance", () => {
  let answers: Answers;
  const find = (question: string, ask: number, scenario: string | null): Answer => {
    const answer = answers.answers.filter((a) => a.question === question && a.scenario === scenario)[ask - 1];
    assert.ok(answer, `${question} #${ask} in ${scenario}`);
    return answer;
  };
  before(async () => {
    const model = await open(file);
    assert.deepEqual(
      model.diagnostics.filter((d) => d.severity === "error"),
      [],
    );
    answers = await model.run({ runs: 100_000, seed: 7 });
  });

  for (const [question, ask, scenario, value, error] of independent) {
    test(`${question} #${ask}${scenario === null ? "" : ` in ${scenario}`} agrees with an independent simulation: ${value}`, () => {
      const answer = find(question, ask, scenario);
      const allowed = 4 * Math.hypot(answer.standardError ?? 0, error);
      assert.ok(
        Math.abs((answer.value as number) - value) <= allowed,
        `is ${answer.value} ± ${answer.standardError}`,
      );
    });
  }

  test("every quote is found in the source", () => {
    assert.equal(answers.claims.length, 20);
    for (const claim of answers.claims) assert.ok(claim.start !== null && claim.end !== null, claim.name);
  });

  test("seeing Seoul arm Kyiv and making it do so are different questions", () => {
    const seen = find("circumspect", 1, null).value as number;
    const plain = find("circumspect", 2, null).value as number;
    const made = find("circumspect", 2, "arming").value as number;
    assert.ok(seen > plain && made < plain, `${seen}, ${plain}, ${made}`);
  });

  test("every answer says what it rests on, and shares add up to no more than all", () => {
    for (const answer of answers.answers) {
      assert.ok(answer.value !== null, `${answer.question} ${answer.ask}`);
      const { quantities, claims, origins, documents } = answer.restsOn;
      assert.ok(quantities.length > 0);
      // No report speaks of the treaty; every other answer is moved by some.
      assert.equal(claims.length > 0, answer.question !== "relationship");
      assert.ok(quantities.reduce((sum, q) => sum + q.share, 0) <= 1 + 1e-9);
      assert.ok(origins >= 1 && documents === 1);
      for (const quantity of quantities)
        assert.ok(quantity.from.length > 0 || quantity.assumed !== null, quantity.name);
    }
  });

  test("a series has a point for every close, and ends where the answer does", () => {
    const answer = find("first_wave", 1, null);
    assert.equal(answer.series.length, 31);
    assert.equal(answer.series.find((p) => p.date === "2025-12-31")?.value, answer.value);
  });

  test("its check holds", () => {
    assert.deepEqual(
      answers.checks.map((c) => [c.check, c.holds]),
      [["no more fall than are sent", true]],
    );
  });
});
