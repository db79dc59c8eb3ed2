import { isDigit, nameEnd } from "./characters.js";

/** A number's text taken apart. `value` is the best reading even where there is a `problem`. */
export interface ReadNumber {
  readonly value: number;
  readonly percent: boolean;
  /** Digits in groups of three with commas: `10,000`. */
  readonly grouped: boolean;
  /** False where letters stick to the number that have no meaning. */
  readonly understood: boolean;
  readonly problem: {
    readonly code: "E0110" | "E0111";
    readonly message: string;
    readonly fixes: readonly { readonly title: string; readonly text: string; readonly safe: boolean }[];
  } | null;
}

/** Powers of ten of the suffixes. */
const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ["", 0],
  ["%", -2],
  ["k", 3],
  ["M", 6],
  ["B", 9],
  ["bn", 9],
  ["T", 12],
]);

/** Spellings that are refused, and what they are likely to mean. */
const SLIPS: ReadonlyMap<string, string> = new Map([
  ["m", "M"],
  ["mn", "M"],
  ["mio", "M"],
  ["million", "M"],
  ["mm", "M"],
  ["K", "k"],
  ["b", "B"],
  ["Bn", "bn"],
  ["BN", "bn"],
  ["bln", "bn"],
  ["billion", "bn"],
  ["t", "T"],
  ["tn", "T"],
  ["trillion", "T"],
]);

/** Slips that can mean nothing else; `t` may be a tonne, `b` a barrel, `K` a degree. */
const UNMISTAKABLE: ReadonlySet<string> = new Set("mn mio million Bn BN bln billion tn trillion".split(" "));

const SUFFIX_NAMES: Readonly<Record<string, string>> = {
  M: "a million",
  k: "a thousand",
  B: "a billion",
  bn: "a billion",
  T: "a trillion",
};

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (
    isDigit(text.charCodeAt(end)) ||
    (text.charCodeAt(end) === 95 && end > at && isDigit(text.charCodeAt(end + 1)))
  )
    end++;
  return end;
}

/** Whether `,ddd` stands at `at` and no further digit behind it. */
function groupAt(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 44 &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    isDigit(text.charCodeAt(at + 3)) &&
    !isDigit(text.charCodeAt(at + 4))
  );
}

/**
 * The offset behind the number that begins at `at` (a digit, or a point before one), its suffix and whatever letters stick to it included.
 * A comma groups only between one to three digits that do not begin with 0 and exactly three.
 */
export function numberEnd(text: string, at: number): number {
  let end = digitsEnd(text, at);
  if (end - at >= 1 && end - at <= 3 && text.charCodeAt(at) !== 48 && !text.slice(at, end).includes("_")) {
    while (groupAt(text, end)) end += 4;
  }
  if (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1))) end = digitsEnd(text, end + 1);
  const e = text.charCodeAt(end);
  if (e === 101 || e === 69) {
    const sign = text.charCodeAt(end + 1);
    const digits = sign === 43 || sign === 45 ? end + 2 : end + 1;
    if (isDigit(text.charCodeAt(digits))) end = digitsEnd(text, digits);
  }
  if (text.charCodeAt(end) === 37) return end + 1;
  return nameEnd(text, end);
}

const SHAPE = /^([\d_,]*)(\.[\d_]+)?(?:[eE]([+-]?[\d_]+))?(.*)$/su;

/** Reads the text of one number token. */
export function readNumber(text: string): ReadNumber {
  const [, whole = "", fraction = "", exponent = "0", suffix = ""] = SHAPE.exec(text) ?? [];
  const grouped = whole.includes(",");
  const plain = (part: string): string => part.replace(/[_,]/g, "");
  const meant = SUFFIXES.has(suffix) ? suffix : SLIPS.get(suffix);
  const power = SUFFIXES.get(meant ?? "") ?? 0;
  // One conversion from decimal text, so that 5% is the double nearest to 0.05 and 1.1k exactly 1100.
  const value = Number(`${plain(whole) || "0"}${plain(fraction)}e${Number(plain(exponent)) + power}`);
  const body = text.slice(0, text.length - suffix.length);
  let problem: ReadNumber["problem"] = null;
  if (meant === undefined) {
    problem = {
      code: "E0110",
      message: `\`${suffix}\` cannot stand directly behind a number. What may is k, M, B, bn, T and %; a unit stands behind a blank.`,
      fixes: [{ title: `Put a blank before \`${suffix}\``, text: `${body} ${suffix}`, safe: false }],
    };
  } else if (meant !== suffix) {
    const lead =
      suffix === "m"
        ? "M is a million; lower-case m is refused, since it may as well be read as a thousandth or a metre"
        : `\`${suffix}\` is written \`${meant}\`, ${SUFFIX_NAMES[meant] ?? ""}`;
    problem = {
      code: "E0110",
      message: `${lead}.`,
      fixes: [
        { title: `Write \`${body}${meant}\``, text: `${body}${meant}`, safe: UNMISTAKABLE.has(suffix) },
      ],
    };
  } else if (whole === "") {
    problem = {
      code: "E0111",
      message: `A number begins with a digit.`,
      fixes: [{ title: `Write \`0${text}\``, text: `0${text}`, safe: true }],
    };
  } else if (!Number.isFinite(value)) {
    problem = {
      code: "E0111",
      message: `This number is too large to compute with; the largest is about 1.8e308.`,
      fixes: [],
    };
  }
  return {
    value: Number.isFinite(value) ? value : 0,
    percent: meant === "%",
    grouped,
    understood: meant !== undefined,
    problem,
  };
}
