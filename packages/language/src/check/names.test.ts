import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryWorld } from "../world.js";
import { checkModel } from "./model.js";
import { check, checkAlone, expectDiagnostics, fixed, found, modelOf } from "./testing.test.js";

test("a name twice is an error that points at both, and nothing is computed from either", () => {
  const [twice] = expectDiagnostics("quantity size = 5\nlet x = size\n", "E0201 size");
  assert.equal(twice?.labels[0]?.message, "declared here first");
  const names = check("quantity size = 5\nlet x = size\n").model?.quantities.map((quantity) => quantity.name);
  assert.deepEqual(names, ["cash"]);
});

test("a name that is a unit is an error, for units of time too", () => {
  expectDiagnostics("let soldiers = 1\n", "E0202 soldiers");
  expectDiagnostics("let month = 1\n", "E0202 month");
});

test("an unknown name gets near ones", () => {
  expectDiagnostics("let x = zize\n", "E0203 zize");
  assert.equal(fixed("let x = zize\n"), "let x = size\n");
  assert.equal(fixed("event e when stom\n"), "event e when storm\n");
  expectDiagnostics("let x = wombat\n", "E0203 wombat");
});

test("actors: unknown, twice, of a state without capitals", () => {
  expectDiagnostics("choice c by adda\n  option o weight 1\n", "E0204 adda");
  assert.equal(fixed("choice c by adda\n  option o weight 1\n"), "choice c by ada\n  option o weight 1\n");
  expectDiagnostics('actors\n  bee "Again"\n', "E0211 bee");
  assert.equal(fixed("actors\n  dee state ddd\n"), "actors\n  dee state DDD\n");
});

test("what is declared for single actors is read with one, and the other way round", () => {
  const declared = "event war(ada) when rain\n";
  expectDiagnostics(`${declared}event e when war\n`, "E0210 war");
  assert.equal(fixed(`${declared}event e when war\n`), `${declared}event e when war(ada)\n`);
  expectDiagnostics(`${declared}event e when war(bee)\n`, "E0210 war(bee)");
  expectDiagnostics(`${declared}event e when war(dee)\n`, "E0204 dee");
  assert.equal(fixed("event e when storm(ada)\n"), "event e when storm\n");
});

test("what stands behind a point", () => {
  const treaty =
    "treaty t between ada, bee\n  in force from 2024-02\n  obligation o\n    when rain\n    honoured 1\n";
  expectDiagnostics(`${treaty}event e when t.in_forc\n`, "E0209 in_forc");
  assert.equal(fixed(`${treaty}event e when t.in_forc\n`), `${treaty}event e when t.in_force\n`);
  assert.equal(fixed(`${treaty}event e when t\n`), `${treaty}event e when t.in_force\n`);
  expectDiagnostics(`${treaty}event e when t.o.due(cee)\n`, "E0210 t.o.due(cee)");
  modelOf(`${treaty}event e when t.o.due(ada) and t.signed or t.o.violated(bee) happens\n`);
});

test("units: unknown, twice, in a circle, worth nothing", () => {
  expectDiagnostics('let x = 5 soldeir\n  assumed "a"\n', "E0206 soldeir");
  assert.equal(fixed('let x = 5 soldeir\n  assumed "a"\n'), 'let x = 5 soldier\n  assumed "a"\n');
  expectDiagnostics("units\n  USD\n", "E0207 USD");
  expectDiagnostics("units\n  day\n", "E0207 day");
  expectDiagnostics("units\n  aa = 2 bb\n  bb = 3 aa\n", "E0208 aa");
  expectDiagnostics("units\n  aa = 0 USD\n", "E0219 0");
});

test("`use` reads a file once, whatever leads to it, and never out of the folder", () => {
  const used = 'use "main.casus"\nuse "b.casus"\nquantity more = 5\n  assumed "a"\n';
  const checked = check('use "a.casus"\nuse "./a.casus"\nlet x = more\n', {
    "a.casus": used,
    "b.casus": 'use "a.casus"\n',
  });
  assert.deepEqual(found(checked), []);
  assert.deepEqual(
    checked.trees.map((tree) => tree.source.file),
    ["main.casus", "a.casus", "b.casus"],
  );
  assert.deepEqual(found(check('use "../x.casus"\n')), ['E0213 "../x.casus"']);
  // What the missing file may hold is not complained of.
  assert.deepEqual(found(check('use "gone.casus"\nlet x = more\n')), ['E0213 "gone.casus"']);
  assert.deepEqual(found(check('use "a.casus"\n', { "a.casus": 'situation "Other"\n' })), [
    "E0214 situation",
  ]);
  assert.deepEqual(found(check('use "a.casus"\n', { "a.casus": "let size = 1\n" })), ["E0201 size"]);
});

test("a file that is not there, and the hash", () => {
  const gone = checkModel(memoryWorld({}), "x.casus");
  assert.equal(gone.model, null);
  assert.deepEqual(
    gone.diagnostics.map((d) => d.code),
    ["E0217"],
  );
  // printf '' | sha256sum
  assert.equal(checkAlone("").sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  assert.equal(checkAlone("").model?.title, "main");
});
