import { escapeText } from "./escape.js";

/** What the place that is written to can show. */
export interface Look {
  /** Columns, 60 to 120. */
  readonly width: number;
  readonly colour: boolean;
  /** False: nothing of ours outside ASCII (texts of the model stay as they are). */
  readonly unicode: boolean;
}

/** Styles and signs for a {@link Look}. Styles go on after padding and wrapping, so that columns are counted on plain text. */
export interface Pen extends Look {
  readonly bold: Style;
  readonly dim: Style;
  readonly title: Style;
  /** Numbers that were computed. */
  readonly number: Style;
  readonly name: Style;
  readonly good: Style;
  readonly doubtful: Style;
  readonly bad: Style;
  readonly note: Style;
  readonly signs: Signs;
  /** Makes a text of a model or a source safe to print. */
  text(text: string): string;
}

export type Style = (text: string) => string;

export interface Signs {
  readonly ellipsis: string;
  readonly dot: string;
  readonly minus: string;
  readonly plusMinus: string;
  readonly dash: string;
  readonly to: string;
  readonly arrow: string;
  readonly openQuote: string;
  readonly closeQuote: string;
  readonly rule: string;
  readonly full: string;
  readonly empty: string;
  readonly here: string;
  readonly holds: string;
  readonly fails: string;
}

const unicodeSigns: Signs = {
  ellipsis: "…",
  dot: "·",
  minus: "−",
  plusMinus: "±",
  dash: "–",
  to: "–",
  arrow: "→",
  openQuote: "“",
  closeQuote: "”",
  rule: "─",
  full: "█",
  empty: "·",
  here: "▲",
  holds: "✓",
  fails: "✗",
};

const asciiSigns: Signs = {
  ellipsis: "...",
  dot: "-",
  minus: "-",
  plusMinus: "+-",
  dash: "-",
  to: " to ",
  arrow: "->",
  openQuote: '"',
  closeQuote: '"',
  rule: "-",
  full: "#",
  empty: ".",
  here: "^",
  holds: "ok",
  fails: "FAILS",
};

/** Basic colours only, so that the terminal's own theme decides what they look like. */
export function penFor(look: Look): Pen {
  const style =
    (open: string, close: string): Style =>
    (text) =>
      look.colour && text !== "" ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    ...look,
    bold: style("1", "22"),
    dim: style("2", "22"),
    title: style("1;34", "22;39"),
    number: style("1;36", "22;39"),
    name: style("36", "39"),
    good: style("32", "39"),
    doubtful: style("33", "39"),
    bad: style("31", "39"),
    note: style("34", "39"),
    signs: look.unicode ? unicodeSigns : asciiSigns,
    text: (text) => escapeText(text, look.unicode),
  };
}
