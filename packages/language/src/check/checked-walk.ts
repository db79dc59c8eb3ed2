/** Going through checked expressions: what they read. */
import type { Distribution } from "../model/distribution.js";
import type { Condition, NumberExpression } from "../model/expression.js";
import type { Definition, Let } from "../model/model.js";

export type Checked = Condition | NumberExpression;

/** The conditions and numbers directly inside one. */
export function checkedParts(part: Checked): readonly Checked[] {
  switch (part.kind) {
    case "arithmetic":
    case "compare":
    case "and":
    case "or":
      return [part.left, part.right];
    case "negate":
    case "scale":
    case "not":
    case "at":
    case "by":
      return [part.operand];
    case "call":
      return part.arguments;
    case "if":
      return [part.condition, part.then, part.otherwise];
    default:
      return [];
  }
}

/** What one part names: itself, not what is inside. */
function nameOf(part: Checked): string | null {
  switch (part.kind) {
    case "since":
      return part.event;
    case "in force":
      return part.treaty;
    case "parameter":
    case "quantity":
    case "shock":
    case "stock":
    case "let":
    case "base value":
    case "event":
    case "ever":
    case "happens":
    case "fact":
    case "fact is":
    case "choice is":
    case "choice stands":
    case "choice ever":
      return part.name;
    default:
      return null;
  }
}

/** Calls `visit` for every part, the bodies of lets included, each let once. */
export function visitChecked(
  lets: ReadonlyMap<string, Let>,
  parts: readonly (Checked | null)[],
  visit: (part: Checked) => void,
): void {
  const seen = new Set<string>();
  const stack = parts.filter((part) => part !== null).reverse();
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    visit(part);
    const inner = checkedParts(part);
    for (let i = inner.length - 1; i >= 0; i--) stack.push(inner[i] as Checked);
    if (part.kind !== "let" || seen.has(part.name)) continue;
    seen.add(part.name);
    const body = lets.get(part.name);
    if (body !== undefined) stack.push(body.kind === "number" ? body.expression : body.condition);
  }
}

/** Canonical names of everything that is read, lets followed through (and named themselves). */
export function readNames(lets: ReadonlyMap<string, Let>, parts: readonly (Checked | null)[]): Set<string> {
  const names = new Set<string>();
  visitChecked(lets, parts, (part) => {
    const name = nameOf(part);
    if (name !== null) names.add(name);
  });
  return names;
}

/** What has to be settled earlier in the same step: events that happen, choices that are taken. */
export function sameStepNames(
  lets: ReadonlyMap<string, Let>,
  parts: readonly (Checked | null)[],
): Map<string, Checked> {
  const names = new Map<string, Checked>();
  visitChecked(lets, parts, (part) => {
    if ((part.kind === "happens" || part.kind === "choice is") && !names.has(part.name))
      names.set(part.name, part);
  });
  return names;
}

/** The expressions inside a distribution. */
export function distributionParts(distribution: Distribution): NumberExpression[] {
  switch (distribution.kind) {
    case "family":
      return [...distribution.parameters];
    case "mixture":
      return [
        ...distribution.weights,
        ...distribution.parts.flatMap((part) =>
          part.kind === "value" ? [part.value] : distributionParts(part.distribution),
        ),
      ];
    case "truncated":
      return [
        ...distributionParts(distribution.operand),
        ...[distribution.low, distribution.high].filter((bound) => bound !== null),
      ];
    default:
      return [];
  }
}

export function definitionParts(definition: Definition): NumberExpression[] {
  return definition.kind === "expression"
    ? [definition.expression]
    : distributionParts(definition.distribution);
}
