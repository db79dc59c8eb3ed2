import { type FSWatcher, statSync, watch } from "node:fs";
import { basename, dirname } from "node:path";

/** Watches files by their paths, whether they are there or not. */
export interface Watcher {
  /** From now on these; what has changed since they were read is seen. */
  readonly watch: (paths: readonly string[]) => void;
  readonly close: () => void;
}

export interface WatcherOptions {
  /** Milliseconds in which nothing may change before a change is told. */
  readonly settle?: number;
  /** Milliseconds between two looks, for file systems that tell nothing. */
  readonly poll?: number;
  /** Milliseconds that a file that has gone is waited for: editors remove a file and put another in its place. */
  readonly grace?: number;
}

/**
 * Calls back with the paths that changed, once things have settled. The system's own messages only hasten a look: what counts is whether a file's inode, size or
 * time is another one, so that nothing is told twice and nothing is missed where a folder tells nothing.
 */
export function watchFiles(
  changed: (paths: readonly string[]) => void,
  options: WatcherOptions = {},
): Watcher {
  const { settle = 80, poll = 500, grace = 1000 } = options;
  const known = new Map<string, string>();
  const folders = new Map<string, FSWatcher>();
  let pending: { readonly state: string; readonly since: number } | null = null;
  let soon: NodeJS.Timeout | null = null;
  let isClosed = false;

  const look = (): void => {
    soon = null;
    if (isClosed) return;
    const now = new Map([...known.keys()].map((path) => [path, signatureOf(path)]));
    const different = [...now].filter(([path, signature]) => known.get(path) !== signature);
    if (different.length === 0) {
      pending = null;
      return;
    }
    const state = JSON.stringify(different);
    const isNew = pending === null || pending.state !== state;
    const since = isNew || pending === null ? performance.now() : pending.since;
    pending = { state, since };
    const hasGone = different.some(
      ([path, signature]) => signature === missing && known.get(path) !== missing,
    );
    const wait = (hasGone ? grace : settle) - (performance.now() - since);
    if (wait > 0) {
      lookIn(Math.min(wait, settle));
      return;
    }
    pending = null;
    for (const [path, signature] of different) known.set(path, signature);
    changed(different.map(([path]) => path));
  };
  const lookIn = (milliseconds: number): void => {
    if (soon === null && !isClosed) soon = setTimeout(look, milliseconds);
  };
  const regular = setInterval(() => lookIn(0), poll);

  return {
    watch(paths) {
      const wanted = new Set(paths);
      for (const path of known.keys()) if (!wanted.has(path)) known.delete(path);
      for (const path of wanted) if (!known.has(path)) known.set(path, signatureOf(path));
      watchFolders(new Set(paths.map((path) => dirname(path))), folders, (name) => {
        if (name === null || [...known.keys()].some((path) => basename(path) === name)) lookIn(settle / 4);
      });
    },
    close() {
      isClosed = true;
      clearInterval(regular);
      if (soon !== null) clearTimeout(soon);
      for (const watcher of folders.values()) watcher.close();
    },
  };
}

const missing = "missing";

function signatureOf(path: string): string {
  try {
    const { ino, size, mtimeMs, ctimeMs } = statSync(path);
    return `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
  } catch {
    return missing;
  }
}

/** Folders, not files: a file that an editor replaces would no longer be heard of. A folder that cannot be watched is only looked at. */
function watchFolders(
  wanted: ReadonlySet<string>,
  folders: Map<string, FSWatcher>,
  heard: (name: string | null) => void,
): void {
  for (const [folder, watcher] of folders) {
    if (wanted.has(folder)) continue;
    watcher.close();
    folders.delete(folder);
  }
  for (const folder of wanted) {
    if (folders.has(folder)) continue;
    try {
      const watcher = watch(folder, (_, name) => heard(name === null ? null : basename(name)));
      watcher.on("error", () => {
        watcher.close();
        folders.delete(folder);
      });
      folders.set(folder, watcher);
    } catch {
      // Too many watches, or a file system without them.
    }
  }
}
