import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { fileURLToPath } from "node:url";

/** The built command as a user starts it: statuses, and what goes to which stream. */

const program = fileURLToPath(new URL("../bin/casus.js", import.meta.url));
let folder = "";

const coin = `casus 1
situation "Coins"
  period 2024-01 to 2024-12 by month

event heads "Heads come up"
  chance 50% by 2024-12
  assumed "a fair coin"

stock thrown "Throws"
  starts 0
  gains 1 when heads happens

scenario edge "It lands on its edge"
  set heads never

question will "Will it be heads?"
  ask probability heads by 2024-12
  compare edge
`;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "casus-cli-"));
  writeFileSync(join(folder, "coin.casus"), coin);
  writeFileSync(join(folder, "failing.casus"), `${coin}\ncheck "none is thrown": thrown < 1\n`);
  writeFileSync(
    join(folder, "wrong.casus"),
    `${coin}\nquestion more "More?"\n  ask probability tails by 2024-12\n`,
  );
});

after(() => rmSync(folder, { recursive: true, force: true }));

function casus(words: readonly string[], input = ""): SpawnSyncReturns<string> {
  const environment = {
    ...process.env,
    LANG: "C.UTF-8",
    LC_ALL: "C.UTF-8",
    NO_COLOR: "1",
    FORCE_COLOR: undefined,
  };
  return spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    input,
    encoding: "utf8",
    env: environment,
  });
}

test("0: answers on standard output, nothing on standard error", () => {
  const { status, stdout, stderr } = casus(["run", "coin.casus", "--runs", "2k"]);
  assert.equal(stderr, "");
  assert.equal(status, 0);
  assert.match(stdout, /^Coins\n/);
  assert.match(stdout, /Will it be heads\?/);
  assert.match(stdout, /Roughly even chance: (4[6-9]|5[0-4])(\.\d)?%/);
  assert.match(stdout, /if someone makes it so:\n +edge/);
});

test("the same seed gives the same document, and another seed another", () => {
  const run = (seed: string): string =>
    casus(["run", "coin.casus", "--runs", "2k", "--seed", seed, "--json"]).stdout;
  assert.equal(run("1"), run("1"));
  assert.notEqual(run("1"), run("2"));
});

test("--json: one document with what was asked for", () => {
  const { status, stdout, stderr } = casus(["run", "coin.casus", "--runs", "1e3", "--seed", "7", "--json"]);
  assert.equal(status, 0);
  assert.equal(stderr, "");
  const answers = JSON.parse(stdout);
  assert.equal(answers.situation, "Coins");
  assert.equal(answers.runs, 1000);
  assert.equal(answers.seed, 7);
  assert.equal(answers.engine, "interpreter");
  assert.equal(answers.precision, "double");
  assert.match(answers.model.sha256, /^[0-9a-f]{64}$/);
  assert.deepEqual(
    answers.answers.map(({ scenario }: { scenario: string | null }) => scenario),
    [null, "edge"],
  );
});

test("standard input is a model, under the name -", () => {
  const { status, stdout } = casus(["run", "-", "--runs", "1k", "--json"], coin);
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).model.file, "-");
});

test("--set and --scenario change what is answered", () => {
  const values = (...words: string[]): (number | null)[] =>
    JSON.parse(casus(["run", "coin.casus", "--runs", "1k", "--json", ...words]).stdout).answers.map(
      ({ value }: { value: number | null }) => value,
    );
  const [base = null] = values();
  const [set = null] = values("--set", "heads.chance = 5%");
  assert.ok(base !== null && base > 0.4);
  assert.ok(set !== null && set < 0.1);
  assert.equal(values("--scenario", "edge").at(-1), 0);
});

