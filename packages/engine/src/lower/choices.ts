import type { Choice } from "@casus/language";
import type { Builder } from "../ir/build.js";
import type { ValueId } from "../ir/program.js";
import { lowerCondition } from "./conditions.js";
import { withValue } from "./events.js";
import { lowerNumber } from "./numbers.js";
import type { ChoiceState, Scope } from "./scope.js";
import type { Watch } from "./watch.js";

const none = -1;

/** State of a choice at t₀: nothing taken. */
export function startChoice(b: Builder, choice: Choice): ChoiceState {
  const state: ChoiceState = {
    taken: b.slot(`${choice.name}.taken`, "number"),
    stands: b.slot(`${choice.name}.stands`, "number"),
    ever: choice.options.map((option) => b.slot(`${choice.name}.ever.${option.name}`, "flag")),
    next: choice.every !== null && choice.every > 1 ? b.slot(`${choice.name}.next`, "number") : null,
    takes: null,
  };
  if (state.next !== null) b.store(state.next, b.number(0), "once");
  b.store(state.taken, b.number(none), "once");
  b.store(state.stands, b.number(none), "once");
  for (const slot of state.ever) b.store(slot, b.flag(false), "once");
  return state;
}

/** The rule of a choice in a step: the index of the option that is taken, −1 for none. `forced`: the option that a scenario sets. */
export function stepChoice(
  b: Builder,
  scope: Scope,
  choice: Choice,
  state: ChoiceState,
  forced: number | null,
  watch: Watch,
): void {
  const when = choice.when === null ? b.flag(true) : lowerCondition(scope, choice.when);
  const may = b.and(when, spanPassed(b, choice, state));
  const drawn = drawOption(b, scope, choice, may, watch);
  const takes = b.and(may, drawn.some);
  const index = forced === null ? drawn.index : b.number(forced);
  state.takes = b.select(takes, index, b.number(none));

  b.store(state.taken, state.takes);
  b.store(state.stands, b.select(takes, index, b.load(state.stands)));
  state.ever.forEach((slot, i) =>
    b.store(slot, b.or(b.load(slot), b.equal(state.takes as ValueId, b.number(i)))),
  );
  if (state.next !== null && choice.every !== null) {
    b.store(state.next, b.select(takes, b.add(b.stepNumber(), b.number(choice.every)), b.load(state.next)));
  }
}

function spanPassed(b: Builder, choice: Choice, state: ChoiceState): ValueId {
  if (choice.every === null) return b.less(b.load(state.stands), b.number(0));
  if (state.next === null) return b.flag(true);
  return b.lessOrEqual(b.load(state.next), b.stepNumber());
}

/** Draws an option in proportion to the weights; `some`: there is a weight above 0. */
function drawOption(
  b: Builder,
  scope: Scope,
  choice: Choice,
  may: ValueId,
  watch: Watch,
): { index: ValueId; some: ValueId } {
  const weights = choice.options.map((option) => {
    const name = `${choice.name}.${option.name}.weight`;
    const weight = withValue(b, name, option.weight, lowerNumber(scope, option.weight), may, watch);
    if (b.rangeOf(weight).low >= 0) return weight;
    watch.add(
      { kind: "weight below zero", name, span: option.weight.span },
      b.and(may, b.less(weight, b.number(0))),
    );
    return b.maximum(weight, b.number(0));
  });
  return drawIndex(b, weights, b.draw("uniform", { site: choice.name, perStep: true, unknown: false }));
}

/** The index i in which u·total falls among the cumulated weights. Weights are 0 or more. */
export function drawIndex(
  b: Builder,
  weights: readonly ValueId[],
  uniform: ValueId,
): { index: ValueId; some: ValueId } {
  const cumulated = weights.map((_, i) => weights.slice(0, i + 1).reduce(b.add));
  const total = cumulated[cumulated.length - 1] as ValueId;
  const target = b.multiply(uniform, total);
  let index = b.number(weights.length - 1);
  for (let i = weights.length - 2; i >= 0; i--)
    index = b.select(b.less(target, cumulated[i] as ValueId), b.number(i), index);
  return { index, some: b.less(b.number(0), total) };
}
