import {
  type Answers,
  changedDeclarations,
  compareAnswers,
  defaultRuns,
  type Model,
  type OpenModel,
  open,
  type RunOptions,
  standardInput,
} from "casus";
import type { Options } from "../command-line/parse.js";
import { didYouMean } from "../command-line/suggest.js";
import { UsageError } from "../command-line/usage-error.js";
import { parseCount, parseDate, parseNames, parseSeed, parseSet } from "../command-line/values.js";
import { sinceLines } from "../render/changes.js";
import { diagnosticLines } from "../render/diagnostic.js";
import { labelsOf } from "../render/labels.js";
import { group } from "../render/numbers.js";
import { reportLines } from "../render/report.js";
import { type InputOutput, penOn, writeJson, writeLines } from "../terminal/io.js";
import { progressOn } from "../terminal/progress.js";
import { inOrder, lineReader } from "./shared.js";
import { watching } from "./watch.js";

/** `casus run FILE`: the answers on standard output, errors in full on standard error. */
export async function run(files: readonly string[], options: Options, io: InputOutput): Promise<number> {
  const file = files[0] ?? "-";
  const wanted = runOptionsOf(options);
  refuseOthers(options);
  if (options.has("watch")) return watchRuns(file, wanted, options, io);
  const opened = await open(file, { set: (options.get("set") ?? []).map(parseSet) });
  if (opened.diagnostics.some(isOfCommandLine)) {
    writeErrors(opened, opened.diagnostics.filter(isOfCommandLine), io);
    return 2;
  }
  if (opened.model !== null) refuseUnknownNames(opened.model, wanted, opened.sources);
  const interrupt = new AbortController();
  const release = io.onInterrupt(() => interrupt.abort());
  const answers = await answersOf(opened, wanted, interrupt.signal, io).finally(release);
  const runs = wanted.runs ?? defaultRuns;
  const isStopped = interrupt.signal.aborted && answers.runs < runs;
  writeAnswers(opened, answers, { file, options, wanted, stoppedOf: isStopped ? runs : null }, io);
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

async function answersOf(
  opened: OpenModel,
  wanted: RunOptions,
  signal: AbortSignal,
  io: InputOutput,
): Promise<Answers> {
  const progress = progressOn(io.stderr, io.now, penOn(io, io.stderr).unicode);
  return opened.run({ ...wanted, onProgress: progress.update, signal }).finally(() => progress.end());
}

interface Writing {
  readonly file: string;
  readonly options: Options;
  readonly wanted: RunOptions;
  readonly stoppedOf: number | null;
}

function writeAnswers(opened: OpenModel, answers: Answers, writing: Writing, io: InputOutput): void {
  const { file, options, wanted, stoppedOf } = writing;
  if (options.has("json")) {
    writeJson(io.stdout, { ...answers, diagnostics: inOrder(answers.diagnostics) });
    return;
  }
  writeErrors(opened, answers.diagnostics, io);
  if (opened.model === null) return;
  const report = { stoppedOf, whatIf: whatIfOf(options, wanted), full: wanted.question !== undefined, file };
  writeLines(io.stdout, reportLines(answers, labelsOf(opened.model), report, penOn(io, io.stdout)));
}

/** What was asked for besides the model as it stands: `wave = 20k`, `without training`. */
function whatIfOf(options: Options, { without = [] }: RunOptions): string[] {
  const sets = (options.get("set") ?? [])
    .map(parseSet)
    .map(({ name, expression }) => `${name} = ${expression}`);
  return [...sets, ...without.map((name) => `without ${name}`)];
}

/** Again on every change, with what it changed since the last time that there were answers. */
async function watchRuns(
  file: string,
  wanted: RunOptions,
  options: Options,
  io: InputOutput,
): Promise<number> {
  if (file === standardInput) throw new UsageError("--watch needs a file: standard input does not change.");
  if (options.has("json"))
    throw new UsageError("--watch writes page after page, and --json a single document.");
  const set = (options.get("set") ?? []).map(parseSet);
  let last: { readonly opened: OpenModel; readonly answers: Answers } | null = null;
  return watching(async (signal, onRead) => {
    const opened = await open(file, { set, onRead });
    // A name that a text being written does not have for a moment is no reason to end.
    const unknown = opened.model === null ? null : unknownName(opened.model, wanted, opened.sources);
    if (unknown !== null) {
      writeLines(io.stderr, [unknown.message, ...unknown.hints.map((hint) => `  ${hint}`)]);
      return;
    }
    const answers = await answersOf(opened, wanted, signal, io);
    if (signal.aborted) return;
    writeAnswers(opened, answers, { file, options, wanted, stoppedOf: null }, io);
    if (last !== null && opened.model !== null) {
      const declarations = changedDeclarations(last.opened.trees, opened.trees);
      const lines = sinceLines(declarations, compareAnswers(last.answers, answers), penOn(io, io.stdout));
      writeLines(io.stdout, ["", ...lines]);
    }
    if (opened.model !== null) last = { opened, answers };
  }, io);
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

function refuseUnknownNames(model: Model, wanted: RunOptions, sources: OpenModel["sources"]): void {
  const unknown = unknownName(model, wanted, sources);
  if (unknown !== null) throw unknown;
}

/** A name on the command line that the model does not have. Names that stand in something broken are let through: the errors say what is wrong. */
function unknownName(model: Model, wanted: RunOptions, sources: OpenModel["sources"]): UsageError | null {
  const broken = model.broken.map(({ name }) => name);
  const isWritten = (kind: string, name: string) =>
    /^[\p{L}\p{N}_]+$/u.test(name) &&
    [...sources.values()].some(({ text }) =>
      new RegExp(`^(?:${kind.replaceAll(" or ", "|")}) +${name}\\b`, "m").test(text),
    );
  const look = (option: string, name: string, kind: string, known: readonly string[]): UsageError | null => {
    if (known.includes(name) || broken.includes(name) || isWritten(kind, name)) return null;
    const list =
      known.length === 0
        ? `The model has no ${kind}.`
        : `There ${known.length === 1 ? "is" : "are"} ${known.join(", ")}.`;
    const near = didYouMean(name, known);
    return new UsageError(
      `--${option}: the model has no ${kind} ${JSON.stringify(name)}.`,
      near.length > 0 ? near : [list],
    );
  };
  const names = (list: readonly { readonly name: string }[]): string[] => list.map(({ name }) => name);
  const { scenario, question, without = [] } = wanted;
  const claims = [...names(model.claims), ...names(model.sources)];
  return (
    (scenario === undefined ? null : look("scenario", scenario, "scenario", names(model.scenarios))) ??
    (question === undefined ? null : look("question", question, "question", names(model.questions))) ??
    without.reduce<UsageError | null>(
      (found, name) => found ?? look("without", name, "claim or source", claims),
      null,
    )
  );
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
