import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, relative, sep } from "node:path";
import { type ReadResult, resolvePath } from "@casus/language";
import type { Place } from "../place.js";

/** Longest files that are read, in bytes. */
export const limits = { model: 10 * 2 ** 20, source: 64 * 2 ** 20 } as const;

/** The name under which standard input is read as a model. */
export const standardInput = "-";

/**
 * The folder of a model on this machine: nothing outside it can be read, whatever a path or a symbolic link says. The main file itself may be
 * named by any path, for that is the user's own word. With {@link standardInput} as the path, the folder is the current one.
 */
export function nodePlace(
  path: string,
  folder: string = path === standardInput ? "." : dirname(path),
): Place {
  const main = path === standardInput ? standardInput : basename(path);
  const root = realPath(folder);
  return {
    main,
    world: {
      read(wanted, from) {
        if (root === null) return { kind: "missing" };
        if (from !== "") return readWithin(root, wanted, from);
        if (wanted === standardInput && path === standardInput) return readStandardInput();
        return readMain(root, path, wanted);
      },
    },
  };
}

function readMain(root: string, path: string, wanted: string): ReadResult {
  if (wanted !== basename(path)) return readWithin(root, wanted, "");
  if (path.includes("\0")) return { kind: "unreadable", why: "its name has a NUL in it" };
  const real = realPath(path);
  return real === null ? { kind: "missing" } : readFile(real, wanted, limits.model);
}

function readWithin(root: string, wanted: string, from: string): ReadResult {
  if (wanted.includes("\0")) return { kind: "unreadable", why: "its name has a NUL in it" };
  const resolved = resolvePath(wanted, from === standardInput ? "" : from);
  // A colon names a stream of a file on Windows, which is not the file.
  if (resolved === null || (process.platform === "win32" && resolved.includes(":")))
    return { kind: "outside" };
  const real = realPath(root + sep + resolved.split("/").join(sep));
  if (real === null) return { kind: "missing" };
  const inside = relative(root, real);
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return { kind: "outside" };
  return readFile(
    real,
    inside.split(sep).join("/"),
    inside.endsWith(".casus") ? limits.model : limits.source,
  );
}

/** Reads a regular file. Neither a device nor a pipe is waited for, and a link put in its place after the check is not followed. */
function readFile(real: string, name: string, limit: number): ReadResult {
  let descriptor: number;
  try {
    descriptor = openSync(
      real,
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0),
    );
  } catch (error) {
    return failure(error);
  }
  try {
    const status = fstatSync(descriptor);
    if (status.isDirectory()) return { kind: "unreadable", why: "it is a folder" };
    if (!status.isFile()) return { kind: "unreadable", why: "it is not a regular file" };
    if (status.size > limit) return { kind: "too large" };
    return readAll(descriptor, name, limit);
  } catch (error) {
    return failure(error);
  } finally {
    closeSync(descriptor);
  }
}

function readStandardInput(): ReadResult {
  try {
    return readAll(0, standardInput, limits.model);
  } catch (error) {
    return failure(error);
  }
}

/** Reads to the end, or to one byte past the limit: the size that the system tells may be out of date. */
function readAll(descriptor: number, name: string, limit: number): ReadResult {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(65536);
    const length = readChunk(descriptor, chunk);
    if (length === 0) break;
    total += length;
    if (total > limit) return { kind: "too large" };
    chunks.push(chunk.subarray(0, length));
  }
  return decode(Buffer.concat(chunks), name);
}

/** Standard input may be open without waiting for data: then try again a little later. */
function readChunk(descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(descriptor, chunk, 0, chunk.length, null);
    } catch (error) {
      const code = codeOf(error);
      if (code === "EOF") return 0;
      if (code !== "EAGAIN" || descriptor !== 0) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function decode(bytes: Uint8Array, path: string): ReadResult {
  try {
    return { kind: "text", path, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { kind: "unreadable", why: "it is not UTF-8 text" };
  }
}

function failure(error: unknown): ReadResult {
  const code = codeOf(error);
  if (code === "ENOENT" || code === "ENOTDIR") return { kind: "missing" };
  if (code === "ELOOP") return { kind: "outside" };
  if (code === "EACCES" || code === "EPERM")
    return { kind: "unreadable", why: "it may not be read by this user" };
  if (code === "EISDIR") return { kind: "unreadable", why: "it is a folder" };
  return { kind: "unreadable", why: `the system says ${code ?? "that it cannot be read"}` };
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

/** The path with all links resolved; null where there is nothing, or nothing that can be reached. */
function realPath(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}
