import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claim, Model } from "@casus/language";
import { actor, always, asserts, by, claim, modelOf, source, speaker } from "./fixtures.test.js";
import { evidenceGroups, type Group } from "./groups.js";
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

test("an author in words is the speaker where the words are the actor's or the speaker's own", () => {
  const words = (text: string) => source("own", { author: { actor: null, text }, reliability: "C" });
  const actors = [actor("kyiv", "Ukraine", ["Kyiv"])];
  const umerov = { actor: "kyiv", text: "Rustem Umerov", grade: "B" as const, interested: false };
  for (const [author, held] of [
    ["Ukraine", true],
    ["Kyiv", true],
    ["kyiv", true],
    ["Rustem Umerov", true],
    ["Reuters", false],
  ] as const) {
    const said = kyiv("a", { source: "own", speaker: umerov });
    assert.equal(only(groupsOf({ actors, sources: [words(author)], claims: [said] })).held, held, author);
  }
});

test("a claim without a speaker is its author's, in whatever source", () => {
  const sources = [source("one", { author: by("kyiv"), reliability: "A" }), press];
  const claims = [claim("a", { source: "one", date: 1 }), kyiv("b", { source: "press", date: 2 })];
  const group = only(groupsOf({ sources, claims }));
  assert.deepEqual([group.origin.owner, group.origin.grade, group.originKey], ["one", "A", "actor kyiv"]);
  assert.deepEqual(
    group.reports.map(({ by: who }) => who),
    ["press"],
  );
});

test("a source counts once in a group", () => {
  const claims = [
    kyiv("a", { source: "press" }),
    kyiv("b", { source: "press" }),
    kyiv("c", { source: "paper" }),
  ];
  const group = only(groupsOf({ sources: [press, paper], claims }));
  assert.deepEqual(
    group.reports.map(({ by: who, claims: names, channel }) => [who, names, channel]),
    [
      ["paper", ["c"], [0.75, 0.25]],
      ["press", ["a", "b"], [0.85, 0.1]],
    ],
  );
});

test("`origin X` at 100 % is a relay with its source's channel, whoever speaks", () => {
  const wire = claim("wire", {
    source: "press",
    speaker: speaker("agency", "A"),
    origin: { claim: "a", sharing: null },
  });
  const group = only(groupsOf({ sources: [press], claims: [wire, kyiv("a")] }));
  assert.deepEqual([group.name, group.held, group.originKey], ["a", true, "actor kyiv"]);
  assert.deepEqual(group.reports, [
    { by: "press", claims: ["wire"], sharing: 1, channel: [0.85, 0.1], voice: null },
  ]);
});

test("a speaker's own words stay its own also where they name its other claim as origin", () => {
  const again = kyiv("b", { date: 2, origin: { claim: "a", sharing: null } });
  const group = only(
    groupsOf({ sources: [press], claims: [kyiv("a", { date: 1, source: "press" }), again] }),
  );
  assert.deepEqual([group.name, group.held, group.reports.length], ["a", true, 1]);
});

test("of several statements that relays lead back to, the earliest is the origin", () => {
  const about = { proposition: asserts("engaged") };
  const claims = [
    kyiv("a", { date: 5, speaker: speaker("kyiv", "C") }),
    kyiv("b", { date: 1, speaker: speaker("kyiv", "A", true) }),
    claim("c", { ...about, date: 6, source: "press", origin: { claim: "a", sharing: null } }),
    claim("d", { ...about, date: 7, source: "paper", origin: { claim: "b", sharing: null } }),
  ];
  const group = groupsOf({ sources: [press, paper], claims }).find(({ key }) => key === "engaged");
  assert.deepEqual([group?.name, group?.origin.grade, group?.lambda], ["c", "A", 0.5]);
});

test("a source that also speaks for itself in a group reports once", () => {
  const own = source("own", { author: by("seoul"), reliability: "B" });
  const claims = [
    kyiv("a", { source: "own" }),
    claim("b", { source: "own", origin: { claim: "a", sharing: 0.5 } }),
  ];
  const group = only(groupsOf({ sources: [own], claims }));
  assert.deepEqual(
    group.reports.map(({ by: who, sharing }) => [who, sharing]),
    [["own", 0.5]],
  );
});

test("a source without a reliability relays as F, its own speaker's with that speaker's grade", () => {
  const channelIn = (author: ReturnType<typeof by> | null) => {
    const relay = claim("b", {
      source: "blog",
      speaker: speaker("seoul", "A"),
      origin: { claim: "a", sharing: null },
    });
    return only(groupsOf({ sources: [source("blog", { author })], claims: [kyiv("a"), relay] })).reports[0]
      ?.channel;
  };
  assert.deepEqual(channelIn(null), [0.8, 0.15]);
  assert.deepEqual(channelIn(by("seoul")), [0.95, 0.02]);
});

test("origins are followed to the last, and an origin that says something else stays one", () => {
  const links = [
    claim("b", { source: "press", origin: { claim: "a", sharing: null }, proposition: asserts("engaged") }),
    claim("c", { source: "paper", origin: { claim: "b", sharing: null }, proposition: asserts("engaged") }),
  ];
  const groups = groupsOf({ sources: [press, paper], claims: [...links, kyiv("a")] });
  assert.deepEqual(
    groups.map(({ name, key, held, origin, claims }) => [name, key, held, origin.owner, claims]),
    [
      ["a", "deployed", true, "kyiv", ["a"]],
      ["b", "engaged", false, "kyiv", ["b", "c"]],
    ],
  );
});
