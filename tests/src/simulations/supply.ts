import { Luck, lessened, Means, origin, updated } from "./toolbox.js";

/** The mean of a logit-normal with 5% below `low` and above `high`, along a fine grid. */
function meanChance(low: number, high: number): number {
  const logit = (p: number) => Math.log(p / (1 - p));
  const middle = (logit(low) + logit(high)) / 2;
  const spread = (logit(high) - logit(low)) / (2 * 1.6448536269514722);
  let total = 0;
  let sum = 0;
  for (let z = -8; z <= 8; z += 0.001) {
    const curve = Math.exp(-0.5 * z * z);
    total += curve;
    sum += curve / (1 + Math.exp(-(middle + spread * z)));
  }
  return sum / total;
}

/** The surveyors (B, in their own text) say that the machine was old, the supplier (C, interested, in its own) that nobody could have known. */
const survey = origin(0.85, [], true);
const denial = lessened(origin(0.7, [], true), 0.5);
const withDenial = (foreseeable: number) => foreseeable * denial.not + (1 - foreseeable) * denial.so;

export const oldMachine = updated(0.3, survey, { so: withDenial(0.75), not: withDenial(0.2) });
export const foreseeable = (() => {
  const joint = (old: number, chance: number, worth: number) => old * worth * chance * denial.not;
  const yes = joint(0.3, 0.75, survey.so) + joint(0.7, 0.2, survey.not);
  return yes / (0.3 * survey.so * withDenial(0.75) + 0.7 * survey.not * withDenial(0.2));
})();

/**
 * The plant fails in the first quarter, cargoes fall out in the second, and the duty is due in the third. Cargoes are made up in the
 * fourth to the seventh, a quarter of them in each; the seventh is 2025-Q2.
 */
const makesUp = meanChance(0.55, 0.75);
export const madeUpByAutumn = makesUp / 4;
export const notMadeUp = 1 - makesUp;
/** The award comes in the seventh or the eighth; the opening of the seventh has seen three quarters of what is ever made up. 9 of 23 leaves 15/25 lost. */
export const buyerWins =
  (0.5 * (1 - 0.75 * makesUp) + 0.5 * (1 - makesUp)) * (foreseeable * 0.9 + (1 - foreseeable) * (15 / 25));

/** What takes longer on paper, quarter by quarter: 13 of them, the fourth 2024-Q3, the ninth 2025-Q4. */
export function supply(runs: number, inspected: boolean): Means {
  const luck = new Luck(inspected ? 41 : 42);
  const means = new Means();
  for (let run = 0; run < runs; run++) {
    const couldKnow = luck.chance(foreseeable);
    const logit = (p: number) => Math.log(p / (1 - p));
    const spread = (logit(0.75) - logit(0.55)) / (2 * 1.6448536269514722);
    const promise = 1 / (1 + Math.exp(-((logit(0.75) + logit(0.55)) / 2 + spread * luck.normal())));
    const premium = luck.percentiles(0.1, 0.25, 0.6);
    const still = luck.chance(0.6) ? luck.between(0, 2) : luck.between(2, 4);
    const upheld = luck.record(9, 23);
    let stillUntil = 0;
    let firstOut = Infinity;
    let madeUp = Infinity;
    let broken = Infinity;
    let award = Infinity;
    let won = Infinity;
    let ended = Infinity;
    let extra = 0;
    let extraByEnd = 0;
    let owed = 0;
    let outAutumn = false;
    for (let quarter = 1; quarter <= 13; quarter++) {
      const out = quarter <= stillUntil;
      const bound = ended >= quarter;
      if (out) extra += 60e6 * premium;
      if (bound) owed += out ? -12e6 : 0;
      const fails = (quarter === 1 && !inspected) || (!out && luck.chance(0.05));
      if (out && firstOut === Infinity) {
        // Cargoes fall out, and force majeure is declared, in this quarter.
        firstOut = quarter;
        award = quarter + luck.steps(4, 6);
        if (luck.chance(promise)) madeUp = quarter + 1 + luck.steps(0, 4);
        else broken = quarter + 5;
      }
      if (quarter === award && madeUp >= quarter && luck.chance(couldKnow ? 0.9 : 1 - upheld)) won = quarter;
      if (bound && won < quarter && broken < quarter && luck.chance(0.5)) ended = quarter;
      if (madeUp === quarter) owed += 60e6;
      if (fails) stillUntil = quarter + Math.max(1, Math.ceil(still));
      // At a close: it is out where the next quarter's opening finds it out.
      if (quarter === 4) outAutumn = quarter < stillUntil;
      if (quarter === 9) extraByEnd = extra;
    }
    means.add("ended", 1, ended <= 13);
    means.add("extra", 1, extraByEnd);
    means.add("owed", 1, owed);
    means.add("out in autumn", 1, outAutumn);
  }
  return means;
}
