import type { NumberExpression, Span } from "@casus/language";
import type { ValueId } from "../ir/program.js";
import { lowerCondition } from "./conditions.js";
import {
  binary,
  divide,
  exponential,
  logarithm,
  type Partial,
  power,
  select,
  squareRoot,
  total,
  unary,
} from "./partial.js";
import { clock, neverStep, type Scope } from "./scope.js";

/** Emits a checked number expression; `at` stands only in readings and is dealt with there. */
export function lowerNumber(scope: Scope, expression: NumberExpression): Partial {
  const b = scope.builder;
  const { world } = scope;
  switch (expression.kind) {
    case "constant":
      return total(b.number(expression.value));
    case "parameter":
      return world.parameters.get(expression.name) ?? total(b.parameter(expression.name, expression.value));
    case "quantity":
      world.onDemand?.(expression.name);
      return defined(world.quantities.get(expression.name), expression.name);
    case "base value":
      return defined(scope.baseValue, expression.name)(expression.name);
    case "shock":
      return shockNow(scope, expression);
    case "stock": {
      const stock = defined(world.stocks.get(expression.name), expression.name);
      const valid = stock.valid === null ? null : b.load(stock.valid);
      return { value: b.load(stock.level, stockRange(scope, expression.name)), valid, sites: stock.sites };
    }
    case "let": {
      const known = scope.numbers.get(expression.name);
      if (known !== undefined) return known;
      const rule = world.model.lets.find((l) => l.name === expression.name);
      if (rule?.kind !== "number") throw new Error(`no number ${expression.name}`);
      const value = lowerNumber(scope, rule.expression);
      scope.numbers.set(expression.name, value);
      return value;
    }
    case "arithmetic": {
      const x = lowerNumber(scope, expression.left);
      const y = lowerNumber(scope, expression.right);
      if (expression.operator === "/") return divide(b, x, y, expression.span);
      if (expression.operator === "^") return power(b, x, y, expression.span);
      return binary(b, x, y, { "+": b.add, "-": b.subtract, "*": b.multiply }[expression.operator]);
    }
    case "negate":
      return unary(lowerNumber(scope, expression.operand), b.negate);
    case "scale":
      return unary(lowerNumber(scope, expression.operand), (v) => b.multiply(v, b.number(expression.factor)));
    case "call":
      return lowerCall(scope, expression);
    case "if":
      return select(
        b,
        lowerCondition(scope, expression.condition),
        lowerNumber(scope, expression.then),
        lowerNumber(scope, expression.otherwise),
      );
    case "since": {
      const event = defined(world.events.get(expression.event), expression.event);
      if (event.last === null) throw new Error(`${expression.event} has no date`);
      const last = b.load(event.last);
      const elapsed = b.subtract(clock(scope), last);
      const valid = b.less(last, b.number(neverStep));
      const site = { span: expression.span, reason: "counts the time since something that has not happened" };
      return {
        value: b.multiply(b.select(valid, elapsed, b.number(0)), b.number(expression.perStep)),
        valid,
        sites: [site],
      };
    }
    case "since date": {
      const elapsed = b.subtract(clock(scope), b.number(expression.position));
      const come = b.lessOrEqual(b.number(0), elapsed);
      const valid = b.constantOf(come) === 1 ? null : come;
      const site = { span: expression.span, reason: "counts the time since a day that has not come" };
      return {
        value: b.multiply(elapsed, b.number(expression.perStep)),
        valid,
        sites: valid === null ? [] : [site],
      };
    }
    case "at":
      return defined(scope.dated, "a dated part").number(expression);
  }
}

function lowerCall(scope: Scope, expression: NumberExpression & { kind: "call" }): Partial {
  const b = scope.builder;
  const operands = expression.arguments.map((argument) => lowerNumber(scope, argument));
  const [x, low, high] = operands as [Partial, Partial, Partial];
  const fold = (emit: (x: ValueId, y: ValueId) => ValueId) =>
    operands.slice(1).reduce((left, right) => binary(b, left, right, emit), x);
  switch (expression.function) {
    case "min":
      return fold(b.minimum);
    case "max":
      return fold(b.maximum);
    case "abs":
      return unary(x, b.absolute);
    case "floor":
      return unary(x, b.floor);
    case "round":
      return unary(x, b.round);
    case "logistic":
      return unary(x, b.logistic);
    case "exp":
      return exponential(b, x, expression.span);
    case "log":
      return logarithm(b, x, expression.span);
    case "sqrt":
      return squareRoot(b, x, expression.span);
    case "clamp":
      return binary(b, binary(b, x, low, b.maximum), high, b.minimum);
  }
}

/** A shock has its value in the step that draws it; a reading sees that of the step that has just closed, and none at t₀. */
function shockNow(scope: Scope, expression: { readonly name: string; readonly span: Span }): Partial {
  const b = scope.builder;
  const drawn = defined(scope.world.shocks.get(expression.name), expression.name);
  if (b.section === "step" && scope.view === "opening") return drawn;
  let slot = scope.world.shockSlots.get(expression.name);
  if (slot === undefined) {
    slot = b.slot(expression.name, "number");
    scope.world.shockSlots.set(expression.name, slot);
    b.store(slot, b.number(0), "once");
    b.store(slot, drawn.value, "step");
  }
  const site = { span: expression.span, reason: "reads a shock before the first step" };
  return {
    value: b.load(slot),
    valid: b.during(b.section === "step" ? 2 : 1, b.steps),
    sites: [...drawn.sites, site],
  };
}

/** A stock's bounds, where they are plain numbers: they spare guards. */
function stockRange(scope: Scope, name: string): { low: number; high: number } {
  const stock = scope.world.model.stocks.find((s) => s.name === name);
  const plain = (bound: NumberExpression | null | undefined, otherwise: number) =>
    bound?.kind === "constant" ? bound.value : otherwise;
  return { low: plain(stock?.low, -Infinity), high: plain(stock?.high, Infinity) };
}

/** A checked model names nothing that is not there: a gap is a fault of ours. */
export function defined<T>(value: T | undefined | null, name: string): T {
  if (value === undefined || value === null) throw new Error(`${name} is not lowered`);
  return value;
}
