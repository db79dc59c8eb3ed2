import { type Cursor, fail, type hereSpan, isSymbol, peek, spanOf, textOf } from "./cursor.js";

/** Says what is amiss where `)` should stand; `open` is where the parenthesis was opened. */
export function notClosed(c: Cursor, open: ReturnType<typeof hereSpan>): never {
  const token = peek(c);
  const ends = !closesLater(c) || token === undefined || (c.indents[c.at] ?? -1) >= 0 || isSymbol(c, ",");
  if (!ends)
    return fail(
      c,
      "E0141",
      spanOf(c, token),
      `\`${textOf(c, token)}\` cannot follow here; an operator or the closing parenthesis is expected.`,
      {
        labels: [{ span: open, message: "opened here" }],
        notes:
          textOf(c, token) === "if"
            ? ["A condition stands before what it decides: `if CONDITION then A else B`."]
            : [],
      },
    );
  const at = c.tokens[c.at - 1]?.end ?? open.end;
  return fail(c, "E0141", open, "This parenthesis is not closed.", {
    fixes: [
      { title: "Close it", edits: [{ span: { ...open, start: at, end: at }, text: ")" }], safe: false },
    ],
  });
}

/** Whether a parenthesis that is open at the cursor is closed further on, so that something else is amiss. */
function closesLater(c: Cursor): boolean {
  let depth = 0;
  for (let i = c.at; i < c.end; i++) {
    const symbol = c.tokens[i]?.symbol;
    if (symbol === "(") depth++;
    else if (symbol === ")" && depth-- === 0) return true;
  }
  return false;
}
