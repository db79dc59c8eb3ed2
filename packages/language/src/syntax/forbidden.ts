import type { DiagnosticCode } from "../diagnostics/catalogue.js";
import type { Report, TextEdit } from "../diagnostics/diagnostic.js";
import type { SourceText } from "../text/source-text.js";
import { isControl, isLoneSurrogate } from "./characters.js";

/** How many blanks a tab is read as where it indents; the fix writes as many. */
export const TAB_WIDTH = 2;

interface Finding {
  readonly code: DiagnosticCode;
  readonly edits: TextEdit[];
  readonly message: (count: number) => string;
  readonly fix: string;
}

const places = (count: number): string =>
  count === 1 ? "here" : `here and in ${count - 1} more place${count === 2 ? "" : "s"}`;

/**
 * Reports characters that may stand nowhere, in comments and strings neither: tabs, control characters, halves of surrogate pairs. One
 * diagnostic for each kind, at its first place, whose fix repairs all of them.
 */
export function reportForbidden(source: SourceText, report: Report): void {
  const { text, file } = source;
  const tabs: Finding = {
    code: "E0101",
    edits: [],
    message: (count) =>
      `A tab stands ${places(count)}; how wide it looks depends on the editor, so blanks are needed.`,
    fix: "Replace tabs by blanks",
  };
  const controls: Finding = {
    code: "E0102",
    edits: [],
    message: (count) => `A control character, which nobody can see, stands ${places(count)}.`,
    fix: "Remove control characters",
  };
  const halves: Finding = {
    code: "E0103",
    edits: [],
    message: (count) =>
      `Half of a character stands ${places(count)}; the other half was lost when the text was cut or converted.`,
    fix: "Remove the halves",
  };
  const add = (finding: Finding, start: number, end: number, replacement: string): void => {
    const last = finding.edits.at(-1);
    if (last !== undefined && last.span.end === start) {
      finding.edits[finding.edits.length - 1] = {
        span: { file, start: last.span.start, end },
        text: last.text + replacement,
      };
    } else finding.edits.push({ span: { file, start, end }, text: replacement });
  };
  let indenting = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 9) add(tabs, i, i + 1, " ".repeat(indenting ? TAB_WIDTH : 1));
    else if (unit === 10 || unit === 13) indenting = true;
    else if (unit !== 32) {
      indenting = false;
      if (unit < 32 || (unit >= 127 && unit < 160)) {
        if (isControl(unit)) add(controls, i, i + 1, "");
      } else if (unit >= 0xd800 && unit <= 0xdfff && isLoneSurrogate(text, i)) add(halves, i, i + 1, "");
    }
  }
  for (const finding of [tabs, controls, halves]) {
    const first = finding.edits[0];
    if (first === undefined) continue;
    report(finding.code, first.span, finding.message(finding.edits.length), {
      fixes: [{ title: finding.fix, edits: finding.edits, safe: finding === tabs }],
    });
  }
}
