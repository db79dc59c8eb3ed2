import type { Belief, Model } from "@casus/language";
import { type Evidence, evidenceGroups } from "../evidence/index.js";
import type { RecordReadings } from "../lower/world.js";
import { claimItems, fixedItems, identity, inOrderOfNames, type WeighItem } from "./items.js";

/** Everything that weighs the runs, fixed before any is run. */
export interface RecordOfClaims {
  /** Distinct items of the base and of all variants. */
  readonly items: readonly WeighItem[];
  /** Indexes of the base's items, in the order in which their factors multiply. */
  readonly base: readonly number[];
  /** The same without one claim each. */
  readonly variants: readonly { readonly claim: string; readonly items: readonly number[] }[];
  readonly beliefs: readonly Belief[];
  readonly evidence: Evidence;
  /** What the base has to read for it. */
  readonly readings: RecordReadings;
}

/** What is known, as far as it is wanted. */
export interface Wanted {
  readonly asOf: number | null;
  readonly without: ReadonlySet<string>;
}

export function recordOf(model: Model, wanted: Wanted): RecordOfClaims {
  const items: WeighItem[] = [];
  const places = new Map<string, number>();
  const place = (item: WeighItem) => {
    const key = identity(item);
    const known = places.get(key) ?? items.push(item) - 1;
    places.set(key, known);
    return known;
  };
  const fixed = fixedItems(model, wanted.asOf);
  const all = (evidence: Evidence) =>
    inOrderOfNames([...fixed, ...claimItems(evidence, model.grades.drawn)]).map(place);
  const evidence = evidenceGroups(model, wanted);
  const base = all(evidence);
  const weighing = new Set([
    ...evidence.groups.flatMap((group) => group.claims),
    ...evidence.numbers.map((report) => report.claim),
  ]);
  const variants = model.claims
    .filter((claim) => weighing.has(claim.name))
    .map((claim) => ({
      claim: claim.name,
      items: all(evidenceGroups(model, { ...wanted, without: new Set([...wanted.without, claim.name]) })),
    }));
  return { items, base, variants, beliefs: model.beliefs, evidence, readings: readingsOf(model, items) };
}

export const beliefReading = (belief: Belief) => `believe ${belief.name}`;
/** Reading of what a claim says, whether it weighs or not: for its credibility. */
export const claimReading = (claim: string) => `claim ${claim}`;

function readingsOf(model: Model, items: readonly WeighItem[]): RecordReadings {
  const conditions = new Map<string, RecordReadings["conditions"][number]>();
  const numbers = new Map<string, RecordReadings["numbers"][number]>();
  for (const item of items) {
    if (item.kind === "number")
      numbers.set(item.reading, { key: item.reading, expression: item.report.value });
    else conditions.set(item.reading, { key: item.reading, condition: item.condition });
  }
  for (const belief of model.beliefs)
    conditions.set(beliefReading(belief), { key: beliefReading(belief), condition: belief.condition });
  for (const { name, proposition } of model.claims) {
    const key = claimReading(name);
    if (proposition?.kind === "condition") conditions.set(key, { key, condition: proposition.condition });
    if (proposition?.kind === "number") numbers.set(key, { key, expression: proposition.value });
  }
  return { conditions: [...conditions.values()], numbers: [...numbers.values()] };
}
