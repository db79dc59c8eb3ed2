import { middleDouble } from "../numeric/bits.js";
import { type Family, finiteOrNull } from "./family.js";

/** A copy of p[from … from + into.length − 1] in `into`. */
function slice(p: readonly number[], from: number, into: number[]): number[] {
  for (let i = 0; i < into.length; i++) into[i] = p[from + i]!;
  return into;
}

/**
 * The smallest x in low … high with cdf(x) ≥ u, given cdf(low) < u ≤ cdf(high): false position (Illinois), with a halving
 * in the order of doubles whenever three steps have not narrowed the bracket to a quarter. At most 300 steps, about 12 in
 * practice. Where the distribution function `jumps` it goes on to neighbouring doubles, so that a jump is met exactly.
 */
export function invertCdf(
  cdf: (x: number) => number,
  u: number,
  low: number,
  high: number,
  jumps: boolean,
): number {
  let a = low;
  let b = high;
  let missA = cdf(a) - u;
  let missB = cdf(b) - u;
  let side = 0;
  let width = b - a;
  let halve = false;
  for (let i = 0; i < 300; i++) {
    const middle = middleDouble(a, b);
    if (middle === a || middle === b) break;
    let x = middle;
    const close = b - a <= 1e-15 * Math.max(Math.abs(a), Math.abs(b));
    if (close && !jumps) break;
    if (i % 3 === 2) {
      halve = b - a > width / 4;
      width = b - a;
    }
    if (!close && !halve) {
      const guess = b - (missB / (missB - missA)) * (b - a);
      if (guess > a && guess < b) x = guess;
    }
    halve = false;
    const miss = cdf(x) - u;
    if (miss >= 0) {
      b = x;
      missB = miss;
      if (side === 1) missA /= 2;
      side = 1;
    } else {
      a = x;
      missA = miss;
      if (side === -1) missB /= 2;
      side = -1;
    }
  }
  return b;
}

/**
 * The mixture of `components`. Its parameters are one weight per component, then the parameters of each component in
 * turn; weights are 0 or more and count in proportion to their sum.
 *
 * The quantile inverts the mixture's own distribution function, so that it is one non-decreasing function of one uniform
 * and a run keeps its rank: choosing a component first would not. The components' quantiles at u bracket it. Exact to the
 * accuracy of the components' distribution functions, about 1e-12 of the spread.
 */
export function mixtureOf(components: readonly Family[]): Family {
  const count = components.length;
  // One working array per component: a family may be evaluated within another, but never within itself.
  const work = components.map((family) => family.parameters.map(() => 0));
  const starts: number[] = [];
  let next = count;
  for (const family of components) {
    starts.push(next);
    next += family.parameters.length;
  }
  const of = (i: number, p: readonly number[]): number[] => slice(p, starts[i]!, work[i]!);

  function totalWeight(p: readonly number[]): number {
    let total = 0;
    for (let i = 0; i < count; i++) total += p[i]!;
    return total;
  }

  function cdf(x: number, p: readonly number[]): number {
    const total = totalWeight(p);
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const weight = p[i]! / total;
      if (weight > 0) sum += weight * components[i]!.cdf(x, of(i, p));
    }
    return Math.min(sum, 1);
  }

  function mean(p: readonly number[]): number | null {
    const total = totalWeight(p);
    let sum = 0;
    for (let i = 0; i < count; i++) {
      if (p[i] === 0) continue;
      const part = components[i]!.mean(of(i, p));
      if (part === null) return null;
      sum += (p[i]! / total) * part;
    }
    return finiteOrNull(sum);
  }

  const jumps = components.some((family) => family.jumps === true);

  return {
    name: "mixture",
    parameters: [
      ...components.map((_, i) => `weight ${i + 1}`),
      ...components.flatMap((family, i) => family.parameters.map((name) => `${name} of part ${i + 1}`)),
    ],
    discrete: components.every((family) => family.discrete === true),
    jumps,
    refuse(p) {
      let total = 0;
      for (let i = 0; i < count; i++) {
        const weight = p[i];
        if (weight === undefined || !Number.isFinite(weight))
          return `weight ${i + 1} of the mixture has no value`;
        if (weight < 0) return `weight ${i + 1} of the mixture must be 0 or more, not ${weight}`;
        total += weight;
        const reason = components[i]!.refuse(of(i, p));
        if (reason !== null) return `in part ${i + 1} of the mixture, ${reason}`;
      }
      if (total === Infinity) return "the weights of the mixture are too large";
      return total > 0 ? null : "no part of the mixture has a weight above 0";
    },
    quantile(u, p) {
      let low = Infinity;
      let high = -Infinity;
      for (let i = 0; i < count; i++) {
        if (p[i] === 0) continue;
        const q = components[i]!.quantile(u, of(i, p));
        low = Math.min(low, q);
        high = Math.max(high, q);
      }
      if (low === high || cdf(low, p) >= u) return low;
      return invertCdf((x) => cdf(x, p), u, low, high, jumps);
    },
    cdf,
    mean,
    sd(p) {
      const total = totalWeight(p);
      const centre = mean(p);
      if (centre === null) return null;
      let variance = 0;
      for (let i = 0; i < count; i++) {
        if (p[i] === 0) continue;
        const spread = components[i]!.sd(of(i, p));
        const away = (components[i]!.mean(of(i, p)) ?? centre) - centre;
        if (spread === null) return null;
        variance += (p[i]! / total) * (spread * spread + away * away);
      }
      return finiteOrNull(Math.sqrt(variance));
    },
  };
}
