import type { QuantityShare } from "../answers.js";

/** Bins of equal prior mass in which outcomes are gathered; neighbours are then joined until each holds enough weight. */
const FINE = 512;
/** The most that are left, and how many effective runs each should have. */
const COARSE = 100;
const RUNS_A_BIN = 100;
/** An effect that is not this many standard deviations above what sampling alone gives is none. */
const CLEAR = 3.5;

/** The kept outcomes of an ask with their weights and, in weight, their mid-ranks. */
export interface Sample {
  readonly count: number;
  readonly x: Float64Array;
  readonly weight: Float64Array;
}

/** One unknown in the same runs: which bin of its rank each run lies in; for a fact, which value it has. */
export interface Ranks {
  readonly bins: Uint16Array;
  readonly size: number;
  readonly categories: boolean;
}

/** Bins of the uniforms that rank an unknown, or the values of a fact as they are. */
export function binRanks(rank: Float64Array, count: number, categories: boolean): Ranks {
  const bins = new Uint16Array(count);
  let size = categories ? 1 : FINE;
  for (let i = 0; i < count; i++) {
    const bin = categories ? rank[i]! : Math.min(FINE - 1, Math.floor(rank[i]! * FINE));
    bins[i] = bin;
    if (bin >= size) size = bin + 1;
  }
  return { bins, size, categories };
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
  /** Σ w·rank of the outcome. */
  rank: number;
}

/**
 * First-order effect of one unknown on an outcome, from the draws of the run itself: the variance between bins of its rank (Sobol' 1993, by correlation ratio), less
 * its expectation under no effect.
 */
export function firstOrder(sample: Sample, ranks: Ranks, yRank: Float64Array): FirstOrder {
  const bins = gather(sample, ranks, yRank);
  const all = bins.reduce(merge, emptyBin());
  if (!(all.weight > 0)) return { variance: 0, low: null, high: null, rankCorrelation: null };
  const groups = ranks.categories ? bins.filter((bin) => bin.weight > 0) : join(bins, all);
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
  // Under no effect between / noise is about χ² of the bins less one, per degree of freedom.
  const clear = between > noise * (1 + CLEAR * Math.sqrt(2 / Math.max(1, groups.length - 1)));
  const curve = clear ? between - noise : 0;
  const tenths = ranks.categories
    ? groups
    : [joinFirst(bins, all.weight / 10), joinFirst([...bins].reverse(), all.weight / 10)];
  return {
    variance: Math.max(curve, trend(bins, all)),
    low: meanOf(tenths[0]),
    high: meanOf(tenths[tenths.length - 1]),
    rankCorrelation: spearman(sample, bins, all, yRank),
  };
}

const meanOf = (bin: Bin | undefined) => (bin === undefined || !(bin.weight > 0) ? null : bin.x / bin.weight);
const emptyBin = (): Bin => ({ weight: 0, squared: 0, x: 0, xSquared: 0, rank: 0 });
const merge = (a: Bin, b: Bin): Bin => ({
  weight: a.weight + b.weight,
  squared: a.squared + b.squared,
  x: a.x + b.x,
  xSquared: a.xSquared + b.xSquared,
  rank: a.rank + b.rank,
});

function gather(sample: Sample, { bins, size }: Ranks, yRank: Float64Array): Bin[] {
  const sums = new Float64Array(size * 5);
  for (let i = 0; i < sample.count; i++) {
    const weight = sample.weight[i]!;
    if (weight === 0) continue;
    const x = sample.x[i]!;
    const at = bins[i]! * 5;
    sums[at]! += weight;
    sums[at + 1]! += weight * weight;
    sums[at + 2]! += weight * x;
    sums[at + 3]! += weight * x * x;
    sums[at + 4]! += weight * yRank[i]!;
  }
  return Array.from({ length: size }, (_, bin) => {
    const [weight, squared, x, xSquared, rank] = sums.subarray(bin * 5, bin * 5 + 5) as unknown as [
      number,
      number,
      number,
      number,
      number,
    ];
    return { weight, squared, x, xSquared, rank };
  });
}

