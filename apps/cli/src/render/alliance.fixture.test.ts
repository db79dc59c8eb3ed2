import type { Answer, Answers, ClaimSummary, QuantityShare, SeriesPoint } from "casus";
import { askKey, type Labels, noLabels } from "./labels.js";

/** Answers close to those of examples/alliance, made by hand: what the rendering is tried on. No tests stand here. */

const closes = Array.from({ length: 31 }, (_, k) =>
  new Date(Date.UTC(2024, 6 + k, 0)).toISOString().slice(0, 10),
);

/** A probability that grows from nothing after November 2024 to `end` at December 2025. */
function growing(end: number): SeriesPoint[] {
  return closes.map((date, k) => ({ date, value: k < 6 ? 0 : 1 - (1 - end) ** ((k - 5) / 13) }));
}

function fan(middle: (k: number) => number, spread: (k: number) => number): SeriesPoint[] {
  return closes.map((date, k) => {
    const value = middle(k);
    const s = spread(k);
    return {
      date,
      value,
      p5: value - s,
      p25: value - 0.4 * s,
      p50: value - 0.1 * s,
      p75: value + 0.4 * s,
      p95: value + 1.3 * s,
    };
  });
}

function quantity(
  name: string,
  share: number,
  low: number,
  high: number,
  backing: Partial<QuantityShare>,
): QuantityShare {
  return { name, share, rankCorrelation: 0.5, low, high, from: [], assumed: null, ...backing };
}

const rests: Answer["restsOn"] = {
  quantities: [
    quantity("appetite", 0.54, 0.18, 0.41, {
      assumed: "One contingent in the first five months; a second would cost Pyongyang more",
    }),
    quantity("russian_losses", 0.21, 0.19, 0.35, { from: ["losses_rate"] }),
    quantity("peace.chance", 0.12, 0.24, 0.33, {
      from: ["mediation", "deal_or_drag"],
      assumed: "A promise of a quick settlement",
    }),
    quantity("recruitment", 0.11, 0.36, 0.25, {
      assumed: "About a thousand contracts a day at the bonuses then paid",
      from: [],
    }),
    quantity("wave", 0.002, 0.29, 0.29, { assumed: "Between half of the first contingent and twice it" }),
  ],
  claims: [
    { name: "training", without: 0.281, shift: 0.011 },
    { name: "contact", without: 0.288, shift: 0.004 },
    { name: "size", without: 0.292, shift: 0 },
  ],
  sourcedShare: 0.33,
  origins: 3,
  documents: 1,
};

const nothing: Answer["restsOn"] = {
  quantities: [],
  claims: [],
  sourcedShare: null,
  origins: 0,
  documents: 0,
};

function answer(question: string, ask: string, parts: Partial<Answer>): Answer {
  return {
    question,
    ask,
    given: null,
    scenario: null,
    kind: "probability",
    unit: null,
    value: null,
    categories: null,
    standardError: null,
    word: null,
    interval: null,
    quantiles: null,
    series: [],
    moot: null,
    method: "simulated",
    effectiveRuns: 91_234,
    chance: null,
    restsOn: nothing,
    confidence: null,
    ...parts,
  };
}

const wave = "probability second_wave by 2025-12";
const missiles = "probability repayment ever missiles by 2026-12";
const balance = "bargain.balance at 2025-12";

