import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { open } from "casus";
import { environment, program, type Workplace, workplace } from "../commands/command.fixture.test.js";
import { penFor } from "../render/look.js";
import { widthOf } from "../render/width.js";
import { commands } from "./commands.js";
import { commandHelp, generalHelp } from "./help.js";

let place: Workplace;
let hasGit = true;
before(() => {
  place = workplace({ example: "alliance" });
  const file = join(place.folder, "alliance.casus");
  copyFileSync(file, join(place.folder, "old.casus"));
  copyFileSync(file, join(place.folder, "draft.casus"));
  const git = (...words: string[]): boolean =>
    spawnSync(
      "git",
      ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", ...words],
      {
        cwd: place.folder,
      },
    ).status === 0;
  hasGit = git("init", "-q") && git("add", ".") && git("commit", "-qm", "one");
  writeFileSync(file, readFileSync(file, "utf8").replace("= 5k to 20k", "= 8k to 20k"));
  if (hasGit) git("commit", "-qam", "two");
});
after(() => place.remove());

test("help of every command fits 80 columns and has examples", () => {
  const pen = penFor({ width: 80, colour: false, unicode: true });
  for (const command of commands) {
    assert.ok(command.examples.length > 0, command.name);
    for (const line of commandHelp(command, pen)) assert.ok(widthOf(line) <= 80, line);
  }
  assert.ok(generalHelp(pen).some((line) => line.includes("casus explain FILE NAME")));
});

test("the help of explain, word for word", () => {
  const { status, stdout } = place.casus(["explain", "--help"]);
  assert.equal(status, 0);
  assert.equal(
    stdout,
    `casus explain FILE NAME: say what was understood of a name

  FILE is a model (*.casus), or - for standard input.
  NAME is anything that the model names: wave, invaded(russia), peace.chance.

Options
  --json       one JSON document on standard output, and nothing else there
  -h, --help   show this help

Examples
  an unknown: its spread, what backs it, what uses it:
    casus explain alliance.casus wave
  a rule in words, with its dates and the chance in each step:
    casus explain alliance.casus peace
  a number in a rule:
    casus explain alliance.casus second_wave.chance
  a claim: its words, who said them, what they weigh:
    casus explain alliance.casus training
`,
  );
});

test("what examples name is in the model that they name", async () => {
  const model = await open(join(place.folder, "alliance.casus"));
  const names = new Set(model.names());
  for (const { examples } of commands) {
    for (const [line] of examples) {
      const named = /--(?:question|without|scenario) (\S+)|--set "(\S+)|explain \S+ (\S+)/.exec(line);
      const words = (named?.[1] ?? named?.[2] ?? named?.[3] ?? "").split(",").filter((word) => word !== "");
      for (const word of words) assert.ok(names.has(word), `${line}: ${word}`);
    }
  }
});

// Run as they stand, by a shell, in a folder with the files that they name; only with fewer runs, and what watches is left to the test of watching. Of the
// commands that run models the short tests take one example each.
for (const command of commands) {
  const isSlow = command.name === "run" || command.name === "diff";
  for (const [index, [line]] of command.examples.entries()) {
    const isLater = isSlow && index > 0 && (process.env["CASUS_TEST_LONG"] ?? "") === "";
    const skip = process.platform === "win32" || line.includes("--watch") || isLater;
    test(`example: ${line}`, { skip }, (t) => {
      if (command.name === "diff" && line.includes("HEAD") && !hasGit) return t.skip("there is no git");
      const short = !isSlow
        ? line
        : line.includes("--runs")
          ? line.replace(/--runs \S+/, "--runs 200")
          : line.replace(/(casus (?:run|diff) [^|>]*)/, "$1 --runs 200 ");
      const script = `casus() { "${process.execPath}" "${program}" "$@"; }\nset -e -o pipefail\n${short}\n`;
      const { status, stderr } = spawnSync("bash", ["--norc", "-c", script], {
        cwd: place.folder,
        encoding: "utf8",
        env: environment,
      });
      assert.equal(status, 0, `${short}\n${stderr}`);
    });
  }
}
