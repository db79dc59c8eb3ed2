import type { SeriesPoint } from "casus";
import { axisDate } from "./dates.js";
import { type Pen, penFor, type Style } from "./look.js";
import { padStart, widthOf } from "./width.js";

/** What a curve is drawn from. */
export interface Curve {
  readonly points: readonly SeriesPoint[];
  /** ISO date to which knowledge runs: up to there the curve is drawn in another shade. */
  readonly asOf: string | null;
  /** Texts for the ends of the upright axis. */
  label(value: number): string;
  /** The last value, to the digits that its error supports. */
  end(value: number): string;
  /** Probabilities stand on 0 and are filled; values are fans: dense from the 25th to the 75th percentile of the outcome, thin from the 5th to the 95th. */
  readonly kind: "probability" | "value";
}

interface Scale {
  readonly low: number;
  readonly high: number;
}

interface Column {
  readonly value: number;
  readonly outer: readonly [low: number, high: number];
  readonly inner: readonly [low: number, high: number];
  readonly known: boolean;
}

const filledHeight = 3;
const fanHeight = 4;
const blocks = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
const asciiLevels = " .:-=+*#%@";

/** A small picture of the answer at every close: a few rows, an axis with its first and last date, the day of `as of` marked. Empty where there is no curve to draw. */
export function curveLines(curve: Curve, width: number, pen: Pen): string[] {
  const points = curve.points.filter((point) => point.value !== null);
  if (points.length < 3) return [];
  const scale = scaleOf(curve.kind, points);
  if (scale === null) return [];
  const labels = [curve.label(scale.high), curve.label(scale.low)];
  const gutter = Math.max(...labels.map(widthOf)) + 2;
  const last = curve.end(points.at(-1)?.value ?? 0);
  const columns = layColumns(points, Math.min(60, width - gutter - widthOf(last) - 1), curve.asOf);
  const level = ((columns.at(-1)?.value ?? 0) - scale.low) / (scale.high - scale.low);
  const body = pen.unicode
    ? curve.kind === "probability"
      ? filledRows(columns, scale)
      : fanRows(columns, scale)
    : [columns.map((column) => asciiLevel(column, scale)).join("")];
  const lines = body.map((row, index) => {
    const label = index === 0 ? labels[0] : index === body.length - 1 ? labels[1] : "";
    const edge = pen.unicode ? (index === body.length - 1 ? "┴" : "┤") : "|";
    const isEnd = index === Math.min(body.length - 1, Math.floor((1 - level) * body.length));
    const end = isEnd
      ? `${" ".repeat(columns.length - widthOf(shade(row, columns, penFor({ ...pen, colour: false }))))} ${pen.name(last)}`
      : "";
    return pen.dim(`${padStart(label ?? "", gutter - 2)} ${edge}`) + shade(row, columns, pen) + end;
  });
  lines.push(" ".repeat(gutter) + pen.dim(axisLine(points, columns, curve.asOf, pen)));
  return lines;
}

/** From 0 to a round number for probabilities; from the lowest to the highest of the band for values, with 0 taken in where it is near. */
function scaleOf(kind: Curve["kind"], points: readonly SeriesPoint[]): Scale | null {
  const values = points
    .flatMap((point) => [point.value, point.p5, point.p95])
    .filter((v) => typeof v === "number");
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (kind === "probability") return high <= 0 ? null : { low: 0, high: Math.min(1, roundUp(high)) };
  if (!(high > low)) return null;
  const span = high - low;
  // Zero is taken in where it is near, so that a slope looks as steep as it is.
  return { low: low > 0 && low < 0.5 * span ? 0 : low, high: high < 0 && -high < 0.5 * span ? 0 : high };
}

/** The next of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  for (const step of [1, 1.5, 2, 3, 4, 5, 6, 8, 10]) {
    if (value <= step * power * 1.0001) return step * power;
  }
  return value;
}

/** As many equal columns for each close as fit; where there are more closes than columns, the last close of each column. */
function layColumns(points: readonly SeriesPoint[], width: number, asOf: string | null): Column[] {
  const each = Math.floor(width / points.length);
  const count = each >= 1 ? each * points.length : width;
  const columns: Column[] = [];
  for (let c = 0; c < count; c++) {
    const index = each >= 1 ? Math.floor(c / each) : Math.ceil(((c + 1) * points.length) / count) - 1;
    const point = points[index];
    if (point === undefined) continue;
    // Between two closes the picture goes straight; the last column of each close shows the close itself.
    const before = each > 1 ? (points[index - 1] ?? point) : point;
    const part = each > 1 ? ((c % each) + 1) / each : 1;
    const between = (of: (point: SeriesPoint) => number): number =>
      of(before) + (of(point) - of(before)) * part;
    const value = (point: SeriesPoint): number => point.value ?? 0;
    columns.push({
      value: between(value),
      outer: [between((point) => point.p5 ?? value(point)), between((point) => point.p95 ?? value(point))],
      inner: [between((point) => point.p25 ?? value(point)), between((point) => point.p75 ?? value(point))],
      known: asOf !== null && point.date <= asOf,
    });
  }
  return columns;
}

