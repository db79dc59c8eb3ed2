/**
 * Optimal string alignment distance (Damerau–Levenshtein without edits inside a transposition): insertions, deletions, substitutions and swaps
 * of neighbours count 1 each. Stops early and returns `limit + 1` where the distance exceeds `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(
        (previous[j] as number) + 1,
        (current[j - 1] as number) + 1,
        (previous[j - 1] as number) + (same ? 0 : 1),
      );
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, (beforePrevious[j - 2] as number) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[b.length] as number, limit + 1);
}

/** How many slips are believed of a word: none in one or two letters, one in up to five, two in up to ten, then three. */
function tolerance(length: number): number {
  if (length <= 2) return 0;
  if (length <= 5) return 1;
  return length <= 10 ? 2 : 3;
}

/**
 * The candidates that `word` may have been meant to be, nearest first, ties in the order given, at most `max`. A difference in case alone
 * counts nothing; a word of which a candidate is the beginning (or the other way round, from three letters on) is offered after the slips.
 */
export function nearest(word: string, candidates: Iterable<string>, max = 3): string[] {
  // A name of hundreds of letters is no slip of another one, and comparing it would cost its square.
  if (word.length === 0 || word.length > 100) return [];
  const lower = word.toLowerCase();
  const limit = tolerance(word.length);
  const found: { candidate: string; distance: number }[] = [];
  const seen = new Set<string>();
  for (const candidate of candidates) {
    if (candidate === word || seen.has(candidate)) continue;
    seen.add(candidate);
    const other = candidate.toLowerCase();
    const distance = editDistance(lower, other, limit);
    if (distance <= limit) found.push({ candidate, distance });
    else if (
      Math.min(lower.length, other.length) >= 3 &&
      (lower.startsWith(other) || other.startsWith(lower))
    )
      found.push({ candidate, distance: limit + 1 });
  }
  found.sort((a, b) => a.distance - b.distance);
  return found.slice(0, max).map((entry) => entry.candidate);
}
