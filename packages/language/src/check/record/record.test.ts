import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../syntax/index.js";
import { sourceText } from "../../text/source-text.js";
import { memoryWorld, type World } from "../../world.js";
import { checkTrees } from "../check.js";

const notes = `In early October the service reported that several thousand soldiers were training at bases in
the Far East. The ministry would not confirm that any of them had fought. The troops fought well.
The troops fought badly. Moscow reportedly pays 2,000 dollars.`;

const head = `situation "S"
  period 2024-01 to 2024-12 by month
  as of 2024-11-18
actors
  ukraine "Ukraine" state UKR
  rok "South Korea" state KOR
units
  soldier
source notes "Notes"
  file "notes.md"
  published 2024-10-10
fact war "War" chance 50%
  assumed "even"
event storm "A storm"
  chance 10% per month
  assumed "a guess"
quantity size "Size" : soldier = 4k to 16k
  assumed "wide"
stock troops "Troops" : soldier
  starts 0 soldier
  at least 0 soldier
  gains size when storm happens
`;

function run(
  text: string,
  files: Record<string, string> = {},
  world: World = memoryWorld({ "notes.md": notes, ...files }),
) {
  const path = "m.casus";
  const main = text.startsWith("situation") ? text : head + text;
  const tree = parse(sourceText(path, main));
  const { model, diagnostics: found } = checkTrees({
    trees: [tree],
    world,
    sources: new Map([[path, tree.source]]),
    filesMissing: false,
  });
  assert.ok(model !== null);
  const diagnostics = [...tree.diagnostics, ...found];
  const apply = (code: string, n = 0): string => {
    const fix = diagnostics.find((d) => d.code === code)?.fixes[n];
    assert.ok(fix !== undefined, `no fix ${n} of ${code}`);
    let out = main;
    for (const edit of [...fix.edits].sort((a, b) => b.span.start - a.span.start)) {
      assert.equal(edit.span.file, path);
      out = out.slice(0, edit.span.start) + edit.text + out.slice(edit.span.end);
    }
    return out;
  };
  return { model, diagnostics, codes: diagnostics.map((d) => d.code), apply };
}

/** The diagnostic of a code; fails where there is none or more than one. */
function only(result: ReturnType<typeof run>, code: string) {
  const found = result.diagnostics.filter((d) => d.code === code);
  assert.equal(found.length, 1, `${code} among ${result.codes.join(" ")}`);
  const [diagnostic] = found;
  assert.ok(diagnostic !== undefined);
  return diagnostic;
}

test("a sound record comes through whole and without a word", () => {
  const { model, codes } = run(`claim training "Training"
  quote "several thousand soldiers were training" in notes
  speaker ukraine "the service" grade C interested
  corroborated by rok grade B, ukraine grade D sharing 50% on 2024-11
  on 2024-10-03
  hedged reported
  asserts storm by 2024-09
observed storm not by 2024-11-18 "None came"
evidence clouds "Clouds" favours war 3:1 on 2024-02
believe storm by 2024-06 at 80% "All told"
`);
  assert.deepEqual(codes, []);
  const [claim] = model.claims;
  assert.ok(claim?.quote?.start !== undefined && claim.quote.start !== null && claim.quote.end !== null);
  assert.equal(notes.slice(claim.quote.start, claim.quote.end), "several thousand soldiers were training");
  assert.deepEqual(claim.speaker, { actor: "ukraine", text: "the service", grade: "C", interested: true });
  assert.deepEqual(
    claim.corroboration.map(({ actor, sharing, date }) => [actor, sharing, date]),
    [
      ["rok", 0, null],
      ["ukraine", 0.5, 20028],
    ],
  );
  assert.equal(claim.date, 19999);
  assert.equal(claim.origin, undefined);
  assert.ok(claim.proposition?.kind === "condition" && claim.proposition.step === 9);
  assert.deepEqual(model.observations[0]?.date, 20045);
  assert.equal(model.observations[0]?.name, "storm not by 2024-11-18");
  assert.deepEqual(model.evidence[0]?.odds, [3, 1]);
  assert.equal(model.beliefs[0]?.probability, 0.8);
  assert.equal(model.sources[0]?.sha256?.length, 64);
  assert.deepEqual(model.broken, []);
});

