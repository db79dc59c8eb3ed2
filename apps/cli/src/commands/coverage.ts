import { open, positionAt, version } from "casus";
import type { Options } from "../command-line/parse.js";
import { coverageLines } from "../render/coverage.js";
import { diagnosticLines } from "../render/diagnostic.js";
import { type InputOutput, penOn, writeJson, writeLines } from "../terminal/io.js";
import { lineReader, writeFaults } from "./shared.js";

/**
 * `casus coverage FILE`: each sentence of each source with what was made of it. Unread sentences are no fault; a comment that means to set words aside
 * and does not is one, and so is a model or a source that cannot be read.
 */
export async function coverage(files: readonly string[], options: Options, io: InputOutput): Promise<number> {
  const model = await open(files[0] ?? "-");
  const found = model.coverage();
  if (found === null) {
    writeFaults(model, io);
    return 1;
  }
  const lineAt = (file: string | null, offset: number): number => {
    const source = file === null ? undefined : model.sources.get(file);
    return source === undefined ? 0 : positionAt(source, offset).line;
  };
  const problems = found.problems.map(({ span, message }) => {
    const source = model.sources.get(span.file);
    const at = (offset: number) =>
      source === undefined ? { line: 1, column: 1 } : positionAt(source, offset);
    return { message, file: span.file, from: at(span.start), to: at(span.end) };
  });
  const isUnread = found.sources.some(({ read, file }) => !read && file !== null);
  if (options.has("json")) {
    const sources = found.sources.map((source) => ({
      ...source,
      sentences: source.sentences.map((sentence) => ({
        line: lineAt(source.file, sentence.start),
        ...sentence,
      })),
    }));
    writeJson(io.stdout, { casus: version, sources, counts: found.counts, problems });
  } else {
    writeLines(
      io.stdout,
      coverageLines(found, ({ file }, offset) => lineAt(file, offset), penOn(io, io.stdout)),
    );
    writeFaults(model, io, "07");
    const pen = penOn(io, io.stderr);
    for (const problem of problems) {
      const diagnostic = {
        ...problem,
        code: "",
        severity: "warning",
        labels: [],
        notes: [],
        fixes: [],
      } as const;
      writeLines(io.stderr, ["", ...diagnosticLines(diagnostic, lineReader(model.sources), pen)]);
    }
  }
  return problems.length > 0 || isUnread ? 1 : 0;
}
