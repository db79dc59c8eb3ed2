import type {
  AnswerChange,
  AnswerKey,
  AnswersComparison,
  CauseEffect,
  DeclarationChange,
  PlainDiagnostic,
} from "casus";
import type { Pen } from "./look.js";
import { amount, counted, percent, percentError, points } from "./numbers.js";
import { shorten, widthOf, wrap } from "./width.js";

/** Changed declarations, each with the clauses that it lost and gained. */
export function declarationLines(
  changes: readonly DeclarationChange[],
  pen: Pen,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = [];
  for (const { change, kind, name, removed, added } of changes.slice(0, most)) {
    const sign = { added: "+", removed: pen.signs.minus, changed: "~" }[change];
    const paint = { added: pen.good, removed: pen.bad, changed: pen.doubtful }[change];
    lines.push(
      ...wrap(`${sign} ${change} ${kind} ${pen.text(name)}`.trimEnd(), pen.width - 2, 2).map(
        (line) => `  ${paint(line)}`,
      ),
    );
    if (change !== "changed") continue;
    for (const line of removed)
      lines.push(
        `      ${pen.bad(`${pen.signs.minus} ${shorten(pen.text(line), pen.width - 8, pen.signs.ellipsis)}`)}`,
      );
    for (const line of added)
      lines.push(`      ${pen.good(`+ ${shorten(pen.text(line), pen.width - 8, pen.signs.ellipsis)}`)}`);
  }
  if (changes.length > most) lines.push(pen.dim(`  and ${changes.length - most} more`));
  return lines;
}

export interface ChangedAnswer extends AnswerChange {
  readonly by?: readonly CauseEffect[];
}

/**
 * Answers that changed, largest first. Those within the simulation's error are named in a line, or with `all` shown like the others; those that did not
 * change at all are counted.
 */
export function answerLines(
  changes: readonly ChangedAnswer[],
  runs: number,
  pen: Pen,
  most = Number.POSITIVE_INFINITY,
  all = false,
): string[] {
  const moved = changes.filter(({ beyondNoise, difference }) => beyondNoise || (difference ?? 0) !== 0);
  const clear = moved.filter(({ beyondNoise }) => all || beyondNoise);
  const slight = moved.filter((change) => !clear.includes(change));
  const same = changes.length - moved.length;
  const lines = clear.slice(0, most).flatMap((change) => answerChangeLines(change, runs, pen));
  if (clear.length > most) lines.push(pen.dim(`  and ${counted(clear.length - most, "more change")}`));
  if (slight.length > 0) {
    const names = [...new Set(slight.map(({ question }) => pen.text(question)))].join(", ");
    const verb = slight.length === 1 ? "differs" : "differ";
    lines.push(
      ...wrap(
        `${counted(slight.length, "answer")} ${verb} by no more than the simulation's own error: ${names}`,
        pen.width - 2,
        2,
      ).map((line) => pen.dim(`  ${line}`)),
    );
  }
  if (same > 0) lines.push(pen.dim(`  ${counted(same, "answer")} unchanged`));
  return lines;
}

/** The question and its ask; then old and new value, the difference with its error, and the words where they changed. */
function answerChangeLines(change: ChangedAnswer, runs: number, pen: Pen): string[] {
  const head = `${pen.text(change.question)}  ${pen.text(askText(change))}`;
  const lines = wrap(head, pen.width - 2, 2).map((line, index) =>
    index === 0 && line.startsWith(pen.text(change.question))
      ? `  ${pen.bold(pen.text(change.question))}${line.slice(pen.text(change.question).length)}`
      : `  ${line}`,
  );
  const from = valueText(change, change.before, runs, pen);
  const to = valueText(change, change.after, runs, pen);
  const arrow = ` ${pen.signs.arrow} `;
  const words =
    change.wordBefore !== change.wordAfter && change.kind !== "value" && change.category === null
      ? `  ${pen.text(change.wordBefore ?? "no word")}${arrow}${pen.text(change.wordAfter ?? "no word")}`
      : "";
  const category = change.category === null ? "" : `${pen.text(change.category)} `;
  lines.push(
    `    ${category}${from}${arrow}${pen.number(to)}  ${pen.bold(differenceText(change, pen))}${pen.dim(words)}`,
  );
  const by = (change.by ?? []).filter(({ difference }) => difference === null || !isTiny(difference, change));
  if (by.length > 0) {
    const parts = by.map(({ names, difference }) => {
      const what = names.map((name) => pen.text(name)).join(" with ");
      return difference === null
        ? `${what} (not alone)`
        : `${what} ${signed({ ...change, difference, error: change.error }, pen)}`;
    });
    lines.push(...wrap(`by ${parts.join(", ")}`, pen.width - 4, 3).map((line) => `    ${line}`));
  }
  return lines;
}

