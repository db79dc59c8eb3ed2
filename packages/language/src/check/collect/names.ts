/** Collects every name of a model. */

import type { Report } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/wording.js";
import type { Actor } from "../../model/model.js";
import type { Declaration, NameSyntax } from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import type { Span } from "../../text/source-text.js";
import type { UnitTable } from "../../units/table.js";
import { clausesOf, type NamedSymbol } from "../context.js";
import { canonicalName } from "../working.js";

const perActorKinds = new Set(["quantity", "fact", "let", "stock", "event", "choice"]);
type Fresh = { readonly name: string; readonly span: Span; readonly declaration: Declaration };

export function collectNames(
  declarations: readonly Declaration[],
  actors: ReadonlyMap<string, Actor>,
  places: ReadonlyMap<string, Declaration>,
  units: UnitTable,
  report: Report,
): Map<string, NamedSymbol> {
  const names = new Map<string, NamedSymbol>();
  const add = (symbol: NamedSymbol) => {
    const first = names.get(symbol.name);
    if (first === undefined) {
      names.set(symbol.name, symbol);
      return;
    }
    report(
      "E0201",
      symbol.span,
      `\`${symbol.name}\` is declared twice; one name stands for one thing. Nothing is computed from either.`,
      {
        labels: [{ span: first.span, message: "declared here first" }],
      },
    );
    // Which of the two is meant nobody can say, so that nothing is computed from either.
    first.broken = true;
  };
  for (const [name, actor] of actors) {
    const declaration = places.get(name);
    if (declaration !== undefined) add({ kind: "actor", name, span: actor.span, declaration, broken: false });
  }
  for (const declaration of declarations) {
    const name = canonicalName(declaration);
    if (name === null || declaration.name === null || declaration.kind === "outcome") continue;
    const broken = !actorFits(declaration, declaration.name, actors, report);
    for (const symbol of symbolsOf({ name, span: declaration.name.span, declaration }, actors)) {
      add({ ...symbol, broken: symbol.broken || broken || declaration.broken });
    }
  }
  for (const symbol of names.values()) notAUnit(symbol, units, report);
  return names;
}

function actorFits(
  declaration: Declaration,
  name: NameSyntax,
  actors: ReadonlyMap<string, Actor>,
  report: Report,
): boolean {
  if (name.actor === null) return true;
  // The parser has refused it.
  if (!perActorKinds.has(declaration.kind)) return false;
  if (actors.has(name.actor.text)) return true;
  const { span, text } = name.actor;
  const near = nearest(text, actors.keys());
  report("E0204", span, `There is no actor \`${text}\`.${didYouMean(near)}`, {
    notes: near.length === 0 ? ["Actors are declared under `actors`, an entry a line."] : [],
    fixes: near.map((other) => ({
      title: `Write \`${other}\``,
      edits: [{ span, text: other }],
      safe: false,
    })),
  });
  return false;
}

function notAUnit(symbol: NamedSymbol, units: UnitTable, report: Report): void {
  const plain = symbol.name.replace(/\(.*$/, "");
  const unit = units.byName.get(plain);
  if (unit === undefined || symbol.name.includes(".")) return;
  report("E0202", symbol.span, `\`${plain}\` is the name of a unit, and cannot be that of something else.`, {
    labels: unit.span === null ? [] : [{ span: unit.span, message: "the unit" }],
    notes: unit.span === null ? ["Days, weeks, months, quarters and years are always units."] : [],
  });
  symbol.broken = true;
}

/** A declaration's own name and those that come with it. */
function symbolsOf(fresh: Fresh, actors: ReadonlyMap<string, Actor>): NamedSymbol[] {
  const { declaration } = fresh;
  const base = { ...fresh, broken: false };
  switch (declaration.kind) {
    case "quantity":
      return [{ ...base, kind: "quantity", partOf: null }];
    case "fact": {
      const clause = clausesOf(declaration.clauses, "one of")[0];
      return [{ ...base, kind: "fact", values: clause?.values.map((value) => value.name.text) ?? null }];
    }
    case "shock":
    case "let":
    case "scenario":
    case "question":
    case "source":
    case "claim":
    case "evidence":
      return [{ ...base, kind: declaration.kind }];
    case "stock":
      return [{ ...base, kind: "stock", exchange: null }];
    case "event":
      return [{ ...base, kind: "event", obligation: null }];
    case "choice":
      return [
        {
          ...base,
          kind: "choice",
          options: clausesOf(declaration.clauses, "option").map((option) => option.name.text),
        },
      ];
    case "treaty":
      return treatySymbols(base, actors);
    case "exchange":
      return exchangeSymbols(base);
    default:
      return [];
  }
}

type Base = Fresh & { broken: boolean };

function treatySymbols(base: Base, actors: ReadonlyMap<string, Actor>): NamedSymbol[] {
  const { clauses } = base.declaration;
  const words = clausesOf(clauses, "between parties").flatMap((clause) => clause.parties);
  const parties = [...new Set(words.map((word) => word.text))].filter((party) => actors.has(party));
  const obligations = clausesOf(clauses, "obligation");
  const symbols: NamedSymbol[] = [
    { ...base, kind: "treaty", parties, obligations: obligations.map((obligation) => obligation.name.text) },
  ];
  const seen = new Set<string>();
  for (const obligation of obligations) {
    const name = `${base.name}.${obligation.name.text}`;
    if (seen.has(name)) continue;
    seen.add(name);
    for (const part of ["due", "honoured", "violated"] as const) {
      for (const actor of parties) {
        symbols.push({
          ...base,
          name: `${name}.${part}(${actor})`,
          span: obligation.name.span,
          kind: "event",
          obligation: { treaty: base.name, name, part, actor },
        });
      }
    }
  }
  return symbols;
}

function exchangeSymbols(base: Base): NamedSymbol[] {
  const parties = clausesOf(base.declaration.clauses, "exchange parties")[0];
  if (parties === undefined) return [{ ...base, kind: "exchange", parties: [] }];
  const both = [...new Set([parties.first.text, parties.second.text])];
  return [
    { ...base, kind: "exchange", parties: both },
    ...both.map(
      (actor): NamedSymbol => ({
        ...base,
        name: `${base.name}.given(${actor})`,
        kind: "stock",
        exchange: base.name,
      }),
    ),
    { ...base, name: `${base.name}.balance`, kind: "let" },
  ];
}
