import type { Ask, Backing } from "@casus/language";
import type { ClaimShift, QuantityShare, RestsOn } from "../answers.js";
import { origins } from "../evidence/index.js";
import type { Totals } from "./collector.js";
import type { Finished } from "./context.js";
import type { WorldGathering } from "./gathering.js";
import type { Influence } from "./influence.js";
import { byShare, firstOrder, type Sample } from "./sensitivity.js";

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
  /** Variance that the unknowns explain together. */
  readonly explained: number | null;
}

/** What an answer rests on: unknowns by their share of what they explain together, claims by what each does to it. */
export function restsOn(basis: Basis): RestsOn {
  const { finished, influence } = basis;
  const quantities = quantityShares(basis);
  const claims = claimShifts(basis);
  const sourced = quantities.reduce((sum, q) => sum + (q.from.length > 0 ? q.share : 0), 0);
  const all = quantities.reduce((sum, q) => sum + q.share, 0);
  const named = [
    ...claims.map((claim) => claim.name),
    ...quantities.flatMap((q) => q.from),
    ...backingClaims(finished, influence),
  ];
  return {
    quantities,
    claims,
    sourcedShare: all > 0 ? sourced / all : null,
    ...origins(finished.model, [...new Set(named)], finished.wanted),
  };
}

function quantityShares({
  finished,
  world,
  influence,
  sample,
  yRanks,
  explained,
  totals,
}: Basis): QuantityShare[] {
  if (yRanks === null) return [];
  const { model } = finished;
  const facts = new Map(model.facts.map((fact) => [fact.name, fact]));
  const quantities = new Map(model.quantities.map((quantity) => [quantity.name, quantity]));
  // An outcome that is a constant up to rounding is explained by nothing.
  const spread = totals.xSquared / totals.weight - (totals.x / totals.weight) ** 2;
  const varies = spread > 1e-12 * Math.max(1e-300, totals.xSquared / totals.weight);
  const effects = [...world.ranks()].flatMap(([name, ranks]) => {
    if (!influence.names.has(name)) return [];
    const backing: Backing = (facts.get(name) ?? quantities.get(name))?.backing ?? {
      from: [],
      assumed: null,
    };
    return [{ name, backing, effect: firstOrder(sample, ranks, yRanks) }];
  });
  const sum = effects.reduce((total, { effect }) => total + effect.variance, 0);
  const together = Math.max(explained ?? 0, sum);
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
  const options = model.choices.flatMap((choice) =>
    influence.names.has(choice.name) ? choice.options.flatMap((option) => option.backing.from) : [],
  );
  return [
    ...declared.flatMap((item) => (influence.names.has(item.name) ? item.backing.from : [])),
    ...options,
  ];
}
