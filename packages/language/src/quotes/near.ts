import { foldedQuote, type Place, placeOf, type TextIndex } from "./text-index.js";
import { indexWords, type Words, wordsLike } from "./words.js";

/** A passage that resembles a quote that was not found: to be shown, never to be taken. */
export interface NearMatch extends Place {
  /** The passage as the text has it. */
  readonly text: string;
  /** Share of the quote's words that agree, 0 … 1: 1 − (words changed, left out or put in) / words of the quote. */
  readonly score: number;
}

/** Below this share of agreement a passage is not worth showing. */
const leastScore = 0.5;
const longestQuote = 2000;
/** Words of the text that are looked at in search of places: bounds the work for quotes made of common words. */
const votesInAll = 40_000;
const placesTried = 4;

/**
 * The passage of the text most like a quote, or `null`. Words of the quote vote for the places where the passage would have to begin; the best places
 * are aligned with the quote word by word (edit distance with free ends, Sellers 1980).
 */
export function nearMatch(index: TextIndex, quote: string): NearMatch | null {
  const pattern = foldedQuote(quote);
  const own = indexWords(pattern);
  if (own.count === 0 || own.count > longestQuote) return null;
  const words = index.words();
  let best: { start: number; end: number; distance: number } | null = null;
  for (const begin of likelyPlaces(words, own)) {
    const slack = 4 + (own.count >> 2);
    const from = Math.max(0, begin - slack);
    const to = Math.min(words.count, begin + own.count + 2 * slack);
    const aligned = align(words, own, from, to);
    if (aligned !== null && (best === null || aligned.distance < best.distance)) best = aligned;
  }
  if (best === null) return null;
  const score = 1 - best.distance / own.count;
  // One word of two or three in common is no likeness.
  if (score < leastScore || (own.count < 4 && own.count > 1 && score < 0.6)) return null;
  const first = words.starts[best.start] as number;
  const last = words.ends[best.end - 1] as number;
  const place = placeOf(index, first, punctuationBehind(index.folded.text, pattern, own, last));
  return { ...place, text: index.text.slice(place.start, place.end), score };
}

/** A quote that ends in a full stop or a closing quotation mark is shown the text's own, where it stands there. */
function punctuationBehind(text: string, pattern: string, own: Words, last: number): number {
  const tail = pattern.slice(own.ends[own.count - 1]);
  return tail !== "" && text.startsWith(tail, last) ? last + tail.length : last;
}

/** Word numbers at which the passage most likely begins, best first. */
function likelyPlaces(words: Words, own: Words): number[] {
  const lists = [];
  for (let w = 0; w < own.count; w++) lists.push({ w, like: wordsLike(words, own.hashes[w] as number) });
  lists.sort((a, b) => a.like.length - b.like.length || a.w - b.w);
  // Votes fall into bands, so that a word put in or left out does not scatter them; each counts for its band and the next.
  const width = Math.max(2, own.count >> 2);
  const votes = new Map<number, number>();
  let spent = 0;
  for (const { w, like } of lists) {
    if (spent > 0 && spent + like.length > votesInAll) break;
    const hash = own.hashes[w] as number;
    const weight = 1 / (1 + Math.log2(1 + like.length));
    for (const word of like.length > votesInAll ? like.subarray(0, votesInAll) : like) {
      if (words.hashes[word] !== hash) continue;
      const band = Math.floor((word - w) / width);
      votes.set(band, (votes.get(band) ?? 0) + weight);
      votes.set(band + 1, (votes.get(band + 1) ?? 0) + weight);
    }
    spent += like.length;
  }
  return [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, placesTried)
    .map(([band]) => Math.max(0, band * width));
}

/** The stretch of words from … to that is fewest word edits away from the quote. */
function align(
  words: Words,
  own: Words,
  from: number,
  to: number,
): { start: number; end: number; distance: number } | null {
  const columns = to - from;
  let above = new Int32Array(columns + 1);
  let aboveStart = new Int32Array(columns + 1);
  for (let j = 0; j <= columns; j++) aboveStart[j] = j;
  for (let i = 1; i <= own.count; i++) {
    const row = new Int32Array(columns + 1);
    const start = new Int32Array(columns + 1);
    row[0] = i;
    for (let j = 1; j <= columns; j++) {
      const same = own.hashes[i - 1] === words.hashes[from + j - 1];
      const changed = (above[j - 1] as number) + (same ? 0 : 1);
      const left = (above[j] as number) + 1;
      const added = (row[j - 1] as number) + 1;
      if (changed <= left && changed <= added) {
        row[j] = changed;
        start[j] = aboveStart[j - 1] as number;
      } else if (left <= added) {
        row[j] = left;
        start[j] = aboveStart[j] as number;
      } else {
        row[j] = added;
        start[j] = start[j - 1] as number;
      }
    }
    above = row;
    aboveStart = start;
  }
  let end = -1;
  for (let j = 1; j <= columns; j++) {
    const empty = (aboveStart[j] as number) >= j;
    if (!empty && (end < 0 || (above[j] as number) < (above[end] as number))) end = j;
  }
  if (end < 0) return null;
  return { start: from + (aboveStart[end] as number), end: from + end, distance: above[end] as number };
}
