import assert from "node:assert/strict";
import { test } from "node:test";
import {
  byPercentiles,
  type Family,
  fromPercentiles,
  intervalShares,
  type PercentileShape,
} from "./index.js";

const NINETY = intervalShares(0.9);

function between(
  shape: PercentileShape,
  low: number,
  high: number,
  shares = NINETY,
): [Family, readonly number[]] {
  const result = fromPercentiles(shape, { ...shares, low, high });
  if (typeof result === "string") throw new Error(result);
  return [result.family, result.parameters];
}

test("every shape meets the two percentiles it is given", () => {
  const cases: readonly [PercentileShape, number, number][] = [
    ["normal", -3, 8],
    ["lognormal", 2, 50],
    ["lognormal", 1e-6, 1e6],
    ["uniform", 10, 20],
    ["logit-normal", 0.02, 0.6],
    ["beta", 0.02, 0.6],
    ["beta", 0.4999, 0.5001],
    ["beta", 1e-6, 1e-3],
    ["beta", 0.001, 0.999],
    ["beta", 0.9, 0.99999],
    ["gamma", 2, 50],
    ["gamma", 1e-9, 5],
    ["gamma", 99_999, 100_001],
  ];
  for (const shares of [NINETY, intervalShares(0.5), { lowShare: 0.1, highShare: 0.6 }]) {
    for (const [shape, low, high] of cases) {
      const [family, p] = between(shape, low, high, shares);
      const found = [family.quantile(shares.lowShare, p), family.quantile(shares.highShare, p)] as const;
      assert.ok(Math.abs(found[0] / low - 1) < 1e-9, `${shape} ${low} to ${high}: ${found}`);
      assert.ok(Math.abs(found[1] / high - 1) < 1e-9, `${shape} ${low} to ${high}: ${found}`);
    }
  }
});

test("shapes found by iteration agree with SciPy's solver", () => {
  // From scipy.optimize.fsolve on the distribution functions, xtol 1e-14.
  const [, p] = between("beta", 0.1, 0.5);
  BETA_EXPECT.forEach((x, i) => {
    assert.ok(Math.abs(p[i]! / x - 1) < 1e-9, `beta: ${p}`);
  });
  const [, q] = between("gamma", 2, 50);
  GAMMA_EXPECT.forEach((x, i) => {
    assert.ok(Math.abs(q[i]! / x - 1) < 1e-9, `gamma: ${q}`);
  });
});

const BETA_EXPECT = [3.4749020910565047, 8.973445865514309];
/** Mean and standard deviation. */
const GAMMA_EXPECT = [18.82334629431482, 15.8221618882014];

test("the ends of a uniform are its 5th and 95th percentiles, so it reaches beyond them", () => {
  const [family, p] = between("uniform", 10, 19);
  assert.ok(Math.abs(family.quantile(2 ** -33, p) - 9.5) < 1e-8);
  assert.ok(Math.abs(family.quantile(1 - 2 ** -33, p) - 19.5) < 1e-8);
});

test("equal ends are a constant in every shape", () => {
  for (const shape of ["normal", "lognormal", "uniform", "logit-normal", "beta", "gamma"] as const) {
    const [family, p] = between(shape, 0.4, 0.4);
    assert.equal(family.quantile(2 ** -33, p), 0.4);
    assert.equal(byPercentiles(shape).quantile(0.9, [0.05, 0.4, 0.95, 0.4]), 0.4);
  }
});

test("ends that a shape cannot have are refused with the reason", () => {
  const reason = (shape: PercentileShape, low: number, high: number) =>
    fromPercentiles(shape, { ...NINETY, low, high });
  assert.equal(reason("lognormal", 0, 5), "the lower end of a lognormal must be above 0, not 0");
  assert.equal(reason("normal", 6, 5), "the lower end (6) is above the upper end (5)");
  assert.equal(reason("beta", 0, 0.5), "the ends of a beta must lie above 0 and below 1, not at 0 and 0.5");
  assert.equal(reason("gamma", 1e-300, 1e300), "no gamma that can be computed has these percentiles");
  assert.equal(
    fromPercentiles("normal", { lowShare: 0.9, highShare: 0.1, low: 1, high: 2 }),
    "the two percentiles must rise, and lie above the 0th and below the 100th",
  );
  assert.throws(() => byPercentiles("beta").quantile(0.5, [0.05, -1, 0.95, 0.5]), RangeError);
});

test("percentiles that change from run to run are solved anew", () => {
  const family = byPercentiles("beta");
  const first = family.quantile(0.5, [0.05, 0.1, 0.95, 0.5]);
  const second = family.quantile(0.5, [0.05, 0.2, 0.95, 0.5]);
  assert.ok(second > first);
  assert.equal(family.quantile(0.5, [0.05, 0.1, 0.95, 0.5]), first);
});
