/**
 * Texts of models and sources are other people's: a control character could move the cursor or recolour the screen, a bidirectional control could make a
 * quote read as something that it does not say. Both are shown by their code points.
 */

/** C0 and C1 controls, bidirectional controls, line and paragraph separators, byte order marks, tag characters, and halves of surrogate pairs. */
const hidden =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}\ud800-\udfff]/gu;

/** One line of text that is safe to print: white space runs together, everything that would act on a terminal is shown as `⟨U+202E⟩`. */
export function escapeText(text: string, unicode = true): string {
  const [open, close] = unicode ? ["⟨", "⟩"] : ["<", ">"];
  return text
    .replace(/[\t\n\r ]+/g, " ")
    .replace(hidden, (character) => `${open}${codePoint(character)}${close}`);
}

/** A source line as it stands, each tab and control made visible; spaces are kept, so that columns can be pointed at. */
export function escapeLine(text: string, unicode = true): string {
  const [open, close] = unicode ? ["⟨", "⟩"] : ["<", ">"];
  return text.replace(hidden, (character) => `${open}${codePoint(character)}${close}`);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
