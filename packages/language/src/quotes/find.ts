import { type NearMatch, nearMatch } from "./near.js";
import { occurrences } from "./occurrences.js";
import { foldedQuote, indexText, type Place, placeOf, type TextIndex } from "./text-index.js";

/** A quote as the model has it: the words, and words that stand before or behind it in the text. */
export interface QuoteSelector {
  readonly exact: string;
  /** The quote is meant where it next follows these words. */
  readonly after?: string | null;
  /** The quote is meant where it last precedes these words. */
  readonly before?: string | null;
}

/** Offsets are UTF-16 units of the original text. */
export type QuoteResult =
  | ({ readonly kind: "found" } & Place)
  /**
   * Not there. `part` says which words are missing: the quote's own, those of `after` or `before`, or none, where all of them occur
   * but not in this order (`order`; `near` is then the quote where it does stand). A near match is a suggestion.
   */
  | {
      readonly kind: "missing";
      readonly part: "quote" | "after" | "before" | "order";
      readonly near: NearMatch | null;
    }
  /** More than one place fits; at most {@link placesShown} are listed. */
  | { readonly kind: "ambiguous"; readonly places: readonly QuotePlace[]; readonly count: number };

export interface QuotePlace extends Place {
  /** The quote with some words around it, on one line. */
  readonly context: string;
}

export const placesShown = 10;
/** Beyond this many a quote or its neighbouring words are no help to anybody; it bounds the memory. */
const placesConsidered = 1_000_000;
const contextLength = 40;

/**
 * Finds a quote in a text. It has to be there exactly once. `after` and `before` choose among several places: the quote's next occurrence behind any
 * occurrence of the words of `after`, its last one ahead of any occurrence of those of `before`, anywhere in the text. Words that occur more than once
 * are fine as long as what they choose is one place. With both, `after` chooses first, and `before` among what it has chosen.
 */
export function findQuote(text: string | TextIndex, selector: QuoteSelector): QuoteResult {
  const index = typeof text === "string" ? indexText(text) : text;
  const exact = foldedQuote(selector.exact);
  const all = occurrences(index, exact, placesConsidered);
  if (all.length === 0) return missing(index, "quote", selector.exact);
  let chosen = all;
  for (const part of ["after", "before"] as const) {
    const words = selector[part];
    if (words === undefined || words === null) continue;
    const pattern = foldedQuote(words);
    const guides = occurrences(index, pattern, placesConsidered);
    if (guides.length === 0) return missing(index, part, words);
    const kept =
      part === "after" ? nextBehind(chosen, guides, pattern.length) : lastAhead(chosen, guides, exact.length);
    if (kept.length === 0) return out(index, all, exact.length);
    chosen = kept;
  }
  const places = chosen.map((at) => placeOf(index, at, at + exact.length));
  const [first] = places;
  if (places.length === 1 && first !== undefined) return { kind: "found", ...first };
  return {
    kind: "ambiguous",
    count: places.length,
    places: places.slice(0, placesShown).map((place) => ({ ...place, context: context(index.text, place) })),
  };
}

function missing(index: TextIndex, part: "quote" | "after" | "before", words: string): QuoteResult {
  return { kind: "missing", part, near: nearMatch(index, words) };
}

function out(index: TextIndex, all: readonly number[], length: number): QuoteResult {
  const place = placeOf(index, all[0] as number, (all[0] as number) + length);
  const near = { ...place, text: index.text.slice(place.start, place.end), score: 1 };
  return { kind: "missing", part: "order", near };
}

/** For each guide the first place at or behind its end; each place once, ascending. */
function nextBehind(places: readonly number[], guides: readonly number[], guideLength: number): number[] {
  const kept: number[] = [];
  let p = 0;
  for (const guide of guides) {
    while (p < places.length && (places[p] as number) < guide + guideLength) p++;
    const place = places[p];
    if (place === undefined) break;
    if (kept[kept.length - 1] !== place) kept.push(place);
  }
  return kept;
}

/** For each guide the last place that ends at or ahead of its start; each place once, ascending. */
function lastAhead(places: readonly number[], guides: readonly number[], length: number): number[] {
  const kept: number[] = [];
  let p = 0;
  for (const guide of guides) {
    while (p < places.length && (places[p] as number) + length <= guide) p++;
    const place = places[p - 1];
    if (place !== undefined && kept[kept.length - 1] !== place) kept.push(place);
  }
  return kept;
}

/** A passage with some words on either side, white space run together, for showing. */
export function context(text: string, place: Place): string {
  const from = Math.max(0, place.start - contextLength);
  const to = Math.min(text.length, place.end + contextLength);
  const words = text.slice(from, to).replace(/\s+/g, " ").trim();
  return `${from > 0 ? "…" : ""}${words}${to < text.length ? "…" : ""}`;
}
