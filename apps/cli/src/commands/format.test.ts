import assert from "node:assert/strict";
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Workplace, workplace } from "./command.fixture.test.js";

const untidy = "event   e\n     repeats  // twice\nlet a=1";
const tidy = "event e\n  repeats  // twice\nlet a = 1\n";
let place: Workplace;

before(() => {
  place = workplace();
});
after(() => place.remove());

const put = (name: string, text: string | Buffer): string => {
  writeFileSync(join(place.folder, name), text);
  return join(place.folder, name);
};
const textOf = (path: string): string => readFileSync(path, "utf8");

test("format: writes in place, keeps the mode, and says what it did", () => {
  const path = put("a.casus", untidy);
  const other = put("b.casus", tidy);
  chmodSync(path, 0o640);
  const then = statSync(other).mtimeMs;
  const { status, stdout, stderr } = place.casus(["format", "a.casus", "b.casus", "a.casus"]);
  assert.deepEqual([status, stdout, stderr], [0, "a.casus: formatted\n", ""]);
  assert.equal(textOf(path), tidy);
  if (process.platform !== "win32") assert.equal(statSync(path).mode & 0o777, 0o640);
  assert.equal(statSync(other).mtimeMs, then, "what is in order is not written");
  assert.deepEqual(readdirSync(place.folder).sort(), ["a.casus", "b.casus"]);
});

test("format --check: lists what would change and writes nothing", () => {
  const path = put("a.casus", untidy);
  const { status, stdout, stderr } = place.casus(["format", "--check", "a.casus", "b.casus"]);
  assert.deepEqual([status, stdout, stderr], [1, "a.casus\n", ""]);
  assert.equal(textOf(path), untidy);
  assert.deepEqual(place.casus(["format", "--check", "b.casus"]).status, 0);
  assert.equal(place.casus(["format", "--check", "-"], untidy).status, 1);
  assert.equal(place.casus(["format", "--check", "-"], tidy).status, 0);
});

test("format -: from standard input to standard output", () => {
  const { status, stdout, stderr } = place.casus(["format", "-"], untidy);
  assert.deepEqual([status, stdout, stderr], [0, tidy, ""]);
  assert.equal(place.casus(["format", "-", "a.casus"], untidy).status, 2);
});

test("format: a file with syntax errors is formatted as far as it is understood", () => {
  const path = put("broken.casus", "let   a=(\nlet   b=1\n");
  const { status, stdout, stderr } = place.casus(["format", "broken.casus"]);
  assert.deepEqual([status, stdout], [0, "broken.casus: formatted\n"]);
  assert.match(stderr, /broken[.]casus: a syntax error; .* keeps its layout/);
  assert.equal(textOf(path), "let   a=(\nlet b = 1\n");
  assert.match(place.casus(["format", "-"], "let  a=(\nevent )").stderr, /standard input: 2 syntax errors/);
});

test("format: what cannot be read is reported, and the others are done", () => {
  const path = put("a.casus", untidy);
  const latin = put("latin.casus", Buffer.from([0x6c, 0xe9, 0x0a]));
  const { status, stderr } = place.casus(["format", "nowhere.casus", "latin.casus", ".", "a.casus"]);
  assert.equal(status, 1);
  assert.match(stderr, /nowhere[.]casus: there is no such file/);
  assert.match(stderr, /latin[.]casus: it cannot be read: it is not UTF-8 text/);
  assert.match(stderr, /[.]: it cannot be read: it is a folder/);
  assert.equal(textOf(path), tidy);
  assert.equal(readFileSync(latin).length, 3);
});

test("format: links, locked files and byte order marks stay what they are", {
  skip: process.platform === "win32",
}, () => {
  const path = put("target.casus", `\ufeff${untidy}`);
  symlinkSync("target.casus", join(place.folder, "link.casus"));
  assert.equal(place.casus(["format", "link.casus"]).status, 0);
  assert.ok(lstatSync(join(place.folder, "link.casus")).isSymbolicLink());
  assert.equal(textOf(path), `\ufeff${tidy}`);
  assert.equal(place.casus(["format", "--check", "target.casus"]).status, 0);
  const locked = put("locked.casus", untidy);
  chmodSync(locked, 0o444);
  // Nothing is locked for the superuser.
  if (process.getuid?.() === 0) return;
  const { status, stderr } = place.casus(["format", "locked.casus"]);
  assert.equal(status, 1);
  assert.match(stderr, /locked[.]casus: it cannot be written \(EACCES\), and stands as it was/);
  assert.equal(textOf(locked), untidy);
});

test("format: the help has examples, and the command is known", () => {
  const { status, stdout } = place.casus(["format", "--help"]);
  assert.equal(status, 0);
  assert.match(stdout, /--check/);
  assert.match(stdout, /casus format -/);
});
