/** Units as they are declared; the checked model has them only inside of numbers. */
import { meanDays, type Span, type StepUnit, type SyntaxTree } from "@casus/language";
import type { ExplanationRow } from "./explanation.js";
import { numberText } from "./numbers.js";

export interface ExplainedUnit {
  readonly name: string;
  readonly rows: readonly ExplanationRow[];
  readonly span: Span | null;
}

/** The unit of a name, in any of its spellings; null where it is none. */
export function unitNamed(trees: readonly SyntaxTree[], name: string): ExplainedUnit | null {
  for (const tree of trees) {
    for (const declaration of tree.declarations) {
      for (const clause of declaration.clauses) {
        if (clause.kind !== "unit") continue;
        if (clause.name.text !== name && !clause.also.some(({ text }) => text === name)) continue;
        const rows: ExplanationRow[] = [];
        if (clause.also.length > 0)
          rows.push({ topic: "also", text: clause.also.map(({ text }) => text).join(", ") });
        if (clause.currency) rows.push({ topic: "kind", text: "money" });
        if (clause.definition !== null) {
          const { number, unit } = clause.definition;
          const other = tree.source.text.slice(unit.span.start, unit.span.end);
          rows.push({
            topic: "converts",
            text: `1 ${clause.name.text} = ${numberText(number.value)} ${other}`,
          });
        } else rows.push({ topic: "converts", text: "into nothing else" });
        return { name: clause.name.text, rows, span: clause.span };
      }
    }
  }
  const time = name.replace(/s$/, "") as StepUnit;
  const days = Object.hasOwn(meanDays, time) ? meanDays[time] : null;
  if (days === null) return null;
  return {
    name: time,
    rows: [{ topic: "converts", text: `1 ${time} = ${numberText(days)} days on average` }],
    span: null,
  };
}

export function declaredUnits(trees: readonly SyntaxTree[]): string[] {
  return trees.flatMap((tree) =>
    tree.declarations.flatMap(({ clauses }) =>
      clauses.flatMap((clause) => (clause.kind === "unit" ? [clause.name.text] : [])),
    ),
  );
}
