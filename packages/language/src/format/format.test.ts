import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../syntax/parse.js";
import { sourceText } from "../text/source-text.js";
import { type FormatOptions, format } from "./format.js";

function formatted(text: string, options?: FormatOptions): string {
  const once = format(parse(sourceText("m.casus", text)), options);
  assert.equal(format(parse(sourceText("m.casus", once)), options), once, "twice is once");
  return once;
}

/** Asserts the form of a text, both without the line end of the last line. */
function becomes(text: string, expected: string, options?: FormatOptions): void {
  assert.equal(formatted(text, options), `${expected}\n`);
}

function stays(text: string, options?: FormatOptions): void {
  becomes(text, text, options);
}

test("blanks: one between words and around operators, none inside parentheses", () => {
  becomes("let a=b+c*-d/( e+f )^2", "let a = b + c * -d / (e + f) ^ 2");
  becomes("let  a  =  max( 1 ,2 )-min (a,b)", "let a = max(1, 2) - min(a, b)");
  becomes("let a = not( b<c )and d>=e or f≠g", "let a = not (b < c) and d >= e or f ≠ g");
  becomes("let a = x . y . due( dprk )", "let a = x.y.due(dprk)");
  becomes("let a = sum of w over( a,b )", "let a = sum of w over (a, b)");
  becomes("let a = - - 2 + - b", "let a = --2 + -b");
  becomes("quantity a = - 5  to 5 as normal", "quantity a = -5 to 5 as normal");
  becomes("quantity a = mixture(70 %", "quantity a = mixture(70 %");
  becomes(
    "quantity a = mixture( 70%:b,30% : lognormal(mu:1,sigma :2) )",
    "quantity a = mixture(70%: b, 30%: lognormal(mu: 1, sigma: 2))",
  );
});

test("blanks: colons and slashes by what they are", () => {
  becomes('quantity a"A":soldier=5', 'quantity a "A" : soldier = 5');
  becomes('check "x" : a<b', 'check "x": a < b');
  becomes("evidence e favours rain 3 : 1", "evidence e favours rain 3:1");
  becomes(
    "treaty t between a,b\n obligation o:defense when c",
    "treaty t between a, b\n  obligation o : defense when c",
  );
  stays("let a = 2 USD/soldier/month * b / c");
  becomes("let a = 2 USD / soldier", "let a = 2 USD / soldier");
  becomes("event invaded ( russia ) on 2024", "event invaded(russia) on 2024");
});

test("blanks: numbers, quotation marks and symbols stay as they are written", () => {
  stays('quantity a “A” = 10,000 + 10_000 + 12k + 1e6 + 0.5M + 5%\n  assumed "w"');
  stays("let a = b <= c or b ≤ d or b != e or b − 1 ≠ f");
});

test("lines: clauses that share a line stay together while they fit", () => {
  stays('event e "x" on 2024-08\n  from c assumed "w"');
  stays("claim w in statement speaker north grade B asserts war");
  becomes(
    "stock s starts 0 gains 1 when a happens gains 2 when b happens",
    "stock s\n  starts 0\n  gains 1 when a happens\n  gains 2 when b happens",
    { width: 60 },
  );
  becomes(
    "choice c by a\n option o weight 1 option p weight 2\n   from d",
    "choice c by a\n  option o\n    weight 1\n  option p\n    weight 2\n    from d",
  );
  becomes(
    "treaty t between a, b\n obligation o : defense\n   when c honoured 42 of 102\n from d\nevent e\n     repeats",
    "treaty t between a, b\n  obligation o : defense\n    when c honoured 42 of 102\n  from d\nevent e\n  repeats",
  );
});

test("lines: what was broken and fits is joined", () => {
  becomes(
    "event e\n  chance (if a\n     then 1%\n     else 2%)\n     per month\n  repeats",
    "event e\n  chance (if a then 1% else 2%) per month\n  repeats",
  );
  becomes("let a = b\n   and c\n from d", "let a = b and c\n  from d");
  becomes('actors\n  a "A"\n      state AAA', 'actors\n  a "A" state AAA');
});

