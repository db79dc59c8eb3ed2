/** Checks the unknowns, the world and the commitments, and notes what each declaration depends on. */
import type { Condition, NumberExpression } from "../../model/expression.js";
import type { Choice, EventRule, Fact, Flow, Obligation, Stock, Treaty } from "../../model/model.js";
import type { Declaration, DeclarationKind } from "../../syntax/tree.js";
import { definitionParts } from "../checked-walk.js";
import { clausesOf } from "../context.js";
import type { Resolved } from "../resolve.js";
import { canonicalName, type Piece, type Working } from "../working.js";
import { warnOfBareNumbers } from "./backing.js";
import { checkChoice } from "./choice.js";
import { checkEvent } from "./event.js";
import { checkExchange } from "./exchange.js";
import { letBody } from "./let.js";
import { checkStock } from "./stock.js";
import { checkTreaty } from "./treaty.js";
import { checkFact, shockParts } from "./unknowns.js";

type Parts = readonly (Condition | NumberExpression | null | undefined)[];

/** Everything that was found sound in itself, in the order of the text. */
export interface WorldParts extends Resolved {
  readonly facts: Map<string, Fact>;
  readonly stocks: Map<string, Stock>;
  readonly flows: { readonly owner: string; readonly flow: Flow }[];
  readonly events: Map<string, EventRule>;
  readonly choices: Map<string, Choice>;
  readonly treaties: Map<string, Treaty>;
  readonly obligations: Map<string, Obligation>;
}

export function emptyParts(): WorldParts {
  return {
    quantities: new Map(),
    shocks: new Map(),
    facts: new Map(),
    stocks: new Map(),
    flows: [],
    events: new Map(),
    choices: new Map(),
    treaties: new Map(),
    obligations: new Map(),
  };
}

const worldKinds: ReadonlySet<DeclarationKind> = new Set([
  "quantity",
  "fact",
  "shock",
  "let",
  "stock",
  "event",
  "choice",
  "treaty",
  "exchange",
]);

export function checkWorld(working: Working, declarations: readonly Declaration[], found: WorldParts): void {
  const owned = ownedNames(working);
  const inflows = movesInto(working, declarations);
  for (const declaration of declarations) {
    if (!worldKinds.has(declaration.kind)) continue;
    const name = canonicalName(declaration);
    const symbol = name === null ? undefined : working.names.get(name);
    const owns = owned.get(declaration) ?? [];
    const needs = name === null ? [] : [...(inflows.get(name) ?? [])];
    if (name === null || symbol === undefined || symbol.declaration !== declaration || symbol.broken) {
      working.pieces.set(declaration, { declaration, owns, parts: [], needs, broken: true });
      continue;
    }
    const checked = checkOne(working, declaration, name, found);
    warnOfBareNumbers(working, declaration);
    const drawn = (working.numbersOf.get(name) ?? []).flatMap((part) => working.drawn.get(part) ?? []);
    const parts = [
      ...(checked?.parts ?? []),
      ...drawn.flatMap((quantity) => definitionParts(quantity.definition)),
    ];
    const piece: Piece = {
      declaration,
      owns,
      parts: parts.filter((part) => part !== null && part !== undefined),
      needs: [...needs, ...(checked?.needs ?? [])],
      broken: checked === null,
    };
    working.pieces.set(declaration, piece);
  }
}

function ownedNames(working: Working): Map<Declaration, string[]> {
  const owned = new Map<Declaration, string[]>();
  for (const symbol of working.names.values()) {
    const list = owned.get(symbol.declaration);
    if (list === undefined) owned.set(symbol.declaration, [symbol.name]);
    else list.push(symbol.name);
  }
  return owned;
}

/** What is moved into a stock belongs to it as much as its own gains: by stock, the stocks that it comes from. */
function movesInto(working: Working, declarations: readonly Declaration[]): Map<string, string[]> {
  const into = new Map<string, string[]>();
  for (const declaration of declarations) {
    const from = canonicalName(declaration);
    if (declaration.kind !== "stock" || from === null) continue;
    for (const { to } of clausesOf(declaration.clauses, "flow")) {
      if (to === null) continue;
      const target = "actor" in to && to.actor !== null ? `${to.text}(${to.actor.text})` : to.text;
      if (target !== from && working.names.has(target)) into.set(target, [...(into.get(target) ?? []), from]);
    }
  }
  return into;
}

interface CheckedOne {
  readonly parts: Parts;
  readonly needs?: readonly string[];
}

