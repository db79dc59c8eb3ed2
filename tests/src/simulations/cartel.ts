import { agreement, expectedAgreement, Luck, lessened, Means, origin, relay } from "./toolbox.js";

/** The cartel, month by month: 24 of them, the sixth of which holds 15 June 2025. */
export function cartel(runs: number, kept: boolean): Means {
  const luck = new Luck(kept ? 11 : 12);
  const means = new Means();
  // Cassin pumps too much: Aldara says so in a statement of its own (C, interested; who passes that on adds nothing), Cassin denies it through
  // an institute (D, interested, B), and three to one speaks for it. A denial is a report of the opposite.
  const accused = lessened(origin(0.7, [], true), 0.5);
  const denied = lessened(origin(0.55, [relay(0.9, 0.05)], false), 0.5);
  const ifSo = accused.so * denied.not * 3;
  const ifNot = accused.not * denied.so;
  const report = [180_000, 240_000] as const;
  const usual = expectedAgreement([50_000, 400_000], report);
  for (let run = 0; run < runs; run++) {
    const motive = luck.pick([0.5, 0.3, 0.2]);
    const debt = motive === 0;
    const loan = luck.chance(debt ? 0.7 : 0.15);
    const excessCassin = luck.lognormal(50_000, 400_000);
    const excessBahir = luck.chance(0.6) ? luck.lognormal(10_000, 50_000) : luck.lognormal(80_000, 160_000);
    const revenge = luck.record(3, 12);
    // An author of reliability B is right in 85 of 100: q = 0.7 for the number, and 17 : 3 for the loan.
    let weight = (loan ? 0.85 : 0.15) * (0.7 * agreement(excessCassin, ...report) + 0.3 * usual);
    let price = 74;
    // Steps in which things happened; never is infinity.
    let cheatsCassin = Infinity;
    let cheatsBahir = Infinity;
    let complaint = Infinity;
    let filesCassin = Infinity;
    let filesBahir = Infinity;
    let brokenCassin = Infinity;
    let brokenBahir = Infinity;
    let war = Infinity;
    let slumpEnds = 0;
    for (let step = 1; step <= 24; step++) {
      const glut =
        (cheatsCassin < step && filesCassin >= step ? excessCassin : 0) +
        (cheatsBahir < step && filesBahir >= step ? excessBahir : 0);
      const slump = step <= slumpEnds;
      const slumpNow = !slump && luck.chance(0.018);
      const complained = complaint < step;
      if (cheatsCassin > step && luck.chance(0.12)) cheatsCassin = step;
      if (cheatsBahir > step && luck.chance(0.05)) cheatsBahir = step;
      if (complaint > step && glut > 100_000 && luck.chance(0.2)) complaint = step;
      if (kept ? step === 8 : complained && filesCassin > step && luck.chance(debt ? 0.1 : 0.35))
        filesCassin = step;
      if (complained && filesBahir > step && luck.chance(0.5)) filesBahir = step;
      // Due in the month after the complaint, with three months to go.
      const warYearly = slump ? Math.min(0.9, 2 * revenge) : revenge;
      const warNow =
        war > step &&
        (brokenCassin < step || brokenBahir < step) &&
        luck.chance(1 - (1 - warYearly) ** (1 / 12));
      if (step === complaint + 4) {
        if (filesCassin > step) brokenCassin = step;
        if (filesBahir > step) brokenBahir = step;
      }
      if (warNow) war = step;
      const change =
        4 * luck.normal() +
        (74 - price) * 0.1 -
        (glut / 100_000) * 0.5 -
        (slumpNow ? 0.15 * price : 0) -
        (warNow ? 0.33 * price : 0);
      price = Math.max(20, price + change);
      if (slumpNow) slumpEnds = step + luck.steps(4, 8);
    }
    if (complaint <= 6 || war <= 6) continue;
    const cheated = cheatsCassin <= 5;
    weight *= cheated ? ifSo : ifNot;
    means.add("cheated", weight, cheated);
    means.add("excess", weight, excessCassin);
    means.add("broken", weight, brokenCassin <= 24);
    if (debt) means.add("broken, in debt", weight, brokenCassin <= 24);
    means.add("war", weight, war <= 24);
    means.add("price", weight, price);
  }
  return means;
}

/** Debt, given what is said about the loan, which is all that bears on it: 0.5 · (0.7 · 0.85 + 0.3 · 0.15), and so on. */
export function debt(): number {
  const worth = (asks: number) => asks * 0.85 + (1 - asks) * 0.15;
  return (0.5 * worth(0.7)) / (0.5 * worth(0.7) + 0.5 * worth(0.15));
}
