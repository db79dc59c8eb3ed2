/** Quantities, facts and shocks. */
import type { NumberExpression } from "../../model/expression.js";
import type { Fact, Quantity, Shock } from "../../model/model.js";
import type { Declaration } from "../../syntax/tree.js";
import type { Span } from "../../text/source-text.js";
import { conversion, inverse } from "../../units/algebra.js";
import { checkDefinition, isDistribution, textOf } from "../api.js";
import { distributionParts } from "../checked-walk.js";
import type { clausesOf } from "../context.js";
import { checkDistribution } from "../expressions/distribution.js";
import { constantValue } from "../expressions/numbers.js";
import { warnOfShares } from "../expressions/shares.js";
import { unitOf, unitWords } from "../expressions/units.js";
import type { Working } from "../working.js";
import { backingOf } from "./backing.js";
import { bareChance } from "./chance.js";
import { declaredUnit } from "./declared-unit.js";
import { only } from "./once.js";
import { ruleNumber, warnOfChance } from "./rule-number.js";

export function checkQuantity(working: Working, declaration: Declaration, name: string): Quantity | null {
  const expected = declaredUnit(working, declaration);
  // The parser has demanded it.
  if (declaration.value === null) return null;
  const checked = checkDefinition(working, declaration.value, expected ? { expected } : {});
  if (checked === null || expected === null) return null;
  return {
    name,
    label: declaration.label?.text ?? name,
    span: declaration.name?.span ?? declaration.span,
    unit: checked.unit,
    definition: checked.definition,
    backing: backingOf(working, declaration.clauses),
    partOf: null,
    text: textOf(working, declaration.value.span),
  };
}

export function checkFact(working: Working, declaration: Declaration, name: string): Fact | null {
  const chance = only(working, declaration.clauses, "chance");
  const values = only(working, declaration.clauses, "one of");
  const draw =
    chance !== null && values === null
      ? chanceDraw(working, chance, name, declaration.keyword)
      : values !== null && chance === null
        ? valuesDraw(working, values, name)
        : null;
  if (chance === null && values === null) {
    working.report(
      "E0524",
      declaration.name?.span ?? declaration.keyword,
      `Nothing says how probable \`${name}\` is.`,
      {
        notes: [`Write \`fact ${name} chance 30%\` or \`fact ${name} one of red 40%, blue 60%\`.`],
      },
    );
  } else if (chance !== null && values !== null) {
    working.report(
      "E0524",
      values.span,
      `\`${name}\` is true or false with a chance, or one of several values, and not both.`,
      {
        labels: [{ span: chance.span, message: "its chance" }],
      },
    );
  }
  return (
    draw && {
      name,
      label: declaration.label?.text ?? name,
      span: declaration.name?.span ?? declaration.span,
      draw,
      backing: backingOf(working, declaration.clauses),
    }
  );
}

function chanceDraw(
  working: Working,
  clause: ReturnType<typeof clausesOf<"chance">>[number],
  name: string,
  keyword: Span,
): Fact["draw"] | null {
  if (clause.by !== null || clause.between !== null || clause.then !== null) {
    working.report(
      "E0506",
      clause.span,
      "A fact is true or false from the beginning; its chance has no date. What comes about in time is an `event`.",
      { fixes: [{ title: "Make it an event", edits: [{ span: keyword, text: "event" }], safe: false }] },
    );
    return null;
  }
  const chance = bareChance(working, `${name}.chance`, clause.chance, "of a fact");
  return chance && { kind: "chance", chance };
}

function valuesDraw(
  working: Working,
  clause: ReturnType<typeof clausesOf<"one of">>[number],
  name: string,
): Fact["draw"] | null {
  const values: { name: string; share: NumberExpression }[] = [];
  let good = true;
  for (const { name: word, share } of clause.values) {
    if (values.some((value) => value.name === word.text)) {
      working.report("E0525", word.span, `\`${word.text}\` stands among the values twice.`);
      good = false;
      continue;
    }
    const checked = ruleNumber(working, `${name}.${word.text}.share`);
    if (checked === null) good = false;
    else {
      if ((constantValue(checked.number) ?? 0) < 0) warnOfChance(working, share, checked.number);
      values.push({ name: word.text, share: checked.number });
    }
  }
  if (!good) return null;
  if (clause.values.length < 2) {
    working.report(
      "E0525",
      clause.span,
      "A fact with one value only leaves nothing open. Give it another value, or say `chance P`.",
    );
    return null;
  }
  const total = values
    .map((value) => constantValue(value.share))
    .reduce<number | null>((sum, n) => (sum === null || n === null ? null : sum + n), 0);
  if (total !== null && total <= 0) {
    working.report("E0525", clause.span, "The probabilities of the values are all 0.");
    return null;
  }
  if (total !== null && Math.abs(total - 1) > 1e-9) {
    warnOfShares(
      working.report,
      "W0527",
      clause.span,
      "probabilities",
      total,
      clause.values.map(({ share }) => share),
    );
  }
  return { kind: "one of", values };
}

export function checkShock(working: Working, declaration: Declaration, name: string): Shock | null {
  const { value } = declaration;
  const per = only(working, declaration.clauses, "per");
  if (value === null || !isDistribution(value)) {
    working.report(
      "E0528",
      value?.span ?? declaration.name?.span ?? declaration.keyword,
      `A shock is drawn afresh in every step; \`${name}\` needs a distribution.`,
      {
        notes: [`Write \`shock ${name} = normal(0, 1)\`. What is drawn once is a \`quantity\`.`],
      },
    );
    return null;
  }
  const expected = declaredUnit(working, declaration) ?? null;
  // `normal(0, 1) per month` says with `per` what the spread is of, not a unit of the draw.
  const behind =
    per === null && value.kind === "in unit" && value.unit.factors.every((factor) => factor.exponent < 0)
      ? value
      : null;
  const drawn = checkDistribution(working, behind === null ? value : behind.operand, {
    mode: { in: "draw" },
    expected,
    chance: false,
  });
  const perUnit = per?.unit ?? behind?.unit ?? null;
  let scale = 1;
  if (perUnit !== null) {
    const unit = unitOf(working, perUnit);
    if (unit === null) return null;
    const length = conversion(working.units, [{ name: working.timeline.unit, exponent: 1 }], inverse(unit));
    if (length === null) {
      working.report(
        "E0507",
        perUnit.span,
        `The spread of a shock is per unit of time, and this is ${unitWords(unit)}.`,
      );
      return null;
    }
    scale = length;
  }
  if (drawn === null || (declaration.unit !== null && expected === null)) return null;
  return {
    name,
    span: declaration.name?.span ?? declaration.span,
    unit: drawn.unit,
    distribution: drawn.distribution,
    scale,
    backing: backingOf(working, declaration.clauses),
  };
}

/** What a shock reads. */
export const shockParts = (shock: Shock) => distributionParts(shock.distribution);
