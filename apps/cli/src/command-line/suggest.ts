/** Known words near a mistyped one, nearest first: at most three, none that differs in more than a third of its letters. */
export function suggest(word: string, known: readonly string[]): string[] {
  const typed = word.toLowerCase();
  return known
    .map((each) => ({ each, distance: distanceOf(typed, each.toLowerCase()) }))
    .filter(
      ({ each, distance }) =>
        distance <= Math.max(1, Math.floor(Math.max(each.length, typed.length) / 3)) || starts(each, typed),
    )
    .sort((a, b) => a.distance - b.distance || (a.each < b.each ? -1 : 1))
    .slice(0, 3)
    .map(({ each }) => each);
}

/** `Did you mean settlement?`; nothing where nothing is near. */
export function didYouMean(word: string, known: readonly string[], prefix = ""): string[] {
  const near = suggest(word, known).map((each) => prefix + each);
  return near.length === 0 ? [] : [`Did you mean ${near.join(" or ")}?`];
}

function starts(known: string, typed: string): boolean {
  return typed.length >= 3 && known.toLowerCase().startsWith(typed);
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function distanceOf(a: string, b: string): number {
  const width = b.length + 1;
  const cells = new Array<number>((a.length + 1) * width).fill(0);
  const at = (i: number, j: number): number => cells[i * width + j] ?? 0;
  for (let i = 0; i <= a.length; i++) {
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 || j === 0) {
        cells[i * width + j] = i + j;
        continue;
      }
      const same = a[i - 1] === b[j - 1];
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      cells[i * width + j] = best;
    }
  }
  return at(a.length, b.length);
}
