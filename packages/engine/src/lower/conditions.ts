import type { Condition } from "@casus/language";
import type { ValueId } from "../ir/program.js";
import { defined, lowerNumber } from "./numbers.js";
import { both } from "./partial.js";
import { clock, type Scope } from "./scope.js";

/** Emits a checked condition as a flag. Conditions always have a value: a comparison without one is false. */
export function lowerCondition(scope: Scope, condition: Condition): ValueId {
  const b = scope.builder;
  const { world } = scope;
  switch (condition.kind) {
    case "constant":
      return b.flag(condition.value);
    case "event":
      return eventNow(scope, condition.name);
    case "ever":
      return b.load(defined(world.events.get(condition.name), condition.name).has);
    case "happens": {
      const event = defined(world.events.get(condition.name), condition.name);
      return scope.view === "opening"
        ? defined(event.fires, condition.name)
        : b.load(defined(event.fired, condition.name));
    }
    case "fact":
      world.onDemand?.(condition.name);
      return defined(world.facts.get(condition.name), condition.name);
    case "fact is":
      world.onDemand?.(condition.name);
      return b.equal(defined(world.facts.get(condition.name), condition.name), b.number(condition.value));
    case "choice is": {
      const choice = defined(world.choices.get(condition.name), condition.name);
      const taken = scope.view === "opening" ? defined(choice.takes, condition.name) : b.load(choice.taken);
      return b.equal(taken, b.number(condition.option));
    }
    case "choice stands":
      return b.equal(
        b.load(defined(world.choices.get(condition.name), condition.name).stands),
        b.number(condition.option),
      );
    case "choice ever":
      return b.load(defined(world.choices.get(condition.name), condition.name).ever[condition.option]!);
    case "in force":
      return treatyInForce(scope, condition.treaty);
    case "steps":
      return during(scope, condition.first, condition.last);
    case "let": {
      const known = scope.flags.get(condition.name);
      if (known !== undefined) return known;
      const rule = world.model.lets.find((l) => l.name === condition.name);
      if (rule?.kind !== "condition") throw new Error(`no condition ${condition.name}`);
      const flag = lowerCondition(scope, rule.condition);
      scope.flags.set(condition.name, flag);
      return flag;
    }
    case "compare": {
      const x = lowerNumber(scope, condition.left);
      const y = lowerNumber(scope, condition.right);
      const holds = compare(scope, condition.operator, x.value, y.value);
      const valid = both(b, x.valid, y.valid);
      return valid === null ? holds : b.and(valid, holds);
    }
    case "not":
      return b.not(lowerCondition(scope, condition.operand));
    case "and":
      return b.and(lowerCondition(scope, condition.left), lowerCondition(scope, condition.right));
    case "or":
      return b.or(lowerCondition(scope, condition.left), lowerCondition(scope, condition.right));
    case "if": {
      const flag = lowerCondition(scope, condition.condition);
      const then = lowerCondition(scope, condition.then);
      const otherwise = lowerCondition(scope, condition.otherwise);
      return b.or(b.and(flag, then), b.and(b.not(flag), otherwise));
    }
    case "by":
    case "at":
      return defined(scope.dated, "a dated part").condition(condition);
  }
}

/** First ≤ k ≤ last, where k is the step of a rule, or the close that is looked at (at the opening of step k that of k − 1). */
function during(scope: Scope, first: number, last: number): ValueId {
  const shift = scope.view === "state" && scope.builder.section === "step" ? 1 : 0;
  return scope.builder.during(first === 0 ? 0 : first + shift, last + shift);
}

/** Operators as flags; `!=` is below or above, so that it too is false for what cannot be compared. */
export function compare(
  scope: Pick<Scope, "builder">,
  operator: "=" | "!=" | "<" | "<=" | ">" | ">=",
  x: ValueId,
  y: ValueId,
): ValueId {
  const b = scope.builder;
  switch (operator) {
    case "=":
      return b.equal(x, y);
    case "!=":
      return b.or(b.less(x, y), b.less(y, x));
    case "<":
      return b.less(x, y);
    case "<=":
      return b.lessOrEqual(x, y);
    case ">":
      return b.less(y, x);
    case ">=":
      return b.lessOrEqual(y, x);
  }
}

/** E alone: has happened; with an end: is going on. */
export function eventNow(scope: Scope, name: string): ValueId {
  const b = scope.builder;
  const event = defined(scope.world.events.get(name), name);
  if (event.end !== null) return b.less(clock(scope), b.load(event.end));
  return b.load(event.active ?? event.has);
}

/**
 * A treaty that a condition brings into force is so from the close at which the condition first holds. That state is kept up to the opening of the step before; the
 * close itself is looked at here, so that rules of a step and readings at a close see the same.
 */
export function treatyInForce(scope: Scope, name: string): ValueId {
  const b = scope.builder;
  const treaty = defined(
    scope.world.model.treaties.find((t) => t.name === name),
    name,
  );
  const state = defined(scope.world.treaties.get(name), name);
  const stateScope: Scope =
    scope.view === "state" ? scope : { ...scope, view: "state", numbers: new Map(), flags: new Map() };
  let begun: ValueId;
  if (treaty.inForce.kind === "never") return b.flag(false);
  if (treaty.inForce.kind === "step") begun = during(scope, treaty.inForce.step, b.steps);
  else begun = b.or(b.load(defined(state.force, name)), lowerCondition(stateScope, treaty.inForce.condition));
  if (treaty.until === null) return begun;
  if (treaty.until.kind === "step") return b.and(begun, during(scope, 0, treaty.until.step));
  const ended = b.or(
    b.load(defined(state.ended, name)),
    b.and(begun, lowerCondition(stateScope, treaty.until.condition)),
  );
  return b.and(begun, b.not(ended));
}
