/** Lines of a source in which nobody would look for a statement. */

const month = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?";
const weekday = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\\s+)?";
const clock = "(?:[ ,]+(?:at\\s+)?\\d{1,2}[:.]\\d\\d\\s*(?:[ap]\\.?m\\.?)?(?:\\s*[A-Z]{2,4})?)?";
const date = `(?:${weekday}\\d{1,2}\\s+${month}\\s+\\d{4}|${weekday}${month}\\s+\\d{1,2},?\\s+\\d{4}|${month}\\s+\\d{4}|\\d{4}-\\d\\d-\\d\\d)${clock}`;
const dateLine = new RegExp(
  `^(?:(?:published|updated|posted|last updated|date)\\s*(?:on)?:?\\s+)?${date}\\.?$`,
  "i",
);
const byLine = /^by\s+\p{Lu}[\p{L}.'’-]*(?:(?:,?\s+(?:and|&|in|for|of|the)|,)?\s+\p{Lu}[\p{L}.'’-]*){0,9}$/iu;

/** What a line is that says nothing: a date, a name, a link; null where it may say something. */
export function emptyLine(line: string): string | null {
  const words = line
    .trim()
    .replace(/^[*_]+|[*_]+$/g, "")
    .trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return "without words";
  if (dateLine.test(words)) return "a date";
  if (/^by\s/i.test(words) && byLine.test(words)) return "who wrote it";
  if (/^(?:<?https?:\/\/\S+>?|!\[[^\]]*\]\([^)]*\)|\[[^\]]*\]:\s*\S+)$/.test(words)) return "a link";
  return null;
}
