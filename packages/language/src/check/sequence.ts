/** In which order things are drawn before the first step, and settled within each. */

import type { Label } from "../diagnostics/diagnostic.js";
import type { Condition, NumberExpression } from "../model/expression.js";
import type { Obligation } from "../model/model.js";
import { type Checked, definitionParts, readNames, sameStepNames } from "./checked-walk.js";
import { list } from "./expressions/wording.js";
import { dependencyOrder } from "./order.js";
import { reportCircle } from "./resolve.js";
import { canonicalName, type Working } from "./working.js";
import { eventParts, type WorldParts } from "./world/world.js";

type Part = Condition | NumberExpression | null | undefined;
const present = (parts: readonly Part[]) => parts.filter((part) => part !== null && part !== undefined);

/** Marks the declarations of a circle as broken, so that the next try goes without them. */
function drop(working: Working, names: readonly string[]): void {
  for (const name of names) {
    const symbol = working.names.get(name);
    const piece = symbol && working.pieces.get(symbol.declaration);
    if (piece !== undefined) piece.broken = true;
  }
}

const isBroken = (working: Working, name: string) => {
  const declaration = working.names.get(name)?.declaration;
  return declaration !== undefined && (working.pieces.get(declaration)?.broken ?? false);
};

/** Quantities and facts, each after what it uses. */
export function onceOrder(working: Working, parts: WorldParts): string[] {
  const quantities = new Map([...parts.quantities, ...working.drawn]);
  const uses = new Map<string, ReadonlySet<string>>();
  for (const [name, quantity] of quantities)
    uses.set(name, readNames(working.lets, definitionParts(quantity.definition)));
  for (const [name, fact] of parts.facts) {
    const inside =
      fact.draw.kind === "chance" ? [fact.draw.chance] : fact.draw.values.map((value) => value.share);
    uses.set(name, readNames(working.lets, inside));
  }
  for (;;) {
    const names = [...uses.keys()].filter((name) => !isBroken(working, name));
    const { order, circle } = dependencyOrder(names, (name) => uses.get(name) ?? []);
    if (circle === null) return order;
    reportCircle(
      working,
      circle.map((name) => working.names.get(name)).filter((symbol) => symbol !== undefined),
    );
    drop(working, circle);
  }
}

/**
 * Events, choices and obligations, each after those that it reads with `happens` and `is`. An obligation stands twice: as `NAME.due`, and behind it as `NAME`, when it is
 * honoured or violated; so that what answers a duty in the step in which it falls due may also be what honours it.
 */
export function stepOrder(working: Working, parts: WorldParts): string[] {
  const uses = new Map<string, Map<string, Checked | null>>();
  const add = (name: string, inside: readonly Part[], more: readonly string[] = []) => {
    const found = new Map<string, Checked | null>();
    for (const [other, part] of sameStepNames(working.lets, present(inside))) {
      found.set(nodeOf(working, other), part);
    }
    for (const other of more) {
      const node = nodeOf(working, other);
      if (!found.has(node)) found.set(node, null);
    }
    uses.set(name, found);
  };
  for (const rule of parts.events.values()) add(rule.name, eventParts(rule));
  for (const choice of parts.choices.values())
    add(choice.name, [choice.when, ...choice.options.map((option) => option.weight)]);
  for (const obligation of parts.obligations.values()) {
    const { honoured } = obligation;
    // What fulfils an obligation may do so in the step in which it happens, which the obligation therefore has to know.
    const events =
      honoured.kind === "event" ? Object.values(honoured.events).filter((event) => event !== null) : [];
    const due = `${obligation.name}.due`;
    add(
      due,
      obligation.duties.map((duty) => duty.condition),
    );
    add(obligation.name, honoured.kind === "chance" ? [honoured.chance] : [], [due, ...events]);
  }
  const owner = (name: string) => obligationAt(parts, name)?.treaty ?? name;
  const places = new Map(
    [...working.pieces.keys()].map((declaration, i) => [canonicalName(declaration) ?? "", i]),
  );
  for (;;) {
    const names = [...uses.keys()].filter((name) => !isBroken(working, owner(name)));
    names.sort((a, b) => (places.get(owner(a)) ?? 0) - (places.get(owner(b)) ?? 0));
    const { order, circle } = dependencyOrder(names, (name) => uses.get(name)?.keys() ?? []);
    if (circle === null) return order;
    reportStepCircle(working, parts, circle, uses);
    drop(working, circle.map(owner));
  }
}

