import type { Let } from "../../model/model.js";
import type { Declaration } from "../../syntax/tree.js";
import { checkEither, checkNumber } from "../api.js";
import { type Checked, visitChecked } from "../checked-walk.js";
import type { Context, Resolution } from "../context.js";
import type { Working } from "../working.js";
import { backingOf } from "./backing.js";
import { declaredUnit } from "./declared-unit.js";

export function checkLet(working: Working, declaration: Declaration, name: string): Let | null {
  const { value } = declaration;
  // The parser has demanded it.
  if (value === null) return null;
  const base = {
    name,
    span: declaration.name?.span ?? declaration.span,
    backing: backingOf(working, declaration.clauses),
  };
  const mode = { in: "rule" } as const;
  const expected = declaredUnit(working, declaration);
  if (expected === null) return null;
  if (expected !== undefined) {
    const number = checkNumber(working, value, mode, expected);
    return number && { ...base, kind: "number", unit: number.unit, expression: number };
  }
  const either = checkEither(working, value, mode);
  if (either === null) return null;
  if (either.kind === "condition") return { ...base, kind: "condition", condition: either.condition };
  return { ...base, kind: "number", unit: either.number.unit, expression: either.number };
}

export const letBody = (checked: Let): Checked =>
  checked.kind === "number" ? checked.expression : checked.condition;

/** What a let gives where it is read. */
export function letResolution(context: Context, checked: Let): Resolution {
  let once = true;
  let shock = false;
  visitChecked(new Map(), [letBody(checked)], (part) => {
    switch (part.kind) {
      case "let": {
        // What is inside it has been looked at already.
        const symbol = context.names.get(part.name);
        const inner = symbol === undefined ? null : context.resolve(symbol);
        once &&= inner?.once ?? false;
        shock ||= inner?.shock ?? false;
        return;
      }
      case "shock":
        shock = true;
        once = false;
        return;
      case "stock":
      case "since":
      case "since date":
      case "event":
      case "ever":
      case "happens":
      case "choice is":
      case "choice stands":
      case "choice ever":
      case "in force":
      case "steps":
        once = false;
        return;
      default:
        return;
    }
  });
  if (checked.kind === "condition") return { type: "condition", once, shock };
  return { type: "number", unit: checked.unit, once, shock };
}
