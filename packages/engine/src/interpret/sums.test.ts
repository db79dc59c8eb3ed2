import assert from "node:assert/strict";
import { test } from "node:test";
import { BLOCK, Sums } from "./sums.js";

test("the shape of a sum is fixed: four interleaved partials a block, folded in order", () => {
  const values = Float64Array.from({ length: BLOCK * 2 }, (_, i) => Math.sin(i) * 10 ** (i % 30));
  const sums = new Sums();
  const at = sums.reserve(1);
  for (let first = 0; first < values.length; first += 256) {
    sums.add(at, values.subarray(first, first + 256), 256);
    if ((first + 256) % BLOCK === 0) sums.fold();
  }
  let expected = 0;
  for (let block = 0; block < 2; block++) {
    const p = [0, 0, 0, 0];
    for (let i = 0; i < BLOCK; i++) p[i % 4]! += values[block * BLOCK + i]!;
    expected += p[0]! + p[1]! + (p[2]! + p[3]!);
  }
  assert.equal(sums.total(at), expected);
});

test("a sum of products, and of fewer runs than there are lanes", () => {
  const sums = new Sums();
  const at = sums.reserve(2);
  sums.add(at, [1, 2, 3, 4, 5, 6], 5);
  sums.addProduct(at + 1, [1, 2, 3, 4, 5, 6], [2, 2, 2, 2, 2, 2], 5);
  sums.fold();
  assert.deepEqual([sums.total(at), sums.total(at + 1)], [15, 30]);
});
