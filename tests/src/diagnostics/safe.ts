/** Whether a fix that is called safe leaves the model as it was read. */
import { applyEdits, editsIn, type Fix, parse, sourceText } from "@casus/language";
import type { Examiner } from "./examine.js";
import { mainFile, readSuite } from "./programs.js";

/**
 * Codes of what cannot be read before it is mended, so that there is nothing to compare with: a date with a small q, a grade in a small letter, a comma
 * between clauses. The shares of W0527 and W0614 are the same in proportion.
 */
const unread: ReadonlySet<string> = new Set(["E0113", "E0132", "E0709", "W0527", "W0614"]);
/** `30 %` has no percent sign until the blank is gone. */
const unreadFix = "Remove the blank";

/** Applies each safe fix of a suite's programs and compares the trees before and after, without places, parentheses and what is spelt. */
export async function safeFixProblems(
  text: string,
  examine: Examiner,
): Promise<{ readonly problems: readonly string[]; readonly compared: number }> {
  const problems: string[] = [];
  let compared = 0;
  for (const program of readSuite(text).programs) {
    const { diagnostics, sources } = await examine(program);
    for (const { code, fixes } of diagnostics) {
      for (const fix of fixes) {
        const before = sources.get(mainFile)?.text;
        if (
          !fix.safe ||
          unread.has(code) ||
          fix.title === unreadFix ||
          before === undefined ||
          !isOfMain(fix)
        )
          continue;
        compared++;
        const after = applyEdits(before, editsIn(fix, mainFile));
        const trees = [before, after].map((each) => plain(parse(sourceText(mainFile, each)).declarations));
        if (trees[0] !== trees[1])
          problems.push(`${program.name}: ${code}: ${fix.title}:\n${trees[0]}\n${trees[1]}`);
      }
    }
  }
  return { problems, compared };
}

const isOfMain = (fix: Fix): boolean => fix.edits.every(({ span }) => span.file === mainFile);

/** A tree as text: no places, no parentheses, no faults. Spelt names and numbers are there by what they mean. */
function plain(value: unknown): string {
  return JSON.stringify(value, (key, each: unknown) => {
    if (/^(span|keyword|broken|operatorSpan|text|givenText)$/.test(key) && (key !== "text" || !isNamed(each)))
      return undefined;
    if (isParenthesis(each)) return each.inner;
    return each;
  });
}

const isNamed = (text: unknown): boolean =>
  typeof text === "string" && /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(text);

function isParenthesis(value: unknown): value is { readonly inner: unknown } {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    value.kind === "parenthesis" &&
    "inner" in value
  );
}
