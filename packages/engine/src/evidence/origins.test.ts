import assert from "node:assert/strict";
import { test } from "node:test";
import { claimDecibans, computedDigit } from "./digit.js";
import {
  always,
  asserts,
  by,
  claim,
  corroborator,
  modelOf,
  reports,
  source,
  speaker,
  without,
} from "./fixtures.test.js";
import { evidenceGroups } from "./groups.js";
import { countedTwice, origins } from "./origins.js";

const citation = (name: string, from: string) => claim(name, { source: from, proposition: null });
const sources = [
  source("one", { reliability: "B" }),
  source("two", { reliability: "B" }),
  source("three", { author: { actor: null, text: "Reuters" } }),
  source("four", { author: { actor: null, text: "Reuters" } }),
  source("five", { author: by("kyiv") }),
];

test("origins beside documents, of claims and of citations", () => {
  const claims = [
    claim("a", { source: "one", speaker: speaker("kyiv", "C") }),
    claim("b", { source: "two", speaker: speaker("kyiv", "C") }),
    claim("c", { source: "two", speaker: speaker("agency"), origin: { claim: "a", sharing: null } }),
    claim("d", { speaker: speaker("seoul"), origin: { claim: "a", sharing: 0.4 } }),
    claim("e", { speaker: speaker("seoul"), origin: { claim: "a", sharing: 0.5 } }),
    claim("f", {
      source: "one",
      speaker: speaker("kyiv"),
      corroboration: [
        corroborator("rome", "B"),
        corroborator("oslo", "B", 0.5),
        corroborator("bern", "B", 0.4),
      ],
    }),
    claim("g", { source: "one", speaker: speaker("kyiv"), origin: null }),
    claim("draft", { source: "one", speaker: speaker("paris"), unreviewed: true }),
    citation("h", "one"),
    citation("i", "three"),
    citation("j", "four"),
    citation("k", "five"),
  ];
  const model = modelOf({ sources, claims });
  const count = (...names: string[]) => {
    const { origins: sayers, documents } = origins(model, names);
    return [sayers, documents];
  };
  assert.deepEqual(count(), [0, 0]);
  assert.deepEqual(count("a", "b", "c"), [1, 2]);
  assert.deepEqual(count("a", "d"), [2, 1]);
  assert.deepEqual(count("a", "e"), [1, 1]);
  assert.deepEqual(count("f"), [3, 1]);
  assert.deepEqual(count("a", "g"), [2, 1]);
  assert.deepEqual(count("draft", "unknown"), [0, 0]);
  assert.deepEqual(count("h"), [1, 1]);
  assert.deepEqual(count("i", "j"), [1, 2]);
  assert.deepEqual(count("k", "a"), [1, 2]);
  assert.deepEqual(origins(model, ["a", "i"], without("one")), { origins: 1, documents: 1 });
});

test("who corroborates and also speaks is counted twice, and said to be", () => {
  const claims = [
    claim("a", { speaker: speaker("kyiv", "C"), corroboration: [corroborator("seoul", "B")] }),
    claim("b", { speaker: speaker("seoul", "B") }),
    claim("c", { speaker: speaker("kyiv", "C"), origin: null }),
  ];
  const { groups } = evidenceGroups(modelOf({ claims }), always);
  assert.deepEqual(countedTwice(groups), [
    { key: "deployed", speaker: "actor seoul", groups: ["a.corroborated", "b"] },
  ]);
});

test("decibans of a claim: its groups', with λ; none for numbers and citations", () => {
  const training = claim("a", {
    speaker: speaker("kyiv", "C", true),
    corroboration: [corroborator("seoul", "B"), corroborator("washington", "B", 0.5)],
  });
  const denial = claim("b", { speaker: speaker("rome", "B"), proposition: asserts("deployed", 1, true) });
  const draft = claim("c", { speaker: speaker("oslo", "A"), unreviewed: true });
  const number = claim("d", { speaker: speaker("us", "B"), proposition: reports(1, 2) });
  const cited = citation("e", "one");
  const model = modelOf({ sources, claims: [training, denial, draft, number, cited] });
  const evidence = evidenceGroups(model, always);
  const shown = (of: typeof training) => claimDecibans(of, evidence)?.toFixed(2) ?? null;
  assert.equal(shown(training), (1.84 + 9.751).toFixed(2));
  assert.equal(shown(denial), "-7.53");
  assert.equal(shown(draft), "0.00");
  assert.equal(shown(number), null);
  assert.equal(shown(cited), null);
});

test("the computed digit", () => {
  const first = claim("a", { speaker: speaker("kyiv", "C") });
  const digits = (claims: ReturnType<typeof claim>[], probabilities: (number | null)[]) => {
    const model = modelOf({ sources, claims });
    const evidence = evidenceGroups(model, always);
    return probabilities.map((p) => computedDigit(model, claims[0] ?? assert.fail(), p, evidence)).join("");
  };
  const edges = [0.95, 0.8, 0.7999, 0.6, 0.5999, 0.4, 0.3999, 0.2, 0.1999, 0];
  assert.equal(digits([first], edges), "2222334455", "one origin: at best 2");
  const second = claim("b", { speaker: speaker("rome", "C") });
  assert.equal(digits([first, second], edges), "1122334455");
  const sharing = (c: number) =>
    claim("b", { speaker: speaker("rome", "C"), origin: { claim: "a", sharing: c } });
  assert.equal(digits([first, sharing(0.4)], [0.9]), "1");
  assert.equal(digits([first, sharing(0.5)], [0.9]), "2");
  const denial = claim("b", { speaker: speaker("rome", "C"), proposition: asserts("deployed", 1, true) });
  assert.equal(digits([first, denial], [0.9]), "2", "who denies does not confirm");
  assert.equal(digits([claim("a", { speaker: speaker("kyiv", "E") })], [0.9, 0.5]), "66");
  assert.equal(digits([first], [null, Number.NaN]), "66");
  assert.equal(digits([citation("e", "one")], [0.9]), "6");
  const range = (name: string, low: number, high: number) =>
    claim(name, { speaker: speaker(name, "B"), proposition: reports(low, high) });
  assert.equal(digits([range("a", 10, 12), range("b", 11, 14)], [0.9, 0.3]), "14");
  assert.equal(digits([range("a", 10, 12), range("b", 20, 30)], [0.9]), "2");
});
