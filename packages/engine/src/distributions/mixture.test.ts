import assert from "node:assert/strict";
import { test } from "node:test";
import { normalCdf, normalDensity } from "../numeric/index.js";
import {
  beta,
  constant,
  gamma,
  lognormal,
  mixtureOf,
  normal,
  poisson,
  student,
  truncated,
  uniform,
} from "./index.js";

const SHARES = [2 ** -33, 0.001, 0.2, 0.5, 0.699, 0.7, 0.701, 0.9, 1 - 2 ** -33];

test("a mixture's quantile inverts its distribution function", () => {
  const two = mixtureOf([normal, lognormal]);
  const p = [7, 3, 0, 1, 50, 20];
  for (const u of SHARES) {
    const x = two.quantile(u, p);
    const expected = 0.7 * normalCdf(x) + 0.3 * lognormal.cdf(x, [50, 20]);
    assert.ok(Math.abs(expected - u) < 1e-12 * u + 4e-16, `${u}: ${expected}`);
  }
  assert.ok(Math.abs((two.mean(p) ?? 0) - 15) < 1e-13);
  assert.ok(Math.abs((two.sd(p) ?? 0) - Math.sqrt(0.7 * 225 + 0.7 + 0.3 * (400 + 35 * 35))) < 1e-12);
});

test("parts apart from each other are met part by part", () => {
  const parts = mixtureOf([uniform, uniform]);
  const p = [0.5, 0.5, 0, 1, 10, 11];
  assert.ok(Math.abs(parts.quantile(0.25, p) - 0.5) < 1e-15);
  assert.ok(Math.abs(parts.quantile(0.75, p) - 10.5) < 1e-14);
  assert.ok(parts.quantile(0.5 - 1e-9, p) <= 1 && parts.quantile(0.5 + 1e-9, p) >= 10);
});

test("jumps of whole-number parts and of constants are met exactly", () => {
  const counts = mixtureOf([poisson, constant]);
  const p = [0.6, 0.4, 3, 2.7];
  const values = new Set<number>();
  for (let i = 0; i < 400; i++) values.add(counts.quantile((i + 0.5) / 400, p));
  assert.ok(
    [...values].every((x) => x === 2.7 || Math.floor(x) === x),
    [...values].join(" "),
  );
  assert.ok(values.has(2.7) && values.has(3));
  // The share of runs at 2.7 is its weight.
  const at = Array.from({ length: 1000 }, (_, i) => counts.quantile((i + 0.5) / 1000, p)).filter(
    (x) => x === 2.7,
  );
  assert.equal(at.length, 400);
});

test("mixtures and truncations nest", () => {
  const inner = mixtureOf([normal, normal]);
  const outer = mixtureOf([inner, truncated(normal, { low: true, high: false })]);
  const p = [0.5, 0.5, 0.5, 0.5, -2, 1, 2, 1, 0, 1, 0];
  assert.equal(outer.refuse(p), null);
  for (const u of SHARES) {
    const x = outer.quantile(u, p);
    const cut = x < 0 ? 0 : 2 * (normalCdf(x) - 0.5);
    const expected = 0.25 * normalCdf(x + 2) + 0.25 * normalCdf(x - 2) + 0.5 * cut;
    assert.ok(Math.abs(expected - u) < 1e-14);
  }
});

test("a truncated normal has its known quantiles and moments", () => {
  const above = truncated(normal, { low: true, high: false });
  const mass = normalCdf(-1);
  const hazard = normalDensity(1) / mass;
  assert.ok(Math.abs((above.mean([0, 1, 1]) ?? 0) - hazard) < 1e-12);
  assert.ok(Math.abs((above.sd([0, 1, 1]) ?? 0) - Math.sqrt(1 + hazard - hazard * hazard)) < 1e-11);
  const within = truncated(normal, { low: true, high: true });
  assert.ok(Math.abs((within.mean([0, 1, -1, 1]) ?? 1) - 0) < 1e-15);
  for (const u of SHARES) {
    const x = within.quantile(u, [0, 1, -1, 2]);
    assert.ok(x >= -1 && x <= 2);
    assert.ok(Math.abs(within.cdf(x, [0, 1, -1, 2]) - u) < 1e-15 * 4);
  }
});

test("a bound on whole numbers belongs to them", () => {
  const atLeast = truncated(poisson, { low: true, high: false });
  assert.equal(atLeast.quantile(2 ** -33, [3, 2]), 2);
  assert.equal(atLeast.quantile(2 ** -33, [3, 1.5]), 2);
  const atMost = truncated(poisson, { low: false, high: true });
  assert.equal(atMost.quantile(1 - 2 ** -33, [3, 4]), 4);
  // E(X | X ≥ 1) of a Poisson is λ/(1 − e^−λ).
  assert.ok(Math.abs((atLeast.mean([3, 1]) ?? 0) - 3 / (1 - Math.exp(-3))) < 1e-12);
});

test("far bounds leave the distribution as it was, and moments of heavy tails need both", () => {
  const wide = truncated(gamma, { low: true, high: true });
  for (const u of [0.001, 0.5, 0.999]) {
    assert.ok(Math.abs(wide.quantile(u, [5, 2, 0, 1e6]) - gamma.quantile(u, [5, 2])) < 1e-13);
  }
  const half = truncated(student, { low: true, high: false });
  assert.equal(half.mean([1, 0, 1, 0]), null);
  const both = truncated(student, { low: true, high: true });
  assert.ok(Math.abs(both.mean([1, 0, 1, -3, 3]) ?? 1) < 1e-13);
  const chances = truncated(beta, { low: false, high: true });
  assert.ok((chances.mean([2, 3, 0.5]) ?? 1) < 0.5);
});
