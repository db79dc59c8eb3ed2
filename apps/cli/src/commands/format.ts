import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { format as formatted, nodePlace, parse, type ReadResult, sourceText, standardInput } from "casus";
import type { Options } from "../command-line/parse.js";
import { UsageError } from "../command-line/usage-error.js";
import { type InputOutput, penOn, writeLines } from "../terminal/io.js";

/**
 * `casus format FILE…`: puts files into their canonical form, or with `--check` lists those that are not in it. A file is written only where something
 * changes, and as a whole or not at all. One that cannot be read or written is reported, and the others are done all the same.
 */
export async function format(files: readonly string[], options: Options, io: InputOutput): Promise<number> {
  if (files.length > 1 && files.includes(standardInput))
    throw new UsageError("Standard input is formatted by itself, since the text goes to standard output.");
  const isCheck = options.has("check");
  let status = 0;
  for (const file of new Set(files)) {
    const outcome = formatOne(file, isCheck, io);
    if (outcome === "failed" || (isCheck && outcome === "changed")) status = 1;
  }
  return status;
}

type Outcome = "unchanged" | "changed" | "failed";

function formatOne(file: string, isCheck: boolean, io: InputOutput): Outcome {
  const pen = penOn(io, io.stderr);
  const failed = (why: string): Outcome => {
    writeLines(io.stderr, [`${pen.text(nameOf(file))}: ${pen.text(why)}`]);
    return "failed";
  };
  const read = readModel(file);
  if (read.kind !== "text") return failed(whyNot(read));
  const tree = parse(sourceText(file, read.text));
  const errors = tree.diagnostics.filter(({ severity }) => severity === "error").length;
  const text = formatted(tree);
  const outcome = text === read.text ? "unchanged" : "changed";
  if (isCheck) {
    if (outcome === "changed") writeLines(io.stdout, [penOn(io, io.stdout).text(file)]);
  } else if (file === standardInput) io.stdout.write(text);
  else if (outcome === "changed") {
    const problem = replaceFile(file, read.text, text);
    if (problem !== null) return failed(problem);
    writeLines(io.stdout, [`${penOn(io, io.stdout).text(file)}: formatted`]);
  }
  if (errors > 0) writeLines(io.stderr, [noteOf(file, errors, pen.text(nameOf(file)))]);
  return outcome;
}

function noteOf(file: string, errors: number, name: string): string {
  const count = errors === 1 ? "a syntax error" : `${errors} syntax errors`;
  const kept = `${name}: ${count}; what was not understood keeps its layout.`;
  return file === standardInput ? kept : `${kept} \`casus check ${name}\` shows where.`;
}

function nameOf(file: string): string {
  return file === standardInput ? "standard input" : file;
}

function readModel(file: string): ReadResult {
  const { world, main } = nodePlace(file);
  return world.read(main, "");
}

function whyNot(read: Exclude<ReadResult, { kind: "text" }>): string {
  switch (read.kind) {
    case "missing":
      return "there is no such file.";
    case "outside":
      return "it lies outside of the folder.";
    case "too large":
      return "it is too large for a model.";
    case "unreadable":
      return `it cannot be read: ${read.why}.`;
  }
}

/** The byte order mark of a file that has one: readers do not see it, and so it stays. */
function startOf(path: string): string {
  return readFileSync(path)
    .subarray(0, 3)
    .equals(Buffer.from([0xef, 0xbb, 0xbf]))
    ? "\ufeff"
    : "";
}

/**
 * Writes beside the file, then puts the new file in the place of the old one, so that at every moment one of them is there whole. Keeps the mode, and
 * follows a link to the file that is meant. Returns what went wrong, in which case the old file stands as it was.
 */
function replaceFile(file: string, before: string, after: string): string | null {
  let temporary = "";
  try {
    const real = realpathSync(file);
    // A file that its owner has locked stays locked, though its folder would let it be replaced.
    accessSync(real, constants.W_OK);
    const { mode } = statSync(real);
    temporary = join(dirname(real), `.${basename(real)}.${randomBytes(6).toString("hex")}.tmp`);
    const descriptor = openSync(temporary, "wx", mode & 0o777);
    try {
      writeFileSync(descriptor, startOf(real) + after);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    chmodSync(temporary, mode & 0o7777);
    const now = readModel(file);
    if (now.kind !== "text" || now.text !== before) {
      rmSync(temporary, { force: true });
      return "it was changed by another program meanwhile, and has been left alone.";
    }
    renameSync(temporary, real);
    return null;
  } catch (error) {
    if (temporary !== "") rmSync(temporary, { force: true });
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "") throw error;
    return `it cannot be written (${code}), and stands as it was.`;
  }
}
