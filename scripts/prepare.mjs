import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Runs a program in the repository and ends with its status where it fails.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {{ quiet?: boolean, shell?: boolean }} [options] quiet: its output is shown only where it fails
 */
export function must(program, words, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd: root,
    encoding: "utf8",
    stdio: options.quiet ? "pipe" : "inherit",
    shell: options.shell ?? false,
  });
  if (status === 0) return;
  if (options.quiet) process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  console.error(
    error === undefined
      ? `${program} ${words.join(" ")} ended with status ${status}.`
      : String(error.message),
  );
  process.exit(typeof status === "number" && status > 0 ? status : 1);
}

/** Installs what the lock file names, where that has not been done since the lock file changed. */
export function install() {
  const mark = join(root, "node_modules", ".package-lock.json");
  const lock = join(root, "package-lock.json");
  if (existsSync(mark) && statSync(mark).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error("Installing what package-lock.json names…");
  // npm is a script of its own on Windows, which only a shell can start.
  must("npm", ["ci"], { shell: process.platform === "win32" });
}

/** Compiles all packages; TypeScript itself knows what has changed. */
export function build() {
  must(process.execPath, [bin("typescript", "bin", "tsc"), "-b"]);
}

/**
 * A file of an installed package.
 * @param {...string} parts
 */
export function bin(...parts) {
  return join(root, "node_modules", ...parts);
}
