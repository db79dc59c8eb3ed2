// Checks that imports run one way: between packages, and inside a package from a folder to those that stand before it in its list.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { root } from "./prepare.mjs";

/**
 * @typedef {object} Package
 * @property {string} folder
 * @property {boolean} pure no Node, no DOM: what it may use besides itself is in `uses`
 * @property {readonly string[]} uses other packages
 * @property {readonly string[]} order folders and files of `src`, each using only itself and those before it
 */

/** @type {readonly Package[]} */
const packages = [
  {
    folder: "packages/language",
    pure: true,
    uses: ["@noble/hashes"],
    order: [
      "text",
      "time",
      "units",
      "words",
      "diagnostics",
      "world.ts",
      "syntax",
      "format",
      "model",
      "quotes",
      "check",
      "reading",
      "compare",
      "index.ts",
    ],
  },
  {
    folder: "packages/engine",
    pure: true,
    uses: ["@casus/language"],
    order: [
      "answers.ts",
      "numeric",
      "random",
      "distributions",
      "evidence",
      "ir",
      "lower",
      "plan",
      "interpret",
      "weigh",
      "summarise",
      "run.ts",
      "explain",
      "compare",
      "index.ts",
    ],
  },
  {
    folder: "packages/casus",
    pure: false,
    uses: ["@casus/engine", "@casus/language"],
    order: [
      "version.ts",
      "titles.ts",
      "place.ts",
      "plain.ts",
      "open-model.ts",
      "repair.ts",
      "versions",
      "node",
      "index.ts",
    ],
  },
  {
    folder: "apps/cli",
    pure: false,
    uses: ["casus"],
    order: ["render", "terminal", "command-line", "commands", "main.ts"],
  },
];

/** @type {string[]} */
const faults = [];
let count = 0;
for (const each of packages) {
  const source = join(root, each.folder, "src");
  for (const file of typescriptFiles(source)) {
    count++;
    checkFile(each, source, file);
  }
}
if (faults.length > 0) {
  console.error(`${faults.length} imports run against the layers of scripts/layers.mjs:`);
  for (const fault of faults) console.error(`  ${fault}`);
  process.exit(1);
}
console.log(`Layers: the imports of ${count} files run one way.`);

/**
 * @param {Package} each
 * @param {string} source
 * @param {string} file
 */
function checkFile(each, source, file) {
  const isTest = file.endsWith(".test.ts");
  const name = relative(root, file).split(sep).join("/");
  const own = partOf(source, file);
  const place = each.order.indexOf(own);
  if (place < 0 && !isTest) faults.push(`${name}: ${own} has no place in the order of ${each.folder}`);
  for (const target of importsOf(readFileSync(file, "utf8"))) {
    if (target.startsWith(".")) {
      const path = join(dirname(file), target);
      const other = partOf(source, path.replace(/\.js$/, ".ts"));
      if (relative(source, path).startsWith(".."))
        faults.push(`${name} imports ${target}, which is outside its package`);
      else if (!isTest && other !== own && each.order.indexOf(other) > place) {
        faults.push(`${name} imports ${target}: ${other} comes after ${own}`);
      }
      continue;
    }
    const isAllowed =
      each.uses.some((used) => target === used || target.startsWith(`${used}/`)) ||
      (target.startsWith("node:") && (!each.pure || isTest)) ||
      (isTest && target === "fast-check");
    if (!isAllowed) faults.push(`${name} imports ${target}, which ${each.folder} may not use`);
  }
}

/**
 * The folder or file of `src` that a path belongs to.
 * @param {string} source
 * @param {string} file
 */
function partOf(source, file) {
  return relative(source, file).split(sep)[0] ?? "";
}

/**
 * What a file imports or exports on, types included; the words stand at the beginning of a line, as the formatter leaves them.
 * @param {string} text
 * @returns {string[]}
 */
function importsOf(text) {
  const statements = text.matchAll(/^(?:import|export)\s(?:[^"';]*?\sfrom\s)?["']([^"']+)["']/gm);
  const calls = text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g);
  return [...statements, ...calls].map(([, target = ""]) => target);
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function typescriptFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return typescriptFiles(path);
    return entry.name.endsWith(".ts") ? [path] : [];
  });
}
