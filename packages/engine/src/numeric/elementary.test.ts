import assert from "node:assert/strict";
import { test } from "node:test";
import {
  cosTwoPi,
  exp,
  expm1,
  log,
  log1p,
  logGamma,
  logistic,
  logit,
  normalCdf,
  normalQuantile,
  pow,
  sinTwoPi,
} from "./index.js";

type Function = (x: number) => number;

/** Pairs [x, f(x)] computed with mpmath at 40 digits. */
const TABLE: readonly (readonly [Function, readonly (readonly [number, number])[]])[] = [
  [
    exp,
    [
      [0, 1],
      [1, Math.E],
      [-1, 0.36787944117144233],
      [0.3465, 1.4141094938303624],
      [-0.3467, 0.7070174016656474],
      [1e-9, 1.000000001],
      [50.25, 6.657293676747253e21],
      [-50.25, 1.5021118919431522e-22],
      [700.5, 1.6721859620674984e304],
      [-700.5, 5.980196118639791e-305],
      [-740, 4.2e-322],
      [1e-300, 1],
    ],
  ],
  [
    expm1,
    [
      [1e-12, 1.0000000000005e-12],
      [-1e-12, -9.999999999995e-13],
      [0.3, 0.3498588075760031],
      [-0.3, -0.2591817793182821],
      [0.5, 0.6487212707001282],
      [-0.7, -0.5034146962085905],
      [1, 1.7182818284590453],
      [-5.5, -0.995913228561536],
      [30.25, 13721704977463.906],
      [-60, -1],
      [700.5, 1.6721859620674984e304],
    ],
  ],
  [
    log,
    [
      [1e-320, -736.8272408909739],
      [1e-300, -690.7755278982137],
      [0.1, -Math.LN10],
      [0.5, -Math.LN2],
      [0.706, -0.34814004148889505],
      [0.7072, -0.3464417676587033],
      [0.999999, -1.000000500029089e-6],
      [1.000001, 9.999994999180668e-7],
      [1.5, 0.4054651081081644],
      [3, 1.0986122886681098],
      [1000000000, 20.72326583694641],
      [1.7e308, 709.7268368932282],
    ],
  ],
  [
    log1p,
    [
      [1e-18, 1e-18],
      [-1e-12, -1.0000000000005e-12],
      [0.25, 0.22314355131420976],
      [-0.25, -0.2876820724517809],
      [0.5, 0.4054651081081644],
      [-0.5, -Math.LN2],
      [-0.999999, -13.815510557935518],
      [1, Math.LN2],
      [3, 1.3862943611198906],
      [1000000000000, 27.63102111592955],
      [1e300, 690.7755278982137],
    ],
  ],
  [
    logistic,
    [
      [0, 0.5],
      [0.25, 0.5621765008857981],
      [-0.25, 0.4378234991142019],
      [5, 0.9933071490757152],
      [-5, 0.0066928509242848554],
      [36.5, 0.9999999999999999],
      [-36.5, 1.4068617124461467e-16],
      [-700, 9.85967654375977e-305],
    ],
  ],
  [
    logit,
    [
      [1e-300, -690.7755278982137],
      [1e-9, -20.72326583594641],
      [0.1, -2.197224577336219],
      [0.26, -1.0459685551826876],
      [0.4999999, -4.000000000115076e-7],
      [0.500001, 4.000000000120356e-6],
      [0.7, 0.8472978603872034],
      [0.999, 6.906754778648553],
    ],
  ],
  [
    sinTwoPi,
    [
      [1.1641532182693481e-10, 7.314590396335798e-10],
      [0.01, 0.06279051952931337],
      [0.1, 0.5877852522924731],
      [0.2499, 0.9999998026079184],
      [0.26, 0.9980267284282716],
      [0.4, 0.587785252292473],
      [0.4999999, 6.28318530735985e-7],
      [0.5000001, -6.283185303871982e-7],
      [0.75, -1],
      [0.9, -0.587785252292473],
      [0.9999999998835847, -7.314590396335798e-10],
    ],
  ],
  [
    cosTwoPi,
    [
      [1.1641532182693481e-10, 1],
      [0.01, 0.9980267284282716],
      [0.1, 0.8090169943749475],
      [0.2499, 0.000628318489376188],
      [0.26, -0.06279051952931343],
      [0.4, -0.8090169943749475],
      [0.4999999, -0.9999999999998026],
      [0.6, -0.8090169943749475],
      [0.7500001, 6.283185303871982e-7],
      [0.9, 0.8090169943749475],
      [0.9999999998835847, 1],
    ],
  ],
  [
    normalCdf,
    [
      [-37, 5.725571222524577e-300],
      [-20.5, 1.0764673258790961e-93],
      [-8, 6.220960574271784e-16],
      [-3, 0.0013498980316300946],
      [-1.0001, 0.15863105806885877],
      [-0.9999, 0.1586794522137626],
      [-0.01, 0.4960106436853684],
      [0.5, 0.6914624612740131],
      [1.5, 0.9331927987311419],
      [4, 0.9999683287581669],
    ],
  ],
  [
    normalQuantile,
    [
      [1e-300, -37.0470962993612],
      [1e-30, -11.464024688443615],
      [1.1641532182693481e-10, -6.3379577545537895],
      [1e-5, -4.264890793922825],
      [0.05, -1.6448536269514726],
      [0.0749, -1.4402382675279637],
      [0.0751, -1.43882539275254],
      [0.3, -0.5244005127080408],
      [0.49999, -2.5066282748960008e-5],
      [0.6, 0.2533471031357997],
      [0.95, 1.6448536269514722],
      [0.9999999998835847, 6.3379577545537895],
    ],
  ],
  [
    logGamma,
    [
      [1e-200, 460.51701859880916],
      [0.001, 6.907178885383853],
      [0.5, 0.5723649429247001],
      [0.99, 0.005854806764709781],
      [1.0001, -5.771334222047127e-5],
      [1.5, -0.12078223763524522],
      [1.9999, -4.227520877215346e-5],
      [2.0001, 4.2281658112919945e-5],
      [2.5, 0.2846828704729192],
      [3.7, 1.428072326665388],
      [9.9, 12.57717990421988],
      [10.1, 13.027526738633236],
      [1000.5, 5908.674175848678],
      [10000000000, 220258509288.81058],
    ],
  ],
];

