import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Options } from "../command-line/parse.js";
import { didYouMean } from "../command-line/suggest.js";
import { UsageError } from "../command-line/usage-error.js";
import { type InputOutput, penOn, writeLines } from "../terminal/io.js";

/** Where the templates lie beside the compiled program. */
const templates = fileURLToPath(new URL("../../templates/", import.meta.url));

/** `casus new FOLDER`: a copy of a template. A folder that has anything in it is left alone. */
export async function make(words: readonly string[], options: Options, io: InputOutput): Promise<number> {
  const [folder = ""] = words;
  const template = options.get("template")?.[0] ?? "blank";
  const known = templateNames();
  if (!known.includes(template)) {
    throw new UsageError(`There is no template ${JSON.stringify(template)}.`, [
      ...didYouMean(template, known),
      `There are ${known.join(", ")}.`,
    ]);
  }
  const pen = penOn(io, io.stderr);
  const refuse = (why: string): number => {
    writeLines(io.stderr, [`${pen.text(folder)} ${why}: nothing was written.`]);
    return 1;
  };
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) return refuse("is a file");
    if (readdirSync(folder).length > 0) return refuse("has something in it already");
  }
  const files = filesOf(join(templates, template));
  try {
    for (const file of files) {
      const target = join(folder, relative(join(templates, template), file));
      mkdirSync(dirname(target), { recursive: true });
      // `wx`: what has come to lie there in the meantime is not written over either.
      writeFileSync(target, readFileSync(file), { flag: "wx" });
    }
  } catch (error) {
    return refuse(`cannot be written (${error instanceof Error ? error.message : String(error)})`);
  }
  const out = penOn(io, io.stdout);
  const model = out.text(join(folder, "model.casus"));
  writeLines(io.stdout, [
    `${out.text(folder)} has a model, its sources and a README now, after the template ${template}.`,
    "",
    "Next:",
    `  ${out.name(`casus run ${model}`)}`,
    `  ${out.name(`casus coverage ${model}`)}`,
    `  ${out.name(`casus check ${model} --watch`)}`,
  ]);
  return 0;
}

/** By name, the plainest last. */
export function templateNames(): string[] {
  const names = readdirSync(templates, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => name)
    .sort((a, b) => Number(a === "blank") - Number(b === "blank") || (a < b ? -1 : 1));
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}
