import type { Ask, Backing } from "@casus/language";
import type { ClaimShift, QuantityShare, RestsOn } from "../answers.js";
import { origins } from "../evidence/index.js";
import type { Totals } from "./collector.js";
import type { Finished } from "./context.js";
import type { WorldGathering } from "./gathering.js";
import type { Influence } from "./influence.js";
import { byShare, type FirstOrder, firstOrder, type Sample } from "./sensitivity.js";
import type { Twins } from "./twins.js";

export interface Basis {
  readonly finished: Finished;
  readonly world: WorldGathering;
  readonly ask: Ask;
  readonly influence: Influence;
  readonly value: number | null;
  readonly totals: Totals;
  readonly sample: Sample;
  /** Mid-ranks of the outcomes; null where there is no answer. */
  readonly yRanks: Float64Array | null;
  /** Of the outcomes of pairs of runs that differ in chance alone. */
  readonly correlation: ReturnType<Twins["correlation"]>;
  /** The outcomes are probabilities in place of 0 or 1. */
  readonly smooth: boolean;
}

/** What an answer rests on, and how much of its variance no knowledge of that would remove. */
export interface Grounds {
  readonly restsOn: RestsOn;
  readonly chance: number | null;
}

/** Unknowns by their share of what they explain together, claims by what each does to the answer. */
export function groundsOf(basis: Basis): Grounds {
  const { finished, influence, sample, yRanks, smooth } = basis;
  const effects = effectsOf(basis);
  const { mean, variance } = momentsOf(sample);
  const together = explainedTogether(basis, effects, variance);
  const quantities = quantityShares(basis, effects, together);
  const claims = claimShifts(basis);
  const sourced = quantities.reduce(
    (sum, q) => sum + (q.from.length > 0 && q.assumed === null ? q.share : 0),
    0,
  );
  const all = quantities.reduce((sum, q) => sum + q.share, 0);
  const named = [
    ...claims.map((claim) => claim.name),
    ...quantities.flatMap((q) => q.from),
    ...backingClaims(finished, influence),
  ];
  const restsOn = {
    quantities,
    claims,
    sourcedShare: all > 0 ? sourced / all : null,
    ...origins(finished.model, [...new Set(named)], finished.wanted),
  };
  // A probability in place of 0 or 1 varies less than the outcome itself does.
  const outcome = smooth ? mean * (1 - mean) : variance;
  const chance = yRanks === null || !(outcome > 0) ? null : Math.min(1, Math.max(0, 1 - together / outcome));
  return { restsOn, chance };
}

/** First-order effects add up to the whole unless unknowns act together; the pairs say so where they clearly see more than the sum. */
function explainedTogether({ correlation }: Basis, effects: readonly Effect[], variance: number): number {
  const sum = effects.reduce((total, { effect }) => total + effect.variance, 0);
  if (correlation === null || correlation.value - 3 * correlation.error <= sum / variance) return sum;
  return correlation.value * variance;
}

function momentsOf({ count, x, weight }: Sample): { readonly mean: number; readonly variance: number } {
  let [total, first, second] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const w = weight[i]!;
    if (w === 0) continue;
    total += w;
    first += w * x[i]!;
    second += w * x[i]! * x[i]!;
  }
  const mean = first / total;
  return { mean, variance: Math.max(0, second / total - mean * mean) };
}

type Effect = { readonly name: string; readonly backing: Backing; readonly effect: FirstOrder };

function effectsOf({ finished, world, influence, sample, yRanks }: Basis): Effect[] {
  if (yRanks === null) return [];
  const { model } = finished;
  const declared = new Map<string, { readonly backing: Backing }>(
    [...model.facts, ...model.quantities].map((item) => [item.name, item]),
  );
  return [...world.ranks()].flatMap(([name, ranks]) => {
    if (!influence.names.has(name)) return [];
    const backing = declared.get(name)?.backing ?? { from: [], assumed: null };
    return [{ name, backing, effect: firstOrder(sample, ranks, yRanks) }];
  });
}

function quantityShares({ totals }: Basis, effects: readonly Effect[], together: number): QuantityShare[] {
  // An outcome that is a constant up to rounding is explained by nothing.
  const square = totals.xSquared / totals.weight;
  const varies = square - (totals.x / totals.weight) ** 2 > 1e-12 * Math.max(1e-300, square);
  return byShare(
    effects.map(({ name, backing, effect }) => ({
      name,
      share: varies && together > 0 ? effect.variance / together : 0,
      rankCorrelation: varies ? effect.rankCorrelation : null,
      low: effect.low,
      high: effect.high,
      from: backing.from,
      assumed: backing.assumed,
    })),
  );
}

function claimShifts({ finished, influence, totals, value }: Basis): ClaimShift[] {
  const { record } = finished;
  return record.variants.flatMap((variant, index) => {
    const without = new Set(variant.items);
    const own = [...record.base, ...variant.items].filter(
      (item) => !without.has(item) || !record.base.includes(item),
    );
    if (!own.some((item) => influence.items.has(item))) return [];
    const sums = totals.variants[index] as { weight: number; x: number };
    const other = value === null || !(sums.weight > 0) ? null : sums.x / sums.weight;
    return [
      { name: variant.claim, without: other, shift: value === null || other === null ? null : value - other },
    ];
  });
}

/** Claims behind the rules that lead to the answer. */
function backingClaims(finished: Finished, influence: Influence): string[] {
  const { model } = finished;
  const declared = [
    ...model.events,
    ...model.choices,
    ...model.stocks,
    ...model.lets,
    ...model.shocks,
    ...model.treaties,
    ...model.quantities,
    ...model.facts,
  ];
  const duties = model.obligations.flatMap(({ name, duties: all, backing }) =>
    all.some(({ actor }) => influence.names.has(`${name}.due(${actor})`)) ? backing.from : [],
  );
  const options = model.choices.flatMap((choice) =>
    influence.names.has(choice.name) ? choice.options.flatMap((option) => option.backing.from) : [],
  );
  return [
    ...declared.flatMap((item) => (influence.names.has(item.name) ? item.backing.from : [])),
    ...options,
    ...duties,
  ];
}
