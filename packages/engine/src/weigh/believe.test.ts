import assert from "node:assert/strict";
import { test } from "node:test";
import { fitBeliefs } from "./believe.js";

const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test("one belief: Jeffrey's rule", () => {
  // C holds in 0.2 of the weight and is to hold in 0.7.
  const { multipliers, unmet } = fitBeliefs(Float64Array.of(0.8, 0.2), [0.7]);
  close(multipliers[0]!, 0.3 / 0.8);
  close(multipliers[1]!, 0.7 / 0.2);
  assert.deepEqual(unmet, []);
});

test("two beliefs meet both marginals and keep the odds ratio of the cells", () => {
  const cells = Float64Array.of(0.4, 0.1, 0.2, 0.3);
  const { multipliers } = fitBeliefs(cells, [0.6, 0.25]);
  const fitted = cells.map((weight, i) => weight * multipliers[i]!);
  const total = fitted.reduce((a, b) => a + b);
  close((fitted[1]! + fitted[3]!) / total, 0.6);
  close((fitted[2]! + fitted[3]!) / total, 0.25);
  close((fitted[0]! * fitted[3]!) / (fitted[1]! * fitted[2]!), (0.4 * 0.3) / (0.1 * 0.2));
});

test("a belief in what never happens cannot be met, and says so", () => {
  assert.deepEqual(fitBeliefs(Float64Array.of(1, 0), [0.5]).unmet, [0]);
});
