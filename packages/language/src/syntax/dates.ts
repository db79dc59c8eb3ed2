import { dayNumber, daysInMonth } from "../time/calendar.js";
import { isDigit, nameEnd } from "./characters.js";
import type { DateSyntax } from "./tree.js";

/** What a date's text says: a precision with its first and last day, or why it is none. */
export type ReadDate =
  | {
      readonly ok: true;
      readonly precision: DateSyntax["precision"];
      readonly first: number;
      readonly last: number;
    }
  | {
      readonly ok: false;
      readonly message: string;
      readonly fixes: readonly { readonly title: string; readonly text: string }[];
    };

function digitRun(text: string, at: number): number {
  let end = at;
  while (end - at < 5 && isDigit(text.charCodeAt(end))) end++;
  return end - at;
}

/**
 * The offset behind the date that begins at `at`, or `at` where none begins. Four digits, a hyphen and two digits, or `Q` and a digit, are a
 * date whatever they are worth; so are the near misses `2024-5`, `2024-11-5`, `2024-q1` and `2024-11k`, which are refused with a fix.
 */
export function dateEnd(text: string, at: number): number {
  if (digitRun(text, at) !== 4 || text.charCodeAt(at + 4) !== 45) return at;
  const next = text.charCodeAt(at + 5);
  if ((next === 81 || next === 113) && isDigit(text.charCodeAt(at + 6))) return nameEnd(text, at + 5);
  const month = digitRun(text, at + 5);
  if (month === 0 || month > 2) return at;
  let end = at + 5 + month;
  if (text.charCodeAt(end) === 45 && isDigit(text.charCodeAt(end + 1))) return nameEnd(text, end + 1);
  const behind = nameEnd(text, end);
  // `1000-5k` and `1000-1.5` are subtractions: one digit with more behind it has no likeness to a month.
  if (month === 1 && (behind > end || (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1)))))
    return at;
  end = behind;
  return end;
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const bad = (message: string, ...texts: string[]): ReadDate => ({
  ok: false,
  message,
  fixes: texts.map((text) => ({ title: `Write \`${text}\``, text })),
});

function readYear(text: string): number | null {
  const year = Number(text);
  return year >= 1 ? year : null;
}

const NO_YEAR: ReadDate = {
  ok: false,
  message: "There is no year 0; years run from 0001 to 9999.",
  fixes: [],
};

/** The days of `2024`, `2024-11`, `2024-Q1` or `2024-11-18`. */
export function readDate(text: string): ReadDate {
  const year = readYear(text.slice(0, 4));
  if (year === null) return NO_YEAR;
  const rest = text.slice(5);
  if (text.length === 4)
    return { ok: true, precision: "year", first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) };
  const yearText = text.slice(0, 4);
  const quarter = /^([Qq])(.*)$/su.exec(rest);
  if (quarter !== null) {
    const [, letter, number = ""] = quarter;
    if (!/^[1-4]$/.test(number))
      return bad(`\`${text}\` is no quarter; they are ${yearText}-Q1 to ${yearText}-Q4.`);
    if (letter === "q") return bad(`The Q of a quarter is written large.`, `${yearText}-Q${number}`);
    const month = (Number(number) - 1) * 3 + 1;
    return {
      ok: true,
      precision: "quarter",
      first: dayNumber(year, month, 1),
      last: dayNumber(year, month + 2, daysInMonth(year, month + 2)),
    };
  }
  const [, monthText = "", dayText, tail = ""] = /^(\d+)(?:-(\d+))?(.*)$/su.exec(rest) ?? [];
  const subtraction = dayText === undefined ? [`${yearText} - ${rest}`] : [];
  if (tail !== "") return bad(`\`${tail}\` cannot stand directly behind a date.`, ...subtraction);
  const month = Number(monthText);
  if (month < 1 || month > 12)
    return bad(`\`${text}\` is read as a date, and there is no month ${monthText}.`, ...subtraction);
  const padded = String(month).padStart(2, "0");
  if (dayText === undefined) {
    if (monthText.length === 1)
      return bad(
        `A month is written with two digits; a subtraction with blanks.`,
        `${yearText}-${padded}`,
        ...subtraction,
      );
    return {
      ok: true,
      precision: "month",
      first: dayNumber(year, month, 1),
      last: dayNumber(year, month, daysInMonth(year, month)),
    };
  }
  const day = Number(dayText);
  const last = daysInMonth(year, month);
  if (day < 1 || day > last)
    return bad(
      `There is no ${day} ${MONTHS[month - 1]} ${year}; that month has ${last} days.`,
      `${yearText}-${padded}-${String(Math.min(Math.max(day, 1), last)).padStart(2, "0")}`,
    );
  if (monthText.length !== 2 || dayText.length !== 2)
    return bad(
      `Month and day are written with two digits each.`,
      `${yearText}-${padded}-${String(day).padStart(2, "0")}`,
    );
  return {
    ok: true,
    precision: "day",
    first: dayNumber(year, month, day),
    last: dayNumber(year, month, day),
  };
}

