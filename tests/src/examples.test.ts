import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import { type Answers, open } from "casus";
import { examplesFolder } from "./models.js";
import { cartel, debt } from "./simulations/cartel.js";
import { ceasefire, eitherBreaks, paid, southBreaks } from "./simulations/ceasefire.js";
import { coalition } from "./simulations/coalition.js";
import { toFight, troops } from "./simulations/five-outlets.js";
import { sanctions } from "./simulations/sanctions.js";
import {
  buyerWins,
  foreseeable,
  madeUpByAutumn,
  notMadeUp,
  oldMachine,
  supply,
} from "./simulations/supply.js";
import { type Estimate, exactly } from "./simulations/toolbox.js";

/** question, which of its asks (from 1) or which value of a fact, scenario, what it should be. */
type Wanted = readonly [
  question: string,
  ask: number | string,
  scenario: string | null,
  wanted: () => Estimate,
];

interface Example {
  readonly file: string;
  readonly runs: number;
  readonly wanted: readonly Wanted[];
}

/** Computed once, when first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const cartelAsItStands = lazily(() => cartel(200_000, false));
const cartelKept = lazily(() => cartel(100_000, true));
const leaking = lazily(() => sanctions(100_000, false));
const tight = lazily(() => sanctions(60_000, true));
const armistice = lazily(() => ceasefire(100_000));
const contract = lazily(() => supply(80_000, false));
const inspected = lazily(() => supply(50_000, true));
const government = lazily(() => coalition(150_000));

const examples: readonly Example[] = [
  {
    file: "five-outlets/one-origin.casus",
    runs: 40_000,
    wanted: [
      ["purpose", 1, null, () => exactly(toFight().oneOrigin)],
      ["number", 1, null, () => exactly(troops(false).mean)],
      ["number", 2, null, () => exactly(troops(false).above9k)],
    ],
  },
  {
    file: "five-outlets/naive.casus",
    runs: 40_000,
    wanted: [
      ["purpose", 1, null, () => exactly(toFight().naive)],
      ["number", 1, null, () => exactly(troops(true).mean)],
      ["number", 2, null, () => exactly(troops(true).above9k)],
    ],
  },
  {
    file: "cartel/cartel.casus",
    runs: 30_000,
    wanted: [
      ["cheating", 1, null, () => cartelAsItStands().of("cheated")],
      ["cheating", 2, null, () => cartelAsItStands().of("excess")],
      ["why", "debt", null, () => exactly(debt())],
      ["broken", 1, null, () => cartelAsItStands().of("broken")],
      ["broken", 2, null, () => cartelAsItStands().of("broken, in debt")],
      ["war", 1, null, () => cartelAsItStands().of("war")],
      ["war", 2, "kept", () => cartelKept().of("war")],
      ["oil", 1, null, () => cartelAsItStands().of("price")],
      ["oil", 1, "kept", () => cartelKept().of("price")],
    ],
  },
  {
    file: "sanctions/sanctions.casus",
    runs: 30_000,
    wanted: [
      ["bribes", 1, null, () => leaking().of("bribed")],
      ["way", "railway", null, () => leaking().of("railway")],
      ["leaks", 1, null, () => leaking().of("leak in March")],
      ["leaks", 2, null, () => leaking().of("leak in June")],
      ["leaks", 2, "tight", () => tight().of("leak in June")],
      ["bite", 1, null, () => leaking().of("standstill")],
      ["bite", 2, null, () => leaking().of("standstill this year")],
      ["bite", 2, "tight", () => tight().of("standstill this year")],
      ["crossing", 1, null, () => leaking().of("closed in June")],
      ["crossing", 2, null, () => leaking().of("gas")],
    ],
  },
  {
    file: "ceasefire/ceasefire.casus",
    runs: 10_000,
    wanted: [
      ["holds", 2, null, () => armistice().of("collapse")],
      ["militia", 1, null, () => exactly(0.55)],
      ["militia", 2, null, () => exactly(paid())],
      ["guns", 1, null, () => exactly(southBreaks)],
      ["guns", 2, null, () => exactly(eitherBreaks)],
      ["access", 1, null, () => armistice().of("barred at")],
      ["access", 2, null, () => armistice().of("barred by")],
      ["access", 3, null, () => armistice().of("drones")],
      ["fire", 1, null, () => armistice().of("fire")],
    ],
  },
  {
    file: "supply/supply.casus",
    runs: 40_000,
    wanted: [
      ["made_up", 1, null, () => exactly(madeUpByAutumn)],
      ["known", 1, null, () => exactly(foreseeable)],
      ["known", 2, null, () => exactly(oldMachine)],
      ["award_when", 1, null, () => exactly(buyerWins)],
      ["award_when", 2, null, () => exactly(notMadeUp)],
      ["early_end", 1, null, () => contract().of("ended")],
      ["cost", 1, null, () => contract().of("extra")],
      ["cost", 2, null, () => contract().of("owed")],
      ["cost", 1, "inspected", () => inspected().of("extra")],
      ["again", 1, null, () => contract().of("out in autumn")],
    ],
  },
  {
    file: "coalition/coalition.casus",
    runs: 30_000,
    wanted: [
      ["lasts_to_summer", 1, null, () => exactly(0.4)],
      ["who_they_are", "realists", null, () => government().of("realists")],
      ["who_they_are", "purists", null, () => government().of("purists")],
      ["walk_out", 1, null, () => government().of("left")],
      ["walk_out", 2, null, () => government().of("left, where broken")],
      ["consulted", 1, null, () => government().of("broken")],
      ["mood", 1, null, () => government().of("strain")],
      ["ballot", 1, null, () => government().of("election")],
      ["winter", 1, null, () => government().of("election before Easter")],
    ],
  },
];

for (const { file, runs, wanted } of examples)
  describe(file, () => {
    let answers: Answers;
    before(async () => {
      const model = await open(join(examplesFolder, file));
      assert.deepEqual(model.diagnostics, [], "an example shows a model without errors or warnings");
      answers = await model.run({ runs, seed: 5 });
    });

    test("every quote is found; three texts at least, of 120 to 300 words", () => {
      for (const claim of answers.claims)
        if (claim.quote !== null) assert.ok(claim.start !== null && claim.end !== null, claim.name);
      const folder = join(examplesFolder, dirname(file), "sources");
      const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
      assert.ok(texts.length >= 3);
      for (const text of texts) {
        const words = text.split(/\s+/).length;
        assert.ok(words >= 120 && words <= 300, `${words} words: ${text.slice(0, 40)}`);
      }
    });

    for (const [question, ask, scenario, expected] of wanted)
      test(`${question} ${ask}${scenario === null ? "" : ` in ${scenario}`} agrees with what it should be`, () => {
        const all = answers.answers.filter((a) => a.question === question && a.scenario === scenario);
        const answer = typeof ask === "number" ? all[ask - 1] : all[0];
        assert.ok(answer);
        const value = typeof ask === "number" ? answer.value : answer.categories?.[ask];
        assert.ok(typeof value === "number");
        const { value: should, error } = expected();
        // A share of a fact's values comes without an error of its own.
        const own = answer.standardError ?? Math.sqrt((value * (1 - value)) / answer.effectiveRuns);
        assert.ok(
          Math.abs(value - should) <= 4 * Math.hypot(own, error),
          `is ${value} ± ${own}, should be ${should} ± ${error}`,
        );
      });
  });

describe("files to use", () => {
  const library = join(examplesFolder, "..", "library");
  const copies = [
    ["base-rates.casus", "ceasefire"],
    ["states.casus", "five-outlets"],
  ] as const;
  for (const [name, example] of copies)
    test(`${name} is clean, and the copy in ${example} is the same`, async () => {
      const text = readFileSync(join(library, name), "utf8");
      assert.deepEqual((await open(join(library, name))).diagnostics, []);
      assert.equal(readFileSync(join(examplesFolder, example, name), "utf8"), text);
    });

  test("the states: 193 members and four others, each code once, no name in two places", () => {
    const text = readFileSync(join(library, "states.casus"), "utf8");
    const entries = text.match(/^ {2}\w+ +"/gm) ?? [];
    const codes = [...text.matchAll(/^ .*\bstate ([A-Z]{3})\b/gm)].map((found) => found[1]);
    assert.equal(entries.length, 197);
    assert.equal(codes.length, 197);
    assert.equal(new Set(codes).size, 197);
    const names = [...text.matchAll(/"([^"]+)"/g)].map((found) => found[1]);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  test("the base rates are the counts of the record", async () => {
    const text = readFileSync(join(library, "base-rates.casus"), "utf8");
    const counts = [...text.matchAll(/^quantity (\w+) [^=]*=\s+(.+)$/gm)].map(([, name, value]) => [
      name,
      value,
    ]);
    assert.deepEqual(counts, [
      ["defense_honoured", "42 of 102"],
      ["offense_honoured", "31 of 42"],
      ["neutrality_honoured", "35 of 45"],
      ["nonaggression_honoured", "18 of 49"],
      ["any_honoured_to_1944", "74.5%"],
    ]);
  });
});
