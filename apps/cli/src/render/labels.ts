import { closeDate, type Model } from "casus";

/** Words of the model that the answers themselves do not carry. Everything may be missing: then names stand in for labels. */
export interface Labels {
  readonly questions: ReadonlyMap<string, string>;
  readonly scenarios: ReadonlyMap<string, string>;
  /** Quantities, facts, stocks, events and whatever else has a label. */
  readonly names: ReadonlyMap<string, string>;
  readonly claims: ReadonlyMap<string, string>;
  readonly actors: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
  /** By {@link askKey}: ISO date of the close at which the ask is read. */
  readonly ends: ReadonlyMap<string, string>;
  /** First and last day of the period and its step; null without a period. */
  readonly period: { readonly first: string; readonly last: string; readonly unit: string } | null;
  readonly scale: "icd203" | "phia" | "kent" | null;
}

export const noLabels: Labels = {
  questions: new Map(),
  scenarios: new Map(),
  names: new Map(),
  claims: new Map(),
  actors: new Map(),
  sources: new Map(),
  ends: new Map(),
  period: null,
  scale: null,
};

/** Key of one ask among all asks of a model. */
export function askKey(question: string, ask: string, given: string | null): string {
  return JSON.stringify([question, ask, given]);
}

export function labelsOf(model: Model): Labels {
  const { timeline } = model;
  const byName = (list: readonly { readonly name: string; readonly label: string }[]): [string, string][] =>
    list.map(({ name, label }) => [name, label]);
  const ends = new Map<string, string>();
  for (const question of model.questions) {
    for (const ask of question.asks) {
      if (!("endStep" in ask)) continue;
      const date = closeDate(timeline, ask.endStep);
      if (date !== null) ends.set(askKey(question.name, ask.text, ask.given?.text ?? null), date);
    }
  }
  const first = closeDate(timeline, 0);
  const last = closeDate(timeline, timeline.steps);
  return {
    questions: new Map(byName(model.questions)),
    scenarios: new Map(byName(model.scenarios)),
    names: new Map(
      byName([
        ...model.quantities,
        ...model.facts,
        ...model.stocks,
        ...model.events,
        ...model.choices,
        ...model.treaties,
      ]),
    ),
    claims: new Map(byName(model.claims)),
    actors: new Map(byName(model.actors)),
    sources: new Map(model.sources.map(({ name, title }) => [name, title])),
    ends,
    period: first === null || last === null ? null : { first, last, unit: timeline.unit },
    scale: model.scale,
  };
}