test("lines: too long ones are broken before words, then before operators, loosest first", () => {
  becomes(
    "question q\n  ask probability a and b by 2024 given c by 2024 and d happens or e",
    "question q\n  ask probability a and b by 2024\n      given c by 2024 and d happens\n        or e",
    { width: 36 },
  );
  becomes(
    "let a = if b or c < 0.5 then 0.4 else 1",
    "let a =\n    if b or c < 0.5\n      then 0.4\n      else 1",
    { width: 24 },
  );
  becomes("let a = bb + cc * dd - ee", "let a =\n    bb\n      + cc * dd\n      - ee", { width: 16 });
  becomes(
    "stock s\n  gains x * (aa + bb + cc) when d happens every 3 months",
    "stock s\n  gains x\n        * (aa\n          + bb\n          + cc)\n      when d happens\n      every 3 months",
    { width: 20 },
  );
  becomes(
    "event e\n  chance 15% to 30% by 2025-01-20, then 2% to 5% per month",
    "event e\n  chance 15% to 30% by 2025-01-20,\n      then 2% to 5% per month",
    { width: 40 },
  );
  becomes(
    "let a = bbbb\n  from cccc, dddd, eeee, ffff, gggg",
    "let a = bbbb\n  from cccc, dddd,\n      eeee, ffff,\n      gggg",
    { width: 20 },
  );
  becomes(
    'observed war not by 2024-11-18 "The reason" from words',
    'observed war not by 2024-11-18\n    "The reason"\n  from words',
    { width: 32 },
  );
});

test("lines: strings are not broken, and a quote keeps its source beside it", () => {
  stays('claim c\n  quote "a very long sentence that goes on" in notes', { width: 30 });
  becomes(
    'claim c\n  quote "a long sentence" after "some words" in notes',
    'claim c\n  quote "a long sentence"\n      after "some words" in notes',
    { width: 36 },
  );
});

test("lines: a bound behind the distribution of a stock stays on its line", () => {
  stays("stock s starts 4 to 8 at least 5 gains 1 per month");
  becomes(
    "stock s\n  starts 4 to 8\n       at least 5\n  at most 9",
    "stock s\n  starts 4 to 8\n      at least 5\n  at most 9",
  );
  becomes("quantity q = 4 to 8\n   at least 5", "quantity q = 4 to 8 at least 5");
});

test("columns: actors, units and options", () => {
  becomes(
    'actors\n  north "The North" state PRK\n  marshal "Its leader" person of north\n  un organisation also "U.N.","The UN"',
    'actors\n  north    "The North"   state PRK\n  marshal  "Its leader"  person of north\n  un                     organisation also "U.N.", "The UN"',
  );
  becomes(
    "units soldier also soldiers\n USD currency\n ship",
    "units\n  soldier  also soldiers\n  USD      currency\n  ship",
  );
  becomes("units\n  USD   currency", "units\n  USD currency");
  becomes(
    "units\n  a currency\n\n  long_name currency\n  b currency",
    "units\n  a currency\n\n  long_name  currency\n  b          currency",
  );
  becomes(
    "choice c by a\n  option go weight 1\n  option linger weight 2\n    from x\n  option z\n    weight 3\n  every step\n  option y weight 4",
    "choice c by a\n  option go      weight 1\n  option linger  weight 2\n    from x\n  option z\n    weight 3\n  every step\n  option y weight 4",
  );
  // A table that would be too wide has no columns.
  becomes(
    "units\n  a_very_long_name currency\n  b also bb, bbb, bbbb",
    "units\n  a_very_long_name currency\n  b also bb, bbb, bbbb",
    { width: 30 },
  );
  becomes(
    "grades\n  B accuracy 80% relay 85%,10%\n  interested   0.4",
    "grades\n  B accuracy 80% relay 85%, 10%\n  interested 0.4",
  );
});

