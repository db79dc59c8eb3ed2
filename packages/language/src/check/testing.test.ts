/** Helpers of the checker's tests. */
import assert from "node:assert/strict";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Model } from "../model/model.js";
import { memoryWorld } from "../world.js";
import { type Checked, checkModel } from "./model.js";
import type { Override } from "./overrides.js";

/** A year in months, three actors, three units, and something of each kind; tests add to it. */
export const base = `casus 1
situation "S"
  period 2024-01 to 2024-12 by month
  as of 2024-03-31
actors
  ada "Ada" state AAA
  bee "Bee" state BBB
  cee "Cee" state CCC
units
  soldier also soldiers
  USD currency
  kUSD = 1000 USD
quantity size = 4k to 16k soldier
  assumed "a guess"
quantity cash = 5 to 8 USD
  assumed "a guess"
fact rain chance 30%
  assumed "a guess"
event storm
  chance 10% per month
  assumed "a guess"
choice move by ada
  option go weight 1
  option stay weight 1
`;

/** Checks the base with more text behind it. */
export function check(
  text: string,
  files: Record<string, string> = {},
  overrides: readonly Override[] = [],
): Checked {
  return checkModel(memoryWorld({ "main.casus": base + text, ...files }), "main.casus", { overrides });
}

/** Checks a text by itself. */
export function checkAlone(text: string): Checked {
  return checkModel(memoryWorld({ "main.casus": text }), "main.casus");
}

/** The text that a diagnostic points at. */
export function at(checked: Checked, diagnostic: Diagnostic): string {
  const { file, start, end } = diagnostic.span;
  return checked.sources.get(file)?.text.slice(start, end) ?? "";
}

/** Each diagnostic as `CODE text`. */
export function found(checked: Checked): string[] {
  return checked.diagnostics.map((diagnostic) => `${diagnostic.code} ${at(checked, diagnostic)}`);
}

/** Asserts that exactly these diagnostics come, each as `CODE text`; returns them. */
export function expectDiagnostics(text: string, ...expected: readonly string[]): readonly Diagnostic[] {
  const checked = check(text);
  assert.deepEqual(found(checked), expected, checked.diagnostics.map((d) => d.message).join("\n"));
  return checked.diagnostics;
}

/** The added text after the first fix of the only diagnostic has been applied; asserts that nothing is wrong then. */
export function fixed(text: string, allowed: readonly string[] = []): string {
  const checked = check(text);
  const [diagnostic, ...others] = checked.diagnostics.filter((d) => !allowed.includes(d.code));
  assert.ok(diagnostic !== undefined && others.length === 0, found(checked).join("\n"));
  const fix = diagnostic.fixes[0];
  assert.ok(fix !== undefined, `no fix for: ${diagnostic.message}`);
  let result = base + text;
  for (const edit of [...fix.edits].sort((a, b) => b.span.start - a.span.start)) {
    result = result.slice(0, edit.span.start) + edit.text + result.slice(edit.span.end);
  }
  const after = checkAlone(result).diagnostics.filter((d) => !allowed.includes(d.code));
  assert.deepEqual(
    after.map((d) => `${d.code} ${d.message}`),
    [],
    result.slice(base.length),
  );
  return result.slice(base.length);
}

/** The model of a text that has no errors. */
export function modelOf(text: string): Model {
  const checked = check(text);
  const errors = checked.diagnostics.filter((d) => d.severity === "error");
  assert.deepEqual(
    errors.map((d) => d.message),
    [],
  );
  assert.ok(checked.model !== null);
  return checked.model;
}

/** Asserts that there is one item, and returns it. */
export function named<T extends { readonly name: string }>(items: readonly T[], name: string): T {
  const item = items.find((other) => other.name === name);
  assert.ok(item !== undefined, `${name} is missing among ${items.map((other) => other.name).join(", ")}`);
  return item;
}