function filledRows(columns: readonly Column[], scale: Scale): string[] {
  const heights = columns.map(({ value }) => {
    const height = ((value - scale.low) / (scale.high - scale.low)) * filledHeight * 8;
    return height > 0 ? Math.max(1, Math.round(height)) : 0;
  });
  return Array.from({ length: filledHeight }, (_, row) =>
    heights
      .map((height) => blocks[Math.max(0, Math.min(8, height - (filledHeight - 1 - row) * 8))] ?? " ")
      .join(""),
  );
}

/** Braille: two by four dots in each cell. */
function fanRows(columns: readonly Column[], scale: Scale): string[] {
  const levels = fanHeight * 4;
  const level = (value: number): number =>
    Math.max(
      0,
      Math.min(levels - 1, Math.round(((value - scale.low) / (scale.high - scale.low)) * (levels - 1))),
    );
  const cells = Array.from({ length: fanHeight }, () => new Array<number>(columns.length).fill(0));
  const dot = (x: number, y: number): void => {
    const row = cells[fanHeight - 1 - Math.floor(y / 4)];
    if (row !== undefined) row[x >> 1] = (row[x >> 1] ?? 0) | brailleBit(x & 1, 3 - (y % 4));
  };
  columns.forEach(({ inner, outer }, index) => {
    for (const x of [2 * index, 2 * index + 1]) {
      for (let y = level(outer[0]); y <= level(outer[1]); y++) if ((x + y) % 2 === 0) dot(x, y);
      for (let y = level(inner[0]); y <= level(inner[1]); y++) dot(x, y);
    }
  });
  return cells.map((row) =>
    row.map((bits) => (bits === 0 ? " " : String.fromCodePoint(0x2800 + bits))).join(""),
  );
}

/** Bit of the dot in column 0 or 1, row 0 (top) to 3, as Unicode numbers the dots. */
function brailleBit(x: number, y: number): number {
  if (y === 3) return x === 0 ? 0x40 : 0x80;
  return 1 << (y + 3 * x);
}

function asciiLevel({ value }: Column, scale: Scale): string {
  const part = (value - scale.low) / (scale.high - scale.low);
  const last = asciiLevels.length - 1;
  return asciiLevels[Math.max(part > 0 ? 1 : 0, Math.min(last, Math.round(part * last)))] ?? " ";
}

/** Colours the known part one way and the computed part another. */
function shade(row: string, columns: readonly Column[], pen: Pen): string {
  const characters = [...row];
  const known = columns.filter((column) => column.known).length;
  const paint = (text: string, style: Style): string => (text.trim() === "" ? text : style(text));
  return (
    paint(characters.slice(0, known).join(""), pen.dim) + paint(characters.slice(known).join(""), pen.name)
  ).trimEnd();
}

/** First and last date under the ends, and between them, where there is room, the mark of `as of`. */
function axisLine(
  points: readonly SeriesPoint[],
  columns: readonly Column[],
  asOf: string | null,
  pen: Pen,
): string {
  const first = axisDate(points[0]?.date ?? "");
  const last = axisDate(points.at(-1)?.date ?? "");
  const width = columns.length;
  const middle = Math.max(width - widthOf(last), widthOf(first) + 2);
  let line = first;
  const known = columns.filter((column) => column.known).length;
  if (asOf !== null && known > 0 && known < width) {
    const mark = `${pen.signs.here} as of ${axisDate(asOf)}`;
    const at = Math.max(widthOf(first) + 2, known - 1);
    // The sign stands under the last known close, or the mark is left out.
    if (at === known - 1 && at + widthOf(mark) + 2 <= middle) line = `${line.padEnd(at)}${mark}`;
    else if (known - 1 >= widthOf(first) + 1 && known + 1 < middle)
      line = `${line.padEnd(known - 1)}${pen.signs.here}`;
  }
  return line.padEnd(middle) + last;
}
