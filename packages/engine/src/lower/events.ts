import type { EventRule, NumberExpression, Rate, Trigger } from "@casus/language";
import { positionOf, stepOf } from "@casus/language";
import type { Builder } from "../ir/build.js";
import type { ValueId } from "../ir/program.js";
import { lowerCondition } from "./conditions.js";
import { defined, lowerNumber } from "./numbers.js";
import { outside, type Partial } from "./partial.js";
import { type EventState, neverStep, type Scope } from "./scope.js";
import type { Watch } from "./watch.js";

/** Which slots an event needs, beside whether it has happened. */
export interface EventNeeds {
  readonly last: boolean;
  readonly fired: boolean;
}

/** State of an event at t₀, in the section `once`. */
export function startEvent(
  b: Builder,
  scope: Scope,
  event: EventRule,
  needs: EventNeeds,
  watch: Watch,
): EventState {
  const lasts = event.ends?.kind === "lasts";
  const state: EventState = {
    has: b.slot(`${event.name}.has`, "flag"),
    last: needs.last ? b.slot(`${event.name}.last`, "number") : null,
    end: lasts ? b.slot(`${event.name}.end`, "number") : null,
    active: event.ends?.kind === "until" ? b.slot(`${event.name}.active`, "flag") : null,
    fired: needs.fired ? b.slot(`${event.name}.fired`, "flag") : null,
    fires: null,
  };
  const before = firedBefore(b, scope, event, watch);
  b.store(state.has, before.has, "once");
  if (state.fired !== null) b.store(state.fired, b.flag(false), "once");
  if (state.active !== null) b.store(state.active, before.has, "once");
  if (state.last !== null)
    b.store(state.last, b.select(before.has, before.position, b.number(neverStep)), "once");
  if (state.end !== null && event.ends?.kind === "lasts") {
    const length = drawBetween(b, `${event.name}.lasts`, event.ends.low, event.ends.high, false);
    b.store(state.end, b.select(before.has, endStep(b, before.position, length), b.number(0)), "once");
  }
  return state;
}

/** Whether and where (position on the step axis, ≤ 0) an event has happened before t₀: only a date can say so, or a delay behind such an event. */
function firedBefore(
  b: Builder,
  scope: Scope,
  event: EventRule,
  watch: Watch,
): { has: ValueId; position: ValueId } {
  const none = { has: b.flag(false), position: b.number(0) };
  const { timeline } = scope.world.model;
  const { trigger } = event;
  if (trigger.kind === "on") {
    const start = timeline.starts[0];
    if (start === undefined || trigger.first >= start) return none;
    const days = trigger.last - trigger.first + 1;
    const before = Math.min(trigger.last, start - 1) - trigger.first + 1;
    const u = days === 1 ? b.number(0) : dayUniform(b, event.name);
    const position = (offset: number) => positionOf(timeline, trigger.first + offset);
    const perDay = position(1) - position(0);
    return {
      has: b.and(
        b.less(u, b.number(before / days)),
        happensAtAll(b, scope, event.name, trigger.chance, b.flag(true), watch),
      ),
      position: b.add(
        b.number(position(0)),
        b.multiply(b.floor(b.multiply(u, b.number(days))), b.number(perDay)),
      ),
    };
  }
  if (trigger.kind === "after") {
    const source = scope.world.model.events.find((e) => e.name === trigger.event);
    // The events of an obligation never lie before t₀.
    if (source === undefined) return none;
    const origin = firedBefore(b, scope, source, watch);
    if (b.constantOf(origin.has) === 0) return none;
    const position = b.add(
      origin.position,
      drawBetween(b, `${event.name}.after`, trigger.low, trigger.high, false),
    );
    const has = b.and(
      b.and(origin.has, b.less(position, b.number(0))),
      happensAtAll(b, scope, event.name, trigger.chance, b.flag(true), watch),
    );
    return { has, position };
  }
  return none;
}

/** The rule of an event in a step: whether it fires, and its state at the close. */
export function stepEvent(
  b: Builder,
  scope: Scope,
  event: EventRule,
  state: EventState,
  watch: Watch,
): ValueId {
  const k = b.stepNumber();
  const has = b.load(state.has);
  const opening = b.subtract(k, b.number(1));
  const going =
    state.end !== null
      ? b.less(opening, b.load(state.end))
      : state.active !== null
        ? b.load(state.active)
        : has;
  const may = event.repeats ? b.flag(true) : b.not(going);
  const when = event.when === null ? b.flag(true) : lowerCondition(scope, event.when);
  const fires = b.and(b.and(when, may), triggered(b, scope, event, { when, may: b.and(when, may) }, watch));
  state.fires = fires;

  b.store(state.has, b.or(has, fires));
  if (state.fired !== null) b.store(state.fired, fires);
  if (state.last !== null) b.store(state.last, b.select(fires, k, b.load(state.last)));
  if (state.end !== null && event.ends?.kind === "lasts") {
    const length = drawBetween(b, `${event.name}.lasts`, event.ends.low, event.ends.high, true);
    b.store(state.end, b.select(fires, endStep(b, k, length), b.load(state.end)));
  }
  if (state.active !== null && event.ends?.kind === "until") {
    const ends = b.and(b.load(state.active), lowerCondition(scope, event.ends.condition));
    b.store(state.active, b.or(fires, b.and(b.load(state.active), b.not(ends))));
  }
  return fires;
}

