import type { Distribution, Model, NumberExpression } from "@casus/language";
import { Builder } from "../ir/build.js";
import { familyOf } from "../ir/recipes.js";
import { lowerDistribution } from "./draws.js";
import { emptyWorld, scopeOf } from "./scope.js";

/** The quantile function of a quantity whose distribution has plain numbers for parameters; null for anything else. */
export function priorQuantile(model: Model, value: NumberExpression): ((u: number) => number) | null {
  if (value.kind === "at") return priorQuantile(model, value.operand);
  if (value.kind !== "quantity") return null;
  const definition = model.quantities.find((q) => q.name === value.name)?.definition;
  if (definition?.kind !== "distribution" || !isPlain(definition.distribution)) return null;
  const b = new Builder(0);
  const { recipe, parameters } = lowerDistribution(
    scopeOf(b, "state", emptyWorld(model)),
    definition.distribution,
  );
  const family = familyOf(recipe);
  const numbers = parameters.map((p) => b.constantOf(p.value));
  if (numbers.some((n) => n === null) || family.refuse(numbers as number[]) !== null) return null;
  return (u) => family.quantile(Math.min(Math.max(u, 2 ** -33), 1 - 2 ** -33), numbers as number[]);
}

/** Nothing in it is a name. */
function isPlain(distribution: Distribution): boolean {
  const stack: unknown[] = [distribution];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value !== "object" || value === null) continue;
    if ("kind" in value && "name" in value) return false;
    for (const [key, part] of Object.entries(value)) if (key !== "span" && key !== "unit") stack.push(part);
  }
  return true;
}
