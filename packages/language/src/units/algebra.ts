/** Arithmetic of units. Factors are canonical names; what a declared unit is worth comes from the table, what time is worth from the mean calendar. */
import { convertTime, type StepUnit } from "../time/timeline.js";
import type { UnitTable } from "./table.js";
import type { Unit, UnitFactor } from "./unit.js";

/** A unit and the number that it has to be multiplied by. */
export interface Scaled {
  readonly unit: Unit;
  readonly scale: number;
}

export function inverse(unit: Unit): Unit {
  return unit.map((factor) => ({ name: factor.name, exponent: -factor.exponent }));
}

export function sameUnit(a: Unit, b: Unit): boolean {
  return (
    a.length === b.length &&
    a.every((factor) => b.some((other) => other.name === factor.name && other.exponent === factor.exponent))
  );
}

/**
 * The product of two units. A factor of `b` that converts into one of `a` is brought to it, so that a month over a day is a number:
 * a · b = scale × unit.
 */
export function multiplyUnits(table: UnitTable, a: Unit, b: Unit): Scaled {
  const factors: UnitFactor[] = [];
  let scale = 1;
  for (const factor of [...a, ...b]) {
    let at = factors.findIndex((other) => other.name === factor.name);
    if (at < 0) {
      for (let i = 0; i < factors.length && at < 0; i++) {
        const other = factors[i] as UnitFactor;
        const worth = conversion(table, [single(factor.name)], [single(other.name)]);
        if (worth === null) continue;
        at = i;
        scale *= worth ** factor.exponent;
      }
    }
    if (at < 0) {
      factors.push(factor);
      continue;
    }
    const other = factors[at] as UnitFactor;
    const exponent = other.exponent + factor.exponent;
    if (exponent === 0) factors.splice(at, 1);
    else factors[at] = { name: other.name, exponent };
  }
  return { unit: factors, scale };
}

export function powerUnit(unit: Unit, exponent: number): Unit {
  if (exponent === 0) return [];
  return unit.map((factor) => ({ name: factor.name, exponent: factor.exponent * exponent }));
}

/** What one of `from` is in `to`: the number to multiply by; `null` where they measure different things. */
export function conversion(table: UnitTable, from: Unit, to: Unit): number | null {
  const left = new Map<string, number>();
  let scale = 1;
  const add = (unit: Unit, sign: number, depth: number) => {
    for (const { name, exponent } of unit) {
      const power = exponent * sign;
      const definition = depth > 50 ? null : (table.byName.get(name)?.definition ?? null);
      if (definition === null) left.set(name, (left.get(name) ?? 0) + power);
      else {
        scale *= definition.factor ** power;
        add(definition.unit, power, depth + 1);
      }
    }
  };
  // What both have in common falls away before anything is expanded, so that equal units convert with exactly 1.
  const rest = cancel(from, to);
  add(rest.from, 1, 0);
  add(rest.to, -1, 0);
  let base: { unit: StepUnit; power: number } | null = null;
  for (const [name, power] of left) {
    if (power === 0) continue;
    const time = table.byName.get(name)?.time ?? null;
    if (time === null) return null;
    if (base === null) base = { unit: time, power };
    else {
      // Divided where the exponent is negative: 12 is exact where 1/12 is not.
      if (power > 0) scale *= convertTime(1, time, base.unit) ** power;
      else scale *= convertTime(1, base.unit, time) ** -power;
      base = { unit: base.unit, power: base.power + power };
    }
  }
  return base === null || base.power === 0 ? scale : null;
}

const single = (name: string): UnitFactor => ({ name, exponent: 1 });

function cancel(from: Unit, to: Unit): { from: Unit; to: Unit } {
  const kept: UnitFactor[] = [];
  const others = [...to];
  for (const factor of from) {
    const at = others.findIndex((o) => o.name === factor.name && o.exponent === factor.exponent);
    if (at < 0) kept.push(factor);
    else others.splice(at, 1);
  }
  return { from: kept, to: others };
}
