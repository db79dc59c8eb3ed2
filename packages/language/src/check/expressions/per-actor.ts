import type { Context } from "../context.js";

/** Names declared for single actors under this one: `invaded(russia)` under `invaded`. */
export function perActor(context: Context, family: string): string[] {
  const found: string[] = [];
  for (const name of context.names.keys()) {
    if (name.endsWith(")") && name.slice(0, name.lastIndexOf("(")) === family) found.push(name);
  }
  return found;
}
