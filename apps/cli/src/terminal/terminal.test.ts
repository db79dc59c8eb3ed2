import assert from "node:assert/strict";
import test from "node:test";
import { lookOf } from "./capabilities.js";
import { faultLines } from "./fault.js";
import { writeJson } from "./io.js";
import { progressLine, progressOn } from "./progress.js";

const utf8 = { LANG: "en_GB.UTF-8", TERM: "xterm-256color" };

test("colour only on a terminal that wants it", () => {
  assert.equal(lookOf({ isTTY: true }, utf8, "linux").colour, true);
  assert.equal(lookOf({}, utf8, "linux").colour, false);
  assert.equal(lookOf({ isTTY: true }, { ...utf8, NO_COLOR: "1" }, "linux").colour, false);
  assert.equal(lookOf({ isTTY: true }, { ...utf8, NO_COLOR: "" }, "linux").colour, true);
  assert.equal(lookOf({ isTTY: true }, { ...utf8, TERM: "dumb" }, "linux").colour, false);
  assert.equal(lookOf({}, { ...utf8, FORCE_COLOR: "1" }, "linux").colour, true);
  assert.equal(lookOf({ isTTY: true }, { ...utf8, FORCE_COLOR: "0" }, "linux").colour, false);
});

test("signs outside ASCII only where the locale shows them", () => {
  assert.equal(lookOf({}, utf8, "linux").unicode, true);
  assert.equal(lookOf({}, { LANG: "C" }, "linux").unicode, false);
  assert.equal(lookOf({}, {}, "linux").unicode, false);
  assert.equal(lookOf({ isTTY: true }, { TERM: "xterm" }, "linux").unicode, true);
  assert.equal(lookOf({ isTTY: true }, { ...utf8, TERM: "dumb" }, "linux").unicode, false);
  assert.equal(lookOf({}, { LANG: "en_GB.UTF-8", LC_ALL: "C" }, "linux").unicode, false);
});

test("the width keeps between 60 and 120", () => {
  assert.equal(lookOf({ isTTY: true, columns: 40 }, utf8, "linux").width, 60);
  assert.equal(lookOf({ isTTY: true, columns: 100 }, utf8, "linux").width, 100);
  assert.equal(lookOf({ isTTY: true, columns: 300 }, utf8, "linux").width, 120);
  assert.equal(lookOf({ columns: 100 }, utf8, "linux").width, 80);
});

test("progress is drawn on a terminal, at most ten times a second, and taken away", () => {
  let time = 0;
  const written: string[] = [];
  const stream = { isTTY: true, write: (text: string) => written.push(text) };
  const progress = progressOn(stream, () => time, false);
  for (time = 0; time <= 1000; time += 10) progress.update(time, 2000);
  assert.ok(written.length >= 5 && written.length <= 10, String(written.length));
  assert.equal(written[0], `\r\u001b[2K${"#".repeat(3)}${".".repeat(17)} 250 of 2,000 runs, about 2 s left`);
  progress.end();
  assert.equal(written.at(-1), "\r\u001b[2K");
  const silent: string[] = [];
  const piped = progressOn({ write: (text: string) => silent.push(text) }, () => (time += 1000), false);
  piped.update(1, 2);
  piped.end();
  assert.deepEqual(silent, []);
  assert.equal(progressLine(2000, 2000, 4000, false), `${"#".repeat(20)} 2,000 of 2,000 runs`);
});

test("JSON writes what acts on a terminal as escapes, and reads back as it was", () => {
  let text = "";
  const value = { quote: "a\u001b[31m\u202e\u2028\u009b" };
  writeJson({ write: (chunk) => (text += chunk) }, value);
  assert.match(text, /^[\u0020-\u007e\n]*$/);
  assert.deepEqual(JSON.parse(text), value);
});

test("a fault of ours is said as such, without a stack unless it is asked for", () => {
  const error = new TypeError("cannot read \u001b[31m");
  const quiet = faultLines(error, ["run", "m.casus"], false).join("\n");
  assert.match(quiet, /^This is a fault in Casus, not in your model\./);
  assert.match(quiet, /TypeError: cannot read ⟨U\+001B⟩/);
  assert.doesNotMatch(quiet, /\n\s+at /);
  assert.match(faultLines(error, [], true).join("\n"), /\n +at /);
});
