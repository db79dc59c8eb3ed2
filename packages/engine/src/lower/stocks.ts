import type { Flow, Stock } from "@casus/language";
import type { Builder } from "../ir/build.js";
import type { ValueId } from "../ir/program.js";
import { lowerCondition } from "./conditions.js";
import { defined, lowerNumber } from "./numbers.js";
import { binary, type Partial, select, total } from "./partial.js";
import type { Scope, StockState } from "./scope.js";
import type { Watch } from "./watch.js";

/** The level at t₀, inside the bounds. `partial`: flows can lose its value, so that a flag is kept beside it. */
export function startStock(
  b: Builder,
  scope: Scope,
  stock: Stock,
  partial: Partial["sites"] | undefined,
): StockState {
  const start = bounded(b, scope, stock, lowerNumber(scope, stock.starts));
  const state: StockState = {
    level: b.slot(stock.name, "number"),
    valid: partial === undefined ? null : b.slot(`${stock.name}.valid`, "flag"),
    sites: partial ?? [],
    startSites: start.valid === null ? [] : start.sites,
  };
  b.store(state.level, start.value, "once");
  if (state.valid !== null) b.store(state.valid, start.valid ?? b.flag(true), "once");
  return state;
}

/**
 * All flows of a step read the opening and are applied together, in the order of the text; then the bounds clamp.
 * @returns the stocks that can lose their value, with the places where.
 */
export function stepStocks(b: Builder, scope: Scope, watch: Watch): Map<string, Partial["sites"]> {
  const { model, stocks } = scope.world;
  const amounts = new Map<Flow, Partial>();
  for (const flow of model.flows) amounts.set(flow, lowerFlow(b, scope, flow));
  const losing = new Map<string, Partial["sites"]>();
  for (const stock of model.stocks) {
    const state = defined(stocks.get(stock.name), stock.name);
    let level: Partial = lowerNumber(scope, {
      kind: "stock",
      name: stock.name,
      span: stock.span,
      unit: stock.unit,
    });
    for (const [flow, amount] of amounts) {
      if (flow.to === stock.name) level = binary(b, level, amount, b.add);
      if (flow.from === stock.name) level = binary(b, level, amount, b.subtract);
    }
    const next = bounded(b, scope, stock, level);
    b.store(state.level, next.value);
    if (next.valid !== null) losing.set(stock.name, next.sites);
    if (state.valid !== null) b.store(state.valid, next.valid ?? b.flag(true));
    if (stock.warnBelowZero) {
      watch.add(
        { kind: "stock below zero", name: stock.name, span: stock.span },
        b.less(next.value, b.number(0)),
      );
    }
  }
  return losing;
}

function lowerFlow(b: Builder, scope: Scope, flow: Flow): Partial {
  const amount = lowerNumber(scope, flow.amount);
  const scaled: Partial =
    flow.factor === 1 ? amount : { ...amount, value: b.multiply(amount.value, b.number(flow.factor)) };
  let flows = flow.when === null ? b.flag(true) : lowerCondition(scope, flow.when);
  if (flow.every !== null && flow.every > 1) flows = b.and(flows, afterSpan(b, flow, flow.every, flows));
  return select(b, flows, scaled, total(b.number(0)));
}

/** The first step in which the condition holds, and then not before the span has passed. */
function afterSpan(b: Builder, flow: Flow, every: number, flows: ValueId): ValueId {
  const next = b.slot(`${flow.name}.next`, "number");
  b.store(next, b.number(0), "once");
  const passed = b.lessOrEqual(b.load(next), b.stepNumber());
  b.store(next, b.select(b.and(flows, passed), b.add(b.stepNumber(), b.number(every)), b.load(next)));
  return passed;
}

function bounded(b: Builder, scope: Scope, stock: Stock, level: Partial): Partial {
  let result = level;
  if (stock.low !== null) result = binary(b, result, lowerNumber(scope, stock.low), b.maximum);
  if (stock.high !== null) result = binary(b, result, lowerNumber(scope, stock.high), b.minimum);
  return result;
}
