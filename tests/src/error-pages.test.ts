import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { examine } from "./diagnostics/examine.js";
import { errorPages } from "./diagnostics/pages.js";
import { suitesIn } from "./diagnostics/programs.js";
import { diagnosticsFolder, errorsFolder } from "./models.js";

test("every code has a page, which is current and shows a mended form", async () => {
  const { files, unmended } = await errorPages(suitesIn(diagnosticsFolder), examine);
  assert.deepEqual(unmended, [], "give a program of these codes a section `--- fixed`");
  assert.deepEqual(readdirSync(errorsFolder).sort(), [...files.keys()].sort(), "run `npm run errors`");
  for (const [file, text] of files)
    assert.equal(readFileSync(join(errorsFolder, file), "utf8"), text, `${file}: run \`npm run errors\``);
});
