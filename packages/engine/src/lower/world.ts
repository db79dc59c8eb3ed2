import type {
  Ask,
  Condition,
  Intervention,
  Model,
  NumberExpression,
  Question,
  Scenario,
} from "@casus/language";
import { stepOf } from "@casus/language";
import { Builder } from "../ir/build.js";
import { readsDraws } from "../ir/draws.js";
import type { Program, ValueId } from "../ir/program.js";
import { prune } from "../ir/prune.js";
import { verify } from "../ir/verify.js";
import { startChoice, stepChoice } from "./choices.js";
import { obligationRules, startTreaty, stepDue, stepFulfilment, stepTreaty } from "./commitments.js";
import { lowerCondition } from "./conditions.js";
import { keepFirst, startEvent, startFirst, stepEvent } from "./events.js";
import { eventNeeds } from "./needs.js";
import { drawOnce, drawShock } from "./once.js";
import type { LossSite, Partial } from "./partial.js";
import { type Reader, readerOf } from "./readings.js";
import { emptyWorld, type Scope, scopeOf, type WorldValues } from "./scope.js";
import { startStock, stepStocks } from "./stocks.js";
import { type Watch, type Watched, watchIn } from "./watch.js";

/** One world, ready to be run: its program and where in it each thing that is wanted stands. */
export interface World {
  readonly scenario: string | null;
  /** The model with what the scenario sets written into its rules. */
  readonly model: Model;
  readonly program: Program;
  /** By probe. */
  readonly watched: readonly Watched[];
  readonly asks: readonly LoweredAsk[];
  /** Asks, by their place, whose outcome is the same in every run. */
  readonly settled: readonly boolean[];
  /** Flags and numbers of the section `weigh`, by key; only in the base. */
  readonly record: ReadonlyMap<string, Reading>;
  /** Uniforms and values of the unknowns, for what an answer rests on. */
  readonly unknowns: ReadonlyMap<string, { readonly rank: ValueId; readonly value: Partial }>;
}

export interface Reading {
  readonly value: ValueId;
  /** Of a number: has a value; null: always. */
  readonly valid: ValueId | null;
}

export interface LoweredAsk {
  readonly question: Question;
  readonly ask: Ask;
  /** In `read`: a flag (`isFlag`), or a number: a value, or the index of a fact's value. */
  readonly outcome: ValueId;
  readonly isFlag: boolean;
  /** The outcome is a probability given everything else in the run, in place of 0 or 1. */
  readonly smooth: boolean;
  /** In `read`: has a value; null: always. */
  readonly valid: ValueId | null;
  readonly sites: readonly LossSite[];
  /** In `weigh`. */
  readonly given: ValueId | null;
  /** Column that holds where the question lapses; and one of whether it has happened, where the outcome itself does not tell. */
  readonly moot: number | null;
  readonly happened: number | null;
  /** How the outcome is settled before its date: when it turns true, when it turns false, or not at all; or it has no date and is settled from the start. */
  readonly settles: "true" | "false" | "at the end" | "at the start";
  readonly endStep: number;
}

/** What the base has to read beside its asks. */
export interface RecordReadings {
  readonly conditions: readonly { readonly key: string; readonly condition: Condition }[];
  readonly numbers: readonly { readonly key: string; readonly expression: NumberExpression }[];
}

/** Whether an event's survival product may stand for it in an answer under a `given`. */
export type Smooth = (event: string, given: Condition | null) => boolean;

export const noRecord: RecordReadings = { conditions: [], numbers: [] };

/**
 * Lowers a model, as a scenario changes it, to a program.
 * @throws {ProgramFault} if the result breaks the rules of the representation, which is a fault of ours.
 */
export function lowerWorld(
  model: Model,
  scenario: Scenario | null,
  questions: readonly Question[],
  record: RecordReadings,
  smooth: Smooth,
): World {
  // Stocks can lose their value through each other's flows: lower again until no more are found.
  let losing = new Map<string, readonly LossSite[]>();
  for (;;) {
    const attempt = lowerOnce(model, scenario, questions, record, smooth, losing);
    const more = [...attempt.losing].some(([name, sites]) => losing.get(name)?.length !== sites.length);
    if (!more) {
      verify(attempt.world.program);
      return attempt.world;
    }
    losing = new Map(attempt.losing);
  }
}