/** `2024`: four digits and nothing else. */
export function isBareYear(text: string): boolean {
  return /^\d{4}$/.test(text);
}

/** A date as it is written elsewhere: `03/15/2024`, `15.3.2024`, `2024/03/15`, `15 March 2024`, `March 15, 2024`, `March 2024`, `Q1 2024`. */
export interface ForeignDate {
  readonly length: number;
  /** How it is written here; of `03/04/2024`, which can be read two ways, both. */
  readonly meant: readonly string[];
}

const MONTH_NAME = MONTHS.map((month) => month.slice(0, 3)).join("|");
const NAMED = new RegExp(
  `^(?:(\\d{1,2})(?:st|nd|rd|th)?\\.? +)?(${MONTH_NAME})[a-z]*\\.?(?: +(\\d{1,2})(?:st|nd|rd|th)?)?,? +(\\d{4})(?![\\w-])`,
  "i",
);

/** The foreign date that begins at an offset, or `null`. */
export function foreignDate(text: string, at: number): ForeignDate | null {
  const line = text.slice(at, at + 40);
  const two = (n: number): string => String(n).padStart(2, "0");
  const found = (
    length: number,
    ...days: readonly (readonly [string, number, number])[]
  ): ForeignDate | null => {
    const meant = days
      .filter(
        ([year, month, day]) =>
          month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(year), month),
      )
      .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`);
    return meant.length === 0 ? null : { length, meant: [...new Set(meant)] };
  };
  const yearLast = /^(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?![\w-])/.exec(line);
  if (yearLast !== null) {
    const [whole, first = "", mark, second = "", year = ""] = yearLast;
    const [a, b] = [Number(first), Number(second)];
    return mark === "." ? found(whole.length, [year, b, a]) : found(whole.length, [year, b, a], [year, a, b]);
  }
  const yearFirst = /^(\d{4})([/.])(\d{1,2})\2(\d{1,2})(?![\w-])/.exec(line);
  if (yearFirst !== null) {
    const [whole, year = "", , month, day] = yearFirst;
    return found(whole.length, [year, Number(month), Number(day)]);
  }
  const quarter = /^Q([1-4]),? *(\d{4})(?![\w-])/i.exec(line);
  if (quarter !== null) return { length: quarter[0].length, meant: [`${quarter[2]}-Q${quarter[1]}`] };
  const named = NAMED.exec(line);
  if (named === null) return null;
  const [whole, before, name = "", behind, year = ""] = named;
  const month =
    MONTHS.findIndex((each) => each.slice(0, 3).toLowerCase() === name.slice(0, 3).toLowerCase()) + 1;
  const day = before ?? behind;
  return day === undefined
    ? { length: whole.length, meant: [`${year}-${two(month)}`] }
    : found(whole.length, [year, month, Number(day)]);
}
