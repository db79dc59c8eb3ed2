import type { Condition, Model, NumberExpression } from "@casus/language";
import { type Evidence, type Group, type NumberReport, weights } from "../evidence/index.js";

/** One thing that weighs the runs. The factors of a run multiply in the order of names. */
export type WeighItem = {
  readonly name: string;
  /** Where its reading stands among the record of the base. */
  readonly reading: string;
  /** The last step that it speaks of. */
  readonly step: number;
  /** It depends on quantities and facts alone: replicates that redraw chance agree on it. */
  readonly unknownsAlone: boolean;
} & (
  | {
      readonly kind: "condition";
      readonly condition: Condition;
      readonly ifTrue: number;
      readonly ifFalse: number;
    }
  | { readonly kind: "drawn"; readonly condition: Condition; readonly group: Group }
  | { readonly kind: "number"; readonly report: NumberReport }
);

/** What weighs the runs, claims aside: evidence and observations up to the day to which knowledge runs. */
export function fixedItems(model: Model, asOf: number | null): WeighItem[] {
  const known = (item: { readonly date: number | null }) =>
    asOf === null || item.date === null || item.date <= asOf;
  const evidence = model.evidence.filter(known).map((item) => ({
    name: item.name,
    condition: item.condition,
    ifTrue: item.odds[0],
    ifFalse: item.odds[1],
  }));
  const observed = model.observations
    .filter(known)
    .map((item) => ({ name: `observed ${item.name}`, condition: item.condition, ifTrue: 1, ifFalse: 0 }));
  return [...evidence, ...observed].map((item) => ({
    kind: "condition",
    reading: item.name,
    ...conditionTraits(item.condition),
    ...item,
  }));
}

/** Groups of reports and numeric reports. With `drawn` grades a group's likelihoods differ from run to run. */
export function claimItems(evidence: Evidence, drawn: boolean): WeighItem[] {
  const groups = evidence.groups.map((group): WeighItem => {
    const { condition } = group.proposition;
    const common = { name: group.name, reading: group.key, condition, ...conditionTraits(condition) };
    return drawn ? { kind: "drawn", group, ...common } : { kind: "condition", ...weights(group), ...common };
  });
  const numbers = evidence.numbers.map(
    (report): WeighItem => ({
      kind: "number",
      name: report.name,
      reading: report.key,
      report,
      ...numberTraits(report.value),
    }),
  );
  return [...groups, ...numbers];
}

/** In the order in which their factors multiply. */
export function inOrderOfNames(items: readonly WeighItem[]): WeighItem[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Equal for two items that weigh every run alike. */
export function identity(item: WeighItem): string {
  if (item.kind === "condition") return `${item.name}|${item.reading}|${item.ifTrue}|${item.ifFalse}`;
  if (item.kind === "number") return `${item.name}|${item.reading}|${JSON.stringify(item.report, omitSpans)}`;
  return `${item.name}|${item.reading}|${JSON.stringify(item.group, omitSpans)}`;
}

const omitSpans = (key: string, value: unknown) => (key === "span" ? undefined : value);

/** Of a belief: the same traits as those of an item. */
export function conditionTraits(condition: Condition): { step: number; unknownsAlone: boolean } {
  return traits(condition);
}

function numberTraits(value: NumberExpression): { step: number; unknownsAlone: boolean } {
  return traits(value);
}

const chancy = new Set([
  "shock",
  "stock",
  "since",
  "event",
  "ever",
  "happens",
  "choice is",
  "choice stands",
  "choice ever",
  "in force",
  "let",
]);

/** A reading's last date, and whether anything in it is a matter of chance. A `let` may read anything and counts as chance. */
function traits(expression: Condition | NumberExpression): { step: number; unknownsAlone: boolean } {
  let step = 0;
  let unknownsAlone = true;
  const stack: unknown[] = [expression];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value !== "object" || value === null) continue;
    if ("kind" in value && typeof value.kind === "string") {
      if (chancy.has(value.kind)) unknownsAlone = false;
      if ((value.kind === "by" || value.kind === "at") && "step" in value)
        step = Math.max(step, value.step as number);
    }
    for (const [key, part] of Object.entries(value)) if (key !== "span" && key !== "unit") stack.push(part);
  }
  return { step, unknownsAlone };
}
