/** A unit of measure: named factors with exponents. No factors: a bare number. */
export type Unit = readonly UnitFactor[];

export interface UnitFactor {
  /** Canonical name: `soldier`, `USD`, `month`. */
  readonly name: string;
  /** A non-zero integer (or half, under a square root). */
  readonly exponent: number;
}

export const bare: Unit = [];

/** `soldier`, `USD per soldier per month`; the empty string for a bare number. */
export function unitText(unit: Unit): string {
  const power = (f: UnitFactor, exponent: number) => (exponent === 1 ? f.name : `${f.name}^${exponent}`);
  const above = unit.filter((f) => f.exponent > 0).map((f) => power(f, f.exponent));
  const below = unit.filter((f) => f.exponent < 0).map((f) => `per ${power(f, -f.exponent)}`);
  return [...above, ...below].join(" ");
}
