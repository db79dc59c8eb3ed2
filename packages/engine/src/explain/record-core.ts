/** Claims, sources, evidence, actors, scenarios and questions. */
import { isoDate } from "@casus/language";
import { type Core, declarationOf, named } from "./core.js";
import type { ExplanationRow } from "./explanation.js";
import { claimRows, evidenceRows, sourceRows } from "./record.js";
import { type Subject, textOf } from "./subject.js";

export function recordCore(subject: Subject, name: string): Core | null {
  const { model } = subject;
  const claim = named(model.claims, name);
  if (claim !== undefined) {
    const summary =
      claim.proposition === null
        ? "words that are cited"
        : claim.proposition.kind === "number"
          ? "a report of a number"
          : claim.proposition.denies
            ? "a report that denies something"
            : "a report that asserts something";
    return { kind: "claim", summary, label: claim.label, rows: claimRows(subject, claim), span: claim.span };
  }
  const source = named(model.sources, name);
  if (source !== undefined)
    return {
      kind: "source",
      summary: "a text in which things are said",
      label: source.title,
      rows: sourceRows(subject, source),
      span: source.span,
    };
  const item = named(model.evidence, name);
  if (item !== undefined)
    return {
      kind: "evidence",
      summary: "something that speaks for or against, by your own reasoning",
      label: item.label,
      rows: evidenceRows(subject, item),
      span: item.span,
    };
  const actor = named(model.actors, name);
  if (actor !== undefined) {
    const rows: ExplanationRow[] = [];
    if (actor.state !== null) rows.push({ topic: "state", text: actor.state });
    if (actor.of !== null) rows.push({ topic: "of", text: actor.of });
    if (actor.also.length > 0)
      rows.push({ topic: "also", text: actor.also.map((other) => `“${other}”`).join(", ") });
    const summary =
      actor.kind === "other"
        ? "an actor"
        : `an actor: ${actor.kind === "person" ? "a person" : actor.kind === "state" ? "a state" : "an organisation"}`;
    return { kind: "actor", summary, label: actor.label, rows, span: actor.span };
  }
  const scenario = named(model.scenarios, name);
  if (scenario !== undefined) {
    const clauses = declarationOf(subject, name)?.clauses ?? [];
    const rows = clauses
      .filter(({ kind }) => kind === "set")
      .map(({ span }) => ({ topic: "sets", text: textOf(subject, span).replace(/^set /, "") }));
    return {
      kind: "scenario",
      summary: "changes rules, and leaves all else as it was",
      label: scenario.label,
      rows,
      span: scenario.span,
    };
  }
  const question = named(model.questions, name);
  if (question !== undefined) {
    const rows = question.asks.map((ask) => ({
      topic: "asks",
      text: ask.given === null ? ask.text : `${ask.text} given ${ask.given.text}`,
    }));
    if (question.moot !== null)
      rows.push({ topic: "moot", text: `when ${textOf(subject, question.moot.span)}` });
    if (question.compare.length > 0) rows.push({ topic: "compares", text: question.compare.join(", ") });
    for (const outcome of model.outcomes.filter((each) => each.question === name)) {
      const answer = outcome.answer.kind === "value" ? String(outcome.answer.value) : outcome.answer.kind;
      rows.push({ topic: "came out", text: `${answer}, known on ${isoDate(outcome.date)}` });
    }
    return {
      kind: "question",
      summary:
        question.asks.length === 1
          ? "a question with one ask"
          : `a question with ${question.asks.length} asks`,
      label: question.label,
      rows,
      backing: question.backing,
      span: question.span,
    };
  }
  return null;
}
