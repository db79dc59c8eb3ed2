import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { open } from "casus";
import { failures, readExpectations } from "./expectations.js";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "constructs");

describe("models with known answers", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".casus"))
    .sort();
  assert.ok(files.length > 100, "the models are there");
  for (const file of files) {
    const path = join(folder, file);
    const expectations = readExpectations(readFileSync(path, "utf8"));
    // Files without expectations are there to be used by others.
    if (expectations.lines.length === 0) continue;
    test(relative(folder, path), async () => {
      const model = await open(path);
      const errors = model.diagnostics.filter((d) => d.severity === "error" && d.code !== "E0931");
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
