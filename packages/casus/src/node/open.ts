import { basename, dirname, join, resolve } from "node:path";
import { resolvePath } from "@casus/language";
import { type OpenModel, type OpenOptions, openAt } from "../open-model.js";
import type { Place } from "../place.js";
import { nodePlace, standardInput } from "./world.js";

export interface FileOptions extends OpenOptions {
  /** Called with the absolute path of every file that is looked for, whether it is there or not; not for standard input. */
  readonly onRead?: (path: string) => void;
}

/**
 * Opens a model file (or `-`, standard input) and checks it. What is wrong with it is in the diagnostics of what comes back; files are read below the
 * model's folder only.
 */
export async function open(path: string, options: FileOptions = {}): Promise<OpenModel> {
  const place = nodePlace(path);
  return openAt(options.onRead === undefined ? place : told(place, path, options.onRead), options, turn);
}

/** Lets the host have its turn. */
export function turn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

function told(place: Place, path: string, tell: (path: string) => void): Place {
  const folder = path === standardInput ? resolve(".") : dirname(resolve(path));
  return {
    main: place.main,
    world: {
      read(wanted, from) {
        const inside = resolvePath(wanted, from === standardInput ? "" : from);
        if (from === "" && path !== standardInput && wanted === basename(path)) tell(resolve(path));
        else if (inside !== null && wanted !== standardInput) tell(join(folder, inside));
        return place.world.read(wanted, from);
      },
    },
  };
}
