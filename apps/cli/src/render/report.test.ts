import assert from "node:assert/strict";
import test from "node:test";
import { alliance, allianceLabels } from "./alliance.fixture.test.js";
import { noLabels } from "./labels.js";
import { penFor } from "./look.js";
import { questionLines } from "./question.js";
import { reportLines } from "./report.js";
import { widthOf } from "./width.js";

const options = { stoppedOf: null, full: false, file: "alliance.casus" };
const plain = (width: number, unicode = true) => penFor({ width, colour: false, unicode });
const text = (lines: readonly string[]): string => lines.map((line) => line.trimEnd()).join("\n");

test("a probability with its curve, its scenarios and what it rests on", () => {
  assert.equal(
    text(questionLines(alliance, "first_wave", allianceLabels, false, plain(80))),
    `Are these troops merely a first wave?                                 first_wave
  Unlikely: 29.2% (±0.3)   second_wave by 2025-12
  30% ┤                                            ▁▂▂▃▃▄▄▅▅▆▆▇▇ 29.2%
      ┤                              ▁▁▂▃▃▄▄▅▆▆▇▇███████████████
   0% ┴                  ▁▁▂▃▃▄▅▅▆▇▇████████████████████████████
       Jun 2024      ▲ as of 18 Nov 2024                Dec 2025
  were the unknowns known, between 14% and 47% · lapses first: 31.0%
  pure chance: 61% of the variance · effective runs: 91,234

  as it stands                                ███▌········  29.2%  unlikely
  if someone makes it so:
    settlement  A settlement is imposed by…   █···········   8.6%  very unlikely
    grind       The war drags on              ████▊·······  39.8%  unlikely

  rests on  33% of it sourced · 3 independent origins in 1 document
    appetite        54% ███▎··  18 → 41%  assumed: One contingent in the first…
    russian_losses  21% █▎····  19 → 35%  losses_rate: “Its losses run at more…
    peace.chance    12% ▊·····  24 → 33%  assumed: A promise of a quick…
  moved by
    training +1.1 points  Ukraine, military intelligence: “several thousand…
    contact  +0.4 points  Ukraine, Rustem Umerov, defence minister: “his…`,
  );
});

test("a condition that is seen is told from one that is made so; a value has its range", () => {
  assert.equal(
    text(questionLines(alliance, "price", allianceLabels, false, plain(80))),
    `If Pyongyang keeps filling the gap, what would Moscow provide in return?   price
  Likely: 57.3% (±0.6)
  repayment ever missiles by 2026-12, given that second_wave by 2025-12 is seen
  60% ┤                      ▁▂▃▃▄▅▅▆▇ 56.3%
      ┤             ▁▂▃▄▅▆▇███████████
   0% ┴      ▁▃▄▅▆▇███████████████████
       Jun 2024               Dec 2026
  pure chance: 80% of the variance · effective runs: 26,640

  rests on  33% of it sourced · 3 independent origins in 1 document
            no claim moves it visibly
    appetite        54% ███▎··  18 → 41%  assumed: One contingent in the first…
    russian_losses  21% █▎····  19 → 35%  losses_rate: “Its losses run at more…

  412M USD on average (±3M); 9 in 10 between −600M and 1.4B USD
  bargain.balance at 2025-12
   1.2B USD ┤                                            ⡀⡀⡀⡠⡠⡠⡠⡢⡢⡢⡢⡪⡪
            ┤                             ⡀⡀⡀⡠⡠⡠⡠⡢⡢⡢⡢⡪⡪⡪⡪⣪⣪⣪⣪⣪⣪⣪⣪⣮⣮⣮⣮⣮
            ┤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣠⣠⣠⣦⣦⣦⣦⣮⣮⣮⣮⣾⣾⣾⣾⣾⣾⣾⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿ 308M USD
  −400M USD ┴                ⠈⠈⠈⠈⠈⠈⠈⠈⠈⠈⠈⠈⠊⠊⠊⠊⠊⠊⠊⠊⠊⠊⠊⠪⠪⠪⠪⠪⠪⠪⠪⠪⠪⠪⠪⡪⡪⡪⡪⡪⡪
             Jun 2024      ▲ as of 18 Nov 2024                Dec 2025
  were the unknowns known, between −60M and 1.2B USD · effective runs: 91,234

  as it stands                                         ├──────●──────┤  412M USD
  if someone makes it so:
    settlement  A settlement is imposed by 20 January    ├──●───┤       148M USD

  rests on  33% of it sourced · 3 independent origins in 1 document
    soldier_value  62% ███▊··  −100M → 900M  assumed: Between the reported pay…
  moved by
    size +32M USD  United States, the Pentagon: “put the contingent at eleven…`,
  );
});

test("dates, categories, what never happened, and what has no answer", () => {
  const names = ["when", "kursk", "nuclear", "broken"];
  assert.equal(
    names.map((name) => text(questionLines(alliance, name, allianceLabels, false, plain(80)))).join("\n\n"),
    `When does the front freeze?                                                 when
  Likely: 71.0% that it comes (±0.3); half of the runs by 30 Nov 2025, 9 in 10
    between 31 Dec 2024 and after Dec 2026
  when peace
  80% ┤                    ▁▁▂▃▃▄▄▅▅▆▆ 73.6%
      ┤            ▁▂▃▄▅▆▇████████████
   0% ┴      ▂▃▄▆▇████████████████████
       Jun 2024               Dec 2026
  effective runs: 91,234

Does Kursk count?                                                          kursk
  Most often false: 50.1%   kursk_is_invasion
  true   ███████████████···············  49.9%
  false  ███████████████···············  50.1%
  exact

Is there a nuclear test?                                                 nuclear
  <0.1%   test by 2025-12
  effective runs: 91,234

What share?                                                               broken
  No answer   troops / shortfall at 2025-12
  the diagnostics say why`,
  );
});

