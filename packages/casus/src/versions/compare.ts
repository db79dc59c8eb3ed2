import {
  type AnswerChange,
  type Answers,
  type AnswersComparison,
  answerKey,
  compareAnswers,
  pairedErrors,
} from "@casus/engine";
import { changedDeclarations, type DeclarationChange } from "@casus/language";
import { defaultRuns, type OpenModel, openAt, type RunOptions } from "../open-model.js";
import { type Cause, causesOf, withCause } from "./causes.js";

/** What differs between two versions of a model: in their texts, in their answers, and which change did what. */
export interface VersionComparison extends Omit<AnswersComparison, "changes"> {
  readonly runs: number;
  readonly seed: number;
  readonly declarations: readonly DeclarationChange[];
  /** Files of sources whose texts differ. */
  readonly sourceFiles: readonly string[];
  readonly changes: readonly ExplainedChange[];
}

export interface ExplainedChange extends AnswerChange {
  /** What each change does to the answer when it is the only one that is made, largest first; empty where there is but one, or where there are too many. */
  readonly by: readonly CauseEffect[];
}

export interface CauseEffect {
  /** Names of the declarations; more than one where they need each other. */
  readonly names: readonly string[];
  /** null: the change cannot be made alone, or leaves the answer without a value. */
  readonly difference: number | null;
}

export interface CompareOptions
  extends Pick<RunOptions, "runs" | "seed" | "question" | "onProgress" | "signal"> {
  /** Gives the host its turn. */
  readonly pause: () => Promise<void>;
}

const batchCount = 8;
const mostBatchRuns = 2048;
const mostCauseRuns = 16_384;
const mostCauses = 12;

/**
 * Runs two versions with the same seed and compares them. The error of each difference comes from batches of further seeds, in which both share their draws.
 * Where several declarations changed, each change is also made by itself.
 */
export async function compareVersions(
  before: OpenModel,
  after: OpenModel,
  options: CompareOptions,
): Promise<VersionComparison> {
  const runs = options.runs ?? defaultRuns;
  const seed = options.seed ?? 1;
  const declarations = changedDeclarations(before.trees, after.trees);
  const isSame = declarations.length === 0 && sameTexts(before, after);
  const causes = causesOf(declarations);
  const isExplained = causes.length > 1 && causes.length <= mostCauses && before.model !== null;
  const batchRuns = Math.max(1, Math.min(mostBatchRuns, Math.ceil(runs / batchCount)));
  const causeRuns = Math.min(runs, mostCauseRuns);
  const total =
    2 * runs +
    (isSame ? 0 : 2 * batchCount * batchRuns) +
    (isExplained ? (causes.length + 1) * causeRuns : 0);
  let done = 0;
  const run = async (model: OpenModel, wanted: RunOptions): Promise<Answers> => {
    const start = done;
    const { question, onProgress, signal } = options;
    const answers = await model.run({
      ...(question === undefined ? {} : { question }),
      ...(signal === undefined ? {} : { signal }),
      ...wanted,
      onProgress: (part) => onProgress?.(start + part, total),
    });
    done = start + (wanted.runs ?? 0);
    return answers;
  };
  const first = await run(before, { runs, seed });
  const second = await run(after, { runs, seed });
  const plain = compareAnswers(first, second);
  const moved = plain.changes.some(({ difference }) => difference !== null && difference !== 0);
  const batches: { before: Answers; after: Answers }[] = [];
  for (let k = 1; moved && k <= batchCount && options.signal?.aborted !== true; k++) {
    // Any other seeds will do; these keep clear of the small ones that people choose.
    const wanted = { runs: batchRuns, seed: (seed + k * 1_000_003) % Number.MAX_SAFE_INTEGER };
    batches.push({ before: await run(before, wanted), after: await run(after, wanted) });
  }
  const { changes, ...rest } = moved ? compareAnswers(first, second, pairedErrors(batches, runs)) : plain;
  const effects: { readonly cause: Cause; readonly differences: ReadonlyMap<string, number | null> }[] = [];
  if (isExplained && moved) {
    const base = await run(before, { runs: causeRuns, seed });
    for (const cause of causes) {
      const alone = openAt(withCause(before, after, cause), {}, options.pause);
      const isSound = !alone.diagnostics.some(({ severity }) => severity === "error");
      const answers = isSound ? await run(alone, { runs: causeRuns, seed }) : null;
      effects.push({ cause, differences: answers === null ? new Map() : differencesOf(base, answers) });
    }
  }
  return {
    ...rest,
    runs: Math.min(first.runs, second.runs),
    seed,
    declarations,
    sourceFiles: changedSources(before, after),
    changes: changes.map((change) => ({ ...change, by: effectsOn(change, effects) })),
  };
}

function differencesOf(base: Answers, alone: Answers): Map<string, number | null> {
  return new Map(compareAnswers(base, alone).changes.map((change) => [answerKey(change), change.difference]));
}

function effectsOn(
  change: AnswerChange,
  effects: readonly { readonly cause: Cause; readonly differences: ReadonlyMap<string, number | null> }[],
): CauseEffect[] {
  if (change.category !== null) return [];
  const size = ({ difference }: CauseEffect): number => Math.abs(difference ?? 0);
  return effects
    .map(({ cause, differences }) => ({
      names: cause.map(({ kind, name }) => (name === "" ? kind : name)),
      difference: differences.get(answerKey(change)) ?? null,
    }))
    .filter(({ difference }) => difference !== 0)
    .sort((a, b) => size(b) - size(a));
}

function sameTexts(before: OpenModel, after: OpenModel): boolean {
  return before.sha256 === after.sha256 && changedSources(before, after).length === 0;
}

/** By path, among those that no version reads as a model. */
function changedSources(before: OpenModel, after: OpenModel): string[] {
  const models = new Set([...before.trees, ...after.trees].map(({ source }) => source.file));
  const paths = new Set([...before.sources.keys(), ...after.sources.keys()]);
  return [...paths]
    .filter((path) => !models.has(path) && before.sources.get(path)?.text !== after.sources.get(path)?.text)
    .sort();
}
