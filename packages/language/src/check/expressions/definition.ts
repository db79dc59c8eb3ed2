import { didYouMean } from "../../diagnostics/wording.js";
import type { Definition } from "../../model/model.js";
import type { Expression } from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import { bare, type Unit } from "../../units/unit.js";
import type { Context, Expected, Mode } from "../context.js";
import { checkDistribution, isDistribution } from "./distribution.js";
import { inferNumber } from "./infer.js";
import { constant } from "./numbers.js";
import { plainWord } from "./tests.js";
import { fit, unitOf } from "./units.js";
import { write } from "./wording.js";
import { bandOf, isChanceWord, scalesWith, wordsOf } from "./words.js";

export interface DefinitionOptions {
  /** The declared unit. */
  readonly expected?: Expected;
  /** Inside `set Q = …`: Q, whose own name there means its base value. */
  readonly base?: string;
  /** The number is a chance: its intervals are logit-normal, and words of probability may stand for it. */
  readonly chance?: boolean;
}

/** A distribution, or an expression over what is known before the first step. */
export function checkDefinition(
  context: Context,
  expression: Expression,
  options: DefinitionOptions = {},
): { readonly definition: Definition; readonly unit: Unit } | null {
  const mode: Mode = options.base === undefined ? { in: "draw" } : { in: "draw", base: options.base };
  const expected = options.expected ?? null;
  if (options.chance) {
    // `unlikely per month`: the unit stands behind the word.
    const [word, perTime] =
      expression.kind === "in unit" ? [expression.operand, expression.unit] : [expression, null];
    const band = wordBand(context, word);
    if (band === null) return null;
    if (band !== undefined) {
      const unit = perTime === null ? bare : unitOf(context, perTime);
      return unit && { definition: band, unit };
    }
  }
  if (isDistribution(expression)) {
    const drawn = checkDistribution(context, expression, { mode, expected, chance: options.chance ?? false });
    return (
      drawn && { definition: { kind: "distribution", distribution: drawn.distribution }, unit: drawn.unit }
    );
  }
  const result = inferNumber({ context, mode, end: null }, expression);
  if (result !== null) warnOfHyphen(context, expression);
  const number = result && (expected === null ? result.number : fit(context, result, expected));
  return number && { definition: { kind: "expression", expression: number }, unit: number.unit };
}

/** `8k-12k` reads like a range, and comes out at −4,000. */
function warnOfHyphen(context: Context, expression: Expression): void {
  if (expression.kind !== "arithmetic" || expression.operator !== "-") return;
  const { left, right, span } = expression;
  if (left.kind !== "number" || right.kind !== "number" || left.number.value >= right.number.value) return;
  const text = (side: Expression): string =>
    context.sources.get(side.span.file)?.text.slice(side.span.start, side.span.end) ?? "";
  const range = `${text(left)} to ${text(right)}`;
  context.report(
    "W0617",
    span,
    `This is a subtraction, and comes out below zero. Did you mean the range \`${range}\`?`,
    {
      fixes: [write(range, span)],
    },
  );
}

/** The word of probability that an expression is, in quotation marks or alone, unless something of that name is declared. */
export function chanceWord(context: Context, expression: Expression): string | null {
  if (expression.kind === "in unit") return chanceWord(context, expression.operand);
  if (expression.kind === "string") return expression.string.text;
  const word = plainWord(expression);
  return word !== null && !context.names.has(word.text) && isChanceWord(word.text) ? word.text : null;
}

/** Whether a lone unknown word where a chance stands looks like a word of probability; says so, with the near ones. */
export function misspeltChanceWord(context: Context, expression: Expression): boolean {
  const word = plainWord(expression);
  if (word === null || context.names.has(word.text)) return false;
  const words = wordsOf(context.scale);
  const near = nearest(word.text, words);
  if (near.length === 0 || nearest(word.text, context.names.keys()).length > 0) return false;
  context.report(
    "E0615",
    word.span,
    `\`${word.text}\` is neither a name nor a word of probability on the scale ${context.scale}.${didYouMean(near)}`,
    {
      fixes: near.map((other) => write(other.includes(" ") ? `"${other}"` : other, word.span)),
    },
  );
  return true;
}

/** `chance likely`: uniform on the word's band; undefined: no word stands here; null: a word that the scale lacks, reported. */
function wordBand(context: Context, expression: Expression): Definition | null | undefined {
  const word = chanceWord(context, expression);
  if (word === null) return undefined;
  const { span } = expression;
  const band = bandOf(context.scale, word);
  if (band !== null) {
    const parameters = [constant(span, band[0]), constant(span, band[1])];
    return { kind: "distribution", distribution: { span, kind: "family", family: "uniform", parameters } };
  }
  const words = wordsOf(context.scale);
  const others = scalesWith(word);
  const near = nearest(word, words);
  context.report(
    "E0615",
    span,
    others.length > 0
      ? `\`${word}\` is no word of the situation's scale, ${context.scale}; it is one of ${others.join(" and ")}.`
      : `\`${word}\` is no word of probability on the scale ${context.scale}.${didYouMean(near)}`,
    {
      notes: [
        `The words of ${context.scale} are ${words.join(", ")}.`,
        ...others.slice(0, 1).map((other) => `\`words ${other}\` under \`situation\` chooses that scale.`),
      ],
      fixes: near.map((other) => write(`"${other}"`, span)),
    },
  );
  return null;
}
