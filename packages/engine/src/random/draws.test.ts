import assert from "node:assert/strict";
import { test } from "node:test";
import { normalCdf } from "../numeric/index.js";
import {
  angleSite,
  type DrawKey,
  fillNormal,
  fillUniform,
  normalAt,
  philox4x32,
  ROUNDS,
  siteOf,
  uniformAt,
} from "./index.js";

const N = 65_536;
const KEY: DrawKey = { seed: 20_241_118, site: siteOf("second_wave.chance"), step: 0, stream: 0 };

function uniforms(change: Partial<DrawKey> = {}, firstRun = 0): Float64Array {
  const out = new Float64Array(N);
  fillUniform(out, { ...KEY, ...change }, firstRun, N);
  return out;
}

function normals(change: Partial<DrawKey> = {}): Float64Array {
  const out = new Float64Array(N);
  fillNormal(out, { ...KEY, step: 1, ...change }, 0, N);
  return out;
}

function mean(x: Float64Array): number {
  return x.reduce((sum, value) => sum + value, 0) / x.length;
}

function correlation(x: Float64Array, y: Float64Array): number {
  const mx = mean(x);
  const my = mean(y);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    xy += (x[i]! - mx) * (y[i]! - my);
    xx += (x[i]! - mx) ** 2;
    yy += (y[i]! - my) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

/** Computed once from the definition with a separate program. */
const KNOWN_SITES = [2872998923, 1172974810, 172092950];

/** Four standard errors of a correlation of independent columns. */
const FAR = 4 / Math.sqrt(N);

test("a run's words are laid out as the page comment says", () => {
  const seed = 2 ** 40 + 7;
  const site = siteOf("layout");
  for (const run of [0, 1, 4, 15, 16, 39, 2 ** 34 - 1, 2 ** 34, 2 ** 34 + 21, 2 ** 45 + 37]) {
    const g = Math.floor(run / 16);
    const lane = run % 4;
    const word = Math.floor((run % 16) / 4);
    const group = BigInt(4 * g + lane);
    const out = new Uint32Array(4);
    const c0 = Number(group & 0xffffffffn);
    const c3 = 3 * 2 ** 24 + Number(group >> 32n);
    philox4x32(c0, 5, site, c3, 7, 256, ROUNDS, out, 0, 1);
    assert.equal(uniformAt({ seed, site, step: 5, stream: 3 }, run), (out[word]! + 0.5) / 2 ** 32);
  }
});

test("a draw does not depend on the range it is drawn in", () => {
  const whole = uniforms();
  const part = new Float64Array(37);
  fillUniform(part, KEY, 160, 37);
  assert.deepEqual([...part], [...whole.subarray(160, 197)]);
  for (const run of [0, 5, 17, 1000, 65_535]) assert.equal(uniformAt(KEY, run), whole[run]);
  for (const step of [1, 2, 7]) {
    const column = normals({ step });
    const piece = new Float64Array(700);
    fillNormal(piece, { ...KEY, step }, 32, 700);
    assert.deepEqual([...piece], [...column.subarray(32, 732)]);
    for (const run of [0, 511, 512, 30_001]) assert.equal(normalAt({ ...KEY, step }, run), column[run]);
  }
});

test("ranges that do not start at a block, or do not fit, are refused", () => {
  assert.throws(() => fillUniform(new Float64Array(4), KEY, 8, 4), RangeError);
  assert.throws(() => fillUniform(new Float64Array(4), KEY, 0, 5), RangeError);
  assert.throws(() => fillUniform(new Float64Array(4), KEY, -16, 4), RangeError);
  assert.throws(() => fillNormal(new Float64Array(4), KEY, 0, 4), RangeError);
});

test("every part of the key and the high bits of the run change the draws", () => {
  const base = uniforms();
  const others: [string, Float64Array][] = [
    ["seed, low", uniforms({ seed: KEY.seed + 1 })],
    ["seed, high", uniforms({ seed: KEY.seed + 2 ** 32 })],
    ["site", uniforms({ site: KEY.site ^ 1 })],
    ["step", uniforms({ step: 1 })],
    ["stream", uniforms({ stream: 1 })],
    ["run, low", uniforms({}, N)],
    ["run, high", uniforms({}, 2 ** 34)],
    ["angle", uniforms({ site: angleSite(KEY.site) })],
  ];
  for (const [what, other] of others) {
    assert.ok(Math.abs(correlation(base, other)) < FAR, `${what}: ${correlation(base, other)}`);
    assert.ok(
      base.every((u, i) => i > 64 || u !== other[i]),
      what,
    );
  }
});

test("uniforms have the moments and the even spread of a uniform", () => {
  for (const step of [0, 1, 2, 3]) {
    const u = uniforms({ step });
    assert.ok(u.every((x) => x >= 2 ** -33 && x <= 1 - 2 ** -33));
    assert.ok(Math.abs(mean(u) - 0.5) < 4 * Math.sqrt(1 / 12 / N));
    assert.ok(Math.abs(mean(u.map((x) => (x - 0.5) ** 2)) - 1 / 12) < 4 * Math.sqrt(1 / 180 / N));
    assert.ok(Math.abs(correlation(u.subarray(0, N - 1), u.subarray(1))) < FAR);
    assert.ok(Math.abs(correlation(u.subarray(0, N - 16), u.subarray(16))) < FAR);
    const bins = new Float64Array(256);
    for (const x of u) bins[Math.floor(x * 256)]! += 1;
    const chiSquare = bins.reduce((sum, seen) => sum + (seen - N / 256) ** 2 / (N / 256), 0);
    // 255 degrees of freedom: four standard deviations to either side.
    assert.ok(Math.abs(chiSquare - 255) < 4 * Math.sqrt(2 * 255), `chi-square ${chiSquare}`);
  }
});

test("pairs of neighbouring steps fill the square evenly", () => {
  const x = uniforms({ step: 4 });
  const y = uniforms({ step: 5 });
  const bins = new Float64Array(256);
  for (let i = 0; i < N; i++) bins[Math.floor(x[i]! * 16) * 16 + Math.floor(y[i]! * 16)]! += 1;
  const chiSquare = bins.reduce((sum, seen) => sum + (seen - N / 256) ** 2 / (N / 256), 0);
  assert.ok(Math.abs(chiSquare - 255) < 4 * Math.sqrt(2 * 255), `chi-square ${chiSquare}`);
});

test("normals are normal, in odd steps and in even ones", () => {
  for (const step of [1, 2, 35, 36]) {
    const z = normals({ step });
    assert.ok(Math.abs(mean(z)) < 4 / Math.sqrt(N));
    assert.ok(Math.abs(mean(z.map((x) => x * x)) - 1) < 4 * Math.sqrt(2 / N));
    assert.ok(Math.abs(mean(z.map((x) => x ** 3))) < 4 * Math.sqrt(15 / N));
    assert.ok(Math.abs(mean(z.map((x) => x ** 4)) - 3) < 4 * Math.sqrt(96 / N));
    const sorted = Float64Array.from(z).sort();
    let gap = 0;
    sorted.forEach((x, i) => {
      const share = normalCdf(x);
      gap = Math.max(gap, Math.abs(share - i / N), Math.abs(share - (i + 1) / N));
    });
    // Kolmogorov and Smirnov at one in ten thousand.
    assert.ok(gap < 2.23 / Math.sqrt(N), `gap ${gap}`);
  }
});

test("the normals of a pair of steps, and their squares, are uncorrelated", () => {
  const first = normals({ step: 1 });
  for (const step of [2, 3, 4]) {
    const other = normals({ step });
    assert.ok(Math.abs(correlation(first, other)) < FAR);
    assert.ok(
      Math.abs(
        correlation(
          first.map((x) => x * x),
          other.map((x) => x * x),
        ),
      ) < FAR,
    );
  }
});

test("sites depend on the whole name, and every bit of a name moves half of the site's", () => {
  const names = Array.from({ length: 5000 }, (_, i) => `owner_${i % 97}.part_${i}`);
  assert.equal(new Set(names.map(siteOf)).size, names.length);
  assert.notEqual(siteOf("a"), siteOf("а")); // Latin and Cyrillic
  assert.equal(siteOf("second_wave.chance"), siteOf(["second_wave", "chance"].join(".")));
  let flips = 0;
  let pairs = 0;
  for (let i = 0; i < 2000; i++) {
    const name = `stock_${i}.gains`;
    for (const bit of [0, 1, 2]) {
      const other = name.slice(0, -1) + String.fromCharCode(name.charCodeAt(name.length - 1) ^ (1 << bit));
      let difference = (siteOf(name) ^ siteOf(other)) >>> 0;
      for (; difference > 0; difference = Math.floor(difference / 2)) flips += difference % 2;
      pairs += 1;
    }
  }
  // 32 bits of standard deviation ½ each; neighbouring bits of a hash are not quite independent.
  assert.ok(Math.abs(flips / pairs - 16) < 0.3, `${flips / pairs} bits`);
});

test("sites of known names stay as they are: stored answers depend on them", () => {
  assert.deepEqual([siteOf(""), siteOf("axis.starts"), siteOf("second_wave.chance")], KNOWN_SITES);
});
