import { type Folded, fold, unfold } from "./folding.js";
import { indexWords, type Words } from "./words.js";

/** A source's text prepared for looking up quotes: made once, used for every quote in it. */
export interface TextIndex {
  readonly text: string;
  readonly folded: Folded;
  /** The words of the folded text; made at the first call that needs them. */
  readonly words: () => Words;
}

/** A range of UTF-16 offsets into the original text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Prepares a text; linear in its length. */
export function indexText(text: string): TextIndex {
  const folded = fold(text);
  let words: Words | null = null;
  return {
    text,
    folded,
    words: () => {
      words ??= indexWords(folded.text);
      return words;
    },
  };
}

/** Leads a range of the folded text back. Its last unit must not be a space. */
export function placeOf(index: TextIndex, start: number, end: number): Place {
  return { start: unfold(index.folded, start), end: unfold(index.folded, end - 1) + 1 };
}

/** A quote as it is looked up: folded, without the white space at its ends. */
export function foldedQuote(quote: string): string {
  const { text } = fold(quote);
  const from = text.startsWith(" ") ? 1 : 0;
  const to = text.length > from && text.endsWith(" ") ? text.length - 1 : text.length;
  return text.slice(from, to);
}
