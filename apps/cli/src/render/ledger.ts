import type { Answers, CheckResult, ClaimSummary } from "casus";
import { shortDate } from "./dates.js";
import type { Labels } from "./labels.js";
import type { Pen } from "./look.js";
import { counted } from "./numbers.js";
import { claimWords } from "./rests-on.js";
import { padEnd, padStart, shorten, widthOf, wrap } from "./width.js";

/** The claims that weigh something, each on a line; the others are named together. */
export function ledgerLines(answers: Answers, labels: Labels, pen: Pen): string[] {
  const { claims } = answers;
  if (claims.length === 0) return [];
  const moving = new Set(
    answers.answers.flatMap(({ restsOn }) =>
      restsOn.claims.filter(({ shift }) => (shift ?? 0) !== 0).map(({ name }) => name),
    ),
  );
  const weighing = claims.filter((claim) => claim.decibans !== null || moving.has(claim.name));
  const others = claims.filter((claim) => !weighing.includes(claim));
  const lines = [pen.bold("What was said")];
  if (weighing.length > 0) {
    const nameWidth = Math.min(24, Math.max(...weighing.map(({ name }) => widthOf(pen.text(name)))));
    const sizes = weighing.map((claim) => decibans(claim, pen));
    const sizeWidth = Math.max(...sizes.map(widthOf));
    weighing.forEach((claim, index) => {
      const name = padEnd(shorten(pen.text(claim.name), nameWidth, pen.signs.ellipsis), nameWidth);
      const grade = padEnd(`${pen.text(claim.grade ?? "F")}${claim.computedDigit}`, 2);
      const start = `  ${pen.name(name)}  ${grade}  ${padStart(sizes[index] ?? "", sizeWidth)}  `;
      lines.push(
        start +
          shorten(
            claimWords(claim, labels, pen),
            Math.max(10, pen.width - widthOf(start)),
            pen.signs.ellipsis,
          ),
      );
    });
  }
  if (others.length > 0) {
    const names = others.map(({ name }) => pen.text(name)).join(", ");
    const count = weighing.length === 0 ? counted(others.length, "claim") : `${others.length} more`;
    const verb = others.length === 1 ? "backs a number and weighs" : "back numbers and weigh";
    const said = `${count} ${verb} nothing by ${others.length === 1 ? "itself" : "themselves"}: ${names}`;
    lines.push(...wrap(said, pen.width - 2, 2).map((line) => pen.dim(`  ${line}`)));
  }
  return lines;
}

function decibans(claim: ClaimSummary, pen: Pen): string {
  if (claim.decibans === null) return "number";
  const text = Math.abs(claim.decibans).toFixed(1);
  return `${Number(text) === 0 ? "" : claim.decibans < 0 ? pen.signs.minus : "+"}${text} dB`;
}

/** One line a check. */
export function checkLines(checks: readonly CheckResult[], pen: Pen): string[] {
  if (checks.length === 0) return [];
  const lines = [pen.bold("Checks")];
  for (const { check, holds, failedRuns, firstFailure } of checks) {
    const sign = holds ? pen.good(pen.signs.holds) : pen.bad(pen.signs.fails);
    const indent = 3 + widthOf(holds ? pen.signs.holds : pen.signs.fails);
    const first =
      firstFailure === null
        ? ""
        : `, first in run ${firstFailure.run}${firstFailure.date === null ? "" : ` at ${shortDate(firstFailure.date)}`}`;
    const said = holds ? "holds in every run" : `failed in ${counted(failedRuns, "run")}${first}`;
    const [line = "", ...rest] = wrap(`${pen.text(check)}: ${said}`, pen.width - indent);
    lines.push(`  ${sign} ${line}`, ...rest.map((each) => " ".repeat(indent) + each));
  }
  return lines;
}
