/** Classes of UTF-16 units and code points. */

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isAsciiLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

const LETTER = /^[\p{L}\p{M}\p{Nd}]$/u;

/** Length in UTF-16 units (1 or 2) of the name character at `at`, 0 where none stands there. Digits count; `_` counts. */
export function nameCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (isAsciiLetter(unit) || isDigit(unit) || unit === 95) return 1;
  if (!(unit >= 0x80)) return 0;
  const point = text.codePointAt(at) as number;
  return LETTER.test(String.fromCodePoint(point)) ? (point > 0xffff ? 2 : 1) : 0;
}

/** The offset behind the run of name characters that begins at `at`. */
export function nameEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const length = nameCharacter(text, end);
    if (length === 0) return end;
    end += length;
  }
}

/** C0 and C1 controls other than tab, line feed and carriage return. */
export function isControl(unit: number): boolean {
  return (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) || (unit >= 127 && unit < 160);
}

/** White space that looks like a blank and is none. */
export function isUnusualSpace(unit: number): boolean {
  return (
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000
  );
}

/** Characters without width, which nobody sees in an editor. */
export function isInvisible(unit: number): boolean {
  return (
    unit === 0xad ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2064) ||
    unit === 0xfeff
  );
}

/** Whether the unit at `at` is half of a surrogate pair whose other half is missing. */
export function isLoneSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return false;
  if (unit <= 0xdbff) {
    const next = text.charCodeAt(at + 1);
    return !(next >= 0xdc00 && next <= 0xdfff);
  }
  const before = text.charCodeAt(at - 1);
  return !(before >= 0xd800 && before <= 0xdbff);
}
