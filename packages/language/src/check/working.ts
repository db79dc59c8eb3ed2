/** The context while declarations are being checked: what has been found so far, and what the model is made of in the end. */
import type { Condition, NumberExpression } from "../model/expression.js";
import type { Let, Quantity } from "../model/model.js";
import type { Clause, Declaration, Expression } from "../syntax/tree.js";
import type { Unit } from "../units/unit.js";
import type { Context, Expected, NamedSymbol } from "./context.js";

export interface Working extends Context {
  readonly names: Map<string, NamedSymbol>;
  readonly lets: Map<string, Let>;
  /** Numbers of rules that have names, whether distributions, plain numbers or anything else, by name. */
  readonly numbers: Map<string, RuleNumber>;
  /** Their names by what they belong to. */
  readonly numbersOf: Map<string, string[]>;
  /** What they turned out to be, once looked at. */
  readonly checkedNumbers: Map<string, CheckedNumber | null>;
  /** Those that are drawn. */
  readonly drawn: Map<string, Quantity>;
  /** Units of declarations, once looked at: unknown ones are reported but once. */
  readonly declaredUnits: Map<Declaration, Expected | null>;
  /** In the order of the text. */
  readonly pieces: Map<Declaration, Piece>;
}

export type Role = "chance" | "share" | "weight" | "honoured" | "starts" | "amount";

/** A number in a rule: `second_wave.chance`, `axis.starts`, `repayment.missiles.weight`. */
export interface RuleNumber {
  readonly name: string;
  /** Canonical name of what it belongs to. */
  readonly partOf: string;
  readonly role: Role;
  readonly expression: Expression;
  readonly declaration: Declaration;
  /** Clauses among which its backing stands. */
  readonly clauses: readonly Clause[];
  /** Known before the first step: the chance of a fact, the start of a stock. */
  readonly once: boolean;
}

export interface CheckedNumber {
  readonly number: NumberExpression;
  readonly unit: Unit;
}

/** A declaration as far as its soundness goes: the names that fall with it, and what it falls with. */
export interface Piece {
  readonly declaration: Declaration;
  readonly owns: readonly string[];
  readonly parts: readonly (Condition | NumberExpression)[];
  /** Names that it depends on beside those in its parts. */
  readonly needs: readonly string[];
  broken: boolean;
}

/** Canonical name of a declaration: `invaded(russia)`; null where it has none. */
export function canonicalName(declaration: Declaration): string | null {
  const { name } = declaration;
  if (name === null) return null;
  return name.actor === null ? name.text : `${name.text}(${name.actor.text})`;
}
