import { type Report, replaceFix } from "../diagnostics/diagnostic.js";

const STRAIGHT = 34;
const OPENING = 0x201c;
const CLOSING = 0x201d;

export function opensString(unit: number): boolean {
  return unit === STRAIGHT || unit === OPENING || unit === CLOSING;
}

/**
 * The offset behind the string that opens at `at`. A string that its line does not close ends at the other kind of quotation mark, where the
 * line has one, or else with the last visible character of the line; both are reported. Escapes other than \" and \\ are reported too.
 */
export function scanString(
  file: string,
  text: string,
  at: number,
  report: Report,
): { end: number; closed: boolean } {
  const open = text.charCodeAt(at);
  const close = open === STRAIGHT ? STRAIGHT : CLOSING;
  let otherAt = -1;
  let end = at + 1;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (unit === 10 || unit === 13) break;
    if (unit === 92) {
      const next = text.charCodeAt(end + 1);
      if (next === 92 || next === STRAIGHT || next === OPENING || next === CLOSING) end++;
      else {
        report(
          "E0108",
          { file, start: end, end: end + 1 },
          "A backslash in a string stands only before a quotation mark or another backslash.",
          {
            fixes: [replaceFix("Double the backslash", { file, start: end, end: end + 1 }, "\\\\")],
          },
        );
      }
    } else if (unit === close && !(open === CLOSING && end === at)) return { end: end + 1, closed: true };
    else if (otherAt < 0 && unit === (close === STRAIGHT ? CLOSING : STRAIGHT)) otherAt = end;
  }
  const mark = String.fromCharCode(close);
  if (otherAt > 0) {
    const span = { file, start: at, end: otherAt + 1 };
    report(
      "E0106",
      span,
      `This string opens with ${String.fromCharCode(open)} and is closed by ${text[otherAt]}; both ends must be of one kind.`,
      {
        fixes: [replaceFix(`Close it with ${mark}`, { file, start: otherAt, end: otherAt + 1 }, mark)],
      },
    );
    return { end: otherAt + 1, closed: false };
  }
  while (end > at + 1 && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end--;
  report("E0106", { file, start: at, end }, "This string is not closed before its line ends.", {
    fixes: [replaceFix(`Close it with ${mark} at the end of the line`, { file, start: end, end }, mark)],
  });
  return { end, closed: false };
}

/** The text of a string token, without its marks and with the escapes resolved. */
export function stringText(token: string): string {
  const last = token.charCodeAt(token.length - 1);
  const closed = token.length > 1 && (last === STRAIGHT || last === CLOSING || last === 39);
  const inner = token.slice(1, closed ? -1 : undefined);
  return inner.includes("\\") ? inner.replace(/\\(["\\“”])/g, "$1") : inner;
}
