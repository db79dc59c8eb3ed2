import assert from "node:assert/strict";
import test from "node:test";
import { parseCommandLine } from "./parse.js";
import { UsageError } from "./usage-error.js";
import { parseCount, parseDate, parseNames, parseSeed, parseSet } from "./values.js";

function refused(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof UsageError, String(error));
    return [error.message, ...error.hints].join("\n");
  }
  assert.fail("it was not refused");
}

test("options may stand before and after the file, with = or a space, and again", () => {
  const found = parseCommandLine([
    "run",
    "--runs=20k",
    "m.casus",
    "--without",
    "a,b",
    "--without",
    "c",
    "--set",
    "x = 1",
    "--json",
  ]);
  assert.equal(found.kind, "command");
  if (found.kind !== "command") return;
  assert.deepEqual(found.operands, ["m.casus"]);
  assert.deepEqual(Object.fromEntries(found.options), {
    runs: ["20k"],
    without: ["a,b", "c"],
    set: ["x = 1"],
    json: [""],
  });
});

test("help and version", () => {
  assert.equal(parseCommandLine([]).kind, "help");
  assert.equal(parseCommandLine(["--version"]).kind, "version");
  const help = parseCommandLine(["run", "--help"]);
  assert.ok(help.kind === "help" && help.command?.name === "run");
  assert.ok(parseCommandLine(["help", "check"]).kind === "help");
});

test("what is not known is refused with what is near", () => {
  assert.match(
    refused(() => parseCommandLine(["rum", "m.casus"])),
    /no command "rum"[.]\nDid you mean run/,
  );
  assert.match(
    refused(() => parseCommandLine(["m.casus"])),
    /Did you mean casus run m.casus\?/,
  );
  assert.match(
    refused(() => parseCommandLine(["run", "m.casus", "--sead", "2"])),
    /no option --sead[.]\nDid you mean --seed\?/,
  );
  assert.match(
    refused(() => parseCommandLine(["run", "m.casus", "-x"])),
    /no option -x/,
  );
  assert.match(
    refused(() => parseCommandLine(["--json", "run"])),
    /A command comes first/,
  );
});

test("what later versions have is refused as such", () => {
  assert.match(
    refused(() => parseCommandLine(["history", "m.casus"])),
    /does not have the command history yet/,
  );
  assert.match(
    refused(() => parseCommandLine(["run", "m.casus", "--draws", "x.csv"])),
    /does not have --draws.* yet/,
  );
});

test("missing and surplus words", () => {
  assert.match(
    refused(() => parseCommandLine(["run"])),
    /needs a file/,
  );
  assert.match(
    refused(() => parseCommandLine(["run", "a.casus", "b.casus"])),
    /takes a file; "b.casus" is one too many/,
  );
  assert.match(
    refused(() => parseCommandLine(["explain", "a.casus"])),
    /casus explain needs a file and a name[.]\ncasus explain FILE NAME/,
  );
  assert.match(
    refused(() => parseCommandLine(["diff", "a.casus"])),
    /casus diff needs two versions/,
  );
  assert.match(
    refused(() => parseCommandLine(["new"])),
    /casus new needs a folder/,
  );
  assert.match(
    refused(() => parseCommandLine(["run", "a.casus", "--runs"])),
    /--runs needs a value/,
  );
  assert.match(
    refused(() => parseCommandLine(["run", "a.casus", "--runs", "--json"])),
    /--runs needs a value/,
  );
  assert.match(
    refused(() => parseCommandLine(["run", "a.casus", "--json=yes"])),
    /is a switch/,
  );
  assert.match(
    refused(() => parseCommandLine(["run", "a.casus", "--seed", "1", "--seed", "2"])),
    /given twice/,
  );
});

test("counts as people write them", () => {
  const count = (text: string): number => parseCount("runs", text, 1, 1e9);
  for (const text of ["20000", "20k", "20_000", "20,000", "2e4", "0.02M", "20.0k"])
    assert.equal(count(text), 20_000, text);
  for (const text of ["", "many", "-5", "1.5", "20 k", "2,00", "1m", "0x10", "Infinity", "NaN"]) {
    assert.match(
      refused(() => count(text)),
      /takes a whole number/,
      text,
    );
  }
  assert.match(
    refused(() => count("0")),
    /from 1 to/,
  );
  assert.match(
    refused(() => count("1e12")),
    /from 1 to/,
  );
});

test("seeds, dates, sets and names", () => {
  assert.equal(parseSeed("9007199254740991"), Number.MAX_SAFE_INTEGER);
  assert.match(
    refused(() => parseSeed("9007199254740992")),
    /whole number/,
  );
  assert.match(
    refused(() => parseSeed("-1")),
    /whole number/,
  );
  assert.equal(parseDate("as-of", "2024-11-18"), "2024-11-18");
  assert.equal(parseDate("as-of", "2024-02"), "2024-02-29");
  assert.equal(parseDate("as-of", "2024-Q1"), "2024-03-31");
  assert.equal(parseDate("as-of", "2024"), "2024-12-31");
  for (const text of ["2024-13", "2024-02-30", "18.11.2024", "", "2024-00", "2024-Q5"]) {
    assert.match(
      refused(() => parseDate("as-of", text)),
      /takes a date/,
      text,
    );
  }
  assert.deepEqual(parseSet(" wave = 8k to 12k "), { name: "wave", expression: "8k to 12k" });
  assert.match(
    refused(() => parseSet("wave")),
    /NAME=EXPRESSION/,
  );
  assert.match(
    refused(() => parseSet("=3")),
    /NAME=EXPRESSION/,
  );
  assert.deepEqual(parseNames("without", "a, b"), ["a", "b"]);
  assert.match(
    refused(() => parseNames("without", "a,,b")),
    /empty/,
  );
});
