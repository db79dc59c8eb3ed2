import {
  type Answers,
  type Explanation,
  explain,
  explainableNames,
  type Measured,
  measure,
  runModel,
} from "@casus/engine";
import {
  type Coverage,
  checkModel,
  coverageOf,
  dayNumber,
  isoDate,
  type Model,
  type SyntaxTree,
} from "@casus/language";
import type { Place } from "./place.js";
import { type Sources, toPlain } from "./plain.js";
import { version } from "./version.js";

/** What a run can be told. Whatever is left out has the default of the command line. */
export interface RunOptions {
  /** Default: {@link defaultRuns}. */
  readonly runs?: number;
  /** A whole number from 0 to 2⁵³ − 1. Default: 1. */
  readonly seed?: number;
  /** ISO date to which knowledge runs, in place of the model's own. */
  readonly asOf?: string;
  /** Claims and sources whose reports are left out. */
  readonly without?: readonly string[];
  /** A scenario to compute beside the base, in place of the questions' comparisons. */
  readonly scenario?: string;
  /** Answer this question alone. */
  readonly question?: string;
  /** Called now and then with the runs that are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops the run early: it then resolves with what is there so far, `runs` telling how many runs that was. */
  readonly signal?: AbortSignal;
}

export const defaultRuns = 100_000;
/** Enough for two digits of what one name is about. */
const measuredRuns = 8192;

/** A model that has been read and checked. */
export interface OpenModel {
  /** The main file's name in its folder. */
  readonly file: string;
  /** SHA-256 of the model's text, hexadecimal; what it includes included. */
  readonly sha256: string;
  /** null where the text is too broken for a model; the diagnostics say why. */
  readonly model: Model | null;
  readonly diagnostics: Answers["diagnostics"];
  readonly sources: Sources;
  /** The main file first; none where it cannot be read. */
  readonly trees: readonly SyntaxTree[];
  /** What was understood of a name; null where the model has none of that name. */
  explain(name: string): Explanation | null;
  /** What runs say of a name. */
  measure(name: string, options?: Pick<RunOptions, "runs" | "seed">): Promise<Measured | null>;
  /** All that {@link explain} knows. */
  names(): string[];
  /** What has been made of each sentence of each source; null without a model. */
  coverage(): Coverage | null;
  /** Answers the model's questions. Without a model there are no answers, only the diagnostics. */
  run(options?: RunOptions): Promise<Answers>;
}

/** What a model is opened with. */
export interface OpenOptions {
  /** Other values for quantities, facts and numbers of rules: the base of this model, as if its text said so. */
  readonly set?: readonly { readonly name: string; readonly expression: string }[];
}

/** Reads and checks the model at a place; `pause` gives the host its turn in long runs. Never throws over what is in the files: that is in the diagnostics. */
export function openAt(place: Place, options: OpenOptions, pause: () => Promise<void>): OpenModel {
  const overrides = (options.set ?? []).map(({ name, expression }) => ({ name, text: expression }));
  const checked = checkModel(place.world, place.main, { overrides });
  const { model, sources, sha256 } = checked;
  const subject = model === null ? null : { model, trees: checked.trees, texts: sources };
  return {
    file: place.main,
    sha256,
    model,
    sources,
    trees: checked.trees,
    diagnostics: toPlain(checked.diagnostics, sources),
    explain: (name) => (subject === null ? null : explain(subject, name)),
    names: () => (subject === null ? [] : explainableNames(subject)),
    coverage: () => (model === null ? null : coverageOf(model, checked.trees, sources)),
    async measure(name, wanted = {}) {
      if (model === null) return null;
      return measure(model, name, {
        runs: wanted.runs ?? measuredRuns,
        seed: wanted.seed ?? 1,
        yield: pause,
      });
    },
    async run(wanted = {}) {
      const seed = wanted.seed ?? 1;
      const head = { casus: version, edition: 1, model: { file: place.main, sha256 } } as const;
      const how = { engine: "interpreter", precision: "double", threads: 1 } as const;
      if (model === null) {
        const none = {
          answers: [],
          claims: [],
          checks: [],
          diagnostics: toPlain(checked.diagnostics, sources),
        };
        return { ...head, situation: "", asOf: null, seed, runs: 0, ...how, ...none };
      }
      const asOf = wanted.asOf === undefined ? model.asOf : dayOf(wanted.asOf);
      const result = await runModel(model, {
        runs: wanted.runs ?? defaultRuns,
        seed,
        asOf,
        ...(wanted.without === undefined ? {} : { without: wanted.without }),
        ...(wanted.scenario === undefined ? {} : { scenario: wanted.scenario }),
        ...(wanted.question === undefined ? {} : { question: wanted.question }),
        ...(wanted.onProgress === undefined ? {} : { onProgress: wanted.onProgress }),
        shouldStop: () => wanted.signal?.aborted === true,
        yield: pause,
      });
      return {
        ...head,
        situation: model.title,
        asOf: asOf === null ? null : isoDate(asOf),
        seed,
        runs: result.runs,
        ...how,
        answers: result.answers,
        claims: result.claims,
        checks: result.checks,
        diagnostics: toPlain([...checked.diagnostics, ...result.diagnostics], sources),
      };
    },
  };
}

function dayOf(iso: string): number {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = iso.split("-").map(Number);
  const number = dayNumber(year, month, day);
  if (!Number.isFinite(number) || isoDate(number) !== iso)
    throw new RangeError(`asOf is no ISO date: ${iso}`);
  return number;
}
