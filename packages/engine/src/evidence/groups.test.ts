import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim, Model } from "@casus/language";
import fc from "fast-check";
import { posterior } from "./closed-form.js";
import {
  always,
  asserts,
  by,
  claim,
  corroborator,
  modelOf,
  source,
  speaker,
  without,
} from "./fixtures.test.js";
import { accuracyOwners, evidenceGroups, type Group } from "./groups.js";
import type { Knowledge } from "./statements.js";

const groupsOf = (record: Partial<Model>, knowledge: Knowledge = always) =>
  evidenceGroups(modelOf(record), knowledge).groups;
const only = (groups: readonly Group[]): Group => {
  assert.equal(groups.length, 1, `one group expected: ${groups.map(({ name }) => name).join(", ")}`);
  return groups[0] as Group;
};
const press = source("press", { reliability: "C" });
const paper = source("paper", { reliability: "D" });
const kyiv = (name: string, more: Partial<Claim> = {}) =>
  claim(name, { speaker: speaker("kyiv", "B"), ...more });

test("the earliest claim is the origin; without a date it is the last", () => {
  const early = kyiv("late_name", { date: 3, speaker: speaker("kyiv", "C", true) });
  const group = only(groupsOf({ claims: [kyiv("a"), kyiv("b", { date: 9 }), early] }));
  assert.deepEqual([group.name, group.origin.grade, group.lambda], ["late_name", "C", 0.5]);
  assert.deepEqual(group.claims, ["a", "b", "late_name"]);
});

test("on one day the speaker's own words come before those in other people's sources", () => {
  const relayed = kyiv("a", { date: 3, source: "press", hedge: "speculative" });
  const group = only(groupsOf({ sources: [press], claims: [relayed, kyiv("b", { date: 3 })] }));
  assert.deepEqual([group.name, group.held, group.lambda], ["b", true, 1]);
});

test("an ungraded first statement takes the grade of the speaker's next", () => {
  const group = only(
    groupsOf({ claims: [kyiv("a", { date: 1, speaker: speaker("kyiv") }), kyiv("b", { date: 2 })] }),
  );
  assert.deepEqual([group.name, group.origin.grade], ["a", "B"]);
});

test("a speaker without a grade in its own source has that source's reliability", () => {
  const own = source("own", { author: by("kyiv"), reliability: "A" });
  const group = only(
    groupsOf({ sources: [own], claims: [kyiv("a", { source: "own", speaker: speaker("kyiv") })] }),
  );
  assert.deepEqual([group.origin.grade, group.origin.owner, group.held], ["A", "own", true]);
});

test("different dates, directions and speakers are different groups", () => {
  const claims = [
    kyiv("a"),
    kyiv("b", { proposition: asserts("deployed", 1, true) }),
    kyiv("c", { proposition: asserts("engaged") }),
    kyiv("d", { speaker: speaker("seoul", "B") }),
    kyiv("e", { origin: null }),
  ];
  assert.deepEqual(
    groupsOf({ claims }).map(({ name, denies }) => [name, denies]),
    [
      ["a", false],
      ["b", true],
      ["c", false],
      ["d", false],
      ["e", false],
    ],
  );
});

test("`origin X sharing c` is a report of its own speaker, and its third-party source one more", () => {
  const shared = claim("b", {
    source: "press",
    speaker: speaker("seoul", "D"),
    origin: { claim: "a", sharing: 0.3 },
  });
  const group = only(groupsOf({ sources: [press], claims: [shared, kyiv("a")] }));
  assert.deepEqual(
    group.reports.map(({ by: who, sharing, channel, voice }) => [who, sharing, channel, voice?.accuracy]),
    [
      ["press", 1, [0.85, 0.1], undefined],
      ["seoul", 0.3, [0.75, 0.25], 0.55],
    ],
  );
  const own = { ...press, author: by("seoul") };
  assert.deepEqual(only(groupsOf({ sources: [own], claims: [shared, kyiv("a")] })).reports.length, 1);
});

test("drafts and what is said later than knowledge runs weigh nothing", () => {
  const claims = [
    kyiv("a", { unreviewed: true, corroboration: [corroborator("seoul", "A")] }),
    kyiv("b", { speaker: speaker("seoul", "A"), date: 8, corroboration: [corroborator("rome", "A", 0, 2)] }),
    kyiv("c", { speaker: speaker("paris", "A"), date: 2, corroboration: [corroborator("rome", "A", 0, 8)] }),
    claim("d", { date: 1, source: "press", origin: { claim: "a", sharing: null } }),
  ];
  const known = { asOf: 5, without: new Set<string>() };
  const groups = groupsOf({ sources: [press], claims }, known);
  assert.deepEqual(
    groups.map(({ name, held }) => [name, held]),
    [
      ["c", true],
      ["d", false],
    ],
  );
  assert.equal(groups[1]?.origin.grade, "B");
  assert.equal(groupsOf({ sources: [press], claims }).length, 5);
});

test("without its first, the next corroborator known is the origin", () => {
  const corroboration = [corroborator("seoul", "A", 0, 9), corroborator("rome", "C", 0.5, 3)];
  const claims = [kyiv("a", { date: 2, corroboration })];
  const known = { asOf: 5, without: new Set<string>() };
  assert.deepEqual(
    groupsOf({ claims }, known).map(({ name, origin, reports }) => [name, origin.owner, reports.length]),
    [
      ["a", "kyiv", 0],
      ["a.corroborated", "rome", 0],
    ],
  );
});

