import assert from "node:assert/strict";
import { test } from "node:test";
import { type Scale, scales } from "@casus/language";
import { wordFor } from "./words.js";

const below = (p: number): number => p - 1e-9;

test("ICD 203 has no word below 1 % and from 99 % on, and changes word at each edge", () => {
  const edges = [0.01, 0.05, 0.2, 0.45, 0.55, 0.8, 0.95, 0.99];
  const words = [
    null,
    "almost no chance",
    "very unlikely",
    "unlikely",
    "roughly even chance",
    "likely",
    "very likely",
    "almost certain",
    null,
  ];
  edges.forEach((edge, i) => {
    assert.equal(wordFor("icd203", below(edge)), words[i]);
    assert.equal(wordFor("icd203", edge), words[i + 1]);
  });
  assert.equal(wordFor("icd203", 0), null);
  assert.equal(wordFor("icd203", 1), null);
});

test("PHIA leaves its gaps without a word", () => {
  const expected: [number, number, string][] = [
    [0, 0.05, "remote chance"],
    [0.1, 0.2, "highly unlikely"],
    [0.25, 0.35, "unlikely"],
    [0.4, 0.5, "realistic possibility"],
    [0.55, 0.75, "likely"],
    [0.8, 0.9, "highly likely"],
    [0.95, 1, "almost certain"],
  ];
  for (const [low, high, word] of expected) {
    assert.equal(wordFor("phia", low), word);
    assert.equal(wordFor("phia", below(high)), word);
    if (low > 0) assert.equal(wordFor("phia", below(low)), null);
    if (high < 1) assert.equal(wordFor("phia", high), null);
  }
  assert.equal(wordFor("phia", 1), "almost certain");
});

test("Kent's ranges", () => {
  const edges: [number, string | null, string | null][] = [
    [0.02, null, "almost certainly not"],
    [0.12, "almost certainly not", null],
    [0.2, null, "probably not"],
    [0.4, "probably not", "chances about even"],
    [0.6, "chances about even", null],
    [0.63, null, "probable"],
    [0.87, "probable", "almost certain"],
    [0.99, "almost certain", null],
  ];
  for (const [edge, before, from] of edges) {
    assert.equal(wordFor("kent", below(edge)), before);
    assert.equal(wordFor("kent", edge), from);
  }
});

test("bands stand in order and do not overlap; what is no probability has no word", () => {
  for (const scale of Object.keys(scales) as Scale[]) {
    let last = 0;
    for (const { low, high } of scales[scale]) {
      assert.ok(low >= last && high > low);
      last = high;
    }
    for (const p of [Number.NaN, -0.1, 1.1]) assert.equal(wordFor(scale, p), null);
  }
});
