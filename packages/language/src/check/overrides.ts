/** `--set NAME=EXPRESSION`: the model as if its text had been edited there. */
import type { Diagnostic, Report } from "../diagnostics/diagnostic.js";
import { parse } from "../syntax/index.js";
import type { Clause, Declaration, Expression, SyntaxTree, UnitSyntax, WordSyntax } from "../syntax/tree.js";
import { nearest } from "../text/nearest.js";
import { type SourceText, sourceText } from "../text/source-text.js";
import { numbered } from "./collect/rule-numbers.js";
import { clausesOf } from "./context.js";
import { list, write } from "./expressions/wording.js";
import { canonicalName } from "./working.js";

export interface Override {
  /** `wave`, `second_wave.chance`, `repayment.missiles.weight`, `peace`. */
  readonly name: string;
  /** An expression or distribution; `true`, `false` or a value for a fact; a date or `never` for an event or treaty; an option for a choice. */
  readonly text: string;
}

type Edit = (parsed: Parsed) => Declaration | null;
interface Parsed {
  readonly expression: () => Expression | null;
  readonly chance: () => Expression | null;
  readonly on: () => (Clause & { readonly kind: "on" }) | null;
  readonly word: string;
  /** Says that the word is none of those that are known. */
  readonly reject: (what: string, known: readonly string[]) => null;
}

/** The trees with the overrides put in. Texts that were read for them are added to `sources`. */
export function applyOverrides(
  trees: readonly SyntaxTree[],
  overrides: readonly Override[],
  sources: Map<string, SourceText>,
  report: Report,
  diagnostics: Diagnostic[],
): SyntaxTree[] {
  let result = [...trees];
  for (const override of overrides) {
    const file = `--set ${override.name}`;
    const edits = targets(result);
    const edit = edits.get(override.name);
    if (edit === undefined) {
      const source = sourceText(file, `${override.name}=${override.text}`);
      sources.set(file, source);
      const span = { file, start: 0, end: override.name.length };
      const near = nearest(override.name, edits.keys());
      report("E0216", span, `There is nothing \`${override.name}\` in the model that could be set.`, {
        notes: [
          "Quantities, facts, shocks, lets, events, choices, treaties and the named numbers of rules can be set.",
        ],
        fixes: near.map((name) => ({ title: `Set \`${name}\``, edits: [{ span, text: name }], safe: false })),
      });
      continue;
    }
    const changed = edit.apply(parsedText(file, override, sources, report, diagnostics));
    if (changed === null) continue;
    result = result.map((tree) =>
      tree.declarations.includes(edit.declaration)
        ? {
            ...tree,
            declarations: tree.declarations.map((other) => (other === edit.declaration ? changed : other)),
          }
        : tree,
    );
  }
  return result;
}

/** Reads the text as what is wanted; messages point into the text as it was given. */
function parsedText(
  file: string,
  override: Override,
  sources: Map<string, SourceText>,
  report: Report,
  diagnostics: Diagnostic[],
): Parsed {
  // One line: nothing that is set can begin another declaration.
  const text = override.text.replace(/\s+/g, " ").trim();
  const read = (before: string): Declaration | null => {
    const source = sourceText(file, `${before}${text}`);
    sources.set(file, source);
    const tree = parse(source);
    diagnostics.push(...tree.diagnostics);
    const declaration = tree.declarations[0];
    if (tree.declarations.length !== 1 || declaration === undefined || declaration.broken) return null;
    return declaration;
  };
  const whole = (declaration: Declaration | null, clauses: number): Declaration | null => {
    if (declaration === null || declaration.clauses.length === clauses) return declaration;
    const second = declaration.clauses[clauses];
    if (second !== undefined)
      report("E0221", second.span, "Only an expression can be set, and this goes on behind it.");
    return null;
  };
  return {
    word: text,
    reject: (what, known) => {
      const source = sourceText(file, `${override.name}=${text}`);
      sources.set(file, source);
      const span = { file, start: override.name.length + 1, end: source.text.length };
      report("E0212", span, `\`${override.name}\` has no ${what} \`${text}\`.`, {
        notes: [`It has ${list(known)}.`],
        fixes: nearest(text, known).map((name) => write(name, span)),
      });
      return null;
    },
    expression: () => whole(read("quantity set_value = "), 0)?.value ?? null,
    chance: () => {
      const declaration = whole(read("event set_value chance "), 1);
      const clause = declaration && clausesOf(declaration.clauses, "chance")[0];
      return clause?.chance ?? null;
    },
    on: () => {
      const declaration = whole(read("event set_value on "), 1);
      return (declaration && clausesOf(declaration.clauses, "on")[0]) ?? null;
    },
  };
}

