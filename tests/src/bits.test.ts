import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, test } from "node:test";
import { runModel } from "@casus/engine";
import { checkModel, memoryWorld } from "@casus/language";
import { open } from "casus";
import { examplesFolder } from "./models.js";

const alliance = join(examplesFolder, "alliance", "alliance.casus");

async function answersOf(text: string, runs = 2048) {
  const { model, diagnostics } = checkModel(memoryWorld({ "model.casus": text }), "model.casus");
  assert.deepEqual(
    diagnostics.filter((d) => d.severity === "error"),
    [],
  );
  assert.ok(model);
  return (await runModel(model, { runs, seed: 3 })).answers;
}

const parts = [
  'situation "Bits"\n  period 2024-01 to 2024-12 by month',
  "units\n  soldier",
  "quantity size : soldier = 4k to 16k soldier",
  "quantity pace = pert(0.01, 0.03, 0.2)",
  "shock noise = normal(0, 0.1)",
  "fact dry chance 20% to 40%",
  "event storm\n  when not dry\n  chance pace per month",
  "event flood\n  after storm within 1 to 3 months chance 70%",
  "event raid\n  chance 5% per month\n  repeats",
  "choice answer\n  every 2 months\n  when storm\n  option wait weight 1\n  option act weight 2 to 5",
  "stock men : soldier\n  starts size\n  at least 0 soldier\n  loses men * 5% per month when storm",
  "stock mood\n  starts 0\n  gains noise",
  'question q "?"\n  ask probability flood by 2024-12\n  ask men at 2024-10\n  ask mood at 2024-12\n  ask when raid\n  ask probability answer ever act by 2024-09 given storm by 2024-06',
];

describe("the same bits", () => {
  test("twice", async () => {
    const model = await open(alliance);
    const [first, second] = [await model.run({ runs: 4096 }), await model.run({ runs: 4096 })];
    assert.deepEqual(first, second);
  });

  // Node's own Math may differ from version to version, so the engine uses none of it: this hash is the same on all of them.
  test("on every version of Node", async () => {
    const model = await open(alliance);
    const { answers } = await model.run({ runs: 4096, seed: 1 });
    const bits = answers.map((a) => [a.question, a.scenario, a.value, a.standardError, a.series]);
    assert.equal(
      createHash("sha256").update(JSON.stringify(bits)).digest("hex"),
      "eaee4b93edd493c251f3a53499877da30c19aaa6dda714ff85dd3b8bec4e6964",
    );
  });

  test("with an unrelated declaration anywhere", async () => {
    const plain = await answersOf(parts.join("\n\n"));
    const others = [
      "quantity other = 1 to 2",
      "event elsewhere\n  chance 50% per month",
      "event nearby\n  chance 9% per month\n\nstock spare\n  starts 1\n  gains 1 when nearby happens",
      "choice whim\n  every step\n  option yes weight 1\n  option no weight 1",
      "shock tremor = normal(0, 1)",
    ];
    const values = (answers: typeof plain) =>
      answers.map((a) => [a.value, a.standardError, a.series, a.quantiles]);
    for (const other of others) {
      for (let at = 1; at <= parts.length; at++) {
        const changed = await answersOf([...parts.slice(0, at), other, ...parts.slice(at)].join("\n\n"));
        assert.deepEqual(values(changed), values(plain), `${other} at ${at}`);
      }
    }
  });

  test("in any order of the declarations", async () => {
    const plain = await answersOf(parts.join("\n\n"));
    const reversed = await answersOf([parts[0], ...parts.slice(1).reverse()].join("\n\n"));
    assert.deepEqual(
      reversed.map((a) => [a.value, a.series, a.quantiles]),
      plain.map((a) => [a.value, a.series, a.quantiles]),
    );
  });
});
