import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { checkModel } from "../check/model.js";
import { folder, treeOf } from "../syntax/outline.test.js";
import { print } from "../syntax/print.js";
import { memoryWorld } from "../world.js";
import { format } from "./format.js";
import { differences } from "./same.js";

const long = process.env["CASUS_TEST_LONG"] === "1" ? 10 : 1;

interface Corpus {
  /** Path of the model. */
  readonly file: string;
  readonly text: string;
}

function corpus(): Corpus[] {
  return ["tests/constructs", "examples"].flatMap((name) => {
    const root = folder(name);
    if (root === null) return [];
    return readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((entry) => entry.endsWith(".casus"))
      .sort()
      .map((entry) => ({ file: join(root, entry), text: readFileSync(join(root, entry), "utf8") }));
  });
}

const models = corpus();

/** All that is not white space; comments without the blanks at their line ends, and on one line. */
function wordsOf(text: string): string[] {
  return treeOf(text)
    .tokens.filter(({ kind }) => kind !== "space" && kind !== "newline" && kind !== "byte order mark")
    .map(({ kind, start, end }) => {
      const word = text.slice(start, end);
      return kind === "comment" ? word.split(/\s+/).join(" ").trim() : word;
    });
}

/** Formats a text and asserts all that must hold whatever the text is. */
function formatted(text: string, width?: number): string {
  const options = width === undefined ? {} : { width };
  const tree = treeOf(text);
  assert.equal(print(tree), text);
  const once = format(tree, options);
  const after = treeOf(once);
  assert.equal(format(after, options), once);
  assert.deepEqual(wordsOf(once), wordsOf(text));
  if (once !== text) assert.deepEqual(differences(tree, after), []);
  return once;
}

/** A checked model without the places and the layout that it was read from. */
function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value === "string") return value.replace(/\s+/g, "");
  if (value instanceof Map) return [...value].map(withoutSpans);
  if (value instanceof Set) return [...value].map(withoutSpans);
  if (value === null || typeof value !== "object") return value;
  const isSpan = "start" in value && "end" in value && "file" in value;
  if (isSpan) return null;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutSpans(part)]));
}

/** The model of a text in the place of a file, with everything beside that file, and the codes of what was found. */
function checkedAs({ file }: Corpus, text: string): unknown {
  const root = dirname(file);
  const files: Record<string, string> = {};
  for (const entry of readdirSync(root, { recursive: true, encoding: "utf8" }))
    if (/\.(casus|md|txt)$/.test(entry)) files[entry] = readFileSync(join(root, entry), "utf8");
  const main = relative(root, file);
  const { model, diagnostics } = checkModel(memoryWorld({ ...files, [main]: text }), main);
  return { model: withoutSpans(model), codes: diagnostics.map(({ code }) => code) };
}

test("format: every model of the repository keeps its words and its meaning", () => {
  assert.ok(models.length > 100);
  for (const model of models) {
    for (const width of [undefined, 40]) {
      const text = formatted(model.text, width);
      assert.deepEqual(checkedAs(model, text), checkedAs(model, model.text), model.file);
    }
  }
});

test("format: the flagship is in its canonical form", () => {
  const flagship = models.find(({ file }) => file.endsWith("alliance.casus"));
  assert.ok(flagship !== undefined);
  assert.equal(formatted(flagship.text), flagship.text);
});

const layouts = [
  ..." |  |   |\t|\n|\n\n  |\n    |\n      |\n        |\r\n      | /* c */ | /* a\n b */ | // c\n      |\n  // own\n      ".split(
    "|",
  ),
  "\n // own\n // more\n  ",
];

/** Other white space and comments between the words of a model; most of what comes out is a model too. */
const relaid = fc
  .tuple(
    fc.constantFrom(...models),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...layouts)), { maxLength: 12 }),
  )
  .map(([model, edits]) => {
    let { text } = model;
    for (const [at, layout] of edits) {
      const gaps = treeOf(text).tokens.filter(({ kind }) => kind === "space" || kind === "newline");
      const gap = gaps[at % Math.max(1, gaps.length)];
      if (gap !== undefined)
        text = text.slice(0, gap.start) + layout + text.slice(gap.kind === "space" ? gap.end : gap.start);
    }
    return { model, text };
  });

test("format: models with another layout keep their words and their meaning", () => {
  fc.assert(
    fc.property(relaid, fc.constantFrom(100, 60, 30), ({ model, text }, width) => {
      const after = formatted(text, width);
      // Tabs and lines at the margin are errors that the layout mends.
      if (treeOf(text).diagnostics.every(({ code }) => !/^E01(01|22|23)$/.test(code)))
        assert.deepEqual(checkedAs(model, after), checkedAs(model, text));
    }),
    { seed: 31, numRuns: 150 * long },
  );
});

const pieces = [
  ..."situation actors units source claim observed believe outcome quantity fact let stock event choice treaty exchange scenario question check".split(
    " ",
  ),
  ..."if then else and not is by at to of per from between given when happens option weight obligation honoured set ask a b soldier".split(
    " ",
  ),
  ..."( ) , : = < + - * / ^ . == && ! § “ ” \" ' // /* */ # \\ \t 5% 12k 2024 2024-11".split(" "),
  ...layouts,
  "\r",
  "\ufeff",
  "\u0000",
  "\u00a0",
  "\u2003",
  "\ud800",
];

test("format: models with pieces cut out and put in", () => {
  const edit = fc.tuple(fc.nat(), fc.nat(30), fc.constantFrom("", ...pieces));
  const damaged = fc
    .tuple(fc.constantFrom(...models), fc.array(edit, { minLength: 1, maxLength: 5 }))
    .map(([{ text }, edits]) => {
      let result = text.slice(0, 4000);
      for (const [at, length, piece] of edits) {
        const from = at % (result.length + 1);
        result = result.slice(0, from) + piece + result.slice(from + length);
      }
      return result;
    });
  fc.assert(
    fc.property(damaged, fc.constantFrom(100, 40), (text, width) => {
      formatted(text, width);
    }),
    { seed: 32, numRuns: 400 * long },
  );
});

test("format: soup of tokens and any string", () => {
  const soup = fc
    .tuple(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), fc.constantFrom("", " "))
    .map(([list, glue]) => list.join(glue));
  fc.assert(
    fc.property(fc.oneof(soup, fc.string({ unit: "binary", maxLength: 60 })), (text) => {
      formatted(text);
    }),
    { seed: 33, numRuns: 500 * long },
  );
});

test("format: long texts take time in proportion", () => {
  const fill = (piece: string): string => piece.repeat(Math.ceil(100_000 / piece.length));
  const texts = [
    fill("let a = b + 1 // c\n  from d\n"),
    `let a = b${fill(" + b")}`,
    `let a = ${fill("if b then c else ")}d`,
    `let a = ${fill("(")}`,
    `let a = b\n  from c${fill(", c")}`,
    `event e ${fill("repeats ")}`,
    `choice c by a\n${fill("  option a weight 1\n")}`,
    fill('"'),
    fill("/* */ // "),
    fill("/*\n*/ let a = 1 "),
  ];
  for (const text of texts) {
    const start = performance.now();
    format(treeOf(text));
    assert.ok(performance.now() - start < 10_000, text.slice(0, 40));
  }
});
