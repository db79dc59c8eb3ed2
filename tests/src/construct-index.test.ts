import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { constructTable } from "./construct-index.js";
import { constructsFolder, modelsIn } from "./models.js";

test("every construct of the language is in a model with known answers, and the table of them is current", () => {
  const { table, untested } = constructTable(modelsIn(constructsFolder));
  assert.deepEqual(untested, []);
  assert.equal(readFileSync(join(constructsFolder, "INDEX.md"), "utf8"), table, "run `npm run constructs`");
});
