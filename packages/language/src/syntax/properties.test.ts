import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { folder, treeOf } from "./outline.test.js";
import { print } from "./print.js";
import type { SyntaxTree } from "./tree.js";
import { childrenOf, expressionsOf, visitExpressions } from "./visit.js";

/** What must hold for the tree of any text. */
function assertSound(text: string): SyntaxTree {
  const tree = treeOf(text);
  assert.equal(print(tree), text);
  let at = 0;
  for (const token of tree.tokens) {
    assert.equal(token.start, at);
    assert.ok(token.end > token.start);
    at = token.end;
  }
  let behind = 0;
  for (const declaration of tree.declarations) {
    const { span, keyword, clauses } = declaration;
    assert.ok(span.start >= behind && span.end <= text.length && span.start === keyword.start);
    behind = span.end;
    let clauseEnd = span.start;
    for (const clause of clauses) {
      assert.ok(
        clause.span.start >= clauseEnd && clause.span.end <= span.end,
        `${clause.kind} in ${declaration.kind}`,
      );
      assert.ok(clause.keyword.start >= span.start && clause.keyword.end <= span.end);
      if (clause.keyword.start !== keyword.start) clauseEnd = clause.span.start;
    }
    for (const e of expressionsOf(declaration))
      assert.ok(e.span.start >= span.start && e.span.end <= span.end);
  }
  visitExpressions(tree, (e) => {
    for (const child of childrenOf(e))
      assert.ok(
        child.span.start >= e.span.start && child.span.end <= e.span.end,
        `${child.kind} in ${e.kind}`,
      );
  });
  for (const diagnostic of tree.diagnostics) {
    assert.ok(
      diagnostic.span.start >= 0 &&
        diagnostic.span.start <= diagnostic.span.end &&
        diagnostic.span.end <= text.length,
    );
    for (const fix of diagnostic.fixes)
      for (const edit of fix.edits)
        assert.ok(edit.span.start <= edit.span.end && edit.span.end <= text.length);
  }
  return tree;
}

function modelFiles(): string[] {
  const files: string[] = [];
  for (const name of ["examples", "tests/constructs"]) {
    const root = folder(name);
    if (root === null) continue;
    for (const entry of readdirSync(root, { recursive: true, encoding: "utf8" }))
      if (entry.endsWith(".casus")) files.push(join(root, entry));
  }
  return files;
}

const files = modelFiles();

test("properties: every model of the repository comes back from its tokens", () => {
  assert.ok(files.length > 0);
  for (const file of files) assertSound(readFileSync(file, "utf8"));
});

test("properties: the examples have no fault", () => {
  const root = folder("examples");
  assert.ok(root !== null);
  for (const file of files.filter((one) => one.startsWith(root))) {
    const tree = treeOf(readFileSync(file, "utf8"));
    assert.deepEqual(tree.diagnostics, [], file);
    assert.ok(tree.declarations.length > 0);
  }
});

const flagship = readFileSync(files.find((file) => file.endsWith("alliance.casus")) ?? "", "utf8");

const pieces = [
  ..."situation actors units grades use source claim observed believe outcome quantity fact shock let stock event choice treaty exchange scenario question check".split(
    " ",
  ),
  ..."if then else and or not is by at to of per as in from until between given when happens ever stands within least most after every chance gains gives option weight obligation honoured set ask a b soldier p10 min max mixture normal over sum since months".split(
    " ",
  ),
  ..."( ) , : = != < <= + - * / ^ . == && ! § “ ” \" ' // /* */ \\ \t".split(" "),
  ..."0 5% 12k 10,000 1e6 .5 5m 2024 2024-11 2024-13 2024-11-18 2024-Q1".split(" "),
  " ",
  " ",
  " ",
  "\n",
  "\n",
  "\n  ",
  "\n    ",
  "\r\n",
  "\r",
  "\ufeff",
  "\u0000",
  "\ud800",
  "\u00a0",
  "😀",
  "é",
  '"text"',
];

test("properties: soup of tokens", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 60 }),
      fc.constantFrom("", " "),
      (list, glue) => {
        assertSound(list.join(glue));
      },
    ),
    { numRuns: 1500 },
  );
});

test("properties: any string", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
      assertSound(text);
    }),
    { numRuns: 500 },
  );
});

test("properties: the flagship with pieces cut out and put in", () => {
  const edit = fc.tuple(fc.nat(flagship.length), fc.nat(40), fc.constantFrom("", ...pieces));
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      let text = flagship;
      for (const [at, length, piece] of edits) text = text.slice(0, at) + piece + text.slice(at + length);
      assertSound(text);
    }),
    { numRuns: 60 },
  );
});

const MILLION = 1_000_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(MILLION / piece.length));

const large: Record<string, string> = {
  declarations: fill("let a = b + 1\n  from c\n"),
  parentheses: `let a = ${fill("(")}`,
  "parentheses in calls": `let a = ${fill("max(1, ")}`,
  "a sum on one line": `let a = b${fill(" + b")}`,
  "comparisons on one line": `let a = b${fill(" < b")}`,
  "powers on one line": `let a = b${fill("^b")}`,
  negations: `let a = ${fill("not ")}b`,
  "else if": `let a = ${fill("if b then c else ")}d`,
  "clauses on one line": `event e ${fill("repeats ")}`,
  names: `treaty t between a${fill(", a")}`,
  quotes: fill('"'),
  comments: fill("/* */ // "),
  "unknown clauses": `event e\n${fill("  blah blah\n")}`,
};

for (const [name, text] of Object.entries(large))
  test(`properties: a million characters of ${name}`, () => {
    const tree = treeOf(text);
    assert.ok(print(tree) === text);
    let count = 0;
    visitExpressions(tree, () => {
      count++;
    });
    assert.ok(count <= text.length);
  });