/** Whether the condition holds, and whether the event may fire at all. */
interface Eligible {
  readonly when: ValueId;
  readonly may: ValueId;
}

/** What decides beside the condition: the chance, the day, the delay. */
function triggered(b: Builder, scope: Scope, event: EventRule, eligible: Eligible, watch: Watch): ValueId {
  const { trigger, name } = event;
  switch (trigger.kind) {
    case "certain":
      return b.flag(true);
    case "on":
      return b.and(
        fallsDue(b, scope, event, trigger),
        happensAtAll(b, scope, name, trigger.chance, eligible.may, watch),
      );
    case "after": {
      const source = defined(scope.world.events.get(trigger.event), trigger.event);
      const first = b.load(firstFiring(scope, trigger.event));
      const delay = drawBetween(b, `${name}.after`, trigger.low, trigger.high, false);
      const due = endStep(b, first, delay);
      const come = b.and(b.load(source.has), b.equal(b.stepNumber(), due));
      return b.and(come, happensAtAll(b, scope, name, trigger.chance, eligible.may, watch));
    }
    case "trial":
      return trial(b, scope, event, trigger.chance, eligible.may, watch);
    case "rate":
      return survive(
        b,
        scope,
        event,
        rateHazard(b, scope, name, trigger.rate, eligible.may, watch),
        eligible.when,
      );
    case "window":
      return survive(
        b,
        scope,
        event,
        windowHazard(b, scope, name, trigger, eligible.may, watch),
        eligible.when,
      );
  }
}

/**
 * The survival law: an event that happens once has one uniform a run and fires when the product of (1 − h) over its steps falls to it or below: the same
 * distribution as a draw in each step, also where h depends on the state. One that may fire again draws in each step.
 */
function survive(b: Builder, scope: Scope, event: EventRule, hazard: ValueId, when: ValueId): ValueId {
  const survives = b.subtract(b.number(1), hazard);
  if (event.repeats || event.ends !== null) return b.lessOrEqual(survives, stepUniform(b, event.name));
  // The product goes on after the event has fired: it is then what the chance of not having fired would be.
  const survival = survivalSlot(b, event.name);
  scope.world.survivals.set(event.name, survival);
  const product = b.select(when, b.multiply(b.load(survival), survives), b.load(survival));
  b.store(survival, product);
  return b.lessOrEqual(product, runUniform(b, event.name));
}

/** One trial in the first step in which the condition holds; a repeating event has one in each. */
function trial(
  b: Builder,
  scope: Scope,
  event: EventRule,
  chance: NumberExpression,
  eligible: ValueId,
  watch: Watch,
): ValueId {
  const survives = b.subtract(
    b.number(1),
    chanceOf(b, scope, `${event.name}.chance`, chance, eligible, watch),
  );
  if (event.repeats) return b.lessOrEqual(survives, stepUniform(b, event.name));
  const tried = b.slot(`${event.name}.tried`, "flag");
  b.store(tried, b.flag(false), "once");
  b.store(tried, b.or(b.load(tried), eligible));
  return b.and(b.not(b.load(tried)), b.lessOrEqual(survives, runUniform(b, event.name)));
}

function rateHazard(
  b: Builder,
  scope: Scope,
  name: string,
  rate: Rate,
  eligible: ValueId,
  watch: Watch,
  part = "chance",
): ValueId {
  return b.hazard(chanceOf(b, scope, `${name}.${part}`, rate.chance, eligible, watch), rate.exponent);
}

function windowHazard(
  b: Builder,
  scope: Scope,
  name: string,
  trigger: Trigger & { kind: "window" },
  eligible: ValueId,
  watch: Watch,
): ValueId {
  const open = b.during(trigger.first, trigger.last);
  const steps = trigger.last - trigger.first + 1;
  const inside = b.hazard(
    chanceOf(b, scope, `${name}.chance`, trigger.chance, b.and(open, eligible), watch),
    1 / steps,
  );
  const later = b.during(trigger.last + 1, b.steps);
  const after =
    trigger.then === null
      ? b.number(0)
      : rateHazard(b, scope, name, trigger.then, b.and(later, eligible), watch, "then");
  return b.select(open, inside, b.select(later, after, b.number(0)));
}

