import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The built command, and folders to start it in. */
export const program = fileURLToPath(new URL("../../bin/casus.js", import.meta.url));
export const templatesFolder = fileURLToPath(new URL("../../templates/", import.meta.url));
const examples = fileURLToPath(new URL("../../../../examples/", import.meta.url));

/** As a user with a plain terminal of 80 columns would see it. */
export const environment = {
  ...process.env,
  COLUMNS: "80",
  LANG: "C.UTF-8",
  LC_ALL: "C.UTF-8",
  NO_COLOR: "1",
  FORCE_COLOR: undefined,
};

export interface Workplace {
  readonly folder: string;
  casus(words: readonly string[], input?: string): SpawnSyncReturns<string>;
  remove(): void;
}

/** A fresh folder, with a copy of an example or a template in it. */
export function workplace(from: { readonly example?: string; readonly template?: string } = {}): Workplace {
  const folder = mkdtempSync(join(tmpdir(), "casus-cli-"));
  if (from.example !== undefined) cpSync(join(examples, from.example), folder, { recursive: true });
  if (from.template !== undefined) cpSync(join(templatesFolder, from.template), folder, { recursive: true });
  return {
    folder,
    casus: (words, input = "") =>
      spawnSync(process.execPath, [program, ...words], {
        cwd: folder,
        input,
        encoding: "utf8",
        env: environment,
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
