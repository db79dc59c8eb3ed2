/** Who reads whom in a checked model. */
import type { Model } from "@casus/language";
import type { ExplainedName } from "./explanation.js";

/** Everything in a model that has a rule or a text of its own, with the names that it reads. */
export interface Reader extends ExplainedName {
  /** In the order of the rule; each once. */
  readonly reads: readonly string[];
}

/** Every reader of a model, in the order of the model's lists. A named number of a rule that is drawn reads what its distribution does; the rule reads it. */
export function readersOf(model: Model): Reader[] {
  const reader = (
    kind: ExplainedName["kind"],
    item: { readonly name: string; readonly label?: string },
    parts: readonly unknown[],
    more: readonly string[] = [],
  ): Reader => {
    const label = item.label === undefined || item.label === item.name ? null : item.label;
    const reads = [...new Set([...namesIn(parts), ...more])].filter((name) => name !== item.name);
    return { name: item.name, kind, label, reads };
  };
  const backing = (item: { readonly backing: { readonly from: readonly string[] } }) => item.backing.from;
  return [
    ...model.quantities.map((q) =>
      reader(q.partOf === null ? "quantity" : "number", q, [q.definition], backing(q)),
    ),
    ...model.facts.map((f) => reader("fact", f, [f.draw], backing(f))),
    ...model.shocks.map((s) => reader("shock", s, [s.distribution], backing(s))),
    ...model.lets.map((l) =>
      reader("let", l, l.kind === "number" ? [l.expression] : [l.condition], backing(l)),
    ),
    ...model.stocks.map((s) => {
      const flows = model.flows.filter(({ from, to }) => from === s.name || to === s.name);
      const parts = [s.starts, s.low, s.high, ...flows.flatMap(({ amount, when }) => [amount, when])];
      return reader("stock", s, parts, backing(s));
    }),
    ...model.events.map((e) => {
      const after = e.trigger.kind === "after" ? [e.trigger.event] : [];
      return reader("event", e, [e.trigger, e.when, e.ends], [...after, ...backing(e)]);
    }),
    ...model.choices.map((c) => {
      const claims = [...c.backing.from, ...c.options.flatMap((option) => option.backing.from)];
      const actor = c.actor === null ? [] : [c.actor];
      return reader("choice", c, [c.when, c.options.map(({ weight }) => weight)], [...actor, ...claims]);
    }),
    ...model.treaties.map((t) => reader("treaty", t, [t.inForce, t.until], [...t.parties, ...backing(t)])),
    ...model.obligations.map((o) => {
      const events = o.honoured.kind === "event" ? Object.values(o.honoured.events) : [];
      const named = events.filter((event) => event !== null);
      return reader("obligation", o, [o.duties, o.honoured], [o.treaty, ...named, ...backing(o)]);
    }),
    ...model.claims.map((c) => {
      const actors = [
        c.speaker?.actor,
        ...c.corroboration.map(({ actor }) => actor),
        c.origin?.claim,
        c.source,
      ];
      const named = actors.filter((name) => typeof name === "string");
      return reader("claim", c, [c.proposition], named);
    }),
    ...model.sources.map((s) => {
      const author = s.author?.actor;
      return reader(
        "source",
        { name: s.name, label: s.title },
        [],
        typeof author === "string" ? [author] : [],
      );
    }),
    ...model.evidence.map((e) => reader("evidence", e, [e.condition])),
    ...model.observations.map((o) =>
      reader("observed", { name: o.name, label: o.why }, [o.condition], o.from),
    ),
    ...model.beliefs.map((b) => reader("believe", { name: b.name, label: b.why }, [b.condition])),
    ...model.outcomes.map((o) => reader("outcome", { name: o.question }, [], o.from)),
    ...model.scenarios.map((s) => {
      const targets = s.sets.map(({ name }) => name);
      return reader("scenario", s, s.sets, targets);
    }),
    ...model.questions.map((q) => {
      const asked = q.asks.flatMap((ask) =>
        ask.kind === "date" ? [ask.event] : ask.kind === "categories" ? [ask.fact] : [],
      );
      return reader("question", q, [q.asks, q.moot], [...asked, ...q.compare, ...q.backing.from]);
    }),
    ...model.checks.map((c) => reader("check", { name: c.text }, [c.condition])),
    ...model.actors.map((a) => reader("actor", a, [], a.of === null ? [] : [a.of])),
  ];
}

/** Names in checked expressions, in the order of the text. A checked model is plain data: whatever has a kind and a span is an expression. */
export function namesIn(parts: readonly unknown[]): string[] {
  const found: { readonly name: string; readonly at: number }[] = [];
  const stack: unknown[] = [...parts];
  while (stack.length > 0) {
    const value = stack.pop();
    if (Array.isArray(value)) stack.push(...value);
    else if (typeof value === "object" && value !== null) {
      const name = nameOf(value);
      if (name !== null) found.push({ name, at: startOf(value) });
      for (const [key, part] of Object.entries(value)) if (key !== "span" && key !== "unit") stack.push(part);
    }
  }
  return [...new Set(found.sort((a, b) => a.at - b.at).map(({ name }) => name))];
}

function nameOf(value: object): string | null {
  if (!("kind" in value && "span" in value)) return null;
  if (value.kind === "since" && "event" in value) return String(value.event);
  if (value.kind === "in force" && "treaty" in value) return String(value.treaty);
  return "name" in value && typeof value.name === "string" ? value.name : null;
}

function startOf(value: object): number {
  const span = "span" in value ? value.span : null;
  return typeof span === "object" && span !== null && "start" in span ? Number(span.start) : 0;
}