function lowerOnce(
  model: Model,
  scenario: Scenario | null,
  questions: readonly Question[],
  record: RecordReadings,
  smooth: Smooth,
  losing: ReadonlyMap<string, readonly LossSite[]>,
): { world: World; losing: Map<string, readonly LossSite[]> } {
  const b = new Builder(model.timeline.steps);
  const sets = scenario?.sets ?? [];
  const changed = changedModel(model, sets);
  const world = emptyWorld(changed);
  const watch = watchIn(b);
  const scope = scopeOf(b, "opening", world);
  const unknowns = drawOnce(b, scope, model, sets, watch);
  startState(b, scope, losing, watch);
  b.section = "step";
  const found = [...startLosses(world), ...lowerStep(b, scope, sets, watch)];
  const reader = readerOf(b, world);
  const asks = questions.flatMap((question) =>
    question.asks.map((ask) => lowerAsk(b, reader, question, ask, smooth)),
  );
  const readings = new Map<string, Reading>();
  if (scenario === null) {
    for (const { key, condition } of record.conditions)
      readings.set(key, { value: reader.condition(condition, "weigh"), valid: null });
    for (const { key, expression } of record.numbers) readings.set(key, reader.number(expression, "weigh"));
    lowerChecks(b, reader, model, watch);
  }
  const program = prune(b.finish(), {
    values: [
      ...[...unknowns.values()].flatMap(({ rank, value }) => [rank, value.value]),
      ...asks.flatMap((ask) => present(ask.outcome, ask.valid, ask.given)),
      ...[...readings.values()].flatMap(({ value, valid }) => present(value, valid)),
    ],
    columns: asks.flatMap((ask) => present(ask.moot, ask.happened)),
  });
  return {
    world: {
      scenario: scenario?.name ?? null,
      model: changed,
      program,
      settled: asks.map((ask) => !readsDraws(program, ask.outcome)),
      watched: watch.watched,
      asks,
      record: readings,
      unknowns,
    },
    losing: uniteLosses([...losing, ...found]),
  };
}

const present = (...values: readonly (ValueId | null)[]) => values.filter((value) => value !== null);

/** What a scenario says of events and treaties, written into their rules. */
function changedModel(model: Model, sets: readonly Intervention[]): Model {
  const events = model.events.map((event) => {
    const set = sets.find(
      (s) => s.name === event.name && (s.kind === "event on" || s.kind === "event never"),
    );
    if (set?.kind === "event on")
      return {
        ...event,
        when: null,
        trigger: { kind: "on", first: set.day, last: set.day, chance: null } as const,
      };
    if (set?.kind === "event never") {
      return {
        ...event,
        trigger: { kind: "certain" } as const,
        when: { kind: "constant", value: false, span: event.span } as const,
      };
    }
    return event;
  });
  const treaties = model.treaties.map((treaty) => {
    const set = sets.find(
      (s) => s.name === treaty.name && (s.kind === "treaty from" || s.kind === "treaty never"),
    );
    if (set?.kind === "treaty from")
      return { ...treaty, inForce: { kind: "step", step: stepOf(model.timeline, set.day) } as const };
    if (set?.kind === "treaty never") return { ...treaty, inForce: { kind: "never" } as const };
    return treaty;
  });
  const quantities = model.quantities.map((quantity) => {
    const set = sets.find(
      (s) => s.name === quantity.name && (s.kind === "quantity" || s.kind === "parameter"),
    );
    return set !== undefined && "definition" in set ? { ...quantity, definition: set.definition } : quantity;
  });
  return { ...model, events, treaties, quantities };
}

/** Stocks whose start can be without value. */
function startLosses(world: WorldValues): [string, readonly LossSite[]][] {
  return [...world.stocks].flatMap(([name, { startSites }]) =>
    startSites.length > 0 ? [[name, startSites]] : [],
  );
}

/** All places where each stock can lose its value, each once: flows name those of the stocks that they read again. */
function uniteLosses(
  losses: readonly (readonly [string, readonly LossSite[]])[],
): Map<string, readonly LossSite[]> {
  const united = new Map<string, LossSite[]>();
  for (const [name, sites] of losses) {
    const known = united.get(name) ?? [];
    const isKnown = (site: LossSite) =>
      known.some((other) => other.span === site.span && other.reason === site.reason);
    united.set(name, [...known, ...sites.filter((site, i) => !isKnown(site) && sites.indexOf(site) === i)]);
  }
  return united;
}

/** State at t₀, in the section `once`. */
function startState(
  b: Builder,
  scope: Scope,
  losing: ReadonlyMap<string, readonly LossSite[]>,
  watch: Watch,
): void {
  const { world } = scope;
  const { model } = world;
  const needs = eventNeeds(model);
  for (const event of model.events)
    if (needs.delayedBehind.has(event.name)) startFirst(b, scope, event, watch);
  for (const event of model.events)
    world.events.set(event.name, startEvent(b, scope, event, needs.of(event.name), watch));
  for (const obligation of model.obligations) {
    for (const rule of obligationRules(obligation)) {
      const due = rule.name.startsWith(`${obligation.name}.due(`);
      const own = needs.of(rule.name);
      if (needs.delayedBehind.has(rule.name)) startFirst(b, scope, rule, watch);
      world.events.set(rule.name, startEvent(b, scope, rule, { ...own, last: own.last || due }, watch));
    }
  }
  for (const choice of model.choices) world.choices.set(choice.name, startChoice(b, choice));
  for (const treaty of model.treaties) world.treaties.set(treaty.name, startTreaty(b, treaty));
  for (const stock of model.stocks)
    world.stocks.set(stock.name, startStock(b, scope, stock, losing.get(stock.name)));
}

