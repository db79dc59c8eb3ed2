import { childrenOf } from "../../syntax/index.js";
import type { Expression } from "../../syntax/tree.js";
import { infer, inferNumber } from "./infer.js";
import { perActor } from "./per-actor.js";
import type { Place, Result } from "./place.js";
import { partyOf } from "./reference.js";
import { agree } from "./units.js";

export function compare(place: Place, expression: Expression & { kind: "compare" }): Result {
  // `weather = red` is how a program would say it; here it is `weather is red`.
  if (expression.operator === "=" || expression.operator === "!=") {
    const instead = valueTest(place, expression);
    if (instead) return null;
  }
  if (readsAbsent(place, expression.left) || readsAbsent(place, expression.right)) {
    return { type: "condition", condition: { span: expression.span, kind: "constant", value: false } };
  }
  const left = inferNumber(place, expression.left);
  const right = inferNumber(place, expression.right);
  if (left === null || right === null) return null;
  const both = agree(place, expression, left, right, "compared with");
  if (both === null) return null;
  return {
    type: "condition",
    condition: {
      span: expression.span,
      kind: "compare",
      operator: expression.operator,
      left: both.left,
      right: both.right,
    },
  };
}

function valueTest(place: Place, expression: Expression & { kind: "compare" }): boolean {
  const { left, right, operator } = expression;
  if (left.kind !== "reference" || left.members.length > 0 || right.kind !== "reference") return false;
  const symbol = place.context.names.get(left.head.name.text);
  const values =
    symbol?.kind === "choice" ? symbol.options : symbol?.kind === "fact" ? (symbol.values ?? []) : null;
  if (symbol === undefined || values === null) return false;
  if (values.length === 0) {
    const other = infer(place, right);
    if (other?.type !== "condition") return false;
  }
  const fix = {
    title: operator === "=" ? "Write `is`" : "Write `not … is`",
    edits:
      operator === "="
        ? [{ span: expression.operatorSpan, text: "is" }]
        : [
            { span: { ...left.span, end: left.span.start }, text: "not " },
            { span: expression.operatorSpan, text: "is" },
          ],
    safe: false,
  };
  place.context.report(
    "E0309",
    expression.span,
    `\`${symbol.name}\` is a ${symbol.kind}, not a number: what it is, is asked with \`is\`.`,
    { fixes: values.length > 0 ? [fix] : [] },
  );
  return true;
}

/** Inside an obligation: whether a side reads `X(party)` where X is declared for other actors but not for this party. A comparison with that is false. */
function readsAbsent(place: Place, expression: Expression): boolean {
  const party = partyOf(place);
  if (party === null) return false;
  if (expression.kind === "reference") {
    const parts = [expression.head, ...expression.members];
    if (!parts.some((part) => part.argument?.text === "party")) return false;
    const text = (actor: string) =>
      parts
        .map(
          (part) =>
            part.name.text +
            (part.argument === null
              ? ""
              : `(${part.argument.text === "party" ? actor : part.argument.text})`),
        )
        .join(".");
    const family = parts.map((part) => part.name.text).join(".");
    return !place.context.names.has(text(party)) && perActor(place.context, family).length > 0;
  }
  return childrenOf(expression).some((part) => readsAbsent(place, part));
}
