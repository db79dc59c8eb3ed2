import type { Condition, Model, NumberExpression } from "@casus/language";
import type { EventNeeds } from "./events.js";

/** Which events are asked for more than whether they have happened. */
export interface ModelNeeds {
  of(event: string): EventNeeds;
  /** Events that others follow `after`. */
  readonly delayedBehind: ReadonlySet<string>;
}

/** Looks through every expression of a model. State that nobody reads costs nothing. */
export function eventNeeds(model: Model): ModelNeeds {
  const last = new Set<string>();
  const fired = new Set<string>();
  visitModel(model, (node) => {
    if (node.kind === "since") last.add(node.event);
    // Rules of the same step have the flag at hand; readings and treaties need it kept. Telling them apart is not worth a slot.
    if (node.kind === "happens") fired.add(node.name);
  });
  const delayedBehind = new Set(
    model.events.flatMap((event) => (event.trigger.kind === "after" ? [event.trigger.event] : [])),
  );
  return { of: (event) => ({ last: last.has(event), fired: fired.has(event) }), delayedBehind };
}

type Node = Condition | NumberExpression;

/** Calls `visit` with every checked expression of a model, and every part of it. A checked model is plain data: whatever has a kind and a span is looked at. */
function visitModel(model: Model, visit: (node: Node) => void): void {
  const stack: unknown[] = [model];
  while (stack.length > 0) {
    const value = stack.pop();
    if (Array.isArray(value)) stack.push(...value);
    else if (typeof value === "object" && value !== null) {
      if ("kind" in value && "span" in value) visit(value as Node);
      stack.push(...Object.values(value));
    }
  }
}
