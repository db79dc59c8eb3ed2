import assert from "node:assert/strict";
import { test } from "node:test";
import { unitText } from "../units/unit.js";
import { canonicalText } from "./api.js";
import { expectDiagnostics, fixed, modelOf, named } from "./testing.test.js";

/** Unit and text of `let x = …`. */
function letOf(expression: string, before = ""): string {
  const checked = named(modelOf(`${before}let x = ${expression}\n  assumed "a"\n`).lets, "x");
  if (checked.kind === "condition") return canonicalText(checked.condition);
  return `${canonicalText(checked.expression)} [${unitText(checked.unit)}]`;
}

const assumed = (line: string) => `${line}\n  assumed "a"\n`;

test("like is added to like; both sides and their origins are named", () => {
  const [wrong] = expectDiagnostics(assumed("let x = size + cash"), "E0301 size + cash");
  assert.match(wrong?.message ?? "", /soldier.*USD/);
  assert.ok(wrong?.labels.some((label) => label.message === "`size` is in soldier"));
  assert.ok(wrong?.labels.some((label) => label.message === "`cash` is in USD"));
  expectDiagnostics(assumed("let x = size + 5"), "E0301 size + 5");
  assert.equal(fixed(assumed("let x = size + 5")), assumed("let x = size + 5 soldier"));
  expectDiagnostics(assumed("let x = size + 5%"), "E0301 size + 5%");
  assert.equal(letOf("size + 0"), "(size + 0) [soldier]");
  assert.equal(letOf("0 - size"), "(0 - size) [soldier]");
});

test("units multiply, divide and convert", () => {
  assert.equal(letOf("size * cash / 2 soldier"), "((size * cash) / 2) [USD]");
  assert.equal(letOf("cash + 1 kUSD"), "(cash + 1000) [USD]");
  assert.equal(letOf("1 kUSD + cash"), "(1 + (cash*0.001)) [kUSD]");
  assert.equal(letOf("(2 USD per day) * 1 month"), `((2 * 1)*${365.2425 / 12}) [USD]`);
  assert.equal(letOf("1 year / 1 quarter"), "((1 / 1)*4) []");
  assert.equal(letOf("(3 + 4) soldier per month"), "(3 + 4) [soldier per month]");
  assert.equal(letOf("sqrt(size * size)"), "sqrt((size * size)) [soldier]");
  assert.equal(letOf("size ^ 2"), "(size ^ 2) [soldier^2]");
  expectDiagnostics("let x = size ^ cash\n", "E0308 cash");
  expectDiagnostics("let x = size ^ (if rain then 1 else 0)\n", "E0308 if rain then 1 else 0");
});

test("only numbers take a declared unit", () => {
  const lets = modelOf(assumed("let x : soldier = 5 * 3")).lets;
  assert.equal(unitText(lets[0]?.kind === "number" ? lets[0].unit : []), "soldier");
  expectDiagnostics(
    assumed("let x : soldier = 5 * ratio") + assumed("quantity ratio = 2 to 3"),
    "E0302 5 * ratio",
  );
  expectDiagnostics(assumed("let x : USD = size"), "E0302 size");
});

test("numbers and conditions are told apart", () => {
  expectDiagnostics("let x = rain + 1\n", "E0304 rain");
  expectDiagnostics("event e when size\n", "E0303 size");
  expectDiagnostics("let x = if rain then 1 else storm\n", "E0304 if rain then 1 else storm");
  expectDiagnostics(assumed("let x = exp(size)"), "E0305 size");
  expectDiagnostics("let x = mix(1, 0)\n", "E0306 mix");
  assert.equal(fixed("let x = mix(1, 0)\n"), "let x = min(1, 0)\n");
  expectDiagnostics("let x = clamp(1, 0)\n", "E0307 clamp(1, 0)");
});

test("choices, facts and events are asked in their own words", () => {
  expectDiagnostics("let x = move\n", "E0309 move");
  assert.equal(fixed("let x = move = go\n"), "let x = move is go\n");
  expectDiagnostics("let x = move is gone\n", "E0212 gone");
  assert.equal(fixed("let x = move ever goo\n"), "let x = move ever go\n");
  expectDiagnostics("let x = rain happens\n", "E0310 rain happens");
  expectDiagnostics("let x = size is big\n", "E0309 size is big");
  assert.equal(
    letOf("move stands at stay and move is go or rain is true"),
    "((move is 0 and move stands 1) or rain)",
  );
  assert.equal(letOf("storm ever and not storm"), "(not (storm) and storm ever)");
});

test("time since, and aggregates over actors", () => {
  assert.equal(letOf("months since storm"), "1 since storm []");
  assert.equal(letOf("quarters since storm"), `${1 / 3} since storm []`);
  assert.equal(letOf("months since 2024-02"), "1 since @2 []");
  expectDiagnostics("let x = months since size\n", "E0205 size");
  const wars = "event war(ada) when rain\nevent war(bee) when rain\n";
  assert.equal(letOf("any of war over (ada, bee)", wars), "(war(ada) or war(bee))");
  assert.equal(
    letOf("count of war over (ada, bee)", wars),
    "((if war(ada) then 1 else 0) + (if war(bee) then 1 else 0)) []",
  );
  expectDiagnostics(`${wars}let x = any of war over (ada, cee)\n`, "E0210 any of war over (ada, cee)");
  expectDiagnostics(`${wars}let x = sum of war over (ada, bee)\n`, "E0315 sum of war over (ada, bee)");
});

test("definitions in a circle are reported once, with those that use each other", () => {
  const [circle] = expectDiagnostics("let a = b\nlet b = c\nlet c = a\nlet d = a\n", "E0311 a");
  assert.deepEqual(
    circle?.labels.map((label) => label.message),
    ["`a` uses `b`", "`b` uses `c`"],
  );
  expectDiagnostics("quantity q = if f then 1 else 0\nfact f chance q\n", "E0311 q");
});

test("what happens in the same step goes in order, and not in a circle", () => {
  const [circle] = expectDiagnostics(
    "event a when b happens\nevent b when c is x\nchoice c by ada\n  when a happens\n  option x weight 1\n",
    "E0312 a",
  );
  assert.equal(circle?.labels.length, 3);
  const { stepOrder } = modelOf("event a when l\nlet l = b happens\nevent b when rain\n");
  assert.ok(stepOrder.indexOf("b") < stepOrder.indexOf("a"));
});

test("quantities and facts are made of what is drawn once", () => {
  expectDiagnostics(assumed("quantity q = if storm then 1 else 0"), "E0313 storm");
  expectDiagnostics("let l = storm\nquantity q = if l then 1 else 0\n", "E0313 l");
  modelOf("let l = rain\nquantity q = if l then 1 else 0\n");
  expectDiagnostics("quantity q = 1 / (months since storm)\n", "E0313 months since storm");
});

test("an expression without end is refused, not run into", () => {
  const long = `let x = ${"1 + ".repeat(3000)}1\n`;
  const [deep] = expectDiagnostics(long, `E0320 ${"1 + ".repeat(3000)}1`);
  assert.match(deep?.message ?? "", /let/);
});
