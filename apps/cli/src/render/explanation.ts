import type {
  Answer,
  ClaimSummary,
  Curve,
  ExplainedDistribution,
  ExplainedName,
  Explanation,
  Measured,
} from "casus";
import { curveLines } from "./curve.js";
import type { Pen } from "./look.js";
import { amount, counted, roughPercent } from "./numbers.js";
import { padEnd, padStart, widthOf, wrap } from "./width.js";

/** Where it stands, and what runs say of it: what an explanation itself does not carry. */
export interface ExplanationContext {
  /** `alliance.casus:152`. */
  readonly place: string | null;
  readonly asOf: string | null;
  readonly measured: Measured | null;
}

const topicWidth = 10;
const shownNames = 12;

/** A page on one name: what it is, its rule or its words, its spread, what backs it, what it reads and what uses it. */
export function explanationLines(explanation: Explanation, context: ExplanationContext, pen: Pen): string[] {
  const { name, kind, label, unit, summary, distribution } = explanation;
  const head = `${pen.text(name)}  ${kind}`;
  const place = context.place === null ? "" : pen.text(context.place);
  const room = pen.width - widthOf(head);
  const lines = [
    pen.title(pen.text(name)) +
      pen.dim(`  ${kind}`) +
      (widthOf(place) + 2 <= room ? pen.dim(padStart(place, room)) : ""),
  ];
  if (label !== null) lines.push(...wrap(pen.text(label), pen.width).map(pen.bold));
  const what = unit === null ? summary : `${summary}; in ${unit}`;
  lines.push(...wrap(pen.text(`${what.slice(0, 1).toUpperCase()}${what.slice(1)}.`), pen.width), "");
  for (const { topic, text } of explanation.rows) lines.push(...rowLines(topic, text, pen));
  if (distribution !== null) lines.push(...spreadLines(distribution, explanation, pen));
  lines.push(...measuredLines(context, explanation, pen));
  for (const { name: claim, quote, source } of explanation.from) {
    const words = quote === null ? claim : `${claim}: ${pen.signs.openQuote}${quote}${pen.signs.closeQuote}`;
    lines.push(...rowLines("from", source === null ? words : `${words} (${source})`, pen));
  }
  if (explanation.assumed !== null) lines.push(...rowLines("assumed", explanation.assumed, pen));
  lines.push(...rowLines("reads", namesText(explanation.reads), pen));
  // The claims of a source stand above.
  if (kind !== "source") lines.push(...rowLines("used by", namesText(explanation.usedBy), pen));
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}

function rowLines(topic: string, text: string, pen: Pen): string[] {
  if (text === "") return [];
  const [first = "", ...more] = wrap(pen.text(text), pen.width - topicWidth - 2);
  const indent = " ".repeat(topicWidth + 2);
  return [`  ${pen.note(padEnd(topic, topicWidth))}${first}`, ...more.map((line) => indent + line)];
}

function namesText(names: readonly ExplainedName[]): string {
  const shown = names.slice(0, shownNames).map(({ name, kind }) => `${name} (${kind})`);
  return names.length > shownNames
    ? `${shown.join(", ")} and ${names.length - shownNames} more`
    : shown.join(", ");
}

/** Percentiles in a row of columns, with a small curve above. */
function spreadLines(distribution: ExplainedDistribution, explanation: Explanation, pen: Pen): string[] {
  const { p5, p25, p50, p75, p95 } = distribution.percentiles;
  const isChance = explanation.kind === "fact" || isChanceName(explanation.name);
  const scale = Math.abs(p95 - p5) / 40;
  const text = (value: number | null): string =>
    value === null
      ? "none"
      : isChance
        ? roughPercent(value, pen.signs)
        : amount(value, scale > 0 ? scale : null, pen.signs, 3);
  const cells = [
    ["5%", text(p5)],
    ["25%", text(p25)],
    ["50%", text(p50)],
    ["75%", text(p75)],
    ["95%", text(p95)],
    ["mean", text(distribution.mean)],
  ] as const;
  const widths = cells.map(([head, value]) => Math.max(widthOf(head), widthOf(value)));
  const row = (at: 0 | 1): string =>
    cells.map((cell, index) => padStart(cell[at], widths[index] ?? 0)).join("   ");
  const lead = `  ${" ".repeat(topicWidth)}`;
  const indent = `  ${pen.note(padEnd("spread", topicWidth))}`;
  const lines = [`${indent}${pen.dim(row(0))}`, `${lead}${pen.number(row(1))}`];
  if (distribution.curve !== null && pen.unicode) {
    const ends = [text(distribution.curve.low), text(distribution.curve.high)];
    lines.push(
      `${lead}${pen.dim(ends[0] ?? "")} ${pen.name(densityText(distribution.curve))} ${pen.dim(ends[1] ?? "")}`,
    );
  }
  return lines;
}

