/**
 * The loops of the commonest operations, four runs at a time: a block is a multiple of sixteen runs. What each does to one run is told in `ir/scalar.ts`; a test holds
 * the two together. Plain functions of their arrays, so that one compiled version serves every instruction.
 */

type Numbers = Float64Array;
type Flags = Uint8Array;

export function add(out: Numbers, x: Numbers, y: Numbers): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = x[i]! + y[i]!;
    out[i + 1] = x[i + 1]! + y[i + 1]!;
    out[i + 2] = x[i + 2]! + y[i + 2]!;
    out[i + 3] = x[i + 3]! + y[i + 3]!;
  }
}

export function subtract(out: Numbers, x: Numbers, y: Numbers): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = x[i]! - y[i]!;
    out[i + 1] = x[i + 1]! - y[i + 1]!;
    out[i + 2] = x[i + 2]! - y[i + 2]!;
    out[i + 3] = x[i + 3]! - y[i + 3]!;
  }
}

export function multiply(out: Numbers, x: Numbers, y: Numbers): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = x[i]! * y[i]!;
    out[i + 1] = x[i + 1]! * y[i + 1]!;
    out[i + 2] = x[i + 2]! * y[i + 2]!;
    out[i + 3] = x[i + 3]! * y[i + 3]!;
  }
}

export function divide(out: Numbers, x: Numbers, y: Numbers): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = x[i]! / y[i]!;
    out[i + 1] = x[i + 1]! / y[i + 1]!;
    out[i + 2] = x[i + 2]! / y[i + 2]!;
    out[i + 3] = x[i + 3]! / y[i + 3]!;
  }
}

export function minimum(out: Numbers, x: Numbers, y: Numbers): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = y[i]! < x[i]! ? y[i]! : x[i]!;
    out[i + 1] = y[i + 1]! < x[i + 1]! ? y[i + 1]! : x[i + 1]!;
    out[i + 2] = y[i + 2]! < x[i + 2]! ? y[i + 2]! : x[i + 2]!;
    out[i + 3] = y[i + 3]! < x[i + 3]! ? y[i + 3]! : x[i + 3]!;
  }
}

export function maximum(out: Numbers, x: Numbers, y: Numbers): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = x[i]! < y[i]! ? y[i]! : x[i]!;
    out[i + 1] = x[i + 1]! < y[i + 1]! ? y[i + 1]! : x[i + 1]!;
    out[i + 2] = x[i + 2]! < y[i + 2]! ? y[i + 2]! : x[i + 2]!;
    out[i + 3] = x[i + 3]! < y[i + 3]! ? y[i + 3]! : x[i + 3]!;
  }
}

export function less(out: Flags, x: Numbers, y: Numbers): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = x[i]! < y[i]! ? 1 : 0;
    out[i + 1] = x[i + 1]! < y[i + 1]! ? 1 : 0;
    out[i + 2] = x[i + 2]! < y[i + 2]! ? 1 : 0;
    out[i + 3] = x[i + 3]! < y[i + 3]! ? 1 : 0;
  }
}

export function lessOrEqual(out: Flags, x: Numbers, y: Numbers): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = x[i]! <= y[i]! ? 1 : 0;
    out[i + 1] = x[i + 1]! <= y[i + 1]! ? 1 : 0;
    out[i + 2] = x[i + 2]! <= y[i + 2]! ? 1 : 0;
    out[i + 3] = x[i + 3]! <= y[i + 3]! ? 1 : 0;
  }
}

export function equal(out: Flags, x: Numbers, y: Numbers): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = x[i]! === y[i]! ? 1 : 0;
    out[i + 1] = x[i + 1]! === y[i + 1]! ? 1 : 0;
    out[i + 2] = x[i + 2]! === y[i + 2]! ? 1 : 0;
    out[i + 3] = x[i + 3]! === y[i + 3]! ? 1 : 0;
  }
}

export function select(out: Numbers, which: Flags, then: Numbers, otherwise: Numbers): void {
  for (let i = 0; i < out.length; i += 4) {
    out[i] = which[i] === 1 ? then[i]! : otherwise[i]!;
    out[i + 1] = which[i + 1] === 1 ? then[i + 1]! : otherwise[i + 1]!;
    out[i + 2] = which[i + 2] === 1 ? then[i + 2]! : otherwise[i + 2]!;
    out[i + 3] = which[i + 3] === 1 ? then[i + 3]! : otherwise[i + 3]!;
  }
}
