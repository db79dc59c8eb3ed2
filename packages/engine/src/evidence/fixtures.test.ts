/** Models of a record alone, for the tests of this folder. */
import type { Claim, Condition, Grade, GradeNumbers, Model, Proposition, Source } from "@casus/language";

const span = { file: "test.casus", from: 0, to: 0 } as unknown as Model["broken"][number]["span"];
const numbers = (accuracy: number, h: number, f: number, a: number, b: number): GradeNumbers => ({
  accuracy,
  relay: [h, f],
  beta: [a, b],
});

export const letters: Record<Grade, GradeNumbers> = {
  A: numbers(0.95, 0.95, 0.02, 19, 1),
  B: numbers(0.85, 0.9, 0.05, 17, 3),
  C: numbers(0.7, 0.85, 0.1, 14, 6),
  D: numbers(0.55, 0.75, 0.25, 11, 9),
  E: numbers(0.5, 0.6, 0.5, 10, 10),
  F: numbers(0.6, 0.8, 0.15, 3, 2),
};

export function modelOf(record: Partial<Model>): Model {
  return {
    edition: 1,
    title: "test",
    // Ten steps of ten days: step k covers the days 10·(k − 1) … 10·k − 1.
    timeline: { unit: "day", starts: Array.from({ length: 11 }, (_, k) => 10 * k), steps: 10 },
    asOf: null,
    scale: "icd203",
    actors: [],
    grades: { letters, interested: 0.5, speculative: 0.5, drawn: false },
    sources: [],
    claims: [],
    evidence: [],
    observations: [],
    beliefs: [],
    outcomes: [],
    quantities: [],
    facts: [],
    onceOrder: [],
    shocks: [],
    lets: [],
    stocks: [],
    flows: [],
    events: [],
    choices: [],
    treaties: [],
    obligations: [],
    stepOrder: [],
    scenarios: [],
    questions: [],
    checks: [],
    broken: [],
    ...record,
  };
}

export function actor(name: string, label = name, also: readonly string[] = []): Model["actors"][number] {
  return { name, label, kind: "state", state: null, of: null, also, span };
}

export function source(name: string, more: Partial<Source> = {}): Source {
  return {
    name,
    title: name,
    file: null,
    url: null,
    author: null,
    published: null,
    reliability: null,
    confidential: false,
    sha256: null,
    span,
    ...more,
  };
}

export const by = (name: string): NonNullable<Source["author"]> => ({ actor: name, text: null });

export function claim(name: string, more: Partial<Claim> = {}): Claim {
  return {
    name,
    label: name,
    span,
    quote: null,
    source: null,
    speaker: null,
    date: null,
    corroboration: [],
    origin: undefined,
    hedge: null,
    proposition: asserts(),
    unreviewed: false,
    ...more,
  };
}

export function speaker(name: string, grade: Grade | null = null, interested = false): Claim["speaker"] {
  return { actor: name, text: null, grade, interested };
}

export function corroborator(
  name: string,
  grade: Grade | null,
  sharing = 0,
  date: number | null = null,
): Claim["corroboration"][number] {
  return { actor: name, grade, sharing, date };
}

export function asserts(key = "deployed", step = 1, denies = false): Proposition {
  const condition: Condition = { kind: "event", name: key, span };
  return { kind: "condition", denies, condition, key, step };
}

export function reports(low: number, high: number, key = "contingent", step = 1): Proposition {
  const value = { kind: "quantity", name: key, span, unit: [] } as unknown as Extract<
    Proposition,
    { kind: "number" }
  >["value"];
  return { kind: "number", value, low, high, key, step };
}

export const always = { asOf: null, without: new Set<string>() };
export const without = (...names: string[]) => ({ asOf: null, without: new Set(names) });
