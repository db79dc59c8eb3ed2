import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryWorld } from "@casus/language";
import { type OpenModel, openAt } from "../open-model.js";
import { causesOf } from "./causes.js";
import { compareVersions } from "./compare.js";

const turn = async (): Promise<void> => {};
const opened = (text: string): OpenModel =>
  openAt({ world: memoryWorld({ "m.casus": text }), main: "m.casus" }, {}, turn);

const model = `situation "S"
  period 2024-01 to 2024-06 by month
event storm chance 10% per month
  assumed "a"
event flood chance 5% per month
  assumed "b"
question q "Both?"
  ask probability storm or flood by 2024-06
  ask probability flood by 2024-06
`;

test("the same model: nothing has changed", async () => {
  const found = await compareVersions(opened(model), opened(`// a comment\n${model}`), {
    runs: 2000,
    pause: turn,
  });
  assert.deepEqual(found.declarations, []);
  assert.deepEqual(
    found.changes.map(({ difference, beyondNoise }) => [difference, beyondNoise]),
    [
      [0, false],
      [0, false],
    ],
  );
});

test("each change alone, and paired errors far below those of two separate runs", async () => {
  const after = model.replace("10% per month", "12% per month").replace("5% per month", "4% per month");
  const found = await compareVersions(opened(model), opened(after), { runs: 20_000, seed: 3, pause: turn });
  assert.deepEqual(
    found.declarations.map(({ name }) => name),
    ["storm", "flood"],
  );
  const exact = (storm: number, flood: number): number => 1 - ((1 - storm) * (1 - flood)) ** 6;
  const either = found.changes.find(({ ask }) => ask.includes(" or "));
  const flood = found.changes.find(({ ask }) => !ask.includes(" or "));
  assert.ok(either && flood);
  const near = (value: number | null | undefined, expected: number, error: number): void =>
    assert.ok(
      Math.abs((value ?? Number.NaN) - expected) < 4 * error + 1e-9,
      `${value} is not ${expected} ± ${error}`,
    );
  near(either.difference, exact(0.12, 0.04) - exact(0.1, 0.05), either.error ?? 0);
  near(flood.difference, 0.95 ** 6 - 0.96 ** 6, flood.error ?? 0);
  const effect = (names: string): number | null =>
    either.by.find((each) => each.names.join() === names)?.difference ?? null;
  near(effect("storm"), exact(0.12, 0.05) - exact(0.1, 0.05), 0.004);
  near(effect("flood"), exact(0.1, 0.04) - exact(0.1, 0.05), 0.004);
  assert.deepEqual(
    flood.by.map(({ names }) => names),
    [["flood"]],
  );
  // Two runs that share nothing would differ by √2 · 0.0032 here.
  assert.ok((flood.error ?? 1) < 0.0032);
});

test("changes that need each other are made together, and a broken version is compared as far as it goes", async () => {
  const after =
    `${model.replace("10% per month", "pace per month")}quantity pace = 20% to 30%\n  assumed "c"\n`.replace(
      "chance 5%",
      "chance 6%",
    );
  const second = opened(after);
  assert.deepEqual(
    second.diagnostics.filter(({ severity }) => severity === "error"),
    [],
  );
  const found = await compareVersions(opened(model), second, { runs: 2000, pause: turn });
  const both = found.changes.find(({ ask }) => ask.includes(" or "));
  assert.deepEqual(both?.by.map(({ names }) => [...names].sort().join()).sort(), ["flood", "pace,storm"]);
  for (const { difference } of both?.by ?? []) assert.ok(difference !== null && difference > 0);
  const broken = await compareVersions(
    opened(model),
    opened(model.replace("chance 5% per month", "chance")),
    { runs: 500, pause: turn },
  );
  assert.ok(broken.newDiagnostics.some(({ severity }) => severity === "error"));
});

test("causes: a name inside a string or a longer name is none", () => {
  const change = (name: string, kind: "added" | "changed", line: string) =>
    ({
      change: kind,
      kind: "quantity",
      name,
      before: null,
      after: null,
      removed: [],
      added: [line],
    }) as const;
  const causes = causesOf([
    change("wave", "added", "quantity wave = 1 to 2"),
    change("waves", "changed", "quantity waves = 3"),
    change("text", "changed", 'assumed "a wave"'),
    change("sum", "changed", "let sum = wave + 1"),
  ]);
  assert.deepEqual(
    causes.map((cause) => cause.map(({ name }) => name)),
    [["wave", "sum"], ["waves"], ["text"]],
  );
});