test("empty lines: one, two before a section, none at the ends", () => {
  becomes(
    "\n\n\nlet a = 1\n\n\n\nlet b = 2\nlet c = 3\n\n\n\n// --- Part ---\n\n\n// note\nlet d = 4\n\n",
    "let a = 1\n\nlet b = 2\nlet c = 3\n\n\n// --- Part ---\n\n// note\nlet d = 4",
  );
  becomes("event e\n\n\n  when a\n\n  repeats", "event e\n\n  when a\n\n  repeats");
  assert.equal(formatted(""), "");
  assert.equal(formatted("\n \n\t\n"), "");
});

test("comments: at line ends, in one column", () => {
  becomes(
    'situation "S" // a\n  period 2024-01 to 2024-12 by month       // b\nlet a = 1\nlet bcd = 2 // c',
    'situation "S"                         // a\n  period 2024-01 to 2024-12 by month  // b\nlet a = 1\nlet bcd = 2  // c',
  );
  becomes(
    "let a = 1 // one\n          // two\nlet b = 2 // three",
    "let a = 1  // one\n           // two\nlet b = 2  // three",
  );
  // One that would push another over the edge leaves each where it is.
  becomes(
    "let a = 1 // a long comment\nlet abcdefghijkl = 1 // b",
    "let a = 1  // a long comment\nlet abcdefghijkl = 1  // b",
    { width: 32 },
  );
});

test("comments: on lines of their own", () => {
  becomes(
    "   // top\nlet a = 1\n// margin\nlet b = 2\n      // indented\n\n   // too\n//last",
    "// top\nlet a = 1\n// margin\nlet b = 2\n  // indented\n\n  // too\n//last",
  );
  becomes(
    "treaty t between a, b\n// one\n  obligation o\n// two\n    when c\n// three\n  from d",
    "treaty t between a, b\n  // one\n  obligation o\n    // two\n    when c\n  // three\n  from d",
  );
});

test("comments: inside of clauses they break the line where they end", () => {
  becomes("let a = b // why\n    and c", "let a =\n    b  // why\n      and c");
  becomes("event e\n  when a\n   // own\n     and b", "event e\n  when a\n        // own\n      and b");
  stays("let a = b /* c */ and d");
  becomes(
    "event e /* c */ when a  /* d */\n  /* e */ repeats",
    "event e /* c */ when a /* d */\n  /* e */ repeats",
  );
  becomes("event e /* one\n  two */ when a", "event e /* one\n  two */\n  when a");
});

test("comments: blanks at their line ends and tabs go, their lines stay", () => {
  becomes("/* a\t \n\tb  \n   c */ let a = 1 // d \t", "/* a\n  b\n   c */\nlet a = 1  // d");
});

test("the file: line ends, tabs, special blanks, a byte order mark, the edition", () => {
  assert.equal(formatted("\ufeff casus  1\r\nlet a = 1\rlet\tb\u00a0= 2"), "casus 1\nlet a = 1\nlet b = 2\n");
  becomes("event e\n\trepeats\n\t\tfrom a", "event e\n  repeats\n  from a");
  stays('let a = "x\ty"');
});

test("faults: what was not understood keeps its layout, the rest is laid out", () => {
  becomes(
    "event e\n   when  a and\n   chance )(  5%\n        oops  here\n   repeats   from x\nlet   a=1",
    "event e\n  when  a and\n  chance )(  5%\n        oops  here\n  repeats from x\nlet a = 1",
  );
  becomes("blah  blah   §\n     zip\nlet   a=1", "blah  blah   §\n     zip\nlet a = 1");
  becomes("let   a=(\nlet   b=1", "let   a=(\nlet b = 1");
  becomes('let a = b\n   from  §  c\n   assumed  "w"', 'let a = b\n  from  §  c\n  assumed "w"');
  becomes("let a=1\n/*  never closed\n  x  ", "let a = 1\n/*  never closed\n  x");
});

test("faults: indentation that was understood all the same is mended", () => {
  becomes("event e\nwhen a\n  let b=2", "event e\n  when a\nlet b = 2");
});

test("slips are kept as they are written", () => {
  becomes("let a=b==c&&!d  # note", "let a = b == c && !d  # note");
});
