import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Answer, runModel } from "@casus/engine";
import { checkModel, memoryWorld } from "@casus/language";

async function ask(text: string, runs = 20_000): Promise<readonly Answer[]> {
  const { model } = checkModel(memoryWorld({ "model.casus": text }), "model.casus");
  assert.ok(model);
  return (await runModel(model, { runs, seed: 1 })).answers;
}

const near = (actual: number | null | undefined, wanted: number, tolerance: number) =>
  assert.ok(
    typeof actual === "number" && Math.abs(actual - wanted) <= tolerance,
    `${actual} is not ${wanted} ± ${tolerance}`,
  );
const share = (answer: Answer, name: string) => answer.restsOn.quantities.find((q) => q.name === name);

describe("what an answer rests on", () => {
  test("a linear function: shares are a²σ² of their sum, and chance has none", async () => {
    const [answer] = await ask(
      'quantity x = normal(0, 1)\nquantity y = normal(0, 2)\nquantity z = uniform(0, 1)\nquestion q "?"\n  ask 3 * x + y + 0 * z',
    );
    assert.ok(answer);
    near(share(answer, "x")?.share, 9 / 13, 0.02);
    near(share(answer, "y")?.share, 4 / 13, 0.02);
    assert.equal(share(answer, "z")?.share, 0);
    near(answer.chance, 0, 1e-9);
    // Lowest and highest tenth of a standard normal: ∓1.75498.
    near(share(answer, "x")?.low, 3 * -1.75498, 0.2);
    near(share(answer, "x")?.high, 3 * 1.75498, 0.2);
    near(share(answer, "x")?.rankCorrelation, (6 / Math.PI) * Math.asin(3 / Math.sqrt(13) / 2), 0.01);
  });

  test("a pure interaction: no share by itself, and still nothing left to chance", async () => {
    const [answer] = await ask(
      'quantity x = normal(0, 1)\nquantity y = normal(0, 1)\nquestion q "?"\n  ask x * y',
    );
    assert.ok(answer);
    near(share(answer, "x")?.share, 0, 0.02);
    near(answer.chance, 0, 1e-9);
  });

  test("an event whose chance depends on a fact: the fact explains Var(p) of p(1 − p)", async () => {
    const model = (tail: string) =>
      `situation "?"\n  period 2024-01 to 2024-12 by month\nfact f chance 30%\nevent e\n  chance (if f then 80% else 10%) by 2024-12\n${tail}question q "?"\n  ask probability e by 2024-12`;
    const p = 0.3 * 0.8 + 0.7 * 0.1;
    const explained = 0.3 * 0.8 ** 2 + 0.7 * 0.1 ** 2 - p * p;
    // Once as a survival product, once as what has happened (an observation that says nothing keeps the product from standing in).
    for (const tail of ["", 'observed e by 2024-12 or not e by 2024-12 "always so"\n']) {
      const [answer] = await ask(model(tail));
      assert.ok(answer);
      near(answer.value, p, 4 * (answer.standardError ?? 0));
      near(answer.chance, 1 - explained / (p * (1 - p)), 0.03);
      near(share(answer, "f")?.share, 1, 0.001);
      near(share(answer, "f")?.low, 0.1, 0.02);
      near(share(answer, "f")?.high, 0.8, 0.03);
    }
  });

  test("a model without unknowns is all chance", async () => {
    const [answer] = await ask(
      'situation "?"\n  period 2024-01 to 2024-12 by month\nevent a\n  chance 10% per month\nstock s\n  starts 0\n  gains 1 when a happens\nquestion q "?"\n  ask s at 2024-06',
    );
    near(answer?.chance, 1, 0.05);
    assert.deepEqual(answer?.restsOn.quantities, []);
  });

  test("claims: the answer without each, from the same draws, and who stands behind it", async () => {
    const text = `situation "?"
actors
  a "A" state AAA
  b "B" state BBB
source s "S" by a reliability B
source t "T" by b reliability C
fact war chance 20%
quantity x = normal(0, 1)
claim one in s asserts war
claim two in t asserts war
question q "?"
  ask probability war
  ask x`;
    const [war, x] = await ask(text, 50_000);
    assert.ok(war && x);
    const odds = (lr: number) => (0.25 * lr) / (1 + 0.25 * lr);
    const error = 4 * (war.standardError ?? 0);
    near(war.value, odds((17 / 3) * (7 / 3)), error);
    near(war.restsOn.claims.find((c) => c.name === "one")?.without, odds(7 / 3), error);
    near(
      war.restsOn.claims.find((c) => c.name === "two")?.shift,
      odds((17 / 3) * (7 / 3)) - odds(17 / 3),
      2 * error,
    );
    assert.deepEqual([war.restsOn.origins, war.restsOn.documents], [2, 2]);
    assert.deepEqual(x.restsOn.claims, [], "what cannot move an answer is not listed");
  });
});
