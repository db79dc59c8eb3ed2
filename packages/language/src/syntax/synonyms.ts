import type { DeclarationKind } from "./tree.js";

/** Words that newcomers write from other tools and languages, by what this one calls the thing. */
const declarations: Readonly<Partial<Record<DeclarationKind, string>>> = {
  situation: "title model scenario_title settings",
  actors: "countries country agents agent players player states",
  units: "currency currencies dimension dimensions",
  use: "include import require",
  source: "document article text paper reference",
  claim: "report statement assertion citation cite",
  observed: "observation observe fact_known known",
  believe: "belief prior_belief expert",
  outcome: "resolution result resolved",
  quantity:
    "variable var parameter param number constant const uncertainty assumption input estimate unknown",
  fact: "boolean bool proposition hypothesis condition",
  shock: "noise random disturbance",
  let: "define def function formula expression set calculate rule",
  stock: "level accumulator reservoir",
  choice: "decision decide action",
  treaty: "agreement alliance pact contract",
  exchange: "trade barter deal",
  scenario: "intervention whatif policy",
  question: "query forecast ask output",
  check: "assert invariant test constraint ensure",
};

const clauses: Readonly<Record<string, string>> = {
  chance: "probability prob odds likelihood rate",
  starts: "initial init begin begins starting opening",
  gains: "increases increase adds inflow grows plus",
  loses: "decreases decrease outflow shrinks minus subtracts",
  moves: "transfers transfer sends",
  "at least": "min minimum floor lower",
  "at most": "max maximum ceiling upper cap",
  assumed: "because why reason rationale assumption note comment justification",
  from: "source cite citation based",
  when: "if condition requires while",
  lasts: "duration lasting",
  after: "following delay",
  on: "date day",
  option: "alternative outcome",
  weight: "probability prob utility preference",
  between: "parties among",
  honoured: "honored kept fulfilled",
  quote: "text words says",
  asserts: "says states claims",
  speaker: "said author",
  published: "date",
  file: "path",
  reliability: "grade quality",
  ask: "query probability",
  period: "time horizon dates",
  "as of": "today now",
  favours: "favors supports",
};

function wordsBy(table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [ours, theirs] of Object.entries(table))
    for (const word of theirs.split(" ")) found.set(word, [...(found.get(word) ?? []), ours]);
  return found;
}

const declarationsBy = wordsBy(declarations);
const clausesBy = wordsBy(clauses);

/** Declarations that a word of another tool may stand for. */
export function meantDeclarations(word: string): readonly string[] {
  return declarationsBy.get(word.toLowerCase()) ?? [];
}

/** Clauses, of those that may stand there, that a word of another tool may stand for. */
export function meantClauses(word: string, known: readonly string[]): readonly string[] {
  return (clausesBy.get(word.toLowerCase()) ?? []).filter((clause) => known.includes(clause));
}
