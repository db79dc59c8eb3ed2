/** Distributions with numbers for parameters: family, percentiles, moments and a small curve. */
import type { Distribution, Model, Unit } from "@casus/language";
import { unitText } from "@casus/language";
import { describe, type Family } from "../distributions/index.js";
import { Builder } from "../ir/build.js";
import { familyOf } from "../ir/recipes.js";
import { lowerDistribution } from "../lower/draws.js";
import { emptyWorld, scopeOf } from "../lower/scope.js";
import type { Curve, ExplainedDistribution } from "./explanation.js";
import { namesIn } from "./names.js";
import { constantOf, numberText, percentText } from "./numbers.js";

const curveParts = 32;

/** Null where a parameter is a name, or the family does not allow the parameters. */
export function spreadOf(model: Model, distribution: Distribution, unit: Unit): ExplainedDistribution | null {
  const words = distributionWords(distribution, unit);
  const known = knownFamily(model, distribution);
  if (known === null) return null;
  const { mean, sd, ...percentiles } = describe(known.family, known.parameters);
  return { words, percentiles, mean, sd, curve: curveOf(known.family, known.parameters), runs: null };
}

function knownFamily(
  model: Model,
  distribution: Distribution,
): { readonly family: Family; readonly parameters: readonly number[] } | null {
  if (namesIn([distribution]).length > 0) return null;
  const b = new Builder(0);
  const { recipe, parameters } = lowerDistribution(scopeOf(b, "state", emptyWorld(model)), distribution);
  const numbers: number[] = [];
  for (const { value } of parameters) {
    const number = b.constantOf(value);
    if (number === null) return null;
    numbers.push(number);
  }
  const family = familyOf(recipe);
  return family.refuse(numbers) === null ? { family, parameters: numbers } : null;
}

/** From the 1st to the 99th percentile. */
function curveOf(family: Family, p: readonly number[]): Curve | null {
  const low = family.quantile(0.01, p);
  const high = family.quantile(0.99, p);
  if (!(high > low)) return null;
  const chances: number[] = [];
  let before = family.cdf(low, p);
  for (let part = 1; part <= curveParts; part++) {
    const here = family.cdf(low + ((high - low) * part) / curveParts, p);
    chances.push(Math.max(0, here - before));
    before = here;
  }
  return { low, high, chances };
}

const families = {
  normal: "normal",
  lognormal: "lognormal",
  "lognormal-log": "lognormal",
  uniform: "uniform",
  triangular: "triangular",
  pert: "PERT",
  beta: "beta",
  gamma: "gamma",
  exponential: "exponential",
  student: "Student",
  poisson: "Poisson",
  binomial: "binomial",
  "logit-normal": "logit-normal",
} as const;

const parameterNames = {
  normal: ["mean", "standard deviation"],
  lognormal: ["mean", "standard deviation"],
  "lognormal-log": ["mu", "sigma"],
  uniform: ["from", "to"],
  triangular: ["lowest", "likeliest", "highest"],
  pert: ["lowest", "likeliest", "highest"],
  beta: ["a", "b"],
  gamma: ["mean", "standard deviation"],
  exponential: ["mean"],
  student: ["degrees of freedom", "mean", "scale"],
  poisson: ["mean"],
  binomial: ["trials", "chance"],
} as const;

/** `lognormal: 5% below 4,000, 5% above 16,000 soldier`. Parameters that are no numbers are called by their names. */
export function distributionWords(distribution: Distribution, unit: Unit): string {
  const name = unitText(unit);
  const behind = name === "" ? "" : ` ${name}`;
  switch (distribution.kind) {
    case "family": {
      const names: readonly string[] = parameterNames[distribution.family];
      const parts = distribution.parameters.map((parameter, index) => {
        const value = constantOf(parameter);
        const text = value === null ? namesIn([parameter]).join(", ") || "a formula" : numberText(value);
        return `${names[index] ?? ""} ${text}`.trim();
      });
      return `${families[distribution.family]}: ${parts.join(", ")}${distribution.family === "lognormal-log" ? " of its logarithm" : behind}`;
    }
    case "interval": {
      const low = percentText(distribution.lowPercentile);
      const high = percentText(1 - distribution.highPercentile);
      return `${families[distribution.family]}: ${low} below ${numberText(distribution.low)}, ${high} above ${numberText(distribution.high)}${behind}`;
    }
    case "three points": {
      const outside = percentText(distribution.percentile);
      return `skewed through three points: ${outside} below ${numberText(distribution.low)}, half below ${numberText(distribution.middle)}, ${outside} above ${numberText(distribution.high)}${behind}`;
    }
    case "n of m":
      return `beta, from ${numberText(distribution.successes)} cases in ${numberText(distribution.trials)}: a ${numberText(distribution.successes + 1)}, b ${numberText(distribution.trials - distribution.successes + 1)}`;
    case "mixture": {
      const parts = distribution.parts.map((part, index) => {
        const weight = distribution.weights[index];
        const share = weight === undefined ? null : constantOf(weight);
        const value = part.kind === "value" ? constantOf(part.value) : null;
        const words =
          part.kind === "distribution"
            ? distributionWords(part.distribution, unit)
            : value === null
              ? namesIn([part.value]).join(", ")
              : `exactly ${numberText(value)}${behind}`;
        return `${share === null ? "in part" : percentText(share)} ${words}`;
      });
      return `one of several: ${parts.join("; ")}`;
    }
    case "truncated": {
      const bound = (words: string, expression: typeof distribution.low): string[] => {
        if (expression === null) return [];
        const value = constantOf(expression);
        return [`${words} ${value === null ? namesIn([expression]).join(", ") : numberText(value)}`];
      };
      const bounds = [...bound("below", distribution.low), ...bound("above", distribution.high)];
      return `${distributionWords(distribution.operand, unit)}; cut off ${bounds.join(" and ")}`;
    }
  }
}
