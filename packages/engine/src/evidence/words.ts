import { type Scale, scales } from "@casus/language";

/** The word for a probability on a scale; null in its gaps and beyond its ends, where the number stands alone, and for NaN. */
export function wordFor(scale: Scale, probability: number): string | null {
  for (const { words, low, high } of scales[scale]) {
    if (probability >= low && (probability < high || (high === 1 && probability === 1))) return words[0];
  }
  return null;
}
