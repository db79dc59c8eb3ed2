/** Looking at a declaration because somebody reads its name. */
import type { Let, Quantity, Shock } from "../model/model.js";
import type { Expression } from "../syntax/tree.js";
import { namesMentioned } from "./api.js";
import { clausesOf, type NamedSymbol, type Resolution, type SymbolKind } from "./context.js";
import { list } from "./expressions/wording.js";
import { dependencyOrder } from "./order.js";
import { canonicalName, type Working } from "./working.js";
import { backingOf } from "./world/backing.js";
import { balanceOf, exchangeUnit } from "./world/exchange.js";
import { checkLet, letResolution } from "./world/let.js";
import { ruleNumber } from "./world/rule-number.js";
import { stockUnit } from "./world/stock.js";
import { checkQuantity, checkShock } from "./world/unknowns.js";

export interface Resolved {
  readonly quantities: Map<string, Quantity>;
  readonly shocks: Map<string, Shock>;
}

/** A function that checks what a name stands for, once, and notices where that leads back to the name. */
export function resolver(
  working: () => Working,
  resolved: Resolved,
): (symbol: NamedSymbol) => Resolution | null {
  const done = new Map<string, Resolution | null>();
  const open: NamedSymbol[] = [];
  return (symbol) => {
    if (symbol.broken) return null;
    const known = done.get(symbol.name);
    if (known !== undefined) return known;
    const at = open.findIndex((other) => other.name === symbol.name);
    if (at >= 0) {
      reportCircle(working(), open.slice(at));
      return null;
    }
    open.push(symbol);
    const resolution = resolve(working(), resolved, symbol);
    open.pop();
    done.set(symbol.name, resolution);
    if (resolution === null) symbol.broken = true;
    return resolution;
  };
}

/**
 * Looks at quantities, lets, shocks and named numbers in an order in which each is made of earlier ones, so that chains of them may be as long as the
 * file. Those that are made of each other are reported here.
 */
export function resolveAll(working: Working): void {
  const definitions = new Map<string, Expression>();
  for (const symbol of working.names.values()) {
    if (symbol.broken || !defined.has(symbol.kind)) continue;
    const own = working.names.get(canonicalName(symbol.declaration) ?? "") === symbol;
    const expression = own ? symbol.declaration.value : working.numbers.get(symbol.name)?.expression;
    if (expression) definitions.set(symbol.name, expression);
  }
  const uses = new Map<string, ReadonlySet<string>>();
  for (const [name, expression] of definitions) uses.set(name, namesMentioned(working, expression));
  for (;;) {
    const names = [...definitions.keys()].filter((name) => !(working.names.get(name)?.broken ?? true));
    const { order, circle } = dependencyOrder(names, (name) => uses.get(name) ?? []);
    if (circle === null) {
      for (const symbol of order.map((name) => working.names.get(name)))
        if (symbol !== undefined) working.resolve(symbol);
      return;
    }
    const symbols = circle.map((name) => working.names.get(name)).filter((symbol) => symbol !== undefined);
    reportCircle(working, symbols);
    for (const symbol of symbols) symbol.broken = true;
  }
}

const defined: ReadonlySet<SymbolKind> = new Set<SymbolKind>(["quantity", "let", "shock", "parameter"]);

/** Says that names are defined by each other, pointing at each. */
export function reportCircle(working: Working, circle: readonly NamedSymbol[]): void {
  const [first, ...others] = circle;
  if (first === undefined) return;
  const names = circle.map((symbol) => symbol.name);
  working.report(
    "E0311",
    first.span,
    others.length === 0
      ? `\`${first.name}\` is defined by itself.`
      : `${list(names)} are defined by each other, going round in a circle.`,
    {
      labels: others.slice(0, 12).map((symbol, i) => ({
        span: symbol.span,
        message: `\`${names[i]}\` uses \`${symbol.name}\``,
      })),
      notes: ["What depends on its own past is a `stock`: it reads what was there when the step began."],
    },
  );
}

function resolve(working: Working, resolved: Resolved, symbol: NamedSymbol): Resolution | null {
  const { name, declaration } = symbol;
  switch (symbol.kind) {
    case "quantity": {
      if (symbol.partOf !== null) return resolveNumber(working, name);
      const quantity = checkQuantity(working, declaration, name);
      if (quantity === null) return null;
      resolved.quantities.set(name, quantity);
      return { type: "number", unit: quantity.unit, once: true, shock: false };
    }
    case "parameter":
      return resolveNumber(working, name);
    case "shock": {
      const shock = checkShock(working, declaration, name);
      if (shock === null) return null;
      resolved.shocks.set(name, shock);
      return { type: "number", unit: shock.unit, once: false, shock: true };
    }
    case "stock": {
      const expected =
        symbol.exchange === null
          ? stockUnit(working, declaration, name)
          : exchangeUnit(working, declaration, symbol.exchange);
      return expected && { type: "number", unit: expected.unit, once: false, shock: false };
    }
    case "let": {
      const checked =
        declaration.kind === "exchange" ? balance(working, symbol) : checkLet(working, declaration, name);
      if (checked === null) return null;
      working.lets.set(name, checked);
      return letResolution(working, checked);
    }
    default:
      return null;
  }
}

function resolveNumber(working: Working, name: string): Resolution | null {
  const checked = ruleNumber(working, name);
  if (checked === null) return null;
  const { number, unit } = checked;
  const value = number.kind === "parameter" ? { value: number.value } : {};
  return { type: "number", unit, once: true, shock: false, ...value };
}

function balance(working: Working, symbol: NamedSymbol): Let | null {
  const { declaration } = symbol;
  const exchange = symbol.name.slice(0, -".balance".length);
  const parties = clausesOf(declaration.clauses, "exchange parties")[0];
  const expected = exchangeUnit(working, declaration, exchange);
  if (parties === undefined || expected === null) return null;
  const backing = backingOf(working, declaration.clauses);
  return balanceOf(exchange, symbol.span, expected.unit, parties.first.text, parties.second.text, backing);
}
