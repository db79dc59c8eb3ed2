import { open, version } from "casus";
import type { Options } from "../command-line/parse.js";
import { diagnosticLines, tally } from "../render/diagnostic.js";
import { type InputOutput, penOn, writeJson, writeLines } from "../terminal/io.js";
import { inOrder, lineReader } from "./shared.js";

/** `casus check FILE…`: every diagnostic in full on standard error, a line for each file on standard output. */
export async function check(files: readonly string[], options: Options, io: InputOutput): Promise<number> {
  const opened = [];
  for (const file of files) opened.push({ file, model: await open(file) });
  const hasErrors = opened.some(({ model }) =>
    model.diagnostics.some(({ severity }) => severity === "error"),
  );
  if (options.has("json")) {
    writeJson(io.stdout, {
      casus: version,
      diagnostics: opened.flatMap(({ model }) => inOrder(model.diagnostics)),
    });
    return hasErrors ? 1 : 0;
  }
  const pen = penOn(io, io.stderr);
  for (const { file, model } of opened) {
    for (const diagnostic of inOrder(model.diagnostics)) {
      writeLines(io.stderr, [...diagnosticLines(diagnostic, lineReader(model.sources), pen), ""]);
    }
    const found = tally(model.diagnostics);
    const out = penOn(io, io.stdout);
    writeLines(io.stdout, [`${out.text(file)}: ${found === "" ? "nothing to complain of" : found}`]);
  }
  return hasErrors ? 1 : 0;
}
