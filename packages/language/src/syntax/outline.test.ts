import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import type { Diagnostic, Fix } from "../diagnostics/diagnostic.js";
import { sourceText } from "../text/source-text.js";
import { parse } from "./parse.js";
import type { Clause, Declaration, Expression, MemberSyntax, SyntaxTree, UnitSyntax } from "./tree.js";

/** Shared by the tests of the parser: short notations of trees, and the application of fixes. */

export function treeOf(text: string): SyntaxTree {
  return parse(sourceText("model.casus", text));
}

/** The only declaration of a text that must have no fault. */
export function declarationOf(text: string): Declaration {
  const tree = treeOf(text);
  assert.deepEqual(
    tree.diagnostics.map((diagnostic) => `${diagnostic.code} ${diagnostic.message}`),
    [],
  );
  assert.equal(tree.declarations.length, 1);
  return tree.declarations[0] as Declaration;
}

export function clauseOf<Kind extends Clause["kind"]>(
  text: string,
  kind: Kind,
): Extract<Clause, { kind: Kind }> {
  const clause = declarationOf(text).clauses.find((one) => one.kind === kind);
  assert.ok(clause !== undefined, `no ${kind}`);
  return clause as Extract<Clause, { kind: Kind }>;
}

export function applyFix(text: string, fix: Fix): string {
  let result = text;
  for (const edit of [...fix.edits].sort((a, b) => b.span.start - a.span.start))
    result = result.slice(0, edit.span.start) + edit.text + result.slice(edit.span.end);
  return result;
}

export function marked(text: string, diagnostic: Diagnostic): string {
  return text.slice(diagnostic.span.start, diagnostic.span.end);
}

/** A folder of the repository, looked for from the working directory upwards. */
export function folder(name: string): string | null {
  for (let at = process.cwd(); ; at = dirname(at)) {
    if (existsSync(join(at, name))) return join(at, name);
    if (dirname(at) === at) return null;
  }
}

export const outlineUnit = (unit: UnitSyntax | null): string =>
  unit === null
    ? ""
    : `[${unit.factors.map((factor) => (factor.exponent < 0 ? "/" : "·") + factor.name).join("")}]`;

const member = (m: MemberSyntax): string => m.name.text + (m.argument === null ? "" : `(${m.argument.text})`);

const day = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** An expression with all its structure in brackets. */
export function outline(e: Expression): string {
  switch (e.kind) {
    case "number":
      return `${e.number.value}${outlineUnit(e.unit)}`;
    case "string":
      return JSON.stringify(e.string.text);
    case "date":
      return day(e.date.first);
    case "reference":
      return [e.head, ...e.members].map(member).join(".");
    case "negate":
      return `(-${outline(e.operand)})`;
    case "not":
      return `(not ${outline(e.operand)})`;
    case "arithmetic":
    case "compare":
    case "logic":
      return `(${outline(e.left)} ${e.operator} ${outline(e.right)})`;
    case "if":
      return `(if ${outline(e.condition)} then ${outline(e.then)} else ${outline(e.otherwise)})`;
    case "parenthesis":
      return `{${outline(e.inner)}}`;
    case "in unit":
      return `${outline(e.operand)}${outlineUnit(e.unit)}`;
    case "call": {
      const list = e.arguments.map(
        (argument) => (argument.name === null ? "" : `${argument.name.text}: `) + outline(argument.value),
      );
      return `${e.callee.text}<${list.join(", ")}>`;
    }
    case "is":
      return `(${outline(e.subject)} is ${outline(e.value)})`;
    case "stands at":
      return `(${outline(e.subject)} stands at ${e.value.text})`;
    case "ever":
      return `(${outline(e.subject)} ever${e.value === null ? "" : ` ${e.value.text}`})`;
    case "happens":
      return `(${outline(e.subject)} happens)`;
    case "dated":
      return `(${outline(e.operand)} ${e.negated ? "not " : ""}${e.how} ${day(e.date.last)})`;
    case "calendar":
      return `(${e.how} ${day(e.first.first)}${e.second === null ? "" : ` and ${day(e.second.last)}`})`;
    case "since":
      return `(${e.unit.text} since ${outline(e.of)})`;
    case "aggregate":
      return `(${e.function} of ${e.name.text} over ${e.over.map((word) => word.text).join(" ")})`;
    case "interval":
      return `${e.mass === null ? "" : `${e.mass.value}:`}${e.low.value}~${e.high.value}${outlineUnit(e.unit)}${e.family === null ? "" : ` ${e.family.text}`}`;
    case "percentiles":
      return `p<${e.points.map((point) => `${point.percent}=${point.value.value}`).join(" ")}>${outlineUnit(e.unit)}`;
    case "n of m":
      return `${e.successes.value}of${e.trials.value}`;
    case "mixture":
      return `mixture<${e.parts.map((part) => `${outline(part.weight)}: ${outline(part.value)}`).join(", ")}>`;
    case "truncated":
      return `cut<${outline(e.operand)}, ${e.atLeast === null ? "" : outline(e.atLeast)}, ${e.atMost === null ? "" : outline(e.atMost)}>`;
    case "bad":
      return "bad";
  }
}

/** The outline of `let a = TEXT`. */
export function outlineOf(text: string): string {
  const { value } = declarationOf(`let a = ${text}\n`);
  assert.ok(value !== null);
  return outline(value);
}

/** A clause without spans; expressions as outlines, names and words as their text. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value);
  const has = (key: string): boolean => key in value;
  if (has("factors")) return outlineUnit(value as UnitSyntax);
  if (has("precision"))
    return `${day((value as { first: number }).first)}..${day((value as { last: number }).last)}`;
  if (has("percent") && has("value")) return (value as { value: number }).value;
  if (has("low") && has("unit") && !has("kind")) {
    const { low, high, unit } = value as { low: number; high: number; unit: { text: string } };
    return `${low}..${high} ${unit.text}`;
  }
  if (has("text") && entries.length <= 3 && !has("kind")) {
    const { text, actor } = value as { text: string; actor?: { text: string } | null };
    return actor == null ? text : `${text}(${actor.text})`;
  }
  if (has("kind") && has("span") && !has("keyword")) return outline(value as Expression);
  const kept = entries.filter(
    ([key, part]) => key !== "span" && key !== "keyword" && part !== null && part !== false,
  );
  return Object.fromEntries(kept.map(([key, part]) => [key, key === "kind" ? part : plain(part)]));
}

/** All clauses of the only declaration of a text. */
export function plainClauses(text: string): unknown {
  return plain(declarationOf(text).clauses);
}

test("outline: the notation of these tests shows structure", () => {
  assert.equal(outlineOf("a + b * c"), "(a + (b * c))");
});
