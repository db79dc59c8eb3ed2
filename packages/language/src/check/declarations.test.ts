import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalText } from "./api.js";
import { check, expectDiagnostics, fixed, found, modelOf, named } from "./testing.test.js";

const stock = (...lines: readonly string[]) =>
  `stock k : soldier\n  starts 0\n  ${lines.join("\n  ")}\n  assumed "a"\n`;
const flow = (line: string, before = "") => {
  const item = named(modelOf(before + stock(line)).flows, `k.${line.split(" ")[0]}`);
  return [canonicalText(item.amount), item.factor, item.every];
};

test("a lump vanishes in quiet steps, a rate is per time", () => {
  assert.deepEqual(flow("gains size when storm happens"), ["size", 1, null]);
  assert.deepEqual(flow("gains size when move is go and not rain"), ["size", 1, null]);
  assert.deepEqual(flow("gains if storm happens then size else 0"), [
    "(if storm happens then size else 0)",
    1,
    null,
  ]);
  assert.deepEqual(flow("gains size every 2 months"), ["size", 1, 2]);
  assert.deepEqual(flow("gains s * 1 soldier", 'shock s = normal(0, 1)\n  assumed "a"\n'), [
    "(s * 1)",
    1,
    null,
  ]);
  assert.deepEqual(flow("loses k * 5% per quarter"), ["(k * 0.05)", 1 / 3, null]);
  assert.deepEqual(flow("gains l", "let l = if storm happens then size else 0\n"), ["l", 1, null]);
  for (const line of [
    "gains size",
    "gains size when storm",
    "gains size when storm happens or rain",
    "gains if rain then size else 0",
    "gains size when move ever go",
  ]) {
    const amount = line.slice(6).replace(/ when.*/, "");
    expectDiagnostics(stock(line), `E0502 ${amount}`);
  }
  assert.equal(fixed(stock("gains 5 soldier")), stock("gains 5 soldier per month"));
});

test("what flows is in the stock's unit, or in that per time", () => {
  expectDiagnostics(stock("gains cash when storm happens"), "E0503 cash");
  expectDiagnostics(stock("gains cash / 1 month"), "E0503 cash / 1 month");
  expectDiagnostics(stock("moves k * 5% per month to m"), "E0203 m");
  expectDiagnostics(`${stock("moves k * 5% per month to m")}stock m : USD\n  starts 0\n`, "E0503 m");
  expectDiagnostics(stock("moves k * 5% per month to k"), "E0503 k");
});

test("starts and bounds take the stock's unit", () => {
  const item = named(
    modelOf('stock k : USD\n  starts 2 kUSD\n  within 0 to 5000\n  assumed "a"\n').stocks,
    "k",
  );
  assert.deepEqual(
    [canonicalText(item.starts), item.high && canonicalText(item.high), item.warnBelowZero],
    ["k.starts", "5000", false],
  );
  assert.deepEqual(item.starts.kind === "parameter" && item.starts.value, 2000);
  assert.equal(named(modelOf('stock k\n  starts 2 kUSD\n  assumed "a"\n').stocks, "k").warnBelowZero, true);
  expectDiagnostics("stock k : USD\n  starts size\n", "E0302 size");
  expectDiagnostics("stock k\n", "E0501 k");
  assert.equal(fixed("stock k\n  starts 0\n  within 1 to 0\n"), "stock k\n  starts 0\n  within 0 to 1\n");
});

test("the unit of a chance is nothing or a unit of time", () => {
  const rate = (text: string) => {
    const item = named(modelOf(`event e\n  ${text}\n  assumed "a"\n`).events, "e").trigger;
    return item.kind === "rate" ? item.rate.exponent : item.kind;
  };
  assert.equal(rate("chance 5% per month"), 1);
  assert.equal(rate("chance (if rain then 5% else 2%) per year"), 1 / 12);
  assert.equal(rate("chance 5% to 9% per quarter"), 1 / 3);
  assert.equal(rate("chance 5%"), "trial");
  assert.equal(rate("when rain"), "certain");
  expectDiagnostics(
    'event e\n  chance size / 8k soldier * 1 USD\n  assumed "a"\n',
    "E0507 size / 8k soldier * 1 USD",
  );
  assert.equal(fixed('event e\n  chance 15\n  assumed "a"\n'), 'event e\n  chance 15%\n  assumed "a"\n');
});

