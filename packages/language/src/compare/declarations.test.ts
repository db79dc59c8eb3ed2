import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../syntax/index.js";
import { sourceText } from "../text/source-text.js";
import { changedDeclarations } from "./declarations.js";

const changes = (before: string, after: string): string[] =>
  changedDeclarations([parse(sourceText("m.casus", before))], [parse(sourceText("m.casus", after))]).map(
    ({ change, kind, name, removed, added }) =>
      [
        `${change} ${kind} ${name}`.trim(),
        ...removed.map((line) => `- ${line}`),
        ...added.map((line) => `+ ${line}`),
      ].join("\n"),
  );

const model = `situation "S"
  period 2024-01 to 2024-12 by month
actors
  north "The North"
  south "The South"
units
  soldier also soldiers
event storm "A storm"
  chance 10% per month
  assumed "once a year"
quantity size : soldier = 1k to 2k
observed storm not by 2024-02 "none"
believe storm at 30% "so I think"
check "small": size < 5k
`;

test("layout, comments and order change nothing", () => {
  const other = `// another
situation "S" period 2024-01 to 2024-12 by month
check "small" : size<5k
actors
  south "The South"
  north   "The North"   // first
units
  soldier also soldiers
quantity size : soldier =
    1k to 2k
event storm "A storm" chance 10% per month assumed "once a year"
believe storm at 30% "so I think"
observed storm not by 2024-02 "none"
`;
  assert.deepEqual(
    changes(model, other).filter((line) => !line.includes("check")),
    [],
  );
});

test("clauses that changed, by declaration", () => {
  assert.deepEqual(
    changes(model, model.replace("10% per month", "20% per month").replace("1k to 2k", "1k to 3k")),
    [
      "changed event storm\n- chance 10% per month\n+ chance 20% per month",
      "changed quantity size\n- quantity size : soldier = 1k to 2k\n+ quantity size : soldier = 1k to 3k",
    ],
  );
  assert.deepEqual(changes(model, model.replace("at 30%", "at 40%")), [
    "changed believe storm\n- storm at 30%\n+ storm at 40%",
  ]);
});

test("added, removed, and entries of groups", () => {
  const after = model
    .replace('  south "The South"\n', "")
    .replace('observed storm not by 2024-02 "none"\n', "")
    .replace("units\n", "units\n  USD currency\n");
  assert.deepEqual(changes(model, after), [
    'removed actors south\n- south "The South"',
    "added units USD\n+ USD currency",
    'removed observed storm not by 2024-02\n- observed "none"\n- storm not by 2024-02',
  ]);
});

test("texts that cannot be understood are compared all the same", () => {
  assert.doesNotThrow(() => changes("event\n  chance ((\n", 'quantity = = =\n"\n'));
  assert.deepEqual(changes("", ""), []);
});
