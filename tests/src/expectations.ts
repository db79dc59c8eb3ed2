/** Expectations that stand as comments in a model; the format is told in `tests/constructs/README.md`. */
import type { Answer, Answers } from "casus";

export interface Expectations {
  readonly runs: number;
  readonly lines: readonly Expectation[];
  /** Claims or sources that some lines want left out, each set once. */
  readonly without: readonly (readonly string[])[];
}

export interface Expectation {
  /** As it stands in the file. */
  readonly text: string;
  readonly line: number;
  readonly without: readonly string[];
  readonly body:
    | {
        readonly kind: "answer";
        readonly question: string;
        readonly ask: number;
        readonly scenario: string | null;
        readonly wanted: Wanted;
      }
    | { readonly kind: "check"; readonly check: string; readonly failsFrom: string | null }
    | { readonly kind: "warning" }
    | { readonly kind: "no diagnostics" };
}

type Wanted =
  | { readonly kind: "value" | "moot"; readonly value: number | null; readonly tolerance: number }
  | {
      readonly kind: "category" | "series" | "quantile";
      readonly key: string;
      readonly value: number | string | null;
      readonly tolerance: number;
    }
  | { readonly kind: "unit"; readonly unit: string };

const answerLine =
  /^(?<question>\w+)(?:#(?<ask>\d+))? (?<what>value|moot|unit|category \w+|series \S+|quantile p\d+) (?<value>"[^"]*"|\S+)(?: in (?<scenario>\w+))?(?: without (?<without>[\w,]+))?(?: tolerance (?<tolerance>\S+))?(?: in (?<scenario2>\w+))?$/;

/** Reads the expectations of a model's text. @throws {Error} for a line that begins like one and is none. */
export function readExpectations(text: string): Expectations {
  const lines: Expectation[] = [];
  let runs = 20_000;
  text.split("\n").forEach((raw, index) => {
    const wantedRuns = /^\s*\/\/ runs (\d+)\s*$/.exec(raw);
    if (wantedRuns !== null) runs = Number(wantedRuns[1]);
    const found = /^\s*\/\/ expect (.*?)\s*$/.exec(raw);
    if (found !== null) lines.push(readLine(found[1] as string, index + 1));
  });
  const sets = new Map(lines.map(({ without }) => [without.join(), without]));
  return { runs, lines, without: [...sets.values()] };
}

function readLine(text: string, line: number): Expectation {
  const plain = (body: Expectation["body"]): Expectation => ({ text, line, without: [], body });
  if (text === "warning") return plain({ kind: "warning" });
  if (text === "no diagnostics") return plain({ kind: "no diagnostics" });
  const check = /^check "(.*)" (holds|fails from (\S+))$/.exec(text);
  if (check !== null) return plain({ kind: "check", check: check[1] as string, failsFrom: check[3] ?? null });
  const groups = answerLine.exec(text)?.groups;
  if (groups === undefined) throw new Error(`line ${line}: not an expectation: ${text}`);
  const scenario = groups["scenario"] ?? groups["scenario2"] ?? null;
  const body = {
    kind: "answer",
    question: groups["question"] as string,
    ask: Number(groups["ask"] ?? 1),
    scenario,
    wanted: wantedOf(groups["what"] as string, groups["value"] as string, Number(groups["tolerance"] ?? 0)),
  } as const;
  return { text, line, without: groups["without"]?.split(",") ?? [], body };
}

function wantedOf(what: string, value: string, tolerance: number): Wanted {
  const [kind, key = ""] = what.split(" ");
  const number = value === "null" ? null : Number(value);
  if (kind === "unit") return { kind, unit: value.slice(1, -1) };
  if (kind === "value" || kind === "moot") return { kind, value: number, tolerance };
  const date = /^\d{4}-\d\d-\d\d$/.test(value) ? value : number;
  return { kind: kind as "category" | "series" | "quantile", key, value: date, tolerance };
}

/** What does not agree, in words; `answers` must have been computed with the expectation's `without`. */
export function failures(expectations: readonly Expectation[], answers: Answers): string[] {
  return expectations.flatMap((expectation) => {
    const problem = problemOf(expectation, answers);
    return problem === null ? [] : [`line ${expectation.line}: expect ${expectation.text}: ${problem}`];
  });
}

function problemOf({ body }: Expectation, answers: Answers): string | null {
  switch (body.kind) {
    case "warning":
      return answers.diagnostics.some((d) => d.severity === "warning") ? null : "no warning";
    case "no diagnostics":
      return answers.diagnostics.length === 0
        ? null
        : `there are some: ${answers.diagnostics.map((d) => d.message).join("; ")}`;
    case "check": {
      const check = answers.checks.find((c) => c.check === body.check);
      if (check === undefined) return "no such check";
      if (body.failsFrom === null) return check.holds ? null : `fails from ${check.firstFailure?.date}`;
      return check.firstFailure?.date === body.failsFrom
        ? null
        : `first failure ${check.firstFailure?.date ?? "none"}`;
    }
    case "answer": {
      const all = answers.answers.filter((a) => a.question === body.question && a.scenario === body.scenario);
      const answer = all[body.ask - 1];
      return answer === undefined ? "no such answer" : disagreement(body.wanted, answer);
    }
  }
}

function disagreement(wanted: Wanted, answer: Answer): string | null {
  if (wanted.kind === "unit") return answer.unit === wanted.unit ? null : `unit is ${answer.unit}`;
  const got = gotten(wanted, answer);
  if (typeof wanted.value !== "number" || typeof got !== "number")
    return got === wanted.value ? null : `is ${got}`;
  const error = standardErrorOf(wanted, answer, wanted.value);
  const allowed = 4 * error + 1e-9 + wanted.tolerance;
  if (Math.abs(got - wanted.value) <= allowed) return null;
  return `is ${got}, off by ${(got - wanted.value).toPrecision(3)}; allowed ${allowed.toPrecision(3)}`;
}

function gotten(
  wanted: Exclude<Wanted, { kind: "unit" }>,
  answer: Answer,
): number | string | null | undefined {
  switch (wanted.kind) {
    case "value":
      return answer.value;
    case "moot":
      return answer.moot;
    case "category":
      return answer.categories?.[wanted.key];
    case "series":
      return answer.series.find((point) => point.date === wanted.key)?.value;
    case "quantile":
      return answer.quantiles?.[wanted.key as "p5"];
  }
}

/** The answer's own error for its value; for other shares of runs that of a share of the effective runs. */
function standardErrorOf(wanted: Wanted, answer: Answer, exact: number): number {
  if (wanted.kind === "value") return answer.standardError ?? 0;
  if (wanted.kind === "quantile") return 0;
  if (wanted.kind === "series" && answer.kind === "value") return answer.standardError ?? 0;
  const p = Math.min(1, Math.max(0, exact));
  return Math.sqrt((p * (1 - p)) / Math.max(1, answer.effectiveRuns));
}
