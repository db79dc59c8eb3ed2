import { type PlainDiagnostic, titleOf } from "casus";
import type { Pen } from "./look.js";
import { wrap } from "./width.js";

const shownPlaces = 4;

/** Errors, warnings and information in a few lines: one for each code, with how often and where. */
export function groupedLines(diagnostics: readonly PlainDiagnostic[], file: string, pen: Pen): string[] {
  if (diagnostics.length === 0) return [];
  const lines = [pen.bold("Doubts")];
  const order = ["error", "warning", "info"] as const;
  for (const severity of order) {
    const byCode = groupByCode(diagnostics, severity);
    for (const [code, list] of byCode) {
      const paint = severity === "error" ? pen.bad : severity === "warning" ? pen.doubtful : pen.note;
      const first = list[0];
      if (first === undefined) continue;
      const places = list.slice(0, shownPlaces).map((each) => `${each.file}:${each.from.line}`);
      const rest = list.length > shownPlaces ? ` and ${list.length - shownPlaces} more` : "";
      const said =
        list.length === 1 ? first.message : `${titleOf(code) ?? first.message} (${list.length} times)`;
      const [line = "", ...more] = wrap(
        `${pen.text(said)}  ${pen.text(places.join(", "))}${rest}`,
        pen.width - 9,
        0,
      );
      lines.push(`  ${paint(pen.text(code))}  ${line}`, ...more.map((each) => `         ${each}`));
    }
  }
  // What a run finds out (family 09) is not known to a check.
  const inText = diagnostics.filter(({ code }) => !/^.09/.test(code)).length;
  if (inText > 0) {
    const hint = `casus check ${pen.text(file)} shows ${inText === 1 ? "it" : `all ${inText}`} with place and fix`;
    lines.push(...wrap(hint, pen.width - 4, 2).map((line) => pen.dim(`  ${line}`)));
  }
  return lines;
}

function groupByCode(
  diagnostics: readonly PlainDiagnostic[],
  severity: string,
): Map<string, PlainDiagnostic[]> {
  const groups = new Map<string, PlainDiagnostic[]>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity !== severity) continue;
    groups.set(diagnostic.code, [...(groups.get(diagnostic.code) ?? []), diagnostic]);
  }
  return groups;
}
