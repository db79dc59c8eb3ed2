/** The families of distributions that are called by name: their parameters and where those may lie. */
import type { FamilyName } from "../../model/distribution.js";

/** `unit`: a place or a spread, in the unit of the draw; `bare`: a shape or a count. */
export interface Parameter {
  readonly name: string;
  readonly in: "unit" | "bare";
}

export interface Family {
  readonly parameters: readonly Parameter[];
  /** Two percentiles may be given instead: `normal(p5: 2, p95: 9)`. */
  readonly percentiles: boolean;
  /** What is wrong with constant parameters; unknown ones are null. */
  readonly fault: (values: readonly (number | null)[]) => string | null;
}

const unit = (name: string): Parameter => ({ name, in: "unit" });
const shape = (name: string): Parameter => ({ name, in: "bare" });

type Values = readonly (number | null)[];
const known = (value: number | null | undefined): value is number => value !== null && value !== undefined;
const positive = (values: Values, at: number, name: string): string | null => {
  const value = values[at];
  return known(value) && value <= 0 ? `\`${name}\` has to be above 0` : null;
};
const ordered = (values: Values, at: number, then: number, names: string, strict: boolean): string | null => {
  const a = values[at];
  const b = values[then];
  return known(a) && known(b) && (strict ? a >= b : a > b) ? `${names} have to stand in rising order` : null;
};

const modal: Family = {
  parameters: [unit("a"), unit("mode"), unit("b")],
  percentiles: false,
  fault: (v) =>
    ordered(v, 0, 2, "`a` and `b`", true) ??
    ordered(v, 0, 1, "`a`, `mode`, `b`", false) ??
    ordered(v, 1, 2, "`a`, `mode`, `b`", false),
};

export const families: Readonly<Record<FamilyName, Family>> = {
  normal: {
    parameters: [unit("mean"), unit("sd")],
    percentiles: true,
    fault: (v) => positive(v, 1, "sd"),
  },
  lognormal: {
    parameters: [unit("mean"), unit("sd")],
    percentiles: true,
    fault: (v) => positive(v, 0, "mean") ?? positive(v, 1, "sd"),
  },
  "lognormal-log": {
    parameters: [shape("mu"), shape("sigma")],
    percentiles: false,
    fault: (v) => positive(v, 1, "sigma"),
  },
  uniform: {
    parameters: [unit("a"), unit("b")],
    percentiles: true,
    fault: (v) => ordered(v, 0, 1, "`a` and `b`", true),
  },
  triangular: modal,
  pert: modal,
  beta: {
    parameters: [shape("a"), shape("b")],
    percentiles: true,
    fault: (v) => positive(v, 0, "a") ?? positive(v, 1, "b"),
  },
  gamma: {
    parameters: [unit("mean"), unit("sd")],
    percentiles: true,
    fault: (v) => positive(v, 0, "mean") ?? positive(v, 1, "sd"),
  },
  exponential: { parameters: [unit("mean")], percentiles: false, fault: (v) => positive(v, 0, "mean") },
  student: {
    parameters: [shape("df"), unit("mean"), unit("scale")],
    percentiles: false,
    fault: (v) => positive(v, 0, "df") ?? positive(v, 2, "scale"),
  },
  poisson: {
    parameters: [shape("mean")],
    percentiles: false,
    fault: (v) => (known(v[0]) && v[0] < 0 ? "`mean` cannot be below 0" : null),
  },
  binomial: {
    parameters: [shape("n"), shape("p")],
    percentiles: false,
    fault: (v) => {
      const [n, p] = v;
      if (known(n) && (n < 0 || !Number.isInteger(n))) return "`n` has to be a whole number, 0 or more";
      return known(p) && (p < 0 || p > 1) ? "`p` has to lie from 0 to 1" : null;
    },
  },
};

/** Whether a call of this name is a distribution. */
export function isFamily(name: string): boolean {
  return name === "mixture" || (name !== "lognormal-log" && Object.hasOwn(families, name));
}

/** How a family is written: `normal(mean, sd)`. */
export function familyForm(name: FamilyName): string {
  const { parameters } = families[name];
  if (name === "lognormal-log") return "lognormal(mu: …, sigma: …)";
  return `${name}(${parameters.map((parameter) => parameter.name).join(", ")})`;
}