/** A chance brought into 0 … 1; a run in which it lies outside, or has no value (it then counts as 0), is reported. */
export function chanceOf(
  b: Builder,
  scope: Scope,
  name: string,
  expression: NumberExpression,
  eligible: ValueId,
  watch: Watch,
): ValueId {
  const chance = lowerNumber(scope, expression);
  const value = withValue(b, name, expression, chance, eligible, watch);
  const out = outside(b, value, 0, 1);
  if (b.constantOf(out) === 0) return value;
  watch.add({ kind: "chance outside", name, span: expression.span }, b.and(eligible, out));
  return b.minimum(b.maximum(value, b.number(0)), b.number(1));
}

/** The number, or 0 with a report where it has no value. */
export function withValue(
  b: Builder,
  name: string,
  expression: NumberExpression,
  x: Partial,
  eligible: ValueId,
  watch: Watch,
): ValueId {
  if (x.valid === null) return x.value;
  watch.add(
    { kind: "rule without value", name, span: expression.span, sites: x.sites },
    b.and(eligible, b.not(x.valid)),
  );
  return b.select(x.valid, x.value, b.number(0));
}

/** A chance beside a day or a delay is drawn once a run. */
function happensAtAll(
  b: Builder,
  scope: Scope,
  name: string,
  chance: NumberExpression | null,
  eligible: ValueId,
  watch: Watch,
): ValueId {
  if (chance === null) return b.flag(true);
  const value = chanceOf(b, scope, `${name}.chance`, chance, eligible, watch);
  return b.lessOrEqual(b.subtract(b.number(1), value), runUniform(b, name));
}

/** A day drawn evenly from first … last: true in the step that holds it. */
function fallsDue(b: Builder, scope: Scope, event: EventRule, trigger: Trigger & { kind: "on" }): ValueId {
  const { timeline } = scope.world.model;
  if (trigger.first === trigger.last) {
    const step = stepOf(timeline, trigger.first);
    return b.during(step, step);
  }
  const days = trigger.last - trigger.first + 1;
  // shares[k]: the chance that the day lies before the end of step k.
  const shares = Array.from(
    { length: b.steps + 1 },
    (_, k) => Math.max(0, Math.min(days, (timeline.starts[k] as number) - trigger.first)) / days,
  );
  const u = dayUniform(b, event.name);
  const before = [0, ...shares.slice(0, -1)];
  return b.and(b.lessOrEqual(b.table(before), u), b.less(u, b.table(shares)));
}

/** x steps after the close of step k falls in step k + max(1, ⌈x⌉); behind a position before t₀ in the step that holds the day. */
export function endStep(b: Builder, position: ValueId, length: ValueId): ValueId {
  const late = b.add(position, b.maximum(b.number(1), b.ceiling(length)));
  if (b.rangeOf(position).low >= 0) return late;
  return b.select(b.less(position, b.number(0)), b.ceiling(b.add(position, length)), late);
}

/** A length drawn evenly between two plain ends. */
export function drawBetween(b: Builder, site: string, low: number, high: number, perStep: boolean): ValueId {
  if (low === high) return b.number(low);
  const u = b.draw("uniform", { site, perStep, unknown: false });
  return b.add(b.number(low), b.multiply(b.number(high - low), u));
}

const runUniform = (b: Builder, name: string) =>
  b.draw("uniform", { site: `${name}.chance`, perStep: false, unknown: false });
const stepUniform = (b: Builder, name: string) =>
  b.draw("uniform", { site: `${name}.chance`, perStep: true, unknown: false });
const dayUniform = (b: Builder, name: string) =>
  b.draw("uniform", { site: `${name}.day`, perStep: false, unknown: false });

function survivalSlot(b: Builder, name: string): number {
  const slot = b.slot(`${name}.survival`, "number");
  b.store(slot, b.number(1), "once");
  return slot;
}

/** The step of an event's first firing, which a delay counts from also where the event repeats; kept by {@link keepFirst}. */
function firstFiring(scope: Scope, name: string): number {
  return defined(scope.world.firstFirings.get(name), name);
}

/** Keeps the position of the first firing of an event that others are delayed behind. */
export function keepFirst(b: Builder, scope: Scope, event: EventRule, fires: ValueId): void {
  const slot = scope.world.firstFirings.get(event.name);
  if (slot === undefined) return;
  const state = defined(scope.world.events.get(event.name), event.name);
  b.store(slot, b.select(b.and(fires, b.not(b.load(state.has))), b.stepNumber(), b.load(slot)));
}

/** State of {@link keepFirst} at t₀. */
export function startFirst(b: Builder, scope: Scope, event: EventRule, watch: Watch): void {
  const slot = b.slot(`${event.name}.first`, "number");
  scope.world.firstFirings.set(event.name, slot);
  const before = firedBefore(b, scope, event, watch);
  b.store(slot, b.select(before.has, before.position, b.number(neverStep)), "once");
}
