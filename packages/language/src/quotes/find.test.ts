import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { distinguish } from "./distinguish.js";
import { findQuote } from "./find.js";
import { indexText } from "./text-index.js";

const found = (start: number, end: number) => ({ kind: "found", start, end });

test("a quote is found where it stands, in UTF-16 units of the original", () => {
  const text = "😀  One\r\n\ttwo\u00a0three — “four’s”.";
  const start = text.indexOf("One");
  assert.deepEqual(findQuote(text, { exact: 'One two three - "four\'s".' }), found(start, text.length));
  assert.deepEqual(findQuote(text, { exact: " One\ntwo " }), found(start, text.indexOf("two") + 3));
});

test("variants of quotation marks and dashes match their own kind only", () => {
  const text = "He said «go» – now. She said ‹stay› ‒ later; it isn’t so";
  assert.equal(findQuote(text, { exact: 'said "go" \u2212 now' }).kind, "found");
  assert.equal(findQuote(text, { exact: "said 'stay' \u2011 later" }).kind, "found");
  assert.equal(findQuote(text, { exact: "isn't" }).kind, "found");
  assert.equal(findQuote(text, { exact: "said 'go' - now" }).kind, "missing");
  assert.equal(findQuote(text, { exact: 'said "stay" - later' }).kind, "missing");
});

test("case, accents, ligatures and soft hyphens are not folded", () => {
  for (const [text, exact] of [
    ["Moscow said so", "moscow said so"],
    ["the café is shut", "the cafe is shut"],
    ["the cafe\u0301 is shut", "the cafe"],
    ["an of\ufb01ce", "an office"],
    ["the con\u00adtingent", "the contingent"],
    ["counter-\noffensive", "counter-offensive"],
    ["a b", "ab"],
  ] as const) {
    assert.equal(findQuote(text, { exact }).kind, "missing", `${exact} in ${text}`);
  }
});

test("nothing is found of an empty quote or in an empty text", () => {
  assert.equal(findQuote("some text", { exact: " \n " }).kind, "missing");
  assert.equal(findQuote("", { exact: "words" }).kind, "missing");
});

const repeated = "Kyiv says the troops fought. Seoul says the troops fought. Tokyo is silent.";

test("a quote that stands twice is ambiguous, and after or before chooses", () => {
  const exact = "says the troops fought";
  const first = repeated.indexOf(exact);
  const second = repeated.lastIndexOf(exact);
  const result = findQuote(repeated, { exact });
  assert.ok(result.kind === "ambiguous");
  assert.deepEqual(
    result.places.map((place) => place.start),
    [first, second],
  );
  assert.match(result.places[1]?.context ?? "", /Seoul says the troops fought\. Tokyo/);
  assert.deepEqual(findQuote(repeated, { exact, after: "Seoul" }), found(second, second + exact.length));
  assert.deepEqual(findQuote(repeated, { exact, after: "Kyiv" }), found(first, first + exact.length));
  assert.deepEqual(findQuote(repeated, { exact, before: "Tokyo" }), found(second, second + exact.length));
  assert.deepEqual(findQuote(repeated, { exact, before: ". Seoul" }), found(first, first + exact.length));
});

test("words of after that occur often are fine where they choose one place", () => {
  const text = "b b quote b. c quote";
  assert.equal(findQuote(text, { exact: "quote", after: "c" }).kind, "found");
  assert.equal(findQuote(text, { exact: "quote", after: "b" }).kind, "ambiguous");
  assert.deepEqual(findQuote("b b quote. c quote", { exact: "quote", after: "b" }), found(4, 9));
});

test("missing words of after and before are said to be missing, and a wrong order too", () => {
  assert.deepEqual(findQuote(repeated, { exact: "Tokyo is silent", after: "Beijing" }), {
    kind: "missing",
    part: "after",
    near: null,
  });
  const order = findQuote(repeated, { exact: "Kyiv says", after: "Tokyo" });
  assert.ok(order.kind === "missing" && order.part === "order" && order.near?.start === 0);
});

test("a near match is suggested, with the text's own words", () => {
  const text =
    "In October the service reported that several thousand soldiers were training at bases in the Far East. Others deny it.";
  const result = findQuote(text, {
    exact: "several hundred soldiers were training at bases in the Far East.",
  });
  assert.ok(result.kind === "missing" && result.near !== null);
  assert.equal(result.near.text, "several thousand soldiers were training at bases in the Far East.");
  assert.equal(text.slice(result.near.start, result.near.end), result.near.text);
  assert.ok(result.near.score > 0.85 && result.near.score < 1);
  const dropped = findQuote(text, { exact: "thousand soldiers training at bases" });
  assert.ok(dropped.kind === "missing" && dropped.near?.text === "thousand soldiers were training at bases");
  const unlike = findQuote(text, { exact: "the price of wheat fell in every market" });
  assert.ok(unlike.kind === "missing" && unlike.near === null);
});

test("what distinguishes a place finds it", () => {
  const index = indexText(repeated);
  const exact = "says the troops fought";
  const result = findQuote(index, { exact });
  assert.ok(result.kind === "ambiguous");
  assert.deepEqual(
    result.places.map((place) => distinguish(index, exact, place)),
    [
      { how: "after", words: "Kyiv" },
      { how: "after", words: "Seoul" },
    ],
  );
  const start = indexText("same words, same words");
  assert.deepEqual(distinguish(start, "same words", { start: 0, end: 10 }), {
    how: "before",
    words: ", same",
  });
});

