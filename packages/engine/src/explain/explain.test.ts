import assert from "node:assert/strict";
import { test } from "node:test";
import { checkModel, memoryWorld } from "@casus/language";
import type { Explanation } from "./explanation.js";
import { explain, explainableNames, measure } from "./index.js";

const text = `situation "S"
  period 2024-01 to 2024-12 by month
  as of 2024-02-15
actors
  north "The North" state PRK also "Northland"
  south "The South"
units
  soldier also soldiers
  division = 12k soldier
source paper "A paper" file "paper.md" published 2024-01-10 reliability B
claim odds quote "a storm in three months" in paper
claim seen quote "the storm came" in paper
  speaker north "the marshal" grade B interested
  asserts storm by 2024-02
quantity size "The army" : soldier = 4k to 16k
  assumed "several thousand"
quantity twice = size * 2
quantity off = normal(size, 10 soldier) at least 0 soldier
fact rain "It rains" chance 20% to 40%
fact colour one of red 1, blue 3
shock gust = normal(0, 2) per year
let near = rain and storm
event storm "A storm"
  chance 60% between 2024-03 and 2024-06, then 10% per month
  from odds
  assumed "as before"
event flood when storm chance 19% per month lasts 2 months
event trial when rain chance 30%
event launch on 2024-05-20 to 2024-06-10 chance 35%
event later after storm within 1 to 3 months
event bell repeats
stock men : soldier
  starts size
  within 0 soldier to 50k soldier
  gains 300 soldiers per week when not storm
  loses 5 soldiers every 3 months
  moves men * 5% per month to lost
stock lost : soldier starts 0 soldier
choice reply "The reply" by south
  every 3 months
  when storm
  option wait weight 1
  option act weight 3
treaty pact "The pact" between north, south
  signed 2023-06-19
  in force when storm until 2024-09
  obligation help : defense
    when invaded(party)
    honoured 42 of 102 within 6 months
event invaded(north) on 2024-03
exchange trade "Grain for fuel" between north and south
  north gives 10 per month "grain"
  south gives 4 "fuel" when storm happens
scenario dry "It is dry" set rain = false
question q "A storm?"
  ask probability storm by 2024-06 given rain
  moot when flood
  compare dry
check "few": men <= 60k soldier
observed flood not by 2024-02-15 "dry"
`;
const paper = "They spoke of the odds of a storm in three months. Then the storm came. It was loud.";

function subject() {
  const checked = checkModel(memoryWorld({ "m.casus": text, "paper.md": paper }), "m.casus");
  assert.deepEqual(
    checked.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message),
    [],
  );
  assert.ok(checked.model);
  return { model: checked.model, trees: checked.trees, texts: checked.sources };
}

const all = subject();
const of = (name: string): Explanation => {
  const found = explain(all, name);
  assert.ok(found, name);
  return found;
};
const rows = (name: string): string[] => of(name).rows.map(({ topic, text: words }) => `${topic}: ${words}`);
const names = (list: Explanation["reads"]): string[] => list.map(({ name, kind }) => `${name} ${kind}`);

test("an unknown: family, percentiles, mean, what backs it, who uses it", () => {
  const size = of("size");
  assert.equal(size.unit, "soldier");
  assert.equal(size.label, "The army");
  assert.deepEqual(rows("size"), [
    "written: 4k to 16k",
    "family: lognormal: 5% below 4,000, 5% above 16,000 soldier",
  ]);
  // The logarithm's sd is ln 4 / 2 · 1.6449: the mean is 8,000 · exp(sd²/2).
  const sd = Math.log(4) / (2 * 1.6448536269514722);
  assert.ok(Math.abs((size.distribution?.percentiles.p50 ?? 0) - 8000) < 1e-6);
  assert.ok(Math.abs((size.distribution?.mean ?? 0) - 8000 * Math.exp((sd * sd) / 2)) < 1e-6);
  const curve = size.distribution?.curve;
  assert.ok(curve);
  assert.ok(Math.abs(curve.chances.reduce((a, b) => a + b, 0) - 0.98) < 1e-9);
  assert.equal(size.assumed, "several thousand");
  assert.deepEqual(names(size.usedBy), ["twice quantity", "off quantity", "men stock"]);
});

test("what depends on others has no exact spread, and says what it reads", () => {
  assert.equal(of("off").distribution, null);
  assert.deepEqual(rows("off"), [
    "written: normal(size, 10 soldier) at least 0 soldier",
    "family: normal: mean size, standard deviation 10 soldier; cut off below 0",
  ]);
  assert.deepEqual(names(of("twice").reads), ["size quantity"]);
  assert.match(of("twice").summary, /worked out/);
});

test("facts, shocks and lets", () => {
  assert.ok(Math.abs((of("rain").distribution?.percentiles.p95 ?? 0) - 0.4) < 1e-9);
  assert.deepEqual(rows("colour"), ["value: red: 25%", "value: blue: 75%"]);
  assert.deepEqual(rows("gust"), [
    "family: normal: mean 0, standard deviation 2",
    "per step: its mean counts 0.08333333333333333 times, its spread 0.289 times",
  ]);
  assert.deepEqual(names(of("near").reads), ["rain fact", "storm event"]);
});

