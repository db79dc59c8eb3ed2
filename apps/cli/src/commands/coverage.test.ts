import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { type Workplace, workplace } from "./command.fixture.test.js";

const notes = `# What is known

10 May 2024

The marshal said that war had come. The U.S. Senate was told of it on 9 May. It rained.
Losses run at 2.5 per cent a day.
`;
const model = `situation "S"
source notes "Notes" file "notes.md"
fact war chance 50%
claim came quote "war had come" in notes asserts war
claim losses quote "Losses run at 2.5 per cent a day" in notes
// set aside: "It rained" in notes: the weather
question q "War?" ask war
`;

let place: Workplace;
before(() => {
  place = workplace();
  writeFileSync(join(place.folder, "notes.md"), notes);
  writeFileSync(join(place.folder, "m.casus"), model);
});
after(() => place.remove());

test("each sentence with what was made of it, at width 80", () => {
  const { status, stdout, stderr } = place.casus(["coverage", "m.casus"]);
  assert.equal(stderr, "");
  assert.equal(status, 0);
  assert.equal(
    stdout,
    `Notes                                                                      notes
  6 sentences: 1 claimed (17%), 1 cited (17%), 3 set aside (50%), 1 unread (17%)
  1  set aside  What is known  a heading
  3  set aside  10 May 2024  a date
  5  claimed    The marshal said that war had come.  came
  5  unread     The U.S. Senate was told of it on 9 May.
  5  set aside  It rained.  the weather
  6  cited      Losses run at 2.5 per cent a day.  losses
`,
  );
});

test("--json, and standard input", () => {
  const { status, stdout } = place.casus(["coverage", "-", "--json"], model);
  assert.equal(status, 0);
  const { sources, counts, problems } = JSON.parse(stdout);
  assert.deepEqual(counts, { claimed: 1, cited: 1, "set aside": 3, unread: 1 });
  assert.deepEqual(problems, []);
  const claimed = sources[0].sentences[2];
  assert.deepEqual([claimed.line, claimed.status, claimed.claims], [5, "claimed", ["came"]]);
  assert.equal(notes.slice(claimed.quoted[0].start, claimed.quoted[0].end), "war had come");
});

test("1: a comment that sets nothing aside, a text that is not there, a model that is none", () => {
  const stale = place.casus(["coverage", "-"], model.replace("It rained", "It snowed"));
  assert.equal(stale.status, 1);
  assert.match(stale.stderr, /These words do not stand in notes/);
  assert.match(stale.stdout, /unread {5}It rained\./);
  const unread = place.casus(["coverage", "-"], 'source n "N" file "n.md"\n');
  assert.equal(unread.status, 1);
  assert.match(unread.stdout, /n\.md, could not be read/);
  assert.equal(place.casus(["coverage", "absent.casus"]).status, 1);
  assert.equal(place.casus(["coverage", "-"], 'situation "S"\n').status, 0);
});
