import assert from "node:assert/strict";
import { test } from "node:test";
import {
  beta,
  binomial,
  describe,
  gamma,
  lognormal,
  mixtureOf,
  normal,
  ofCases,
  poisson,
  shiftedLognormal,
  student,
  triangular,
  truncated,
  uniform,
} from "./index.js";

test("refusals say what is wrong in an analyst's words", () => {
  assert.equal(normal.refuse([0, -1]), "the standard deviation must be 0 or more, not -1");
  assert.equal(lognormal.refuse([0, 1]), "the mean of a lognormal must be above 0, not 0");
  assert.equal(uniform.refuse([5, 3]), "the lower end (5) is above the upper end (3)");
  assert.equal(triangular.refuse([1, 9, 5]), "the mode (9) is above the upper end (5)");
  assert.equal(beta.refuse([0, 3]), "the first shape must be above 0, not 0");
  assert.equal(ofCases.refuse([5, 3]), "5 of 3: there are not that many cases");
  assert.equal(gamma.refuse([1, 2000]), "the standard deviation is more than 1000 times the mean");
  assert.equal(binomial.refuse([2.5, 0.3]), "the number of trials must be a whole number, not 2.5");
  assert.equal(binomial.refuse([2, 1.5]), "the chance must lie between 0 and 1, not 1.5");
  assert.equal(student.refuse([0, 0, 1]), "the degrees of freedom must be at least 0.1, not 0");
  assert.equal(shiftedLognormal.refuse([0.1, 3, 2, 4]), "the three percentiles must rise: 3, 2, 4 do not");
  assert.equal(mixtureOf([normal]).refuse([0, 1, 1]), "no part of the mixture has a weight above 0");
  assert.equal(
    mixtureOf([normal, normal]).refuse([1, 1, 0, 1, 0, -2]),
    "in part 2 of the mixture, the standard deviation must be 0 or more, not -2",
  );
  const cut = truncated(normal, { low: true, high: true });
  assert.equal(cut.refuse([0, 1, 2, 1]), "the lower bound (2) is above the upper bound (1)");
  assert.equal(
    cut.refuse([0, 1, 50, 60]),
    "the bounds leave out all of the distribution but a billionth, or all of it",
  );
});

test("without spread every family is its mean", () => {
  for (const u of [2 ** -33, 0.5, 1 - 2 ** -33]) {
    assert.equal(normal.quantile(u, [3, 0]), 3);
    assert.equal(lognormal.quantile(u, [3, 0]), 3);
    assert.equal(gamma.quantile(u, [3, 0]), 3);
    assert.equal(student.quantile(u, [3, 3, 0]), 3);
    assert.equal(uniform.quantile(u, [3, 3]), 3);
    assert.equal(triangular.quantile(u, [3, 3, 3]), 3);
    assert.equal(shiftedLognormal.quantile(u, [0.1, 3, 3, 3]), 3);
    assert.equal(poisson.quantile(u, [0]), 0);
    assert.equal(binomial.quantile(u, [3, 1]), 3);
    assert.equal(mixtureOf([normal, uniform]).quantile(u, [0.7, 0.3, 3, 0, 3, 3]), 3);
  }
});

test("the three-point form meets its three points, and is a normal where they are even", () => {
  for (const [low, middle, high] of [
    [8, 10, 14],
    [2, 9, 10],
    [8, 10, 12],
  ] as const) {
    for (const share of [0.01, 0.1, 0.25]) {
      const p = [share, low, middle, high];
      assert.ok(Math.abs(shiftedLognormal.quantile(share, p) - low) < 1e-13 * low * 4);
      assert.equal(shiftedLognormal.quantile(0.5, p), middle);
      assert.ok(Math.abs(shiftedLognormal.quantile(1 - share, p) - high) < 1e-13 * high * 4);
    }
  }
  const even = shiftedLognormal.quantile(0.8, [0.1, 8, 10, 12]);
  const nearlyEven = shiftedLognormal.quantile(0.8, [0.1, 8, 10, 12 + 1e-12]);
  assert.ok(Math.abs(even - nearlyEven) < 1e-11);
});

test("a description gives percentiles in order, with null for a moment that does not exist", () => {
  const cauchy = describe(student, [1, 0, 1]);
  assert.equal(cauchy.mean, null);
  assert.equal(cauchy.sd, null);
  assert.ok(Math.abs(cauchy.p75 - 1) < 1e-15 && cauchy.p25 === -cauchy.p75 && cauchy.p50 === 0);
  const wide = describe(uniform, [0, 100]);
  assert.deepEqual([wide.p5, wide.p25, wide.p50, wide.p75, wide.p95, wide.mean], [5, 25, 50, 75, 95, 50]);
});
