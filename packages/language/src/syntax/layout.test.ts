import assert from "node:assert/strict";
import { test } from "node:test";
import { declarationOf, outline, plainClauses, treeOf } from "./outline.test.js";

const kinds = (text: string): string =>
  declarationOf(text)
    .clauses.map((clause) => clause.kind)
    .join(",");

test("layout: clauses share lines and come in any order", () => {
  assert.equal(
    kinds('event e "x" repeats when a\n  chance 5% per month assumed "w" from c\n'),
    "repeats,when,chance,assumed,from",
  );
});

test("layout: deeper lines continue, also in front of a clause word", () => {
  assert.equal(kinds("event e\n  when a\n    and b\n    chance 5%\n  repeats\n"), "when,chance,repeats");
  assert.equal(
    kinds("stock s\n  starts 4 to 16\n      soldier\n  gains 5\n    soldier per month\n"),
    "starts,flow",
  );
});

test("layout: what cannot begin a clause continues the line above", () => {
  assert.equal(kinds("stock s\n  gains a\n  + b\n  when c\n  loses d\n"), "flow,flow");
  assert.equal(kinds("question q\n  ask a\n  by 2025\n  given b\n  moot when c\n"), "ask,moot");
  assert.equal(kinds("event e\n  chance\n  appetite\n"), "chance");
});

test("layout: the first indented line sets the indentation, less is allowed", () => {
  assert.equal(kinds('quantity q\n      "label" = 5\n  assumed "w"\n'), "assumed");
});

test("layout: deeper lines below an option or obligation are its own", () => {
  const choice = plainClauses("choice c by r\n  option a weight 1\n    from x\n  from y\n") as {
    kind: string;
    clauses?: unknown[];
  }[];
  assert.deepEqual(
    choice.map((clause) => [clause.kind, clause.clauses?.length]),
    [
      ["by", undefined],
      ["option", 2],
      ["from", undefined],
    ],
  );
});

test("layout: line ends of every kind, a byte order mark, comments before a keyword", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const tree = treeOf(
      `\ufeffcasus 1${end}// note${end}/* a ${end}b */ let a = 1${end}  /* c */ from d${end}let b = 2`,
    );
    assert.deepEqual(tree.diagnostics, []);
    assert.equal(tree.edition?.value, 1);
    assert.deepEqual(
      tree.declarations.map((one) => [one.name?.text, one.clauses.length, one.broken]),
      [
        ["a", 1, false],
        ["b", 0, false],
      ],
    );
  }
});

test("layout: a tab counts as wide as its fix writes it", () => {
  const tree = treeOf("let a = b\n\t+ c\n\tfrom d\n");
  assert.equal(tree.diagnostics.length, 1);
  const [declaration] = tree.declarations;
  assert.equal(declaration?.value && outline(declaration.value), "(b + c)");
});

test("layout: a file may be empty", () => {
  for (const text of ["", "\n", "  ", "// note", "casus 1"]) {
    const tree = treeOf(text);
    assert.deepEqual([tree.declarations.length, tree.diagnostics.length], [0, 0]);
  }
});
