import type { Declaration } from "../../syntax/tree.js";
import type { Expected } from "../context.js";
import { unitOf } from "../expressions/units.js";
import { canonicalName, type Working } from "../working.js";

/** The unit behind `:`; undefined: none is declared; null: it is at fault. */
export function declaredUnit(working: Working, declaration: Declaration): Expected | null | undefined {
  if (declaration.unit === null) return undefined;
  const known = working.declaredUnits.get(declaration);
  if (known !== undefined) return known;
  const unit = unitOf(working, declaration.unit);
  const expected = unit && {
    unit,
    span: declaration.unit.span,
    what: `\`${canonicalName(declaration) ?? "this"}\``,
  };
  working.declaredUnits.set(declaration, expected);
  return expected;
}
