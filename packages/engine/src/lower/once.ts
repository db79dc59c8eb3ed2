import type { Definition, Fact, Intervention, Model, Quantity, Shock } from "@casus/language";
import type { Builder } from "../ir/build.js";
import type { ValueId } from "../ir/program.js";
import { drawIndex } from "./choices.js";
import { drawFrom, lowerDistribution, plainMean } from "./draws.js";
import { chanceOf, withValue } from "./events.js";
import { defined, lowerNumber } from "./numbers.js";
import { type Partial, total } from "./partial.js";
import { type Scope, scopeOf, type WorldValues } from "./scope.js";
import type { Watch } from "./watch.js";

/** A draw that could be known: the uniform that ranks its runs, and its value (a fact: 0, 1, or the index). */
export interface Unknown {
  readonly rank: ValueId;
  readonly value: Partial;
}

/**
 * Quantities and facts in the order of dependence, as a scenario sets them. A `set` takes the place of the definition and keeps the uniform, so that each run keeps
 * its rank; inside it the quantity's own name is its base value.
 */
export function drawOnce(
  b: Builder,
  scope: Scope,
  model: Model,
  sets: readonly Intervention[],
  watch: Watch,
): Map<string, Unknown> {
  b.section = "once";
  const unknowns = new Map<string, Unknown>();
  const base = sets.length === 0 ? null : lazyBase(b, scope, model, watch);
  const quantities = new Map(model.quantities.map((q) => [q.name, q]));
  const facts = new Map(model.facts.map((f) => [f.name, f]));
  for (const name of model.onceOrder) {
    const set = sets.find(
      (s) => s.name === name && (s.kind === "quantity" || s.kind === "fact" || s.kind === "parameter"),
    );
    const quantity = quantities.get(name);
    if (quantity !== undefined) {
      const inside = base === null ? scope : { ...scope, baseValue: base };
      const definition: Definition =
        set?.kind === "quantity"
          ? set.definition
          : set?.kind === "parameter"
            ? { kind: "expression", expression: set.expression }
            : quantity.definition;
      const value = lowerDefinition(b, inside, quantity, definition);
      scope.world.quantities.set(name, value);
      if (definition.kind === "distribution") unknowns.set(name, { rank: rankOf(b, quantity), value });
      continue;
    }
    const fact = defined(facts.get(name), name);
    const drawn = set?.kind === "fact" ? forcedFact(b, fact, set.value) : drawFact(b, scope, fact, watch);
    scope.world.facts.set(name, drawn);
    const value = b.typeOf(drawn) === "flag" ? b.select(drawn, b.number(1), b.number(0)) : drawn;
    if (b.constantOf(value) === null) unknowns.set(name, { rank: value, value: total(value) });
  }
  // A named number that a scenario sets is a parameter in the rules: it is looked up there.
  for (const set of sets) {
    if (set.kind === "parameter" && !quantities.has(set.name))
      scope.world.parameters.set(set.name, lowerNumber(scope, set.expression));
  }
  return unknowns;
}

/** What quantities are in the base, as far as a scenario asks for it. */
function lazyBase(b: Builder, scope: Scope, model: Model, watch: Watch): (name: string) => Partial {
  let world: WorldValues | null = null;
  return (name) => {
    if (world === null) {
      world = { ...scope.world, quantities: new Map(), facts: new Map() };
      drawOnce(b, scopeOf(b, scope.view, world), model, [], watch);
    }
    return defined(world.quantities.get(name), name);
  };
}

function lowerDefinition(b: Builder, scope: Scope, quantity: Quantity, definition: Definition): Partial {
  if (definition.kind === "expression") return lowerNumber(scope, definition.expression);
  return drawFrom(scope, definition.distribution, rankOf(b, quantity));
}

/** `peace.chance` is also the name that the event's own uniform is keyed by: the uncertain number in it has a part of its own. */
function rankOf(b: Builder, quantity: Quantity): ValueId {
  const site = quantity.partOf === null ? quantity.name : `${quantity.name}.value`;
  return b.draw("uniform", { site, perStep: false, unknown: true });
}

function drawFact(b: Builder, scope: Scope, fact: Fact, watch: Watch): ValueId {
  const uniform = b.draw("uniform", { site: fact.name, perStep: false, unknown: true });
  if (fact.draw.kind === "chance") {
    const p = chanceOf(b, scope, `${fact.name}.chance`, fact.draw.chance, b.flag(true), watch);
    return b.lessOrEqual(b.subtract(b.number(1), p), uniform);
  }
  const shares = fact.draw.values.map(({ name, share }) => {
    const value = withValue(b, `${fact.name}.${name}`, share, lowerNumber(scope, share), b.flag(true), watch);
    return b.rangeOf(value).low >= 0 ? value : b.maximum(value, b.number(0));
  });
  return drawIndex(b, shares, uniform).index;
}

function forcedFact(b: Builder, fact: Fact, value: number): ValueId {
  return fact.draw.kind === "chance" ? b.flag(value === 1) : b.number(value);
}

/** A fresh draw in each step. A normal one by Box and Muller, any other by its quantile function. */
export function drawShock(b: Builder, scope: Scope, shock: Shock): Partial {
  const { distribution, scale } = shock;
  const root = Math.sqrt(scale);
  if (distribution.kind === "family" && distribution.family === "normal") {
    const [mean, sd] = lowerDistribution(scope, distribution).parameters as [Partial, Partial];
    const z = b.draw("normal", { site: shock.name, perStep: true, unknown: false });
    const spread = b.multiply(b.multiply(sd.value, b.number(root)), z);
    const valid = b.lessOrEqual(b.number(0), sd.value);
    const value = b.add(b.multiply(mean.value, b.number(scale)), spread);
    const site = { span: shock.span, reason: "has a spread below zero" };
    const known = b.constantOf(valid) === 1;
    return { value, valid: known ? null : valid, sites: known ? [] : [site] };
  }
  const uniform = b.draw("uniform", { site: shock.name, perStep: true, unknown: false });
  const drawn = drawFrom(scope, distribution, uniform);
  if (scale === 1) return drawn;
  const mean = plainMean(scope, distribution) ?? 0;
  // scale·mean + √scale·(x − mean): the spread of a sum of independent draws.
  return {
    ...drawn,
    value: b.add(b.number(scale * mean), b.multiply(b.number(root), b.subtract(drawn.value, b.number(mean)))),
  };
}
