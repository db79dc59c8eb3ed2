import { defaultRuns, type Model, type OpenModel, open, type RunOptions } from "casus";
import type { Options } from "../command-line/parse.js";
import { didYouMean } from "../command-line/suggest.js";
import { UsageError } from "../command-line/usage-error.js";
import { parseCount, parseDate, parseNames, parseSeed, parseSet } from "../command-line/values.js";
import { diagnosticLines } from "../render/diagnostic.js";
import { labelsOf } from "../render/labels.js";
import { group } from "../render/numbers.js";
import { reportLines } from "../render/report.js";
import { type InputOutput, penOn, writeJson, writeLines } from "../terminal/io.js";
import { progressOn } from "../terminal/progress.js";
import { inOrder, lineReader } from "./shared.js";

/** `casus run FILE`: the answers on standard output, errors in full on standard error. */
export async function run(files: readonly string[], options: Options, io: InputOutput): Promise<number> {
  const file = files[0] ?? "-";
  const wanted = runOptionsOf(options);
  refuseOthers(options);
  const opened = await open(file, { set: (options.get("set") ?? []).map(parseSet) });
  if (opened.diagnostics.some(isOfCommandLine)) {
    writeErrors(opened, opened.diagnostics.filter(isOfCommandLine), io);
    return 2;
  }
  if (opened.model !== null) refuseUnknownNames(opened.model, wanted);
  const runs = wanted.runs ?? defaultRuns;
  const interrupt = new AbortController();
  const release = io.onInterrupt(() => interrupt.abort());
  const progress = progressOn(io.stderr, io.now, penOn(io, io.stderr).unicode);
  const answers = await opened
    .run({ ...wanted, onProgress: progress.update, signal: interrupt.signal })
    .finally(() => {
      progress.end();
      release();
    });
  const isStopped = interrupt.signal.aborted && answers.runs < runs;
  if (options.has("json")) writeJson(io.stdout, { ...answers, diagnostics: inOrder(answers.diagnostics) });
  else {
    writeErrors(opened, answers.diagnostics, io);
    if (opened.model !== null) {
      const stoppedOf = isStopped ? runs : null;
      const report = { stoppedOf, full: wanted.question !== undefined, file };
      writeLines(io.stdout, reportLines(answers, labelsOf(opened.model), report, penOn(io, io.stdout)));
    }
  }
  if (isStopped) {
    // The page says so itself; in the document the number of runs does.
    if (options.has("json")) {
      writeLines(io.stderr, [`Stopped after ${group(answers.runs)} of ${group(runs)} runs.`]);
    }
    return 130;
  }
  const isAtFault =
    answers.diagnostics.some(({ severity }) => severity === "error") ||
    answers.checks.some(({ holds }) => !holds);
  return isAtFault ? 1 : 0;
}

function runOptionsOf(options: Options): RunOptions {
  const one = (name: string): string | undefined => options.get(name)?.[0];
  const runs = one("runs");
  const seed = one("seed");
  const asOf = one("as-of");
  const scenario = one("scenario");
  const question = one("question");
  const without = (options.get("without") ?? []).flatMap((text) => parseNames("without", text));
  return {
    ...(runs === undefined ? {} : { runs: parseCount("runs", runs, 1, 1e9) }),
    ...(seed === undefined ? {} : { seed: parseSeed(seed) }),
    ...(asOf === undefined ? {} : { asOf: parseDate("as-of", asOf) }),
    ...(scenario === undefined ? {} : { scenario }),
    ...(question === undefined ? {} : { question }),
    ...(without.length === 0 ? {} : { without }),
  };
}

/** Engines and precisions of other versions, and numbers of threads that are none. */
function refuseOthers(options: Options): void {
  const only = (name: string, here: string, later: readonly string[]): void => {
    const text = options.get(name)?.[0];
    if (text === undefined || text === here) return;
    if (later.includes(text)) {
      throw new UsageError(`This version of casus does not have --${name} ${text} yet.`, [
        `It has --${name} ${here}.`,
      ]);
    }
    throw new UsageError(
      `--${name} takes ${here}, not ${JSON.stringify(text)}.`,
      didYouMean(text, [here, ...later]),
    );
  };
  only("engine", "interpreter", ["compiled"]);
  only("precision", "double", ["single"]);
  const threads = options.get("threads")?.[0];
  if (threads !== undefined) parseCount("threads", threads, 1, 1024);
}

/** A name on the command line that the model does not have. Names that stand in something broken are let through: the errors say what is wrong. */
function refuseUnknownNames(model: Model, wanted: RunOptions): void {
  const broken = model.broken.map(({ name }) => name);
  const look = (option: string, name: string, kind: string, known: readonly string[]): void => {
    if (known.includes(name) || broken.includes(name)) return;
    const list =
      known.length === 0
        ? `The model has no ${kind}.`
        : `There ${known.length === 1 ? "is" : "are"} ${known.join(", ")}.`;
    const near = didYouMean(name, known);
    throw new UsageError(
      `--${option}: the model has no ${kind} ${JSON.stringify(name)}.`,
      near.length > 0 ? near : [list],
    );
  };
  const names = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name);
  if (wanted.scenario !== undefined) look("scenario", wanted.scenario, "scenario", names(model.scenarios));
  if (wanted.question !== undefined) look("question", wanted.question, "question", names(model.questions));
  for (const name of wanted.without ?? []) {
    look("without", name, "claim or source", [...names(model.claims), ...names(model.sources)]);
  }
}

/** What is wrong with a `--set` is a fault of the command line, and stands in a text of that name. */
function isOfCommandLine({ severity, file }: OpenModel["diagnostics"][number]): boolean {
  return severity === "error" && file.startsWith("--set ");
}

function writeErrors(opened: OpenModel, diagnostics: OpenModel["diagnostics"], io: InputOutput): void {
  const pen = penOn(io, io.stderr);
  const errors = inOrder(diagnostics).filter(({ severity }) => severity === "error" || opened.model === null);
  for (const error of errors)
    writeLines(io.stderr, [...diagnosticLines(error, lineReader(opened.sources), pen), ""]);
}
