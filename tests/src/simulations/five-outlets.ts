import { agreement, expectedAgreement, inLogarithms, lessened, origin, relay, updated } from "./toolbox.js";

// A speaker of grade C (70%) who speaks in his own interest (power ½), quoted by four outlets of reliability B and one of D.
const good = relay(0.9, 0.05);
const poor = relay(0.75, 0.25);
const outlets = [good, good, good, good, poor];
const passedOn = [0.9, 0.9, 0.9, 0.9, 0.75];

/** One origin and five relays of what it said, or five origins with a relay each. */
export function toFight(): { readonly oneOrigin: number; readonly naive: number } {
  return {
    oneOrigin: updated(0.5, lessened(origin(0.7, outlets, false), 0.5)),
    naive: updated(0.5, ...outlets.map((outlet) => lessened(origin(0.7, [outlet], false), 0.5))),
  };
}

/**
 * The number: the prior curve times the weight of the reports, added up along a fine grid of the logarithm. A speaker of 70% weighs
 * q = 2 · 0.7 − 1 = 0.4 times what the outlet passes on. Of one origin the first outlet counts, and those that repeat it weigh nothing.
 */
export function troops(naive: boolean): { readonly mean: number; readonly above9k: number } {
  const prior = [1_000, 15_000] as const;
  const report = [10_000, 12_000] as const;
  const usual = expectedAgreement(prior, report);
  const { middle, spread } = inLogarithms(...prior);
  let total = 0;
  let sum = 0;
  let above = 0;
  const cells = 40_000;
  for (let i = 0; i < cells; i++) {
    const z = -8 + (16 * (i + 0.5)) / cells;
    const x = Math.exp(middle + spread * z);
    let weight = Math.exp(-0.5 * z * z);
    for (const channel of naive ? passedOn : passedOn.slice(0, 1)) {
      const q = 0.4 * channel;
      weight *= Math.sqrt(q * agreement(x, ...report) + (1 - q) * usual);
    }
    total += weight;
    sum += weight * x;
    if (x > 9_000) above += weight;
  }
  return { mean: sum / total, above9k: above / total };
}
