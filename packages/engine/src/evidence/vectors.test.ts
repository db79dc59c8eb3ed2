import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim, Model, Source } from "@casus/language";
import { decibans, posterior } from "./closed-form.js";
import {
  actor,
  always,
  asserts,
  by,
  claim,
  corroborator,
  modelOf,
  source,
  speaker,
  without,
} from "./fixtures.test.js";
import { evidenceGroups } from "./groups.js";
import type { Knowledge } from "./statements.js";

/** The test vectors once more, from claims and sources. */
const after = (prior: number, record: Partial<Model>, knowledge: Knowledge = always): string =>
  posterior(prior, evidenceGroups(modelOf(record), knowledge).groups).toFixed(4);

const outlets = (count: number, reliability: Source["reliability"]): Source[] =>
  Array.from({ length: count }, (_, i) => source(`outlet${i + 1}`, { reliability }));
const quoting = (sources: readonly Source[], who: Claim["speaker"], more: Partial<Claim> = {}): Claim[] =>
  sources.map((one, i) => claim(`quote${i + 1}`, { source: one.name, speaker: who, date: i + 1, ...more }));

test("T0, T1: nothing, and one first-hand report of each grade", () => {
  assert.equal(after(0.5, {}), "0.5000");
  const grades = ["A", "B", "C", "D", "E", "F"] as const;
  const expected = ["0.9500", "0.8500", "0.7000", "0.5500", "0.5000", "0.6000"];
  const all = (one: (grade: (typeof grades)[number]) => Partial<Model>) =>
    grades.map((grade) => after(0.5, one(grade)));
  assert.deepEqual(
    all((grade) => ({
      sources: [source("own", { author: by("kyiv") })],
      claims: [claim("a", { source: "own", speaker: speaker("kyiv", grade) })],
    })),
    expected,
    "in a source by the speaker",
  );
  assert.deepEqual(
    all((reliability) => ({
      sources: [source("own", { reliability })],
      claims: [claim("a", { source: "own" })],
    })),
    expected,
    "no speaker: the source's author by the source's reliability",
  );
  assert.deepEqual(
    all((grade) => ({ claims: [claim("a", { speaker: speaker("kyiv", grade) })] })),
    expected,
    "no source between",
  );
  assert.equal(after(0.5, { claims: [claim("a", { speaker: speaker("kyiv") })] }), "0.6000", "no grade: F");
});

test("T2, T3: one speaker in sources by others", () => {
  for (const [count, expected] of [
    [1, "0.8132"],
    [2, "0.8478"],
    [3, "0.8499"],
    [10, "0.8500"],
    [100, "0.8500"],
  ] as const) {
    const sources = outlets(count, "B");
    assert.equal(after(0.5, { sources, claims: quoting(sources, speaker("kyiv", "B")) }), expected);
  }
});

test("T4, T6, T8, T9: several speakers, a denial, an interest", () => {
  const say = (name: string, grade: "A" | "B" | "C", more: Partial<Claim> = {}) =>
    claim(name, { speaker: speaker(`${name}_ministry`, grade), ...more });
  assert.equal(after(0.5, { claims: [say("a", "B"), say("b", "B")] }), "0.9698");
  assert.equal(after(0.5, { claims: [say("a", "C"), say("b", "C"), say("c", "C")] }), "0.9270");
  const denial = say("b", "B", { proposition: asserts("deployed", 1, true) });
  assert.equal(after(0.5, { claims: [say("a", "B"), denial] }), "0.5000");
  assert.equal(after(0.05, { claims: [say("a", "B"), say("b", "B")] }), "0.6283");
  assert.equal(after(0.05, { claims: [say("a", "A")] }), "0.5000");
  assert.equal(after(0.5, { claims: [claim("a", { speaker: speaker("kyiv", "B", true) })] }), "0.7042");
});

