import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  decibans,
  likelihood,
  logOdds,
  posterior,
  type Report,
  type Testimony,
  type Voice,
  weights,
} from "./closed-form.js";

const letters = {
  A: { accuracy: 0.95, channel: [0.95, 0.02] },
  B: { accuracy: 0.85, channel: [0.9, 0.05] },
  C: { accuracy: 0.7, channel: [0.85, 0.1] },
  D: { accuracy: 0.55, channel: [0.75, 0.25] },
  E: { accuracy: 0.5, channel: [0.6, 0.5] },
  F: { accuracy: 0.6, channel: [0.8, 0.15] },
} as const;
type Letter = keyof typeof letters;

const voice = (grade: Letter): Voice => ({
  speaker: grade,
  owner: grade,
  grade,
  accuracy: letters[grade].accuracy,
});
const own = (grade: Letter, sharing = 0): Report => ({
  by: grade,
  claims: [],
  sharing,
  channel: letters[grade].channel,
  voice: voice(grade),
});
const relay = (grade: Letter): Report => ({ ...own(grade, 1), voice: null });
const group = (grade: Letter, reports: readonly Report[] = [], more: Partial<Testimony> = {}): Testimony => ({
  origin: voice(grade),
  held: true,
  denies: false,
  lambda: 1,
  reports,
  ...more,
});
const unseen = { held: false };
const many = (count: number, report: Report): Report[] => Array.from({ length: count }, () => report);
const near = (prior: number, groups: readonly Testimony[], expected: number): void =>
  assert.equal(posterior(prior, groups).toFixed(4), expected.toFixed(4));

test("T0: no report gives the prior back", () => {
  near(0.5, [], 0.5);
  assert.equal(posterior(0.5, []), 0.5);
});

test("T1: one first-hand report of each grade", () => {
  for (const [grade, expected] of [
    ["A", 0.95],
    ["B", 0.85],
    ["C", 0.7],
    ["D", 0.55],
    ["E", 0.5],
    ["F", 0.6],
  ] as const) {
    near(0.5, [group(grade)], expected);
  }
});

test("decibans of each grade", () => {
  const shown = Object.keys(letters).map((grade) => decibans(group(grade as Letter)).toFixed(1));
  assert.deepEqual(shown, ["12.8", "7.5", "3.7", "0.9", "0.0", "1.8"]);
});

test("T2, T3: relays of words not held never beat their origin", () => {
  for (const [count, expected] of [
    [1, 0.8132],
    [2, 0.8478],
    [3, 0.8499],
    [10, 0.85],
    [100, 0.85],
  ] as const) {
    near(0.5, [group("B", many(count, relay("B")), unseen)], expected);
  }
});

test("T4: independent reports", () => {
  near(0.5, [group("B"), group("B")], 0.9698);
  near(0.5, [group("C"), group("C"), group("C")], 0.927);
});

test("T5: a second report that shares with the first", () => {
  for (const [sharing, expected] of [
    [0, 0.9698],
    [0.25, 0.9354],
    [0.5, 0.9043],
    [0.8, 0.8705],
    [1, 0.85],
  ] as const) {
    near(0.5, [group("B", [own("B", sharing)])], expected);
  }
});

test("T6, T8, T9: denial, a low prior, λ", () => {
  near(0.5, [group("B"), group("B", [], { denies: true })], 0.5);
  near(0.05, [group("B"), group("B")], 0.6283);
  near(0.05, [group("A")], 0.5);
  near(0.5, [group("B", [], { lambda: 0.5 })], 0.7042);
});

test("T10 to T13: an interested speaker beside partners who share", () => {
  const interested = group("C", [], { lambda: 0.5 });
  near(0.2, [interested], 0.2763);
  near(0.2, [interested, group("B", [own("B", 0.5)])], 0.7829);
  near(0.2, [interested, group("B"), group("B")], 0.9246);
  near(0.2, [group("C", many(20, relay("B")), { lambda: 0.5 }), group("B", [own("B", 0.5)])], 0.7829);
  const relayed = group("C", [relay("B")], { ...unseen, lambda: 0.5 });
  near(0.2, [relayed], 0.2666);
  near(0.2, [relayed, group("B", [relay("B"), own("B", 0.5)], unseen)], 0.765);
});

