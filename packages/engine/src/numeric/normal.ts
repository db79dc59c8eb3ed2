/** The standard normal distribution: density, distribution function and quantile function. */

import { exp } from "./exponential.js";
import { log } from "./logarithm.js";

const INVERSE_ROOT_TWO_PI = 0.3989422804014327;

/** e^(−x²/2) with the rounding error of the square carried along; without that the tail loses a digit per decade. */
function halfSquareExponential(x: number): number {
  const head = Math.fround(x);
  return exp(-0.5 * head * head) * exp(-0.5 * (x - head) * (x + head));
}

/** The density at x. Measured relative error below 4e-16 while the result is normal. */
export function normalDensity(x: number): number {
  return Math.abs(x) > 40 ? 0 : INVERSE_ROOT_TWO_PI * halfSquareExponential(x);
}

/** (Φ(x) − ½)/x as a polynomial in x² ≤ 1. */
const CENTRE = [
  0.3989422804014327, -0.06649038006690544, 0.009973557010035817, -0.0011873282154804515,
  0.00011543468761612206, -9.444656259277198e-6, 6.659693506409244e-7, -4.1226671241540623e-8,
  2.273523979046855e-9, -1.1300363101297576e-10, 5.104855380571841e-12, -2.0755588207328707e-13,
  6.459867814598169e-15,
] as const;

/** Φ(−x)·e^(x²/2)·(x + 4) as a polynomial in (x − 4)/(x + 4), for 1 ≤ x ≤ 39. */
const TAIL = [
  0.7552851304157515, -0.6078966419718923, 0.3871374007422143, -0.18652185795963538, 0.06039657489095238,
  -0.007540188967704907, -0.0034796923676989854, 0.0016308184775829212, 0.00013334431252169868,
  -0.00023109515837403945, -1.908202838135642e-6, 3.51461649357389e-5, 7.159709973958617e-7,
  -5.926167600007747e-6, -6.257060496974789e-7, 1.036215900917722e-6, 2.5944032708531074e-7,
  -1.7510425897688634e-7, -6.499577824100611e-8, 2.601836688941807e-8, 4.362213391517422e-9,
] as const;

/** The value of a polynomial whose coefficients stand from the constant up. */
export function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!;
  return sum;
}

/**
 * Φ(x), the chance that a standard normal is at most x. Relative error below 2e-15 in the lower tail down to −37.5 (below
 * that the result is subnormal, then 0). For a small upper tail ask for `normalCdf(-x)`.
 * Both forms are interpolations at the Chebyshev nodes, computed at 60 digits.
 */
export function normalCdf(x: number): number {
  const a = Math.abs(x);
  if (a <= 1) return 0.5 + x * polynomial(CENTRE, x * x);
  if (a > 39) return x > 0 ? 1 : 0;
  const tail = (halfSquareExponential(a) * polynomial(TAIL, (a - 4) / (a + 4))) / (a + 4);
  return x > 0 ? 1 - tail : tail;
}

/**
 * The standard normal quantile function Φ⁻¹(p) for 0 < p < 1: Wichura's algorithm AS 241 (PPND16), Applied Statistics 37
 * (1988). Measured relative error below 1e-15 for p from 1e-300. ∓Infinity at 0 and 1, NaN outside.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_TOP, r)) / polynomial(CENTRE_BOTTOM, r);
  }
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const value =
    r <= 5
      ? polynomial(MIDDLE_TOP, r - 1.6) / polynomial(MIDDLE_BOTTOM, r - 1.6)
      : polynomial(FAR_TOP, r - 5) / polynomial(FAR_BOTTOM, r - 5);
  return q < 0 ? -value : value;
}

const CENTRE_TOP = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
] as const;
const CENTRE_BOTTOM = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
] as const;
const MIDDLE_TOP = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
] as const;
const MIDDLE_BOTTOM = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
] as const;
const FAR_TOP = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
] as const;
const FAR_BOTTOM = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
] as const;
