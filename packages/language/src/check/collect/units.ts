import type { Report } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/wording.js";
import type { Clause, Declaration, WordSyntax } from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import { builtInUnits, type UnitDefinition } from "../../units/table.js";
import type { UnitFactor } from "../../units/unit.js";
import { clausesOf } from "../context.js";

type Entry = Clause & { readonly kind: "unit" };

/** The units that are declared, with those of time. */
export function collectUnits(
  declarations: readonly Declaration[],
  report: Report,
): Map<string, UnitDefinition> {
  const table = builtInUnits();
  const entries = declarations.filter((d) => d.kind === "units").flatMap((d) => clausesOf(d.clauses, "unit"));
  const defined: Entry[] = [];
  const canonical = new Map<string, string>();
  const spans = new Map<string, Entry["span"]>();
  const good: Entry[] = [];
  for (const entry of entries) {
    let fresh = true;
    for (const word of [entry.name, ...entry.also]) {
      const known = canonical.has(word.text) || table.has(word.text);
      if (!known) {
        canonical.set(word.text, entry.name.text);
        spans.set(word.text, word.span);
      } else if (!(word !== entry.name && canonical.get(word.text) === entry.name.text && fresh)) {
        reportTwice(report, word, spans.get(word.text) ?? null);
        if (word === entry.name) fresh = false;
      }
    }
    if (fresh) good.push(entry);
  }
  const circles = circular(good, canonical);
  reportCircles(
    good.filter((entry) => circles.has(entry.name.text)),
    canonical,
    report,
  );
  for (const entry of good) {
    const definition = entry.definition === null ? null : define(entry, canonical, table, report, circles);
    const unit: UnitDefinition = {
      name: entry.name.text,
      span: entry.name.span,
      currency: entry.currency,
      time: null,
      definition: definition === "broken" ? null : definition,
      broken: definition === "broken",
    };
    defined.push(entry);
    for (const word of [entry.name, ...entry.also]) {
      if (canonical.get(word.text) === entry.name.text && !table.has(word.text)) table.set(word.text, unit);
    }
  }
  return table;
}

function reportTwice(report: Report, word: WordSyntax, first: Entry["span"] | null): void {
  report(
    "E0207",
    word.span,
    first === null
      ? `\`${word.text}\` is a unit of time, which is always there.`
      : `There is a unit \`${word.text}\` already.`,
    {
      labels: first === null ? [] : [{ span: first, message: "the first one" }],
    },
  );
}

/** Names of units whose definitions lead back to themselves. */
function circular(entries: readonly Entry[], canonical: ReadonlyMap<string, string>): Set<string> {
  const uses = new Map<string, string[]>();
  for (const entry of entries) {
    uses.set(
      entry.name.text,
      (entry.definition?.unit.factors ?? []).map((factor) => canonical.get(factor.name) ?? factor.name),
    );
  }
  const found = new Set<string>();
  for (const start of uses.keys()) {
    const seen = new Set<string>();
    const stack = [...(uses.get(start) ?? [])];
    for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
      if (name === start) {
        found.add(start);
        break;
      }
      if (seen.has(name)) continue;
      seen.add(name);
      stack.push(...(uses.get(name) ?? []));
    }
  }
  return found;
}

/** One diagnostic for each circle, at the first of its units. */
function reportCircles(
  entries: readonly Entry[],
  canonical: ReadonlyMap<string, string>,
  report: Report,
): void {
  const byName = new Map(entries.map((entry) => [entry.name.text, entry]));
  const told = new Set<Entry>();
  for (const first of entries) {
    if (told.has(first)) continue;
    const circle = [first];
    for (const entry of circle) {
      told.add(entry);
      for (const factor of entry.definition?.unit.factors ?? []) {
        const next = byName.get(canonical.get(factor.name) ?? factor.name);
        if (next !== undefined && !circle.includes(next)) circle.push(next);
      }
    }
    const names = circle.map(({ name }) => `\`${name.text}\``);
    report(
      "E0208",
      first.name.span,
      circle.length === 1
        ? `The unit ${names[0]} is defined by itself.`
        : `The units ${names.slice(0, -1).join(", ")} and ${names.at(-1)} are defined by each other, going round in a circle.`,
      {
        labels: circle.slice(1, 12).map(({ name }) => ({ span: name.span, message: "in the same circle" })),
        notes: ["One of them stands by itself: a line with its name alone."],
      },
    );
  }
}

function define(
  entry: Entry,
  canonical: ReadonlyMap<string, string>,
  table: ReadonlyMap<string, UnitDefinition>,
  report: Report,
  circles: ReadonlySet<string>,
): NonNullable<UnitDefinition["definition"]> | "broken" {
  const { number, unit } = entry.definition as NonNullable<Entry["definition"]>;
  if (circles.has(entry.name.text)) return "broken";
  if (!(number.value > 0)) {
    report("E0219", number.span, "A unit is worth more than 0 of another.");
    return "broken";
  }
  const factors: UnitFactor[] = [];
  for (const factor of unit.factors) {
    const name = canonical.get(factor.name) ?? table.get(factor.name)?.name;
    if (name === undefined) {
      const near = nearest(factor.name, [...canonical.keys(), ...table.keys()]);
      report("E0206", factor.span, `There is no unit \`${factor.name}\`.${didYouMean(near)}`, {
        notes: near.length > 0 ? [] : [`Declare it, a line under \`units\`: \`${factor.name}\`.`],
        fixes: near.map((other) => ({
          title: `Write \`${other}\``,
          edits: [{ span: factor.span, text: other }],
          safe: false,
        })),
      });
      return "broken";
    }
    factors.push({ name, exponent: factor.exponent });
  }
  return { factor: number.value, unit: factors };
}
