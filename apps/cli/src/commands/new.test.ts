import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { type Workplace, workplace } from "./command.fixture.test.js";

let place: Workplace;
before(() => {
  place = workplace();
});
after(() => place.remove());

for (const template of ["alliance", "sanctions", "ceasefire", "blank"]) {
  test(`${template}: a model that checks clean, runs, and whose sources are there`, () => {
    const made = place.casus(["new", template, "--template", template]);
    assert.equal(made.stderr, "");
    assert.equal(made.status, 0);
    const model = join(template, "model.casus");
    assert.match(made.stdout, /Next:\n {2}casus run .*model\.casus\n/);
    const checked = place.casus(["check", model]);
    assert.equal(checked.stderr, "");
    assert.match(checked.stdout, /nothing to complain of/);
    const { status, stdout } = place.casus(["run", model, "--runs", "8k", "--json"]);
    assert.equal(status, 0);
    const { answers, diagnostics } = JSON.parse(stdout);
    assert.ok(answers.length > 0);
    for (const { ask, value } of answers) assert.ok(typeof value === "number", ask);
    assert.deepEqual(diagnostics, []);
    assert.equal(place.casus(["coverage", model]).status, 0);
    assert.match(readFileSync(join(place.folder, template, "README.md"), "utf8"), /casus run model\.casus/);
  });
}

test("nothing is ever written over", () => {
  mkdirSync(join(place.folder, "full"));
  writeFileSync(join(place.folder, "full", "mine.txt"), "mine");
  writeFileSync(join(place.folder, "file"), "mine");
  const full = place.casus(["new", "full"]);
  assert.equal(full.status, 1);
  assert.match(full.stderr, /full has something in it already: nothing was written/);
  assert.match(place.casus(["new", "file"]).stderr, /file is a file: nothing was written/);
  assert.equal(readFileSync(join(place.folder, "file"), "utf8"), "mine");
  mkdirSync(join(place.folder, "empty"));
  assert.equal(place.casus(["new", "empty"]).status, 0);
  assert.equal(place.casus(["new", "empty"]).status, 1);
});

test("2: a template that there is not", () => {
  const { status, stderr } = place.casus(["new", "x", "--template", "sanction"]);
  assert.equal(status, 2);
  assert.match(stderr, /Did you mean sanctions\?\n +There are alliance, ceasefire, sanctions, blank\./);
});
