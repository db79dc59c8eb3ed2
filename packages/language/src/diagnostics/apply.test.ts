import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { applyEdits, safeFixes } from "./apply.js";
import type { Diagnostic, Fix, TextEdit } from "./diagnostic.js";

const edit = (start: number, end: number, text: string, file = "a"): TextEdit => ({
  span: { file, start, end },
  text,
});

test("edits are applied to the text as it was, in any order", () => {
  assert.equal(applyEdits("abcdef", [edit(4, 5, "E"), edit(0, 1, ""), edit(2, 2, "--")]), "b--cdEf");
  assert.equal(applyEdits("ab", [edit(1, 1, "1"), edit(1, 1, "2")]), "a12b");
  assert.equal(applyEdits("", [edit(0, 0, "x")]), "x");
});

test("edits that overlap or lie outside are refused", () => {
  assert.throws(() => applyEdits("abcdef", [edit(0, 3, ""), edit(2, 4, "")]), RangeError);
  assert.throws(() => applyEdits("abc", [edit(2, 4, "")]), RangeError);
  assert.throws(() => applyEdits("abc", [edit(2, 1, "")]), RangeError);
});

test("edits one by one from the back give what all give together", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.string())), (text, wanted) => {
      const edits: TextEdit[] = [];
      let at = 0;
      for (const [skip, length, replacement] of wanted) {
        const start = at + (skip % 5);
        const end = start + (length % 5);
        if (end > text.length) break;
        edits.push(edit(start, end, replacement));
        at = end + 1;
      }
      const single = [...edits].reverse().reduce((result, each) => applyEdits(result, [each]), text);
      assert.equal(applyEdits(text, edits), single);
    }),
  );
});

test("safe fixes are chosen so that none touches another", () => {
  const offer = (...fixes: Fix[]): Diagnostic => ({
    code: "E0109",
    severity: "error",
    span: { file: "a", start: 0, end: 0 },
    message: "",
    labels: [],
    notes: [],
    fixes,
  });
  const fix = (title: string, safe: boolean, ...edits: TextEdit[]): Fix => ({ title, safe, edits });
  const chosen = safeFixes([
    offer(fix("unsafe", false, edit(0, 1, ""))),
    offer(fix("first", true, edit(0, 2, "x"), edit(8, 9, "y"))),
    offer(fix("at its edge", true, edit(2, 3, "")), fix("second choice", true, edit(4, 5, ""))),
    offer(fix("inside", true, edit(8, 8, ""))),
    offer(fix("of another file", true, edit(0, 2, "", "b"))),
  ]);
  assert.deepEqual(
    chosen.map((each) => each.fix.title),
    ["first", "second choice", "of another file"],
  );
});
