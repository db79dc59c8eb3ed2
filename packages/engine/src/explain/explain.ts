/** What was understood of one name of a model. */
import type { Model } from "@casus/language";
import type { Core } from "./core.js";
import type { ExplainedClaim, ExplainedName, Explanation } from "./explanation.js";
import { type Reader, readersOf } from "./names.js";
import { partCore } from "./parts.js";
import { recordCore } from "./record-core.js";
import { ruleNumbersOf } from "./rule-numbers.js";
import type { Subject } from "./subject.js";
import { declaredUnits } from "./units.js";
import { unknownCore } from "./unknowns.js";
import { worldCore } from "./world-core.js";

/** The explanation of a name as the model writes it (`wave`, `invaded(russia)`, `peace.chance`, `bargain.balance`, a unit); null where it has none of that name. */
export function explain(subject: Subject, name: string): Explanation | null {
  const core = coreOf(subject, name);
  if (core === null) return null;
  const { model } = subject;
  const readers = readersOf(model);
  const own = readers.find((reader) => reader.name === name);
  const claims = new Set(model.claims.map((claim) => claim.name));
  const reads = core.reads ?? own?.reads ?? [];
  const from = core.backing?.from ?? [];
  return {
    name,
    kind: core.kind,
    label: core.label === undefined || core.label === name || core.label === "" ? null : core.label,
    unit: core.unit === undefined || core.unit === "" ? null : core.unit,
    summary: core.summary,
    rows: core.rows ?? [],
    distribution: core.distribution ?? null,
    from: from.map((claim) => explainedClaim(model, claim)),
    assumed: core.backing?.assumed ?? null,
    // What backs it is said as such.
    reads: reads
      .filter((each) => !(claims.has(each) && from.includes(each)))
      .map((each) => described(subject, readers, each)),
    usedBy: usersOf(subject, readers, name),
    span: core.span,
  };
}

/** Every name that can be explained, in the order of the model's lists. */
export function explainableNames({ model, trees }: Subject): string[] {
  const listed = readersOf(model)
    .filter(({ kind }) => kind !== "check" && kind !== "observed" && kind !== "believe" && kind !== "outcome")
    .map(({ name }) => name);
  const exchanges = model.stocks.flatMap(({ exchange }) => (exchange === null ? [] : [exchange]));
  const numbers = ruleNumbersOf(model).map(({ name }) => name);
  return [...new Set([...listed, ...exchanges, ...numbers, ...declaredUnits(trees)])];
}

/** `X.balance` and `X.given(a)` are of the exchange `X`, `T.O.due(a)` of the obligation `T.O`. */
function uses(reader: Reader, name: string): boolean {
  if (reader.name === name || reader.name.startsWith(`${name}.`)) return false;
  return reader.reads.some(
    (read) =>
      read === name ||
      (read.startsWith(`${name}.`) &&
        /\.(?:given|balance|due|honoured|violated)/.test(read.slice(name.length))),
  );
}

/** A number of a rule is used by that rule, whether or not it is named in it. */
function usersOf({ model }: Subject, readers: readonly Reader[], name: string): ExplainedName[] {
  const owner = ruleNumbersOf(model).find((number) => number.name === name)?.owner;
  return readers
    .filter((reader) => reader.name === owner || uses(reader, name))
    .map(({ name: reader, kind, label }) => ({ name: reader, kind, label }));
}

function described(subject: Subject, readers: readonly Reader[], name: string): ExplainedName {
  const reader = readers.find((each) => each.name === name);
  if (reader !== undefined) return { name, kind: reader.kind, label: reader.label };
  const core = coreOf(subject, name);
  return { name, kind: core?.kind ?? "number", label: core?.label === name ? null : (core?.label ?? null) };
}

function explainedClaim(model: Model, name: string): ExplainedClaim {
  const claim = model.claims.find((each) => each.name === name);
  return { name, quote: claim?.quote?.text ?? null, source: claim?.source ?? null };
}

function coreOf(subject: Subject, name: string): Core | null {
  return (
    unknownCore(subject, name) ??
    worldCore(subject, name) ??
    recordCore(subject, name) ??
    partCore(subject, name)
  );
}