test("events do not contradict themselves", () => {
  const event = (...lines: readonly string[]) => `event e\n  ${lines.join("\n  ")}\n  assumed "a"\n`;
  expectDiagnostics(event("chance 5%", "chance 6%"), "E0519 chance 6%");
  expectDiagnostics(event("chance 5%", "lasts 2 months", "until rain"), "E0510 until rain");
  expectDiagnostics(event("after e within 1 month"), "E0506 e");
  expectDiagnostics(event("after size within 1 month"), "E0205 size");
});

test("facts and choices", () => {
  expectDiagnostics("fact f\n", "E0524 f");
  expectDiagnostics('fact f one of red 20%, blue 30%\n  assumed "a"\n', "W0527 one of red 20%, blue 30%");
  expectDiagnostics('fact f one of red 20%, red 80%\n  assumed "a"\n', "E0525 red");
  expectDiagnostics('fact f chance 20% per month\n  assumed "a"\n', "E0509 per month");
  expectDiagnostics("choice c by ada\n", "E0511 c");
  assert.equal(fixed("choice c by ada\n  option o\n"), "choice c by ada\n  option o weight 1\n");
  expectDiagnostics("choice c by ada\n  option o weight 1\n  option o weight 1\n", "E0512 o");
  expectDiagnostics("choice c by ada\n  option o weight size\n", "E0302 size");
});

const treaty = (condition: string, honoured = "honoured 50%") =>
  `treaty t between ada, bee, cee\n  in force from 2024-02\n  obligation o : defense\n    when ${condition}\n    ${honoured}\n    assumed "a"\n`;

test("`party` is every other party in turn, and never true where nothing is declared for it", () => {
  const war = "event war(bee) when rain\nevent war(cee) when storm\n";
  const duties = (text: string) =>
    named(modelOf(text).obligations, "t.o").duties.map(
      ({ actor, condition }) => `${actor}: ${canonicalText(condition)}`,
    );
  assert.deepEqual(duties(war + treaty("war(party)")), [
    "ada: (war(bee) or war(cee))",
    "bee: war(cee)",
    "cee: war(bee)",
  ]);
  assert.deepEqual(duties(treaty("storm")), ["ada: storm", "bee: storm", "cee: storm"]);
  assert.deepEqual(
    duties(war + treaty("war(party) and months since war(party) < 3")).at(-1),
    "cee: ((1 since war(bee) < 3) and war(bee))",
  );
  expectDiagnostics(treaty("war(party)"), "E0203 war(party)");
  expectDiagnostics(`${war}let x = war(party)\n`, "E0319 party");
});

test("an obligation honoured by an event, for each party or for all", () => {
  const helped = "event helped(ada) when rain\n";
  const by = (text: string) => named(modelOf(text).obligations, "t.o").honoured;
  assert.deepEqual(by(helped + treaty("storm", "honoured by helped within 2 months")), {
    kind: "event",
    events: { ada: "helped(ada)", bee: null, cee: null },
  });
  const all = by(treaty("rain", "honoured by storm"));
  assert.deepEqual(all.kind === "event" && all.events, { ada: "storm", bee: "storm", cee: "storm" });
  expectDiagnostics(treaty("rain", "honoured by size"), "E0205 size");
  // What answers a duty in the step in which it falls due may be what honours it.
  const answer = `event helps(ada) when t.o.due(ada) happens\n${treaty("storm happens", "honoured by helps")}`;
  const order = modelOf(answer).stepOrder;
  assert.deepEqual(
    order.filter((name) => name !== "move"),
    ["storm", "t.o.due", "helps(ada)", "t.o"],
  );
});

