import { open, type PlainDiagnostic, standardInput, version } from "casus";
import type { Options } from "../command-line/parse.js";
import { UsageError } from "../command-line/usage-error.js";
import { messageLines } from "../render/changes.js";
import { type InputOutput, penOn, writeJson, writeLines } from "../terminal/io.js";
import { type Opened, writeChecks } from "./findings.js";
import { fix } from "./fix.js";
import { inOrder } from "./shared.js";
import { watching } from "./watch.js";

/** `casus check FILE…`: every diagnostic in full on standard error, a line for each file on standard output. */
export async function check(files: readonly string[], options: Options, io: InputOutput): Promise<number> {
  if (options.has("fix")) return fix(files, options, io);
  if (options.has("watch")) return watchChecks(files, options, io);
  const opened: Opened[] = [];
  for (const file of files) opened.push({ file, model: await open(file) });
  const hasErrors = opened.some(({ model }) =>
    model.diagnostics.some(({ severity }) => severity === "error"),
  );
  if (options.has("json")) {
    writeJson(io.stdout, {
      casus: version,
      diagnostics: opened.flatMap(({ model }) => inOrder(model.diagnostics)),
    });
  } else writeChecks(opened, io);
  return hasErrors ? 1 : 0;
}

/** Again on every change, with what is said now and was not before, and what no longer is. */
async function watchChecks(files: readonly string[], options: Options, io: InputOutput): Promise<number> {
  if (files.includes(standardInput))
    throw new UsageError("--watch needs files: standard input does not change.");
  if (options.has("json"))
    throw new UsageError("--watch writes page after page, and --json a single document.");
  let last: readonly PlainDiagnostic[] | null = null;
  return watching(async (signal, onRead) => {
    const opened: Opened[] = [];
    for (const file of files) opened.push({ file, model: await open(file, { onRead }) });
    if (signal.aborted) return;
    writeChecks(opened, io);
    const now = opened.flatMap(({ model }) => model.diagnostics);
    const pen = penOn(io, io.stdout);
    const before = last;
    if (before !== null) {
      const key = ({ code, message }: PlainDiagnostic): string => `${code} ${message}`;
      const had = new Set(before.map(key));
      const has = new Set(now.map(key));
      const lines = [
        ...messageLines(
          now.filter((each) => !had.has(key(each))),
          "+",
          pen,
        ),
        ...messageLines(
          before.filter((each) => !has.has(key(each))),
          pen.signs.minus,
          pen,
        ),
      ];
      if (lines.length > 0) writeLines(io.stdout, ["", pen.bold("Since the last time"), ...lines]);
    }
    last = now;
  }, io);
}