test("rules of events in words, with dates and the chance in each step", () => {
  // 1 − 0.4^(1/4) and 10% in a month; April to June are behind the one in March.
  assert.deepEqual(rows("storm"), [
    "rule: 60% in all, spread evenly over 4 steps, 2024-03-01 to 2024-06-30: 20% in each step",
    "then: 10% per month: 10% in each step",
  ]);
  assert.deepEqual(rows("flood"), [
    "rule: in each step in which its condition holds, with a chance of 19% per month: 19% in each step",
    "when: storm",
    "lasts: 2 steps; then it may fire again",
  ]);
  assert.deepEqual(rows("trial"), [
    "rule: one trial in the first step in which its condition holds, with a chance of 30%",
    "when: rain",
  ]);
  assert.deepEqual(rows("launch"), [
    "rule: on a day drawn evenly from 2024-05-20 to 2024-06-10 (step 5 to step 6), with a chance of 35%",
  ]);
  assert.deepEqual(rows("later"), [
    "rule: 1 to 3 steps, drawn evenly after the step in which storm first fires",
  ]);
  assert.deepEqual(of("storm").from, [{ name: "odds", quote: "a storm in three months", source: "paper" }]);
  assert.deepEqual(rows("bell")[0], "rule: fires in every step");
});

test("stocks: rates by the step's length, lumps at once, moves from both sides", () => {
  const week = (300 * 365.2425) / 12 / 7;
  assert.deepEqual(rows("men"), [
    "starts: size",
    "bounds: held within 0 soldier to 50k soldier",
    `gains: 300 soldiers per week, a rate: ${Number(week.toPrecision(4)).toLocaleString("en")} soldier in each step, when not storm`,
    "loses: 5 soldiers, a lump, at once, not again for 3 steps",
    "loses: to lost: men * 5% per month, a rate: that much in each step",
  ]);
  assert.match(rows("lost").join("\n"), /gains: from men: men \* 5% per month/);
  assert.deepEqual(rows("trade"), [
    "gives: north: 10 per month (grain), a rate: 10 in each step",
    "gives: south: 4 (fuel), a lump, at once, when storm happens",
    "names: trade.given(north), trade.given(south), trade.balance",
  ]);
});

test("choices, treaties, obligations", () => {
  assert.deepEqual(rows("reply"), [
    "by: The South (south)",
    "when: storm",
    "taken: then again after 3 steps",
    "option: wait, weight 1: 25%",
    "option: act, weight 3: 75%",
  ]);
  assert.deepEqual(rows("pact"), [
    "parties: The North (north), The South (south)",
    "signed: 2023-06-19",
    "in force: from the close at which storm first holds, and from then on",
    "ends: with 2024-09-30",
    "obligation: pact.help: defense",
  ]);
  assert.equal(rows("pact.help")[2], "honoured: with a chance of 42 of 102, within 6 steps");
  assert.equal(of("pact.help.due(south)").summary, "an event of pact.help: the duty falls due for south");
  assert.equal(explain(all, "pact.help.due(nobody)"), null);
});

test("claims and sources: the quote in its place, the group, the weight", () => {
  assert.deepEqual(rows("seen").slice(0, 5), [
    "quote: They spoke of the odds of a storm in three months. Then “the storm came”. It was loud.",
    "source: A paper (paper, reliability B)",
    "speaker: the marshal (The North), grade B, in its own interest",
    "said on: 2024-01-10",
    "says: storm by 2024-02-29",
  ]);
  assert.match(rows("seen").join("\n"), /group: one origin, alone, to the power 0.5\nweight: \+\d/);
  assert.match(rows("odds").join("\n"), /says: nothing that weighs/);
  assert.deepEqual(names(of("odds").usedBy), ["storm event"]);
  assert.match(rows("paper").join("\n"), /sha256: [0-9a-f]{64}\nclaim: odds: “a storm/);
});

test("named numbers, units, actors, scenarios, questions", () => {
  assert.match(of("storm.chance").summary, /^the chance in the rule of storm/);
  assert.deepEqual(rows("storm.chance"), ["written: 60%", "value: 60%"]);
  assert.deepEqual(names(of("storm.chance").usedBy), ["storm event"]);
  assert.match(rows("men.gains").join("\n"), /flow: 300 soldiers per week, a rate/);
  assert.equal(of("pact.help.honoured").kind, "number");
  assert.deepEqual(rows("division"), ["converts: 1 division = 12,000 soldier"]);
  assert.deepEqual(rows("soldiers"), ["also: soldiers", "converts: into nothing else"]);
  assert.deepEqual(rows("weeks"), ["converts: 1 week = 7 days on average"]);
  assert.deepEqual(rows("north"), ["state: PRK", "also: “Northland”"]);
  assert.deepEqual(rows("dry"), ["sets: rain = false"]);
  assert.deepEqual(rows("q"), [
    "asks: probability storm by 2024-06 given rain",
    "moot: when flood",
    "compares: dry",
  ]);
  assert.equal(explain(all, "nothing"), null);
});

test("every name that is offered can be explained", () => {
  const offered = explainableNames(all);
  assert.ok(offered.length > 40);
  for (const name of offered) {
    const found = of(name);
    assert.ok(found.summary !== "", name);
    for (const row of found.rows)
      assert.doesNotMatch(row.text, /undefined|NaN|\[object/, `${name}: ${row.topic}`);
  }
});

test("what runs say: the prior of what has no formula, and what reports make of it", async () => {
  const { model } = all;
  const off = await measure(model, "off", { runs: 4096, seed: 1 });
  assert.equal(off.now?.kind, "value");
  assert.ok(Math.abs((off.before?.value ?? 0) - (of("size").distribution?.mean ?? 0)) < 300);
  const storm = await measure(model, "storm", { runs: 4096, seed: 1 });
  assert.ok((storm.now?.value ?? 0) > 0.5 && storm.now?.series.length === 12);
  const seen = await measure(model, "seen", { runs: 1024, seed: 1 });
  assert.equal(seen.claim?.name, "seen");
  assert.equal((await measure(model, "north", { runs: 16, seed: 1 })).runs, 0);
});
