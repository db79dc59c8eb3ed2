import assert from "node:assert/strict";
import { test } from "node:test";
import { unitText } from "../units/unit.js";
import { expectDiagnostics, fixed, modelOf, named } from "./testing.test.js";

const quantity = (text: string) => `quantity q = ${text}\n  assumed "a"\n`;
const drawn = (text: string) => {
  const item = named(modelOf(quantity(text)).quantities, "q");
  assert.ok(item.definition.kind === "distribution");
  return { ...item.definition.distribution, span: null, unit: unitText(item.unit) };
};
const fact = (text: string) => `fact f chance ${text}\n  assumed "a"\n`;
const chance = (text: string) => {
  const { definition, partOf } = named(modelOf(fact(text)).quantities, "f.chance");
  assert.equal(partOf, "f");
  assert.ok(definition.kind === "distribution");
  return definition.distribution;
};

test("ranges", () => {
  assert.deepEqual(drawn("4k to 16k soldier"), {
    span: null,
    kind: "interval",
    family: "lognormal",
    low: 4000,
    high: 16000,
    lowPercentile: 0.05,
    highPercentile: 0.95,
    unit: "soldier",
  });
  const narrow = drawn("80% interval 1 to 2 as normal");
  assert.ok(narrow.kind === "interval" && narrow.family === "normal");
  assert.ok(Math.abs(narrow.lowPercentile - 0.1) < 1e-12 && Math.abs(narrow.highPercentile - 0.9) < 1e-12);
  assert.equal(fixed(quantity("-1 to 5")), quantity("-1 to 5 as normal"));
  assert.equal(fixed(quantity("9 to 4")), quantity("4 to 9"));
  assert.equal(fixed(quantity("20 to 30%")), quantity("20% to 30%"));
  assert.equal(fixed(quantity("5 to 5")), quantity("5"));
  assert.equal(fixed(quantity("1 to 5 as norml")), quantity("1 to 5 as normal"));
  assert.equal(fixed(quantity("0 to 5 as lognormal")), quantity("0 to 5 as normal"));
});

test("a range of a chance is logit-normal", () => {
  const range = chance("20% to 30%");
  assert.ok(range.kind === "interval" && range.family === "logit-normal");
  assert.equal(fixed(fact("0% to 30%")), fact("0% to 30% as uniform"));
  assert.equal(fixed(fact("20% to 100%")), fact("20% to 100% as uniform"));
  assert.equal(fixed(fact("20 to 30")), fact("20% to 30%"));
  expectDiagnostics(fact("90% to 130%"), "E0605 90% to 130%");
});

test("words of probability are their band on the situation's scale", () => {
  const word = chance("very unlikely");
  assert.ok(word.kind === "family" && word.family === "uniform");
  assert.deepEqual(
    word.parameters.map((parameter) => parameter.kind === "constant" && parameter.value),
    [0.05, 0.2],
  );
  assert.equal(chance('"roughly even odds"').kind, "family");
  expectDiagnostics(fact("highly likely"), "E0615 highly likely");
  assert.equal(fixed(fact("likley")), fact("likely"));
});

test("families by position and by name", () => {
  const normal = drawn("normal(sd: 2 soldier, mean: 10 soldier)");
  assert.ok(normal.kind === "family");
  assert.deepEqual(
    [normal.unit, ...normal.parameters.map((p) => p.kind === "constant" && p.value)],
    ["soldier", 10, 2],
  );
  assert.equal(
    drawn("lognormal(mu: 0, sigma: 1)").kind === "family" && drawn("lognormal(mu: 0, sigma: 1)").unit,
    "",
  );
  const two = drawn("gamma(p5: 2, p95: 9)");
  assert.ok(two.kind === "interval" && two.family === "gamma" && two.low === 2);
  assert.equal(drawn("normal(0, 1) soldier").unit, "soldier");
  assert.equal(drawn("beta(2, 3) per month").unit, "per month");
  expectDiagnostics(quantity("normal(mean: 0, variance: 1)"), "E0607 variance");
  expectDiagnostics(quantity("normal(1)"), "E0607 normal(1)");
  expectDiagnostics(quantity("normal(1, 2, 3)"), "E0607 3");
  expectDiagnostics(quantity("normal(1, 0)"), "E0608 normal(1, 0)");
  expectDiagnostics(quantity("triangular(1, 5, 3)"), "E0608 triangular(1, 5, 3)");
  expectDiagnostics(quantity("normal(size, 5)"), "E0302 5");
  expectDiagnostics(quantity("beta(1 USD, 2)"), "E0302 1 USD");
  modelOf(quantity("normal(size, 1k soldier)"));
});

test("percentiles, cases, mixtures, truncations", () => {
  const three = drawn("p10 8k, p50 10k, p90 14k soldier");
  assert.ok(three.kind === "three points" && three.percentile === 0.1 && three.high === 14000);
  expectDiagnostics(quantity("p10 8, p50 10, p95 14"), "E0609 p10 8, p50 10, p95 14");
  expectDiagnostics(quantity("p10 8, p50 7, p90 14"), "E0609 p10 8, p50 7, p90 14");
  assert.equal(fixed(quantity("7 of 5")), quantity("5 of 7"));
  const mixture = drawn("mixture(70%: 5 to 8 kUSD, 30%: 20 USD)");
  assert.ok(mixture.kind === "mixture" && mixture.unit === "kUSD");
  expectDiagnostics(quantity("mixture(70%: 5, 20%: 6)"), "W0614 mixture(70%: 5, 20%: 6)");
  expectDiagnostics(quantity("mixture(70%: 5 USD, 30%: size)"), "E0302 size");
  expectDiagnostics(quantity("normal(0, 1) at least 3 at most 2"), "E0613 normal(0, 1) at least 3 at most 2");
  expectDiagnostics(quantity("1 to 2 at most 0"), "E0613 1 to 2 at most 0");
});

test("a distribution elsewhere needs a name", () => {
  expectDiagnostics(quantity("2 * (4 to 5)"), "E0601 4 to 5");
  expectDiagnostics('let x = normal(0, 1)\n  assumed "a"\n', "E0601 normal(0, 1)");
  expectDiagnostics(
    'stock k\n  starts 0\n  gains 1 to 2 when storm happens\n  assumed "a"\n',
    "E0601 1 to 2",
  );
});

test("distributions in rules are quantities that are part of them", () => {
  const model = modelOf(`stock k : soldier
  starts 4k to 5k
  assumed "start"
choice c by ada
  option x weight 1 to 3
    assumed "weighed"
  option y weight 2
  assumed "all"
event e
  chance 20% to 30% by 2024-06, then 2% to 3% per month
  assumed "event"
`);
  const parts = model.quantities.filter((item) => item.partOf !== null);
  assert.deepEqual(
    parts.map((item) => [item.name, item.partOf, unitText(item.unit), item.backing.assumed, item.text]),
    [
      ["k.starts", "k", "soldier", "start", "4k to 5k"],
      ["c.x.weight", "c", "", "weighed", "1 to 3"],
      ["e.chance", "e", "", "event", "20% to 30%"],
      ["e.then", "e", "per month", "event", "2% to 3% per month"],
    ],
  );
  const weight = named(model.choices, "c").options[1]?.weight;
  assert.ok(weight?.kind === "parameter" && weight.name === "c.y.weight" && weight.value === 2);
});
