import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { sentencesOf } from "./sentences.js";

const cut = (text: string): string[] =>
  sentencesOf(text).map(
    ({ kind, start, end }) => `${kind === "prose" ? "" : `${kind}: `}${text.slice(start, end)}`,
  );

test("full stops that end a sentence, and those of names, numbers and abbreviations that do not", () => {
  assert.deepEqual(cut("It was sent by Kim Jong Un. Nobody in the U.S. Senate knew."), [
    "It was sent by Kim Jong Un.",
    "Nobody in the U.S. Senate knew.",
  ]);
  assert.deepEqual(cut("They left the U.S. The rest stayed."), ["They left the U.S.", "The rest stayed."]);
  assert.deepEqual(cut("Prices rose by 2.5 per cent. In May they fell."), [
    "Prices rose by 2.5 per cent.",
    "In May they fell.",
  ]);
  assert.deepEqual(cut("Mr. Lee met Gen. J. R. Park on Oct. 3 at 10 a.m. Monday. Both were late."), [
    "Mr. Lee met Gen. J. R. Park on Oct. 3 at 10 a.m. Monday.",
    "Both were late.",
  ]);
  assert.deepEqual(cut("Resolution No. 1718 stands. He said no. She said yes."), [
    "Resolution No. 1718 stands.",
    "He said no.",
    "She said yes.",
  ]);
  assert.deepEqual(cut("Acme Inc. Chairman Roe resigned. Acme Inc. The end."), [
    "Acme Inc. Chairman Roe resigned.",
    "Acme Inc.",
    "The end.",
  ]);
  assert.deepEqual(cut("It waits … and waits. Wait... Nothing came."), [
    "It waits … and waits.",
    "Wait...",
    "Nothing came.",
  ]);
  assert.deepEqual(cut("See e.g. Article 4. 12,000 men came."), ["See e.g. Article 4.", "12,000 men came."]);
});

test("quotations and brackets close before the sentence does", () => {
  assert.deepEqual(cut("“We won.” He laughed."), ["“We won.”", "He laughed."]);
  assert.deepEqual(cut("“Why now?” the minister asked. Nobody knew."), [
    "“Why now?” the minister asked.",
    "Nobody knew.",
  ]);
  assert.deepEqual(cut('"Stop!" Mr. Han said. "Go on," she replied.'), [
    '"Stop!" Mr. Han said.',
    '"Go on," she replied.',
  ]);
  assert.deepEqual(cut("They came. (Nobody saw them.) They left.[3] It rained."), [
    "They came.",
    "(Nobody saw them.)",
    "They left.[3]",
    "It rained.",
  ]);
});

test("headings, lists, quotes, tables, rules and data at the head", () => {
  const text = `---
title: Notes
---
# Troops for favours

By Jane Roe

First line goes
on here. Second.

Losses
------

- one thousand a day
- two in May. Then three.
  And four
1. numbered

> quoted words
> go on. And end.

| a | b |
|---|---|
| c | d |

***

**What next**

WHAT IS KNOWN
Nothing.
`;
  assert.deepEqual(cut(text), [
    "front matter: title: Notes",
    "heading: Troops for favours",
    "By Jane Roe",
    "First line goes\non here.",
    "Second.",
    "heading: Losses",
    "one thousand a day",
    "two in May.",
    "Then three.",
    "And four",
    "numbered",
    "quoted words\n> go on.",
    "And end.",
    "| a | b |",
    "| c | d |",
    "heading: **What next**",
    "WHAT IS KNOWN\nNothing.",
  ]);
});

test("a first line without an end is the title; a date is none", () => {
  assert.deepEqual(cut("Troops for favours\n\nThey came."), ["heading: Troops for favours", "They came."]);
  assert.deepEqual(cut("18 November 2024\n\nThey came."), ["18 November 2024", "They came."]);
});

test("line ends of every kind, wide stops, and texts without any", () => {
  assert.deepEqual(cut("One.\r\n\r\nTwo.\rThree."), ["One.", "Two.", "Three."]);
  assert.deepEqual(cut("북한이 왔다。그리고 갔다。"), ["북한이 왔다。", "그리고 갔다。"]);
  assert.deepEqual(cut(""), []);
  assert.deepEqual(cut("\n \n"), []);
});

test("sentences never overlap, and no letter is lost outside of marks", () => {
  const piece = fc.constantFrom(
    "The",
    "U.S.",
    "Un.",
    "2.5",
    "“We",
    "won.”",
    "said",
    "He",
    "(so)",
    "Mr.",
    "\n",
    "\n\n",
    "- ",
    "end!",
    "why?",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join(" ");
      const sentences = sentencesOf(text);
      let last = 0;
      for (const { start, end } of sentences) {
        assert.ok(start >= last && end > start && end <= text.length);
        assert.doesNotMatch(text.slice(last, start), /\p{L}/u);
        last = end;
      }
      assert.doesNotMatch(text.slice(last), /\p{L}/u);
    }),
    { seed: 11, numRuns: 300 },
  );
});
