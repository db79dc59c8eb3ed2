import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { catalogue } from "@casus/language";
import { examine } from "./diagnostics/examine.js";
import { suitesIn } from "./diagnostics/programs.js";
import { safeFixProblems } from "./diagnostics/safe.js";
import { examineSuite, outOfReach, type SuiteReport } from "./diagnostics/suite.js";
import { diagnosticsFolder } from "./models.js";

/** Rewrites the corpus with what is said now; `git diff` then shows each message before and after. */
const updates = process.env["CASUS_UPDATE"] === "1";

describe("bad models and what is said of them", () => {
  const suites = suitesIn(diagnosticsFolder);
  const reports = new Map<string, SuiteReport>();
  before(async () => {
    for (const [file, text] of suites) reports.set(file, await examineSuite(text, examine));
  });
  const programsWith = (code: string): string[] =>
    [...reports].flatMap(([file, { codes }]) =>
      [...codes].filter(([, found]) => found.includes(code)).map(([name]) => `${file} ${name}`),
    );

  for (const [file, text] of suites) {
    test(file, () => {
      const report = reports.get(file);
      assert.ok(report);
      if (updates) writeFileSync(join(diagnosticsFolder, file), report.text);
      else assert.equal(text, report.text, "CASUS_UPDATE=1 writes what is said now");
      assert.deepEqual(report.problems, []);
      const names = [...report.codes.keys()];
      assert.equal(names.length, text.match(/^=== /gm)?.length, "two programs of one name");
      for (const [name, codes] of report.codes) {
        if (file.startsWith("codes/"))
          assert.deepEqual(codes, [file.slice(6, -4)], `${name}: one fault, one diagnostic`);
        else if (file.startsWith("several/"))
          assert.ok(codes.length > 1, `${name} has ${codes.length} diagnostics`);
        else assert.ok(codes.length > 0, `${name}: nothing is said`);
      }
    });
  }

  test("a safe fix leaves the model as it was read", async () => {
    let compared = 0;
    for (const [file, text] of suites) {
      const found = await safeFixProblems(text, examine);
      assert.deepEqual(found.problems, [], file);
      compared += found.compared;
    }
    assert.ok(compared > 25, `only ${compared} were compared`);
  });

  test("every code has two programs of different cause", () => {
    for (const code of Object.keys(catalogue)) {
      const found = programsWith(code).length;
      if (Object.hasOwn(outOfReach, code)) assert.equal(found, 0, `${code} can be reached after all`);
      else assert.ok(found >= 2, `${code} has ${found} programs`);
    }
  });

  test("the corpus is as large as it should be", () => {
    const count = (folder: string): number =>
      [...reports]
        .filter(([file]) => file.startsWith(`${folder}/`))
        .reduce((sum, [, { codes }]) => sum + codes.size, 0);
    assert.ok(count("several") >= 40);
    assert.ok(count("mistakes") >= 20);
    assert.ok([...reports.values()].reduce((sum, { fixes }) => sum + fixes, 0) > 200);
  });
});
