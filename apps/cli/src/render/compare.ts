import type { Answer } from "casus";
import { numbers, percentOf, unitOf } from "./answer.js";
import { bar, whisker } from "./bars.js";
import type { Labels } from "./labels.js";
import type { Pen } from "./look.js";
import { amount, halfWidth } from "./numbers.js";
import { padEnd, padStart, shorten, widthOf } from "./width.js";

interface Row {
  readonly scenario: string | null;
  readonly name: string;
  readonly text: string;
  readonly number: string;
  readonly word: string;
  readonly answer: Answer;
}

/** Scenarios beside the base: name, label, number, word, and bars or ranges on one scale. Empty where there is nothing to compare. */
export function compareLines(
  base: Answer | null,
  others: readonly Answer[],
  labels: Labels,
  width: number,
  pen: Pen,
): string[] {
  if (others.length === 0 || others[0]?.kind === "categories") return [];
  const rows = [...(base === null ? [] : [base]), ...others].map((answer) => rowOf(answer, labels, pen));
  const numberWidth = Math.max(...rows.map((row) => widthOf(row.number)));
  const wordWidth = Math.max(...rows.map((row) => widthOf(row.word)));
  const nameWidth = Math.max(...rows.map((row) => widthOf(row.name)));
  const needed = Math.max(
    ...rows.map((row) => (row.scenario === null ? 0 : nameWidth + 4) + widthOf(row.text)),
  );
  const room = width - 4 - numberWidth - (wordWidth > 0 ? wordWidth + 2 : 0);
  const leastBar = width >= 76 ? 12 : 8;
  const textWidth = Math.max(12, Math.min(needed, room - leastBar));
  const barWidth = Math.max(leastBar, Math.min(30, room - textWidth));
  const scale = valueScale(rows);
  const lines: string[] = [];
  for (const row of rows) {
    if (row.scenario !== null && (lines.length === 0 || row === rows[base === null ? 0 : 1])) {
      lines.push(pen.note("if someone makes it so:"));
    }
    const name = row.scenario === null ? row.text : row.name;
    const label = row.scenario === null || textWidth - 2 - nameWidth < 10 ? "" : row.text;
    const indent = row.scenario === null ? "" : "  ";
    const left =
      label === ""
        ? pen.name(indent + shorten(name, textWidth - indent.length, pen.signs.ellipsis))
        : `${indent}${pen.name(padEnd(name, nameWidth))}  ${shorten(label, textWidth - 4 - nameWidth, pen.signs.ellipsis)}`;
    const picture =
      row.answer.kind === "value"
        ? range(row.answer, scale, barWidth, pen)
        : share(row.answer, barWidth, pen);
    const number = padStart(row.number, numberWidth);
    lines.push(
      `${padEnd(left, textWidth)}  ${picture}  ${row.scenario === null ? pen.number(number) : pen.bold(number)}  ${row.word}`.trimEnd(),
    );
  }
  return lines;
}

function rowOf(answer: Answer, labels: Labels, pen: Pen): Row {
  const name = answer.scenario ?? "";
  const label = labels.scenarios.get(name) ?? "";
  const number =
    answer.value === null
      ? "no answer"
      : answer.kind === "value"
        ? amount(answer.value, halfWidth(answer.standardError), pen.signs) + unitOf(answer, pen)
        : percentOf(answer, pen);
  return {
    scenario: answer.scenario,
    name: pen.text(name),
    text: answer.scenario === null ? "as it stands" : label === name ? "" : pen.text(label),
    number,
    word: pen.text(answer.word ?? ""),
    answer,
  };
}

function share(answer: Answer, width: number, pen: Pen): string {
  return bar(answer.value ?? 0, width, pen);
}

function range(answer: Answer, scale: { low: number; high: number }, width: number, pen: Pen): string {
  const quantiles = numbers(answer);
  if (quantiles === null || answer.value === null) return " ".repeat(width);
  return whisker({ low: quantiles.p5, middle: answer.value, high: quantiles.p95 }, scale, width, pen);
}

/** The lowest 5th and the highest 95th percentile of all rows. */
function valueScale(rows: readonly Row[]): { low: number; high: number } {
  const ends = rows.flatMap(({ answer }) => {
    const quantiles = numbers(answer);
    return quantiles === null ? [] : [quantiles.p5, quantiles.p95];
  });
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