test("1: the model is at fault, or a check fails", () => {
  const failing = casus(["run", "failing.casus", "--runs", "1k"]);
  assert.equal(failing.status, 1);
  assert.match(failing.stdout, /✗ none is thrown: failed in \d+ runs, first in run \d+ at/);
  const wrong = casus(["run", "wrong.casus", "--runs", "1k"]);
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /error E\d{4}: .*tails/s);
  assert.match(wrong.stderr, /wrong\.casus:21:/);
  assert.match(wrong.stdout, /Will it be heads\?/, "answers that do not depend on the fault stay");
  const absent = casus(["run", "absent.casus"]);
  assert.equal(absent.status, 1);
  assert.match(absent.stderr, /absent\.casus/);
  const json = casus(["run", "wrong.casus", "--runs", "1k", "--json"]);
  assert.equal(json.status, 1);
  assert.equal(json.stderr, "");
  assert.ok(
    JSON.parse(json.stdout).diagnostics.some(({ severity }: { severity: string }) => severity === "error"),
  );
});

test("check: diagnostics of several files, as text and as JSON", () => {
  const both = casus(["check", "coin.casus", "wrong.casus"]);
  assert.equal(both.status, 1);
  assert.match(both.stderr, /error E\d{4}/);
  assert.match(both.stdout, /^coin\.casus: .*\nwrong\.casus: 1 error/);
  assert.equal(casus(["check", "coin.casus"]).status, 0);
  const json = JSON.parse(casus(["check", "wrong.casus", "--json"]).stdout);
  assert.deepEqual(Object.keys(json), ["casus", "diagnostics"]);
  assert.equal(json.diagnostics[0].file, "wrong.casus");
});

test("2: the command line is at fault", () => {
  for (const [words, message] of [
    [["rum"], /no command "rum"/],
    [["run"], /needs a file/],
    [["run", "coin.casus", "--sead", "1"], /Did you mean --seed\?/],
    [["run", "coin.casus", "--runs", "many"], /takes a whole number/],
    [["run", "-", "--watch"], /standard input does not change/],
    [["check", "coin.casus", "--watch", "--json"], /--json a single document/],
    [["run", "coin.casus", "--engine", "compiled"], /does not have --engine compiled yet/],
    [["run", "coin.casus", "--precision", "single"], /does not have --precision single yet/],
    [["run", "coin.casus", "--engine", "warp"], /takes interpreter/],
    [["run", "coin.casus", "--threads", "0"], /from 1 to/],
    [["run", "coin.casus", "--scenario", "egde"], /no scenario "egde".\n +Did you mean edge\?/],
    [["run", "coin.casus", "--question", "zzz"], /no question "zzz".\n +There is will\./],
    [["run", "coin.casus", "--without", "training"], /no claim or source "training"/],
    [["brief", "coin.casus"], /does not have the command brief yet/],
  ] as const) {
    const { status, stdout, stderr } = casus(words);
    assert.equal(status, 2, words.join(" "));
    assert.match(stderr, message);
    assert.equal(stdout, "");
  }
});

test("help and version", () => {
  assert.match(casus(["--version"]).stdout, /^casus \d+\.\d+\.\d+\n$/);
  assert.match(casus(["--help"]).stdout, /casus run FILE/);
  const help = casus(["run", "--help"]);
  assert.equal(help.status, 0);
  assert.match(help.stdout, /--as-of DATE/);
  assert.match(help.stdout, /Examples/);
});

test("an interrupt stops the run, and what is there so far is printed", {
  skip: process.platform === "win32",
}, async () => {
  // On a busy machine the interrupt may come before the program listens, and then ends it outright: wait longer.
  for (const delay of [1500, 6000, 24_000]) {
    const { status, text } = await interrupted(delay);
    if (status === null) continue;
    assert.equal(status, 130);
    const { runs } = JSON.parse(text);
    assert.ok(runs > 0 && runs < 900e6, String(runs));
    return;
  }
  assert.fail("the interrupt always ended the program outright");
});

async function interrupted(
  delay: number,
): Promise<{ readonly status: number | null; readonly text: string }> {
  const child = spawn(process.execPath, [program, "run", "coin.casus", "--runs", "900M", "--json"], {
    cwd: folder,
  });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  setTimeout(() => child.kill("SIGINT"), delay);
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, text };
}

test("a reader that goes away is nothing to complain of", {
  skip: process.platform === "win32",
}, async () => {
  const child = spawn(process.execPath, [program, "run", "coin.casus", "--runs", "1k"], { cwd: folder });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    complaint += chunk;
  });
  child.stdout.destroy();
  await new Promise((resolve) => child.on("close", resolve));
  assert.equal(complaint, "");
});
