import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type OpenModel, openAt } from "../open-model.js";
import { type AppliedFix, repairAt } from "../repair.js";
import { turn } from "./open.js";
import { nodePlace, standardInput } from "./world.js";

export interface RepairedFile {
  readonly applied: readonly AppliedFix[];
  /** The model as it is now. */
  readonly model: OpenModel;
  /** Files that were written, by their path in the model's folder. */
  readonly written: readonly string[];
  /** The text of standard input as it is now; null for a file. */
  readonly text: string | null;
}

/**
 * Applies the safe fixes of a model and writes the files that change, each as a whole: whoever reads one meanwhile has the old text or the new one.
 * Sources and files outside of the model's folder are never written; of standard input (`-`) nothing is, its text comes back.
 *
 * @throws {Error} where a file cannot be written, or has been changed since it was read.
 */
export function repair(path: string): RepairedFile {
  const { place, texts, applied } = repairAt(nodePlace(path));
  const model = openAt(place, {}, turn);
  const isInput = path === standardInput;
  const changes = [...texts].filter(([file]) => !isInput || file !== standardInput);
  const written =
    changes.length === 0
      ? []
      : writeAll(realpathSync(isInput ? "." : dirname(path)), isInput ? null : path, changes);
  return { applied, model, written, text: isInput ? (model.sources.get(standardInput)?.text ?? "") : null };
}

type Change = readonly [file: string, texts: { readonly before: string; readonly after: string }];

function writeAll(root: string, main: string | null, changes: readonly Change[]): string[] {
  return changes.map(([file, { before, after }]) => {
    // The main file is the one that was named, also where that is a link.
    const isMain = main !== null && file === basename(main);
    writeWhole(isMain ? realpathSync(main) : join(root, ...file.split("/")), before, after);
    return file;
  });
}

const byteOrderMark = "\ufeff";

/** Writes beside the file and moves it into its place, with the rights that it had. A byte order mark at its beginning stays. */
function writeWhole(path: string, before: string, after: string): void {
  const now = readFileSync(path, "utf8");
  const mark = now.startsWith(byteOrderMark) ? byteOrderMark : "";
  if (now.slice(mark.length) !== before)
    throw new Error(`${path} has been changed while it was being mended.`);
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, mark + after, { flag: "wx", mode: statSync(path).mode & 0o777, flush: true });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
