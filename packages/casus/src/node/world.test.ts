import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { limits, nodePlace } from "./world.js";

let top = "";
let folder = "";

before(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), "casus-world-")));
  folder = join(top, "model");
  mkdirSync(join(folder, "sources"), { recursive: true });
  writeFileSync(join(top, "secret.md"), "secret");
  writeFileSync(join(folder, "main.casus"), 'situation "x"');
  writeFileSync(join(folder, "sources", "notes.md"), "\ufeffnotes");
  writeFileSync(join(folder, "..notes"), "dots");
});

after(() => rmSync(top, { recursive: true, force: true }));

function read(path: string, from = "main.casus") {
  return nodePlace(join(folder, "main.casus")).world.read(path, from);
}

test("reads the main file and what lies below its folder, by canonical names", () => {
  const { world, main } = nodePlace(join(folder, "main.casus"));
  assert.equal(main, "main.casus");
  assert.deepEqual(world.read(main, ""), { kind: "text", path: "main.casus", text: 'situation "x"' });
  const notes = { kind: "text", path: "sources/notes.md", text: "notes" };
  assert.deepEqual(read("sources/notes.md"), notes);
  assert.deepEqual(read("./sources/../sources//notes.md"), notes);
  assert.deepEqual(read("notes.md", "sources/other.casus"), notes);
  assert.deepEqual(read("..notes"), { kind: "text", path: "..notes", text: "dots" });
  assert.deepEqual(read("absent.md"), { kind: "missing" });
  assert.deepEqual(read("main.casus/x"), { kind: "missing" });
  assert.deepEqual(nodePlace(join(top, "nowhere", "m.casus")).world.read("m.casus", ""), { kind: "missing" });
});

test("refuses what leads out of the folder", () => {
  for (const path of [
    "../secret.md",
    "sources/../../secret.md",
    join(top, "secret.md"),
    "/etc/hostname",
    "C:\\x",
    "..\\secret.md",
  ]) {
    assert.deepEqual(read(path), { kind: "outside" }, path);
  }
});

test("refuses symbolic links that leave the folder, and follows those that stay", {
  skip: process.platform === "win32",
}, () => {
  symlinkSync(join(top, "secret.md"), join(folder, "link.md"));
  symlinkSync(top, join(folder, "up"));
  symlinkSync("sources/notes.md", join(folder, "inner.md"));
  symlinkSync("loop", join(folder, "loop"));
  assert.deepEqual(read("link.md"), { kind: "outside" });
  assert.deepEqual(read("up/secret.md"), { kind: "outside" });
  assert.deepEqual(read("inner.md"), { kind: "text", path: "sources/notes.md", text: "notes" });
  assert.notEqual(read("loop").kind, "text");
});

test("refuses folders, pipes and devices without waiting for them", {
  skip: process.platform === "win32",
}, () => {
  execFileSync("mkfifo", [join(folder, "pipe")]);
  assert.deepEqual(read("sources"), { kind: "unreadable", why: "it is a folder" });
  assert.deepEqual(read("pipe"), { kind: "unreadable", why: "it is not a regular file" });
  assert.deepEqual(nodePlace("/dev/zero").world.read("zero", ""), {
    kind: "unreadable",
    why: "it is not a regular file",
  });
});

test("refuses NUL, files that are too large, and bytes that are not UTF-8", () => {
  assert.equal(read("a\0b").kind, "unreadable");
  writeFileSync(join(folder, "large.casus"), "");
  truncateSync(join(folder, "large.casus"), limits.model + 1);
  assert.deepEqual(read("large.casus"), { kind: "too large" });
  writeFileSync(join(folder, "latin.md"), Buffer.from([0x63, 0xe9, 0x0a]));
  assert.deepEqual(read("latin.md"), { kind: "unreadable", why: "it is not UTF-8 text" });
});
