import type { Coverage, CoveredSentence, SentenceStatus, SourceCoverage } from "casus";
import type { Pen, Style } from "./look.js";
import { counted } from "./numbers.js";
import { padEnd, padStart, shorten, widthOf, wrap } from "./width.js";

const statuses: readonly SentenceStatus[] = ["claimed", "cited", "set aside", "unread"];
const statusWidth = 11;

/** Each sentence of each source with what was made of it: what nobody has read in full, the rest on a line each; shares above and, for several sources, at the end. */
export function coverageLines(
  coverage: Coverage,
  lineOf: (source: SourceCoverage, offset: number) => number,
  pen: Pen,
): string[] {
  const lines: string[] = [];
  for (const source of coverage.sources) {
    if (lines.length > 0) lines.push("");
    lines.push(...sourceLines(source, lineOf, pen));
  }
  if (coverage.sources.length === 0) lines.push(pen.doubtful("The model names no source."));
  if (coverage.sources.filter(({ read }) => read).length > 1) {
    lines.push(
      "",
      pen.bold("All sources"),
      ...wrap(sharesText(coverage.counts), pen.width - 2).map((line) => `  ${line}`),
    );
  }
  return lines;
}

function sourceLines(
  source: SourceCoverage,
  lineOf: (source: SourceCoverage, offset: number) => number,
  pen: Pen,
): string[] {
  const name = pen.text(source.source);
  const titleLines = wrap(pen.text(source.title), pen.width - widthOf(name) - 2);
  const lines = titleLines.map((line, index) =>
    index < titleLines.length - 1
      ? pen.bold(line)
      : pen.bold(line) + pen.dim(padStart(name, pen.width - widthOf(line))),
  );
  if (!source.read) {
    lines.push(
      `  ${pen.doubtful(source.file === null ? "It names no file, so that there is nothing to go through." : `Its text, ${pen.text(source.file)}, could not be read.`)}`,
    );
    return lines;
  }
  lines.push(...wrap(sharesText(source.counts), pen.width - 2).map((line) => `  ${line}`));
  const width = String(Math.max(0, ...source.sentences.map(({ start }) => lineOf(source, start)))).length;
  for (const sentence of source.sentences)
    lines.push(...sentenceLines(sentence, lineOf(source, sentence.start), width, pen));
  return lines;
}

function sentenceLines(sentence: CoveredSentence, line: number, numberWidth: number, pen: Pen): string[] {
  const { status, text, claims, why } = sentence;
  const head = `  ${pen.dim(padStart(String(line), numberWidth))}  ${styleOf(status, pen)(padEnd(status, statusWidth))}`;
  const indent = numberWidth + 4 + statusWidth;
  const room = pen.width - indent;
  if (status === "unread") {
    return wrap(pen.text(text), room).map((part, index) =>
      index === 0 ? head + part : " ".repeat(indent) + part,
    );
  }
  const behind = why === null ? claims.map((claim) => pen.text(claim)).join(", ") : pen.text(why);
  const behindText = shorten(behind, Math.floor(room / 2), pen.signs.ellipsis);
  const words = shorten(pen.text(text), room - widthOf(behindText) - 2, pen.signs.ellipsis);
  return [`${head}${words}  ${why === null ? pen.name(behindText) : pen.dim(behindText)}`];
}

function styleOf(status: SentenceStatus, pen: Pen): Style {
  return { claimed: pen.good, cited: pen.name, "set aside": pen.dim, unread: pen.doubtful }[status];
}

/** `31 sentences: 3 claimed (10%), 16 cited (52%), …`. */
function sharesText(counts: Coverage["counts"]): string {
  const total = statuses.reduce((sum, status) => sum + counts[status], 0);
  const parts = statuses.map(
    (status) =>
      `${counts[status]} ${status} (${total === 0 ? 0 : Math.round((100 * counts[status]) / total)}%)`,
  );
  return `${counted(total, "sentence")}: ${parts.join(", ")}`;
}
