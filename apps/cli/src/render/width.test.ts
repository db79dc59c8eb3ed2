import assert from "node:assert/strict";
import test from "node:test";
import { padEnd, padStart, shorten, widthOf, wrap } from "./width.js";

test("East Asian characters and emoji take two columns, combining marks and colours none", () => {
  assert.equal(widthOf("abc"), 3);
  assert.equal(widthOf("北朝鮮"), 6);
  assert.equal(widthOf("조선"), 4);
  assert.equal(widthOf("ｶﾅ"), 2);
  assert.equal(widthOf("e\u0301"), 1);
  assert.equal(widthOf("👩‍👩‍👧"), 2);
  assert.equal(widthOf("\u001b[1;36m29%\u001b[22;39m…"), 4);
  assert.equal(widthOf("█▎·⣿−±"), 6);
});

test("padding counts columns", () => {
  assert.equal(padEnd("北", 4), "北  ");
  assert.equal(padStart("北", 4), "  北");
  assert.equal(padEnd("abcdef", 4), "abcdef");
});

test("shortening keeps to the width and ends at a word where one is near", () => {
  assert.equal(shorten("several thousand soldiers", 25), "several thousand soldiers");
  assert.equal(shorten("several thousand soldiers", 20), "several thousand…");
  assert.equal(shorten("北朝鮮の兵士", 8), "北朝鮮…");
  assert.equal(shorten("incomprehensibilities", 8), "incompr…");
  assert.equal(shorten("abc", 0), "");
});

test("wrapping keeps to the width, indents what follows, and breaks words that are longer than a line", () => {
  assert.deepEqual(wrap("one two three four", 10, 2), ["one two", "  three", "  four"]);
  assert.deepEqual(wrap("abcdefghijklmnop", 10), ["abcdefghij", "klmnop"]);
  assert.deepEqual(wrap("", 10), [""]);
});
