import assert from "node:assert/strict";
import test from "node:test";
import { penFor } from "./look.js";
import { amount, decimalsFor, percent, percentError, points, roughPercent, roundTo } from "./numbers.js";

const { signs } = penFor({ width: 80, colour: false, unicode: true });
const basis = (standardError: number, effectiveRuns = 100_000) => ({
  standardError,
  effectiveRuns,
  exact: false,
});

test("the place of the error's first significant digit is the last that stays", () => {
  assert.equal(roundTo(0.29234, 0.0027), 0.292);
  assert.equal(roundTo(0.29234, 0.03), 0.29);
  assert.equal(roundTo(1234.5, 12), 1230);
  assert.equal(roundTo(0.5, 0), 0.5);
  assert.equal(roundTo(0.5, null), 0.5);
  assert.equal(decimalsFor(0.096), 1, "0.096 prints as 0.1");
  assert.equal(decimalsFor(Number.NaN), null);
});

test("a percentage has at most one decimal, and fewer where the error is larger", () => {
  assert.equal(percent(0.29234, basis(0.0014), signs), "29.2%");
  assert.equal(percent(0.29234, basis(0.000001), signs), "29.2%");
  assert.equal(percent(0.29234, basis(0.01), signs), "29%");
  assert.equal(percent(0.29234, basis(0.08), signs), "30%");
  assert.equal(percent(0.5, { standardError: 0, effectiveRuns: 1, exact: true }, signs), "50.0%");
  assert.equal(percentError(basis(0.0014), signs), "±0.3");
  assert.equal(percentError(basis(0.08), signs), "±20");
  assert.equal(percentError(basis(0.0001), signs), "±<0.1");
  assert.equal(percentError(basis(1e-10), signs), null);
  assert.equal(percentError({ standardError: 0, effectiveRuns: 9, exact: true }, signs), null);
});

test("what is rarer than a tenth of a percent, or was never seen, is a bound", () => {
  assert.equal(percent(0.0003, basis(0.00005), signs), "<0.1%");
  assert.equal(percent(0.9998, basis(0.00005), signs), ">99.9%");
  assert.equal(percent(0, basis(0, 100_000), signs), "<0.1%");
  assert.equal(percent(0, basis(0, 1000), signs), "<0.3%");
  assert.equal(percent(0, basis(0, 100), signs), "<3%");
  assert.equal(percent(1, basis(0, 1000), signs), ">99.7%");
  assert.equal(percent(0, { standardError: 0, effectiveRuns: 1, exact: true }, signs), "0.0%");
  assert.equal(roughPercent(0.004, signs), "0.4%");
  assert.equal(roughPercent(0.472, signs), "47%");
});

test("differences are in points with their sign", () => {
  assert.equal(points(0.011, signs), "+1.1");
  assert.equal(points(-0.004, signs), "−0.4");
  assert.equal(points(0.0002, signs), "0");
  assert.equal(points(0.123, signs), "+12");
});

test("amounts follow their error, with magnitudes as the language writes them", () => {
  assert.equal(amount(412.3e6, 2.7e6, signs), "412M");
  assert.equal(amount(1_234_567_890, null, signs), "1.23B");
  assert.equal(amount(10_823, 30, signs), "10,820");
  assert.equal(amount(-640e6, 1e8, signs), "−600M");
  assert.equal(amount(0.4321, 0.002, signs), "0.432");
  assert.equal(amount(0, null, signs), "0");
  assert.equal(amount(999_999_999, null, signs), "1.00B");
  assert.equal(amount(3.2e-9, null, signs, 2), "3.2e−9");
});
