import { type ClauseTable, clauseTable, rule } from "./clause-table.js";
import { questionRules, scenarioRules } from "./clauses/asks.js";
import { exchangeRules, obligationRules, parseGives, treatyRules } from "./clauses/commitments.js";
import { claimRules, evidenceRules, sourceRules } from "./clauses/record.js";
import { situationRules } from "./clauses/setting.js";
import { backing } from "./clauses/shared.js";
import { choiceRules, eventRules, factRules, optionRules, shockRules, stockRules } from "./clauses/world.js";
import { acceptSymbol, takeWord } from "./cursor.js";
import { parseNested } from "./nested.js";
import type { DeclarationKind } from "./tree.js";
import { parseWordName } from "./values.js";

/** What may stand in a header, in front of the clauses. */
export interface HeaderShape {
  readonly called: string;
  readonly name: boolean;
  /** `NAME(ACTOR)`. */
  readonly perActor: boolean;
  readonly label: boolean;
  /** Behind `:`, for `check` the condition. */
  readonly colon: "unit" | "condition" | null;
  /** Behind `=`. */
  readonly value: boolean;
  /** Entries instead of clauses. */
  readonly entries: boolean;
}

function shape(called: string, parts: string): HeaderShape {
  const has = (part: string): boolean => parts.split(" ").includes(part);
  return {
    called,
    name: has("name"),
    perActor: has("per-actor"),
    label: has("label"),
    colon: has("unit") ? "unit" : has("condition") ? "condition" : null,
    value: has("value"),
    entries: has("entries"),
  };
}

export const HEADERS: Readonly<Record<DeclarationKind, HeaderShape>> = {
  situation: shape("a situation", "label"),
  actors: shape("actors", "entries"),
  units: shape("units", "entries"),
  grades: shape("grades", "entries"),
  use: shape("a use", "label"),
  source: shape("a source", "name label"),
  claim: shape("a claim", "name label"),
  evidence: shape("evidence", "name label"),
  observed: shape("an observation", "label"),
  believe: shape("a belief", "label"),
  outcome: shape("an outcome", "name value"),
  quantity: shape("a quantity", "name per-actor label unit value"),
  fact: shape("a fact", "name per-actor label"),
  shock: shape("a shock", "name label unit value"),
  let: shape("a let", "name per-actor label unit value"),
  stock: shape("a stock", "name per-actor label unit"),
  event: shape("an event", "name per-actor label"),
  choice: shape("a choice", "name per-actor label"),
  treaty: shape("a treaty", "name label"),
  exchange: shape("an exchange", "name label"),
  scenario: shape("a scenario", "name label"),
  question: shape("a question", "name label"),
  check: shape("a check", "label condition"),
};

export const DECLARATION_KINDS = Object.keys(HEADERS) as readonly DeclarationKind[];

export function declarationKind(word: string): DeclarationKind | null {
  return Object.hasOwn(HEADERS, word) ? (word as DeclarationKind) : null;
}

const optionTable = clauseTable("an option", [...optionRules, ...backing]);
const obligationTable = clauseTable("an obligation", [...obligationRules, ...backing]);

const optionRule = rule("option", (c) => {
  const name = parseWordName(c, "the name of the option");
  return { kind: "option", name, clauses: parseNested(c, optionTable) };
});

const obligationRule = rule("obligation", (c) => {
  const name = parseWordName(c, "the name of the obligation");
  const type = acceptSymbol(c, ":")
    ? takeWord(c, "defense, offense, neutrality, nonaggression or consultation")
    : null;
  return { kind: "obligation", name, type, clauses: parseNested(c, obligationTable) };
});

/** Which clauses each declaration has. */
export const CLAUSES: Readonly<Record<DeclarationKind, ClauseTable>> = {
  situation: clauseTable("a situation", situationRules),
  actors: clauseTable("actors", []),
  units: clauseTable("units", []),
  grades: clauseTable("grades", []),
  use: clauseTable("a use", []),
  source: clauseTable("a source", sourceRules),
  claim: clauseTable("a claim", claimRules),
  evidence: clauseTable("evidence", evidenceRules),
  observed: clauseTable("an observation", backing),
  believe: clauseTable("a belief", []),
  outcome: clauseTable("an outcome", [...evidenceRules.filter((entry) => entry.first === "on"), ...backing]),
  quantity: clauseTable("a quantity", backing),
  fact: clauseTable("a fact", [...factRules, ...backing]),
  shock: clauseTable("a shock", [...shockRules, ...backing]),
  let: clauseTable("a let", backing),
  stock: clauseTable("a stock", [...stockRules, ...backing]),
  event: clauseTable("an event", [...eventRules, ...backing]),
  choice: clauseTable("a choice", [...choiceRules, optionRule, ...backing]),
  treaty: clauseTable("a treaty", [...treatyRules, obligationRule, ...backing]),
  exchange: clauseTable("an exchange", [...exchangeRules, ...backing], "gives", parseGives),
  scenario: clauseTable("a scenario", [...scenarioRules, ...backing]),
  question: clauseTable("a question", [...questionRules, ...backing]),
  check: clauseTable("a check", backing),
};

/** Every table, options and obligations included, for saying where a clause belongs. */
export const ALL_TABLES: readonly ClauseTable[] = [...Object.values(CLAUSES), optionTable, obligationTable];
