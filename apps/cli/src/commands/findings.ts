import type { OpenModel } from "casus";
import { diagnosticLines, tally } from "../render/diagnostic.js";
import { type InputOutput, penOn, writeLines } from "../terminal/io.js";
import { inOrder, lineReader } from "./shared.js";

/** A model, and the file as it was named. */
export interface Opened {
  readonly file: string;
  readonly model: OpenModel;
}

/** Every diagnostic in full on standard error, a line for each file on standard output. */
export function writeChecks(opened: readonly Opened[], io: InputOutput): void {
  const pen = penOn(io, io.stderr);
  for (const { file, model } of opened) {
    for (const diagnostic of inOrder(model.diagnostics)) {
      writeLines(io.stderr, [...diagnosticLines(diagnostic, lineReader(model.sources), pen), ""]);
    }
    const found = tally(model.diagnostics);
    const out = penOn(io, io.stdout);
    writeLines(io.stdout, [`${out.text(file)}: ${found === "" ? "nothing to complain of" : found}`]);
  }
}
