import type { Answer, Answers, ClaimSummary } from "casus";
import { basisOf, facts, headline, unitOf } from "./answer.js";
import { bar } from "./bars.js";
import { compareLines } from "./compare.js";
import { curveLines } from "./curve.js";
import { joinItems } from "./items.js";
import { askKey, type Labels } from "./labels.js";
import type { Pen } from "./look.js";
import { amount, halfWidth, percent } from "./numbers.js";
import { restsOnLines } from "./rests-on.js";
import { padEnd, padStart, shorten, widthOf, wrap } from "./width.js";

/** One ask of a question: the base's answer and those of its scenarios. */
interface AskGroup {
  readonly base: Answer | null;
  readonly others: readonly Answer[];
}

/** A question with all its asks. `full`: everything that each answer rests on, not only the first few. */
export function questionLines(
  answers: Answers,
  question: string,
  labels: Labels,
  full: boolean,
  pen: Pen,
): string[] {
  const own = answers.answers.filter((answer) => answer.question === question);
  const claims = new Map(answers.claims.map((claim) => [claim.name, claim]));
  const label = labels.questions.get(question);
  const name = pen.text(question);
  const title = label === undefined ? name : pen.text(label);
  const lines: string[] = [];
  const titleLines = wrap(title, pen.width - (label === undefined ? 0 : widthOf(name) + 2));
  titleLines.forEach((line, index) => {
    const isLast = index === titleLines.length - 1;
    const aside = isLast && label !== undefined ? padStart(name, pen.width - widthOf(line)) : "";
    lines.push(pen.bold(line) + pen.dim(aside));
  });
  for (const [index, group] of groupAsks(own).entries()) {
    if (index > 0) lines.push("");
    lines.push(
      ...askLines(group, answers, claims, labels, full, pen).map((line) => (line === "" ? "" : `  ${line}`)),
    );
  }
  return lines;
}

/** Asks in the order of the text. The same ask under several scenarios is one group. */
function groupAsks(answers: readonly Answer[]): AskGroup[] {
  const groups = new Map<string, { base: Answer | null; others: Answer[] }>();
  for (const answer of answers) {
    const key = askKey(answer.question, answer.ask, answer.given);
    const group = groups.get(key) ?? { base: null, others: [] };
    groups.set(key, group);
    if (answer.scenario === null) group.base = answer;
    else group.others.push(answer);
  }
  return [...groups.values()];
}

function askLines(
  group: AskGroup,
  answers: Answers,
  claims: ReadonlyMap<string, ClaimSummary>,
  labels: Labels,
  full: boolean,
  pen: Pen,
): string[] {
  const width = pen.width - 2;
  const answer = group.base ?? group.others[0];
  if (answer === undefined) return [];
  const lines = group.base === null ? [] : headlineLines(group.base, width, pen);
  if (group.base === null) lines.push(...wrap(askText(answer, pen), width, 2).map(pen.dim));
  if (group.base !== null) {
    lines.push(...curveLines(curveOf(group.base, answers.asOf, labels, pen), width, pen));
    if (group.base.kind === "categories") lines.push(...categoryLines(group.base, width, pen));
    lines.push(...joinItems(facts(group.base, answers.runs, pen), width, pen).map(pen.dim));
  }
  const compared = compareLines(group.base, group.others, labels, width, pen);
  if (compared.length > 0) lines.push("", ...compared);
  if (group.base !== null) {
    const options = full ? { quantities: 12, claims: 12 } : { quantities: 3, claims: 2 };
    const rests = restsOnLines(group.base, claims, labels, options, width, pen);
    if (rests.length > 0) lines.push("", ...rests);
  }
  return lines;
}

/** The answer first; what was asked behind it where it fits, below it where it does not. */
function headlineLines(answer: Answer, width: number, pen: Pen): string[] {
  const { main, more } = headline(answer, pen);
  const style = answer.value === null && answer.kind !== "categories" ? pen.doubtful : pen.number;
  const asked = askText(answer, pen);
  const [first = "", ...rest] = wrap(more === "" ? main : `${main} ${more}`.replace(" ; ", "; "), width, 2);
  const start = style(first.slice(0, main.length)) + first.slice(main.length);
  if (rest.length === 0 && widthOf(first) + 3 + widthOf(asked) <= width)
    return [`${start}   ${pen.dim(asked)}`];
  return [start, ...rest, ...wrap(asked, width, 2).map(pen.dim)];
}

/** What was asked, in the model's own words; what is seen and what is made so are told apart. */
export function askText(answer: Answer, pen: Pen): string {
  const ask = pen.text(answer.ask).replace(/^probability /, "");
  return answer.given === null ? ask : `${ask}, given that ${pen.text(answer.given)} is seen`;
}

function curveOf(
  answer: Answer,
  asOf: string | null,
  labels: Labels,
  pen: Pen,
): Parameters<typeof curveLines>[0] {
  const end = labels.ends.get(askKey(answer.question, answer.ask, answer.given));
  const isValue = answer.kind === "value";
  const values = answer.series
    .flatMap(({ value, p5, p95 }) => [value, p5, p95])
    .filter((v) => typeof v === "number");
  const unitError = (Math.max(...values) - Math.min(...values)) / 20;
  return {
    points:
      answer.kind === "categories"
        ? []
        : answer.series.filter(({ date }) => end === undefined || date <= end),
    asOf,
    kind: isValue ? "value" : "probability",
    label: (value) =>
      isValue
        ? amount(value, unitError, pen.signs, 2) + unitOf(answer, pen)
        : percent(value, { standardError: null, effectiveRuns: 1, exact: true }, pen.signs).replace(
            ".0%",
            "%",
          ),
    end: (value) =>
      isValue
        ? amount(value, halfWidth(answer.standardError), pen.signs) + unitOf(answer, pen)
        : percent(value, basisOf(answer), pen.signs),
  };
}

function categoryLines(answer: Answer, width: number, pen: Pen): string[] {
  const entries = Object.entries(answer.categories ?? {});
  const nameWidth = Math.min(
    Math.floor(width / 3),
    Math.max(0, ...entries.map(([name]) => widthOf(pen.text(name)))),
  );
  const texts = entries.map(([, share]) => percent(share, basisOf(answer), pen.signs));
  const numberWidth = Math.max(0, ...texts.map(widthOf));
  return entries.map(([name, share], index) => {
    const shown = padEnd(shorten(pen.text(name), nameWidth, pen.signs.ellipsis), nameWidth);
    return `${shown}  ${bar(share, Math.min(30, width - nameWidth - numberWidth - 6), pen)}  ${padStart(texts[index] ?? "", numberWidth)}`;
  });
}
