/** Probability words: Intelligence Community Directive 203 (first row of its table), the PHIA yardstick of 2025, and Kent 1964. */
import type { Model } from "@casus/language";

export type Scale = Model["scale"];

/** A word and the probabilities low ≤ p < high that it stands for; a band that ends at 1 includes it. */
export interface Band {
  readonly word: string;
  readonly low: number;
  readonly high: number;
}

const icd203: readonly Band[] = [
  { word: "almost no chance", low: 0.01, high: 0.05 },
  { word: "very unlikely", low: 0.05, high: 0.2 },
  { word: "unlikely", low: 0.2, high: 0.45 },
  { word: "roughly even chance", low: 0.45, high: 0.55 },
  { word: "likely", low: 0.55, high: 0.8 },
  { word: "very likely", low: 0.8, high: 0.95 },
  { word: "almost certain", low: 0.95, high: 0.99 },
];

const phia: readonly Band[] = [
  { word: "remote chance", low: 0, high: 0.05 },
  { word: "highly unlikely", low: 0.1, high: 0.2 },
  { word: "unlikely", low: 0.25, high: 0.35 },
  { word: "realistic possibility", low: 0.4, high: 0.5 },
  { word: "likely", low: 0.55, high: 0.75 },
  { word: "highly likely", low: 0.8, high: 0.9 },
  { word: "almost certain", low: 0.95, high: 1 },
];

const kent: readonly Band[] = [
  { word: "almost certainly not", low: 0.02, high: 0.12 },
  { word: "probably not", low: 0.2, high: 0.4 },
  { word: "chances about even", low: 0.4, high: 0.6 },
  { word: "probable", low: 0.63, high: 0.87 },
  { word: "almost certain", low: 0.87, high: 0.99 },
];

/** The bands of each scale, from low to high. They do not overlap and need not meet. */
export const bands: Readonly<Record<Scale, readonly Band[]>> = { icd203, phia, kent };

/** The word for a probability on a scale; null in its gaps and beyond its ends, where the number stands alone, and for NaN. */
export function wordFor(scale: Scale, probability: number): string | null {
  for (const { word, low, high } of bands[scale]) {
    if (probability >= low && (probability < high || (high === 1 && probability === 1))) return word;
  }
  return null;
}
