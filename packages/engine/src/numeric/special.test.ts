import assert from "node:assert/strict";
import { test } from "node:test";
import {
  betaLower,
  betaUpper,
  gammaLower,
  gammaUpper,
  inverseBeta,
  inverseGamma,
  logBeta,
  logGamma,
  studentCdf,
  studentQuantile,
} from "./index.js";

/** [a, x, P(a, x), Q(a, x)], computed with mpmath. */
const GAMMA = [
  [0.01, 1e-5, 0.8963367982671973, 0.1036632017328028],
  [0.5, 0.3, 0.5614219739190002, 0.4385780260809999],
  [0.5, 7, 0.9998171893670181, 0.00018281063298183504],
  [3, 1.5, 0.19115316946194186, 0.8088468305380582],
  [3, 9, 0.9937678048936227, 0.006232195106377317],
  [60, 50, 0.09226505195893311, 0.9077349480410669],
  [60, 75, 0.9669265190886953, 0.033073480911304666],
  [499, 450, 0.012075829883864572, 0.9879241701161354],
  [501, 530, 0.9008237718044952, 0.09917622819550476],
  [2000, 1800, 1.8907865484211178e-6, 0.9999981092134516],
  [9000, 9400, 0.9999840162190461, 1.598378095394863e-5],
] as const;

/** [a, b, x, I_x(a, b), 1 − I_x(a, b)], computed with mpmath. */
const BETA = [
  [0.01, 0.02, 0.3, 0.6611784272511073, 0.3388215727488927],
  [0.5, 3, 0.2, 0.7334302966199311, 0.26656970338006897],
  [2, 5, 0.01, 0.001460447605, 0.998539552395],
  [2, 5, 0.7, 0.989065, 0.010935000000000007],
  [30, 70, 0.2, 0.009692085749007045, 0.990307914250993],
  [30, 70, 0.45, 0.9990071807924271, 0.000992819207572872],
  [900, 1100, 0.43, 0.03579300796436643, 0.9642069920356335],
  [1500, 2500, 0.36, 0.024547056654235958, 0.975452943345764],
  [1500, 2500, 0.4, 0.9994065726649455, 0.0005934273350545024],
  [5, 4000, 0.002, 0.9010533383853506, 0.09894666161464935],
] as const;

function assertClose(actual: number, expected: number, allowed: number, what: string): void {
  assert.ok(
    Math.abs(actual - expected) <= allowed * Math.abs(expected),
    `${what}: ${actual}, not ${expected}`,
  );
}

test("both tails of the incomplete gamma function agree with mpmath, and the inverse returns", () => {
  for (const [a, x, lower, upper] of GAMMA) {
    assertClose(gammaLower(a, x), lower, 1e-13, `P(${a}, ${x})`);
    assertClose(gammaUpper(a, x), upper, 1e-13, `Q(${a}, ${x})`);
    assertClose(inverseGamma(a, lower, upper), x, 2e-13, `inverse of P(${a}, ${x})`);
  }
});

test("both tails of the incomplete beta function agree with mpmath, and the inverse returns", () => {
  for (const [a, b, x, lower, upper] of BETA) {
    assertClose(betaLower(a, b, x), lower, 1e-13, `I_${x}(${a}, ${b})`);
    assertClose(betaUpper(a, b, x), upper, 1e-13, `1 − I_${x}(${a}, ${b})`);
    assertClose(inverseBeta(a, b, lower, upper), x, 2e-13, `inverse of I_${x}(${a}, ${b})`);
  }
});

test("the two ways to a tail meet where one hands over to the other", () => {
  for (const z of [-4, -1, -0.1, 0.1, 1, 4]) {
    const x = 500 + z * Math.sqrt(500);
    // Γ grows smoothly in the shape: a difference of 1e-9 in it moves the tail by less than 1e-9.
    assertClose(gammaLower(500 - 1e-9, x), gammaLower(500, x), 1e-9, `gamma at ${x}`);
    const y = 0.25 + z * Math.sqrt(0.1875 / 4000);
    assertClose(betaLower(1000 - 1e-9, 3000, y), betaLower(1000, 3000, y), 1e-9, `beta at ${y}`);
  }
});

test("shapes up to 1e12 keep the inverse accurate", () => {
  for (const a of [1e4, 1e6, 1e9, 9.9e9, 1e10, 1e12]) {
    for (const p of [2 ** -33, 0.01, 0.5, 0.999]) {
      const x = inverseGamma(a, p, 1 - p);
      // An ulp of x moves the tail by about 1e-16·√a of it.
      assertClose(gammaLower(a, x), p, 1e-12 + 2e-15 * Math.sqrt(a), `gamma ${a} at ${p}`);
      const y = inverseBeta(a, 3 * a, p, 1 - p);
      assertClose(betaLower(a, 3 * a, y), p, 1e-12 + 2e-15 * Math.sqrt(a), `beta ${a} at ${p}`);
    }
  }
});

test("logBeta loses nothing when one shape is far larger", () => {
  assertClose(logBeta(2, 3), Math.log(1 / 12), 1e-15, "B(2, 3)");
  // B(1, b) = 1/b and B(2, b) = 1/(b(b + 1)).
  assertClose(logBeta(1, 1e8), -Math.log(1e8), 1e-14, "B(1, 1e8)");
  assertClose(logBeta(1e8, 2), -Math.log(1e8) - Math.log(1e8 + 1), 1e-14, "B(1e8, 2)");
  assertClose(logBeta(3.5, 4.5), logGamma(3.5) + logGamma(4.5) - logGamma(8), 1e-14, "B(3.5, 4.5)");
});

test("Student's quantile and distribution function undo each other", () => {
  for (const df of [0.5, 1, 2, 3, 7.5, 100, 1e6, 1e18]) {
    for (const p of [2 ** -33, 0.01, 0.3, 0.499999, 0.5, 0.7, 0.99]) {
      assertClose(studentCdf(studentQuantile(p, df), df), p, 1e-12, `df ${df} at ${p}`);
    }
  }
  assert.equal(studentQuantile(0.75, 3), -studentQuantile(0.25, 3));
  // Where the expansion about the normal takes over from the beta function.
  for (const p of [2 ** -33, 0.01, 0.3, 0.99]) {
    assertClose(studentQuantile(p, 1e9), studentQuantile(p, 1e9 - 1), 1e-13, `1e9 at ${p}`);
    assertClose(studentCdf(-6, 1e9), studentCdf(-6, 1e9 - 1), 1e-12, "1e9 at -6");
  }
});
