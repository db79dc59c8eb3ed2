import type { CatalogueEntries } from "../entry.js";

export const syntaxCodes = {
  E0101: {
    title: "Tab",
    meaning:
      "Tabs are not allowed, since their width depends on the editor and indentation carries meaning. The fix replaces every tab of the file by blanks.",
  },
  E0102: {
    title: "Control character",
    meaning:
      "The text holds a character that cannot be seen, such as NUL. Remove it; the file may have been damaged or is no text.",
  },
  E0103: {
    title: "Half a character",
    meaning:
      "The text holds one half of a surrogate pair without the other. It was cut or converted in the wrong place.",
  },
  E0104: {
    title: "Special blank",
    meaning:
      "A no-break space, a zero-width character or the like stands outside strings and comments, where it cannot be told from a plain blank. It is read as one.",
  },
  E0105: {
    title: "Unknown character",
    meaning:
      "No rule of the language uses this character. Where a common habit explains it, the message says what to write instead.",
  },
  E0106: {
    title: "String not closed",
    meaning:
      'A string ends on the line on which it begins, with the mark that belongs to its opening one: "…" or “…”.',
  },
  E0107: {
    title: "Comment not closed",
    meaning: "A block comment that begins with /* needs a */; without it the rest of the file is left out.",
  },
  E0108: {
    title: "Unknown escape",
    meaning: "In a string a backslash may stand before a quotation mark or another backslash only.",
  },
  E0109: {
    title: "Other spelling of an operator",
    meaning:
      "This is how other languages write the operator. It is read as meant; the fix writes it in the way of this language.",
  },
  E0110: {
    title: "Letters behind a number",
    meaning:
      "Directly behind a number may stand k (thousand), M (million), B or bn (billion), T (trillion) or %. Lower-case m is refused. A unit stands behind a blank.",
  },
  E0111: {
    title: "Number cannot be read",
    meaning:
      "Numbers are written 0.3, 1e6, 10_000 or 10,000 and must be within the range of double precision.",
  },
  E0112: {
    title: "Grouped digits in a call",
    meaning:
      "Between the parentheses of a call a comma separates arguments, so that 10,000 there could be one number or two. Write 10_000, or put a blank behind the comma.",
  },
  E0113: {
    title: "No such date",
    meaning:
      "Dates are written 2024-11-18, 2024-11 or 2024-Q4; the month, day or quarter must exist, and years run from 0001 to 9999. A subtraction needs blanks.",
  },
  E0120: {
    title: "Edition",
    meaning:
      "A file may begin with `casus 1`, the edition of the language that it is written in; there is no other edition yet.",
  },
  E0121: {
    title: "Unknown declaration",
    meaning:
      "A line at the left margin begins a declaration with one of the keywords. A keyword that is nearly right is read as meant, so that nothing else is hurt.",
  },
  E0122: {
    title: "Clause at the left margin",
    meaning:
      "Clauses of a declaration stand on its header line or on indented lines below. At the left margin only declarations begin.",
  },
  E0123: {
    title: "Wrong indentation",
    meaning:
      "Declarations begin at the left margin, and an indented line belongs to the declaration above it.",
  },
  E0124: {
    title: "Reserved word",
    meaning:
      "Words with which the language joins expressions and clauses cannot be names. Append `_` or choose another name.",
  },
  E0125: {
    title: "Name missing",
    meaning:
      "This kind of declaration needs a name behind its keyword: letters, digits and `_`, not beginning with a digit.",
  },
  E0126: {
    title: "Part that the header does not have",
    meaning: "Not every declaration has a unit, a value or one instance for each actor.",
  },
  E0127: {
    title: "Value missing",
    meaning: "A quantity, shock or let needs `= EXPRESSION` in its header, and a check `: CONDITION`.",
  },
  E0130: {
    title: "Unknown clause",
    meaning: "No clause of this declaration begins with this word. Near words are offered as fixes.",
  },
  E0131: {
    title: "Clause of another declaration",
    meaning: "The clause exists, but belongs under another kind of declaration.",
  },
  E0132: {
    title: "Cannot follow",
    meaning: "What stands before is complete, and this neither continues it nor begins another clause.",
  },
  E0133: {
    title: "Something else expected",
    meaning: "At this place the clause needs something other than what stands there; the message says what.",
  },
  E0140: {
    title: "Operand missing",
    meaning:
      "An expression breaks off, or an operator or a word of the language stands where a name, number or parenthesis must.",
  },
  E0141: {
    title: "Parenthesis not closed",
    meaning: "Each opening parenthesis needs a closing one in the same clause.",
  },
  E0142: {
    title: "Chained comparison",
    meaning: "`a < b < c` must be written as two comparisons joined by `and`.",
  },
  E0143: {
    title: "Nested too deeply",
    meaning:
      "Parentheses, conditions and signs may be nested 200 levels deep. Name parts of the expression with `let`.",
  },
  E0144: {
    title: "`is not`",
    meaning: "A negation stands before the condition: `not repayment is missiles`.",
  },
  E0145: {
    title: "Incomplete if",
    meaning: "A conditional expression always has both branches: `if CONDITION then A else B`.",
  },
  E0146: {
    title: "Unit of a range",
    meaning: "In `A to B UNIT` the unit stands once, at the end, and is that of both ends.",
  },
  W0101: {
    title: "Cut-off instead of bound",
    meaning:
      "`at least` and `at most` directly behind a distribution cut that distribution off. As bounds of a stock they stand on lines of their own.",
  },
} as const satisfies CatalogueEntries;
