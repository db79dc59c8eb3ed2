/** Whether something is nothing in steps in which nothing happens: what a lump has to be. */
import type { Condition, NumberExpression } from "../../model/expression.js";
import type { Let } from "../../model/model.js";
import { constantValue } from "../expressions/numbers.js";

type Lets = ReadonlyMap<string, Let>;

/** Where this holds, an event happens or an option is taken in this very step. */
export function impliesFiring(condition: Condition, lets: Lets): boolean {
  switch (condition.kind) {
    case "happens":
    case "choice is":
      return true;
    case "constant":
      return !condition.value;
    case "and":
      return impliesFiring(condition.left, lets) || impliesFiring(condition.right, lets);
    case "or":
      return impliesFiring(condition.left, lets) && impliesFiring(condition.right, lets);
    case "not":
      return impliesQuietly(condition.operand, lets);
    case "if":
      return (
        (impliesFiring(condition.condition, lets) || impliesFiring(condition.then, lets)) &&
        (impliesQuietly(condition.condition, lets) || impliesFiring(condition.otherwise, lets))
      );
    case "compare": {
      // `count of … > 0`: a number that vanishes in quiet steps is above something that is not negative.
      const { left, right, operator } = condition;
      const above = (number: NumberExpression, bound: NumberExpression, strict: boolean) => {
        const value = constantValue(bound);
        return value !== null && (strict ? value >= 0 : value > 0) && vanishes(number, lets, false);
      };
      if (operator === ">" || operator === ">=") return above(left, right, operator === ">");
      if (operator === "<" || operator === "<=") return above(right, left, operator === "<");
      return operator === "=" && (above(left, right, false) || above(right, left, false));
    }
    case "let": {
      const body = lets.get(condition.name);
      return body?.kind === "condition" && impliesFiring(body.condition, lets);
    }
    default:
      return false;
  }
}

/** Where this does NOT hold, something happens: `not (not E happens)`. */
function impliesQuietly(condition: Condition, lets: Lets): boolean {
  switch (condition.kind) {
    case "not":
      return impliesFiring(condition.operand, lets);
    case "constant":
      return condition.value;
    case "and":
      return impliesQuietly(condition.left, lets) && impliesQuietly(condition.right, lets);
    case "or":
      return impliesQuietly(condition.left, lets) || impliesQuietly(condition.right, lets);
    default:
      return false;
  }
}

/** Zero in every step in which nothing happens, or a shock, whose parts are spread over the steps by themselves. */
export function vanishes(number: NumberExpression, lets: Lets, shocks = true): boolean {
  switch (number.kind) {
    case "constant":
    case "parameter":
      return number.value === 0;
    case "shock":
      return shocks;
    case "arithmetic":
      switch (number.operator) {
        case "*":
          return vanishes(number.left, lets, shocks) || vanishes(number.right, lets, shocks);
        case "/":
          return vanishes(number.left, lets, shocks);
        case "^":
          return vanishes(number.left, lets, shocks) && (constantValue(number.right) ?? 0) > 0;
        default:
          return vanishes(number.left, lets, shocks) && vanishes(number.right, lets, shocks);
      }
    case "negate":
    case "scale":
      return vanishes(number.operand, lets, shocks);
    case "if":
      return (
        (impliesFiring(number.condition, lets) || vanishes(number.then, lets, shocks)) &&
        (impliesQuietly(number.condition, lets) || vanishes(number.otherwise, lets, shocks))
      );
    case "call":
      return (
        !["exp", "log", "logistic"].includes(number.function) &&
        number.arguments.every((argument) => vanishes(argument, lets, shocks))
      );
    case "let": {
      const body = lets.get(number.name);
      return body?.kind === "number" && vanishes(body.expression, lets, shocks);
    }
    default:
      return false;
  }
}
