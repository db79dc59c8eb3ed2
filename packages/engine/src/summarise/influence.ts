import type { Ask, Condition, Model } from "@casus/language";
import type { RecordOfClaims } from "../weigh/record.js";

/**
 * What an answer can depend on, read off the model before anything is run: what its words lead to through the rules, and, through the record, whatever is weighed
 * together with any of that.
 */
export interface Influence {
  /** Names that the ask leads to, directly or through evidence. */
  readonly names: ReadonlySet<string>;
  /** Indexes of the items of the record that can move it. */
  readonly items: ReadonlySet<number>;
}

export type InfluenceOf = (ask: Ask) => Influence;

export function influences(model: Model, record: RecordOfClaims): InfluenceOf {
  const { reach } = reachIn(model);
  const ofItems = record.items.map((item) =>
    reach(namesIn(item.kind === "number" ? item.report.value : item.condition)),
  );
  const ofBeliefs = record.beliefs.map((belief) => reach(namesIn(belief.condition)));
  return (ask) => {
    const names = reach(namesIn(ask));
    const items = new Set<number>();
    const pending = [
      ...ofItems.map((set, index) => ({ set, index })),
      ...ofBeliefs.map((set) => ({ set, index: -1 })),
    ];
    for (let grown = true; grown; ) {
      grown = false;
      for (const entry of pending) {
        if (!entry.set.size || ![...entry.set].some((name) => names.has(name))) continue;
        for (const name of entry.set) names.add(name);
        if (entry.index >= 0) items.add(entry.index);
        pending.splice(pending.indexOf(entry), 1);
        grown = true;
        break;
      }
    }
    return { names, items };
  };
}

/**
 * Events whose survival product may stand for whether they have happened: nothing that weighs the runs leads to them, and their own rule does not lead back to them, so
 * that the product is the probability given everything else in the run (Rao and Blackwell).
 */
export function smoothEvents(
  model: Model,
  record: RecordOfClaims,
): (event: string, given: Condition | null) => boolean {
  const { reads, reach } = reachIn(model);
  const weighed = reach([
    ...record.items.flatMap((item) => [
      ...namesIn(item.kind === "number" ? item.report.value : item.condition),
    ]),
    ...record.beliefs.flatMap((belief) => [...namesIn(belief.condition)]),
  ]);
  return (event, given) =>
    !weighed.has(event) && !reach(reads.get(event) ?? []).has(event) && !reach(namesIn(given)).has(event);
}

function reachIn(model: Model) {
  const reads = readingGraph(model);
  const reach = (roots: Iterable<string>) => {
    const seen = new Set<string>();
    const stack = [...roots];
    while (stack.length > 0) {
      const name = stack.pop() as string;
      if (seen.has(name)) continue;
      seen.add(name);
      stack.push(...(reads.get(name) ?? []));
    }
    return seen;
  };
  return { reads, reach };
}

/** By name: the names that its rule reads. */
function readingGraph(model: Model): Map<string, Set<string>> {
  const reads = new Map<string, Set<string>>();
  const add = (name: string, what: unknown) => {
    const set = reads.get(name) ?? new Set<string>();
    for (const read of namesIn(what)) set.add(read);
    reads.set(name, set);
  };
  for (const group of [
    model.quantities,
    model.facts,
    model.shocks,
    model.lets,
    model.events,
    model.choices,
    model.treaties,
    model.stocks,
  ]) {
    for (const declared of group) add(declared.name, { ...declared, name: undefined });
  }
  for (const flow of model.flows) {
    const what = { amount: flow.amount, when: flow.when };
    if (flow.from !== null) add(flow.from, what);
    if (flow.to !== null) add(flow.to, what);
  }
  for (const obligation of model.obligations) {
    for (const { actor } of obligation.duties) {
      const treaty = { kind: "in force", treaty: obligation.treaty };
      const what = { duties: obligation.duties, honoured: obligation.honoured, treaty };
      for (const part of ["due", "honoured", "violated"]) add(`${obligation.name}.${part}(${actor})`, what);
    }
  }
  return reads;
}

/** Every name that an expression, or a rule made of expressions, refers to. A checked model is plain data: expressions are told by their kind. */
function namesIn(what: unknown): Set<string> {
  const names = new Set<string>();
  const stack: unknown[] = [what];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value !== "object" || value === null) continue;
    const node = value as Record<string, unknown>;
    if (typeof node["kind"] === "string") {
      for (const key of ["name", "event", "treaty", "fact"])
        if (typeof node[key] === "string") names.add(node[key]);
      const events = node["events"];
      if (typeof events === "object" && events !== null)
        for (const event of Object.values(events)) if (typeof event === "string") names.add(event);
    }
    for (const [key, part] of Object.entries(node))
      if (key !== "span" && key !== "unit" && key !== "backing") stack.push(part);
  }
  return names;
}