/** What is set without a unit is in that of the number in whose place it stands: `second_wave.chance = 5%` stays per month. */
function inUnitOf(old: Expression, fresh: Expression | null): Expression | null {
  const unit = unitBehind(old);
  if (fresh === null || unit === null || unitBehind(fresh) !== null) return fresh;
  switch (fresh.kind) {
    case "number":
    case "interval":
    case "percentiles":
      return { ...fresh, unit };
    case "n of m":
    case "reference":
    case "string":
    case "call":
    case "parenthesis":
      return { kind: "in unit", operand: fresh, unit, span: fresh.span };
    default:
      return fresh;
  }
}

function unitBehind(expression: Expression): UnitSyntax | null {
  switch (expression.kind) {
    case "number":
    case "interval":
    case "percentiles":
    case "in unit":
      return expression.unit;
    case "parenthesis":
      return unitBehind(expression.inner);
    default:
      return null;
  }
}

interface Target {
  readonly declaration: Declaration;
  readonly apply: Edit;
}

/** Everything that can be set, by name. */
function targets(trees: readonly SyntaxTree[]): Map<string, Target> {
  const found = new Map<string, Target>();
  for (const declaration of trees.flatMap((tree) => tree.declarations)) {
    const name = canonicalName(declaration);
    if (name === null) continue;
    const add = (part: string, apply: Edit) => {
      const full = part === "" ? name : `${name}.${part}`;
      if (!found.has(full)) found.set(full, { declaration, apply });
    };
    addTargets(declaration, add);
  }
  return found;
}

function addTargets(declaration: Declaration, add: (part: string, apply: Edit) => void): void {
  const { clauses, kind } = declaration;
  const swap = (old: Clause, fresh: Clause | null): Declaration | null =>
    fresh && { ...declaration, clauses: clauses.map((clause) => (clause === old ? fresh : clause)) };
  const value: Edit = (parsed) => {
    const expression = parsed.expression();
    return expression && { ...declaration, value: expression };
  };
  if (kind === "quantity" || kind === "shock" || kind === "let") add("", value);
  for (const clause of clausesOf(clauses, "chance")) {
    add("chance", (parsed) => {
      const chance = inUnitOf(clause.chance, parsed.chance());
      return chance && swap(clause, { ...clause, chance });
    });
    const { then: old } = clause;
    if (old === null) continue;
    add("then", (parsed) => {
      const then = inUnitOf(old, parsed.expression());
      return then && swap(clause, { ...clause, then });
    });
  }
  for (const clause of clausesOf(clauses, "starts")) {
    add("starts", (parsed) => {
      const expression = parsed.expression();
      return expression && swap(clause, { ...clause, value: expression });
    });
  }
  const count = new Map<string, number>();
  for (const clause of clauses) {
    if (clause.kind !== "flow" && clause.kind !== "gives") continue;
    add(
      numbered(count, clause.kind === "flow" ? clause.direction : `${clause.actor.text}.gives`),
      (parsed) => {
        const amount = inUnitOf(clause.amount, parsed.expression());
        return amount && swap(clause, { ...clause, amount });
      },
    );
  }
  if (kind === "fact") add("", (parsed) => factValue(declaration, parsed));
  if (kind === "event") add("", (parsed) => eventDate(declaration, parsed));
  if (kind === "treaty") add("", (parsed) => treatyDate(declaration, parsed));
  if (kind === "choice") choiceTargets(declaration, add);
  for (const clause of clausesOf(clauses, "obligation")) {
    const honoured = clausesOf(clause.clauses, "honoured")[0];
    if (honoured?.chance == null) continue;
    add(`${clause.name.text}.honoured`, (parsed) => {
      const chance = parsed.chance();
      const fresh = clause.clauses.map((inner) => (inner === honoured ? { ...honoured, chance } : inner));
      return chance && swap(clause, { ...clause, clauses: fresh });
    });
  }
}

