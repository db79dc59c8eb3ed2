/** From syntax trees to a checked model. */
import { type Diagnostic, isError } from "../diagnostics/diagnostic.js";
import { reporter } from "../diagnostics/report.js";
import type { Actor, Broken, Model } from "../model/model.js";
import { expressionsOf } from "../syntax/index.js";
import type { Declaration, SyntaxTree } from "../syntax/tree.js";
import type { SourceText } from "../text/source-text.js";
import type { UnitTable } from "../units/table.js";
import type { World } from "../world.js";
import { checkAsks } from "./asks/asks.js";
import { collectActors } from "./collect/actors.js";
import { collectNames } from "./collect/names.js";
import { collectRuleNumbers } from "./collect/rule-numbers.js";
import { checkSetting, type Setting } from "./collect/setting.js";
import { collectUnits } from "./collect/units.js";
import type { Context } from "./context.js";
import { warnOfIdleTreaties } from "./never.js";
import { spreadBroken } from "./pieces.js";
import { checkRecord } from "./record/record.js";
import { resolveAll, resolver } from "./resolve.js";
import { dropAfterCircles, dropTreatyCircles, onceOrder, stepOrder } from "./sequence.js";
import { deeperThan } from "./syntax-walk.js";
import { canonicalName, type Working } from "./working.js";
import { checkWorld, emptyParts, type WorldParts } from "./world/world.js";

/** The most that expressions may stand in each other, and the most work that a model may be: steps times declarations. */
const depthLimit = 1200;
const workLimit = 5_000_000;

export interface CheckInput {
  /** The main file first. */
  readonly trees: readonly SyntaxTree[];
  readonly world: World;
  readonly sources: Map<string, SourceText>;
  /** A file that is used could not be read: names may be missing. */
  readonly filesMissing: boolean;
}

export function checkTrees(input: CheckInput): {
  readonly model: Model | null;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { report, diagnostics } = reporter();
  const declarations = input.trees
    .flatMap((tree) => tree.declarations)
    .map((declaration) => shallow(declaration, report));
  const setting = checkSetting(declarations, report);
  const units: UnitTable = { byName: collectUnits(declarations, report) };
  const { actors, places } = collectActors(declarations, report);
  const found = emptyParts();
  const working: Working = {
    report,
    world: input.world,
    sources: input.sources,
    timeline: setting.timeline,
    period: setting.period,
    periodBroken: setting.periodBroken,
    asOf: setting.asOf,
    scale: setting.scale,
    units,
    names: collectNames(declarations, actors, places, units, report),
    actors,
    resolve: resolver(() => working, found),
    unread: input.trees
      .flatMap((tree) => tree.diagnostics)
      .filter(isUnread)
      .map(({ span }) => span),
    lost: lostParts(declarations, input.filesMissing),
    lets: new Map(),
    unknownUnits: new Set(),
    numbers: new Map(),
    numbersOf: new Map(),
    checkedNumbers: new Map(),
    drawn: new Map(),
    declaredUnits: new Map(),
    pieces: new Map(),
  };
  collectRuleNumbers(working, declarations);
  resolveAll(working);
  checkWorld(working, declarations, found);
  spreadBroken(working);
  dropAfterCircles(working, found);
  dropTreatyCircles(working, found);
  const once = onceOrder(working, found);
  const step = stepOrder(working, found);
  spreadBroken(working);
  warnOfIdleTreaties(working, found);
  const asks = checkAsks(working, declarations);
  const record = checkRecord(working, declarations, asks.questions);
  const model = assemble(working, found, setting, {
    declarations,
    main: input.trees[0],
    once,
    step,
    record,
    asks,
    actors,
  });
  return { model: checkSize(working, model, declarations) ? model : null, diagnostics };
}

const isUnread = (diagnostic: Diagnostic) => isError(diagnostic) && !diagnostic.fixes.some((fix) => fix.safe);

