/** What was understood of a name, as data: words for people, numbers for pictures. */
import type { Span } from "@casus/language";

export type ExplainedKind =
  | "actor"
  | "unit"
  | "source"
  | "claim"
  | "evidence"
  | "quantity"
  | "number"
  | "fact"
  | "shock"
  | "let"
  | "stock"
  | "exchange"
  | "event"
  | "choice"
  | "treaty"
  | "obligation"
  | "scenario"
  | "question";

export interface Explanation {
  readonly name: string;
  readonly kind: ExplainedKind;
  readonly label: string | null;
  /** null: it is no number, or a bare one. */
  readonly unit: string | null;
  /** What it is, in a sentence without a full stop. */
  readonly summary: string;
  /** What is particular to its kind, each under a heading of one to three words. */
  readonly rows: readonly ExplanationRow[];
  readonly distribution: ExplainedDistribution | null;
  /** Claims that stand behind it. */
  readonly from: readonly ExplainedClaim[];
  readonly assumed: string | null;
  /** What its rule reads, in the order in which it does. */
  readonly reads: readonly ExplainedName[];
  /** Whose rule, question or report reads it. */
  readonly usedBy: readonly ExplainedName[];
  /** Where it is declared; null for a unit of time. */
  readonly span: Span | null;
}

export interface ExplanationRow {
  readonly topic: string;
  readonly text: string;
}

export interface ExplainedName {
  readonly name: string;
  readonly kind: ExplainedKind | "check" | "observed" | "believe" | "outcome";
  readonly label: string | null;
}

export interface ExplainedClaim {
  readonly name: string;
  readonly quote: string | null;
  readonly source: string | null;
}

/** How a number that nobody knows is spread before anything that was said of it. */
export interface ExplainedDistribution {
  /** The family in words, with its parameters. */
  readonly words: string;
  readonly percentiles: Percentiles;
  readonly mean: number | null;
  readonly sd: number | null;
  /** Chances of equal stretches from `low` to `high`, which add up to nearly 1: for a small picture. Null where only runs can tell. */
  readonly curve: Curve | null;
  /** Its parameters are numbers, so that everything is exact; otherwise the numbers are of so many runs. */
  readonly runs: number | null;
}

export interface Percentiles {
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

export interface Curve {
  readonly low: number;
  readonly high: number;
  readonly chances: readonly number[];
}
