/** The numbers of rules: drawn once a run, plain, or computed. */
import type { NumberExpression } from "../../model/expression.js";
import type { Expression } from "../../syntax/tree.js";
import { bare } from "../../units/unit.js";
import { checkDefinition, checkNumber, textOf } from "../api.js";
import { isDrawn, isPlainNumber } from "../collect/rule-numbers.js";
import type { Expected, Mode } from "../context.js";
import { misspeltChanceWord } from "../expressions/definition.js";
import { constantValue } from "../expressions/numbers.js";
import type { CheckedNumber, RuleNumber, Working } from "../working.js";
import { backingOf, backingWithin } from "./backing.js";
import { declaredUnit } from "./declared-unit.js";

const titles: Readonly<Record<RuleNumber["role"], string>> = {
  chance: "chance",
  share: "share",
  weight: "weight",
  honoured: "chance of being honoured",
  starts: "start",
  amount: "amount",
};

/** Checks the number of this name, once; null: reported, or broken. */
export function ruleNumber(working: Working, name: string): CheckedNumber | null {
  const done = working.checkedNumbers.get(name);
  if (done !== undefined) return done;
  const rule = working.numbers.get(name);
  const checked = rule === undefined ? null : check(working, rule);
  working.checkedNumbers.set(name, checked);
  return checked;
}

/** The unit that the number has to have; null: it is at fault. */
function expectedOf(working: Working, rule: RuleNumber): Expected | null | undefined {
  const { span } = rule.expression;
  switch (rule.role) {
    case "starts": {
      const declared = declaredUnit(working, rule.declaration);
      return declared && { ...declared, what: `The stock \`${rule.partOf}\`` };
    }
    case "weight":
      return { unit: bare, span, what: "A weight" };
    case "share":
      return { unit: bare, span, what: "The probability of a value" };
    default:
      return undefined;
  }
}

function check(working: Working, rule: RuleNumber): CheckedNumber | null {
  const { name, role, expression } = rule;
  const expected = expectedOf(working, rule);
  if (expected === null) return null;
  if (role !== "share" && role !== "amount" && isDrawn(working, rule)) return drawn(working, rule, expected);
  if ((role === "chance" || role === "honoured") && misspeltChanceWord(working, expression)) return null;
  const mode: Mode = rule.once ? { in: "draw" } : { in: "rule" };
  const number = checkNumber(working, expression, mode, expected);
  if (number === null) return null;
  const value = isPlainNumber(expression) ? constantValue(number) : null;
  if (value === null) return { number, unit: number.unit };
  return {
    number: { span: expression.span, unit: number.unit, kind: "parameter", name, value },
    unit: number.unit,
  };
}

function drawn(working: Working, rule: RuleNumber, expected?: Expected): CheckedNumber | null {
  const { name, role, expression, partOf, declaration } = rule;
  const chance = role === "chance" || role === "honoured";
  const checked = checkDefinition(working, expression, {
    chance,
    ...(expected === undefined ? {} : { expected }),
  });
  if (checked === null) return null;
  const { unit, definition } = checked;
  const label = declaration.label?.text ?? partOf;
  const part = name
    .slice(partOf.length + 1)
    .split(".")
    .slice(0, -1)
    .join(".");
  working.drawn.set(name, {
    name,
    label: `${label}: ${part === "" ? "" : `${part}, `}${titles[role]}`,
    span: expression.span,
    unit,
    definition,
    backing:
      rule.clauses === declaration.clauses
        ? backingOf(working, rule.clauses)
        : backingWithin(
            working,
            rule.clauses.slice(0, rule.clauses.length - declaration.clauses.length),
            backingOf(working, declaration.clauses),
          ),
    partOf,
    text: textOf(working, expression.span),
  });
  return { number: { span: expression.span, unit, kind: "quantity", name }, unit };
}

/** Warns of a written chance above 1 (which counts as 1) or below 0. */
export function warnOfChance(working: Working, expression: Expression, number: NumberExpression): void {
  const value = constantValue(number);
  if (value === null || (value >= 0 && value <= 1)) return;
  const { span } = expression;
  const percent = expression.kind === "number" && !expression.number.percent && value > 1 && value <= 100;
  const inPercent = expression.kind === "number" && expression.number.percent;
  const shown = inPercent ? `${Number((value * 100).toPrecision(12))}%` : `${value}`;
  const end = expression.kind === "number" ? expression.number.span : span;
  working.report(
    "W0522",
    span,
    `A chance of ${shown} lies outside ${inPercent ? "0% to 100%" : "0 to 1"} and counts as ${value < 0 ? "0" : inPercent ? "100%" : "1"}.`,
    {
      fixes: percent
        ? [
            {
              title: `Write \`${value}%\``,
              edits: [{ span: { ...end, start: end.end }, text: "%" }],
              safe: false,
            },
          ]
        : [],
    },
  );
}
