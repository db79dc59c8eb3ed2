import type { Family } from "../distributions/index.js";
import * as distributions from "../distributions/index.js";
import type { FamilyRecipe } from "./program.js";

const families: readonly Family[] = [
  distributions.normal,
  distributions.lognormal,
  distributions.lognormalOfLog,
  distributions.shiftedLognormal,
  distributions.logitNormal,
  distributions.uniform,
  distributions.triangular,
  distributions.pert,
  distributions.beta,
  distributions.gamma,
  distributions.exponential,
  distributions.student,
  distributions.poisson,
  distributions.binomial,
  distributions.constant,
];
const byName = new Map(families.map((family) => [family.name, family]));

/** The family that a recipe describes; a fresh one at each call for mixtures and truncations, which keep working space. */
export function familyOf(recipe: FamilyRecipe): Family {
  switch (recipe.kind) {
    case "family": {
      const family = byName.get(recipe.family);
      if (family === undefined) throw new Error(`no family ${recipe.family}`);
      return family;
    }
    case "mixture":
      return distributions.mixtureOf(recipe.parts.map(familyOf));
    case "truncated":
      return distributions.truncated(familyOf(recipe.operand), { low: recipe.low, high: recipe.high });
  }
}

/** The mean of a family at some parameters; 0 where it has none, or does not allow them. */
export function meanOf(family: Family, parameters: readonly number[]): number {
  return family.refuse(parameters) === null ? (family.mean(parameters) ?? 0) : 0;
}