test("T14: five outlets that quote one speaker are one report", () => {
  near(0.2, [group("C", many(5, relay("B")), unseen)], 0.3684);
  near(0.2, [group("C")], 0.3684);
});

test("a run's weights are the likelihoods to the power λ", () => {
  const half = group("C", [own("D", 0.3)], { lambda: 0.5, held: false });
  const { ifTrue, ifFalse } = likelihood(half);
  assert.deepEqual(weights(half), { ifTrue: Math.sqrt(ifTrue), ifFalse: Math.sqrt(ifFalse) });
});

test("accuracies can be given for a run", () => {
  const drawn = likelihood(group("B", [own("C")]), ({ owner }) => (owner === "B" ? 0.9 : 0.6));
  assert.ok(Math.abs(drawn.ifTrue - 0.9 * 0.6) < 1e-15);
  assert.ok(Math.abs(drawn.ifFalse - 0.1 * 0.4) < 1e-15);
});

test("tens of thousands of relays do not lose the ratio to underflow", () => {
  const crowd = group("B", many(50_000, relay("B")), unseen);
  near(0.5, [crowd], 0.85);
  assert.deepEqual(likelihood(crowd), { ifTrue: 0, ifFalse: 0 });
});

const letter = fc.constantFrom(...(Object.keys(letters) as Letter[]));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyReport = fc.oneof(
  fc.tuple(letter, share).map(([grade, sharing]) => own(grade, sharing)),
  letter.map(relay),
);
const anyGroup = fc
  .record({
    grade: letter,
    reports: fc.array(anyReport, { maxLength: 4 }),
    held: fc.boolean(),
    denies: fc.boolean(),
    lambda: fc.constantFrom(1, 0.5),
  })
  .map(({ grade, reports, ...more }) => group(grade, reports, more));
const someGroups = fc.array(anyGroup, { maxLength: 3 });
const anyPrior = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const close = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-10, `${a} and ${b}`);

test("the order of reports and of groups is nothing", () => {
  fc.assert(
    fc.property(anyPrior, someGroups, (prior, groups) => {
      const turned = [...groups].reverse().map((one) => ({ ...one, reports: [...one.reports].reverse() }));
      close(posterior(prior, groups), posterior(prior, turned));
    }),
  );
});

test("a relay of held words is nothing", () => {
  fc.assert(
    fc.property(anyPrior, anyGroup, letter, (prior, one, grade) => {
      const held = { ...one, held: true };
      const relayed = { ...held, reports: [...held.reports, relay(grade)] };
      close(posterior(prior, [held]), posterior(prior, [relayed]));
    }),
  );
});

test("a denial undoes an equal assertion", () => {
  fc.assert(
    fc.property(anyPrior, anyGroup, (prior, one) => {
      close(posterior(prior, [one, { ...one, denies: !one.denies }]), prior);
    }),
  );
});

test("no report gives the prior back, also a group whose words nobody passes on", () => {
  fc.assert(
    fc.property(anyPrior, letter, (prior, grade) => {
      close(posterior(prior, []), prior);
      close(posterior(prior, [group(grade, [], unseen)]), prior);
    }),
  );
});

test("the result stays inside (0, 1)", () => {
  fc.assert(
    fc.property(anyPrior, someGroups, (prior, groups) => {
      const after = posterior(prior, groups);
      assert.ok(after > 0 && after < 1);
    }),
  );
});

test("relays never beat their origin", () => {
  fc.assert(
    fc.property(letter, fc.array(letter, { maxLength: 12 }), (grade, relays) => {
      const relayed = logOdds(group(grade, relays.map(relay), unseen));
      assert.ok(relayed <= logOdds(group(grade)) + 1e-12);
      assert.ok(relayed >= -1e-12);
    }),
  );
});

test("the posterior is what a run-by-run weighing of both worlds gives", () => {
  fc.assert(
    fc.property(anyPrior, someGroups, (prior, groups) => {
      let holds = prior;
      let fails = 1 - prior;
      for (const one of groups) {
        const factors = weights(one);
        holds *= factors.ifTrue;
        fails *= factors.ifFalse;
      }
      close(posterior(prior, groups), holds / (holds + fails));
    }),
  );
});
