import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { isError } from "../diagnostics/diagnostic.js";
import { reporter } from "../diagnostics/report.js";
import type { Model } from "../model/model.js";
import type { SyntaxTree } from "../syntax/tree.js";
import { type SourceText, sourceText } from "../text/source-text.js";
import type { World } from "../world.js";
import { checkTrees } from "./check.js";
import { loadFiles } from "./collect/files.js";
import { applyOverrides, type Override } from "./overrides.js";

export interface CheckOptions {
  /** Put in before anything is checked, in this order. */
  readonly overrides?: readonly Override[];
}

/** A model as it was read and understood. */
export interface Checked {
  /** null: the main file cannot be read, its period cannot be understood, an override is at fault, or the model is too large. */
  readonly model: Model | null;
  /** All that was found, file by file in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every text by its path: the main file, those it uses, overrides (`--set NAME`), and the sources that quotes stand in. */
  readonly sources: ReadonlyMap<string, SourceText>;
  /** The main file first; as written, without the overrides. */
  readonly trees: readonly SyntaxTree[];
  /** Of the main file's text, with that of used files behind it; hexadecimal. */
  readonly sha256: string;
}

/** Reads and checks the model in the file `path` of a world. Never throws for what is in the files. */
export function checkModel(world: World, path: string, options: CheckOptions = {}): Checked {
  const { report, diagnostics } = reporter();
  const sources = new Map<string, SourceText>();
  const trees = loadFiles(world, path, report);
  if (trees === null) {
    sources.set(path, sourceText(path, ""));
    return { model: null, diagnostics, sources, trees: [], sha256: hashOf([]) };
  }
  for (const tree of trees) {
    sources.set(tree.source.file, tree.source);
    diagnostics.push(...tree.diagnostics);
  }
  const filesMissing = diagnostics.some((diagnostic) => diagnostic.code === "E0213");
  const before = diagnostics.filter(isError).length;
  const edited = applyOverrides(trees, options.overrides ?? [], sources, report, diagnostics);
  const overridesFailed = diagnostics.filter(isError).length > before;
  const checked = checkTrees({ trees: edited, world, sources, filesMissing });
  return {
    model: overridesFailed ? null : checked.model,
    diagnostics: inOrder([...diagnostics, ...checked.diagnostics], trees),
    sources,
    trees,
    sha256: hashOf(trees),
  };
}

/** The hash of one file is that of its bytes, so that it can be compared with what other programs say. */
function hashOf(trees: readonly SyntaxTree[]): string {
  const [main, ...others] = trees.map((tree) => tree.source);
  const used = others
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(({ file, text }) => `\0${file}\0${text}`);
  return bytesToHex(sha256(utf8ToBytes((main?.text ?? "") + used.join(""))));
}

function inOrder(diagnostics: readonly Diagnostic[], trees: readonly SyntaxTree[]): Diagnostic[] {
  const place = new Map(trees.map((tree, i) => [tree.source.file, i]));
  const file = (diagnostic: Diagnostic) => place.get(diagnostic.span.file) ?? trees.length;
  return [...diagnostics].sort(
    (a, b) => file(a) - file(b) || a.span.start - b.span.start || a.span.end - b.span.end,
  );
}
