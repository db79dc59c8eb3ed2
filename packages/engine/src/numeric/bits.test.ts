import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { middleDouble, nextBelow, powerOfTwo, scaleByPowerOfTwo } from "./bits.js";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

test("powers of two and scaling are exact, and round once among the subnormals", () => {
  for (const k of [-1022, -1, 0, 1, 52, 1023]) assert.equal(powerOfTwo(k), 2 ** k);
  for (const k of [-1074, -1022, 0, 1023]) assert.equal(scaleByPowerOfTwo(1.5, k), 1.5 * 2 ** k);
  assert.equal(scaleByPowerOfTwo(1.75, -1075), 5e-324);
});

test("nothing lies between a number and the one below it", () => {
  assert.equal(nextBelow(0), -5e-324);
  assert.equal(nextBelow(5e-324), 0);
  assert.equal(nextBelow(1), 1 - 2 ** -53);
  assert.equal(nextBelow(-1), -1 - 2 ** -52);
  assert.equal(nextBelow(2 ** 32), 2 ** 32 - 2 ** -21);
  fc.assert(
    fc.property(finite, (x) => {
      fc.pre(x > -Number.MAX_VALUE);
      const below = nextBelow(x);
      assert.ok(below < x);
      const middle = middleDouble(below, x);
      assert.ok(middle === below || middle === x);
    }),
    { seed: 1 },
  );
});

test("halving any interval ends within 66 steps", () => {
  fc.assert(
    fc.property(finite, finite, finite, (x, y, z) => {
      const [low, goal, high] = [x, y, z].sort((a, b) => a - b) as [number, number, number];
      let a = low;
      let b = high;
      let steps = 0;
      for (;;) {
        const middle = middleDouble(a, b);
        assert.ok(middle >= a && middle <= b);
        if (middle === a || middle === b) break;
        if (middle < goal) a = middle;
        else b = middle;
        steps += 1;
      }
      assert.ok(steps <= 66, `${steps} steps`);
      assert.ok(goal === a || goal === b, `${goal} is neither ${a} nor ${b}`);
    }),
    { seed: 2, numRuns: 500 },
  );
});
