import assert from "node:assert/strict";
import { test } from "node:test";
import type { Model } from "../model/model.js";
import { check, found, named } from "./testing.test.js";

const text = `event e
  chance 20% by 2024-06, then 5% per month
  lasts 2 months
  assumed "a"
stock k : soldier
  starts 4
  gains 2 soldier when e happens
  assumed "a"
fact colour one of red 30%, blue 70%
  assumed "a"
treaty t between ada, bee
  in force from 2024-02
  obligation o
    when rain
    honoured 50%
    assumed "a"
`;

function set(name: string, to: string): Model {
  const checked = check(text, {}, [{ name, text: to }]);
  assert.deepEqual(found(checked), []);
  assert.ok(checked.model !== null);
  return checked.model;
}

test("quantities, facts and named numbers are set as if the text had been edited", () => {
  const { definition } = named(set("size", "1k to 2k").quantities, "size");
  assert.ok(
    definition.kind === "distribution" &&
      definition.distribution.kind === "interval" &&
      definition.distribution.low === 1000,
  );
  assert.equal(named(set("e.chance", "30% to 40%").quantities, "e.chance").partOf, "e");
  assert.ok(
    set("e.then", "9% per year").events.some(
      (rule) => rule.trigger.kind === "window" && rule.trigger.then?.exponent === 1 / 12,
    ),
  );
  const starts = named(set("k.starts", "7").stocks, "k").starts;
  assert.ok(starts.kind === "parameter" && starts.value === 7);
  const weight = named(set("move.go.weight", "5").choices, "move").options[0]?.weight;
  assert.ok(weight?.kind === "parameter" && weight.value === 5);
  assert.equal(named(set("t.o.honoured", "1 of 2").quantities, "t.o.honoured").partOf, "t");
  const amount = named(set("k.gains", "3 soldier").flows, "k.gains").amount;
  assert.ok(amount.kind === "parameter" && amount.value === 3);
});

test("facts take values, events and treaties days, choices options", () => {
  const draw = named(set("rain", "true").facts, "rain").draw;
  assert.ok(draw.kind === "chance" && draw.chance.kind === "parameter" && draw.chance.value === 1);
  const colour = named(set("colour", "blue").facts, "colour").draw;
  assert.ok(colour.kind === "one of");
  assert.deepEqual(
    colour.values.map(({ share }) => share.kind === "parameter" && share.value),
    [0, 1],
  );
  const on = named(set("e", "2024-05").events, "e");
  assert.ok(on.trigger.kind === "on" && on.trigger.first === 19844 && on.ends !== null);
  const never = named(set("e", "never").events, "e").trigger;
  assert.ok(never.kind === "trial" && never.chance.kind === "parameter" && never.chance.value === 0);
  assert.deepEqual(named(set("t", "2024-06").treaties, "t").inForce, { kind: "step", step: 6 });
  assert.deepEqual(named(set("t", "never").treaties, "t").inForce, { kind: "never" });
  const weights = named(set("move", "stay").choices, "move").options.map(
    ({ weight }) => weight.kind === "parameter" && weight.value,
  );
  assert.deepEqual(weights, [0, 1]);
});

test("what cannot be set is said, with near names, in the text as it was given", () => {
  const wrong = (name: string, to: string) => {
    const checked = check(text, {}, [{ name, text: to }]);
    assert.equal(checked.model, null);
    return found(checked);
  };
  assert.deepEqual(wrong("sise", "5"), ["E0216 sise"]);
  assert.deepEqual(
    check(text, {}, [{ name: "sise", text: "5" }]).diagnostics[0]?.fixes[0]?.edits[0]?.text,
    "size",
  );
  assert.deepEqual(wrong("colour", "green"), ["E0212 green"]);
  assert.deepEqual(wrong("move", "run"), ["E0212 run"]);
  assert.equal(wrong("size", "5 +").length, 1);
  assert.equal(wrong("size", '5 assumed "a"').length, 1);
  // Nothing that is set can begin a declaration of its own.
  assert.equal(wrong("size", "5\nlet sneaky = 5").length, 1);
  // A fault in what was set leaves out what it was set for, like a fault in the text.
  assert.deepEqual(found(check(text, {}, [{ name: "e.chance", text: "size" }])), ["E0507 size"]);
});
