import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { commands } from "../command-line/commands.js";
import { type Workplace, workplace } from "./command.fixture.test.js";

let place: Workplace;
before(() => {
  place = workplace({ template: "alliance" });
});
after(() => place.remove());

const has = (shell: string): boolean => spawnSync(shell, ["-c", "true"]).status === 0;

/** What bash would offer for the last of some words. */
function offered(words: readonly string[]): string[] {
  const script = `${place.casus(["completion", "bash"]).stdout}
COMP_WORDS=(casus ${words.map((word) => `'${word}'`).join(" ")})
COMP_CWORD=${words.length}
_casus 2>/dev/null
printf '%s\\n' "\${COMPREPLY[@]}"
`;
  const { stdout } = spawnSync("bash", ["--norc", "-c", script], { cwd: place.folder, encoding: "utf8" });
  return stdout.split("\n").filter((line) => line !== "");
}

test("bash: commands, options, files, names, templates", {
  skip: !has("bash") || process.platform === "win32",
}, () => {
  writeFileSync(join(place.folder, "notes.txt"), "");
  assert.deepEqual(offered(["co"]), ["coverage", "completion"]);
  assert.deepEqual(offered(["run", "--se"]), ["--seed", "--set"]);
  assert.deepEqual(offered(["run", "mod"]), ["model.casus"]);
  assert.deepEqual(offered(["check", ""]).sort(), ["model.casus", "sources"]);
  assert.deepEqual(offered(["explain", "model.casus", "du"]), ["duty"]);
  assert.deepEqual(offered(["explain", "model.casus", "inv"]), ["invaded(highland)"]);
  assert.deepEqual(offered(["run", "model.casus", "--scenario", ""]), ["firm"]);
  assert.deepEqual(offered(["run", "model.casus", "--runs", "5", "--question", ""]), ["war"]);
  assert.deepEqual(offered(["new", "--template", "s"]), ["sanctions"]);
  assert.deepEqual(offered(["completion", "z"]), ["zsh"]);
});

for (const [shell, check] of [
  ["bash", ["-n"]],
  ["zsh", ["-n"]],
  ["fish", ["--no-execute"]],
] as const) {
  test(`${shell}: every command and option is in the script`, () => {
    const { status, stdout } = place.casus(["completion", shell]);
    assert.equal(status, 0);
    for (const { name, options } of commands) {
      assert.match(stdout, new RegExp(`\\b${name}\\b`));
      for (const option of options)
        if (option.later === undefined) assert.match(stdout, new RegExp(`\\b${option.name}\\b`));
    }
    // Where the shell is at hand it says itself whether it can read the script.
    if (!has(shell)) return;
    const file = join(place.folder, `script.${shell}`);
    writeFileSync(file, stdout);
    assert.equal(spawnSync(shell, [...check, file]).status, 0);
  });
}

test("2: a shell that there is not", () => {
  const { status, stderr } = place.casus(["completion", "fsh"]);
  assert.equal(status, 2);
  assert.match(stderr, /Did you mean fish or zsh\?/);
});
