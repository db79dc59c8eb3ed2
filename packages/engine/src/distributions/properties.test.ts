import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  beta,
  binomial,
  byPercentiles,
  constant,
  exponential,
  type Family,
  gamma,
  logitNormal,
  lognormal,
  lognormalOfLog,
  mixtureOf,
  normal,
  ofCases,
  pert,
  poisson,
  shiftedLognormal,
  student,
  triangular,
  truncated,
  uniform,
} from "./index.js";

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const positive = fc.double({ min: -9, max: 9, noNaN: true }).map((e) => 10 ** e);
const spread = fc.oneof(positive, fc.constant(0));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const rising = (n: number) =>
  fc.array(number, { minLength: n, maxLength: n }).map((x) => x.sort((a, b) => a - b));
const percentiles = (end: fc.Arbitrary<number>) =>
  fc
    .tuple(
      end,
      end,
      fc.double({ min: 0.01, max: 0.45, noNaN: true }),
      fc.double({ min: 0.55, max: 0.99, noNaN: true }),
    )
    .map(([a, b, lowShare, highShare]) => [lowShare, Math.min(a, b), highShare, Math.max(a, b)]);
const inside = fc.double({ min: 0.001, max: 0.999, noNaN: true });

/** Families, with parameters from their whole range; what a family refuses is drawn again. */
const CASES: readonly (readonly [Family, fc.Arbitrary<readonly number[]>])[] = [
  [constant, fc.tuple(number)],
  [normal, fc.tuple(number, spread)],
  [lognormal, fc.tuple(positive, spread)],
  [
    lognormalOfLog,
    fc.tuple(fc.double({ min: -20, max: 20, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true })),
  ],
  [
    shiftedLognormal,
    fc.tuple(fc.double({ min: 0.01, max: 0.4, noNaN: true }), rising(3)).map(([s, x]) => [s, ...x]),
  ],
  [logitNormal, fc.tuple(fc.double({ min: -30, max: 30, noNaN: true }), spread)],
  [uniform, rising(2)],
  [triangular, rising(3)],
  [pert, rising(3)],
  [beta, fc.tuple(positive, positive)],
  [ofCases, fc.tuple(fc.nat(1000), fc.nat(1000)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)])],
  [gamma, fc.tuple(positive, spread)],
  [exponential, fc.tuple(spread)],
  [student, fc.tuple(fc.double({ min: 0.1, max: 50, noNaN: true }), number, spread)],
  [poisson, fc.tuple(spread)],
  [binomial, fc.tuple(fc.nat(1_000_000), share)],
  [
    mixtureOf([normal, uniform, poisson]),
    fc
      .tuple(
        share,
        share,
        fc.constant(0.5),
        number,
        spread,
        rising(2),
        fc.double({ min: 0, max: 100, noNaN: true }),
      )
      .map(([a, b, c, m, s, ends, k]) => [a, b, c, m, s, ...ends, k]),
  ],
  [
    truncated(normal, { low: true, high: true }),
    fc.tuple(number, positive, rising(2)).map(([m, s, e]) => [m, s, ...e]),
  ],
  [truncated(lognormal, { low: false, high: true }), fc.tuple(positive, positive, positive)],
  [truncated(poisson, { low: true, high: false }), fc.tuple(fc.nat(500), fc.nat(500))],
  [byPercentiles("normal"), percentiles(number)],
  [byPercentiles("lognormal"), percentiles(positive)],
  [byPercentiles("uniform"), percentiles(number)],
  [byPercentiles("gamma"), percentiles(positive)],
  [byPercentiles("logit-normal"), percentiles(inside)],
  [byPercentiles("beta"), percentiles(inside)],
];

/** Every uniform that can be drawn: (word + ½)·2^−32; neighbours and both ends often. */
const word = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc.integer({ min: 0, max: 20 }),
  fc.integer({ min: 2 ** 32 - 20, max: 2 ** 32 - 1 }),
);
const uniforms = fc.tuple(
  word,
  fc.oneof(
    word,
    fc.integer({ min: 1, max: 4 }).map((d) => -d),
  ),
);

for (const [family, parameters] of CASES) {
  test(`${family.name} (${family.parameters.length} parameters): quantiles are finite and never fall`, () => {
    fc.assert(
      fc.property(parameters, uniforms, (p, [first, second]) => {
        fc.pre(family.refuse(p) === null);
        // A negative second word is a small distance from the first.
        const other = second < 0 ? Math.min(first - second, 2 ** 32 - 1) : second;
        const u = (Math.min(first, other) + 0.5) / 2 ** 32;
        const v = (Math.max(first, other) + 0.5) / 2 ** 32;
        const low = family.quantile(u, p);
        const high = family.quantile(v, p);
        assert.ok(Number.isFinite(low) && Number.isFinite(high), `${low}, ${high}`);
        // Where the distribution is narrower than its rounding error, that error is all that is left.
        assert.ok(low <= high + 1e-14 * Math.abs(high), `${low} at ${u}, ${high} at ${v}`);
        const share = family.cdf(low, p);
        assert.ok(share >= 0 && share <= 1, `distribution function ${share}`);
        for (const x of [-Infinity, -1, 0, 0.5, 1, 1e300, Infinity]) {
          const value = family.cdf(x, p);
          assert.ok(value >= 0 && value <= 1, `distribution function ${value} at ${x}`);
        }
      }),
      { seed: 20_241_118, numRuns: 300 },
    );
  });

  test(`${family.name} (${family.parameters.length} parameters): moments are finite or null`, () => {
    fc.assert(
      fc.property(parameters, (p) => {
        fc.pre(family.refuse(p) === null);
        for (const value of [family.mean(p), family.sd(p)])
          assert.ok(value === null || Number.isFinite(value));
      }),
      { seed: 7, numRuns: 20 },
    );
  });
}

test("every family refuses a parameter without value", () => {
  for (const [family] of CASES) {
    const p = family.parameters.map(() => Number.NaN);
    assert.equal(typeof family.refuse(p), "string", family.name);
  }
});
