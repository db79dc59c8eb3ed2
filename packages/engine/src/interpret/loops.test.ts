import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { scalar } from "../ir/scalar.js";
import * as loops from "./loops.js";

const operations = { ...loops };

const row = fc.array(fc.double({ noNaN: true }), { minLength: 16, maxLength: 16 });

test("every loop does to each run what its operation says", () => {
  const numbers = ["add", "subtract", "multiply", "divide", "minimum", "maximum"] as const;
  const flags = { less: "less", lessOrEqual: "less or equal", equal: "equal" } as const;
  fc.assert(
    fc.property(row, row, (x, y) => {
      const [xs, ys] = [Float64Array.from(x), Float64Array.from(y)];
      for (const name of numbers) {
        const out = new Float64Array(16);
        operations[name](out, xs, ys);
        out.forEach((value, i) => assert.ok(Object.is(value, scalar[name](x[i]!, y[i]!)), name));
      }
      for (const [name, operation] of Object.entries(flags) as [
        keyof typeof flags,
        (typeof flags)[keyof typeof flags],
      ][]) {
        const out = new Uint8Array(16);
        operations[name](out, xs, ys);
        out.forEach((value, i) => assert.equal(value === 1, scalar[operation](x[i]!, y[i]!), name));
      }
      const which = Uint8Array.from(x, (value) => (value > 0 ? 1 : 0));
      const out = new Float64Array(16);
      operations.select(out, which, xs, ys);
      out.forEach((value, i) => assert.ok(Object.is(value, x[i]! > 0 ? x[i] : y[i])));
    }),
  );
});
