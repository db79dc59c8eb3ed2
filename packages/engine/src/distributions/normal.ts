import { normalCdf, normalQuantile } from "../numeric/normal.js";
import { studentCdf, studentQuantile } from "../numeric/student.js";
import { bounded, type Family, finiteOrNull, refuseNegative, refuseUnlessNumbers, stepAt } from "./family.js";

const normalParameters = ["mean", "standard deviation"] as const;

/** Normal(mean, sd), sd ≥ 0. Quantile within 1e-15 of the larger of mean and sd. */
export const normal: Family = {
  name: "normal",
  parameters: normalParameters,
  refuse: (p) => refuseUnlessNumbers(normalParameters, p) ?? refuseNegative("standard deviation", p[1]!),
  quantile: (u, p) => bounded(p[0]! + p[1]! * normalQuantile(u)),
  cdf: (x, p) => (p[1] === 0 ? stepAt(x, p[0]!) : normalCdf((x - p[0]!) / p[1]!)),
  mean: (p) => p[0]!,
  sd: (p) => p[1]!,
};

const studentParameters = ["degrees of freedom", "mean", "scale"] as const;

/**
 * Student(df, mean, scale): mean + scale·t, df ≥ 0.1, scale ≥ 0. The mean exists for df > 1, the standard deviation
 * scale·√(df/(df − 2)) for df > 2. Quantile: relative error of t below 1e-12.
 */
export const student: Family = {
  name: "student",
  parameters: studentParameters,
  refuse(p) {
    const missing = refuseUnlessNumbers(studentParameters, p);
    if (missing !== null) return missing;
    // Below this the quantiles of a run in 2^33 leave the range of doubles.
    if (p[0]! < 0.1) return `the degrees of freedom must be at least 0.1, not ${p[0]}`;
    return refuseNegative("scale", p[2]!);
  },
  quantile: (u, p) => (p[2] === 0 ? p[1]! : bounded(p[1]! + p[2]! * studentQuantile(u, p[0]!))),
  cdf: (x, p) => (p[2] === 0 ? stepAt(x, p[1]!) : studentCdf((x - p[1]!) / p[2]!, p[0]!)),
  mean: (p) => (p[2] === 0 || p[0]! > 1 ? p[1]! : null),
  sd: (p) => (p[2] === 0 ? 0 : p[0]! > 2 ? finiteOrNull(p[2]! * Math.sqrt(p[0]! / (p[0]! - 2))) : null),
};