// A vocabulary in which every word differs from every other, so that each passage of three words is unlikely to repeat.
const word = fc.stringMatching(/^[a-z]{2,7}$|^[1-9][0-9]{1,3}$|^[A-Z][a-zé]{2,6}$/);
const gap = fc.constantFrom(
  " ",
  " ",
  " ",
  "  ",
  "\n",
  "\r\n",
  "\u00a0",
  " – ",
  " “",
  "” ",
  "’s ",
  ", ",
  ". ",
);
const textOfWords = fc
  .array(fc.tuple(word, gap), { minLength: 12, maxLength: 60 })
  .map((parts) => parts.map(([w, g]) => ({ w, g })));
const slices = fc
  .tuple(textOfWords, fc.nat(), fc.integer({ min: 3, max: 9 }))
  .map(([parts, seed, length]) => {
    const from = seed % (parts.length - length);
    const join = (items: typeof parts) => items.map(({ w, g }) => w + g).join("");
    const start = join(parts.slice(0, from)).length;
    const quoted = parts.slice(from, from + length);
    const exact = join(quoted.slice(0, -1)) + (quoted[quoted.length - 1]?.w ?? "");
    return { text: join(parts), start, exact, quoted };
  });

test("property: an unchanged slice is found, or it stands in several places", () => {
  fc.assert(
    fc.property(slices, ({ text, start, exact }) => {
      const result = findQuote(text, { exact });
      if (result.kind === "found") assert.deepEqual(result, found(start, start + exact.length));
      else assert.ok(result.kind === "ambiguous" && result.places.some((place) => place.start === start));
    }),
    { numRuns: 200 },
  );
});

const plain = (s: string) =>
  s.replace(/\s+/g, " ").replace(/[“”]/g, '"').replace(/’/g, "'").replace(/–/g, "-");

test("property: a changed word, digit or dropped word is found only where the text has just that", () => {
  fc.assert(
    fc.property(
      slices,
      fc.nat(),
      fc.constantFrom("drop", "change", "digit", "case"),
      ({ text, quoted }, which, how) => {
        const n = which % quoted.length;
        const changed = quoted.map(({ w, g }, i) => {
          if (i !== n) return { w, g };
          if (how === "drop") return { w: "", g: "" };
          if (how === "digit") return { w: `${w}7`, g };
          if (how === "case") return { w: w === w.toUpperCase() ? w.toLowerCase() : w.toUpperCase(), g };
          return { w: `x${w}q`, g };
        });
        const exact = changed.map(({ w, g }, i) => w + (i < changed.length - 1 ? g : "")).join("");
        const wanted = plain(exact).trim();
        const result = findQuote(text, { exact });
        if (result.kind === "found") assert.equal(plain(text.slice(result.start, result.end)), wanted);
        if (result.kind === "missing") assert.ok(wanted === "" || !plain(text).includes(wanted));
      },
    ),
    { numRuns: 300 },
  );
});

test("property: harmless changes are found at the same place", () => {
  const swaps: readonly (readonly [RegExp, string])[] = [
    [/\s+/g, " \n\t"],
    [/\s+/g, " "],
    [/[“”]/g, '"'],
    [/[“”]/g, "«"],
    [/’/g, "'"],
    [/–/g, "\u2014"],
    [/–/g, "-"],
  ];
  fc.assert(
    fc.property(slices, fc.subarray([...swaps]), ({ text, exact }, chosen) => {
      const changed = chosen.reduce((s, [from, to]) => s.replace(from, to), exact);
      assert.deepEqual(findQuote(text, { exact: changed }), findQuote(text, { exact }));
    }),
    { numRuns: 200 },
  );
});

test("a long text gives the same answers as a short one", () => {
  const sentences: string[] = [];
  for (let i = 0; i < 4000; i++)
    sentences.push(`On day ${i} the ${i * 7919} men of unit ${i % 13} held the line.`);
  const text = sentences.join("\n");
  const index = indexText(text);
  for (const i of [0, 1, 1999, 3999]) {
    const exact = `day ${i} the ${i * 7919} men of unit ${i % 13} held`;
    const start = text.indexOf(exact.slice(0, 12 + String(i).length));
    assert.deepEqual(findQuote(index, { exact }), found(start, start + exact.length));
  }
  const wrong = findQuote(index, { exact: "On day 1999 the 1234 men of unit 10 held the line." });
  assert.ok(wrong.kind === "missing" && wrong.near?.text === sentences[1999]);
  const often = findQuote(index, { exact: "men of unit 5 held the line" });
  assert.ok(
    often.kind === "ambiguous" && often.count === sentences.filter((s) => s.includes("unit 5 ")).length,
  );
});

test("texts that repeat themselves cost no more than reading them", () => {
  const text = `${"ab ".repeat(200_000)}ac`;
  const index = indexText(text);
  const started = performance.now();
  assert.equal(findQuote(index, { exact: `${"ab ".repeat(5000)}ad` }).kind, "missing");
  assert.equal(findQuote(index, { exact: `${"ab ".repeat(5000)}ac` }).kind, "found");
  assert.ok(performance.now() - started < 5000);
});
