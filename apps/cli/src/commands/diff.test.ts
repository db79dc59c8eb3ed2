import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { type Workplace, workplace } from "./command.fixture.test.js";

let place: Workplace;
let hasGit = true;
const old = `casus 1
situation "Storms"
  period 2024-01 to 2024-06 by month
event storm "A storm"
  chance 10% per month
  assumed "as ever"
fact dry chance 30%
  assumed "as ever"
question q "A storm?"
  ask probability storm by 2024-06
question r "Dry?"
  ask probability dry
`;

before(() => {
  place = workplace();
  writeFileSync(join(place.folder, "old.casus"), old);
  writeFileSync(join(place.folder, "m.casus"), old);
  const git = (...words: string[]): void => {
    execFileSync(
      "git",
      ["-C", place.folder, "-c", "user.name=a", "-c", "user.email=a@example.org", ...words],
      {
        stdio: "ignore",
      },
    );
  };
  try {
    git("init", "-q");
    git("add", ".");
    git("-c", "commit.gpgsign=false", "commit", "-qm", "one");
  } catch {
    hasGit = false;
  }
  writeFileSync(join(place.folder, "m.casus"), old.replace("10% per month", "20% per month"));
});
after(() => place.remove());

test("two files at width 80: what was changed, what it did, and what it did not", () => {
  const { status, stdout, stderr } = place.casus(["diff", "old.casus", "m.casus", "--runs", "20k"]);
  assert.equal(stderr, "");
  assert.equal(status, 0);
  assert.equal(
    stdout,
    `old.casus → m.casus
20,000 runs each, seed 1
────────────────────────────────────────────────────────────────────────────────

In the text
  ~ changed event storm
      − chance 10% per month
      + chance 20% per month

In the answers
  q  probability storm by 2024-06
    46.9% → 73.8%  +27 points  roughly even chance → likely
  1 answer unchanged

± is the simulation's error of the difference (95%): both versions share their
draws. "by" is what each change does when it is the only one.
`,
  );
});

test("git revisions: of a file, with a path, and both", (t) => {
  if (!hasGit) return t.skip("there is no git");
  for (const words of [
    ["HEAD", "m.casus"],
    ["HEAD:m.casus", "m.casus"],
    ["HEAD:./m.casus", "m.casus"],
  ]) {
    const { status, stdout } = place.casus(["diff", ...words, "--runs", "500", "--json"]);
    assert.equal(status, 0, words.join(" "));
    const { declarations, answers, before: first, after: second } = JSON.parse(stdout);
    assert.deepEqual(
      declarations.map(({ change, name }: { change: string; name: string }) => [change, name]),
      [["changed", "storm"]],
    );
    assert.equal(answers[0].question, "q");
    assert.ok(answers[0].beyondNoise && answers[0].difference > 0.1);
    assert.notEqual(first.sha256, second.sha256);
  }
  const same = place.casus(["diff", "HEAD:m.casus", "HEAD", "--runs", "500"]);
  assert.match(
    same.stdout,
    /In the text\n {2}nothing that means anything\n\nIn the answers\n {2}2 answers unchanged/,
  );
});

test("2 and 1: no such file or revision, no such question, a model that is none", (t) => {
  if (!hasGit) return t.skip("there is no git");
  for (const [words, message] of [
    [["nope", "m.casus"], /"nope" is no file, and git knows no revision "nope"/],
    [["HEAD:n.casus", "m.casus"], /revision HEAD has no file n\.casus/],
    [["HEAD", "HEAD~1"], /needs a path/],
    [["--output=x", "m.casus"], /has no option --output/],
    [["old.casus", "m.casus", "--question", "z"], /neither version has a question "z"/],
  ] as const) {
    const { status, stderr } = place.casus(["diff", ...words]);
    assert.equal(status, 2, words.join(" "));
    assert.match(stderr, message);
  }
  assert.equal(place.casus(["diff", "absent.casus", "m.casus"]).status, 1);
  assert.equal(readFileSync(join(place.folder, "old.casus"), "utf8"), old);
});