export const allianceAnswers: readonly Answer[] = [
  answer("first_wave", wave, {
    value: 0.292,
    standardError: 0.0014,
    word: "unlikely",
    interval: { p5: 0.137, p95: 0.472 },
    series: growing(0.292),
    moot: 0.31,
    chance: 0.61,
    restsOn: rests,
  }),
  answer("first_wave", wave, {
    scenario: "settlement",
    value: 0.086,
    standardError: 0.0009,
    word: "very unlikely",
  }),
  answer("first_wave", wave, { scenario: "grind", value: 0.398, standardError: 0.0015, word: "unlikely" }),
  answer("price", missiles, {
    given: "second_wave by 2025-12",
    value: 0.573,
    standardError: 0.0029,
    word: "likely",
    effectiveRuns: 26_640,
    series: growing(0.35),
    chance: 0.8,
    restsOn: {
      ...rests,
      quantities: rests.quantities.slice(0, 2),
      claims: [{ name: "training", without: 0.573, shift: 0.0001 }],
    },
  }),
  answer("price", balance, {
    kind: "value",
    unit: "USD",
    value: 412.3e6,
    standardError: 1.4e6,
    interval: { p5: -61e6, p95: 1.18e9 },
    quantiles: { p5: -640e6, p25: 110e6, p50: 390e6, p75: 720e6, p95: 1.41e9 },
    series: fan(
      (k) => Math.max(0, k - 4) * 22e6,
      (k) => Math.max(0, k - 4) * 50e6,
    ),
    restsOn: {
      ...rests,
      quantities: [
        quantity("soldier_value", 0.62, -0.1e9, 0.9e9, {
          assumed: "Between the reported pay and the full cost of a Russian contract soldier",
        }),
      ],
      claims: [{ name: "size", without: 380e6, shift: 32e6 }],
    },
  }),
  answer("price", balance, {
    scenario: "settlement",
    kind: "value",
    unit: "USD",
    value: 148.1e6,
    standardError: 0.8e6,
    quantiles: { p5: -420e6, p25: 20e6, p50: 131e6, p75: 240e6, p95: 610e6 },
  }),
  answer("when", "when peace", {
    kind: "date",
    value: 0.71,
    standardError: 0.0014,
    word: "likely",
    quantiles: { p5: "2024-12-31", p25: "2025-01-31", p50: "2025-11-30", p75: null, p95: null },
    series: growing(0.5),
  }),
  answer("kursk", "kursk_is_invasion", {
    kind: "categories",
    categories: { true: 0.4987, false: 0.5013 },
    method: "exact",
    standardError: 0,
  }),
  answer("nuclear", "probability test by 2025-12", { value: 0, standardError: 0, effectiveRuns: 91_234 }),
  answer("broken", "troops / shortfall at 2025-12", { kind: "value" }),
];

function claim(name: string, parts: Partial<ClaimSummary>): ClaimSummary {
  return {
    name,
    quote: null,
    source: "notes",
    start: 0,
    end: 10,
    speaker: null,
    actor: null,
    grade: null,
    origin: null,
    decibans: null,
    computedDigit: 6,
    ...parts,
  };
}

export const alliance: Answers = {
  casus: "0.1.0",
  edition: 1,
  model: { file: "alliance.casus", sha256: "8f3c1d20a5b7".padEnd(64, "0") },
  situation: "The Russia–North Korea alliance",
  asOf: "2024-11-18",
  seed: 1,
  runs: 100_000,
  engine: "interpreter",
  precision: "double",
  threads: 1,
  answers: allianceAnswers,
  claims: [
    claim("training", {
      quote: "several thousand North Korean soldiers were training at bases in Russia's Far East",
      speaker: "military intelligence",
      actor: "ukraine",
      grade: "C",
      decibans: 7.9,
      computedDigit: 1,
    }),
    claim("contact", {
      quote: "his troops had exchanged fire with North Koreans for the first time",
      speaker: "Rustem Umerov, defence minister",
      actor: "ukraine",
      grade: "C",
      decibans: 1.6,
      computedDigit: 2,
    }),
    claim("size", {
      quote: "put the contingent at eleven to twelve thousand",
      speaker: "the Pentagon",
      actor: "us",
      grade: "B",
      computedDigit: 2,
    }),
    claim("losses_rate", { quote: "Its losses run at more than a thousand a day by Western estimates" }),
    claim("mediation", {
      quote: "the BRICS summit in Kazan took note of such offers with appreciation",
      actor: "brics",
    }),
    claim("deal_or_drag", { quote: "Should he impose one, the troops lose their purpose." }),
  ],
  checks: [
    { check: "no more fall than are sent", holds: true, failedRuns: 0, firstFailure: null },
    { check: "trust stays", holds: false, failedRuns: 12, firstFailure: { run: 5, date: "2025-03-31" } },
  ],
  diagnostics: [],
};

export const allianceLabels: Labels = {
  ...noLabels,
  questions: new Map([
    ["first_wave", "Are these troops merely a first wave?"],
    ["price", "If Pyongyang keeps filling the gap, what would Moscow provide in return?"],
    ["when", "When does the front freeze?"],
    ["kursk", "Does Kursk count?"],
    ["nuclear", "Is there a nuclear test?"],
    ["broken", "What share?"],
  ]),
  scenarios: new Map([
    ["settlement", "A settlement is imposed by 20 January"],
    ["grind", "The war drags on"],
  ]),
  actors: new Map([
    ["ukraine", "Ukraine"],
    ["us", "United States"],
    ["brics", "BRICS"],
  ]),
  ends: new Map([
    [askKey("first_wave", wave, null), "2025-12-31"],
    [askKey("price", balance, null), "2025-12-31"],
  ]),
  period: { first: "2024-06-01", last: "2026-12-31", unit: "month" },
  scale: "icd203",
};
