import assert from "node:assert/strict";
import { test } from "node:test";
import { checkModel } from "../check/model.js";
import { memoryWorld } from "../world.js";
import { type Coverage, coverageOf } from "./coverage.js";

const notes = `# A note

By Jane Roe
18 November 2024

The marshal said that war had come. The town is quiet.
Nobody knows how many fell. It rained. Losses run at a thousand a day.
`;

const model = `situation "Coverage"
source notes "Notes" file "notes.md"
source rumour "A rumour"
fact war chance 50%
claim came quote "war had come" in notes asserts war
claim losses quote "Losses run at a thousand a day" in notes
`;

function coverage(more = "", text = notes): Coverage {
  const checked = checkModel(memoryWorld({ "m.casus": model + more, "notes.md": text }), "m.casus");
  assert.ok(checked.model);
  return coverageOf(checked.model, checked.trees, checked.sources);
}

const table = (found: Coverage): string[] =>
  (found.sources[0]?.sentences ?? []).map(
    ({ text, status, claims, why }) =>
      `${status}: ${text}${claims.map((name) => ` <${name}>`).join("")}${why === null ? "" : ` (${why})`}`,
  );

test("claimed, cited, set aside and unread", () => {
  const found = coverage('// set aside: "It rained" in notes: weather\n');
  assert.deepEqual(table(found), [
    "set aside: A note (a heading)",
    "set aside: By Jane Roe (who wrote it)",
    "set aside: 18 November 2024 (a date)",
    "claimed: The marshal said that war had come. <came>",
    "unread: The town is quiet.",
    "unread: Nobody knows how many fell.",
    "set aside: It rained. (weather)",
    "cited: Losses run at a thousand a day. <losses>",
  ]);
  assert.deepEqual(found.counts, { claimed: 1, cited: 1, "set aside": 4, unread: 2 });
  assert.deepEqual(found.problems, []);
  const claimed = found.sources[0]?.sentences[3];
  assert.deepEqual(
    claimed?.quoted.map(({ start, end }) => notes.slice(start, end)),
    ["war had come"],
  );
  assert.deepEqual(found.sources[1], {
    source: "rumour",
    title: "A rumour",
    file: null,
    read: false,
    sentences: [],
    counts: { claimed: 0, cited: 0, "set aside": 0, unread: 0 },
  });
});

test("lines that say nothing are set aside with the reason", () => {
  const found = coverage(
    "",
    `By Jane Roe and Ann Poe\n\nUpdated 18 November 2024, 10:15 GMT\n\nhttps://example.org/a.html\n\n2024-11-18\n\n${notes}`,
  );
  assert.deepEqual(table(found).slice(0, 4), [
    "set aside: By Jane Roe and Ann Poe (who wrote it)",
    "set aside: Updated 18 November 2024, 10:15 GMT (a date)",
    "set aside: https://example.org/a.html (a link)",
    "set aside: 2024-11-18 (a date)",
  ]);
});

test("several sentences at once, a reason that goes on, and a place among two", () => {
  const found = coverage(
    `// set aside: "The town is quiet. Nobody knows how many fell." in notes:
//   not about the war, and nothing in the model
//   reads it
`,
    `${notes}\nIt rained.`,
  );
  assert.equal(
    table(found)[4],
    "set aside: The town is quiet. (not about the war, and nothing in the model reads it)",
  );
  assert.equal(table(found)[5]?.startsWith("set aside: Nobody knows"), true);
  const second = coverage(
    '// set aside: "It rained" after "thousand a day" in notes: weather\n',
    `${notes}\nIt rained.`,
  );
  assert.equal(second.counts["set aside"], 4);
  assert.deepEqual(second.problems, []);
});

test("comments that set nothing aside are pointed out", () => {
  const found = coverage(
    `// set aside: "It snowed" in notes: weather
// set aside: "It rained" in memo: weather
// set aside: "It rained" in notes
// set aside: "thousand" in notes: what a claim quotes stays quoted
// set aside: "that" in notes: too short
`,
    `${notes}\nSo that is that`,
  );
  assert.deepEqual(
    found.problems.map(({ message }) => message),
    [
      "These words do not stand in notes, so that nothing is set aside.",
      "There is no source `memo`, of which words could be set aside.",
      'This comment is not of the form `// set aside: "words" in SOURCE: why`, and sets nothing aside.',
      'These words stand 3 times in notes; `after "…"` or `before "…"` says which place is meant.',
    ],
  );
  assert.equal(table(found).at(-2), "cited: Losses run at a thousand a day. <losses>");
});