test("ASCII alone where nothing else can be shown", () => {
  assert.equal(
    text(questionLines(alliance, "first_wave", allianceLabels, false, plain(60, false))),
    `Are these troops merely a first wave?             first_wave
  Unlikely: 29.2% (+-0.3)   second_wave by 2025-12
  30% |            ...:::---===+++***###%%%%@ 29.2%
       Jun 2024 ^                    Dec 2025
  were the unknowns known, between 14% and 47%
  lapses first: 31.0% - pure chance: 61% of the variance
  effective runs: 91,234

  as it stands                ##......  29.2%  unlikely
  if someone makes it so:
    settlement  A settlem...  #.......   8.6%  very unlikely
    grind       The war...    ###.....  39.8%  unlikely

  rests on  33% of it sourced
            3 independent origins in 1 document
    appetite        54% ###...  assumed: One contingent...
    russian_losses  21% #.....  losses_rate: "Its losses...
    peace.chance    12% #.....  assumed: A promise of a...
  moved by
    training +1.1 points  Ukraine, military intelligence...
    contact  +0.4 points  Ukraine, Rustem Umerov...`,
  );
});

test("the page begins with the title and ends with claims, checks and how it was computed", () => {
  const lines = text(
    reportLines(alliance, allianceLabels, { ...options, stoppedOf: 200_000 }, plain(80)),
  ).split("\n");
  assert.equal(
    lines.slice(0, 4).join("\n"),
    `The Russia–North Korea alliance
as of 18 November 2024 · Jun 2024 to Dec 2026 by month · 100,000 runs, seed 1
Stopped after 100,000 of 200,000 runs.
────────────────────────────────────────────────────────────────────────────────`,
  );
  assert.equal(
    lines.slice(lines.indexOf("What was said")).join("\n"),
    `What was said
  training  C1  +7.9 dB  Ukraine, military intelligence: “several thousand…
  contact   C2  +1.6 dB  Ukraine, Rustem Umerov, defence minister: “his troops…
  size      B2   number  United States, the Pentagon: “put the contingent at…
  3 more back numbers and weigh nothing by themselves: losses_rate, mediation,
    deal_or_drag

Checks
  ✓ no more fall than are sent: holds in every run
  ✗ trust stays: failed in 12 runs, first in run 5 at 31 Mar 2025

± is the simulation's own error (95%), not what is unknown. Words: ICD 203.
Rests on: each one's share of what the unknowns explain, and the answer in its
lowest and highest tenth. Grades and their weights (dB) are uncalibrated
defaults unless the model sets its own. alliance.casus 8f3c1d20a5b7, casus
0.1.0, interpreter, double precision.`,
  );
});

test("no line is wider than the terminal, and colour changes no text", () => {
  for (const unicode of [true, false]) {
    for (let width = 60; width <= 120; width += 5) {
      const lines = reportLines(alliance, allianceLabels, { ...options, full: true }, plain(width, unicode));
      for (const line of lines) assert.ok(widthOf(line) <= width, `${width}: ${line}`);
      const coloured = reportLines(
        alliance,
        allianceLabels,
        { ...options, full: true },
        penFor({ width, colour: true, unicode }),
      );
      assert.equal(coloured.join("\n").replace(/\u001b\[[0-9;]*m/g, ""), lines.join("\n"));
    }
  }
});

test("nothing of a model or a source acts on the terminal", () => {
  const evil = "\u001b[2J\u202eevil\u0007";
  const poison = (value: unknown): unknown =>
    typeof value === "string" && !/^\d{4}-/.test(value)
      ? `${value}${evil}`
      : Array.isArray(value)
        ? value.map(poison)
        : value !== null && typeof value === "object"
          ? Object.fromEntries(
              Object.entries(value).map(([key, each]) => [
                key,
                ["kind", "method", "severity"].includes(key) ? each : poison(each),
              ]),
            )
          : value;
  const answers = poison({
    ...alliance,
    answers: alliance.answers.map((answer) => ({
      ...answer,
      confidence: { level: "low", why: ["one origin"] },
    })),
    diagnostics: [
      {
        code: "W0101",
        severity: "warning",
        message: "m",
        file: "f",
        from: { line: 1, column: 1 },
        to: { line: 1, column: 2 },
        labels: [],
        notes: [],
        fixes: [],
      },
    ],
  }) as typeof alliance;
  const page = reportLines(answers, noLabels, { ...options, full: true, file: evil }, plain(100)).join("\n");
  assert.match(page, /⟨U\+202E⟩evil/);
  assert.doesNotMatch(page, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
});

test("a page without questions says so", () => {
  const page = text(
    reportLines({ ...alliance, answers: [], claims: [], checks: [] }, noLabels, options, plain(80)),
  );
  assert.match(page, /Nothing is asked/);
});
