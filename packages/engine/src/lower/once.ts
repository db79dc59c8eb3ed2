import type { Definition, Fact, Intervention, Model, Quantity, Shock } from "@casus/language";
import type { Builder } from "../ir/build.js";
import type { ValueId } from "../ir/program.js";
import { drawIndex } from "./choices.js";
import { drawFrom, lowerDistribution } from "./draws.js";
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

/** A scenario makes quantities or facts depend on themselves: `names` go round. */
export class ScenarioCircle extends Error {
  override name = "ScenarioCircle";
  readonly names: readonly string[];

  constructor(names: readonly string[]) {
    super(`${names.join(", ")} depend on themselves`);
    this.names = names;
  }
}

/**
 * Quantities and facts as a scenario sets them. A `set` takes the place of the definition and keeps the uniform, so that each run keeps its rank; inside it the
 * quantity's own name is its base value. A `set` may read what the base has in another order, so each is drawn when it is first read.
 * @throws {ScenarioCircle}
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
  const inside: Scope = sets.length === 0 ? scope : { ...scope, baseValue: lazyBase(b, scope, model, watch) };
  const quantities = new Map(model.quantities.map((q) => [q.name, q]));
  const facts = new Map(model.facts.map((f) => [f.name, f]));
  const { world } = scope;
  const open: string[] = [];
  const draw = (name: string): void => {
    if (world.quantities.has(name) || world.facts.has(name)) return;
    if (open.includes(name)) throw new ScenarioCircle(open.slice(open.indexOf(name)));
    open.push(name);
    const quantity = quantities.get(name);
    if (quantity === undefined) drawnFact(defined(facts.get(name), name));
    else {
      const set = sets.find((s) => s.name === name && (s.kind === "quantity" || s.kind === "parameter"));
      drawnQuantity(
        quantity,
        set !== undefined && "definition" in set ? set.definition : quantity.definition,
      );
    }
    open.pop();
  };
  const drawnQuantity = (quantity: Quantity, definition: Definition) => {
    const value = lowerDefinition(b, inside, quantity, definition);
    world.quantities.set(quantity.name, value);
    if (definition.kind === "distribution") unknowns.set(quantity.name, { rank: rankOf(b, quantity), value });
  };
  const drawnFact = (fact: Fact) => {
    const set = sets.find((s) => s.kind === "fact" && s.name === fact.name);
    const drawn = set?.kind === "fact" ? forcedFact(b, fact, set.value) : drawFact(b, scope, fact, watch);
    world.facts.set(fact.name, drawn);
    const value = b.typeOf(drawn) === "flag" ? b.select(drawn, b.number(1), b.number(0)) : drawn;
    if (b.constantOf(value) === null) unknowns.set(fact.name, { rank: value, value: total(value) });
  };
  world.onDemand = draw;
  // A named number of a rule that a scenario sets is looked up in the rule, or is drawn where it has been given a distribution.
  for (const set of sets) {
    if (set.kind !== "parameter" || quantities.has(set.name)) continue;
    const part = { name: set.name, partOf: set.name };
    const value = lowerDefinition(b, inside, part, set.definition);
    world.parameters.set(set.name, value);
    if (set.definition.kind === "distribution") unknowns.set(set.name, { rank: rankOf(b, part), value });
  }
  for (const name of model.onceOrder) draw(name);
  world.onDemand = null;
  return unknowns;
}

/** What quantities are in the base, as far as a scenario asks for it. */
function lazyBase(b: Builder, scope: Scope, model: Model, watch: Watch): (name: string) => Partial {
  let world: WorldValues | null = null;
  return (name) => {
    if (world === null) {
      world = { ...scope.world, quantities: new Map(), facts: new Map(), onDemand: null };
      drawOnce(b, scopeOf(b, scope.view, world), model, [], watch);
    }
    return world.quantities.get(name) ?? total(b.parameter(name, defined(parameterValue(model, name), name)));
  };
}

type Named = Pick<Quantity, "name" | "partOf">;

function lowerDefinition(b: Builder, scope: Scope, quantity: Named, definition: Definition): Partial {
  if (definition.kind === "expression") return lowerNumber(scope, definition.expression);
  return drawFrom(scope, definition.distribution, rankOf(b, quantity));
}

/** `peace.chance` is also the name that the event's own uniform is keyed by: the uncertain number in it has a part of its own. */
function rankOf(b: Builder, quantity: Named): ValueId {
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
  // scale·mean + √scale·(x − mean): the spread of a sum of independent draws.
  const { recipe, parameters } = lowerDistribution(scope, distribution);
  const mean = b.mean(
    recipe,
    parameters.map((p) => p.value),
  );
  const spread = b.multiply(b.number(root), b.subtract(drawn.value, mean));
  return { ...drawn, value: b.add(b.multiply(b.number(scale), mean), spread) };
}

/** The number that is written in a rule under a name. */
function parameterValue(model: Model, name: string): number | null {
  const stack: unknown[] = [model];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value !== "object" || value === null) continue;
    if (
      "kind" in value &&
      value.kind === "parameter" &&
      "value" in value &&
      "name" in value &&
      value.name === name
    ) {
      return value.value as number;
    }
    for (const part of Object.values(value)) stack.push(part);
  }
  return null;
}
