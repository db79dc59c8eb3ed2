/** What two runs answer differently, and whether that is more than the simulation's own error. */
import type { Answer, Answers, PlainDiagnostic } from "../answers.js";

export interface AnswerKey {
  readonly question: string;
  readonly ask: string;
  readonly given: string | null;
  readonly scenario: string | null;
}

/** One answer that both runs give. */
export interface AnswerChange extends AnswerKey {
  readonly kind: Answer["kind"];
  readonly unit: string | null;
  /** Of categories the one that moved most; null for every other kind. */
  readonly category: string | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly wordBefore: string | null;
  readonly wordAfter: string | null;
  /** after − before; null where one of them is. */
  readonly difference: number | null;
  /** Standard error of the difference; null where it is not known. */
  readonly error: number | null;
  /** The difference is larger than its 95% interval, or there is an answer where there was none. */
  readonly beyondNoise: boolean;
  /** By which changes are sorted: a probability's difference; a value's, by the distance of its 5th and 95th percentile; 1 where an answer came or went. */
  readonly size: number;
}

export interface AnswersComparison {
  /** All answers that both give, the largest change first, unchanged ones last in the order of the text. */
  readonly changes: readonly AnswerChange[];
  /** Asked in the second alone. */
  readonly added: readonly AnswerKey[];
  readonly removed: readonly AnswerKey[];
  /** What is said of the second alone, and of the first alone; places do not count. */
  readonly newDiagnostics: readonly PlainDiagnostic[];
  readonly lostDiagnostics: readonly PlainDiagnostic[];
}

/** Half the width of a 95% interval, in standard errors. */
const z95 = 1.959963984540054;

/** Standard errors of differences by {@link answerKey}, as {@link pairedErrors} finds them. */
export type DifferenceErrors = ReadonlyMap<string, number>;

export function answerKey({ question, ask, given, scenario }: AnswerKey): string {
  return JSON.stringify([question, ask, given, scenario]);
}

/**
 * Compares two runs. Without `errors` the two are taken as independent, which overstates the error where they share their seed; what is the same to
 * the last bit is unchanged in any case.
 */
export function compareAnswers(
  before: Answers,
  after: Answers,
  errors: DifferenceErrors = new Map(),
): AnswersComparison {
  const first = new Map(before.answers.map((answer) => [answerKey(answer), answer]));
  const second = new Map(after.answers.map((answer) => [answerKey(answer), answer]));
  const changes = [...second].flatMap(([key, answer]) => {
    const other = first.get(key);
    return other === undefined ? [] : [changeOf(other, answer, errors.get(key) ?? null)];
  });
  return {
    changes: changes.sort((a, b) => Number(b.beyondNoise) - Number(a.beyondNoise) || b.size - a.size),
    added: [...second].filter(([key]) => !first.has(key)).map(([, answer]) => keyOf(answer)),
    removed: [...first].filter(([key]) => !second.has(key)).map(([, answer]) => keyOf(answer)),
    newDiagnostics: notIn(after.diagnostics, before.diagnostics),
    lostDiagnostics: notIn(before.diagnostics, after.diagnostics),
  };
}

function keyOf({ question, ask, given, scenario }: Answer): AnswerKey {
  return { question, ask, given, scenario };
}

function changeOf(before: Answer, after: Answer, known: number | null): AnswerChange {
  const category = after.kind === "categories" ? categoryThatMoved(before, after) : null;
  const from = category === null ? before.value : (before.categories?.[category] ?? 0);
  const to = category === null ? after.value : (after.categories?.[category] ?? 0);
  const sameKind = before.kind === after.kind && before.unit === after.unit;
  const difference = from === null || to === null || !sameKind ? null : to - from;
  const error = known ?? independentError(errorOf(before, from), errorOf(after, to));
  const hasCome = (from === null) !== (to === null) || !sameKind;
  // Without any error (an exact answer) every difference counts, save that of a last digit.
  const least = Math.max(z95 * (error ?? 0), 1e-12 * Math.max(Math.abs(from ?? 0), Math.abs(to ?? 0)));
  return {
    ...keyOf(after),
    kind: after.kind,
    unit: after.unit,
    category,
    before: from,
    after: to,
    wordBefore: before.word,
    wordAfter: after.word,
    difference,
    error: difference === 0 ? 0 : error,
    beyondNoise: hasCome || (difference !== null && Math.abs(difference) > least),
    size: hasCome ? 1 : sizeOf(difference ?? 0, before, after),
  };
}

