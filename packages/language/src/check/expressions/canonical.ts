/** A text that is equal for two checked expressions exactly where they are the same, however they were spelt. */
import type { Condition, NumberExpression } from "../../model/expression.js";

export function canonicalText(part: Condition | NumberExpression): string {
  switch (part.kind) {
    case "constant":
      return String(part.value);
    case "parameter":
    case "quantity":
    case "shock":
    case "stock":
    case "let":
    case "event":
    case "fact":
      return part.name;
    case "base value":
      return `base(${part.name})`;
    case "negate":
      return `-(${canonicalText(part.operand)})`;
    case "scale":
      return `(${canonicalText(part.operand)}*${part.factor})`;
    case "arithmetic":
    case "compare":
      return `(${canonicalText(part.left)} ${part.operator} ${canonicalText(part.right)})`;
    case "call":
      return `${part.function}(${part.arguments.map(canonicalText).join(", ")})`;
    case "if":
      return `(if ${canonicalText(part.condition)} then ${canonicalText(part.then)} else ${canonicalText(part.otherwise)})`;
    case "since":
      return `${part.perStep} since ${part.event}`;
    case "since date":
      return `${part.perStep} since @${part.position}`;
    case "at":
    case "by":
      return `${canonicalText(part.operand)} ${part.kind} ${part.step}`;
    case "ever":
    case "happens":
      return `${part.name} ${part.kind}`;
    case "fact is":
      return `${part.name} is ${part.value}`;
    case "choice is":
    case "choice stands":
    case "choice ever":
      return `${part.name} ${part.kind.slice(7)} ${part.option}`;
    case "in force":
      return `${part.treaty}.in_force`;
    case "steps":
      return `steps ${part.first}..${part.last}`;
    case "not":
      return `not (${canonicalText(part.operand)})`;
    case "and":
    case "or": {
      // The order of what `and` or `or` joins says nothing.
      const sides = joined(part, part.kind).map(canonicalText).sort();
      return `(${sides.join(` ${part.kind} `)})`;
    }
  }
}

function joined(condition: Condition, kind: "and" | "or"): Condition[] {
  if (condition.kind !== kind) return [condition];
  return [...joined(condition.left, kind), ...joined(condition.right, kind)];
}
