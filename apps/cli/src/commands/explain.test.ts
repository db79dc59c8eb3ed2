import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { type Workplace, workplace } from "./command.fixture.test.js";

let place: Workplace;
before(() => {
  place = workplace({ example: "alliance" });
});
after(() => place.remove());

test("an unknown at width 80", () => {
  const { status, stdout, stderr } = place.casus(["explain", "alliance.casus", "pay"]);
  assert.equal(stderr, "");
  assert.equal(status, 0);
  // What runs say of it changes with the draws; everything else is exact.
  assert.equal(
    stdout.replace(/^ {2}in runs {3}.*\n(?: {12}\S.*\n)*/m, ""),
    `pay  quantity                                                 alliance.casus:120
Pay for each soldier
A number that nobody knows, drawn once in each run; in USD per soldier per
month.

  written   1.5k to 2.5k USD per soldier per month
  family    lognormal: 5% below 1,500, 5% above 2,500 USD per soldier per month
  spread       5%     25%     50%     75%     95%    mean
            1,500   1,740   1,940   2,150   2,500   1,960
            1,350 ▁▁▂▃▄▄▅▆▇▇█████▇▇▆▅▅▄▃▃▂▂▂▁▁▁▁▁▁ 2,780
  from      pay_rate: “Moscow is reported to pay about 2,000 dollars a month for
            each soldier” (notes)
  used by   bargain.given(russia) (stock)
`,
  );
  for (const line of stdout.split("\n")) assert.ok([...line].length <= 80, line);
});

test("rules, treaties and claims in words", () => {
  const page = (name: string): string => place.casus(["explain", "alliance.casus", name]).stdout;
  assert.match(page("peace"), /2 steps, 2024-12-01 to\n +2025-01-31: 11% \(7\.8% to 16%\) in each step/);
  assert.match(page("second_wave.chance"), /The chance in the rule of second_wave, worked out in each step/);
  assert.match(page("training"), /weight {4}\+11\.1 dB: multiplies the odds by 13/);
  assert.match(page("training"), /digit {5}C[1-6]: /);
  assert.match(page("partnership.assistance"), /honoured {2}with a chance of 42 of 102, within 6 steps/);
});

test("1: a name that the model does not have, with what is near", () => {
  const wrong = place.casus(["explain", "alliance.casus", "wavee"]);
  assert.equal(wrong.status, 1);
  assert.equal(wrong.stdout, "");
  assert.equal(wrong.stderr, 'The model has nothing called "wavee".\n  Did you mean wave?\n');
  assert.match(place.casus(["explain", "alliance.casus", "invaded"]).stderr, /There is invaded\(russia\)\./);
  const json = place.casus(["explain", "alliance.casus", "wavee", "--json"]);
  assert.equal(json.status, 1);
  assert.deepEqual(JSON.parse(json.stdout).near, ["wave"]);
  assert.equal(place.casus(["explain", "absent.casus", "wave"]).status, 1);
});

test("--json, and standard input", () => {
  const { status, stdout } = place.casus(["explain", "alliance.casus", "contingent", "--json"]);
  assert.equal(status, 0);
  const { casus, explanation, measured } = JSON.parse(stdout);
  assert.match(casus, /^\d/);
  assert.equal(explanation.kind, "quantity");
  assert.equal(explanation.unit, "soldier");
  assert.equal(explanation.place.from.line, 114);
  assert.ok(Math.abs(explanation.distribution.percentiles.p50 - 8000) < 1e-6);
  // The Pentagon's eleven to twelve thousand weigh it.
  assert.ok(measured.now.quantiles.p50 > 10_000);
  const text = readFileSync(join(place.folder, "alliance.casus"), "utf8");
  assert.match(place.casus(["explain", "-", "wave"], text).stdout, /^wave {2}quantity/);
});

test("a name in a declaration that is at fault", () => {
  const broken =
    'situation "S"\nquantity wave = 20k to 5k\nquantity other = wave * 2\nquestion q "?" ask other\n';
  const { status, stderr } = place.casus(["explain", "-", "wave"], broken);
  assert.equal(status, 1);
  assert.match(stderr, /error E\d{4}/);
});
