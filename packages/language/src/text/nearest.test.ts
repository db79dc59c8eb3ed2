import assert from "node:assert/strict";
import { test } from "node:test";
import { editDistance, nearest } from "./nearest.js";

test("edit distance: insertions, deletions, substitutions and swaps count one", () => {
  assert.equal(editDistance("kitten", "sitting", 5), 3);
  assert.equal(editDistance("abcd", "acbd", 5), 1);
  assert.equal(editDistance("", "abc", 5), 3);
  assert.equal(editDistance("same", "same", 5), 0);
  assert.equal(editDistance("abcdef", "uvwxyz", 2), 3);
});

test("nearest: nearest first, ties in order, nothing far away", () => {
  assert.deepEqual(nearest("gain", ["starts", "loses", "gains"]), ["gains"]);
  assert.deepEqual(nearest("evnet", ["evidence", "event"]), ["event"]);
  assert.deepEqual(nearest("abcx", ["abcy", "abcz", "abcw", "abcv"]), ["abcy", "abcz", "abcw"]);
  assert.deepEqual(nearest("Event", ["event"]), ["event"]);
  assert.deepEqual(nearest("corroborated", ["corroborated by"]), ["corroborated by"]);
  assert.deepEqual(nearest("x", ["y", "z"]), []);
  assert.deepEqual(nearest("event", ["event"]), []);
});
