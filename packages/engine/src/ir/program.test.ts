import assert from "node:assert/strict";
import { test } from "node:test";
import { Builder } from "./build.js";
import { printProgram } from "./print.js";
import type { Program } from "./program.js";
import { ProgramFault, verify } from "./verify.js";

/** A stock that grows by a drawn rate in every step. */
function growth(): Program {
  const b = new Builder(3);
  const rate = b.add(
    b.number(0.1),
    b.multiply(b.number(0.2), b.draw("uniform", { site: "rate", perStep: false, unknown: true })),
  );
  const level = b.slot("level", "number");
  b.store(level, b.number(1), "once");
  b.section = "step";
  const grown = b.multiply(b.load(level), b.add(b.number(1), rate));
  b.store(level, b.select(b.during(2, 3), grown, b.load(level)));
  b.section = "close";
  const column = b.record("level", b.load(level));
  b.section = "read";
  b.column(column, null);
  return b.finish();
}

test("a program reads as text, one instruction a line", () => {
  assert.equal(
    printProgram(growth()),
    `once:
  %0 = constant 0.1
  %1 = constant 0.2
  %2 = uniform "rate" unknown
  %3 = multiply %1, %2
  %4 = add %0, %3
  %5 = constant 1
  %7 = add %5, %4
  store @level %5
close:
  %11 = load @level
  record $level %11
step:
  %6 = load @level
  %8 = multiply %6, %7
  %9 = flag table #0 [0×2 1×2]
  %10 = select %9, %8, %6
  store @level %10
read:
  %12 = column $level at end
`,
  );
});

test("equal operations are one value, constants are computed, what is fixed for a run leaves the step", () => {
  const b = new Builder(2);
  const u = b.draw("uniform", { site: "u", perStep: false, unknown: true });
  assert.equal(b.add(u, b.number(2)), b.add(u, b.number(2)));
  assert.equal(b.constantOf(b.multiply(b.number(3), b.number(4))), 12);
  b.section = "step";
  const square = b.multiply(u, u);
  assert.equal(b.instruction(square).section, "once");
  assert.equal(b.instruction(b.add(square, b.stepNumber())).section, "step");
  assert.equal(b.constantOf(b.less(b.number(2), u)), null);
  assert.equal(b.constantOf(b.lessOrEqual(u, b.number(1))), 1);
});

test("the verifier refuses what breaks the rules", () => {
  const sound = growth();
  verify(sound);
  const broken = (change: (program: { -readonly [K in keyof Program]: Program[K] }) => void) => {
    const copy = structuredClone(sound) as { -readonly [K in keyof Program]: Program[K] };
    change(copy);
    return () => verify(copy);
  };
  const moved =
    (from: "close" | "step", to: "read" | "close") => (program: { sections: Program["sections"] }) => {
      program.sections = {
        ...program.sections,
        [from]: [],
        [to]: [...program.sections[from], ...program.sections[to]],
      };
    };
  assert.throws(broken(moved("step", "close")), ProgramFault);
  assert.throws(broken(moved("close", "read")), ProgramFault);
  assert.throws(
    broken((program) => {
      program.instructions = program.instructions.map((i) =>
        i.operation === "select" ? { ...i, inputs: [i.inputs[1]!, i.inputs[0]!, i.inputs[2]!] } : i,
      );
    }),
    /%10 select takes a flag, %8 is none/,
  );
  assert.throws(
    broken((program) => {
      program.effects = { ...program.effects, read: [{ kind: "store", slot: 0, value: 5 }] };
    }),
    /state is closed/,
  );
  assert.throws(
    broken((program) => {
      program.tables = [[0, 1]];
    }),
    /table of the wrong length/,
  );
});
