/** The results of a run: the shape of `casus run --json`, built on by other programs. What could not be computed is null, with a diagnostic that says why. */

export interface Answers {
  /** Version of the product. */
  readonly casus: string;
  readonly edition: 1;
  readonly model: { readonly file: string; readonly sha256: string };
  readonly situation: string;
  /** ISO date to which knowledge runs. */
  readonly asOf: string | null;
  readonly seed: number;
  readonly runs: number;
  readonly engine: "interpreter" | "compiled";
  readonly precision: "single" | "double";
  readonly threads: number;
  readonly answers: readonly Answer[];
  readonly claims: readonly ClaimSummary[];
  readonly checks: readonly CheckResult[];
  readonly diagnostics: readonly PlainDiagnostic[];
}

export interface Answer {
  readonly question: string;
  /** The text behind `ask`, up to `given`. */
  readonly ask: string;
  readonly given: string | null;
  /** null: the base. */
  readonly scenario: string | null;
  readonly kind: "probability" | "value" | "date" | "categories";
  readonly unit: string | null;
  /** The probability; the mean; for a date the probability that it comes at all; null for categories. */
  readonly value: number | null;
  readonly categories: Readonly<Record<string, number>> | null;
  readonly standardError: number | null;
  /** On the situation's scale; null where the scale has no word. */
  readonly word: string | null;
  /** Of the value over the unknowns, chance averaged out. */
  readonly interval: { readonly p5: number; readonly p95: number } | null;
  /** Of the outcome itself; ISO dates where the kind is date, null past the horizon. */
  readonly quantiles: Quantiles<number> | Quantiles<string> | null;
  /** The same answer at every close. */
  readonly series: readonly SeriesPoint[];
  /** The chance that the question lapses first. */
  readonly moot: number | null;
  readonly method: "exact" | "simulated";
  readonly effectiveRuns: number;
  /** Share of the outcome's variance that no knowledge of the unknowns would remove. */
  readonly chance: number | null;
  readonly restsOn: RestsOn;
  readonly confidence: {
    readonly level: "low" | "moderate" | "high";
    readonly why: readonly string[];
  } | null;
}

export interface Quantiles<T> {
  readonly p5: T | null;
  readonly p25: T | null;
  readonly p50: T | null;
  readonly p75: T | null;
  readonly p95: T | null;
}

/** For a value also the percentiles of the outcome at that close. */
export interface SeriesPoint {
  readonly date: string;
  readonly value: number | null;
  readonly p5?: number;
  readonly p25?: number;
  readonly p50?: number;
  readonly p75?: number;
  readonly p95?: number;
}

export interface RestsOn {
  /** By share, largest first. */
  readonly quantities: readonly QuantityShare[];
  readonly claims: readonly ClaimShift[];
  /** Share of what the quantities explain that leads back to a claim; a number that is assumed as well counts as assumed. */
  readonly sourcedShare: number | null;
  readonly origins: number;
  readonly documents: number;
}

export interface QuantityShare {
  readonly name: string;
  /** First-order share, corrected for bias, of what quantities and facts explain together. */
  readonly share: number;
  readonly rankCorrelation: number | null;
  /** The answer where the quantity is in its lowest and in its highest tenth. */
  readonly low: number | null;
  readonly high: number | null;
  readonly from: readonly string[];
  readonly assumed: string | null;
}

export interface ClaimShift {
  readonly name: string;
  /** The answer without the claim. */
  readonly without: number | null;
  /** value − without. */
  readonly shift: number | null;
}

export interface ClaimSummary {
  readonly name: string;
  readonly quote: string | null;
  readonly source: string | null;
  readonly start: number | null;
  readonly end: number | null;
  /** The name or office, as written. */
  readonly speaker: string | null;
  readonly actor: string | null;
  readonly grade: string | null;
  readonly origin: string | null;
  /** Its own, on its own proposition; null for a number and for a citation. */
  readonly decibans: number | null;
  readonly computedDigit: 1 | 2 | 3 | 4 | 5 | 6;
}

export interface CheckResult {
  readonly check: string;
  readonly holds: boolean;
  readonly failedRuns: number;
  /** Runs count from 1. */
  readonly firstFailure: { readonly run: number; readonly date: string | null } | null;
}

/** A diagnostic with lines and columns, as programs outside read it. */
export interface PlainDiagnostic {
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly file: string;
  readonly from: { readonly line: number; readonly column: number };
  readonly to: { readonly line: number; readonly column: number };
  readonly labels: readonly {
    readonly message: string;
    readonly file: string;
    readonly from: PlainPosition;
    readonly to: PlainPosition;
  }[];
  readonly notes: readonly string[];
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly {
      readonly file: string;
      readonly from: PlainPosition;
      readonly to: PlainPosition;
      readonly text: string;
    }[];
  }[];
}

export interface PlainPosition {
  readonly line: number;
  readonly column: number;
}
