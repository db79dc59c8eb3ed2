import type { EventRule, Obligation, Treaty } from "@casus/language";
import type { Builder } from "../ir/build.js";
import type { ValueId } from "../ir/program.js";
import { lowerCondition, treatyInForce } from "./conditions.js";
import { chanceOf, drawBetween, endStep } from "./events.js";
import { defined } from "./numbers.js";
import { type EventState, neverStep, type Scope, type TreatyState } from "./scope.js";
import type { Watch } from "./watch.js";

/** State of a treaty at t₀: nothing has been looked at yet. */
export function startTreaty(b: Builder, treaty: Treaty): TreatyState {
  const force = treaty.inForce.kind === "when" ? b.slot(`${treaty.name}.in_force`, "flag") : null;
  const ended = treaty.until?.kind === "condition" ? b.slot(`${treaty.name}.ended`, "flag") : null;
  if (force !== null) b.store(force, b.flag(false), "once");
  if (ended !== null) b.store(ended, b.flag(false), "once");
  return { force, ended };
}

/** At the opening of a step: what the last close has brought into force or ended stays so. */
export function stepTreaty(b: Builder, scope: Scope, treaty: Treaty, state: TreatyState): void {
  const look: Scope = { ...scope, view: "state", numbers: new Map(), flags: new Map() };
  let begun = b.flag(true);
  if (state.force !== null && treaty.inForce.kind === "when") {
    begun = b.or(b.load(state.force), lowerCondition(look, treaty.inForce.condition));
    b.store(state.force, begun);
  } else if (treaty.inForce.kind === "step") {
    // The close that is looked at is that of the step before.
    begun = b.during(treaty.inForce.step + 1, b.steps);
    if (treaty.inForce.step === 0) begun = b.flag(true);
  }
  if (state.ended !== null && treaty.until?.kind === "condition") {
    b.store(
      state.ended,
      b.or(b.load(state.ended), b.and(begun, lowerCondition(look, treaty.until.condition))),
    );
  }
}

/** Names of the events of an obligation that an actor is under. */
export const obligationEvents = (obligation: Obligation, actor: string) => ({
  due: `${obligation.name}.due(${actor})`,
  honoured: `${obligation.name}.honoured(${actor})`,
  violated: `${obligation.name}.violated(${actor})`,
});

/** Events of an obligation as declared ones: for their state, their names and their places. */
export function obligationRules(obligation: Obligation): EventRule[] {
  return obligation.duties.flatMap(({ actor }) =>
    Object.values(obligationEvents(obligation, actor)).map((name) => ({
      name,
      label: name,
      span: obligation.span,
      trigger: { kind: "certain" },
      when: { kind: "constant", value: false, span: obligation.span },
      repeats: false,
      ends: null,
      backing: obligation.backing,
    })),
  );
}

/** The first step in which the treaty is in force and the condition holds: the obligation falls due, once. */
export function stepDue(b: Builder, scope: Scope, obligation: Obligation): void {
  const inForce = treatyInForce(scope, obligation.treaty);
  for (const duty of obligation.duties) {
    const state = eventState(scope, obligationEvents(obligation, duty.actor).due);
    const falls = b.and(b.and(b.not(b.load(state.has)), inForce), lowerCondition(scope, duty.condition));
    fire(b, state, falls);
  }
}

/** Whether, and in which step, each obliged actor honours or violates what has fallen due. */
export function stepFulfilment(b: Builder, scope: Scope, obligation: Obligation, watch: Watch): void {
  for (const { actor } of obligation.duties) {
    const names = obligationEvents(obligation, actor);
    const due = eventState(scope, names.due);
    const falls = defined(due.fires, names.due);
    // The step in which it fell due, this one included.
    const dueStep = b.select(falls, b.stepNumber(), b.load(defined(due.last, names.due)));
    const isDue = b.or(b.load(due.has), falls);
    const honoured = eventState(scope, names.honoured);
    const violated = eventState(scope, names.violated);
    const open = b.and(isDue, b.not(b.or(b.load(honoured.has), b.load(violated.has))));
    const deadline = obligation.within === null ? dueStep : endStep(b, dueStep, b.number(obligation.within));
    const acts =
      obligation.honoured.kind === "chance"
        ? actsByChance(b, scope, obligation, obligation.honoured.chance, actor, falls, dueStep, watch)
        : actsByEvent(b, scope, obligation.honoured.events[actor] ?? null, deadline);
    const honours = b.and(open, acts);
    fire(b, honoured, honours);
    fire(b, violated, b.and(b.and(open, b.not(honours)), b.equal(b.stepNumber(), deadline)));
  }
}

/** Drawn once whether it acts; if so at a delay spread evenly over the duration. */
function actsByChance(
  b: Builder,
  scope: Scope,
  obligation: Obligation,
  chance: Parameters<typeof chanceOf>[3],
  actor: string,
  falls: ValueId,
  dueStep: ValueId,
  watch: Watch,
): ValueId {
  const site = `${obligation.name}.honoured(${actor})`;
  const p = chanceOf(b, scope, `${obligation.name}.honoured`, chance, falls, watch);
  const uniform = b.draw("uniform", { site, perStep: false, unknown: false });
  const decision = b.lessOrEqual(b.subtract(b.number(1), p), uniform);
  if (obligation.within === null) return decision;
  // A chance that reads the state is that of the step in which the obligation fell due.
  let decided = decision;
  if (b.instruction(decision).section !== "once") {
    const slot = b.slot(`${site}.acts`, "flag");
    b.store(slot, b.flag(false), "once");
    decided = b.or(b.and(falls, decision), b.and(b.not(falls), b.load(slot)));
    b.store(slot, decided);
  }
  const delay = drawBetween(b, `${obligation.name}.delay(${actor})`, 0, obligation.within, false);
  return b.and(decided, b.equal(b.stepNumber(), endStep(b, dueStep, delay)));
}

/** The event that fulfils has happened, before the obligation fell due or by its deadline. */
function actsByEvent(b: Builder, scope: Scope, event: string | null, deadline: ValueId): ValueId {
  if (event === null) return b.flag(false);
  const state = eventState(scope, event);
  const happened = b.or(b.load(state.has), defined(state.fires, event));
  return b.and(happened, b.lessOrEqual(b.stepNumber(), deadline));
}

function fire(b: Builder, state: EventState, fires: ValueId): void {
  state.fires = fires;
  b.store(state.has, b.or(b.load(state.has), fires));
  if (state.fired !== null) b.store(state.fired, fires);
  if (state.last !== null)
    b.store(state.last, b.select(fires, b.stepNumber(), b.load(state.last, { low: 0, high: neverStep })));
}

function eventState(scope: Scope, name: string): EventState {
  return defined(scope.world.events.get(name), name);
}
