/**
 * What the independent simulations share: random numbers, a few families, and means with their errors. Nothing here comes from Casus;
 * it is written from the textbook, so that an agreement with the engine means something.
 */

/** A small generator (a Weyl sequence, mixed); 2³² numbers before it repeats. */
export class Luck {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  /** Evenly in (0, 1). */
  even(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let x = this.#state;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return (((x ^ (x >>> 15)) >>> 0) + 0.5) / 2 ** 32;
  }
  chance(probability: number): boolean {
    return this.even() < probability;
  }
  between(low: number, high: number): number {
    return low + (high - low) * this.even();
  }
  /** Box and Muller. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.even())) * Math.cos(2 * Math.PI * this.even());
  }
  /** With a chance of 5% on either side. */
  lognormal(low: number, high: number): number {
    const { middle, spread } = inLogarithms(low, high);
    return Math.exp(middle + spread * this.normal());
  }
  /** Through three percentiles, the 10th, 50th and 90th, skewed to the right. */
  percentiles(p10: number, p50: number, p90: number): number {
    const up = p90 - p50;
    const ratio = up / (p50 - p10);
    const spread = Math.log(ratio) / 1.2815515655446004;
    return p50 + (up * (Math.exp(spread * this.normal()) - 1)) / (ratio - 1);
  }
  /** `hits of cases`: as the k-th smallest of n even draws, which is what Beta(k, n + 1 − k) is. */
  record(hits: number, cases: number): number {
    const draws = Array.from({ length: cases + 1 }, () => this.even()).sort((a, b) => a - b);
    return draws[hits] as number;
  }
  /** One of several, in proportion to their weights. */
  pick(weights: readonly number[]): number {
    let left = this.even() * weights.reduce((sum, weight) => sum + weight, 0);
    for (let i = 0; i < weights.length - 1; i++) {
      left -= weights[i] as number;
      if (left < 0) return i;
    }
    return weights.length - 1;
  }
  /** The whole steps that a span evenly between two ends takes: rounded up, and one at least. */
  steps(low: number, high: number): number {
    return Math.max(1, Math.ceil(this.between(low, high)));
  }
}

/** Mean and standard deviation of the logarithm where 5% lie below `low` and 5% above `high`. */
export function inLogarithms(low: number, high: number): { middle: number; spread: number } {
  return {
    middle: (Math.log(low) + Math.log(high)) / 2,
    spread: (Math.log(high) - Math.log(low)) / (2 * 1.6448536269514722),
  };
}

/** How well x agrees with a report of `low` to `high`: 1 in its middle. */
export function agreement(x: number, low: number, high: number): number {
  const { middle, spread } = inLogarithms(low, high);
  return Math.exp(-0.5 * ((Math.log(x) - middle) / spread) ** 2);
}

/** The mean of `agreement` where x is lognormal: two normal curves, folded. */
export function expectedAgreement(
  prior: readonly [low: number, high: number],
  report: readonly [low: number, high: number],
): number {
  const a = inLogarithms(...prior);
  const b = inLogarithms(...report);
  const both = a.spread ** 2 + b.spread ** 2;
  return (b.spread / Math.sqrt(both)) * Math.exp(-((a.middle - b.middle) ** 2) / (2 * both));
}

/** What a group of reports is worth where the proposition holds and where it does not. */
export interface Likelihoods {
  readonly so: number;
  readonly not: number;
}

/**
 * An origin that says "so", of some accuracy, whose words are held or came through channels. Each channel: the chance that it passes on what
 * was said, where the proposition holds and where it does not, and the chance that it does so though nothing was said.
 */
export function origin(accuracy: number, channels: readonly Channel[], held: boolean): Likelihoods {
  const through = (spoke: boolean, so: boolean) =>
    channels.reduce((product, channel) => product * channel(spoke, so), 1);
  const total = (says: number, so: boolean) =>
    says * through(true, so) + (held ? 0 : (1 - says) * through(false, so));
  return { so: total(accuracy, true), not: total(1 - accuracy, false) };
}

export type Channel = (spoke: boolean, so: boolean) => number;

/** One that only repeats. */
export function relay(passesOn: number, makesUp: number): Channel {
  return (spoke) => (spoke ? passesOn : makesUp);
}

/** One that repeats with chance `share` and otherwise knows for itself. */
export function sharer(share: number, accuracy: number, passesOn: number, makesUp: number): Channel {
  return (spoke, so) => share * (spoke ? passesOn : makesUp) + (1 - share) * (so ? accuracy : 1 - accuracy);
}

export function lessened({ so, not }: Likelihoods, power: number): Likelihoods {
  return { so: so ** power, not: not ** power };
}

/** Odds of `prior`, multiplied by what the groups are worth. */
export function updated(prior: number, ...groups: readonly Likelihoods[]): number {
  const so = groups.reduce((product, group) => product * group.so, prior);
  const not = groups.reduce((product, group) => product * group.not, 1 - prior);
  return so / (so + not);
}

export interface Estimate {
  readonly value: number;
  readonly error: number;
}

/** Something worked out on paper. */
export function exactly(value: number): Estimate {
  return { value, error: 0 };
}

/** Weighted means by name, with their standard errors. */
export class Means {
  readonly #values = new Map<string, { weights: number[]; values: number[] }>();

  add(name: string, weight: number, value: number | boolean): void {
    let held = this.#values.get(name);
    if (held === undefined) {
      held = { weights: [], values: [] };
      this.#values.set(name, held);
    }
    held.weights.push(weight);
    held.values.push(Number(value));
  }

  of(name: string): Estimate {
    const { weights, values } = this.#values.get(name) ?? { weights: [], values: [] };
    let total = 0;
    let sum = 0;
    for (let i = 0; i < weights.length; i++) {
      total += weights[i] as number;
      sum += (weights[i] as number) * (values[i] as number);
    }
    const mean = sum / total;
    let squares = 0;
    for (let i = 0; i < weights.length; i++)
      squares += ((weights[i] as number) * ((values[i] as number) - mean)) ** 2;
    return { value: mean, error: Math.sqrt(squares) / total };
  }
}