/** A declaration whose expressions are no deeper than can be gone through; a deeper one is reported and left out. */
function shallow(declaration: Declaration, report: Context["report"]): Declaration {
  const deep = expressionsOf(declaration).find((expression) => deeperThan(expression, depthLimit));
  if (deep === undefined) return declaration;
  report(
    "E0320",
    deep.span,
    "This expression is too long to be gone through as one. Give parts of it names with `let`.",
  );
  return { ...declaration, broken: true };
}

function lostParts(declarations: readonly Declaration[], filesMissing: boolean): Context["lost"] {
  const broken = (kind: Declaration["kind"]) => declarations.some((d) => d.kind === kind && d.broken);
  const nameless = declarations.some((d) => d.broken && d.name === null && !unnamed.has(d.kind));
  return {
    names: filesMissing || nameless || broken("use"),
    actors: filesMissing || broken("actors") || broken("use"),
    units: filesMissing || broken("units") || broken("use"),
  };
}

const unnamed: ReadonlySet<Declaration["kind"]> = new Set([
  "situation",
  "actors",
  "units",
  "grades",
  "use",
  "observed",
  "believe",
  "check",
  "outcome",
]);

interface Gathered {
  readonly declarations: readonly Declaration[];
  readonly main: SyntaxTree | undefined;
  readonly once: readonly string[];
  readonly step: readonly string[];
  readonly record: ReturnType<typeof checkRecord>;
  readonly asks: ReturnType<typeof checkAsks>;
  readonly actors: ReadonlyMap<string, Actor>;
}

function assemble(working: Working, parts: WorldParts, setting: Setting, gathered: Gathered): Model | null {
  // Without the period that was meant every answer would be about another time.
  if (setting.periodBroken) return null;
  const sound = (name: string) => !(working.names.get(name)?.broken ?? true);
  const kept = <T extends { readonly name: string }>(items: Iterable<T>) =>
    [...items].filter((item) => sound(item.name));
  const { record, asks } = gathered;
  const once = gathered.once.filter(sound);
  const quantities = new Map([...parts.quantities, ...working.drawn]);
  const treaties = kept(parts.treaties.values());
  const obligations = [...parts.obligations.values()].filter((obligation) => sound(obligation.treaty));
  const steps = new Set([
    ...kept(parts.events.values()).map((rule) => rule.name),
    ...kept(parts.choices.values()).map((choice) => choice.name),
    ...obligations.flatMap(({ name }) => [`${name}.due`, name]),
  ]);
  return {
    edition: 1,
    title: setting.title ?? gathered.main?.source.file.replace(/^.*\//, "").replace(/\.casus$/, "") ?? "",
    timeline: working.timeline,
    asOf: working.asOf,
    scale: working.scale,
    actors: [...gathered.actors.values()],
    ...record,
    ...asks,
    quantities: once.flatMap((name) => quantities.get(name) ?? []),
    facts: kept(parts.facts.values()),
    onceOrder: once,
    shocks: kept(parts.shocks.values()),
    lets: kept(working.lets.values()),
    stocks: kept(parts.stocks.values()),
    flows: parts.flows.filter(({ owner }) => sound(owner)).map(({ flow }) => flow),
    events: kept(parts.events.values()),
    choices: kept(parts.choices.values()),
    treaties,
    obligations,
    stepOrder: gathered.step.filter((name) => steps.has(name)),
    broken: [...brokenRules(working), ...record.broken],
  };
}

function brokenRules(working: Working): Broken[] {
  return [...working.pieces.values()]
    .filter((piece) => piece.broken)
    .map(({ declaration }) => ({
      name: canonicalName(declaration) ?? declaration.kind,
      span: declaration.name?.span ?? declaration.keyword,
      reads: [],
    }));
}

function checkSize(working: Working, model: Model | null, declarations: readonly Declaration[]): boolean {
  const work = working.timeline.steps * declarations.length;
  if (model === null || work <= workLimit) return true;
  const span = working.period?.span ?? declarations[0]?.keyword;
  if (span !== undefined) {
    const count = (n: number) => n.toLocaleString("en");
    working.report(
      "E0410",
      span,
      `${count(working.timeline.steps)} steps of ${count(declarations.length)} declarations are more than can be computed.`,
      { notes: ["Take longer steps, a shorter period, or fewer declarations."] },
    );
  }
  return false;
}