/** The rules of a step: treaties look at the last close, then events, choices and obligations in the order of `happens`, then the stocks. */
function lowerStep(
  b: Builder,
  scope: Scope,
  sets: readonly Intervention[],
  watch: Watch,
): Map<string, readonly LossSite[]> {
  const { world } = scope;
  const { model } = world;
  for (const shock of model.shocks) world.shocks.set(shock.name, drawShock(b, scope, shock));
  for (const treaty of model.treaties) stepTreaty(b, scope, treaty, world.treaties.get(treaty.name)!);
  const events = new Map(model.events.map((event) => [event.name, event]));
  const choices = new Map(model.choices.map((choice) => [choice.name, choice]));
  const obligations = new Map(model.obligations.map((obligation) => [obligation.name, obligation]));
  for (const name of model.stepOrder) {
    const event = events.get(name);
    if (event !== undefined) {
      keepFirst(b, scope, event, stepEvent(b, scope, event, world.events.get(name)!, watch));
      continue;
    }
    const choice = choices.get(name);
    if (choice !== undefined) {
      const forced = sets.find((s) => s.kind === "choice" && s.name === name);
      stepChoice(
        b,
        scope,
        choice,
        world.choices.get(name)!,
        forced?.kind === "choice" ? forced.option : null,
        watch,
      );
      continue;
    }
    const obligation = obligations.get(name);
    if (obligation !== undefined) {
      stepFulfilment(b, scope, obligation, watch);
      for (const rule of obligationRules(obligation))
        keepFirst(b, scope, rule, world.events.get(rule.name)!.fires!);
      continue;
    }
    const due = obligations.get(name.replace(/\.due$/, ""));
    if (due === undefined) throw new Error(`${name} is in no order`);
    stepDue(b, scope, due);
  }
  return stepStocks(b, scope, watch);
}

function lowerAsk(b: Builder, reader: Reader, question: Question, ask: Ask, smooth: Smooth): LoweredAsk {
  const steps = b.steps;
  const given = ask.given === null ? null : reader.condition(ask.given.condition, "weigh");
  const moot = question.moot === null ? null : reader.column(question.moot);
  const common = { question, ask, given, moot };
  const flag = { isFlag: true, smooth: false, happened: null, valid: null, sites: [] };
  switch (ask.kind) {
    case "probability": {
      const { condition } = ask;
      const event =
        condition.kind === "by" && condition.end && condition.operand.kind === "ever"
          ? condition.operand.name
          : null;
      const survival = event === null ? undefined : reader.closing.world.survivals.get(event);
      if (event !== null && survival !== undefined && smooth(event, ask.given?.condition ?? null)) {
        const outcome = reader.happened(survival, event);
        // Whether a question lapses first is told from what has happened, not from how likely it was.
        const happened = moot === null ? null : reader.column({ kind: "ever", name: event, span: ask.span });
        return {
          ...common,
          ...flag,
          isFlag: false,
          smooth: true,
          outcome,
          happened,
          settles: "true",
          endStep: ask.endStep,
        };
      }
      const outcome = reader.condition(condition, "read");
      return { ...common, ...flag, outcome, settles: settlement(ask.condition), endStep: ask.endStep };
    }
    case "value": {
      const { value, valid, sites } = reader.number(ask.expression, "read");
      return {
        ...common,
        isFlag: false,
        smooth: false,
        happened: null,
        outcome: value,
        valid,
        sites,
        settles: "at the end",
        endStep: ask.endStep,
      };
    }
    case "date": {
      const ever: Condition = { kind: "ever", name: ask.event, span: ask.span };
      const outcome = reader.condition(
        { kind: "by", operand: ever, step: steps, end: true, span: ask.span },
        "read",
      );
      return { ...common, ...flag, outcome, settles: "true", endStep: steps };
    }
    case "categories": {
      const fact = reader.closing.world.facts.get(ask.fact);
      if (fact === undefined) throw new Error(`${ask.fact} is not lowered`);
      return {
        ...common,
        ...flag,
        isFlag: b.typeOf(fact) === "flag",
        outcome: fact,
        settles: "at the start",
        endStep: steps,
      };
    }
  }
}

/** A condition made of `by` parts alone only ever turns one way, where no part stands against the others. */
function settlement(condition: Condition): LoweredAsk["settles"] {
  const signs = new Set<boolean>();
  const walk = (c: Condition, positive: boolean): boolean => {
    if (c.kind === "not") return walk(c.operand, !positive);
    if (c.kind === "and" || c.kind === "or") return walk(c.left, positive) && walk(c.right, positive);
    if (c.kind === "fact" || c.kind === "fact is" || c.kind === "constant") return true;
    signs.add(positive);
    return c.kind === "by" && c.end;
  };
  if (!walk(condition, true) || signs.size > 1) return "at the end";
  if (signs.size === 0) return "at the start";
  return signs.has(true) ? "true" : "false";
}

function lowerChecks(b: Builder, reader: Reader, model: Model, watch: Watch): void {
  b.section = "close";
  for (const check of model.checks) {
    watch.add(
      { kind: "check fails", name: check.text, span: check.span },
      b.not(lowerCondition(reader.closing, check.condition)),
    );
  }
}
