import type { Report } from "../../diagnostics/diagnostic.js";
import { parse } from "../../syntax/index.js";
import type { Declaration, SyntaxTree } from "../../syntax/tree.js";
import { sourceText } from "../../text/source-text.js";
import type { ReadResult, World } from "../../world.js";

/** The main file and all that it uses, each once, in the order in which they are first named; null where the main file cannot be read. */
export function loadFiles(world: World, path: string, report: Report): SyntaxTree[] | null {
  const read = world.read(path, "");
  if (read.kind !== "text") {
    report("E0217", { file: path, start: 0, end: 0 }, `${path}: ${whyUnreadable(read)}`);
    return null;
  }
  const trees: SyntaxTree[] = [];
  const seen = new Set<string>();
  const queue = [read];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (seen.has(file.path)) continue;
    seen.add(file.path);
    const tree = parse(sourceText(file.path, file.text));
    trees.push(tree);
    for (const declaration of tree.declarations) {
      const used = declaration.kind === "use" ? useFile(world, declaration, tree.source.file, report) : null;
      if (used !== null) queue.push(used);
    }
  }
  return trees;
}

function useFile(world: World, declaration: Declaration, from: string, report: Report) {
  if (declaration.label === null) return null;
  const { text, span } = declaration.label;
  const read = world.read(text, from);
  if (read.kind === "text") return read;
  report("E0213", span, `\`${text}\` cannot be used: ${whyUnreadable(read)}`);
  return null;
}

function whyUnreadable(read: Exclude<ReadResult, { kind: "text" }>): string {
  switch (read.kind) {
    case "missing":
      return "there is no such file.";
    case "outside":
      return "it lies outside the folder of the model, and nothing is ever read from there.";
    case "too large":
      return "the file is too large.";
    case "unreadable":
      return `${read.why}.`;
  }
}
