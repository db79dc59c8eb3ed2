import type { Fix } from "../../diagnostics/diagnostic.js";
import type { Expression } from "../../syntax/tree.js";
import { multiplyUnits } from "../../units/algebra.js";
import { bare } from "../../units/unit.js";
import { aggregate } from "./aggregate.js";
import { arithmetic, negate } from "./arithmetic.js";
import { calendarCondition } from "./calendar.js";
import { call } from "./calls.js";
import { compare } from "./comparison.js";
import { datedPart } from "./dating.js";
import { conditional, logic, negation } from "./logic.js";
import { scaled } from "./numbers.js";
import type { Place, Result } from "./place.js";
import { reference } from "./reference.js";
import { since } from "./since.js";
import { everTest, happensTest, isTest, standsTest } from "./tests.js";
import { inUnit, numberIn, unitOf } from "./units.js";
import { write } from "./wording.js";

/** What an expression is and means, with its dates only where they are written; the entry points of `../api.ts` date the rest. */
export function infer(place: Place, expression: Expression): Result {
  const { context } = place;
  switch (expression.kind) {
    case "number": {
      const unit = expression.unit === null ? bare : unitOf(context, expression.unit);
      if (unit === null) return null;
      // A unit as written may hold factors that convert into each other (`per month day`): they are brought together here.
      const { unit: plain, scale } = multiplyUnits(context.units, bare, unit);
      const constant = {
        span: expression.span,
        unit: plain,
        kind: "constant",
        value: expression.number.value,
      } as const;
      return { type: "number", number: scaled(constant, plain, scale), literal: expression.unit === null };
    }
    case "parenthesis":
      return infer(place, expression.inner);
    case "negate":
      return negate(place, expression);
    case "arithmetic":
      return arithmetic(place, expression);
    case "in unit":
      return inUnit(place, expression);
    case "compare":
      return compare(place, expression);
    case "not":
      return negation(place, expression);
    case "logic":
      return logic(place, expression);
    case "if":
      return conditional(place, expression);
    case "reference":
      return reference(place, expression);
    case "call":
      return call(place, expression);
    case "is":
      return isTest(place, expression);
    case "stands at":
      return standsTest(place, expression);
    case "ever":
      return everTest(place, expression);
    case "happens":
      return happensTest(place, expression);
    case "since":
      return since(place, expression);
    case "aggregate":
      return aggregate(place, expression);
    case "calendar":
      return calendarCondition(place, expression);
    case "dated":
      return datedPart(place, expression);
    case "interval":
    case "percentiles":
    case "n of m":
    case "mixture":
    case "truncated":
      return nameIt(place, expression);
    case "date":
      context.report("E0316", expression.span, "A date cannot be reckoned with here.", {
        notes: ["Dates stand behind `by`, `at`, `from`, `until`, `between`, `on` and `months since`."],
      });
      return null;
    case "string":
      context.report(
        "E0316",
        expression.span,
        "Words in quotation marks stand where a number or a condition is wanted.",
        {
          notes: [
            "Rules, claims and questions speak in the names of the model: `failed`, `grain > 5`, `storm by 2024-06`.",
          ],
        },
      );
      return null;
    case "bad":
      return null;
  }
}

/** A distribution inside an expression: once a run or once a step must be said. */
export function nameIt(place: Place, expression: Expression): null {
  place.context.report(
    "E0601",
    expression.span,
    "A distribution stands inside an expression here, where it is not said when it is drawn. Give it a name and use the name.",
    {
      notes: [
        "`quantity NAME = …` is drawn once in a run, `shock NAME = …` afresh in every step.",
        "A distribution may stand by itself behind `quantity`, `shock`, `starts`, `set`, `chance`, `honoured` and `weight`.",
      ],
    },
  );
  return null;
}

/** The result as a number, or a message that a number was wanted. */
export function inferNumber(place: Place, expression: Expression): (Result & { type: "number" }) | null {
  const result = infer(place, expression);
  if (result === null) return null;
  if (result.type === "number") return result;
  notANumber(place, expression);
  return null;
}

/** Says that a number was wanted where a condition stands. */
export function notANumber(place: Place, expression: Expression): void {
  place.context.report(
    "E0304",
    expression.span,
    "A number is wanted here, and this is a condition: it is true or false.",
    {
      notes: ["`if CONDITION then 1 else 0` makes a number of it."],
      fixes: asNumber(place, expression),
    },
  );
}

/** The result as a condition, or a message that a condition was wanted. */
export function inferCondition(
  place: Place,
  expression: Expression,
): (Result & { type: "condition" }) | null {
  const result = infer(place, expression);
  if (result === null) return null;
  if (result.type === "condition") return result;
  const plain = expression.kind === "reference";
  place.context.report(
    "E0303",
    expression.span,
    `A condition is wanted here, and this is ${numberIn(result.number.unit)}.`,
    {
      notes: plain ? [] : ["Compare it with something: `… > 0`."],
      fixes: plain ? [write(`${textOf(place, expression)} > 0`, expression.span)] : [],
    },
  );
  return null;
}

/** A named condition as 1 or 0. */
function asNumber(place: Place, expression: Expression): Fix[] {
  if (expression.kind !== "reference") return [];
  return [write(`(if ${textOf(place, expression)} then 1 else 0)`, expression.span)];
}

const textOf = ({ context }: Place, { span }: Expression): string =>
  context.sources.get(span.file)?.text.slice(span.start, span.end) ?? "";
