import type { Grades } from "@casus/language";
import {
  type Accuracies,
  meanOver,
  meanOverQuantile,
  type NumberReport,
  numberWeight,
  type Voice,
  weights,
} from "../evidence/index.js";
import type { FlagLanes, NumberLanes } from "../interpret/kernels.js";
import { inverseBeta } from "../numeric/index.js";
import { fillUniform, siteOf } from "../random/index.js";
import type { WeighItem } from "./items.js";

/** Accuracies of speakers and sources, where they are drawn: one uniform for an owner and run, through the Beta of the grade. */
export interface DrawnAccuracies {
  start(firstRun: number): void;
  of(lane: number): Accuracies;
}

export function drawnAccuracies(
  grades: Grades,
  voices: readonly Pick<Voice, "owner" | "grade">[],
  seed: number,
  lanes: number,
): DrawnAccuracies {
  const values = new Map<string, Float64Array>();
  const uniform = new Float64Array(lanes);
  for (const { owner, grade } of voices) values.set(`${owner} ${grade}`, new Float64Array(lanes));
  return {
    start(firstRun) {
      for (const { owner, grade } of voices) {
        const [a, b] = grades.letters[grade].beta;
        const out = values.get(`${owner} ${grade}`)!;
        fillUniform(
          uniform,
          { seed, site: siteOf(`${owner}.accuracy`), step: 0, stream: 0 },
          firstRun,
          lanes,
        );
        for (let i = 0; i < lanes; i++) out[i] = inverseBeta(a, b, uniform[i]!, 1 - uniform[i]!);
      }
    },
    of: (lane) => (voice) => values.get(`${voice.owner} ${voice.grade}`)?.[lane] ?? voice.accuracy,
  };
}

/** N̄ of a numeric report: over the prior of a quantity whose quantile function is known, else over values of the base's first runs. */
export function meanAgreement(
  report: NumberReport,
  prior: ((u: number) => number) | ArrayLike<number>,
): number {
  return typeof prior === "function" ? meanOverQuantile(report, prior) : meanOver(report, prior);
}

/** What the factors of an item are computed from, in one block of runs. */
export interface Evidences {
  flag(reading: string): FlagLanes;
  number(reading: string): NumberLanes;
  readonly means: ReadonlyMap<string, number>;
  readonly accuracies: DrawnAccuracies | null;
}

/** The factor of each run. */
export function fillFactors(out: NumberLanes, item: WeighItem, from: Evidences): void {
  switch (item.kind) {
    case "condition": {
      const holds = from.flag(item.reading);
      for (let i = 0; i < out.length; i++) out[i] = holds[i] === 1 ? item.ifTrue : item.ifFalse;
      return;
    }
    case "drawn": {
      const holds = from.flag(item.reading);
      for (let i = 0; i < out.length; i++) {
        const { ifTrue, ifFalse } = weights(item.group, from.accuracies?.of(i));
        out[i] = holds[i] === 1 ? ifTrue : ifFalse;
      }
      return;
    }
    case "number": {
      const values = from.number(item.reading);
      const mean = from.means.get(item.name) ?? Number.NaN;
      for (let i = 0; i < out.length; i++)
        out[i] = numberWeight(item.report, values[i]!, mean, from.accuracies?.of(i));
      return;
    }
  }
}
