import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cutOffs, cutsOff } from "./cuts.js";

/** The quote stands between bars. */
function cut(marked: string): string | null {
  const start = marked.indexOf("|");
  const end = marked.lastIndexOf("|") - 1;
  const text = marked.replaceAll("|", "");
  const found = cutsOff(text, start, end);
  if (found !== null) assert.equal(text.slice(found.start, found.end), found.text);
  return found === null ? null : `${found.kind} ${found.text}`;
}

test("a negation left in front of the quote or behind it", () => {
  assert.equal(cut("The Pentagon would not |confirm that any of it had fought|."), "negation not");
  assert.equal(cut("It would not confirm that |any of it had fought|."), "negation not");
  assert.equal(cut("The troops didn’t |cross the border|."), "negation didn’t");
  assert.equal(cut("|The treaty| is not yet in force."), "negation not");
  assert.equal(cut("He denied that |missiles had been sent|."), "negation denied");
  assert.equal(cut("It cannot be excluded that |Russia would help with missiles|."), "negation cannot");
  assert.equal(cut("The instruments have not yet |been exchanged|."), "negation not");
  assert.equal(cut("Moscow refused to |pay for the soldiers|."), "negation refused");
  assert.equal(cut("They crossed without |firing a shot|."), "negation without");
});

test("a condition", () => {
  assert.equal(cut("If it did, |the peninsula would be less safe|."), "condition If");
  assert.equal(cut("|Seoul will send arms to Kyiv| if Moscow sends missiles."), "condition if");
  assert.equal(cut("|Seoul will send arms to Kyiv|, unless Moscow relents."), "condition unless");
  assert.equal(cut("Should the war drag on, |the exchange will deepen|."), "condition Should");
  assert.equal(cut("|The treaty enters into force| only if both ratify."), "condition if");
  assert.equal(cut("It is unclear whether |the troops have arrived|."), "condition whether");
});

test("a hedge", () => {
  assert.equal(cut("Moscow may |send missiles|."), "hedge may");
  assert.equal(cut("|Moscow| reportedly pays 2,000 dollars."), "hedge reportedly");
  assert.equal(cut("Reportedly, |Moscow pays 2,000 dollars|."), "hedge Reportedly");
  assert.equal(cut("Moscow is said to |pay 2,000 dollars|."), "hedge said");
});

test("part of a word or of a number", () => {
  assert.equal(cut("It is un|likely to happen|."), "word un");
  assert.equal(cut("It cost 1.|5 million dollars|."), "word 1.");
  assert.equal(cut("It cost |2|,500 dollars."), "word ,500");
});

test("what stands in another clause or sentence is left alone", () => {
  for (const text of [
    "It did not rain. |The troops came|.",
    "|They put the contingent at eleven thousand| and would not confirm that it had fought.",
    "The men did not come, but |the shells did|.",
    "|Both had ratified|, so the treaty was not in force.",
    "|Russia would help|; if it did, all would change.",
    "In May |the troops came|.",
    "There is no doubt that |the troops came|.",
    "Not only |soldiers came|, but also shells.",
    "|The troops came|\n\nIf not, what then?",
    "|The summit| of the leaders who did not sign.",
    "Its military might |grew|.",
    "Even if he wins, |the war goes on|.",
  ]) {
    assert.equal(cut(text), null, text);
  }
});

test("the gravest comes first", () => {
  const text = "If asked, Moscow might not send arms.";
  const start = text.indexOf("send");
  assert.deepEqual(
    cutOffs(text, start, start + 9).map((found) => found.kind),
    ["negation", "condition", "hedge"],
  );
});

test("long clauses cost no more than their neighbourhood", () => {
  const text = `${"the word ".repeat(100_000)}quote${" and so on".repeat(100_000)}`;
  const start = text.indexOf("quote");
  assert.equal(cutsOff(text, start, start + 5), null);
});

test("property: what is cut off lies outside of the quote, and is the text's own", () => {
  const word = fc.constantFrom(
    "not",
    "may",
    "if",
    "the",
    "troops",
    "and",
    "May",
    "1.5",
    "didn’t",
    "Should",
    "is",
    "said",
    "to",
  );
  const gap = fc.constantFrom(" ", ", ", ". ", "; ", "\n\n", " (", ") ", "’", " – ");
  const texts = fc
    .array(fc.tuple(word, gap), { minLength: 1, maxLength: 30 })
    .map((parts) => parts.flat().join(""));
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
      const start = Math.min(a % text.length, b % text.length);
      const end = Math.max(a % text.length, b % text.length) + 1;
      for (const found of cutOffs(text, start, end)) {
        assert.equal(text.slice(found.start, found.end), found.text);
        assert.ok(found.text !== "" && (found.end <= start || found.start >= end));
      }
    }),
    { numRuns: 300 },
  );
});