/** Joins neighbours into bins of equal weight, at most {@link COARSE}. */
function join(bins: readonly Bin[], all: Bin): Bin[] {
  const effective = all.squared > 0 ? all.weight ** 2 / all.squared : 0;
  const wanted = Math.max(2, Math.min(COARSE, Math.floor(effective / RUNS_A_BIN)));
  const joined: Bin[] = [];
  let present = emptyBin();
  for (const bin of bins) {
    present = merge(present, bin);
    if (present.weight >= (all.weight / wanted) * 0.999) {
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
  const { count, x, weight } = sample;
  if (isTruth(sample)) return truthRanks(sample);
  const sorted = x.slice(0, count).sort();
  const first = (value: number) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  // Weight of each value at the place where it first stands.
  const places = Uint32Array.from({ length: count }, (_, i) => first(x[i]!));
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) weights[places[i]!]! += weight[i]!;
  const total = weights.reduce((sum, w) => sum + w, 0);
  const ranks = new Float64Array(count);
  let before = 0;
  weights.forEach((w, place) => {
    ranks[place] = total > 0 ? (before + w / 2) / total : 0;
    before += w;
  });
  return Float64Array.from(places, (place) => ranks[place]!);
}

function isTruth({ count, x }: Sample): boolean {
  for (let i = 0; i < count; i++) if (x[i] !== 0 && x[i] !== 1) return false;
  return true;
}

/** The same for outcomes of 0 and 1, of which two ranks are all there is. */
function truthRanks({ count, x, weight }: Sample): Float64Array {
  let [no, yes] = [0, 0];
  for (let i = 0; i < count; i++) {
    if (x[i] === 1) yes += weight[i]!;
    else no += weight[i]!;
  }
  const total = no + yes;
  const [low, high] = total > 0 ? [no / 2 / total, (no + yes / 2) / total] : [0, 0];
  return Float64Array.from({ length: count }, (_, i) => (x[i] === 1 ? high : low));
}

/**
 * The part of the variance that a straight line over the ranks explains, less its expectation under no effect; 0 unless it is clear. It has one degree of freedom, and
 * sees a small effect that runs one way where the bins together do not.
 */
function trend(bins: readonly Bin[], all: Bin): number {
  const effective = all.weight ** 2 / all.squared;
  const mean = all.x / all.weight;
  const spread = Math.max(0, all.xSquared / all.weight - mean * mean);
  let [xy, xx, before] = [0, 0, 0];
  for (const bin of bins) {
    const dx = (before + bin.weight / 2) / all.weight - 0.5;
    before += bin.weight;
    xy += dx * (bin.x - bin.weight * mean);
    xx += bin.weight * dx * dx;
  }
  if (!(xx > 0 && effective > 3)) return 0;
  const explained = (xy * xy) / xx / all.weight;
  const noise = (spread - explained) / (effective - 2);
  return explained > CLEAR ** 2 * noise ? explained - noise : 0;
}

/** Spearman's weighted rank correlation; null where either side does not vary. */
function spearman(sample: Sample, bins: readonly Bin[], all: Bin, yRank: Float64Array): number | null {
  let [xy, xx, yy, before] = [0, 0, 0, 0];
  for (const bin of bins) {
    const dx = (before + bin.weight / 2) / all.weight - 0.5;
    before += bin.weight;
    xy += dx * (bin.rank - bin.weight / 2);
    xx += bin.weight * dx * dx;
  }
  for (let i = 0; i < sample.count; i++) yy += sample.weight[i]! * (yRank[i]! - 0.5) ** 2;
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : null;
}

/** Shares of what the unknowns explain together, largest first; those that explain nothing come last. */
export function byShare(shares: readonly QuantityShare[]): QuantityShare[] {
  return [...shares].sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
}
