import type { QuantityShare } from "../answers.js";

/** Bins of equal prior mass in which outcomes are gathered; neighbours are joined until each holds enough weight. */
const FINE = 1024;
const COARSE = 20;

/** The kept outcomes of an ask with their weights, and one unknown's rank (its uniform) or category in the same runs. */
export interface Sample {
  readonly count: number;
  readonly x: Float64Array;
  readonly weight: Float64Array;
}

export interface FirstOrder {
  /** Variance of the outcome's mean given the unknown, corrected for what sampling adds. */
  readonly variance: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly rankCorrelation: number | null;
}

interface Bin {
  weight: number;
  squared: number;
  x: number;
  xSquared: number;
}

/**
 * First-order effect of one unknown on an outcome, from the draws of the run itself: the variance between bins of its rank (Sobol' 1993, by correlation ratio), less
 * its expectation under no effect. `categories`: the rank is a category (a fact's value) and is not cut into bins.
 */
export function firstOrder(
  sample: Sample,
  rank: Float64Array,
  yRank: Float64Array,
  categories: boolean,
): FirstOrder {
  const bins = gather(sample, rank, categories);
  const groups = categories ? bins.filter((bin) => bin.weight > 0) : join(bins);
  const all = groups.reduce(merge, emptyBin());
  if (!(all.weight > 0)) return { variance: 0, low: null, high: null, rankCorrelation: null };
  const mean = all.x / all.weight;
  let between = 0;
  let noise = 0;
  for (const bin of groups) {
    const share = bin.weight / all.weight;
    const m = bin.x / bin.weight;
    const spread = Math.max(0, bin.xSquared / bin.weight - m * m);
    const effective = (bin.weight * bin.weight) / bin.squared;
    between += share * (m - mean) ** 2;
    // The mean of a bin of n runs scatters by s²/(n − 1) around its own expectation.
    if (effective > 1) noise += share * (1 - share) * (spread / (effective - 1));
  }
  const meanOf = (bin: Bin | undefined) =>
    bin === undefined || !(bin.weight > 0) ? null : bin.x / bin.weight;
  const tenths = categories
    ? groups
    : [joinFirst(groups, all.weight / 10), joinFirst([...groups].reverse(), all.weight / 10)];
  return {
    variance: Math.max(0, between - noise),
    low: meanOf(tenths[0]),
    high: meanOf(tenths[tenths.length - 1]),
    rankCorrelation: spearman(sample, rank, yRank, categories),
  };
}

const emptyBin = (): Bin => ({ weight: 0, squared: 0, x: 0, xSquared: 0 });
const merge = (a: Bin, b: Bin): Bin => ({
  weight: a.weight + b.weight,
  squared: a.squared + b.squared,
  x: a.x + b.x,
  xSquared: a.xSquared + b.xSquared,
});

function binOf(rank: number, categories: boolean): number {
  return categories ? rank : Math.min(FINE - 1, Math.floor(rank * FINE));
}

function gather(sample: Sample, rank: Float64Array, categories: boolean): Bin[] {
  const size = categories
    ? 1 + rank.subarray(0, sample.count).reduce((most, value) => Math.max(most, value), 0)
    : FINE;
  const bins = Array.from({ length: size }, emptyBin);
  for (let i = 0; i < sample.count; i++) {
    const weight = sample.weight[i]!;
    if (weight === 0) continue;
    const bin = bins[binOf(rank[i]!, categories)]!;
    const x = sample.x[i]!;
    bin.weight += weight;
    bin.squared += weight * weight;
    bin.x += weight * x;
    bin.xSquared += weight * x * x;
  }
  return bins;
}

/** Joins neighbours into about {@link COARSE} bins of equal weight. */
function join(bins: readonly Bin[]): Bin[] {
  const total = bins.reduce((sum, bin) => sum + bin.weight, 0);
  const joined: Bin[] = [];
  let present = emptyBin();
  for (const bin of bins) {
    present = merge(present, bin);
    if (present.weight >= total / COARSE) {
      joined.push(present);
      present = emptyBin();
    }
  }
  if (present.weight > 0) joined.push(present);
  return joined;
}

function joinFirst(bins: readonly Bin[], weight: number): Bin {
  let joined = emptyBin();
  for (const bin of bins) {
    if (joined.weight >= weight * 0.999) break;
    joined = merge(joined, bin);
  }
  return joined;
}

/** Mid-ranks of outcomes in weight, 0 … 1: ties share theirs. */
export function midRanks(sample: Sample): Float64Array {
  const ranks = new Float64Array(sample.count);
  const order = Uint32Array.from({ length: sample.count }, (_, i) => i).sort(
    (a, b) => sample.x[a]! - sample.x[b]!,
  );
  let total = 0;
  for (let i = 0; i < sample.count; i++) total += sample.weight[i]!;
  let before = 0;
  for (let i = 0; i < order.length; ) {
    let j = i;
    let tied = 0;
    while (j < order.length && sample.x[order[j]!] === sample.x[order[i]!])
      tied += sample.weight[order[j++]!]!;
    const rank = total > 0 ? (before + tied / 2) / total : 0;
    for (; i < j; i++) ranks[order[i]!] = rank;
    before += tied;
  }
  return ranks;
}

/** Spearman's weighted rank correlation; null where either side does not vary. */
function spearman(
  sample: Sample,
  rank: Float64Array,
  yRank: Float64Array,
  categories: boolean,
): number | null {
  const weights = new Float64Array(FINE);
  for (let i = 0; i < sample.count; i++) weights[binOf(rank[i]!, categories)]! += sample.weight[i]!;
  const total = weights.reduce((sum, w) => sum + w, 0);
  const xRanks = new Float64Array(FINE);
  let before = 0;
  weights.forEach((weight, bin) => {
    xRanks[bin] = (before + weight / 2) / total;
    before += weight;
  });
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < sample.count; i++) {
    const dx = xRanks[binOf(rank[i]!, categories)]! - 0.5;
    const dy = yRank[i]! - 0.5;
    xy += sample.weight[i]! * dx * dy;
    xx += sample.weight[i]! * dx * dx;
    yy += sample.weight[i]! * dy * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}

/** Shares of what the unknowns explain together, largest first; those that explain nothing come last. */
export function byShare(shares: readonly QuantityShare[]): QuantityShare[] {
  return [...shares].sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
}
