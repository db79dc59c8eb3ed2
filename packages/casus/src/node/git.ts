import { execFileSync } from "node:child_process";
import { basename, dirname, resolve } from "node:path";
import { type ReadResult, resolvePath } from "@casus/language";
import type { Place } from "../place.js";
import { limits } from "./world.js";

/** A model as it stood in a git revision: nothing is checked out, and only its folder in that revision can be read. */
export type GitPlace =
  | { readonly kind: "place"; readonly place: Place; readonly commit: string }
  /** There is no git, no repository, no such revision; or the path is not one of its files. */
  | { readonly kind: "fault"; readonly why: string };

/**
 * Opens `path` of a revision. A path is relative to the repository, or to `folder` where it begins with `./` or where `relative` says so.
 * Runs `git` with fixed arguments and no shell; nothing of the repository is written.
 */
export function gitPlace(
  revision: string,
  path: string,
  options: { readonly folder?: string; readonly relative?: boolean } = {},
): GitPlace {
  const folder = resolve(options.folder ?? ".");
  if (revision === "" || revision.startsWith("-") || /[\0\n]/.test(revision + path))
    return { kind: "fault", why: `${JSON.stringify(revision)} is no revision` };
  const top = git(folder, ["rev-parse", "--show-prefix"]);
  if (top === null)
    return { kind: "fault", why: `${folder} is in no git repository, or there is no git on this machine` };
  const commit = git(folder, [
    "rev-parse",
    "--verify",
    "--quiet",
    "--end-of-options",
    `${revision}^{commit}`,
  ]);
  if (commit === null) return { kind: "fault", why: `git knows no revision ${JSON.stringify(revision)}` };
  const isRelative = options.relative === true || path.startsWith("./") || path.startsWith("../");
  const prefix = isRelative ? line(top) : "";
  const main = resolvePath(path.split("\\").join("/"), `${prefix}x`);
  if (main === null) return { kind: "fault", why: `${JSON.stringify(path)} leads out of the repository` };
  const hash = line(commit);
  if (readBlob(folder, hash, main, limits.model).kind === "missing")
    return { kind: "fault", why: `revision ${revision} has no file ${main}` };
  const root = dirname(main) === "." ? "" : `${dirname(main)}/`;
  const place: Place = {
    main: basename(main),
    world: {
      read(wanted, from) {
        const inside = resolvePath(wanted, from);
        if (inside === null) return { kind: "outside" };
        const limit = inside.endsWith(".casus") ? limits.model : limits.source;
        const read = readBlob(folder, hash, root + inside, limit);
        return read.kind === "text" ? { ...read, path: inside } : read;
      },
    },
  };
  return { kind: "place", place, commit: hash };
}

/** A regular file of a commit; links and submodules are none. */
function readBlob(folder: string, commit: string, path: string, limit: number): ReadResult {
  if (path.includes("\0")) return { kind: "unreadable", why: "its name has a NUL in it" };
  const listed = git(folder, [
    "--literal-pathspecs",
    "ls-tree",
    "-z",
    "-l",
    "--full-tree",
    commit,
    "--",
    path,
  ]);
  const entry = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t([^\0]*)\0/.exec(listed?.toString("utf8") ?? "");
  if (entry === null || entry[5] !== path) return { kind: "missing" };
  const [, mode = "", type = "", hash = "", size = ""] = entry;
  if (type !== "blob") return { kind: "unreadable", why: "it is a folder" };
  if (mode !== "100644" && mode !== "100755") return { kind: "outside" };
  if (Number(size) > limit) return { kind: "too large" };
  const bytes = git(folder, ["cat-file", "blob", hash], Number(size) + 65_536);
  if (bytes === null) return { kind: "unreadable", why: "git cannot show it" };
  try {
    return { kind: "text", path, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { kind: "unreadable", why: "it is not UTF-8 text" };
  }
}

function git(folder: string, words: readonly string[], limit = 2 ** 20): Buffer | null {
  try {
    return execFileSync("git", ["-C", folder, "--no-optional-locks", ...words], {
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: limit,
      // What is not here is not fetched from elsewhere.
      env: { ...process.env, GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0" },
    });
  } catch {
    return null;
  }
}

function line(bytes: Buffer): string {
  return bytes.toString("utf8").replace(/\r?\n$/, "");
}
