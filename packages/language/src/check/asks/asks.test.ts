import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../syntax/index.js";
import { sourceText } from "../../text/source-text.js";
import { memoryWorld } from "../../world.js";
import { checkTrees } from "../check.js";

const head = `situation "S"
  period 2024-01 to 2024-12 by month
actors
  a "A" state FRA
  b "B" state GBR
quantity size "Size" = 4k to 16k
  assumed "wide"
quantity rate "Rate" = 2% to 9% per month
  assumed "wide"
fact war "War" chance 50%
  assumed "even"
fact colour "Colour" one of red 20%, blue 80%
  assumed "seen"
event storm "A storm"
  chance 10% per month
  assumed "a guess"
event peace "Peace"
  chance 10% to 30% by 2024-06
  assumed "a guess"
choice move "Move" by a
  every 3 months
  option go weight 1
  option stay weight 3
  assumed "a guess"
let half = size / 2
  assumed "half"
stock troops "Troops"
  starts 0
  at least 0
  gains size when storm happens
treaty pact "The pact"
  between a, b
  signed 2023-12-01
  in force from 2024-03
  obligation help
    when storm
    honoured 50%
    assumed "even"
`;

function run(text: string, given = head) {
  const path = "m.casus";
  const main = given + text;
  const tree = parse(sourceText(path, main));
  const { model, diagnostics: found } = checkTrees({
    trees: [tree],
    world: memoryWorld({}),
    sources: new Map([[path, tree.source]]),
    filesMissing: false,
  });
  assert.ok(model !== null);
  const diagnostics = [...tree.diagnostics, ...found];
  const fixed = (code: string, n = 0) => {
    const fix = diagnostics.find((d) => d.code === code)?.fixes[n];
    assert.ok(fix !== undefined, `no fix ${n} of ${code}`);
    let out = main;
    for (const edit of [...fix.edits].sort((x, y) => y.span.start - x.span.start)) {
      out = out.slice(0, edit.span.start) + edit.text + out.slice(edit.span.end);
    }
    return run(out, "");
  };
  return { model, diagnostics, codes: diagnostics.map((d) => d.code), fixed };
}

function only(result: ReturnType<typeof run>, code: string) {
  const found = result.diagnostics.filter((d) => d.code === code);
  assert.equal(found.length, 1, `${code} among ${result.codes.join(" ")}`);
}

test("every form of set", () => {
  const { model, codes } = run(`scenario all "All"
  set size = size * 2
  set rate = 10% per month
  set peace.chance = 20% to 40%
  set storm.chance = 5%
  set war = false
  set colour = blue
  set storm on 2024-03
  set peace never
  set move = stay
  set pact in force from 2024-05
`);
  assert.deepEqual(codes, []);
  const sets = model.scenarios[0]?.sets ?? [];
  assert.deepEqual(
    sets.map(({ kind, name }) => `${kind} ${name}`),
    [
      "quantity size",
      "quantity rate",
      "quantity peace.chance",
      "parameter storm.chance",
      "fact war",
      "fact colour",
      "event on storm",
      "event never peace",
      "choice move",
      "treaty from pact",
    ],
  );
  const [size, , chance] = sets;
  assert.ok(size?.kind === "quantity" && size.definition.kind === "expression");
  assert.match(JSON.stringify(size.definition), /"base value"/);
  assert.ok(chance?.kind === "quantity" && chance.definition.kind === "distribution");
  assert.ok(
    chance.definition.distribution.kind === "interval" &&
      chance.definition.distribution.family === "logit-normal",
  );
  assert.deepEqual(
    sets.flatMap((each) =>
      "day" in each ? [each.day] : "value" in each ? [each.value] : "option" in each ? [each.option] : [],
    ),
    [0, 1, 19783, 1, 19844],
  );
});

