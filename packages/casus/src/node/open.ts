import { type OpenModel, type OpenOptions, openAt } from "../open-model.js";
import { nodePlace } from "./world.js";

/**
 * Opens a model file (or `-`, standard input) and checks it. What is wrong with it is in the diagnostics of what comes back; files are read below the
 * model's folder only.
 */
export async function open(path: string, options: OpenOptions = {}): Promise<OpenModel> {
  return openAt(nodePlace(path), options, () => new Promise((resolve) => setImmediate(resolve)));
}
