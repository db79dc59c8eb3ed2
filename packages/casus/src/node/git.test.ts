import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gitPlace } from "./git.js";

let folder = "";
let hasGit = true;

const git = (...words: string[]): void => {
  execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.org", ...words], {
    stdio: "ignore",
  });
};

before(() => {
  folder = mkdtempSync(join(tmpdir(), "casus-git-"));
  try {
    git("init", "-q");
  } catch {
    hasGit = false;
    return;
  }
  mkdirSync(join(folder, "models", "sources"), { recursive: true });
  writeFileSync(join(folder, "secret.txt"), "secret");
  writeFileSync(join(folder, "models", "m.casus"), 'situation "One"\n');
  writeFileSync(join(folder, "models", "sources", "a.md"), "first");
  if (process.platform !== "win32")
    symlinkSync("../../secret.txt", join(folder, "models", "sources", "link.md"));
  git("add", ".");
  git("-c", "commit.gpgsign=false", "commit", "-qm", "one");
  writeFileSync(join(folder, "models", "m.casus"), 'situation "Two"\n');
  git("-c", "commit.gpgsign=false", "commit", "-qam", "two");
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("reads a model and its sources as they stood", (t) => {
  if (!hasGit) return t.skip("there is no git");
  const first = gitPlace("HEAD~1", "models/m.casus", { folder });
  assert.ok(first.kind === "place");
  const { world, main } = first.place;
  assert.equal(main, "m.casus");
  assert.deepEqual(world.read("m.casus", ""), { kind: "text", path: "m.casus", text: 'situation "One"\n' });
  assert.deepEqual(world.read("./sources/a.md", "m.casus"), {
    kind: "text",
    path: "sources/a.md",
    text: "first",
  });
  assert.equal(world.read("sources/b.md", "m.casus").kind, "missing");
  assert.equal(world.read("../secret.txt", "m.casus").kind, "outside");
  assert.equal(world.read("sources", "m.casus").kind, "unreadable");
  if (process.platform !== "win32") assert.equal(world.read("sources/link.md", "m.casus").kind, "outside");
  const inside = gitPlace("HEAD", "m.casus", { folder: join(folder, "models"), relative: true });
  assert.ok(inside.kind === "place" && /^[0-9a-f]{40,64}$/.test(inside.commit));
});

test("what git does not know is said, and no option passes for a revision", (t) => {
  if (!hasGit) return t.skip("there is no git");
  const why = (revision: string, path: string, where = folder): string => {
    const found = gitPlace(revision, path, { folder: where });
    return found.kind === "fault" ? found.why : "";
  };
  assert.match(why("nope", "models/m.casus"), /no revision "nope"/);
  assert.match(why("--output=x", "models/m.casus"), /is no revision/);
  assert.match(why("HEAD", "n.casus"), /has no file n\.casus/);
  assert.match(why("HEAD", "../../etc/passwd"), /leads out of the repository/);
  assert.match(why("HEAD", "m.casus", tmpdir()), /in no git repository/);
});
