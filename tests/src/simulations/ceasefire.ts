import { Luck, Means } from "./toolbox.js";

/** The ceasefire, day by day: 122 of them; 14 March is the 14th, 20 March the 20th, 6 April the 37th, 15 May the 76th. */
export function ceasefire(runs: number): Means {
  const luck = new Luck(32);
  const kept: {
    readonly weight: number;
    readonly unruly: boolean;
    readonly answers: [string, number | boolean][];
  }[] = [];
  for (let run = 0; run < runs; run++) {
    const paid = luck.chance(0.4);
    const unruly = luck.chance(paid ? 0.3 : 0.6);
    // What the mission says of the militia is the same for all runs in which the militia is unruly, and the belief below decides how many those are.
    // The South's denial (55%, in its own interest, in its own statement) is left to weigh.
    const weight = Math.sqrt(paid ? 0.45 : 0.55);
    const calm = luck.lognormal(0.005, 0.025);
    const honours = luck.record(18, 49);
    let barredEnds = 0;
    let fireEnds = 0;
    let firstFire = Infinity;
    let barredEver = false;
    let barredMay = false;
    let finding = Infinity;
    let collapse = Infinity;
    let drones = 0;
    let daysOfFire = 0;
    // Due on the day after the map is signed, the 21st; thirty days later whoever has not withdrawn has broken the promise.
    const north = luck.chance(honours) ? Infinity : 51;
    const south = luck.chance(honours) ? Infinity : 51;
    for (let day = 1; day <= 122; day++) {
      const barred = day <= barredEnds;
      const fire = day <= fireEnds;
      const over = collapse < day;
      const gunsLeft = north < day || south < day;
      const found = finding < day;
      if (luck.chance(2 / 7) && !barred) drones++;
      if (fire) daysOfFire++;
      const falls = 0.001 + (gunsLeft ? 0.006 : 0) + (fire ? 0.02 : 0) - (found ? 0.0005 : 0);
      if (!over && luck.chance(falls)) collapse = day;
      if (!over && !fire && luck.chance(calm * (barred ? 3 : 1) * (unruly ? 2 : 1))) {
        fireEnds = day + luck.steps(1, 3);
        if (firstFire === Infinity) {
          firstFire = day;
          const delay = luck.steps(7, 21);
          if (luck.chance(0.7)) finding = day + delay;
        }
      }
      if (!barred && luck.chance(0.033)) {
        barredEnds = day + luck.steps(7, 14);
        if (day <= 76) barredEver = true;
      }
      // Going on at the close of 15 May: begun by then and not ended by then.
      if (day === 76) barredMay = day < barredEnds;
    }
    if (firstFire > 14 || collapse <= 37) continue;
    kept.push({
      weight,
      unruly,
      answers: [
        ["collapse", collapse <= 122],
        ["unruly", unruly],
        ["paid", paid],
        ["south", south <= 122],
        ["guns", Math.min(north, south) <= 122],
        ["barred at", barredMay],
        ["barred by", barredEver],
        ["drones", drones],
        ...(collapse > 122 ? [["fire", daysOfFire] as [string, number]] : []),
      ],
    });
  }
  // The belief: 55% in all for the runs with an unruly militia, 45% for the others.
  const total = (unruly: boolean) =>
    kept.reduce((sum, run) => sum + (run.unruly === unruly ? run.weight : 0), 0);
  const scale = { true: 0.55 / total(true), false: 0.45 / total(false) };
  const means = new Means();
  for (const run of kept)
    for (const [name, value] of run.answers)
      means.add(name, run.weight * scale[run.unruly ? "true" : "false"], value);
  return means;
}

/** P(paid): 55% as among the unruly, 45% as among the others; the denial takes √0.45 of the one and √0.55 of the other. */
export function paid(): number {
  const among = (ifPaid: number, ifNot: number) => {
    const yes = 0.4 * ifPaid * Math.sqrt(0.45);
    return yes / (yes + 0.6 * ifNot * Math.sqrt(0.55));
  };
  return 0.55 * among(0.3, 0.6) + 0.45 * among(0.7, 0.4);
}

/** A promise with Beta(19, 32) that the South breaks: 32 / 51. That either breaks it: 1 − E[h²], and E[h²] = 19 · 20 / (51 · 52). */
export const southBreaks = 32 / 51;
export const eitherBreaks = 1 - (19 * 20) / (51 * 52);
