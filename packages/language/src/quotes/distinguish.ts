import { findQuote } from "./find.js";
import type { Place, TextIndex } from "./text-index.js";

/** Words in front of a place or behind it by which a quote that occurs several times is found there. */
export interface Distinction {
  readonly how: "after" | "before";
  /** On one line, as short as will do. */
  readonly words: string;
}

const mostWords = 12;

/**
 * The fewest words directly in front of a place that single it out among the quote's occurrences, else the fewest behind it; `null` where not even a
 * dozen do.
 */
export function distinguish(index: TextIndex, exact: string, place: Place): Distinction | null {
  const { text } = index;
  // Punctuation or a lone letter would do, but says little to a reader.
  const telling = (words: string) => /\p{L}{3}|\p{N}/u.test(words);
  const picks = (selector: { after?: string; before?: string }) => {
    const result = findQuote(index, { exact, ...selector });
    return result.kind === "found" && result.start === place.start;
  };
  const ahead = text.slice(Math.max(0, place.start - 300), place.start).match(/\S+/g) ?? [];
  for (let n = 1; n <= Math.min(mostWords, ahead.length); n++) {
    const words = ahead.slice(-n).join(" ");
    if (telling(words) && picks({ after: words })) return { how: "after", words };
  }
  const behind = text.slice(place.end, place.end + 300).match(/\S+/g) ?? [];
  for (let n = 1; n <= Math.min(mostWords, behind.length); n++) {
    const words = behind.slice(0, n).join(" ");
    if (telling(words) && picks({ before: words })) return { how: "before", words };
  }
  return null;
}
