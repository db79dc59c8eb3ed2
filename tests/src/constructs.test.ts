import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { open } from "casus";
import { failures, readExpectations } from "./expectations.js";
import { constructsFolder, modelsIn } from "./models.js";

describe("models with known answers", () => {
  const models = modelsIn(constructsFolder);
  test("are there", () => assert.ok(models.size > 100));
  for (const [file, text] of models) {
    const expectations = readExpectations(text);
    // Files without expectations are there to be used by others.
    if (expectations.lines.length === 0) continue;
    test(file, async () => {
      const model = await open(join(constructsFolder, file));
      const errors = model.diagnostics.filter((d) => d.severity === "error");
      assert.deepEqual(
        errors.map((d) => `${d.code} line ${d.from.line}: ${d.message}`),
        [],
      );
      const problems: string[] = [];
      for (const without of expectations.without) {
        const answers = await model.run({ runs: expectations.runs, seed: 1, without });
        const lines = expectations.lines.filter((line) => line.without.join() === without.join());
        problems.push(...failures(lines, answers));
      }
      assert.deepEqual(problems, []);
    });
  }
});
