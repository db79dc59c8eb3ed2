import type { Answers } from "casus";
import { axisDate, longDate, openingDate } from "./dates.js";
import { groupedLines } from "./grouped.js";
import { joinItems } from "./items.js";
import type { Labels } from "./labels.js";
import { checkLines, ledgerLines } from "./ledger.js";
import type { Pen } from "./look.js";
import { counted, group } from "./numbers.js";
import { questionLines } from "./question.js";
import { wrap } from "./width.js";

export interface ReportOptions {
  /** Runs that were asked for, where the user stopped before. */
  readonly stoppedOf: number | null;
  /** What was asked for besides the model as it stands: `wave = 20k`, `without training`. */
  readonly whatIf?: readonly string[];
  /** All that each answer rests on: for a single question. */
  readonly full: boolean;
  /** As given on the command line, for the hint how to see diagnostics in full. */
  readonly file: string;
}

/** A whole run as a page of text: title, questions in order, what was said, checks, doubts, and how it was computed. */
export function reportLines(answers: Answers, labels: Labels, options: ReportOptions, pen: Pen): string[] {
  const blocks: string[][] = [headerLines(answers, labels, options, pen)];
  const questions = [...new Set(answers.answers.map(({ question }) => question))];
  for (const question of questions) blocks.push(questionLines(answers, question, labels, options.full, pen));
  if (questions.length === 0)
    blocks.push([pen.doubtful("Nothing is asked: the model has no question that could be answered.")]);
  blocks.push(ledgerLines(answers, labels, pen), checkLines(answers.checks, pen));
  blocks.push(groupedLines(answers.diagnostics, options.file, pen), footerLines(answers, labels, pen));
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, index) => (index > 0 ? ["", ...block] : block));
}

function headerLines(answers: Answers, labels: Labels, options: ReportOptions, pen: Pen): string[] {
  const { period } = labels;
  const title = answers.situation === "" ? answers.model.file : answers.situation;
  const facts = [
    ...(answers.asOf === null ? [] : [`as of ${longDate(answers.asOf)}`]),
    ...(period === null
      ? []
      : [`${openingDate(period.first)} to ${axisDate(period.last)} by ${period.unit}`]),
    `${counted(answers.runs, "run")}, seed ${answers.seed}`,
  ];
  const lines = [
    ...wrap(pen.text(title), pen.width).map(pen.title),
    ...joinItems(facts, pen.width, pen).map(pen.dim),
  ];
  const { whatIf = [] } = options;
  if (whatIf.length > 0) {
    const asked = `what if: ${whatIf.map((part) => pen.text(part)).join(" · ")}`;
    lines.push(...wrap(pen.unicode ? asked : asked.replaceAll(" · ", "; "), pen.width).map(pen.doubtful));
  }
  if (options.stoppedOf !== null) {
    lines.push(pen.doubtful(`Stopped after ${group(answers.runs)} of ${counted(options.stoppedOf, "run")}.`));
  }
  lines.push(pen.dim(pen.signs.rule.repeat(pen.width)));
  return lines;
}

const scaleNames = { icd203: "ICD 203", phia: "the PHIA yardstick", kent: "Kent 1964" } as const;

function footerLines(answers: Answers, labels: Labels, pen: Pen): string[] {
  const hasErrors = answers.answers.some(
    ({ method, standardError }) => method === "simulated" && (standardError ?? 0) > 0,
  );
  const hasWords = answers.answers.some(({ word }) => word !== null);
  const hasClaims = answers.claims.some(({ decibans }) => decibans !== null);
  const hasShares = answers.answers.some(({ restsOn }) => restsOn.quantities.length > 0);
  const parts = [
    ...(hasErrors
      ? [`${pen.signs.plusMinus} is the simulation's own error (95%), not what is unknown.`]
      : []),
    ...(hasWords && labels.scale !== null ? [`Words: ${scaleNames[labels.scale]}.`] : []),
    ...(hasShares
      ? [
          `Rests on: each one's share of what the unknowns explain, and the answer in its lowest and highest tenth.`,
        ]
      : []),
    ...(hasClaims
      ? ["Grades and their weights (dB) are uncalibrated defaults unless the model sets its own."]
      : []),
    pen.text(
      `${answers.model.file} ${answers.model.sha256.slice(0, 12)}, casus ${answers.casus}, ${answers.engine}, ${answers.precision} precision.`,
    ),
  ];
  return wrap(parts.join(" "), pen.width).map(pen.dim);
}
