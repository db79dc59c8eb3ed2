/** What an explanation is made from. */
import type { Condition, Model, NumberExpression, SourceText, Span, SyntaxTree } from "@casus/language";
import type { ExplainedDistribution } from "./explanation.js";
import { constantOf, percentText } from "./numbers.js";
import { spreadOf } from "./spread.js";

/** A model with its syntax and its texts, as a check returns them. */
export interface Subject {
  readonly model: Model;
  readonly trees: readonly SyntaxTree[];
  readonly texts: ReadonlyMap<string, SourceText>;
}

/** The words of a span on one line. */
export function textOf({ texts }: Subject, span: Span): string {
  return (texts.get(span.file)?.text.slice(span.start, span.end) ?? "").trim().replace(/\s+/g, " ");
}

export function conditionText(subject: Subject, condition: Condition | null): string | null {
  return condition === null ? null : textOf(subject, condition.span);
}

/** The distribution behind an expression that is a single quantity; null for anything else. */
export function drawnSpread({ model }: Subject, expression: NumberExpression): ExplainedDistribution | null {
  if (expression.kind === "scale") return null;
  if (expression.kind !== "quantity") return null;
  const quantity = model.quantities.find(({ name }) => name === expression.name);
  if (quantity?.definition.kind !== "distribution") return null;
  return spreadOf(model, quantity.definition.distribution, quantity.unit);
}

/**
 * A chance per step from a chance p per so many steps, h = 1 − (1 − p)^exponent: exact where p is a number, with its 5th and 95th percentile where it is drawn,
 * and null where it depends on more.
 */
export function hazardText(subject: Subject, chance: NumberExpression, exponent: number): string | null {
  const hazard = (p: number): string => percentText(1 - (1 - Math.min(1, Math.max(0, p))) ** exponent);
  const constant = constantOf(chance);
  if (constant !== null) return hazard(constant);
  const spread = drawnSpread(subject, chance);
  if (spread === null) return null;
  const { p5, p50, p95 } = spread.percentiles;
  return `${hazard(p50)} (${hazard(p5)} to ${hazard(p95)})`;
}

/** The chance as written, with its number where it is one. */
export function chanceText(subject: Subject, chance: NumberExpression): string {
  return textOf(subject, chance.span).replace(/^\((.*)\)$/, "$1");
}