/** Below a twentieth of what changed in all, and not to be told from nothing. */
function isTiny(difference: number, change: AnswerChange): boolean {
  return Math.abs(difference) < Math.max(0.05 * Math.abs(change.difference ?? 0), change.error ?? 0);
}

export function askText({ ask, given, scenario }: AnswerKey): string {
  return `${ask}${given === null ? "" : ` given ${given}`}${scenario === null ? "" : ` in ${scenario}`}`;
}

function valueText(change: AnswerChange, value: number | null, runs: number, pen: Pen): string {
  if (value === null) return "no answer";
  if (change.kind === "value") {
    const unit = change.unit === null || change.unit === "" ? "" : ` ${pen.text(change.unit)}`;
    return `${amount(value, change.error === null || change.error === 0 ? null : change.error, pen.signs)}${unit}`;
  }
  return percent(
    value,
    { standardError: change.error, effectiveRuns: runs, exact: change.error === 0 },
    pen.signs,
  );
}

function differenceText(change: AnswerChange, pen: Pen): string {
  const doubt = change.beyondNoise ? "" : ", no more than the error";
  if (change.difference === null) return change.before === null ? "answered now" : "no longer answered";
  const error = change.error ?? 0;
  if (change.kind === "value") {
    const half =
      error > 0 ? ` (${pen.signs.plusMinus}${amount(1.96 * error, 1.96 * error, pen.signs, 2)})` : "";
    return `${signed(change, pen)}${half}${doubt}`;
  }
  const half = percentError({ standardError: error, effectiveRuns: 1, exact: error === 0 }, pen.signs);
  return `${signed(change, pen)} points${half === null ? "" : ` (${half})`}${doubt}`;
}

function signed(change: AnswerChange, pen: Pen): string {
  const difference = change.difference ?? 0;
  if (change.kind !== "value") return points(difference, pen.signs);
  const error = change.error ?? 0;
  return `${difference < 0 ? pen.signs.minus : "+"}${amount(Math.abs(difference), error > 0 ? error : null, pen.signs, 3)}`;
}

/** What changed since the last pass: a few lines below a page of answers. */
export function sinceLines(
  declarations: readonly DeclarationChange[],
  answers: AnswersComparison,
  pen: Pen,
): string[] {
  const { changes, newDiagnostics, lostDiagnostics } = answers;
  const lines = [
    ...declarationLines(declarations, pen, 6),
    ...(changes.every(({ difference }) => difference === 0) ? [] : answerLines(changes, 1e5, pen, 8, true)),
    ...messageLines(newDiagnostics, "+", pen, 6),
    ...messageLines(lostDiagnostics, pen.signs.minus, pen, 6),
  ];
  return [
    pen.bold("Since the last time"),
    ...(lines.length > 0 ? lines : [pen.dim("  nothing that means anything")]),
  ];
}

/** One line for each message that only one of two versions has. */
export function messageLines(
  diagnostics: readonly PlainDiagnostic[],
  sign: string,
  pen: Pen,
  most = 12,
): string[] {
  const lines = diagnostics.slice(0, most).flatMap(({ code, severity, message, file, from }) => {
    const paint = severity === "error" ? pen.bad : severity === "warning" ? pen.doubtful : pen.note;
    const head = `${sign} ${pen.text(code)}  `;
    const [first = "", ...more] = wrap(
      `${pen.text(message)}  ${pen.text(file)}:${from.line}`,
      pen.width - widthOf(head) - 2,
    );
    return [`  ${paint(head)}${first}`, ...more.map((line) => " ".repeat(widthOf(head) + 2) + line)];
  });
  if (diagnostics.length > most) lines.push(pen.dim(`  and ${diagnostics.length - most} more`));
  return lines;
}
