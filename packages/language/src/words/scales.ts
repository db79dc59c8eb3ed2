/** Probability words: Intelligence Community Directive 203 (2015), the PHIA yardstick of 2025, and Kent 1964. */

export type Scale = "icd203" | "phia" | "kent";

/** Words for the probabilities low ≤ p < high; a band that ends at 1 includes it. The first word is the one that answers are given in. */
export interface Band {
  readonly words: readonly [string, ...string[]];
  readonly low: number;
  readonly high: number;
}

const band = (low: number, high: number, ...words: [string, ...string[]]): Band => ({ words, low, high });

/** The bands of each scale, from low to high. They do not overlap and need not meet. */
export const scales: Readonly<Record<Scale, readonly Band[]>> = {
  icd203: [
    band(0.01, 0.05, "almost no chance", "remote"),
    band(0.05, 0.2, "very unlikely", "highly improbable"),
    band(0.2, 0.45, "unlikely", "improbable"),
    band(0.45, 0.55, "roughly even chance", "roughly even odds"),
    band(0.55, 0.8, "likely", "probable"),
    band(0.8, 0.95, "very likely", "highly probable"),
    band(0.95, 0.99, "almost certain", "nearly certain"),
  ],
  phia: [
    band(0, 0.05, "remote chance"),
    band(0.1, 0.2, "highly unlikely"),
    band(0.25, 0.35, "unlikely"),
    band(0.4, 0.5, "realistic possibility"),
    band(0.55, 0.75, "likely"),
    band(0.8, 0.9, "highly likely"),
    band(0.95, 1, "almost certain"),
  ],
  kent: [
    band(0.02, 0.12, "almost certainly not"),
    band(0.2, 0.4, "probably not"),
    band(0.4, 0.6, "chances about even"),
    band(0.63, 0.87, "probable"),
    band(0.87, 0.99, "almost certain"),
  ],
};
