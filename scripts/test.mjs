// npm test: installs and builds where needed, then checks format, layers and notices, and runs all tests.
// npm test -- WORD… runs the tests alone whose path holds one of the words.
import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { Writable } from "node:stream";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { requireNode } from "./node-version.mjs";
import { bin, build, install, must, root } from "./prepare.mjs";

requireNode();
const words = process.argv.slice(2);
install();
build();
if (words.length === 0) {
  must(process.execPath, [bin("@biomejs", "biome", "bin", "biome"), "check", "."]);
  must(process.execPath, [join("scripts", "layers.mjs")]);
  must(process.execPath, [join("scripts", "notices.mjs"), "--check"]);
}

const files = ["packages", "apps", "tests"]
  .flatMap((folder) => testFiles(join(root, folder)))
  .filter(isWanted)
  .sort();
if (files.length === 0) {
  console.error(
    words.length > 0 ? `No test file has ${words.join(" or ")} in its path.` : "There are no tests.",
  );
  process.exit(1);
}

const counts = { passed: 0, failed: 0, skipped: 0 };
const stream = run({ files, concurrency: true });
stream.on("test:pass", ({ details, skip, todo }) => {
  if (details.type === "suite") return;
  if (skip !== undefined || todo !== undefined) counts.skipped++;
  else counts.passed++;
});
stream.on("test:fail", ({ details, todo }) => {
  if (details.type === "suite") return;
  if (todo !== undefined) counts.skipped++;
  else counts.failed++;
});
stream
  .compose(spec)
  .pipe(new Writable({ write: (chunk, _, done) => void process.stdout.write(chunk, () => done()) }))
  .on("finish", () => {
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
  });

/**
 * Compiled test files, save those whose source is gone and those that only hold what tests share.
 * @param {string} folder
 * @returns {string[]}
 */
function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules") return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    if (!entry.name.endsWith(".test.js") || entry.name.endsWith(".fixture.test.js")) return [];
    const source = path.replace(`${sep}dist${sep}`, `${sep}src${sep}`).replace(/\.js$/, ".ts");
    return existsSync(source) ? [path] : [];
  });
}

/** @param {string} path */
function isWanted(path) {
  const name = relative(root, path).split(sep).join("/");
  return words.length === 0 || words.some((word) => name.includes(word));
}
