import { type AppliedFix, repair, standardInput, version } from "casus";
import type { Options } from "../command-line/parse.js";
import { UsageError } from "../command-line/usage-error.js";
import type { Pen } from "../render/look.js";
import { type InputOutput, penOn, writeJson, writeLines } from "../terminal/io.js";
import { type Opened, writeChecks } from "./findings.js";
import { inOrder } from "./shared.js";

/**
 * `casus check --fix FILE…`: applies the safe fixes, says which, and then what is still at fault. With `-` the mended text goes to standard output, and
 * everything else to standard error.
 */
export async function fix(files: readonly string[], options: Options, io: InputOutput): Promise<number> {
  if (options.has("watch"))
    throw new UsageError("--fix changes files, and --watch waits for changes: one of them.");
  const takesInput = files.includes(standardInput);
  if (takesInput && files.length > 1)
    throw new UsageError("--fix takes standard input alone, for its text is printed.");
  if (takesInput && options.has("json"))
    throw new UsageError("--fix prints the text of standard input, and --json a document.");
  const done = files.map((file) => ({ file, ...repair(file) }));
  const hasErrors = done.some(({ model }) => model.diagnostics.some(({ severity }) => severity === "error"));
  if (options.has("json")) {
    writeJson(io.stdout, {
      casus: version,
      fixes: done.map(({ file, applied, written }) => ({ file, applied, written })),
      diagnostics: done.flatMap(({ model }) => inOrder(model.diagnostics)),
    });
    return hasErrors ? 1 : 0;
  }
  const out = takesInput ? io.stderr : io.stdout;
  for (const { file, model, applied, text } of done) {
    if (text !== null) io.stdout.write(text);
    writeLines(out, appliedLines(file, applied, penOn(io, out)));
    const opened: Opened = { file, model };
    writeChecks([opened], takesInput ? { ...io, stdout: io.stderr } : io);
  }
  return hasErrors ? 1 : 0;
}

function appliedLines(file: string, applied: readonly AppliedFix[], pen: Pen): string[] {
  const count = applied.length;
  if (count === 0) return [];
  return [
    `${pen.text(file)}: ${count} fix${count === 1 ? "" : "es"} applied`,
    ...applied.map(
      (each) => `  ${pen.text(each.file)}:${each.line} ${pen.dim(each.code)} ${pen.text(each.title)}`,
    ),
  ];
}
