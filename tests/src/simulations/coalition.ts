import { Luck, lessened, Means, origin, relay } from "./toolbox.js";

/** The coalition, week by week: 43 of them; 9 November is the end of the tenth, 28 December of the 17th, 29 March of the 30th, 21 June of the 42nd. */
export function coalition(runs: number): Means {
  const luck = new Luck(51);
  // A member of the council (D) through two papers (B and A); the leader (C, interested) through the second of them; two to one for realists.
  const purists = origin(0.55, [relay(0.9, 0.05), relay(0.95, 0.02)], false);
  const realists = lessened(origin(0.7, [relay(0.95, 0.02)], false), 0.5);
  const kinds = [realists.so * purists.not * 2, realists.not * purists.so, realists.not * purists.not];
  const kept: {
    readonly weight: number;
    readonly fallen: boolean;
    readonly answers: [string, number | boolean][];
  }[] = [];
  for (let run = 0; run < runs; run++) {
    const congress = luck.pick([0.5, 0.3, 0.2]);
    const purge = luck.chance(0.15);
    const falls = luck.record(4, 11);
    let strain = Math.min(1, luck.lognormal(0.2, 0.4));
    let threatening = false;
    let left = Infinity;
    let answered = -Infinity;
    let asked = Infinity;
    let due = Infinity;
    let broken = Infinity;
    let vote = Infinity;
    let lost = Infinity;
    let fallen = Infinity;
    let election = Infinity;
    let atNewYear = 0;
    for (let week = 1; week <= 43; week++) {
      const gone = fallen < week;
      const opening = strain;
      let change = -0.03 * opening;
      const leak = luck.chance(0.3);
      if (leak) {
        change += 0.04;
        if (asked === Infinity) asked = week;
      }
      // Half of the fund, or nothing, to whoever threatened in an earlier week.
      if (threatening && !gone && week - answered >= 2) {
        answered = week;
        change += luck.pick([2, purge ? 4 : 1]) === 0 ? -0.08 : 0.1;
      }
      if ((week - 1) % 4 === 0 && !gone && left > week) {
        const decision = luck.pick([6, congress === 1 ? 4 : 2, (congress === 1 ? 1.2 : 0.15) * opening]);
        threatening = decision === 1;
        if (decision === 1) change += 0.05;
        if (decision === 2) left = week;
      }
      if (due === Infinity && asked < week && !gone) {
        due = week;
        if (!luck.chance(0.6)) broken = week + 3;
      }
      if (week === broken) change += 0.2;
      if (vote === Infinity && opening > 0.7 && !gone && luck.chance(0.15)) {
        vote = week;
        const delay = luck.steps(1, 2);
        if (luck.chance(falls)) lost = week + delay;
      }
      if (fallen === Infinity && (lost < week || left < week)) {
        fallen = week;
        election = week + luck.steps(8, 12);
      }
      strain = Math.min(1, Math.max(0, opening + change));
      if (week === 17) atNewYear = strain;
    }
    if (left <= 10 || vote <= 10) continue;
    kept.push({
      weight: kinds[congress] as number,
      fallen: fallen <= 42,
      answers: [
        ["realists", congress === 0],
        ["purists", congress === 1],
        ["left", left <= 30],
        ...(broken <= 30 ? [["left, where broken", left <= 30] as [string, boolean]] : []),
        ["broken", broken <= 42],
        ["strain", atNewYear],
        ["election", election <= 43],
        ["election before Easter", election <= 31],
      ],
    });
  }
  // The belief: 40% in all for the runs in which the government has fallen by 21 June.
  const total = (fallen: boolean) => kept.reduce((sum, r) => sum + (r.fallen === fallen ? r.weight : 0), 0);
  const scale = { true: 0.4 / total(true), false: 0.6 / total(false) };
  const means = new Means();
  for (const run of kept)
    for (const [name, value] of run.answers)
      means.add(name, run.weight * scale[run.fallen ? "true" : "false"], value);
  return means;
}