test("treaties: parties, kinds, and rules that wait for one that never is in force", () => {
  expectDiagnostics("treaty t between ada, ada\n", "E0514 ada");
  assert.equal(fixed(treaty("rain").replace("defense", "defens")), treaty("rain"));
  const idle = treaty("rain").replace("  in force from 2024-02\n", "  signed 2024-02\n");
  expectDiagnostics(`${idle}event e when t.o.due(ada)\n`, "W0523 t.o.due(ada)");
  const late = treaty("rain").replace("2024-02", "2026-02");
  expectDiagnostics(
    `${late}event e when t.o.due(ada) happens\n`,
    "W0521 2026-02",
    "W0523 t.o.due(ada) happens",
  );
});

test("exchanges are two stocks and a balance", () => {
  const text =
    'exchange x between ada and bee in kUSD\n  ada gives 5 USD per month\n  bee gives cash when storm happens\n  assumed "a"\n';
  const model = modelOf(text);
  assert.deepEqual(
    model.stocks.map((item) => item.name),
    ["x.given(ada)", "x.given(bee)"],
  );
  assert.deepEqual(
    model.flows.map((item) => [item.name, item.to, canonicalText(item.amount), item.factor]),
    [
      ["x.ada.gives", "x.given(ada)", "(x.ada.gives*0.001)", 1],
      ["x.bee.gives", "x.given(bee)", "(cash*0.001)", 1],
    ],
  );
  expectDiagnostics(text.replace("bee gives", "cee gives"), "E0517 cee");
  expectDiagnostics(text.replace(" when storm happens", ""), "E0502 cash");
  expectDiagnostics(text.replace("and bee", "and ada").replace("bee gives", "ada gives"), "E0516 ada");
});

test("numbers from nowhere and hindsight, once a declaration", () => {
  expectDiagnostics("event e chance 5% per month\n  lasts 3 months\n", "W0520 5%");
  expectDiagnostics("event e chance 100%\n");
  expectDiagnostics(
    'choice c by ada\n  option a weight 2\n    assumed "a"\n  option b weight 3\n',
    "W0520 3",
  );
  expectDiagnostics("event e on 2024-05\n", "W0521 2024-05");
  expectDiagnostics("event e on 2024-02\n");
  expectDiagnostics('event e on 2024-05\n  assumed "announced"\n');
});

test("a broken declaration leaves the others, without a word on what depends on it", () => {
  const text = `quantity bad = 9 to 4
  assumed "a"
let worse = bad + bad
event bad_event
  when worse > 5
  chance 5% per month
  assumed "a"
${stock("gains size when bad_event happens", "moves k * 5% per month to lost")}stock lost : soldier
  starts 0
stock other : soldier
  starts 0
  gains size when storm happens
  assumed "a"
question q "q"
  ask probability bad_event
question r "r"
  ask other
`;
  const checked = check(text);
  assert.deepEqual(found(checked), ["E0602 9 to 4"]);
  const { model } = checked;
  assert.ok(model !== null);
  assert.deepEqual(
    model.stocks.map((item) => item.name),
    ["other"],
  );
  assert.deepEqual(
    model.questions.map((item) => item.name),
    ["r"],
  );
  assert.deepEqual(
    model.broken.map((item) => item.name),
    ["bad", "worse", "bad_event", "k", "lost"],
  );
  // A syntax error does the same.
  const syntax = check("quantity bad = = 5\nlet worse = bad\nlet good = rain\n");
  assert.deepEqual(
    syntax.model?.lets.map((item) => item.name),
    ["good"],
  );
  assert.ok(syntax.diagnostics.every((diagnostic) => diagnostic.code.startsWith("E01")));
});