function written(span: Declaration["span"], value: number): Expression {
  return { kind: "number", span, number: { value, percent: false, span }, unit: null };
}

/** `true`, `false` or a value; anything else is a chance. */
function factValue(declaration: Declaration, parsed: Parsed): Declaration | null {
  const clause = clausesOf(declaration.clauses, "one of")[0] ?? clausesOf(declaration.clauses, "chance")[0];
  if (clause === undefined) return null;
  const replace = (fresh: Clause): Declaration => ({
    ...declaration,
    clauses: declaration.clauses.map((other) => (other === clause ? fresh : other)),
  });
  if (clause.kind === "one of") {
    const values = clause.values.map(({ name, share }) => ({
      name,
      share: written(share.span, name.text === parsed.word ? 1 : 0),
    }));
    if (values.some((value) => value.name.text === parsed.word)) return replace({ ...clause, values });
    return parsed.reject(
      "value",
      values.map((value) => value.name.text),
    );
  }
  if (parsed.word === "true" || parsed.word === "false") {
    return replace({ ...clause, chance: written(clause.chance.span, parsed.word === "true" ? 1 : 0) });
  }
  const chance = parsed.chance();
  return chance && replace({ ...clause, chance });
}

/** `EVENT=DATE` and `EVENT=never`: it comes on that day, or not at all, whatever its rule was. */
function eventDate(declaration: Declaration, parsed: Parsed): Declaration | null {
  const kept = declaration.clauses.filter(
    (clause) => !["when", "chance", "on", "after"].includes(clause.kind),
  );
  if (parsed.word === "never") {
    const span = declaration.keyword;
    const never: Clause = {
      kind: "chance",
      span,
      keyword: span,
      chance: written(span, 0),
      by: null,
      between: null,
      // biome-ignore lint/suspicious/noThenProperty: the field is called as the word in the language is.
      then: null,
    };
    return { ...declaration, clauses: [...kept, never] };
  }
  const on = parsed.on();
  return on && { ...declaration, clauses: [...kept, on] };
}

/** `TREATY=DATE` and `TREATY=never`: in force from that day, or not at all. */
function treatyDate(declaration: Declaration, parsed: Parsed): Declaration | null {
  const old = clausesOf(declaration.clauses, "in force")[0];
  const kept = declaration.clauses.filter((clause) => clause.kind !== "in force");
  if (parsed.word === "never") return { ...declaration, clauses: kept };
  const on = parsed.on();
  if (on === null) return null;
  const force: Clause = {
    kind: "in force",
    span: on.span,
    keyword: on.keyword,
    from: on.first,
    when: null,
    untilDate: old?.untilDate ?? null,
    untilCondition: old?.untilCondition ?? null,
  };
  return { ...declaration, clauses: [...kept, force] };
}

function choiceTargets(declaration: Declaration, add: (part: string, apply: Edit) => void): void {
  const { clauses } = declaration;
  const options = clausesOf(clauses, "option");
  const reweigh = (
    weight: (name: WordSyntax, old: Clause & { readonly kind: "weight" }) => Expression | null,
  ): Declaration => ({
    ...declaration,
    clauses: clauses.map((clause) =>
      clause.kind !== "option"
        ? clause
        : {
            ...clause,
            clauses: clause.clauses.map((inner) =>
              inner.kind === "weight"
                ? { ...inner, weight: weight(clause.name, inner) ?? inner.weight }
                : inner,
            ),
          },
    ),
  });
  // An option by name: whenever the choice is taken, it is that one.
  add("", (parsed) => {
    if (!options.some((option) => option.name.text === parsed.word)) {
      return parsed.reject(
        "option",
        options.map((option) => option.name.text),
      );
    }
    return reweigh((name, old) => written(old.weight.span, name.text === parsed.word ? 1 : 0));
  });
  for (const option of options) {
    add(`${option.name.text}.weight`, (parsed) => {
      const expression = parsed.expression();
      return expression && reweigh((name) => (name.text === option.name.text ? expression : null));
    });
  }
}