test("λ: interest for the speaker's group, speculation for both, never their product", () => {
  const corroboration = [corroborator("seoul", "B")];
  const lambdas = (more: Partial<Claim>, grades = {}) => {
    const base = modelOf({});
    const record = { claims: [kyiv("a", { corroboration, ...more })], grades: { ...base.grades, ...grades } };
    return groupsOf(record).map(({ lambda }) => lambda);
  };
  const interested = { speaker: speaker("kyiv", "B", true) };
  assert.deepEqual(lambdas({}), [1, 1]);
  assert.deepEqual(lambdas(interested), [0.5, 1]);
  assert.deepEqual(lambdas({ hedge: "speculative" }), [0.5, 0.5]);
  assert.deepEqual(lambdas({ ...interested, hedge: "speculative" }), [0.5, 0.5]);
  assert.deepEqual(lambdas({ hedge: "prediction" }), [1, 1]);
  assert.deepEqual(
    lambdas({ ...interested, hedge: "speculative" }, { interested: 0.4, speculative: 0.3 }),
    [0.3, 0.3],
  );
});

test("a forecast is half an observation; a corroborator who speaks later may observe", () => {
  const about = (step: number, date: number | null) =>
    groupsOf({
      claims: [
        kyiv("a", {
          date,
          proposition: asserts("deployed", step),
          corroboration: [corroborator("seoul", "B"), corroborator("rome", "B", 0, 99)],
        }),
        kyiv("b", {
          speaker: speaker("paris"),
          date,
          proposition: asserts("deployed", step),
          corroboration: [corroborator("rome", "B", 0, 45)],
        }),
      ],
    }).map(({ name, lambda }) => `${name} ${lambda}`);
  // Day 15 is in step 2, day 45 in step 5.
  assert.deepEqual(about(2, 15), ["a 1", "a.corroborated 1", "b 1", "b.corroborated 1"]);
  assert.deepEqual(about(4, 15), ["a 0.5", "a.corroborated 0.5", "b 0.5", "b.corroborated 1"]);
  assert.deepEqual(about(4, null), ["a 1", "a.corroborated 1", "b 1", "b.corroborated 1"]);
  assert.deepEqual(about(0, -5), ["a 1", "a.corroborated 1", "b 1", "b.corroborated 1"]);
});

test("retracting a claim takes its corroborators, retracting a source all that stands in it", () => {
  const corroboration = [corroborator("seoul", "B")];
  const claims = [
    kyiv("a", { source: "press", corroboration }),
    kyiv("b", { source: "paper" }),
    kyiv("c", { source: "press", speaker: speaker("rome") }),
  ];
  const names = (...gone: string[]) =>
    groupsOf({ sources: [press, paper], claims }, without(...gone)).map(({ name, claims: of }) => [name, of]);
  assert.deepEqual(names(), [
    ["a", ["a", "b"]],
    ["a.corroborated", ["a"]],
    ["c", ["c"]],
  ]);
  assert.deepEqual(names("a"), [
    ["a", ["b"]],
    ["c", ["c"]],
  ]);
  assert.deepEqual(names("press"), [["a", ["b"]]]);
  assert.deepEqual(names("press", "paper"), []);
});

test("owners of accuracies: speakers, sources that speak, those who share; mere relays have none", () => {
  const claims = [
    kyiv("a", {
      corroboration: [
        corroborator("seoul", "B"),
        corroborator("rome", "C", 0.5),
        corroborator("oslo", "A", 1),
      ],
    }),
    claim("b", { source: "press" }),
    kyiv("c", { source: "paper", speaker: speaker("kyiv", "D"), proposition: asserts("engaged") }),
  ];
  const evidence = evidenceGroups(modelOf({ sources: [press, paper], claims }), always);
  assert.deepEqual(
    accuracyOwners(evidence).map(({ owner, grade }) => `${owner} ${grade}`),
    ["kyiv B", "kyiv D", "press C", "rome C", "seoul B"],
  );
});

test("neither the order of declarations nor a relay of held words moves anything", () => {
  const names = ["press", "paper", "own", null] as const;
  const sources = [press, paper, source("own", { author: by("kyiv") })];
  const anyClaim = fc.record({
    source: fc.constantFrom(...names),
    who: fc.constantFrom("kyiv", "seoul"),
    grade: fc.constantFrom("A" as const, "C" as const, null),
    date: fc.constantFrom(1, 2, null),
    denies: fc.boolean(),
    sharing: fc.constantFrom(undefined, 0.5, null),
  });
  fc.assert(
    fc.property(fc.array(anyClaim, { minLength: 1, maxLength: 6 }), fc.integer(), (drawn, seed) => {
      const claims = drawn.map(({ source: from, who, grade, date, denies, sharing }, i) =>
        claim(`c${i}`, {
          source: from,
          speaker: speaker(who, grade),
          date,
          proposition: asserts("deployed", 1, denies),
          origin: i === 0 || sharing === undefined ? undefined : { claim: "c0", sharing },
        }),
      );
      const turned = [...claims].sort(
        (a, b) => ((a.name.charCodeAt(1) * seed) % 7) - ((b.name.charCodeAt(1) * seed) % 7),
      );
      const groups = groupsOf({ sources, claims });
      assert.deepEqual(groupsOf({ sources: [...sources].reverse(), claims: turned }), groups);
      const held = groups.find((group) => group.held);
      const first = claims.find(({ name }) => name === held?.name);
      if (first === undefined) return;
      const relay = claim("z_relay", {
        source: "press",
        origin: { claim: first.name, sharing: null },
        proposition: first.proposition,
      });
      const more = groupsOf({ sources, claims: [...claims, relay] });
      assert.ok(Math.abs(posterior(0.3, more) - posterior(0.3, groups)) < 1e-12);
    }),
  );
});
