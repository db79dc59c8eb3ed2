import type { VersionComparison } from "casus";
import { answerLines, askText, declarationLines, messageLines } from "./changes.js";
import type { Pen } from "./look.js";
import { counted } from "./numbers.js";
import { wrap } from "./width.js";

/** Two versions of a model side by side: what was changed in the text, what changed in the answers and by what, and which messages came and went. */
export function comparisonLines(
  comparison: VersionComparison,
  names: readonly [before: string, after: string],
  pen: Pen,
): string[] {
  const { runs, seed, declarations, sourceFiles, changes, added, removed } = comparison;
  const title = `${pen.text(names[0])} ${pen.signs.arrow} ${pen.text(names[1])}`;
  const blocks: string[][] = [
    [
      ...wrap(title, pen.width).map(pen.title),
      pen.dim(`${counted(runs, "run")} each, seed ${seed}`),
      pen.dim(pen.signs.rule.repeat(pen.width)),
    ],
  ];
  const texts = [
    ...declarationLines(declarations, pen),
    ...sourceFiles.map((file) => `  ${pen.doubtful(`~ changed text ${pen.text(file)}`)}`),
  ];
  blocks.push([
    pen.bold("In the text"),
    ...(texts.length > 0 ? texts : [pen.dim("  nothing that means anything")]),
  ]);
  const answers = [
    ...answerLines(changes, runs, pen),
    ...added.flatMap((key) =>
      wrap(`+ new: ${pen.text(key.question)}  ${pen.text(askText(key))}`, pen.width - 2, 2).map(
        (line) => `  ${pen.good(line)}`,
      ),
    ),
    ...removed.flatMap((key) =>
      wrap(
        `${pen.signs.minus} gone: ${pen.text(key.question)}  ${pen.text(askText(key))}`,
        pen.width - 2,
        2,
      ).map((line) => `  ${pen.bad(line)}`),
    ),
  ];
  blocks.push([
    pen.bold("In the answers"),
    ...(answers.length > 0 ? answers : [pen.dim("  nothing is asked in both")]),
  ]);
  const { newDiagnostics, lostDiagnostics } = comparison;
  if (newDiagnostics.length + lostDiagnostics.length > 0) {
    blocks.push([
      pen.bold("In what is said of it"),
      ...messageLines(newDiagnostics, "+", pen),
      ...messageLines(lostDiagnostics, pen.signs.minus, pen),
    ]);
  }
  if (changes.some(({ beyondNoise }) => beyondNoise)) {
    const words = `${pen.signs.plusMinus} is the simulation's error of the difference (95%): both versions share their draws. "by" is what each change does when it is the only one.`;
    blocks.push(wrap(words, pen.width).map(pen.dim));
  }
  return blocks.flatMap((block, index) => (index > 0 ? ["", ...block] : block));
}
