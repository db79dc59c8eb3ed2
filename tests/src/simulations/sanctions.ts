import { agreement, expectedAgreement, Luck, lessened, Means, origin, relay, sharer } from "./toolbox.js";

/** The sanctions, month by month: 30 of them; March 2025 is the ninth, December 2025 the 18th, June 2026 the 24th. */
export function sanctions(runs: number, tight: boolean): Means {
  const luck = new Luck(tight ? 21 : 22);
  const means = new Means();
  // Grades of the model's own: B 80%, passes on 85% and makes up 10%; interested to the power of 0.4. Ostmark's words came through two papers (B and C);
  // Nordheim repeats them with 60% and otherwise knows for itself. Dalmora denies in a statement of its own.
  const services = origin(0.8, [relay(0.85, 0.1), relay(0.85, 0.1), sharer(0.6, 0.8, 0.85, 0.1)], false);
  const denied = lessened(origin(0.7, [], true), 0.4);
  const report = [8_000, 12_000] as const;
  const usual =
    0.5 * expectedAgreement([500, 3_000], report) + 0.5 * expectedAgreement([4_000, 18_000], report);
  const threatened = 1 - 0.5 ** (1 / 7);
  for (let run = 0; run < runs; run++) {
    const route = luck.pick([0.5, 0.3, 0.2]);
    const bribed = luck.chance(route === 0 ? 0.55 : 0.1);
    const byRail = luck.chance(0.5) ? luck.lognormal(500, 3_000) : luck.lognormal(4_000, 18_000);
    const bySea = luck.percentiles(1_000, 3_000, 12_000);
    const need = luck.lognormal(14_000, 20_000);
    const seized = luck.record(4, 14);
    let chips = luck.lognormal(60_000, 140_000);
    const weight =
      (bribed ? services.so * denied.not : services.not * denied.so) *
      (0.6 * agreement(byRail, ...report) + 0.4 * usual);
    let threat = Infinity;
    let closed = false;
    let deal = Infinity;
    let closedBefore = false;
    let raidEnds = 0;
    let standstill = Infinity;
    let leakMarch = 0;
    let leakJune = 0;
    let closedJune = false;
    for (let step = 1; step <= 30; step++) {
      const raided = step <= raidEnds;
      const leak = (closed ? 0 : byRail) + (raided ? 0 : bySea);
      // The state at the close of a month is that of the next one's opening.
      if (step === 10) leakMarch = leak;
      if (step === 25) {
        leakJune = leak;
        closedJune = closed;
      }
      const seizure = !closed && !bribed && luck.chance(seized);
      if (standstill > step && chips < need) standstill = step;
      const threatens = threat < step;
      if (!raided && luck.chance(threatens ? 0.08 : 0.03)) raidEnds = step + luck.steps(2, 4);
      if (tight) {
        if (step === 12) threat = step;
        if (step === 13) closed = true;
      } else {
        const opens = closed && deal === step;
        if (!closed && threatens && luck.chance(0.25)) {
          closed = true;
          if (!closedBefore) {
            closedBefore = true;
            const delay = luck.steps(2, 6);
            if (luck.chance(bribed ? 0.7 : 0.4)) deal = step + delay;
          }
        }
        if (opens) closed = false;
        if (threat > step && step >= 10 && step <= 16 && luck.chance(threatened)) threat = step;
      }
      chips = Math.max(0, chips + leak - need - (seizure ? 2_000 : 0));
    }
    if (standstill <= 9) continue;
    means.add("bribed", weight, bribed);
    means.add("railway", weight, route === 0);
    means.add("leak in March", weight, leakMarch);
    means.add("leak in June", weight, leakJune);
    means.add("standstill", weight, standstill <= 30);
    means.add("standstill this year", weight, standstill <= 18);
    means.add("closed in June", weight, closedJune);
    means.add("gas", weight, deal <= 30);
  }
  return means;
}