test("T5: a claim held and a second that shares with it", () => {
  const first = claim("a", { speaker: speaker("kyiv", "B") });
  for (const [sharing, expected] of [
    [0, "0.9698"],
    [0.25, "0.9354"],
    [0.5, "0.9043"],
    [0.8, "0.8705"],
    [1, "0.8500"],
    [null, "0.8500"],
  ] as const) {
    const origin = { claim: "a", sharing };
    const own = claim("b", { speaker: speaker("seoul", "B"), origin });
    assert.equal(after(0.5, { claims: [own, first] }), expected);
    const relayed = { sources: outlets(1, "D"), claims: [{ ...own, source: "outlet1" }, first] };
    assert.equal(after(0.5, relayed), expected, "what a third party's source adds to held words is nothing");
  }
});

test("T10 to T13: an interested speaker and partners who corroborate", () => {
  const interested = claim("training", { speaker: speaker("kyiv", "C", true) });
  const corroboration = [corroborator("seoul", "B"), corroborator("washington", "B", 0.5)];
  assert.equal(after(0.2, { claims: [interested] }), "0.2763");
  assert.equal(after(0.2, { claims: [{ ...interested, corroboration }] }), "0.7829");
  const independent = [corroborator("seoul", "B"), corroborator("washington", "B")];
  assert.equal(after(0.2, { claims: [{ ...interested, corroboration: independent }] }), "0.9246");
  const press = outlets(20, "C");
  const claims = [...quoting(press, speaker("kyiv", "C")), { ...interested, date: 0, corroboration }];
  assert.equal(after(0.2, { sources: press, claims }), "0.7829");
  const notes = { ...interested, source: "outlet1" };
  assert.equal(after(0.2, { sources: outlets(1, "B"), claims: [notes] }), "0.2666");
  assert.equal(after(0.2, { sources: outlets(1, "B"), claims: [{ ...notes, corroboration }] }), "0.7650");
});

test("T14: five outlets, each quoting one speaker, without `origin`", () => {
  const sources = outlets(5, "B");
  const quotes = quoting(sources, speaker("kyiv", "C"));
  assert.equal(after(0.2, { sources, claims: quotes }), "0.3684");
  assert.equal(after(0.2, { sources, claims: [...quotes].reverse() }), "0.3684", "in any order");
  const undated = quotes.map((one) => ({ ...one, date: null }));
  assert.equal(after(0.2, { sources, claims: undated }), "0.3684");
  const offices = quotes.map((one, i) => ({
    ...one,
    speaker: { actor: "kyiv", text: `office ${i}`, grade: "C" as const, interested: false },
  }));
  assert.equal(after(0.2, { sources, claims: offices }), "0.3684", "offices of one actor are one speaker");
});

test("five outlets that all write of the same corroboration are not five corroborators", () => {
  const sources = outlets(5, "A");
  const corroboration = [corroborator("seoul", "B")];
  const { groups } = evidenceGroups(
    modelOf({ sources, claims: quoting(sources, speaker("kyiv", "C"), { corroboration }) }),
    always,
  );
  assert.deepEqual(
    groups.map(({ name, reports }) => [name, reports.length]),
    [
      ["quote1", 5],
      ["quote1.corroborated", 5],
    ],
  );
  assert.equal(decibans(groups[1] ?? assert.fail()).toFixed(1), "7.5");
});

test("retracting held words leaves its relays", () => {
  const sources = [...outlets(2, "B"), source("own", { author: by("kyiv") })];
  const spoken = claim("spoken", { source: "own", speaker: speaker("kyiv", "B", true), date: 0 });
  const relays = quoting(outlets(2, "B"), speaker("kyiv", "B"));
  const model = { sources, actors: [actor("kyiv")], claims: [spoken, ...relays] };
  assert.equal(after(0.5, model), "0.7042");
  const left = evidenceGroups(modelOf(model), without("spoken")).groups[0] ?? assert.fail();
  assert.deepEqual(
    [left.name, left.held, left.lambda, left.claims],
    ["spoken", false, 0.5, ["quote1", "quote2"]],
  );
  assert.equal(posterior(0.5, [{ ...left, lambda: 1 }]).toFixed(4), "0.8478");
  assert.equal(after(0.5, model, without("spoken", "outlet1", "quote2")), "0.5000");
  assert.equal(after(0.5, model, without("own")), after(0.5, model, without("spoken")));
});
