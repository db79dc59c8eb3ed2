import type { Label } from "../../diagnostics/diagnostic.js";
import type { NumberExpression } from "../../model/expression.js";
import type { Flow, Stock } from "../../model/model.js";
import type { Declaration, Expression, NameSyntax, WordSyntax } from "../../syntax/tree.js";
import { conversion } from "../../units/algebra.js";
import { bare, type Unit } from "../../units/unit.js";
import { checkNumber } from "../api.js";
import { numbered } from "../collect/rule-numbers.js";
import { clausesOf, type Expected } from "../context.js";
import { symbolNamed } from "../expressions/lookup.js";
import { constantValue, scaled } from "../expressions/numbers.js";
import { unitWords } from "../expressions/units.js";
import type { Working } from "../working.js";
import { backingOf } from "./backing.js";
import { declaredUnit } from "./declared-unit.js";
import { checkFlow, type FlowStock } from "./flow.js";
import { only } from "./once.js";
import { ruleNumber } from "./rule-number.js";

/** The unit of a stock: the one declared, else that of what it starts with. null: at fault. */
export function stockUnit(working: Working, declaration: Declaration, name: string): Expected | null {
  const declared = declaredUnit(working, declaration);
  if (declared !== undefined) return declared && { ...declared, what: `The stock \`${name}\`` };
  const starts = clausesOf(declaration.clauses, "starts")[0];
  const span = declaration.name?.span ?? declaration.span;
  const checked = starts === undefined ? undefined : ruleNumber(working, `${name}.starts`);
  if (checked === null) return null;
  return {
    unit: checked?.unit ?? bare,
    span: checked === undefined ? span : (starts?.value.span ?? span),
    what: `The stock \`${name}\``,
  };
}

export function checkStock(
  working: Working,
  declaration: Declaration,
  name: string,
): { stock: Stock; flows: Flow[] } | null {
  const { clauses } = declaration;
  const nameSpan = declaration.name?.span ?? declaration.span;
  const expected = stockUnit(working, declaration, name);
  if (expected === null) return null;
  const starts = only(working, clauses, "starts");
  if (starts === null) {
    const end = { ...nameSpan, start: declaration.span.end, end: declaration.span.end };
    working.report("E0501", nameSpan, `Nothing says with how much \`${name}\` starts.`, {
      fixes: [{ title: "Start with 0", edits: [{ span: end, text: "\n  starts 0" }], safe: false }],
    });
  }
  const start = starts === null ? null : ruleNumber(working, `${name}.starts`);
  const bounds = checkBounds(working, declaration, expected);
  const flows = checkFlows(working, declaration, { name, unit: expected.unit, span: expected.span });
  if (start === null || bounds === null || flows === null) return null;
  const stock: Stock = {
    name,
    label: declaration.label?.text ?? name,
    span: nameSpan,
    unit: expected.unit,
    starts: start.number,
    low: bounds.low,
    high: bounds.high,
    warnBelowZero: expected.unit.length > 0 && bounds.low === null && bounds.high === null,
    backing: backingOf(working, clauses),
    exchange: null,
  };
  return { stock, flows };
}

function checkBounds(working: Working, declaration: Declaration, expected: Expected) {
  const within = only(working, declaration.clauses, "within");
  const least = only(working, declaration.clauses, "at least");
  const most = only(working, declaration.clauses, "at most");
  for (const other of [least, most]) {
    if (within === null || other === null) continue;
    working.report("E0518", other.span, "`within` says both bounds already.", {
      labels: [{ span: within.span, message: "both bounds" }],
    });
  }
  const check = (side: Expression | undefined): NumberExpression | null | undefined =>
    side === undefined ? null : (checkNumber(working, side, { in: "rule" }, expected) ?? undefined);
  const low = check(within?.low ?? least?.value);
  const high = check(within?.high ?? most?.value);
  if (low === undefined || high === undefined) return null;
  const a = low && constantValue(low);
  const b = high && constantValue(high);
  if (a !== null && b !== null && a > b) {
    const span = within?.span ?? most?.span ?? declaration.span;
    const text = (side: Expression) =>
      working.sources.get(side.span.file)?.text.slice(side.span.start, side.span.end) ?? "";
    const pair: readonly Label[] =
      least === null || most === null
        ? []
        : [
            { span: least.value.span, message: "the lower bound" },
            { span: most.value.span, message: "the upper bound" },
          ];
    working.report("E0518", span, "The lower bound lies above the upper one.", {
      labels: within === null ? pair : [],
      fixes:
        within === null
          ? []
          : [
              {
                title: "Swap the bounds",
                edits: [
                  { span: within.low.span, text: text(within.high) },
                  { span: within.high.span, text: text(within.low) },
                ],
                safe: false,
              },
            ],
    });
    return null;
  }
  return { low, high };
}

function checkFlows(working: Working, declaration: Declaration, stock: FlowStock): Flow[] | null {
  const count = new Map<string, number>();
  const flows: Flow[] = [];
  let good = true;
  for (const clause of clausesOf(declaration.clauses, "flow")) {
    const { direction, to } = clause;
    const syntax = { ...clause, name: `${stock.name}.${numbered(count, direction)}`, label: null };
    const from = direction === "gains" ? null : stock.name;
    const flow = checkFlow(working, syntax, stock, from, direction === "gains" ? stock.name : null);
    const target = to === null ? null : targetOf(working, to);
    if (flow === null || (to !== null && target === null)) {
      good = false;
      continue;
    }
    if (to === null || target === null) flows.push(flow);
    else {
      const moved = move(working, flow, stock, target, to);
      if (moved === null) good = false;
      else flows.push(...moved);
    }
  }
  return good ? flows : null;
}

function targetOf(working: Working, to: WordSyntax | NameSyntax): { name: string; unit: Unit } | null {
  const actor = "actor" in to ? to.actor : null;
  const name = actor === null ? to.text : `${to.text}(${actor.text})`;
  const symbol = symbolNamed(working, name, to.span, ["stock"], "stock");
  const resolution = symbol && working.resolve(symbol);
  return resolution?.type === "number" ? { name, unit: resolution.unit } : null;
}

/** One flow from stock to stock; two, each in its stock's unit, where the units differ but convert. */
function move(
  working: Working,
  flow: Flow,
  stock: FlowStock,
  target: { readonly name: string; readonly unit: Unit },
  to: WordSyntax | NameSyntax,
): Flow[] | null {
  if (target.name === stock.name) {
    working.report("E0503", to.span, `\`${stock.name}\` cannot be moved to itself.`);
    return null;
  }
  const factor = conversion(working.units, stock.unit, target.unit);
  if (factor === null) {
    working.report(
      "E0503",
      to.span,
      `\`${stock.name}\` is ${unitWords(stock.unit)} and \`${target.name}\` is ${unitWords(target.unit)}: what leaves one cannot arrive in the other.`,
      {
        labels: [
          { span: stock.span, message: `\`${stock.name}\` is ${unitWords(stock.unit)}` },
          {
            span: working.names.get(target.name)?.span ?? to.span,
            message: `\`${target.name}\` is ${unitWords(target.unit)}`,
          },
        ],
      },
    );
    return null;
  }
  if (factor === 1) return [{ ...flow, to: target.name }];
  return [
    flow,
    {
      ...flow,
      name: `${flow.name}.arriving`,
      from: null,
      to: target.name,
      amount: scaled(flow.amount, target.unit, factor),
    },
  ];
}
