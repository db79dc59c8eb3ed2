/** Which declarations fall with which: what reads something broken is left out, without a word of its own. */
import { readNames } from "./checked-walk.js";
import type { Working } from "./working.js";

/** Spreads brokenness over everything that depends on it, and marks the names. */
export function spreadBroken(working: Working): void {
  const { names } = working;
  const pieces = [...working.pieces.values()];
  const owner = new Map<string, number>();
  for (const [i, piece] of pieces.entries()) for (const name of piece.owns) owner.set(name, i);
  const dependents = new Map<number, number[]>();
  const nobody = new Map();
  const queue: number[] = [];
  for (const [i, piece] of pieces.entries()) {
    const reads = [...readNames(nobody, piece.parts), ...piece.needs];
    for (const name of reads) {
      const on = owner.get(name);
      if (on === undefined) {
        if (names.get(name)?.broken) piece.broken = true;
        continue;
      }
      const list = dependents.get(on);
      if (list === undefined) dependents.set(on, [i]);
      else list.push(i);
    }
    if (piece.owns.some((name) => names.get(name)?.broken)) piece.broken = true;
    if (piece.broken) queue.push(i);
  }
  for (let i = queue.pop(); i !== undefined; i = queue.pop()) {
    for (const other of dependents.get(i) ?? []) {
      const piece = pieces[other];
      if (piece === undefined || piece.broken) continue;
      piece.broken = true;
      queue.push(other);
    }
  }
  for (const piece of pieces) {
    if (!piece.broken) continue;
    for (const name of piece.owns) {
      const symbol = names.get(name);
      if (symbol !== undefined) symbol.broken = true;
    }
  }
}
