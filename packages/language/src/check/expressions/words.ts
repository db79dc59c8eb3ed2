import type { Scale } from "../context.js";

/** Words of probability with the band that each stands for. */
const scales: Readonly<
  Record<Scale, readonly (readonly [words: readonly string[], low: number, high: number])[]>
> = {
  // ICD 203 (2015), both rows.
  icd203: [
    [["almost no chance", "remote"], 0.01, 0.05],
    [["very unlikely", "highly improbable"], 0.05, 0.2],
    [["unlikely", "improbable"], 0.2, 0.45],
    [["roughly even chance", "roughly even odds"], 0.45, 0.55],
    [["likely", "probable"], 0.55, 0.8],
    [["very likely", "highly probable"], 0.8, 0.95],
    [["almost certain", "nearly certain"], 0.95, 0.99],
  ],
  // PHIA yardstick (2025), with its gaps.
  phia: [
    [["remote chance"], 0, 0.05],
    [["highly unlikely"], 0.1, 0.2],
    [["unlikely"], 0.25, 0.35],
    [["realistic possibility"], 0.4, 0.5],
    [["likely"], 0.55, 0.75],
    [["highly likely"], 0.8, 0.9],
    [["almost certain"], 0.95, 1],
  ],
  // Kent 1964.
  kent: [
    [["almost certainly not"], 0.02, 0.12],
    [["probably not"], 0.2, 0.4],
    [["chances about even"], 0.4, 0.6],
    [["probable"], 0.63, 0.87],
    [["almost certain"], 0.87, 0.99],
  ],
};

/** The band of a word on a scale: [low, high]; null where the scale has no such word. */
export function bandOf(scale: Scale, word: string): readonly [number, number] | null {
  const plain = word.trim().replace(/\s+/g, " ").toLowerCase();
  for (const [words, low, high] of scales[scale]) if (words.includes(plain)) return [low, high];
  return null;
}

export function wordsOf(scale: Scale): string[] {
  return scales[scale].flatMap(([words]) => words);
}

/** Whether any scale has the word. */
export function isChanceWord(word: string): boolean {
  return (Object.keys(scales) as Scale[]).some((scale) => bandOf(scale, word) !== null);
}

/** The scales that have a word, for the message where the situation's own has not. */
export function scalesWith(word: string): Scale[] {
  return (Object.keys(scales) as Scale[]).filter((scale) => bandOf(scale, word) !== null);
}
