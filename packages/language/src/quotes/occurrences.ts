import type { TextIndex } from "./text-index.js";
import { indexWords, wordsLike } from "./words.js";

/** From this length on a text is searched through its words instead of from front to back. */
const indexedLength = 1 << 16;
/** Patterns up to this length are searched for directly: their worst case is a small multiple of the text's length. */
const shortPattern = 24;

const mark = /\p{M}/u;

/** True where the match ends in the middle of a character: before an accent that is a unit of its own, or inside a surrogate pair. */
function splitsCharacter(text: string, start: number, end: number): boolean {
  const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;
  if (isLow(text.charCodeAt(start)) && start > 0) return true;
  if (end >= text.length) return false;
  const next = text.charCodeAt(end);
  return isLow(next) || (next >= 0x300 && mark.test(String.fromCharCode(next)));
}

/**
 * Where a folded pattern stands in a folded text, ascending, overlaps included; at most `limit` of them. Linear in the text at worst, and for patterns
 * of several words in a long text far less.
 */
export function occurrences(index: TextIndex, pattern: string, limit = Number.POSITIVE_INFINITY): number[] {
  const { text } = index.folded;
  if (pattern.length === 0 || pattern.length > text.length) return [];
  const keep = (found: Iterable<number>): number[] => {
    const kept: number[] = [];
    for (const at of found) {
      if (kept.length >= limit) break;
      if (!splitsCharacter(text, at, at + pattern.length)) kept.push(at);
    }
    return kept;
  };
  if (text.length >= indexedLength) {
    const candidates = candidatesByWord(index, pattern);
    if (candidates !== null) return keep(candidates);
  }
  return keep(pattern.length <= shortPattern ? directly(text, pattern) : byPrefixTable(text, pattern));
}

function* directly(text: string, pattern: string): Iterable<number> {
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) yield at;
}

/** Knuth, Morris and Pratt 1977: no input makes it slower than linear. */
function* byPrefixTable(text: string, pattern: string): Iterable<number> {
  const m = pattern.length;
  const border = new Int32Array(m);
  for (let i = 1, k = 0; i < m; i++) {
    while (k > 0 && pattern.charCodeAt(i) !== pattern.charCodeAt(k)) k = border[k - 1] as number;
    if (pattern.charCodeAt(i) === pattern.charCodeAt(k)) k++;
    border[i] = k;
  }
  for (let i = 0, k = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    while (k > 0 && code !== pattern.charCodeAt(k)) k = border[k - 1] as number;
    if (code === pattern.charCodeAt(k)) k++;
    if (k === m) {
      yield i - m + 1;
      k = border[k - 1] as number;
    }
  }
}

/**
 * Occurrences by way of the pattern's rarest word, its first and last left out because the pattern may begin or end inside of a word. `null` where
 * there is no such word, or where comparing would take longer than reading the text through (a text that repeats itself).
 */
function candidatesByWord(index: TextIndex, pattern: string): number[] | null {
  const { text } = index.folded;
  const own = indexWords(pattern);
  const words = index.words();
  let offset = -1;
  let rarest: Int32Array | null = null;
  for (let w = 1; w < own.count - 1; w++) {
    const like = wordsLike(words, own.hashes[w] as number);
    if (rarest === null || like.length < rarest.length) {
      rarest = like;
      offset = own.starts[w] as number;
    }
  }
  if (rarest === null) return null;
  const found: number[] = [];
  let budget = text.length;
  for (const word of rarest) {
    const at = (words.starts[word] as number) - offset;
    if (at < 0 || at + pattern.length > text.length) continue;
    let same = 0;
    while (same < pattern.length && text.charCodeAt(at + same) === pattern.charCodeAt(same)) same++;
    if (same === pattern.length) found.push(at);
    budget -= same + 1;
    if (budget < 0) return null;
  }
  return found;
}
