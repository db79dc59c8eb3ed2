import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalText } from "./api.js";
import { check, checkAlone, expectDiagnostics, fixed, found, modelOf, named } from "./testing.test.js";

const event = (...lines: readonly string[]) => `event e\n  ${lines.join("\n  ")}\n  assumed "a"\n`;
const trigger = (...lines: readonly string[]) => named(modelOf(event(...lines)).events, "e").trigger;
const window = (...lines: readonly string[]) => {
  const found = trigger(...lines);
  assert.ok(found.kind === "window");
  return [found.first, found.last];
};

test("the period", () => {
  const lay = (text: string) => found(checkAlone(`situation "S"\n  ${text}\n`));
  assert.deepEqual(lay("period 2024-01 to 2023-01 by month"), ["E0403 period 2024-01 to 2023-01 by month"]);
  assert.deepEqual(lay("period 2024-01 to 2024-12 by mouth"), ["E0413 mouth"]);
  assert.deepEqual(
    lay("period 1000-01-01 to 2024-12-31 by day").map((line) => line.slice(0, 5)),
    ["E0404"],
  );
  // A broken period leaves nothing to ask, and nothing more is said of dates.
  const broken = checkAlone(
    `situation "S"\n  period 2024-01 to 2023-01 by month\n${event("chance 50% by 2030-01")}`,
  );
  assert.equal(broken.model, null);
  assert.deepEqual(
    broken.diagnostics.map((d) => d.code),
    ["E0403"],
  );
});

test("a window begins with the step after the one that holds `as of`, and ends with that of its date", () => {
  // As of 2024-03-31, which step 3 holds.
  assert.deepEqual(window("chance 50% by 2024-06"), [4, 6]);
  assert.deepEqual(window("chance 50% by 2024-Q2"), [4, 6]);
  assert.deepEqual(window("chance 50% by 2024"), [4, 12]);
  assert.deepEqual(window("chance 50% between 2024-02 and 2024-Q2"), [2, 6]);
  expectDiagnostics(event("chance 50% by 2024-03"), "E0405 2024-03");
  expectDiagnostics(event("chance 50% by 2025-01"), "E0401 2025-01");
  expectDiagnostics(event("chance 50% between 2023-01 and 2023-06"), "E0401 2023-01", "E0401 2023-06");
  assert.equal(
    fixed(event("chance 50% between 2024-06 and 2024-02")),
    event("chance 50% between 2024-02 and 2024-06"),
  );
});

test("certain within a time is a day that is drawn", () => {
  assert.equal(fixed(event("chance 100% by 2024-06")), event("on 2024-04-01 to 2024-06"));
  assert.equal(fixed(event("chance 100% between 2024-02 and 2024-06")), event("on 2024-02 to 2024-06"));
  expectDiagnostics(event("chance 100%"));
});

test("a chance with a date has no unit of time, and `then` has one", () => {
  assert.equal(fixed(event("chance 5% per month by 2024-06")), event("chance 5% by 2024-06"));
  assert.equal(
    fixed(event("chance 5% by 2024-06, then 3%")),
    event("chance 5% by 2024-06, then 3% per month"),
  );
  const then = trigger("chance 5% by 2024-06, then 3% per year");
  assert.ok(then.kind === "window");
  assert.equal(then.then?.exponent, 1 / 12);
});

test("days: the first counts behind `on`, the last behind `to`", () => {
  const on = trigger("on 2024-02 to 2024-03 chance 30%");
  assert.ok(on.kind === "on");
  // 2024-02-01 and 2024-03-31 in days since 1970.
  assert.deepEqual([on.first, on.last], [19754, 19813]);
  expectDiagnostics(
    event("on 2024-02", "after storm within 1 to 2 months"),
    "E0506 after storm within 1 to 2 months",
  );
  expectDiagnostics(event("on 2024-02 chance 5% by 2024-06"), "E0506  by 2024-06");
});

test("durations are in steps", () => {
  const after = trigger("after storm within 2 to 9 weeks");
  assert.ok(after.kind === "after");
  assert.deepEqual([after.low, after.high], [(14 * 12) / 365.2425, (63 * 12) / 365.2425]);
  assert.deepEqual(named(modelOf(event("chance 5%", "lasts 1 to 2 quarters")).events, "e").ends, {
    kind: "lasts",
    low: 3,
    high: 6,
  });
  const choice = 'choice c by ada\n  every 10 days\n  option o weight 1\n  assumed "a"\n';
  assert.equal(named(modelOf(choice).choices, "c").every, 1);
});

test("rules are undated, and have the step's own dates", () => {
  const [dated] = expectDiagnostics(event("when storm by 2024-05", "chance 5%"), "E0402  by 2024-05");
  assert.match(dated?.message ?? "", /rule/);
  const when = named(
    modelOf(event("when from 2024-02 and until 2024-05 and between 2024-03 and 2024-04")).events,
    "e",
  ).when;
  assert.equal(when && canonicalText(when), "(steps 0..5 and steps 2..12 and steps 3..4)");
  expectDiagnostics(event("when between 2024-03 and 2025-04"), "E0401 2025-04");
});

test("a date at the end dates every part that has none of its own", () => {
  const asked = (text: string) => {
    const ask = named(modelOf(`question q "q"\n  ask ${text}\n`).questions, "q").asks[0];
    assert.ok(ask?.kind === "probability" || ask?.kind === "value");
    return `${canonicalText(ask.kind === "value" ? ask.expression : ask.condition)}, ${ask.endStep}`;
  };
  assert.equal(
    asked("probability storm and not rain by 2024-06"),
    "(not (rain by 6) and storm ever by 6), 6",
  );
  assert.equal(
    asked("probability storm by 2024-04 and move ever go"),
    "(move ever 0 by 12 and storm ever by 4), 12",
  );
  assert.equal(
    asked("probability storm by 2024-04 and size > 5 soldier at 2024-05"),
    "((size > 5) at 5 and storm ever by 4), 5",
  );
  assert.equal(asked("probability storm"), "storm ever by 12, 12");
  assert.equal(asked("months since storm at 2024-06"), "1 since storm at 6, 6");
  expectDiagnostics('question q "q"\n  ask probability storm by 2025-06\n', "E0401 2025-06");
  assert.equal(
    fixed('question q "q"\n  ask months since storm by 2024-06\n'),
    'question q "q"\n  ask months since storm at 2024-06\n',
  );
});

test("without a period there is no time", () => {
  const text =
    'event e chance 50% by 2024-06\n  assumed "a"\nfact f chance 50%\n  assumed "a"\nquestion q "q"\n  ask probability f\n';
  const checked = checkAlone(text);
  assert.deepEqual(found(checked), ["E0407 chance 50% by 2024-06"]);
  assert.equal(checked.model?.questions.length, 1);
  assert.equal(check("").model?.timeline.steps, 12);
});
