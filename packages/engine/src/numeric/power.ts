import { exp } from "./exponential.js";
import { log } from "./logarithm.js";

/** x^n for a whole n in −64 … 64, by repeated squaring; the number of steps depends on n alone. */
function wholePower(x: number, n: number): number {
  let remaining = Math.abs(n);
  let square = x;
  let result = 1;
  while (remaining > 0) {
    if (remaining % 2 === 1) result *= square;
    square *= square;
    remaining = Math.floor(remaining / 2);
  }
  return n < 0 ? 1 / result : result;
}

/**
 * x^y. Whole |y| ≤ 64 by repeated squaring (error at most |y|/2 ulp and exact where every intermediate is), ½ by square
 * root, everything else as e^(y·log x).
 * x^0 = 1; 0^y is 0 for y > 0 and Infinity for y < 0; a negative x with a y that is not whole is NaN.
 *
 * The error of the last form is that of the exponent: about 1 + |y·log x| ulp, so 1e-15 for results up to 10^±4 and
 * 1e-13 for the largest doubles.
 */
export function pow(x: number, y: number): number {
  const whole = Math.floor(y) === y;
  if (whole && Math.abs(y) <= 64) return wholePower(x, y);
  if (y === 0.5) return Math.sqrt(x);
  if (x === 0) return y > 0 ? 0 : y < 0 ? Infinity : NaN;
  if (x > 0) return x === 1 ? 1 : exp(y * log(x));
  if (!whole) return NaN;
  const size = x === -1 ? 1 : exp(y * log(-x));
  return y % 2 === 0 ? size : -size;
}
