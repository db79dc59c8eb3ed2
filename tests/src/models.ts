import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
export const constructsFolder = join(root, "tests", "constructs");
/** Bad models with what is said of them. */
export const diagnosticsFolder = join(root, "tests", "diagnostics");
/** A page for each code, generated. */
export const errorsFolder = join(root, "docs", "errors");
export const examplesFolder = join(root, "examples");

/** Texts of the models below a folder, by path within it, in order of path. */
export function modelsIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".casus"))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}
