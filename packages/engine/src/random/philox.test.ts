import assert from "node:assert/strict";
import { test } from "node:test";
import { philox4x32 } from "./index.js";

const ONES = 0xffffffff;

/** The known answers published with Random123: rounds, counter and key, output. */
const KNOWN: readonly (readonly [number, readonly number[], readonly number[]])[] = [
  [7, [0, 0, 0, 0, 0, 0], [0x5f6fb709, 0x0d893f64, 0x4f121f81, 0x4f730a48]],
  [7, [ONES, ONES, ONES, ONES, ONES, ONES], [0x5207ddc2, 0x45165e59, 0x4d8ee751, 0x8c52f662]],
  [
    7,
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0],
    [0x4dfccaba, 0x190a87f0, 0xc47362ba, 0xb6b5242a],
  ],
  [10, [0, 0, 0, 0, 0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]],
  [10, [ONES, ONES, ONES, ONES, ONES, ONES], [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]],
  [
    10,
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0],
    [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  ],
];

test("Philox4x32 gives the published known answers", () => {
  for (const [rounds, input, expected] of KNOWN) {
    const [c0, c1, c2, c3, k0, k1] = input as readonly [number, number, number, number, number, number];
    const out = new Uint32Array(4);
    philox4x32(c0, c1, c2, c3, k0, k1, rounds, out, 0, 1);
    assert.deepEqual([...out], expected);
    const spread = new Uint32Array(16);
    philox4x32(c0, c1, c2, c3, k0, k1, rounds, spread, 3, 4);
    assert.deepEqual([spread[3], spread[7], spread[11], spread[15]], expected);
  }
});
