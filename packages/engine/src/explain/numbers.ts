/** Numbers and dates in the words of an explanation. */
import {
  closeDate,
  isoDate,
  type NumberExpression,
  type Timeline,
  type Unit,
  unitText,
} from "@casus/language";

/** `4,000`, `0.0123`, `1.5e+12`: four digits at most, those of whole numbers grouped. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "infinity" : "-infinity";
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e9) return grouped(value);
  if (size >= 1e9 || (size < 1e-4 && size > 0)) return String(Number(value.toPrecision(4)));
  return grouped(Number(value.toPrecision(4)));
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
}

/** With the unit behind it, as far as there is one. */
export function amountText(value: number, unit: Unit): string {
  const name = unitText(unit);
  return name === "" ? numberText(value) : `${numberText(value)} ${name}`;
}

/** `12.3%`, `<0.01%`: for chances. */
export function percentText(value: number): string {
  const percent = 100 * value;
  if (percent > 0 && percent < 0.01) return "<0.01%";
  if (percent < 100 && percent > 99.99) return ">99.99%";
  const decimals = Math.abs(percent) < 1 ? 2 : Math.abs(percent) < 10 ? 1 : 0;
  return `${Number(percent.toFixed(decimals))}%`;
}

/** `1 step`, `3 steps`, `2.5 steps`. */
export function stepsText(count: number): string {
  return `${numberText(count)} step${count === 1 ? "" : "s"}`;
}

/** `3 steps, from 1 September 2024 to 31 December 2024`; the days that the steps first … last hold. */
export function windowText(timeline: Timeline, first: number, last: number): string {
  const from = timeline.starts[first - 1];
  const to = closeDate(timeline, last);
  const days = from === undefined || to === null ? "" : `, ${isoDate(from)} to ${to}`;
  return `${stepsText(Math.max(0, last - first + 1))}${days}`;
}

/** The value of an expression of numbers alone; null where it reads a name that is not settled before the first run. */
export function constantOf(expression: NumberExpression): number | null {
  switch (expression.kind) {
    case "constant":
    case "parameter":
      return expression.value;
    case "negate": {
      const value = constantOf(expression.operand);
      return value === null ? null : -value;
    }
    case "scale": {
      const value = constantOf(expression.operand);
      return value === null ? null : value * expression.factor;
    }
    default:
      return null;
  }
}
