import assert from "node:assert/strict";
import { test } from "node:test";
import { normalQuantile } from "../numeric/index.js";
import { actor, always, by, claim, modelOf, reports, source, speaker, without } from "./fixtures.test.js";
import { evidenceGroups } from "./groups.js";
import {
  agreement,
  informative,
  meanOver,
  meanOverQuantile,
  type NumberReport,
  numberWeight,
  outOfReach,
  rangeOf,
} from "./numbers.js";

const close = (a: number, b: number, error = 1e-12): void =>
  assert.ok(Math.abs(a - b) <= error * Math.max(1, Math.abs(b)), `${a} and ${b}`);

test("a range above 0 is taken in logarithms, its ends as 5th and 95th percentiles", () => {
  const range = rangeOf(11_000, 12_000);
  assert.equal(range.logarithmic, true);
  close(agreement(range, Math.sqrt(11_000 * 12_000)), 1);
  const atEnd = Math.exp(-0.5 * 1.6448536269514722 ** 2);
  close(agreement(range, 11_000), atEnd, 1e-9);
  close(agreement(range, 12_000), atEnd, 1e-9);
  assert.equal(agreement(range, 0), 0);
  assert.equal(agreement(range, -5), 0);
  assert.equal(agreement(range, Number.NaN), 0);
});

test("a range from 0 or below is taken as it is", () => {
  const range = rangeOf(-10, 30);
  assert.equal(range.logarithmic, false);
  close(agreement(range, 10), 1);
  close(agreement(range, -10), agreement(range, 30));
  assert.ok(agreement(range, -20) > 0);
  assert.equal(rangeOf(0, 5).logarithmic, false);
});

test("a range of one number agrees with that number alone", () => {
  const range = rangeOf(3, 3);
  assert.equal(agreement(range, 3), 1);
  assert.equal(agreement(range, 3.0001), 0);
  const poisson = (u: number) => (u < 0.2 ? 2 : u < 0.45 ? 3 : 4);
  close(meanOverQuantile(range, poisson), 0.25, 1e-9);
});

test("N̄ over a normal prior is the product of two normals", () => {
  const range = rangeOf(-2, 4);
  const prior = (u: number) => 3 + 2 * normalQuantile(u);
  const variance = range.spread ** 2 + 4;
  const exact = (range.spread / Math.sqrt(variance)) * Math.exp((-0.5 * (3 - range.middle) ** 2) / variance);
  close(meanOverQuantile(range, prior), exact, 1e-6);
  const values = Float64Array.from({ length: 20_000 }, (_, i) => prior((i + 0.5) / 20_000));
  close(meanOver(range, values), exact, 1e-4);
});

test("a range much narrower than the prior is not stepped over", () => {
  const range = rangeOf(500_000, 500_000.01);
  const exact = (range.spread * range.low * Math.sqrt(2 * Math.PI)) / 1e6;
  close(meanOverQuantile(range, (u) => 1e6 * u) / exact, 1, 1e-3);
});

const us = actor("us");
const paper = source("paper", { reliability: "B" });
const size = claim("size", {
  source: "paper",
  speaker: speaker("us", "B"),
  date: 5,
  proposition: reports(11_000, 12_000),
});
const only = (list: readonly NumberReport[]): NumberReport => {
  assert.equal(list.length, 1);
  return list[0] as NumberReport;
};

test("a relayed report tells the number with chance (2·accuracy − 1)·h", () => {
  const model = modelOf({ actors: [us], sources: [paper], claims: [size] });
  const report = only(evidenceGroups(model, always).numbers);
  assert.deepEqual(evidenceGroups(model, always).groups, []);
  close(informative(report), 0.7 * 0.9);
  close(numberWeight(report, 11_400, 0.2), 0.63 * agreement(report, 11_400) + 0.37 * 0.2);
  close(
    numberWeight(report, 9, 0.2, () => 0.3),
    0.2,
  );
  const half = { ...report, lambda: 0.5 };
  close(numberWeight(half, 11_400, 0.2), Math.sqrt(numberWeight(report, 11_400, 0.2)));
});

test("in the speaker's own source, or without one, nobody relays", () => {
  for (const claims of [[size], [{ ...size, source: null }]]) {
    const model = modelOf({ sources: [source("paper", { author: by("us") })], claims });
    close(informative(only(evidenceGroups(model, always).numbers)), 0.7);
  }
});

test("relays and corroborators of a number weigh nothing; retracting the first leaves its relay", () => {
  const second = claim("also", {
    ...size,
    name: "also",
    source: "press",
    date: 7,
    corroboration: [{ actor: "rok", grade: "A", sharing: 0, date: null }],
  });
  const model = modelOf({
    sources: [source("paper", { author: by("us") }), source("press", { reliability: "C" })],
    claims: [second, size],
  });
  const both = evidenceGroups(model, always);
  close(informative(only(both.numbers)), 0.7);
  assert.equal(only(both.numbers).claim, "size");
  assert.deepEqual(both.groups, []);
  const left = only(evidenceGroups(model, without("size")).numbers);
  assert.equal(left.name, "size");
  assert.equal(left.claim, "also");
  close(informative(left), 0.7 * 0.85);
  assert.deepEqual(evidenceGroups(model, without("size", "press")).numbers, []);
});

test("a claim that shares with another keeps the part that is its own", () => {
  const kyiv = claim("kyiv", {
    speaker: speaker("ukraine", "A"),
    origin: { claim: "size", sharing: 0.25 },
    date: 6,
    proposition: reports(10_000, 11_000),
  });
  const model = modelOf({ sources: [paper], claims: [size, kyiv] });
  const [first, second] = evidenceGroups(model, always).numbers;
  assert.deepEqual([first?.name, second?.name], ["kyiv", "size"]);
  close(informative(first as NumberReport), 0.9 * 0.75);
  const relay = { ...kyiv, origin: { claim: "size", sharing: null } };
  assert.equal(evidenceGroups({ ...model, claims: [size, relay] }, always).numbers.length, 1);
});

test("a report far from all that is held possible weighs nothing", () => {
  const model = modelOf({ claims: [{ ...size, source: null }] });
  const report = only(evidenceGroups(model, always).numbers);
  const mean = meanOverQuantile(report, (u) => 1 + u);
  assert.ok(mean < 1e-9);
  assert.ok(outOfReach(mean) && outOfReach(Number.NaN) && !outOfReach(1e-9));
  assert.equal(numberWeight(report, 11_500, mean), 1);
});
