import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { runModel } from "@casus/engine";
import { type Checked, checkModel, memoryWorld } from "@casus/language";
import { constructsFolder, examplesFolder, modelsIn } from "./models.js";
import { mutate, random } from "./mutate.js";

const models = [...modelsIn(constructsFolder), ...modelsIn(examplesFolder)];
/** A tenth of the long run, which `CASUS_TEST_LONG=1` asks for. */
const rounds = process.env["CASUS_TEST_LONG"] === "1" ? 10_000 : 1_000;

function check(text: string): Checked {
  return checkModel(memoryWorld({ "model.casus": text }), "model.casus");
}

/** What must hold of every answer of the checker, whatever the text. */
function assertSound(text: string, checked: Checked): void {
  for (const diagnostic of checked.diagnostics) {
    assert.ok(diagnostic.message.length > 0);
    const inside = (span: { file: string; start: number; end: number }) => {
      const size = checked.sources.get(span.file)?.text.length ?? text.length;
      return span.start >= 0 && span.start <= span.end && span.end <= size;
    };
    assert.ok(inside(diagnostic.span), `${diagnostic.code} points outside of the text`);
    for (const label of diagnostic.labels)
      assert.ok(inside(label.span), `${diagnostic.code}: a label outside`);
    for (const fix of diagnostic.fixes)
      for (const edit of fix.edits) assert.ok(inside(edit.span), `${diagnostic.code}: an edit outside`);
  }
}

describe("no text makes the checker crash or hang", () => {
  test(`${rounds} damaged models`, () => {
    const next = random(20241118);
    for (let i = 0; i < rounds; i++) {
      const [file, original] = models[Math.floor(next() * models.length)] as [string, string];
      const text = mutate(original, next);
      try {
        assertSound(text, check(text));
      } catch (error) {
        throw new Error(`round ${i}, from ${file}:\n${text}`, { cause: error });
      }
    }
  });

  test("random bytes read as text", () => {
    const next = random(7);
    for (let i = 0; i < 200; i++) {
      const bytes = Uint8Array.from({ length: Math.floor(next() * 2000) }, () => Math.floor(next() * 256));
      const text = new TextDecoder().decode(bytes);
      assertSound(text, check(text));
    }
  });

  const deep = 100_000;
  const extremes: Readonly<Record<string, string>> = {
    nothing: "",
    "a byte order mark": "\ufeff",
    "deep parentheses": `quantity x = ${"(".repeat(deep)}1${")".repeat(deep)}`,
    "deep ifs": `let x = ${"if a then ".repeat(deep)}1`,
    "a long chain of sums": `quantity x = ${"1 + ".repeat(deep)}1`,
    "a long chain of powers": `quantity x = ${"2 ^ ".repeat(deep)}1`,
    "a long chain of nots": `let x = ${"not ".repeat(deep)}a`,
    "a long chain of ands": `event a\n  when ${"a and ".repeat(deep)}a`,
    "a long line of junk": "?".repeat(1_000_000),
    "many empty lines": "\n".repeat(1_000_000),
    "an open comment": `/*${" ".repeat(100_000)}`,
    "open strings": '"a\n'.repeat(20_000),
    "a line of quotes": '"'.repeat(100_000),
    "only carriage returns": "event a\r  chance 10% per month\revent b\r",
    CRLF: 'situation "x"\r\n  period 2024 to 2025 by month\r\nevent a\r\n  chance 10% per month\r\nquestion q "?"\r\n  ask probability a by 2025-06\r\n',
    "a long chain of lets": Array.from(
      { length: 3000 },
      (_, i) => `let x${i} = ${i === 0 ? "1" : `x${i - 1} + x${i - 1}`}`,
    ).join("\n"),
    "a long chain of quantities": Array.from(
      { length: 3000 },
      (_, i) => `quantity x${i} = ${i === 0 ? "1" : `x${i - 1} + 1`}`,
    ).join("\n"),
    "a circle of quantities": Array.from(
      { length: 2000 },
      (_, i) => `quantity x${i} = x${(i + 1) % 2000}`,
    ).join("\n"),
    "one name many times": "quantity a = 1\n".repeat(5000),
    "names of objects":
      "quantity __proto__ = 1\nquantity constructor = 2\nquantity toString = constructor\nevent hasOwnProperty\n  chance 5%",
    "a period of all days":
      'situation "x"\n  period 0001 to 9999 by day\nevent a\n  chance 1% per day\nquestion q "?"\n  ask probability a by 9999',
    "deep indentation": Array.from({ length: 3000 }, (_, i) => `${" ".repeat(i)}when a`).join("\n"),
  };
  for (const [name, text] of Object.entries(extremes)) {
    test(name, () => assertSound(text, check(text)));
  }

  test("10 MB of declarations", () => {
    const one = 'event e_N "an event"\n  when e_M\n  chance 5% per month\n  assumed "why not"\n';
    const parts: string[] = ['situation "large"\n  period 2024-01 to 2024-12 by month\n'];
    for (let i = 0, size = 0; size < 10_000_000; i++) {
      const text = one.replace("e_N", `e_${i}`).replace("e_M", `e_${Math.max(0, i - 1)}`);
      size += text.length;
      parts.push(text);
    }
    const text = parts.join("");
    assertSound(text, check(text));
  });
});

test("damaged models that still check can be run: answers are numbers or null, never NaN", async () => {
  const next = random(5);
  let ran = 0;
  for (let i = 0; i < rounds / 5; i++) {
    const [file, original] = models[Math.floor(next() * models.length)] as [string, string];
    const text = mutate(original, next);
    const { model } = check(text);
    if (model === null || model.questions.length === 0 || model.timeline.steps > 500) continue;
    try {
      const result = await runModel(model, { runs: 256, seed: 1 });
      ran++;
      for (const answer of result.answers) {
        assert.ok(answer.value === null || Number.isFinite(answer.value));
        if (answer.kind === "probability" && answer.value !== null)
          assert.ok(answer.value >= 0 && answer.value <= 1 + 1e-12);
        for (const point of answer.series) assert.ok(point.value === null || Number.isFinite(point.value));
      }
    } catch (error) {
      throw new Error(`round ${i}, from ${file}:\n${text}`, { cause: error });
    }
  }
  assert.ok(ran > rounds / 20, `only ${ran} could be run`);
});
