/**
 * What counts as the same character when a quote is looked for: runs of white space are one space, quotation marks and dashes are brought to their
 * plain form. Nothing else is touched, neither case nor accents nor ligatures, so that a text that was changed is not found.
 */
const space = 0x20;
const doubleQuote = 0x22;
const singleQuote = 0x27;
const hyphen = 0x2d;

const variants: ReadonlyMap<number, number> = new Map([
  // straight, curly, low, reversed, guillemets, and the ornamental ones of East Asian typesetting
  ...[0x201c, 0x201d, 0x201e, 0x201f, 0xab, 0xbb, 0x301d, 0x301e, 0x301f].map(
    (c) => [c, doubleQuote] as const,
  ),
  ...[0x2018, 0x2019, 0x201a, 0x201b, 0x2039, 0x203a].map((c) => [c, singleQuote] as const),
  // hyphen, non-breaking hyphen, figure dash, en dash, em dash, horizontal bar, minus
  ...[0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212].map((c) => [c, hyphen] as const),
]);

/** White_Space of the Unicode standard: line ends, tabs and non-breaking spaces included, zero-width characters not. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x85) return false;
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** A folded text and how its offsets lead back. Only runs of white space change the length, so a list of those is enough. */
export interface Folded {
  readonly text: string;
  /** Offsets in the folded text behind which more than one unit was folded into one space … */
  readonly breaks: readonly number[];
  /** … and how many units have gone missing up to and including that break. */
  readonly shifts: readonly number[];
}

const chunk = 8192;

/** Folds a text in one pass. */
export function fold(text: string): Folded {
  const units = new Uint16Array(text.length);
  const breaks: number[] = [];
  const shifts: number[] = [];
  let length = 0;
  let lost = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x20 && code < 0x85) {
      units[length++] = code;
    } else if (isSpace(code)) {
      const first = i;
      while (i + 1 < text.length && isSpace(text.charCodeAt(i + 1))) i++;
      units[length++] = space;
      if (i > first) {
        lost += i - first;
        breaks.push(length);
        shifts.push(lost);
      }
    } else {
      // Below 0xab there are no variants; the map is asked for the few units above.
      units[length++] = code < 0xab ? code : (variants.get(code) ?? code);
    }
  }
  const pieces: string[] = [];
  for (let i = 0; i < length; i += chunk) {
    pieces.push(String.fromCharCode(...units.subarray(i, Math.min(length, i + chunk))));
  }
  return { text: pieces.join(""), breaks, shifts };
}

/** The offset in the original text of an offset in the folded one. */
export function unfold(folded: Folded, offset: number): number {
  let low = 0;
  let high = folded.breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((folded.breaks[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return offset + (low === 0 ? 0 : (folded.shifts[low - 1] as number));
}
