import { betaLower, inverseBeta } from "../numeric/incomplete-beta.js";
import { type Family, refuseOrder, refuseUnlessNumbers, stepAt } from "./family.js";

const uniformParameters = ["lower end", "upper end"] as const;

/** Uniform between a ≤ b; a = b is the constant. */
export const uniform: Family = {
  name: "uniform",
  parameters: uniformParameters,
  refuse: (p) =>
    refuseUnlessNumbers(uniformParameters, p) ?? refuseOrder("lower end", p[0]!, "upper end", p[1]!),
  quantile: (u, p) => Math.min(p[0]! + u * (p[1]! - p[0]!), p[1]!),
  cdf: (x, p) => (x >= p[1]! ? 1 : x < p[0]! ? 0 : (x - p[0]!) / (p[1]! - p[0]!)),
  mean: (p) => p[0]! + (p[1]! - p[0]!) / 2,
  sd: (p) => (p[1]! - p[0]!) / Math.sqrt(12),
};

const threeParameters = ["lower end", "mode", "upper end"] as const;

function refuseThree(p: readonly number[]): string | null {
  return (
    refuseUnlessNumbers(threeParameters, p) ??
    refuseOrder("lower end", p[0]!, "mode", p[1]!) ??
    refuseOrder("mode", p[1]!, "upper end", p[2]!) ??
    refuseOrder("lower end", p[0]!, "upper end", p[2]!)
  );
}

/** Triangular(a, mode, b), a ≤ mode ≤ b. Each side is measured from its own end. */
export const triangular: Family = {
  name: "triangular",
  parameters: threeParameters,
  refuse: refuseThree,
  quantile(u, p) {
    const [a, mode, b] = p as readonly [number, number, number];
    const width = b - a;
    if (width === 0) return a;
    const share = (mode - a) / width;
    return u <= share
      ? Math.min(a + width * Math.sqrt(u * share), mode)
      : Math.max(b - width * Math.sqrt((1 - u) * ((b - mode) / width)), mode);
  },
  cdf(x, p) {
    const [a, mode, b] = p as readonly [number, number, number];
    if (x >= b) return 1;
    if (x < a) return 0;
    const width = b - a;
    return x < mode
      ? ((x - a) / width) * ((x - a) / (mode - a))
      : 1 - ((b - x) / width) * ((b - x) / (b - mode));
  },
  mean: (p) => p[0]! + (p[1]! - p[0]! + (p[2]! - p[0]!)) / 3,
  sd(p) {
    const m = p[1]! - p[0]!;
    const b = p[2]! - p[0]!;
    return b === 0 ? 0 : b * Math.sqrt((1 - (m / b) * (1 - m / b)) / 18);
  },
};

/** Weight of the mode in a PERT distribution. */
const PERT_WEIGHT = 4;

/** PERT(a, mode, b): a beta stretched to a … b with mean (a + 4·mode + b)/6. Shapes lie between 1 and 5. */
export const pert: Family = {
  name: "pert",
  parameters: threeParameters,
  refuse: refuseThree,
  quantile(u, p) {
    const [a, mode, b] = p as readonly [number, number, number];
    const width = b - a;
    if (width === 0) return a;
    const left = 1 + (PERT_WEIGHT * (mode - a)) / width;
    const right = 1 + (PERT_WEIGHT * (b - mode)) / width;
    return Math.min(a + width * inverseBeta(left, right, u, 1 - u), b);
  },
  cdf(x, p) {
    const [a, mode, b] = p as readonly [number, number, number];
    if (x >= b) return 1;
    if (x < a) return 0;
    const width = b - a;
    const left = 1 + (PERT_WEIGHT * (mode - a)) / width;
    const right = 1 + (PERT_WEIGHT * (b - mode)) / width;
    return betaLower(left, right, (x - a) / width);
  },
  mean: (p) => p[0]! + (PERT_WEIGHT * (p[1]! - p[0]!) + (p[2]! - p[0]!)) / 6,
  sd(p) {
    const width = p[2]! - p[0]!;
    const mean = (PERT_WEIGHT * (p[1]! - p[0]!) + width) / 6;
    return Math.sqrt((mean * (width - mean)) / 7);
  },
};

const SMALLEST_SHAPE = 1e-6;
const LARGEST_SHAPE = 1e12;

/** A reason if a shape of a beta is not above 0, or beyond what can be computed. */
function refuseShape(name: string, value: number): string | null {
  if (!(value > 0)) return `the ${name} must be above 0, not ${value}`;
  if (value < SMALLEST_SHAPE) return `the ${name} must be at least ${SMALLEST_SHAPE}, not ${value}`;
  return value > LARGEST_SHAPE ? `the ${name} must be at most ${LARGEST_SHAPE}, not ${value}` : null;
}

const betaParameters = ["first shape", "second shape"] as const;

/** Beta(a, b) on 0 … 1, shapes from 1e-6 to 1e12. Quantile: relative error below 1e-12 for shapes from 1e-3. */
export const beta: Family = {
  name: "beta",
  parameters: betaParameters,
  refuse: (p) =>
    refuseUnlessNumbers(betaParameters, p) ??
    refuseShape("first shape", p[0]!) ??
    refuseShape("second shape", p[1]!),
  quantile: (u, p) => inverseBeta(p[0]!, p[1]!, u, 1 - u),
  cdf: (x, p) => (x <= 0 ? 0 : x >= 1 ? 1 : betaLower(p[0]!, p[1]!, x)),
  mean: (p) => p[0]! / (p[0]! + p[1]!),
  sd(p) {
    const mean = p[0]! / (p[0]! + p[1]!);
    return Math.sqrt((mean * (p[1]! / (p[0]! + p[1]!))) / (p[0]! + p[1]! + 1));
  },
};

const casesParameters = ["number of cases in which it happened", "number of cases"] as const;

/** The two shapes of `n of m`. */
function shapesOfCases(p: readonly number[]): readonly [number, number] {
  return [p[0]! + 1, p[1]! - p[0]! + 1];
}

/** `n of m`: Beta(n + 1, m − n + 1), what n cases out of m say about a chance of which nothing was known. */
export const ofCases: Family = {
  name: "of-cases",
  parameters: casesParameters,
  refuse(p) {
    const missing = refuseUnlessNumbers(casesParameters, p);
    if (missing !== null) return missing;
    if (p[0]! < 0) return `the number of cases must be 0 or more, not ${p[0]}`;
    if (p[0]! > p[1]!) return `${p[0]} of ${p[1]}: there are not that many cases`;
    return p[1]! > LARGEST_SHAPE - 1 ? `there are more than ${LARGEST_SHAPE} cases` : null;
  },
  quantile: (u, p) => beta.quantile(u, shapesOfCases(p)),
  cdf: (x, p) => beta.cdf(x, shapesOfCases(p)),
  mean: (p) => beta.mean(shapesOfCases(p)),
  sd: (p) => beta.sd(shapesOfCases(p)),
};

/** The constant p[0], for what has shrunk to a point. */
export const constant: Family = {
  name: "constant",
  parameters: ["value"],
  jumps: true,
  refuse: (p) => refuseUnlessNumbers(["value"], p),
  quantile: (_, p) => p[0]!,
  cdf: (x, p) => stepAt(x, p[0]!),
  mean: (p) => p[0]!,
  sd: () => 0,
};
