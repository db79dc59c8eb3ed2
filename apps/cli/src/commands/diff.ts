import { existsSync } from "node:fs";
import { basename, dirname } from "node:path";
import { compareVersions, gitPlace, type OpenModel, open, openAt, turn, version } from "casus";
import type { Options } from "../command-line/parse.js";
import { UsageError } from "../command-line/usage-error.js";
import { parseCount, parseSeed } from "../command-line/values.js";
import { comparisonLines } from "../render/versions.js";
import { type InputOutput, penOn, writeJson, writeLines } from "../terminal/io.js";
import { progressOn } from "../terminal/progress.js";
import { writeFaults } from "./shared.js";

/** `casus diff A B`: what changed in the answers between two versions, files or git revisions, and by what. */
export async function diff(words: readonly string[], options: Options, io: InputOutput): Promise<number> {
  const [a = "", b = ""] = words;
  const runs = options.get("runs")?.[0];
  const seed = options.get("seed")?.[0];
  const question = options.get("question")?.[0];
  const wanted = {
    ...(runs === undefined ? {} : { runs: parseCount("runs", runs, 1, 1e9) }),
    ...(seed === undefined ? {} : { seed: parseSeed(seed) }),
    ...(question === undefined ? {} : { question }),
  };
  const before = await openVersion(a, b);
  const after = await openVersion(b, a);
  for (const model of [before, after]) if (model.model === null) writeFaults(model, io);
  if (before.model === null || after.model === null) return 1;
  const questions = [...before.model.questions, ...after.model.questions].map(({ name }) => name);
  if (question !== undefined && !questions.includes(question))
    throw new UsageError(`--question: neither version has a question ${JSON.stringify(question)}.`);
  const interrupt = new AbortController();
  const release = io.onInterrupt(() => interrupt.abort());
  const progress = progressOn(io.stderr, io.now, penOn(io, io.stderr).unicode);
  const comparison = await compareVersions(before, after, {
    ...wanted,
    pause: turn,
    onProgress: progress.update,
    signal: interrupt.signal,
  }).finally(() => {
    progress.end();
    release();
  });
  if (interrupt.signal.aborted) {
    writeLines(io.stderr, ["Stopped."]);
    return 130;
  }
  const { declarations, changes, ...rest } = comparison;
  if (options.has("json")) {
    writeJson(io.stdout, {
      casus: version,
      before: { version: a, file: before.file, sha256: before.sha256 },
      after: { version: b, file: after.file, sha256: after.sha256 },
      ...rest,
      declarations: declarations.map(({ change, kind, name, removed, added }) => ({
        change,
        kind,
        name,
        removed,
        added,
      })),
      answers: changes,
    });
  } else writeLines(io.stdout, comparisonLines(comparison, [a, b], penOn(io, io.stdout)));
  return 0;
}

/** A file, `REV:PATH`, or `REV` with the path of the other version. A file that is there is always meant as such. */
async function openVersion(text: string, other: string): Promise<OpenModel> {
  if (existsSync(text) || text.endsWith(".casus")) {
    const parts = revisionOf(text);
    if (existsSync(text) || parts === null) return open(text);
  }
  const parts = revisionOf(text);
  const otherParts = existsSync(other) ? null : revisionOf(other);
  const path = parts?.path ?? otherParts?.path ?? (existsSync(other) ? basename(other) : null);
  if (path === null) {
    throw new UsageError(`${JSON.stringify(text)} is no file, and as a git revision it needs a path.`, [
      "For example: casus diff HEAD model.casus",
      "or: casus diff HEAD~1:model.casus HEAD:model.casus",
    ]);
  }
  const isRelative = parts === null && otherParts === null;
  const found = gitPlace(parts?.revision ?? text, path, {
    folder: isRelative ? dirname(other) : ".",
    relative: isRelative,
  });
  if (found.kind === "fault") throw new UsageError(`${JSON.stringify(text)} is no file, and ${found.why}.`);
  return openAt(found.place, {}, turn);
}

/** `REV:PATH`. */
function revisionOf(text: string): { readonly revision: string; readonly path: string } | null {
  const at = text.indexOf(":");
  return at <= 0 || at === text.length - 1 ? null : { revision: text.slice(0, at), path: text.slice(at + 1) };
}
