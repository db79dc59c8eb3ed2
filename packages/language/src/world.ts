/** Everything that the language reads comes through a world: files on a disk, in a browser's memory, or in a test. */

export type ReadResult =
  /** `path` is the file's canonical name relative to the folder of the main file: two ways to write one file give one path. */
  | { readonly kind: "text"; readonly path: string; readonly text: string }
  | { readonly kind: "missing" }
  /** The path leads out of the folder of the main file. */
  | { readonly kind: "outside" }
  | { readonly kind: "too large" }
  | { readonly kind: "unreadable"; readonly why: string };

export interface World {
  /** Reads the file that `path` names as it stands in the file `from` (the empty string for the main file itself). Never throws. */
  read(path: string, from: string): ReadResult;
}

/** A world of texts in memory, for tests and for models that come from elsewhere than a disk; paths are names with `/`. */
export function memoryWorld(files: Readonly<Record<string, string>>): World {
  return {
    read(path, from) {
      const resolved = resolvePath(path, from);
      if (resolved === null) return { kind: "outside" };
      const text = Object.hasOwn(files, resolved) ? files[resolved] : undefined;
      return text === undefined ? { kind: "missing" } : { kind: "text", path: resolved, text };
    },
  };
}

/** `path` as written in the file `from`, as a path relative to the root that both share; `null` where it leads out of it. */
export function resolvePath(path: string, from: string): string | null {
  if (path.startsWith("/") || path.includes("\\") || /^[A-Za-z]+:/.test(path)) return null;
  const parts = from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}
