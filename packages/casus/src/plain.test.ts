import assert from "node:assert/strict";
import test from "node:test";
import { type Diagnostic, sourceText } from "@casus/language";
import { toPlain } from "./plain.js";

test("offsets become lines and columns, of labels and edits too", () => {
  const sources = new Map([["m.casus", sourceText("m.casus", "a\nbcd\r\nef")]]);
  const diagnostic: Diagnostic = {
    code: "E0101" as Diagnostic["code"],
    severity: "error",
    span: { file: "m.casus", start: 2, end: 5 },
    message: "wrong",
    labels: [{ span: { file: "m.casus", start: 7, end: 9 }, message: "here" }],
    notes: ["a note"],
    fixes: [
      { title: "mend", safe: true, edits: [{ span: { file: "absent", start: 3, end: 4 }, text: "x" }] },
    ],
  };
  assert.deepEqual(toPlain([diagnostic], sources), [
    {
      code: "E0101",
      severity: "error",
      message: "wrong",
      file: "m.casus",
      from: { line: 2, column: 1 },
      to: { line: 2, column: 4 },
      labels: [
        { message: "here", file: "m.casus", from: { line: 3, column: 1 }, to: { line: 3, column: 3 } },
      ],
      notes: ["a note"],
      fixes: [
        {
          title: "mend",
          safe: true,
          edits: [{ file: "absent", from: { line: 1, column: 1 }, to: { line: 1, column: 1 }, text: "x" }],
        },
      ],
    },
  ]);
});
