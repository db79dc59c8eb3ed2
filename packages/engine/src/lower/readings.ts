import type { Condition, NumberExpression } from "@casus/language";
import type { Builder } from "../ir/build.js";
import type { ValueId } from "../ir/program.js";
import { lowerCondition } from "./conditions.js";
import { lowerNumber } from "./numbers.js";
import type { Partial } from "./partial.js";
import { type Scope, scopeOf, type WorldValues } from "./scope.js";

/**
 * Readings look at the record of a run: each dated part is a column that is kept at every close, and what combines the parts (and, or, comparison, arithmetic) is
 * computed from the columns afterwards, in `weigh` at the dates as written, in `read` with the end date moved from close to close.
 */
export interface Reader {
  /** Undated, at a close: for `moot` and `check`. Emitted into `close`. */
  readonly closing: Scope;
  condition(condition: Condition, section: "weigh" | "read"): ValueId;
  number(expression: NumberExpression, section: "weigh" | "read"): Partial;
  /** The chance that an event has happened by the close that is read, given everything else in the run: 1 − its survival product. Emitted into `read`. */
  happened(survival: number, name: string): ValueId;
  /** A column with an undated condition at every close. */
  column(condition: Condition): number;
}

export function readerOf(b: Builder, world: WorldValues): Reader {
  const closing = scopeOf(b, "state", world);
  const inClose = <T>(emit: () => T): T => {
    const section = b.section;
    b.section = "close";
    const result = emit();
    b.section = section;
    return result;
  };
  const flagColumn = (condition: Condition) =>
    inClose(() => b.record(columnName(condition), lowerCondition(closing, condition)));
  const at = (step: number, end: boolean) => (end && b.section === "read" ? null : step);

  const dated: NonNullable<Scope["dated"]> = {
    number(expression) {
      const { value, valid, sites } = inClose(() => {
        const operand = lowerNumber(closing, expression.operand);
        const name = columnName(expression.operand);
        return {
          value: b.record(name, operand.value),
          valid: operand.valid === null ? null : b.record(`${name} has a value`, operand.valid),
          sites: operand.sites,
        };
      });
      const step = at(expression.step, expression.end);
      return { value: b.column(value, step), valid: valid === null ? null : b.column(valid, step), sites };
    },
    condition(condition) {
      const column =
        condition.kind === "at"
          ? flagColumn(condition.operand)
          : inClose(() => latched(b, closing, condition.operand));
      return b.column(column, at(condition.step, condition.end));
    },
  };
  const scope: Scope = { ...scopeOf(b, "state", world), dated };
  const inside = <T>(section: "weigh" | "read", emit: () => T): T => {
    b.section = section;
    return emit();
  };
  return {
    closing,
    condition: (condition, section) => inside(section, () => lowerCondition(scope, condition)),
    number: (expression, section) => inside(section, () => lowerNumber(scope, expression)),
    happened(survival, name) {
      const column = inClose(() => b.record(`${name} survival`, b.load(survival)));
      b.section = "read";
      return b.subtract(b.number(1), b.column(column, null));
    },
    column: flagColumn,
  };
}

/** A column that says whether a condition has held at t₀ or at some close so far. What has once happened needs no memory. */
function latched(b: Builder, closing: Scope, operand: Condition): number {
  const now = lowerCondition(closing, operand);
  if (operand.kind === "ever" || operand.kind === "choice ever" || b.instruction(now).section === "once") {
    return b.record(columnName(operand), now);
  }
  const key = `by:${now}`;
  const known = closing.flags.get(key);
  if (known !== undefined) return b.record("", known);
  const slot = b.slot(`${columnName(operand)} so far`, "flag");
  b.store(slot, b.flag(false), "once");
  const held = b.or(b.load(slot), now);
  b.store(slot, held);
  closing.flags.set(key, held);
  return b.record(`${columnName(operand)} so far`, held);
}

/** A name for people who read a program; the first that records a value names its column. */
function columnName(expression: Condition | NumberExpression): string {
  return "name" in expression ? `${expression.kind} ${expression.name}` : expression.kind;
}