function categoryThatMoved(before: Answer, after: Answer): string | null {
  const names = new Set([...Object.keys(before.categories ?? {}), ...Object.keys(after.categories ?? {})]);
  const moved = (name: string): number =>
    Math.abs((after.categories?.[name] ?? 0) - (before.categories?.[name] ?? 0));
  let most: string | null = null;
  for (const name of names) if (most === null || moved(name) > moved(most) + 1e-12) most = name;
  return most;
}

function errorOf(answer: Answer, value: number | null): number | null {
  if (answer.method === "exact") return 0;
  if (answer.kind !== "categories" || value === null) return answer.standardError;
  return Math.sqrt(Math.max(0, value * (1 - value)) / Math.max(1, answer.effectiveRuns));
}

function independentError(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.sqrt(a * a + b * b);
}

function sizeOf(difference: number, before: Answer, after: Answer): number {
  if (after.kind !== "value") return Math.abs(difference);
  const spread = Math.max(spreadOf(before), spreadOf(after));
  const scale = spread > 0 ? spread : Math.max(Math.abs(before.value ?? 0), Math.abs(after.value ?? 0));
  return scale > 0 ? Math.abs(difference) / scale : 0;
}

function spreadOf({ quantiles }: Answer): number {
  const { p5, p95 } = quantiles ?? {};
  return typeof p5 === "number" && typeof p95 === "number" ? p95 - p5 : 0;
}

/** What a run finds out (family 09) is the same where only its numbers differ. */
function keyOfDiagnostic({ code, message }: PlainDiagnostic): string {
  return `${code} ${/^.09/.test(code) ? message.replace(/\d[\d.,]*/g, "#") : message}`;
}

function notIn(list: readonly PlainDiagnostic[], others: readonly PlainDiagnostic[]): PlainDiagnostic[] {
  const count = new Map<string, number>();
  for (const other of others) {
    const key = keyOfDiagnostic(other);
    count.set(key, (count.get(key) ?? 0) + 1);
  }
  return list.filter((diagnostic) => {
    const key = keyOfDiagnostic(diagnostic);
    const left = count.get(key) ?? 0;
    count.set(key, left - 1);
    return left <= 0;
  });
}

/**
 * Standard errors of differences between two models that are run with the same seeds, from batches of runs: the spread of the batches' differences, brought
 * to the length of the whole run. Run by run the two models share their draws, so that this is far less than the error of two runs that know nothing of each
 * other. An answer that is missing in a batch has no entry.
 */
export function pairedErrors(
  batches: readonly { readonly before: Answers; readonly after: Answers }[],
  runs: number,
): Map<string, number> {
  const differences = new Map<string, number[]>();
  for (const { before, after } of batches) {
    const whole = compareAnswers(before, after);
    for (const change of whole.changes) {
      if (change.difference === null || change.category !== null) continue;
      const key = answerKey(change);
      differences.set(key, [...(differences.get(key) ?? []), change.difference]);
    }
  }
  const errors = new Map<string, number>();
  const each = batches[0]?.before.runs ?? 0;
  for (const [key, list] of differences) {
    if (list.length < Math.max(4, batches.length)) continue;
    const mean = list.reduce((sum, x) => sum + x, 0) / list.length;
    const variance = list.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (list.length - 1);
    errors.set(key, Math.sqrt((variance * each) / runs) * smallSample(list.length - 1));
  }
  return errors;
}

/** What a standard error from few batches is widened by: the 97.5th percentile of Student's t over that of the normal. */
function smallSample(freedom: number): number {
  // Cornish and Fisher's expansion, good to a hundredth from three degrees of freedom on.
  const z2 = z95 * z95;
  const first = (z2 + 1) / 4;
  const second = (5 * z2 ** 2 + 16 * z2 + 3) / 96;
  const third = (3 * z2 ** 3 + 19 * z2 ** 2 + 17 * z2 - 15) / 384;
  return 1 + first / freedom + second / freedom ** 2 + third / freedom ** 3;
}
