import assert from "node:assert/strict";
import test from "node:test";
import type { PlainDiagnostic } from "casus";
import { diagnosticLines, tally } from "./diagnostic.js";
import { groupedLines } from "./grouped.js";
import { penFor } from "./look.js";
import { widthOf } from "./width.js";

const model = [
  "quantity pay : USD = 1.5k to 2.5k",
  "stock troops : soldier",
  "  gains contingent + pay when deployed happens",
  `  // ${"a very long line ".repeat(10)}contingant at its end`,
  "  軍隊 + contingant",
  "\tstarts 0",
];
const lineOf = (file: string, line: number): string | null =>
  file === "m.casus" ? (model[line - 1] ?? null) : null;
const pen = penFor({ width: 80, colour: false, unicode: true });

function diagnostic(parts: Partial<PlainDiagnostic>): PlainDiagnostic {
  return {
    code: "E0301",
    severity: "error",
    message: "Soldiers and dollars do not add up.",
    file: "m.casus",
    from: { line: 3, column: 9 },
    to: { line: 3, column: 25 },
    labels: [],
    notes: [],
    fixes: [],
    ...parts,
  };
}

test("message, place, source line with marks and labels, notes, and the fix with its line", () => {
  const lines = diagnosticLines(
    diagnostic({
      labels: [
        {
          message: "USD, from here",
          file: "m.casus",
          from: { line: 1, column: 16 },
          to: { line: 1, column: 19 },
        },
        { message: "soldier", file: "m.casus", from: { line: 3, column: 9 }, to: { line: 3, column: 19 } },
      ],
      notes: ["A gain of a stock has the stock's own unit, or that per time."],
      fixes: [
        {
          title: "leave out pay",
          safe: false,
          edits: [{ file: "m.casus", from: { line: 3, column: 19 }, to: { line: 3, column: 25 }, text: "" }],
        },
      ],
    }),
    lineOf,
    pen,
  );
  assert.equal(
    lines.join("\n"),
    `error E0301: Soldiers and dollars do not add up.
  ┌─ m.casus:3:9
1 │ quantity pay : USD = 1.5k to 2.5k
  │                --- USD, from here
  ┆
3 │   gains contingent + pay when deployed happens
  │         ^^^^^^^^^^^^^^^^
  │         ---------- soldier
  Note: A gain of a stock has the stock's own unit, or that per time.
  Fix: leave out pay
3 │   gains contingent when deployed happens`,
  );
});

test("long lines are cut around the mark, wide characters and tabs keep it in place", () => {
  const long = model[3] ?? "";
  const at = long.indexOf("contingant") + 1;
  const lines = diagnosticLines(
    diagnostic({ from: { line: 4, column: at }, to: { line: 4, column: at + 10 } }),
    lineOf,
    pen,
  );
  for (const line of lines) assert.ok(widthOf(line) <= 80, line);
  assert.equal(lines[2]?.indexOf("contingant"), lines[3]?.indexOf("^^^^^^^^^^"));
  const wide = diagnosticLines(
    diagnostic({ from: { line: 5, column: 8 }, to: { line: 5, column: 18 } }),
    lineOf,
    pen,
  );
  assert.equal(wide[2], "5 │   軍隊 + contingant");
  assert.equal(wide[3], "  │          ^^^^^^^^^^");
  const tab = diagnosticLines(
    diagnostic({ from: { line: 6, column: 1 }, to: { line: 6, column: 2 } }),
    lineOf,
    pen,
  );
  assert.equal(tab[2], "6 │ ⟨U+0009⟩starts 0");
  assert.equal(tab[3], "  │ ^^^^^^^^");
});

test("a place whose text is not at hand is named, and spans of nothing or of many lines have a mark", () => {
  assert.deepEqual(diagnosticLines(diagnostic({ file: "other.casus" }), lineOf, pen), [
    "error E0301: Soldiers and dollars do not add up.",
    "  ┌─ other.casus:3:9",
  ]);
  const empty = diagnosticLines(diagnostic({ to: { line: 3, column: 9 } }), lineOf, pen);
  assert.equal(empty[3], "  │         ^");
  const many = diagnosticLines(diagnostic({ to: { line: 5, column: 2 } }), lineOf, pen);
  assert.equal(many[3], `  │         ${"^".repeat(38)}`);
});

test("warnings of one kind are one line, with their places", () => {
  const warning = (line: number): PlainDiagnostic =>
    diagnostic({
      code: "W9999",
      severity: "warning",
      message: `Number ${line} from nowhere.`,
      from: { line, column: 1 },
    });
  assert.deepEqual(groupedLines([1, 2, 3, 4, 5].map(warning), "m.casus", pen), [
    "Doubts",
    "  W9999  Number 1 from nowhere. (5 times)  m.casus:1, m.casus:2, m.casus:3,",
    "         m.casus:4 and 1 more",
    "  casus check m.casus shows all 5 with place and fix",
  ]);
  assert.equal(tally([...[1, 2].map(warning), diagnostic({})]), "1 error, 2 warnings");
  assert.equal(tally([]), "");
});
