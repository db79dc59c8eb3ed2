import assert from "node:assert/strict";
import test from "node:test";
import { escapeLine, escapeText } from "./escape.js";

test("control characters, bidirectional controls and line separators are shown by their code points", () => {
  assert.equal(escapeText("a\u001b[31mb"), "a⟨U+001B⟩[31mb");
  assert.equal(escapeText("10\u202e01"), "10⟨U+202E⟩01");
  assert.equal(escapeText("a\u2066b\u2069c\u200fd\u061ce"), "a⟨U+2066⟩b⟨U+2069⟩c⟨U+200F⟩d⟨U+061C⟩e");
  assert.equal(escapeText("a\u0085\u009b31m\u007f"), "a⟨U+0085⟩⟨U+009B⟩31m⟨U+007F⟩");
  assert.equal(escapeText("a\u2028b\ufeffc"), "a⟨U+2028⟩b⟨U+FEFF⟩c");
  assert.equal(escapeText("tag \u{e0041}"), "tag ⟨U+E0041⟩");
  assert.equal(escapeText("half \ud800 pair"), "half ⟨U+D800⟩ pair");
  assert.equal(escapeText("a\u202eb", false), "a<U+202E>b");
});

test("ordinary text of any script stays as it is, and line ends become spaces", () => {
  const text = "Россия 北朝鮮 조선 فارسی می‌خواهم 👩‍👩‍👧 naïve “quotes” – dash";
  assert.equal(escapeText(text), text);
  assert.equal(escapeText("several\r\n  thousand\tsoldiers"), "several thousand soldiers");
});

test("a source line keeps its spaces and shows its tabs", () => {
  assert.equal(escapeLine("  a  b"), "  a  b");
  assert.equal(escapeLine("\ta"), "⟨U+0009⟩a");
});
