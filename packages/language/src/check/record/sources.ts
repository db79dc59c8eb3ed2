import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Source } from "../../model/model.js";
import { indexText, type TextIndex } from "../../quotes/index.js";
import type { Clause, Declaration } from "../../syntax/tree.js";
import { sourceText } from "../../text/source-text.js";
import { actorOf } from "../api.js";
import type { Context } from "../context.js";
import { only } from "../world/once.js";
import { gradeOf } from "./grades.js";

/** A source with the text that quotes are looked up in. */
export interface CheckedSource {
  readonly source: Source;
  readonly declaration: Declaration;
  /** `null` where there is no file, or it could not be read (which has been reported). */
  readonly text: SourceFile | null;
  /** Who speaks in it, or with what grade, was not understood: what is said in it cannot be weighed. An unread file does not make it so. */
  readonly faulty: boolean;
}

export interface SourceFile {
  readonly path: string;
  readonly index: TextIndex;
  readonly sha256: string;
}

/** Checks the sources and reads their files, each once. By name. */
export function checkSources(
  context: Context,
  declarations: readonly Declaration[],
): ReadonlyMap<string, CheckedSource> {
  const checked = new Map<string, CheckedSource>();
  const files = new Map<string, SourceFile>();
  for (const declaration of declarations) {
    const name = declaration.name?.text;
    if (declaration.kind !== "source" || name === undefined || checked.has(name)) continue;
    if (context.names.get(name)?.declaration !== declaration) continue;
    const file = only(context, declaration.clauses, "file");
    const text = file === null ? null : readFile(context, file, files);
    const by = only(context, declaration.clauses, "by");
    const reliability = only(context, declaration.clauses, "reliability");
    const author =
      by === null
        ? null
        : { actor: by.actor === null ? null : actorOf(context, by.actor), text: by.text?.text ?? null };
    const grade = reliability === null ? null : gradeOf(context, reliability.grade);
    const source: Source = {
      name,
      title: declaration.label?.text ?? name,
      file: text?.path ?? file?.path.text ?? null,
      url: only(context, declaration.clauses, "url")?.url.text ?? null,
      author,
      published: only(context, declaration.clauses, "published")?.date.first ?? null,
      reliability: grade,
      confidential: declaration.clauses.some((clause) => clause.kind === "confidential"),
      sha256: text?.sha256 ?? null,
      span: declaration.span,
    };
    const faulty =
      declaration.broken ||
      (reliability !== null && grade === null) ||
      (author !== null && author.actor === null && author.text === null);
    checked.set(name, { source, declaration, text, faulty });
  }
  return checked;
}

function readFile(
  context: Context,
  clause: Clause & { readonly kind: "file" },
  files: Map<string, SourceFile>,
): SourceFile | null {
  const { text: path, span } = clause.path;
  const read = context.world.read(path, span.file);
  switch (read.kind) {
    case "text": {
      const known = files.get(read.path);
      if (known !== undefined) return known;
      const digest = bytesToHex(sha256(utf8ToBytes(read.text)));
      const file = { path: read.path, index: indexText(read.text), sha256: digest };
      files.set(read.path, file);
      if (!context.sources.has(read.path)) context.sources.set(read.path, sourceText(read.path, read.text));
      return file;
    }
    case "missing":
      context.report(
        "E0701",
        span,
        `There is no file "${path}" in the model's folder. The quotes in it stand unchecked.`,
      );
      return null;
    case "outside":
      context.report("E0702", span, `"${path}" leads out of the model's folder, where nothing is read.`);
      return null;
    case "too large":
      context.report("E0703", span, `"${path}" is larger than what is read as a source.`);
      return null;
    case "unreadable":
      context.report("E0704", span, `"${path}" cannot be read: ${read.why}.`);
      return null;
  }
}
