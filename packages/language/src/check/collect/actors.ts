import type { Report } from "../../diagnostics/diagnostic.js";
import type { Actor } from "../../model/model.js";
import type { Declaration } from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import { clausesOf } from "../context.js";

/** Everybody who is named under `actors`, by name, and the declaration each stands in. */
export function collectActors(
  declarations: readonly Declaration[],
  report: Report,
): { readonly actors: Map<string, Actor>; readonly places: Map<string, Declaration> } {
  const actors = new Map<string, Actor>();
  const places = new Map<string, Declaration>();
  const people: { readonly name: string; readonly text: string; readonly span: Actor["span"] }[] = [];
  for (const declaration of declarations) {
    if (declaration.kind !== "actors") continue;
    for (const entry of clausesOf(declaration.clauses, "actor")) {
      const { name, label, state, organisation, personOf, also } = entry;
      const first = actors.get(name.text);
      if (first !== undefined) {
        report("E0211", name.span, `There is an actor \`${name.text}\` already.`, {
          labels: [{ span: first.span, message: "the first one" }],
        });
        continue;
      }
      const kinds = [state, organisation || null, personOf].filter((kind) => kind !== null);
      if (kinds.length > 1) {
        report(
          "E0220",
          entry.span,
          `\`${name.text}\` is a state, an organisation or a person, and only one of them.`,
        );
      }
      if (state !== null && !/^[A-Z]{3}$/.test(state.text)) {
        const upper = state.text.toUpperCase();
        report(
          "E0220",
          state.span,
          `A state is named by the three capitals of ISO 3166, as in \`state UKR\`, and not \`${state.text}\`.`,
          {
            fixes: /^[A-Z]{3}$/.test(upper)
              ? [{ title: `Write \`${upper}\``, edits: [{ span: state.span, text: upper }], safe: false }]
              : [],
          },
        );
      }
      if (personOf !== null) people.push({ name: name.text, text: personOf.text, span: personOf.span });
      places.set(name.text, declaration);
      actors.set(name.text, {
        name: name.text,
        label: label?.text ?? name.text,
        kind:
          state !== null ? "state" : organisation ? "organisation" : personOf !== null ? "person" : "other",
        state: state?.text ?? null,
        of: personOf?.text ?? null,
        also: also.map((other) => other.text),
        span: name.span,
      });
    }
  }
  for (const { name, text, span } of people) {
    if (actors.has(text) && text !== name) continue;
    const near = nearest(text, actors.keys());
    report(
      "E0204",
      span,
      text === name ? `\`${name}\` cannot be a person of itself.` : `There is no actor \`${text}\`.`,
      {
        fixes: near.map((other) => ({
          title: `Write \`${other}\``,
          edits: [{ span, text: other }],
          safe: false,
        })),
      },
    );
  }
  return { actors, places };
}
