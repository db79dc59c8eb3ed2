import { type Diagnostic, type Model, type Question, type Report, reporter } from "@casus/language";
import type { Answer, CheckResult, ClaimSummary } from "./answers.js";
import { lanesFor } from "./interpret/kernels.js";
import { BLOCK } from "./interpret/sums.js";
import { sharedSite } from "./ir/draws.js";
import { ScenarioCircle } from "./lower/once.js";
import { lowerWorld, noRecord, type Smooth, type World } from "./lower/world.js";
import { answerQuestions } from "./summarise/answers.js";
import { summariseChecks } from "./summarise/checks.js";
import { summariseClaims } from "./summarise/claims.js";
import { runDiagnostics } from "./summarise/diagnostics.js";
import { gatheringOf } from "./summarise/gathering.js";
import { smoothEvents } from "./summarise/influence.js";
import { recordOf } from "./weigh/record.js";
import { prepare } from "./weigh/weigher.js";

export interface RunOptions {
  readonly runs: number;
  readonly seed: number;
  /** Day to which knowledge runs; undefined: the file's. */
  readonly asOf?: number | null;
  /** Claims and sources to be left out. */
  readonly without?: readonly string[];
  /** Computed beside the base in place of the questions' own `compare`s. */
  readonly scenario?: string;
  /** Only this question. */
  readonly question?: string;
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked between blocks; the run then ends with the blocks that are done. */
  readonly shouldStop?: () => boolean;
  /** Awaited between blocks, so that whoever hosts the run stays responsive. */
  readonly yield?: () => Promise<void>;
}

export interface RunResult {
  readonly answers: readonly Answer[];
  readonly claims: readonly ClaimSummary[];
  readonly checks: readonly CheckResult[];
  readonly diagnostics: readonly Diagnostic[];
  /** Runs that were done. */
  readonly runs: number;
  readonly stopped: boolean;
}

/** Answers every question of a model by simulation: the interpreter over blocks of runs. The same model, seed and runs give the same bits. */
export async function runModel(model: Model, options: RunOptions): Promise<RunResult> {
  const questions = model.questions.filter(
    (q) => options.question === undefined || q.name === options.question,
  );
  const wanted = {
    asOf: options.asOf === undefined ? model.asOf : options.asOf,
    without: new Set(options.without ?? []),
  };
  const record = recordOf(model, wanted);
  const smooth = smoothEvents(model, record);
  const base = lowerWorld(model, null, questions, record.readings, smooth);
  const { report, diagnostics } = reporter();
  const scenarios = scenarioWorlds(model, questions, options.scenario, smooth, report);
  const shared = sharedSite(base.program);
  if (shared !== null && model.questions[0] !== undefined) {
    report(
      "W0940",
      model.questions[0].span,
      `\`${shared[0]}\` and \`${shared[1]}\` share their draws. Rename one of them.`,
    );
  }
  const lanes = lanesFor([base, ...scenarios].map((world) => world.program));
  const prepared = await prepare(model, base, record, { ...options, lanes });
  const gathering = gatheringOf(model, [base, ...scenarios], record, prepared, {
    lanes,
    seed: options.seed,
    runs: options.runs,
  });
  let done = 0;
  let stopped = false;
  while (done < options.runs) {
    const blockEnd = Math.min(options.runs, done + BLOCK);
    for (let first = done; first < blockEnd; first += lanes)
      gathering.runLanes(first, Math.min(lanes, blockEnd - first));
    gathering.fold();
    done = blockEnd;
    options.onProgress?.(done, options.runs);
    if (options.yield !== undefined) await options.yield();
    if (options.shouldStop?.() === true && done < options.runs) {
      stopped = true;
      break;
    }
  }
  const finished = { model, wanted, record, prepared, gathering, runs: done };
  const answers = answerQuestions(finished);
  return {
    answers: answers.map((a) => a.answer),
    claims: summariseClaims(finished),
    checks: summariseChecks(finished),
    diagnostics: [...diagnostics, ...runDiagnostics(finished, answers)],
    runs: done,
    stopped,
  };
}

/**
 * A world for each scenario that a question compares with, or for the one that was asked for. Only the questions that want it are answered in it; one that goes round in
 * a circle is reported and left out.
 */
function scenarioWorlds(
  model: Model,
  questions: readonly Question[],
  asked: string | undefined,
  smooth: Smooth,
  report: Report,
): World[] {
  return model.scenarios.flatMap((scenario) => {
    const wanted = questions.filter((q) =>
      asked === undefined ? q.compare.includes(scenario.name) : asked === scenario.name,
    );
    if (wanted.length === 0) return [];
    try {
      return [lowerWorld(model, scenario, wanted, noRecord, smooth)];
    } catch (error) {
      if (!(error instanceof ScenarioCircle)) throw error;
      const names = error.names.map((name) => `\`${name}\``).join(", ");
      report(
        "E0932",
        scenario.span,
        `In the scenario \`${scenario.name}\` ${names} would depend on themselves, so it cannot be answered.`,
      );
      return [];
    }
  });
}
