import {
  applyEdits,
  checkModel,
  editsIn,
  positionAt,
  type ReadResult,
  safeFixes,
  type World,
} from "@casus/language";
import type { Place } from "./place.js";

/** A fix that was applied, where it stood at that time. */
export interface AppliedFix {
  readonly code: string;
  readonly title: string;
  readonly file: string;
  readonly line: number;
}

export interface Repaired {
  /** The place with the changed texts in it. */
  readonly place: Place;
  /** The model's own files that differ now, by their path in its folder. */
  readonly texts: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
  readonly applied: readonly AppliedFix[];
}

/** Rounds of checking and mending. A fix uncovers what another mends, but no chain of them is that long. */
const mostRounds = 50;

/**
 * Applies the safe fixes of a model's diagnostics, all that do not touch each other in one round, until none is left. Only texts of the model itself are
 * changed, the main file and those that it uses: never a source, and nothing on a disk.
 */
export function repairAt(place: Place): Repaired {
  const texts = new Map<string, { readonly before: string; readonly after: string }>();
  const applied: AppliedFix[] = [];
  const world = withTexts(place.world, texts);
  const mended = { main: place.main, world };
  for (let round = 0; round < mostRounds; round++) {
    const { diagnostics, trees, sources } = checkModel(world, place.main);
    const own = new Set(trees.map(({ source }) => source.file));
    const chosen = safeFixes(diagnostics).filter(({ fix }) =>
      fix.edits.every(({ span }) => own.has(span.file)),
    );
    if (chosen.length === 0) break;
    for (const { diagnostic, fix } of chosen) {
      const source = sources.get(diagnostic.span.file);
      applied.push({
        code: diagnostic.code,
        title: fix.title,
        file: diagnostic.span.file,
        line: source === undefined ? 1 : positionAt(source, diagnostic.span.start).line,
      });
    }
    let changed = false;
    for (const file of own) {
      const edits = chosen.flatMap(({ fix }) => editsIn(fix, file));
      const before = sources.get(file)?.text;
      if (before === undefined || edits.length === 0) continue;
      const after = applyEdits(before, edits);
      changed ||= after !== before;
      texts.set(file, { before: texts.get(file)?.before ?? before, after });
    }
    if (!changed) break;
  }
  return { place: mended, texts, applied };
}

/** A world in which some files have another text, and each is read once: standard input has nothing to say a second time. */
function withTexts(world: World, texts: Repaired["texts"]): World {
  const known = new Map<string, ReadResult>();
  return {
    read(path, from) {
      const key = `${from}\0${path}`;
      const result = known.get(key) ?? world.read(path, from);
      known.set(key, result);
      const text = result.kind === "text" ? texts.get(result.path)?.after : undefined;
      return result.kind === "text" && text !== undefined ? { ...result, text } : result;
    },
  };
}