test("the hash is that of the text's bytes", () => {
  const { model } = run(head.replace("notes.md", "a.md"), { "a.md": "abc" });
  assert.equal(model.sources[0]?.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("a quote that is not there: the near match is noted and offered, not taken", () => {
  const result = run(`claim c quote "several hundred soldiers were training at bases" in notes asserts war
`);
  const diagnostic = only(result, "E0705");
  assert.match(diagnostic.notes[0] ?? "", /several thousand soldiers were training at bases/);
  assert.equal(diagnostic.fixes[0]?.safe, false);
  assert.equal(diagnostic.labels[0]?.span.file, "notes.md");
  assert.deepEqual(result.model.claims, []);
  assert.deepEqual(
    result.model.broken.map(({ name, reads }) => ({ name, reads })),
    [{ name: "c", reads: ["war"] }],
  );
  assert.ok(!run(result.apply("E0705")).codes.includes("E0705"));
});

test("a quote that stands twice: places, and fixes that choose one", () => {
  const result = run(`claim c quote "The troops fought" in notes
`);
  assert.equal(only(result, "E0706").labels.length, 2);
  for (const n of [0, 1])
    assert.ok(!run(result.apply("E0706", n)).codes.some((code) => code.startsWith("E07")));
  only(
    run(`claim c quote "The troops fought" after "nowhere to be read" in notes
`),
    "E0707",
  );
});

test("what a quote cuts off is a warning, hedges and conditions only where the claim is not hedged", () => {
  only(
    run(`claim c quote "any of them had fought" in notes
`),
    "W0702",
  );
  only(
    run(`claim c quote "pays 2,000 dollars" in notes
`),
    "W0703",
  );
  assert.deepEqual(
    run(`claim c quote "pays 2,000 dollars" in notes hedged reported
`).codes,
    [],
  );
  only(
    run(`claim c quote "ousand soldiers were training" in notes
`),
    "W0704",
  );
});

test("a source without a file warns once, one that cannot be read is an error and nothing more", () => {
  const bare = head.replace('  file "notes.md"\n', "");
  const claims = `claim c quote "one" in notes
claim d quote "two" in notes
`;
  assert.deepEqual(run(bare + claims).codes, ["W0701"]);
  assert.deepEqual(run(`${bare}claim c in notes\n`).codes, []);
  for (const [path, code] of [
    ["gone.md", "E0701"],
    ["../notes.md", "E0702"],
  ] as const) {
    const result = run(head.replace("notes.md", path) + claims);
    assert.deepEqual(result.codes, [code]);
    assert.equal(result.model.claims.length, 2);
    assert.equal(result.model.claims[0]?.quote?.start, null);
  }
});

test("a file that is too large or unreadable is an error on the source, and its claims stand", () => {
  const claim = 'claim c quote "words" in notes asserts war\n';
  for (const [result, code] of [
    [{ kind: "too large" }, "E0703"],
    [{ kind: "unreadable", why: "It is no text." }, "E0704"],
  ] as const) {
    const { codes, model } = run(claim, {}, { read: () => result });
    assert.deepEqual(codes, [code]);
    assert.equal(model.claims.length, 1);
  }
});

test("what lacks its substance is said to", () => {
  only(run('claim c quote " " in notes\n'), "E0708");
  only(run('evidence e "Why"\n'), "E0723");
  const grades = run("grades\n  B beta 0, 4\nclaim c in notes speaker rok grade B asserts war\n");
  only(grades, "E0725");
  assert.deepEqual(
    grades.model.broken.map(({ name, reads }) => ({ name, reads })),
    [{ name: "grades", reads: ["war"] }],
  );
});

test("grades: lower case has a safe fix, digits are taken off, others are refused", () => {
  const lower = run("claim c in notes speaker ukraine grade b asserts war\n");
  assert.equal(only(lower, "E0709").fixes[0]?.safe, true);
  assert.deepEqual(run(lower.apply("E0709")).codes, []);
  assert.deepEqual(
    run(run("claim c in notes speaker ukraine grade B2 asserts war\n").apply("E0709")).codes,
    [],
  );
  assert.equal(only(run("claim c in notes speaker ukraine grade G asserts war\n"), "E0709").fixes.length, 0);
  const { model } = run("grades\n  B accuracy 80% relay 85%, 10% beta 16, 4\n  interested 0.4\n  drawn\n");
  assert.deepEqual(model.grades.letters.B, { accuracy: 0.8, relay: [0.85, 0.1], beta: [16, 4] });
  assert.deepEqual(model.grades.letters.A.beta, [19, 1]);
  assert.equal(model.grades.interested, 0.4);
  assert.equal(model.grades.speculative, 0.5);
  assert.equal(model.grades.drawn, true);
});

test("shares lie between 0 and 1, and a bare 50 is offered as 50%", () => {
  const result = run(
    "claim c in notes speaker rok asserts war\nclaim d in notes speaker ukraine origin c sharing 50 asserts war\n",
  );
  assert.deepEqual(run(result.apply("E0710")).codes, []);
  only(run("claim c in notes asserts war corroborated by rok sharing 50%, ukraine sharing 20%\n"), "W0709");
});

test("origins: circles, other propositions, unknown names", () => {
  const self = run("claim c in notes asserts war origin c\n");
  only(self, "E0712");
  assert.deepEqual(
    self.model.broken.map(({ name }) => name),
    ["c"],
  );
  const circle = run(`claim a in notes asserts war origin b
claim b in notes asserts war origin d
claim d in notes asserts war origin b
`);
  only(circle, "E0712");
  assert.deepEqual(circle.model.broken.map(({ name }) => name).sort(), ["a", "b", "d"]);
  only(run("claim a in notes asserts war\nclaim b in notes origin a asserts storm by 2024-03\n"), "E0713");
  only(run("claim a in notes\nclaim b in notes origin a asserts war\n"), "W0710");
  const unknown = run("claim alpha in notes asserts war\nclaim b in notes origin alhpa asserts war\n");
  assert.ok(unknown.diagnostics.some((d) => d.fixes.some((fix) => fix.title.includes("alpha"))));
  assert.equal(run("claim b in notes origin none asserts war\n").model.claims[0]?.origin, null);
});

test("propositions have equal keys exactly where they say the same", () => {
  const keys = (...conditions: string[]) =>
    run(
      conditions.map((condition, n) => `claim c${n} in notes asserts ${condition}\n`).join(""),
    ).model.claims.map((claim) => claim.proposition?.key);
  const [a, b, c, d, e] = keys(
    "storm by 2024-03 and war",
    "( war  and storm by 2024-03 )",
    "(storm and war) by 2024-03-05",
    "storm by 2024-04 and war",
    "storm by 2024-03 or war",
  );
  assert.equal(a, b);
  assert.equal(a, c);
  assert.equal(new Set([a, d, e]).size, 3);
  const [plainWar, datedWar] = keys("war", "war by 2024-03");
  assert.equal(plainWar, datedWar);
});

test("a claim about a later step is a forecast, one about a fact never is", () => {
  assert.deepEqual(run("claim c in notes asserts war\n").codes, []);
  assert.deepEqual(run("claim c in notes asserts storm by 2024-10\n").codes, []);
  only(run("claim c in notes asserts storm by 2024-11\n"), "W0705");
  only(run("claim c in notes asserts storm\n"), "W0705");
});

test("numeric reports: ranges in the subject's unit, of a quantity or of a stock at its date", () => {
  const { model, codes } = run(`claim a in notes asserts size is 11k to 12k soldier
claim b in notes asserts size is 11k to 12k
claim s in notes asserts troops at 2024-09 is 8k to 10k soldier
`);
  assert.deepEqual(codes, []);
  const [a, b, s] = model.claims.map((claim) => claim.proposition);
  assert.ok(a?.kind === "number" && b?.kind === "number" && s?.kind === "number");
  assert.deepEqual([a.low, a.high, a.step, a.value.kind], [11000, 12000, 0, "quantity"]);
  assert.equal(a.key, b.key);
  assert.deepEqual([s.low, s.high, s.step, s.value.kind], [8000, 10000, 9, "at"]);
});

test("numeric reports that are none", () => {
  const single = run("claim a in notes asserts size is 12k soldier\n");
  only(single, "E0714");
  assert.deepEqual(run(single.apply("E0714")).codes, []);
  only(run("claim a in notes asserts size is normal(12k, 1k) soldier\n"), "E0715");
  const family = run("claim a in notes asserts size is 11k to 12k soldier as uniform\n");
  only(family, "E0715");
  const swapped = run("claim a in notes asserts size is 12k to 11k soldier\n");
  assert.deepEqual(run(swapped.apply("E0717")).codes, []);
  only(run("claim a in notes denies size is 11k to 12k soldier\n"), "E0718");
  const unit = run("units\n  USD currency\nclaim a in notes asserts size is 11k to 12k USD\n");
  assert.ok(unit.diagnostics.some((d) => d.severity === "error"));
  assert.deepEqual(
    unit.model.broken.map(({ reads }) => reads),
    [["size"]],
  );
});

test("a claim that backs a quantity and asserts about it is counted twice", () => {
  const result = run(`quantity other "Other" = 1 to 2
  from both, cited
claim both in notes asserts other is 1 to 2
claim cited in notes
`);
  only(result, "W0706");
});

test("drafts, and claims from nowhere", () => {
  const draft = run("claim c in notes asserts war unreviewed\n");
  only(draft, "W0707");
  assert.equal(draft.model.claims[0]?.unreviewed, true);
  only(run("claim c asserts war\n"), "W0708");
  only(run("claim c in notes speaker ukraine speaker rok asserts war\n"), "E0519");
  only(
    run(`source other "Other"
claim c quote "the troops fought badly" in notes in other
`),
    "E0724",
  );
  const hedge = run("claim c in notes hedged speculativ asserts war\n");
  assert.deepEqual(run(hedge.apply("E0711")).codes, []);
});

test("odds and beliefs that settle the question are observations", () => {
  only(run('evidence e "Why" favours war 3:0\n'), "E0719");
  const certain = run('believe storm by 2024-06 at 100% "Seen"\n');
  only(certain, "E0720");
  const fixed = run(certain.apply("E0720"));
  assert.deepEqual(fixed.codes, []);
  assert.equal(fixed.model.observations[0]?.name, "storm by 2024-06");
  const impossible = run(run('believe storm by 2024-06 at 0% "Seen"\n').apply("E0720"));
  assert.deepEqual(impossible.codes, []);
  assert.equal(impossible.model.observations.length, 1);
});

test("an observation is of its last date, of the period's end, or of none", () => {
  const dates = (text: string) => run(text).model.observations.map(({ date }) => date);
  assert.deepEqual(dates('observed war "Seen"\n'), [null]);
  assert.deepEqual(dates('observed storm by 2024-02 and not storm by 2024-01 "Seen"\n'), [19782]);
  const undated = run('observed not storm "Calm"\n');
  only(undated, "W0711");
  assert.deepEqual(run(undated.apply("W0711")).codes, []);
});

test("outcomes answer the first ask", () => {
  const questions = `question q "Storm?"
  ask probability storm by 2024-06
question v "How many?"
  ask size
question w "When?"
  ask when storm
question f "War?"
  ask war
`;
  const { model, codes } = run(`${questions}outcome q yes on 2024-07-01
outcome v = 9k soldier on 2024-07-01
outcome w = 2024-05 on 2024-07-01
outcome f no on 2024-07-01
`);
  assert.deepEqual(codes, []);
  assert.deepEqual(
    model.outcomes.map(({ answer }) => answer),
    [{ kind: "yes" }, { kind: "value", value: 9000 }, { kind: "value", value: 19874 }, { kind: "no" }],
  );
  only(run(`${questions}outcome v yes on 2024-07-01\n`), "E0721");
  only(run(`${questions}outcome q = 3 on 2024-07-01\n`), "E0721");
  only(run(`${questions}outcome q yes\n`), "E0722");
});

test("what reads something broken is left out and named, without a further message", () => {
  const result = run('claim c in notes asserts strom by 2024-03\nobserved storm by 2024-02 "Seen"\n');
  assert.equal(result.codes.length, 1);
  assert.deepEqual(
    result.model.broken.map(({ name }) => name),
    ["c"],
  );
  assert.equal(result.model.observations.length, 1);
});