test("what cannot be set, or not so", () => {
  only(run('scenario s "S" set troops = 5\n'), "E0801");
  only(run('scenario s "S" set half = 5\n'), "E0801");
  only(run('scenario s "S" set storm = true\n'), "E0802");
  only(run('scenario s "S" set war never\n'), "E0802");
  only(run('scenario s "S" set size on 2024-03\n'), "E0802");
  only(run('scenario s "S" set pact on 2024-03\n'), "E0802");
  only(run('scenario s "S"\n  set war = true\n  set war = false\n'), "E0804");
  only(run('scenario s "S"\n'), "E0808");
  only(run('scenario s "S" set storm on 2025-02\n'), "W0801");
  assert.deepEqual(run('scenario s "S" set storm on 2023-02\n').codes, []);
  const option = run('scenario s "S" set move = sty\n');
  assert.equal(option.model.scenarios.length, 0);
  assert.deepEqual(option.fixed(option.codes[0] ?? "").codes, []);
});

test("asks of each kind", () => {
  const { model, codes } = run(`question q "Q"
  ask probability storm by 2024-06 given war
  ask troops / size at 2024-06
  ask size
  ask when storm
  ask war
  ask colour given not colour is red
  moot when peace
  compare s
  assumed "asked"
scenario s "S" set peace never
`);
  assert.deepEqual(codes, []);
  const [question] = model.questions;
  assert.ok(question !== undefined);
  assert.deepEqual(
    question.asks.map((ask) => [
      ask.kind,
      "endStep" in ask ? ask.endStep : null,
      ask.text,
      ask.given?.text ?? null,
    ]),
    [
      ["probability", 6, "probability storm by 2024-06", "war"],
      ["value", 6, "troops / size at 2024-06", null],
      ["value", 12, "size", null],
      ["date", null, "when storm", null],
      ["categories", null, "war", null],
      ["categories", null, "colour", "not colour is red"],
    ],
  );
  assert.deepEqual(question.compare, ["s"]);
  assert.equal(question.backing.assumed, "asked");
  const [probability] = question.asks;
  assert.ok(probability?.kind === "probability" && probability.condition.kind === "by");
  assert.equal(probability.condition.end, true);
});

test("a condition without a date in `given` is of the period's last day, not of the ask's", () => {
  const { model } = run('question q "Q" ask probability storm by 2024-03 given peace\n');
  const ask = model.questions[0]?.asks[0];
  assert.ok(ask?.given?.condition.kind === "by");
  assert.equal(ask.given.condition.step, 12);
  assert.equal(ask.given.condition.end, false);
});

test("a condition is asked for its probability", () => {
  const result = run('question q "Q" ask storm by 2024-06\n');
  only(result, "E0805");
  const { model, codes } = result.fixed("E0805");
  assert.deepEqual(codes, []);
  assert.equal(model.questions[0]?.asks[0]?.text, "probability storm by 2024-06");
});

test("one ask at fault leaves the others", () => {
  const { model, codes } = run('question q "Q"\n  ask probability strom by 2024-06\n  ask size\n');
  assert.equal(codes.length, 1);
  assert.deepEqual(
    model.questions[0]?.asks.map((ask) => ask.kind),
    ["value"],
  );
  const outside = run('question q "Q" ask probability storm by 2025-06\n');
  assert.equal(outside.codes.length, 1);
  assert.equal(outside.model.questions.length, 0);
});

test("questions without asks, unknown scenarios, two moots", () => {
  only(run('question q "Q"\n'), "E0806");
  only(run('question q "Q" ask size moot when peace moot when war\n'), "E0519");
  const unknown = run('scenario peaceful "S" set peace never\nquestion q "Q" ask size compare peacful\n');
  assert.equal(unknown.codes.length, 1);
  assert.deepEqual(unknown.fixed(unknown.codes[0] ?? "").model.questions[0]?.compare, ["peaceful"]);
  assert.deepEqual(run('scenario s "S" set troops = 1\nquestion q "Q" ask size compare s\n').codes, [
    "E0801",
  ]);
});

test("checks are read at every time point", () => {
  const { model, codes } = run('check "never negative": troops >= 0\n');
  assert.deepEqual(codes, []);
  assert.equal(model.checks[0]?.text, "never negative");
  assert.equal(model.checks[0]?.condition.kind, "compare");
  assert.equal(run('check "dated": troops >= 0 at 2024-03\n').model.checks.length, 0);
});
