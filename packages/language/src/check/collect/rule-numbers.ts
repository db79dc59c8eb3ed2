/** Finds the numbers of rules that have names: `second_wave.chance`, `axis.starts`, `repayment.missiles.weight`. */
import type { Clause, Declaration, Expression } from "../../syntax/tree.js";
import { clausesOf, type NamedSymbol } from "../context.js";
import { chanceWord } from "../expressions/definition.js";
import { isDistribution } from "../expressions/distribution.js";
import { canonicalName, type Role, type RuleNumber, type Working } from "../working.js";

/** Gives every such number its place, and those that are drawn or plain numbers a name that can be read and set. */
export function collectRuleNumbers(working: Working, declarations: readonly Declaration[]): void {
  const found: RuleNumber[] = [];
  for (const declaration of declarations) {
    const partOf = canonicalName(declaration);
    if (partOf !== null && working.names.get(partOf)?.declaration === declaration)
      found.push(...numbersOf(declaration, partOf));
  }
  for (const number of found) {
    if (working.numbers.has(number.name)) continue;
    working.numbers.set(number.name, number);
    const others = working.numbersOf.get(number.partOf);
    if (others === undefined) working.numbersOf.set(number.partOf, [number.name]);
    else others.push(number.name);
  }
  for (const number of found) {
    const { name, partOf, expression, declaration } = number;
    if (working.names.has(name)) continue;
    const owner = working.names.get(partOf);
    const base = { name, span: expression.span, declaration, broken: owner?.broken ?? false };
    if (number.role !== "share" && number.role !== "amount" && isDrawn(working, number)) {
      working.names.set(name, { ...base, kind: "quantity", partOf });
    } else if (isPlainNumber(expression))
      working.names.set(name, { ...base, kind: "parameter", partOf } satisfies NamedSymbol);
  }
}

export function isDrawn(working: Working, number: RuleNumber): boolean {
  if (isDistribution(number.expression)) return true;
  const chance = number.role === "chance" || number.role === "honoured";
  return chance && chanceWord(working, number.expression) !== null;
}

/** A written number, its sign, its unit and parentheses around it. */
export function isPlainNumber(expression: Expression): boolean {
  switch (expression.kind) {
    case "number":
      return true;
    case "negate":
    case "in unit":
      return isPlainNumber(expression.operand);
    case "parenthesis":
      return isPlainNumber(expression.inner);
    default:
      return false;
  }
}

function numbersOf(declaration: Declaration, partOf: string): RuleNumber[] {
  const { clauses, kind } = declaration;
  const found: RuleNumber[] = [];
  const add = (
    part: string,
    role: Role,
    expression: Expression,
    once = false,
    among: readonly Clause[] = clauses,
  ) => {
    found.push({ name: `${partOf}.${part}`, partOf, role, expression, declaration, clauses: among, once });
  };
  if (kind === "fact" || kind === "event") {
    const chance = clausesOf(clauses, "chance")[0];
    if (chance !== undefined) {
      add("chance", "chance", chance.chance, kind === "fact");
      if (chance.then !== null) add("then", "chance", chance.then);
    }
    for (const { name, share } of clausesOf(clauses, "one of")[0]?.values ?? [])
      add(`${name.text}.share`, "share", share, true);
  } else if (kind === "stock") {
    const starts = clausesOf(clauses, "starts")[0];
    if (starts !== undefined) add("starts", "starts", starts.value, true);
    const count = new Map<string, number>();
    for (const flow of clausesOf(clauses, "flow"))
      add(numbered(count, flow.direction), "amount", flow.amount);
  } else if (kind === "choice") {
    for (const option of clausesOf(clauses, "option")) {
      const weight = clausesOf(option.clauses, "weight")[0];
      if (weight !== undefined)
        add(`${option.name.text}.weight`, "weight", weight.weight, false, [...option.clauses, ...clauses]);
    }
  } else if (kind === "treaty") {
    for (const obligation of clausesOf(clauses, "obligation")) {
      const chance = clausesOf(obligation.clauses, "honoured")[0]?.chance ?? null;
      if (chance !== null)
        add(`${obligation.name.text}.honoured`, "honoured", chance, false, [
          ...obligation.clauses,
          ...clauses,
        ]);
    }
  } else if (kind === "exchange") {
    const count = new Map<string, number>();
    for (const gives of clausesOf(clauses, "gives"))
      add(numbered(count, `${gives.actor.text}.gives`), "amount", gives.amount);
  }
  return found;
}

/** `gains`, `gains#2`, `gains#3`: the parts of one kind in the order of the text. */
export function numbered(count: Map<string, number>, part: string): string {
  const number = (count.get(part) ?? 0) + 1;
  count.set(part, number);
  return number === 1 ? part : `${part}#${number}`;
}
