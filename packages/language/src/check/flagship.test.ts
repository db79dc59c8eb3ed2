import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { type ReadResult, resolvePath, type World } from "../world.js";
import { canonicalText } from "./api.js";
import { checkModel } from "./model.js";
import { named } from "./testing.test.js";

// From packages/language/dist/check to examples/alliance.
const folder = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "..", "examples", "alliance");
const disk: World = {
  read(path, from): ReadResult {
    const resolved = resolvePath(path, from);
    if (resolved === null) return { kind: "outside" };
    try {
      return { kind: "text", path: resolved, text: readFileSync(join(folder, resolved), "utf8") };
    } catch {
      return { kind: "missing" };
    }
  },
};

test("the flagship checks without a word", () => {
  const { model, diagnostics, sha256 } = checkModel(disk, "alliance.casus");
  assert.deepEqual(
    diagnostics.map((d) => `${d.code} ${d.message}`),
    [],
  );
  assert.equal(sha256.length, 64);
  assert.ok(model !== null);
  assert.equal(model.timeline.steps, 31);
  assert.deepEqual(model.broken, []);
  assert.equal(model.quantities.length, 17);
  assert.deepEqual(named(model.events, "peace").trigger, {
    ...named(model.events, "peace").trigger,
    kind: "window",
    // November 2024 is step 6; the window begins with the next and ends with January 2025.
    first: 7,
    last: 8,
  });
  const duties = named(model.obligations, "partnership.assistance").duties;
  assert.deepEqual(
    duties.map(({ actor, condition }) => `${actor}: ${canonicalText(condition)}`),
    ["russia: false", "dprk: invaded(russia)"],
  );
  // Ten events, one choice, and the obligation twice: when it falls due, and when it is honoured or not.
  assert.equal(new Set(model.stepOrder).size, 13);
});
