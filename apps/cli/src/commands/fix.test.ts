import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { type Workplace, workplace } from "./command.fixture.test.js";

let place: Workplace;
beforeEach(() => {
  place = workplace();
});
afterEach(() => place.remove());

const write = (name: string, text: string): void => writeFileSync(join(place.folder, name), text);
const read = (name: string): string => readFileSync(join(place.folder, name), "utf8");

test("safe fixes are applied until none is left, and what they were is said", () => {
  write("model.casus", "# a note\nfact rain\nchance .5\n\tassumed 'a guess'\nlet dry = !rain && 1 == 1\n");
  const { stdout, stderr, status } = place.casus(["check", "--fix", "model.casus"]);
  assert.equal(
    read("model.casus"),
    '// a note\nfact rain\n  chance 0.5\n  assumed "a guess"\nlet dry = not rain and 1 = 1\n',
  );
  assert.match(stdout, /^model\.casus: 8 fixes applied\n {2}model\.casus:/);
  assert.match(stdout, /E0105 Write `\/\/`/);
  assert.match(stdout, /nothing to complain of\n$/);
  assert.equal(stderr, "");
  assert.equal(status, 0);
  assert.deepEqual(readdirSync(place.folder), ["model.casus"]);
});

test("what is not safe stays, and is reported with the status of an error", () => {
  const text = "let troops = 1\nlet more = troosp + 1\n";
  write("model.casus", text);
  const { stdout, stderr, status } = place.casus(["check", "--fix", "model.casus"]);
  assert.equal(read("model.casus"), text);
  assert.equal(stdout, "model.casus: 1 error\n");
  assert.match(stderr, /Did you mean `troops`\?/);
  assert.equal(status, 1);
});

test("used files are mended too; sources are not, nor what lies outside of the folder", () => {
  write("notes.md", "# The talks && 'failed'\n");
  write("more.casus", "# more\nsource notes 'Notes' file \"notes.md\"\n");
  write("model.casus", 'use "more.casus"\nuse "../outside.casus"\nlet a = 1 == 1\n');
  place.casus(["check", "--fix", "model.casus"]);
  assert.equal(read("more.casus"), '// more\nsource notes "Notes" file "notes.md"\n');
  assert.equal(read("model.casus"), 'use "more.casus"\nuse "../outside.casus"\nlet a = 1 = 1\n');
  assert.equal(read("notes.md"), "# The talks && 'failed'\n");
});

test("a byte order mark, line ends and the file's rights stay; a link is followed to the file that was named", {
  skip: process.platform === "win32",
}, () => {
  write("real.casus", "\ufefflet a = 1 == 1\r\nlet b = 1 <> 2\r\n");
  chmodSync(join(place.folder, "real.casus"), 0o640);
  symlinkSync("real.casus", join(place.folder, "link.casus"));
  assert.equal(place.casus(["check", "--fix", "link.casus"]).status, 0);
  assert.equal(read("real.casus"), "\ufefflet a = 1 = 1\r\nlet b = 1 != 2\r\n");
  assert.equal(statSync(join(place.folder, "real.casus")).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(place.folder).sort(), ["link.casus", "real.casus"]);
});

test("of standard input the mended text is printed, and all else goes to standard error", () => {
  const { stdout, stderr, status } = place.casus(["check", "--fix", "-"], "let a = 1 == 1\nlet b = c\n");
  assert.equal(stdout, "let a = 1 = 1\nlet b = c\n");
  assert.match(stderr, /-: 1 fix applied/);
  assert.match(stderr, /E0203/);
  assert.equal(status, 1);
  assert.equal(place.casus(["check", "--fix", "-"], "let a = 1").stdout, "let a = 1");
});

test("for a program there is one document; --watch goes with nothing", () => {
  write("model.casus", "let a = 1 == 1\n");
  const { stdout } = place.casus(["check", "--fix", "--json", "model.casus"]);
  const document = JSON.parse(stdout) as { fixes: unknown; diagnostics: unknown[] };
  assert.deepEqual(document.fixes, [
    {
      file: "model.casus",
      applied: [{ code: "E0109", title: "Write `=`", file: "model.casus", line: 1 }],
      written: ["model.casus"],
    },
  ]);
  assert.deepEqual(document.diagnostics, []);
  assert.equal(place.casus(["check", "--fix", "--watch", "model.casus"]).status, 2);
  assert.equal(place.casus(["check", "--fix", "--json", "-"]).status, 2);
});
