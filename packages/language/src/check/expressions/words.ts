import { type Scale, scales } from "../../words/scales.js";

/** The band of a word on a scale: [low, high]; null where the scale has no such word. */
export function bandOf(scale: Scale, word: string): readonly [number, number] | null {
  const plain = word.trim().replace(/\s+/g, " ").toLowerCase();
  for (const { words, low, high } of scales[scale]) if (words.includes(plain)) return [low, high];
  return null;
}

export function wordsOf(scale: Scale): string[] {
  return scales[scale].flatMap(({ words }) => words);
}

/** Whether any scale has the word. */
export function isChanceWord(word: string): boolean {
  return (Object.keys(scales) as Scale[]).some((scale) => bandOf(scale, word) !== null);
}

/** The scales that have a word, for the message where the situation's own has not. */
export function scalesWith(word: string): Scale[] {
  return (Object.keys(scales) as Scale[]).filter((scale) => bandOf(scale, word) !== null);
}