/** The place in the order of a step at which an event is settled. */
function nodeOf(working: Working, name: string): string {
  const symbol = working.names.get(name);
  if (symbol?.kind !== "event" || symbol.obligation === null) return name;
  return symbol.obligation.part === "due" ? `${symbol.obligation.name}.due` : symbol.obligation.name;
}

/** The obligation that a place in the order belongs to. */
function obligationAt(parts: WorldParts, node: string): Obligation | undefined {
  return parts.obligations.get(node) ?? parts.obligations.get(node.replace(/\.due$/, ""));
}

/** Events that each come after another of them, of which none can ever come. */
export function dropAfterCircles(working: Working, parts: WorldParts): void {
  const before = (name: string) => {
    const trigger = parts.events.get(name)?.trigger;
    return trigger?.kind === "after" ? [trigger.event] : [];
  };
  for (;;) {
    const names = [...parts.events.keys()].filter((name) => !isBroken(working, name));
    const { circle } = dependencyOrder(names, before);
    if (circle === null) return;
    const spans = circle.flatMap((name) => working.names.get(name)?.span ?? []);
    const [first, ...others] = spans;
    if (first !== undefined) {
      working.report(
        "E0506",
        first,
        `${list(circle)} each come after another of them, so that none ever comes.`,
        {
          labels: others.map((span) => ({ span, message: "in the same circle" })),
          notes: ["Give one of them a chance or a day of its own."],
        },
      );
    }
    drop(working, circle);
  }
}

/** Treaties of which each looks, at one close, whether another is in force. */
export function dropTreatyCircles(working: Working, parts: WorldParts): void {
  const reads = (name: string) => {
    const treaty = parts.treaties.get(name);
    const inForce = treaty?.inForce.kind === "when" ? treaty.inForce.condition : null;
    const until = treaty?.until?.kind === "condition" ? treaty.until.condition : null;
    return [...readNames(working.lets, [inForce, until])].filter((other) => parts.treaties.has(other));
  };
  for (;;) {
    const names = [...parts.treaties.keys()].filter((name) => !isBroken(working, name));
    const { circle } = dependencyOrder(names, reads);
    if (circle === null) return;
    const [first, ...others] = circle.flatMap((name) => working.names.get(name)?.span ?? []);
    if (first !== undefined) {
      const whose =
        circle.length === 1 ? `\`${circle[0]}\` waits for itself` : `${list(circle)} wait for each other`;
      working.report(
        "E0532",
        first,
        `${whose} at the same close: whether one is in force depends on whether it is.`,
        {
          labels: others.map((span) => ({ span, message: "in the same circle" })),
          notes: [
            "Let an `event` stand between: what brings a treaty into force, or ends it, happens in a step of its own.",
          ],
        },
      );
    }
    drop(working, circle);
  }
}

function reportStepCircle(
  working: Working,
  parts: WorldParts,
  circle: readonly string[],
  uses: ReadonlyMap<string, ReadonlyMap<string, Checked | null>>,
): void {
  const labels: Label[] = [];
  for (const [i, name] of circle.entries()) {
    const next = circle[(i + 1) % circle.length] as string;
    const part = uses.get(name)?.get(next) ?? null;
    const span = part?.span ?? obligationAt(parts, name)?.span;
    if (span !== undefined)
      labels.push({ span, message: `\`${name}\` waits for \`${next}\` in the same step` });
  }
  const first = circle[0] as string;
  const symbol = working.names.get(obligationAt(parts, first)?.treaty ?? first);
  const span = obligationAt(parts, first)?.span ?? symbol?.span;
  if (span === undefined) return;
  working.report(
    "E0312",
    span,
    circle.length === 1
      ? `\`${first}\` waits for itself in the same step.`
      : `${list(circle)} wait for each other in the same step, going round in a circle.`,
    {
      labels,
      notes: [
        "Leave `happens` or `is` out in one of them: `E` alone has happened in an earlier step, and `C ever option` or `C stands at option` was taken in one.",
      ],
    },
  );
}
