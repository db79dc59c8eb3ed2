import { closeDate, unitText } from "@casus/language";
import type { Answer, Quantiles, SeriesPoint } from "../answers.js";
import { wordFor } from "../evidence/index.js";
import type { Collector, Totals } from "./collector.js";
import type { Finished } from "./context.js";
import type { WorldGathering } from "./gathering.js";
import { type InfluenceOf, influences } from "./influence.js";
import { type shares, weightedQuantiles } from "./percentiles.js";
import { groundsOf } from "./rests-on.js";
import { midRanks } from "./sensitivity.js";
import type { Twins } from "./twins.js";

/** An answer with what its diagnostics are made of. */
export interface Answered {
  readonly answer: Answer;
  readonly collector: Collector;
  readonly totals: Totals;
  /** Why there is no value, if there is none. */
  readonly missing: "no run agrees" | "no value" | "broken evidence" | null;
}

/** Answers in the order of questions and asks, each followed by its scenarios. */
export function answerQuestions(finished: Finished): Answered[] {
  const [base] = finished.gathering.worlds;
  const known = new Map<WorldGathering, InfluenceOf>();
  const influenceIn = (world: WorldGathering): InfluenceOf => {
    const influence = known.get(world) ?? influences(world.world.model, finished.record);
    known.set(world, influence);
    return influence;
  };
  if (base === undefined) return [];
  return base.collectors.flatMap(({ lowered: { ask } }) =>
    finished.gathering.worlds.flatMap((world) => {
      const index = world.collectors.findIndex((collector) => collector.lowered.ask === ask);
      const collector = world.collectors[index];
      const twins = world.twins[index];
      return collector === undefined || twins === undefined
        ? []
        : [answerOf(finished, world, collector, twins, influenceIn(world))];
    }),
  );
}

function answerOf(
  finished: Finished,
  world: WorldGathering,
  collector: Collector,
  twins: Twins,
  influenceOf: InfluenceOf,
): Answered {
  const { model } = finished;
  const { question, ask } = collector.lowered;
  const totals = collector.totals();
  const influence = influenceOf(ask);
  const broken = model.broken.some(
    (item) => item.reads === null || item.reads.some((name) => influence.names.has(name)),
  );
  const missing = broken
    ? "broken evidence"
    : !(totals.weight > 0)
      ? "no run agrees"
      : totals.lost > 0
        ? "no value"
        : null;
  const mean = totals.x / totals.weight;
  const isCategories = ask.kind === "categories" && !collector.lowered.isFlag;
  const value = missing !== null || isCategories || ask.kind === "categories" ? null : mean;
  const isChance = ask.kind === "probability" || ask.kind === "date";
  const sample = { count: totals.kept.count, x: totals.kept.x, weight: totals.kept.weight };
  const answer: Answer = {
    question: question.name,
    ask: ask.text,
    given: ask.given?.text ?? null,
    scenario: world.world.scenario,
    kind: ask.kind,
    unit: ask.kind === "value" ? unitText(ask.expression.unit) || null : null,
    value,
    categories:
      ask.kind === "categories" && missing === null ? categoriesOf(finished, collector, totals) : null,
    standardError: value === null ? null : standardError(world, collector, totals, mean),
    word: isChance && value !== null ? wordFor(model.scale, value) : null,
    interval: null,
    quantiles: missing !== null ? null : quantilesOf(finished, collector, totals),
    series: missing === "broken evidence" ? [] : seriesOf(finished, collector, totals),
    moot: collector.lowered.moot === null || missing !== null ? null : totals.lapsed / totals.weight,
    method: "simulated",
    effectiveRuns: totals.squaredWeight > 0 ? totals.weight ** 2 / totals.squaredWeight : 0,
    ...groundsOf({
      finished,
      world,
      ask,
      influence,
      value,
      totals,
      sample,
      yRanks: missing === null && value !== null ? midRanks(sample) : null,
      correlation: twins.correlation(),
      smooth: collector.lowered.smooth,
    }),
    confidence: null,
  };
  return { answer, collector, totals, missing };
}

/** Relative error that adding up some thousand steps and many runs in double may leave. */
const ROUNDING = 1e-12;

/** Of a ratio Σwx / Σw, by the delta method: √Σw²(x − m)² / Σw; never less than the rounding of the sums themselves. */
function standardError(
  { world }: WorldGathering,
  { lowered }: Collector,
  totals: Totals,
  mean: number,
): number | null {
  if (world.settled[world.asks.indexOf(lowered)] === true) return 0;
  // One run does not show how far another would be from it.
  if (totals.counted < 2) return null;
  // What no run has shown may still be possible: of n runs without it as much as one in n.
  if (lowered.isFlag && (mean === 0 || mean === 1)) return totals.squaredWeight / totals.weight ** 2;
  const sum =
    totals.squaredWeightXSquared - 2 * mean * totals.squaredWeightX + mean * mean * totals.squaredWeight;
  return Math.max(Math.sqrt(Math.max(0, sum)) / totals.weight, ROUNDING * Math.abs(mean));
}

function categoriesOf(finished: Finished, collector: Collector, totals: Totals): Record<string, number> {
  const { ask, isFlag } = collector.lowered;
  if (isFlag) return { true: totals.x / totals.weight, false: 1 - totals.x / totals.weight };
  const draw = finished.model.facts.find((fact) => ask.kind === "categories" && fact.name === ask.fact)?.draw;
  const names = draw?.kind === "one of" ? draw.values.map((v) => v.name) : [];
  return Object.fromEntries(names.map((name, c) => [name, (totals.categories[c] as number) / totals.weight]));
}

/** Percentiles of the outcome; for a date those of the day on which it comes, null where that is beyond the period. */
function quantilesOf(
  finished: Finished,
  collector: Collector,
  totals: Totals,
): Quantiles<number> | Quantiles<string> | null {
  const { ask } = collector.lowered;
  if (ask.kind === "value") return weightedQuantiles(totals.kept.x, totals.kept.weight, totals.kept.count);
  if (ask.kind !== "date") return null;
  const { timeline } = finished.model;
  const dateOf = (share: number) => {
    const step = totals.series.findIndex((sum) => sum / totals.weight >= share);
    return step < 0 ? null : closeDate(timeline, step);
  };
  return { p5: dateOf(0.05), p25: dateOf(0.25), p50: dateOf(0.5), p75: dateOf(0.75), p95: dateOf(0.95) };
}

/** The same answer at every close from the first on. */
function seriesOf(finished: Finished, collector: Collector, totals: Totals): SeriesPoint[] {
  const { ask } = collector.lowered;
  const { timeline } = finished.model;
  if (ask.kind === "categories" || !(totals.weight > 0)) return [];
  return Array.from({ length: timeline.steps }, (_, i): SeriesPoint => {
    const step = i + 1;
    const date = closeDate(timeline, step) as string;
    const mean = (totals.series[step] as number) / totals.weight;
    if (!Number.isFinite(mean) || totals.lostAt[step]) return { date, value: null };
    if (ask.kind !== "value") return { date, value: mean };
    const values = totals.keptSeries.values[step] as Float64Array;
    const quantiles = weightedQuantiles(values, totals.kept.weight, totals.keptSeries.count);
    return quantiles === null
      ? { date, value: mean }
      : { date, value: mean, ...(quantiles as Record<keyof typeof shares, number>) };
  });
}
