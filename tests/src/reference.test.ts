/** The pages for users are true: every model on them checks, and gives the numbers that it says. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { memoryWorld } from "@casus/language";
import { openAt } from "casus";
import { failures, readExpectations } from "./expectations.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

interface Example {
  /** Line of the page on which the block begins. */
  readonly line: number;
  readonly text: string;
}

interface Page {
  readonly models: readonly Example[];
  /** By name: what `// with: NAME` puts in front of a model. */
  readonly preambles: ReadonlyMap<string, string>;
  /** Blocks with a path behind their language: files that models read. */
  readonly files: Readonly<Record<string, string>>;
}

/** Takes a page apart into its fenced blocks. @throws {Error} where one is not closed. */
function readPage(text: string): Page {
  const models: Example[] = [];
  const preambles = new Map<string, string>();
  const files: Record<string, string> = {};
  const lines = text.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const fence = /^```(\w*) *(\S*)$/.exec(lines[i] as string);
    if (fence === null) continue;
    const end = lines.indexOf("```", i + 1);
    if (end < 0) throw new Error(`line ${i + 1}: a block that does not end`);
    const block = lines.slice(i + 1, end).join("\n");
    const [, language, path] = fence;
    if (path !== "") files[path as string] = `${block}\n`;
    else if (language === "casus") {
      models.push({ line: i + 1, text: block });
      const name = /^\/\/ preamble: (\w+)$/.exec(lines[i + 1] as string)?.[1];
      if (name !== undefined) preambles.set(name, block);
    }
    i = end;
  }
  return { models, preambles, files };
}

/** The whole model of a block: its preamble goes in front. */
function wholeModel(page: Page, example: Example): string {
  const name = /^\/\/ with: (\w+)\n/.exec(example.text)?.[1];
  if (name === undefined) return example.text;
  const preamble = page.preambles.get(name);
  if (preamble === undefined) throw new Error(`line ${example.line}: there is no preamble ${name}`);
  return `${preamble}\n${example.text}`;
}

for (const file of ["README.md", "docs/language.md", "docs/evidence.md"]) {
  const page = readPage(readFileSync(join(root, file), "utf8"));
  describe(file, () => {
    for (const example of page.models) {
      test(`line ${example.line}: ${example.text.split("\n")[1] ?? ""}`, async () => {
        const text = wholeModel(page, example);
        const world = memoryWorld({ ...page.files, "example.casus": text });
        const model = openAt({ world, main: "example.casus" }, {}, async () => {});
        const errors = model.diagnostics.filter(({ severity }) => severity === "error");
        assert.deepEqual(
          errors.map(({ code, message, from }) => `${code} line ${from.line}: ${message}`),
          [],
        );
        const expectations = readExpectations(text);
        for (const without of expectations.without) {
          const answers = await model.run({ runs: expectations.runs, seed: 1, without });
          const lines = expectations.lines.filter((line) => line.without.join() === without.join());
          assert.deepEqual(failures(lines, answers), []);
        }
      });
    }
  });
}

interface Grammar {
  readonly CLAUSES: Readonly<Record<string, { readonly verb: string | null }>>;
  readonly clauseWords: (table: unknown) => string[];
}

test("the table of declarations names every clause of the grammar", async () => {
  // The grammar's tables are no part of the package's interface.
  const grammar = new URL("../../packages/language/dist/syntax/index.js", import.meta.url);
  const { CLAUSES, clauseWords } = (await import(grammar.href)) as Grammar;
  const page = readFileSync(join(root, "docs", "language.md"), "utf8");
  const table = page.slice(page.indexOf("## All declarations"));
  const rows = new Map(
    [...table.matchAll(/^\| `(\w+)` \| (.*) \|$/gm)].map(([, kind, row]) => [kind, row as string]),
  );
  assert.deepEqual([...rows.keys()].sort(), Object.keys(CLAUSES).sort());
  for (const [kind, clauses] of Object.entries(CLAUSES)) {
    const wanted = [...clauseWords(clauses), ...(clauses.verb === null ? [] : [clauses.verb])];
    const missing = wanted.filter((word) => !rows.get(kind)?.includes(`\`${word}\``));
    assert.deepEqual(missing, [], `clauses of ${kind} that its row leaves out`);
  }
});
