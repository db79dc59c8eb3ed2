import type { Choice } from "../../model/model.js";
import type { Declaration } from "../../syntax/tree.js";
import { actorOf, checkCondition } from "../api.js";
import { clausesOf } from "../context.js";
import { constantValue } from "../expressions/numbers.js";
import type { Working } from "../working.js";
import { backingOf, backingWithin } from "./backing.js";
import { everySteps } from "./durations.js";
import { only, repeated } from "./once.js";
import { ruleNumber } from "./rule-number.js";

type Option = Choice["options"][number];

export function checkChoice(working: Working, declaration: Declaration, name: string): Choice | null {
  const { clauses } = declaration;
  const by = only(working, clauses, "by");
  const when = only(working, clauses, "when");
  const every = only(working, clauses, "every");
  const actor = by?.actor ? actorOf(working, by.actor) : null;
  const condition = when === null ? null : checkCondition(working, when.condition, { in: "rule" });
  // `every step` has no duration: it may be taken again in the next step.
  const span = every === null ? null : every.duration === null ? 1 : everySteps(working, every.duration);
  const backing = backingOf(working, clauses);
  const options = checkOptions(working, declaration, name, backing);
  const lost =
    (when !== null && condition === null) ||
    (every !== null && span === null) ||
    (by?.actor && actor === null);
  if (lost || options === null || repeated(clauses, "by", "when", "every")) return null;
  return {
    name,
    label: declaration.label?.text ?? name,
    span: declaration.name?.span ?? declaration.span,
    actor,
    when: condition,
    every: span,
    options,
    backing,
  };
}

function checkOptions(
  working: Working,
  declaration: Declaration,
  name: string,
  around: Choice["backing"],
): Option[] | null {
  const clauses = clausesOf(declaration.clauses, "option");
  if (clauses.length === 0) {
    working.report(
      "E0511",
      declaration.name?.span ?? declaration.keyword,
      `\`${name}\` has no options to choose from.`,
      {
        notes: ["Write `option NAME weight 1`, one a line."],
      },
    );
    return null;
  }
  const options: Option[] = [];
  let good = true;
  for (const clause of clauses) {
    const { text, span } = clause.name;
    const first = clauses.find((other) => other.name.text === text);
    if (first !== undefined && first !== clause) {
      working.report("E0512", span, `\`${name}\` has an option \`${text}\` already.`, {
        labels: [{ span: first.name.span, message: "the first one" }],
      });
      good = false;
      continue;
    }
    const weight = only(working, clause.clauses, "weight");
    if (weight === null) {
      working.report("E0513", span, `Nothing says how much weight the option \`${text}\` has.`, {
        fixes: [
          {
            title: "Give it the weight 1",
            edits: [{ span: { ...span, start: span.end }, text: " weight 1" }],
            safe: false,
          },
        ],
      });
      good = false;
      continue;
    }
    const checked = ruleNumber(working, `${name}.${text}.weight`);
    if (checked === null) {
      good = false;
      continue;
    }
    const value = constantValue(checked.number);
    if (value !== null && value < 0) {
      working.report("W0522", weight.weight.span, "A weight below 0 counts as 0.");
    }
    options.push({
      name: text,
      label: text,
      weight: checked.number,
      backing: backingWithin(working, clause.clauses, around),
      span,
    });
  }
  return good ? options : null;
}