/** `peace.chance`, `peace.then`, `pact.assist.honoured`. */
function isChanceName(name: string): boolean {
  return /\.(?:chance|then|honoured|share)$/.test(name);
}

const blocks = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** One row of blocks, the highest of them full. */
export function densityText({ chances }: Curve): string {
  const most = Math.max(...chances);
  return chances
    .map((chance) => blocks[most > 0 && chance > 0 ? Math.max(1, Math.round((8 * chance) / most)) : 0])
    .join("");
}

/** How it comes out in runs: before anything that was said, and as the model stands. */
function measuredLines(
  { measured, asOf }: ExplanationContext,
  { kind, name, distribution }: Explanation,
  pen: Pen,
): string[] {
  if (measured === null) return [];
  const lines: string[] = [];
  const { before, now, claim, runs } = measured;
  if (claim !== null) lines.push(...rowLines("digit", digitText(claim), pen));
  const isSpread = kind === "quantity" || kind === "number" || kind === "fact";
  // Where the spread is known exactly it stands above.
  if (before !== null && isSpread && distribution === null)
    lines.push(
      ...rowLines(
        "before",
        `${outcomeText(before, isChanceName(name), pen)}, before anything that was said or seen`,
        pen,
      ),
    );
  if (now !== null) {
    const known = before === null ? "" : ", with all that is known";
    lines.push(
      ...rowLines(
        "in runs",
        `${outcomeText(now, isChanceName(name), pen)}${known} (${counted(runs, "run")})`,
        pen,
      ),
    );
    if (!isSpread && now.kind !== "categories" && new Set(now.series.map(({ value }) => value)).size > 1) {
      const percent = (value: number): string => roughPercent(value, pen.signs);
      const plain = (value: number): string => amount(value, null, pen.signs, 3);
      const label = now.kind === "value" ? plain : percent;
      const curve = {
        points: now.series,
        asOf,
        label,
        end: label,
        kind: now.kind === "value" ? "value" : "probability",
      } as const;
      const room = pen.width - topicWidth - 2;
      lines.push(...curveLines(curve, room, pen).map((line) => " ".repeat(topicWidth + 2) + line));
    }
  }
  return lines;
}

function digitText({ grade, computedDigit }: ClaimSummary): string {
  const meanings = [
    "",
    "confirmed by other sources",
    "probably true",
    "possibly true",
    "doubtful",
    "improbable",
    "cannot be judged",
  ];
  return `${grade ?? ""}${computedDigit}: ${meanings[computedDigit] ?? ""}, from what all runs make of it`;
}

function outcomeText(answer: Answer, isChance: boolean, pen: Pen): string {
  if (answer.categories !== null) {
    return Object.entries(answer.categories)
      .map(([name, share]) => `${name} ${roughPercent(share, pen.signs)}`)
      .join(", ");
  }
  if (answer.kind !== "value" || answer.value === null) {
    return answer.value === null ? "without a value" : roughPercent(answer.value, pen.signs);
  }
  const { p5, p50, p95 } = answer.quantiles ?? {};
  if (typeof p5 !== "number" || typeof p50 !== "number" || typeof p95 !== "number")
    return amount(answer.value, answer.standardError, pen.signs);
  const scale = Math.abs(p95 - p5) / 40;
  const text = (value: number): string =>
    isChance ? roughPercent(value, pen.signs) : amount(value, scale > 0 ? scale : null, pen.signs, 3);
  return `5% ${text(p5)}, 50% ${text(p50)}, 95% ${text(p95)}, mean ${text(answer.value)}`;
}