function checkOne(
  working: Working,
  declaration: Declaration,
  name: string,
  found: WorldParts,
): CheckedOne | null {
  const symbol = working.names.get(name);
  switch (declaration.kind) {
    case "quantity": {
      const resolution = symbol && working.resolve(symbol);
      const quantity = found.quantities.get(name);
      return resolution && quantity ? { parts: definitionParts(quantity.definition) } : null;
    }
    case "shock": {
      const resolution = symbol && working.resolve(symbol);
      const shock = found.shocks.get(name);
      return resolution && shock ? { parts: shockParts(shock) } : null;
    }
    case "let": {
      const resolution = symbol && working.resolve(symbol);
      const body = working.lets.get(name);
      return resolution && body ? { parts: [letBody(body)] } : null;
    }
    case "fact":
      return keep(found.facts, checkFact(working, declaration, name), factParts);
    case "event":
      return keep(found.events, checkEvent(working, declaration, name), eventParts, (rule) =>
        rule.trigger.kind === "after" ? [rule.trigger.event] : [],
      );
    case "choice":
      return keep(found.choices, checkChoice(working, declaration, name), (choice) => [
        choice.when,
        ...choice.options.map((option) => option.weight),
      ]);
    case "stock":
      return stock(working, declaration, name, found);
    case "treaty":
      return treaty(working, declaration, name, found);
    case "exchange":
      return exchange(working, declaration, name, found);
    default:
      return null;
  }
}

function keep<T extends { readonly name: string }>(
  into: Map<string, T>,
  item: T | null,
  parts: (item: T) => Parts,
  needs?: (item: T) => readonly string[],
): CheckedOne | null {
  if (item === null) return null;
  into.set(item.name, item);
  return { parts: parts(item), needs: needs?.(item) ?? [] };
}

const factParts = (fact: Fact): Parts =>
  fact.draw.kind === "chance" ? [fact.draw.chance] : fact.draw.values.map((value) => value.share);

const flowParts = (flows: readonly Flow[]): Parts => flows.flatMap((flow) => [flow.amount, flow.when]);

function stock(
  working: Working,
  declaration: Declaration,
  name: string,
  found: WorldParts,
): CheckedOne | null {
  const checked = checkStock(working, declaration, name);
  if (checked === null) return null;
  const { stock: item, flows } = checked;
  found.stocks.set(name, item);
  for (const flow of flows) found.flows.push({ owner: name, flow });
  const needs = flows.flatMap((flow) => (flow.to === null || flow.to === name ? [] : [flow.to]));
  return { parts: [item.starts, item.low, item.high, ...flowParts(flows)], needs };
}

export function eventParts(rule: EventRule): Parts {
  const { trigger, when, ends } = rule;
  const until = ends?.kind === "until" ? ends.condition : null;
  switch (trigger.kind) {
    case "certain":
      return [when, until];
    case "rate":
      return [when, until, trigger.rate.chance];
    case "window":
      return [when, until, trigger.chance, trigger.then?.chance];
    default:
      return [when, until, trigger.chance];
  }
}

export function obligationParts(obligation: Obligation): Parts {
  const { duties, honoured } = obligation;
  return [...duties.map((duty) => duty.condition), honoured.kind === "chance" ? honoured.chance : null];
}

function treaty(
  working: Working,
  declaration: Declaration,
  name: string,
  found: WorldParts,
): CheckedOne | null {
  const checked = checkTreaty(working, declaration, name);
  if (checked === null) return null;
  const { treaty: item, obligations } = checked;
  found.treaties.set(name, item);
  for (const obligation of obligations) found.obligations.set(obligation.name, obligation);
  const events = obligations.flatMap(({ honoured }) =>
    honoured.kind === "event" ? Object.values(honoured.events).filter((event) => event !== null) : [],
  );
  const force = item.inForce.kind === "when" ? item.inForce.condition : null;
  const until = item.until?.kind === "condition" ? item.until.condition : null;
  return { parts: [force, until, ...obligations.flatMap(obligationParts)], needs: events };
}

function exchange(
  working: Working,
  declaration: Declaration,
  name: string,
  found: WorldParts,
): CheckedOne | null {
  const checked = checkExchange(working, declaration, name);
  if (checked === null) return null;
  for (const item of checked.stocks) found.stocks.set(item.name, item);
  for (const flow of checked.flows) found.flows.push({ owner: name, flow });
  working.lets.set(checked.balance.name, checked.balance);
  return { parts: flowParts(checked.flows) };
}
