import type { Distribution, NumberExpression } from "@casus/language";
import { fromPercentiles } from "../distributions/index.js";
import type { Builder } from "../ir/build.js";
import type { FamilyRecipe, ValueId } from "../ir/program.js";
import { lowerNumber } from "./numbers.js";
import { both, type LossSite, type Partial, total } from "./partial.js";
import type { Scope } from "./scope.js";

/** A family with the row of its parameters, emitted. */
export interface LoweredDistribution {
  readonly recipe: FamilyRecipe;
  readonly parameters: readonly Partial[];
}

const familyNames = {
  normal: "normal",
  lognormal: "lognormal",
  "lognormal-log": "lognormal-of-log",
  uniform: "uniform",
  triangular: "triangular",
  pert: "pert",
  beta: "beta",
  gamma: "gamma",
  exponential: "exponential",
  student: "student",
  poisson: "poisson",
  binomial: "binomial",
} as const;

/** A distribution of the language as a family with parameters. */
export function lowerDistribution(scope: Scope, distribution: Distribution): LoweredDistribution {
  const b = scope.builder;
  const constants = (name: string, values: readonly number[]): LoweredDistribution => ({
    recipe: { kind: "family", family: name },
    parameters: values.map((value) => total(b.number(value))),
  });
  switch (distribution.kind) {
    case "family":
      return {
        recipe: { kind: "family", family: familyNames[distribution.family] },
        parameters: distribution.parameters.map((p) => lowerNumber(scope, p)),
      };
    case "interval": {
      const found = fromPercentiles(distribution.family, {
        lowShare: distribution.lowPercentile,
        low: distribution.low,
        highShare: distribution.highPercentile,
        high: distribution.high,
      });
      if (typeof found === "string") throw new Error(found);
      return constants(found.family.name, found.parameters);
    }
    case "three points":
      return constants("shifted-lognormal", [
        distribution.percentile,
        distribution.low,
        distribution.middle,
        distribution.high,
      ]);
    case "n of m":
      return constants("beta", [
        distribution.successes + 1,
        distribution.trials - distribution.successes + 1,
      ]);
    case "mixture": {
      const parts = distribution.parts.map((part) =>
        part.kind === "distribution"
          ? lowerDistribution(scope, part.distribution)
          : {
              recipe: { kind: "family" as const, family: "constant" },
              parameters: [lowerNumber(scope, part.value)],
            },
      );
      const weights = distribution.weights.map((weight) => lowerNumber(scope, weight));
      return {
        recipe: { kind: "mixture", parts: parts.map((part) => part.recipe) },
        parameters: [...weights, ...parts.flatMap((part) => part.parameters)],
      };
    }
    case "truncated": {
      const operand = lowerDistribution(scope, distribution.operand);
      const bounds = [distribution.low, distribution.high].filter(
        (bound): bound is NumberExpression => bound !== null,
      );
      return {
        recipe: {
          kind: "truncated",
          operand: operand.recipe,
          low: distribution.low !== null,
          high: distribution.high !== null,
        },
        parameters: [...operand.parameters, ...bounds.map((bound) => lowerNumber(scope, bound))],
      };
    }
  }
}

/** The quantile of a distribution at a uniform. The commonest families are spelt out, so that they can be compiled. */
export function drawFrom(scope: Scope, distribution: Distribution, uniform: ValueId): Partial {
  const b = scope.builder;
  const { recipe, parameters } = lowerDistribution(scope, distribution);
  const values = parameters.map((p) => p.value);
  const allowed = b.allowed(recipe, values);
  const valid = [...parameters.map((p) => p.valid), b.constantOf(allowed) === 1 ? null : allowed].reduce(
    (x, y) => both(b, x, y),
    null,
  );
  const site: LossSite = { span: distribution.span, reason: "has parameters that its family does not allow" };
  const sites = [...parameters.flatMap((p) => p.sites), ...(b.constantOf(allowed) === 1 ? [] : [site])];
  return { value: quantile(b, recipe, uniform, values), valid, sites };
}

function quantile(
  b: Builder,
  recipe: FamilyRecipe,
  uniform: ValueId,
  parameters: readonly ValueId[],
): ValueId {
  const [x, y] = parameters as [ValueId, ValueId];
  const scores = () => b.add(x, b.multiply(y, b.normalQuantile(uniform)));
  const plain = parameters.every((p) => b.constantOf(p) !== null);
  if (recipe.kind === "family" && plain) {
    // With constant parameters these stay inside the range of doubles (their family has checked it).
    if (recipe.family === "normal") return scores();
    if (recipe.family === "lognormal-of-log") return b.exponential(scores());
    if (recipe.family === "logit-normal") return b.logistic(scores());
    if (recipe.family === "uniform") return b.add(x, b.multiply(b.subtract(y, x), uniform));
    if (recipe.family === "constant") return x;
  }
  return b.quantile(recipe, uniform, parameters, rangeOf(b, recipe, parameters));
}

/** Families on an interval of known ends spare the guards behind them. */
function rangeOf(
  b: Builder,
  recipe: FamilyRecipe,
  parameters: readonly ValueId[],
): { low: number; high: number } {
  const anything = { low: -Infinity, high: Infinity };
  if (recipe.kind !== "family") return anything;
  if (recipe.family === "beta" || recipe.family === "logit-normal") return { low: 0, high: 1 };
  if (["uniform", "triangular", "pert"].includes(recipe.family)) {
    return {
      low: Math.min(0, b.rangeOf(parameters[0]!).low),
      high: Math.max(0, b.rangeOf(parameters[parameters.length - 1]!).high),
    };
  }
  if (
    ["gamma", "exponential", "lognormal", "lognormal-of-log", "poisson", "binomial"].includes(recipe.family)
  )
    return { low: 0, high: Infinity };
  return anything;
}
