/** Elementary and special functions that give the same bits on every machine. */

export { exp, expm1, logistic } from "./exponential.js";
export { logGamma } from "./gamma-function.js";
export { betaLower, betaUpper, inverseBeta, inverseBetaOdds, logBeta } from "./incomplete-beta.js";
export { gammaLower, gammaUpper, inverseGamma } from "./incomplete-gamma.js";
export { log, log1p, logit } from "./logarithm.js";
export { normalCdf, normalDensity, normalQuantile } from "./normal.js";
export { pow } from "./power.js";
export { studentCdf, studentQuantile } from "./student.js";
export { cosTwoPi, sinTwoPi } from "./trigonometry.js";