/** Relative errors that the doc comments promise. */
const ALLOWED = new Map<Function, number>([
  [exp, 2.3e-16],
  [expm1, 2.5e-16],
  [log, 2.3e-16],
  [log1p, 2.3e-16],
  [logistic, 4e-16],
  [logit, 4e-16],
  [sinTwoPi, 3.2e-16],
  [cosTwoPi, 3.2e-16],
  [normalCdf, 1e-15],
  [normalQuantile, 1e-15],
  [logGamma, 1e-15],
]);

for (const [f, pairs] of TABLE) {
  test(`${f.name} agrees with mpmath`, () => {
    const allowed = ALLOWED.get(f) ?? 0;
    for (const [x, expected] of pairs) {
      const error = Math.abs(f(x) - expected);
      // Below the smallest normal number an error of one unit is all that can be asked.
      const scale = Math.max(Math.abs(expected) * allowed, 5e-324);
      assert.ok(error <= scale, `${f.name}(${x}) is ${f(x)}, not ${expected}`);
    }
  });
}

test("the ends of the domains follow IEEE arithmetic", () => {
  assert.deepEqual(
    [exp(0), exp(710), exp(-746), exp(Infinity), exp(-Infinity)],
    [1, Infinity, 0, Infinity, 0],
  );
  assert.deepEqual([expm1(0), expm1(-1e9), expm1(1e9)], [0, -1, Infinity]);
  assert.ok(Object.is(expm1(-0), -0) && Object.is(log1p(-0), -0));
  assert.deepEqual([log(0), log(1), log(Infinity), log1p(-1)], [-Infinity, 0, Infinity, -Infinity]);
  assert.deepEqual(
    [logistic(1e9), logistic(-1e9), logit(0.5), logit(0), logit(1)],
    [1, 0, 0, -Infinity, Infinity],
  );
  assert.deepEqual(
    [normalQuantile(0), normalQuantile(1), normalCdf(50), normalCdf(-50)],
    [-Infinity, Infinity, 1, 0],
  );
  for (const f of [exp, expm1, log, log1p, logistic, logit, normalQuantile])
    assert.ok(Number.isNaN(f(Number.NaN)));
  for (const f of [log, logit, normalQuantile]) assert.ok(Number.isNaN(f(-1)));
});

test("quarter turns are exact", () => {
  assert.deepEqual([sinTwoPi(0), sinTwoPi(0.25), sinTwoPi(0.75)], [0, 1, -1]);
  assert.deepEqual([cosTwoPi(0), cosTwoPi(0.25), cosTwoPi(0.5), cosTwoPi(0.75)], [1, 0, -1, 0]);
});

test("whole powers are products, others go through the logarithm", () => {
  assert.equal(pow(3, 5), 243);
  assert.equal(pow(-2, 3), -8);
  assert.equal(pow(2, -3), 0.125);
  assert.equal(pow(0, 0), 1);
  assert.equal(pow(0, 2.5), 0);
  assert.equal(pow(0, -2.5), Infinity);
  assert.equal(pow(-1, 101), -1);
  assert.equal(pow(9, 0.5), 3);
  assert.ok(Number.isNaN(pow(-8, 1 / 3)));
  for (const [x, y] of [
    [2, 0.3],
    [1.0001, 12345.6],
    [0.7, -33.3],
    [1e10, 20.5],
    [3, 100],
  ] as const) {
    const expected = x ** y;
    const allowed = (2 + Math.abs(y * Math.log(x))) * 2.3e-16;
    assert.ok(Math.abs(pow(x, y) / expected - 1) <= allowed, `${x}^${y} is ${pow(x, y)}, not ${expected}`);
  }
});

test("neighbouring arguments do not make exp and log step back", () => {
  for (const [f, from, step] of [
    [exp, -1.2, 1e-6],
    [log, 0.3, 1e-6],
    [normalCdf, -1.2, 1e-6],
  ] as const) {
    for (let i = 0; i < 100_000; i++) {
      const x = from + i * step;
      assert.ok(f(x + step) >= f(x), `${f.name} falls after ${x}`);
    }
  }
});
