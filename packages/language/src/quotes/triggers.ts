/** Words that change what a clause says, and that a quote must not leave behind. English, as the reports are that the language reads. */

export type CutKind = "word" | "negation" | "condition" | "hedge";

/** Words as they are compared: lower case, with a plain apostrophe; capitals are kept beside them. */
export interface ClauseWord {
  readonly text: string;
  readonly capital: boolean;
  readonly start: number;
  readonly end: number;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const negations = set(
  "not never no none nor neither nobody nothing nowhere cannot hardly scarcely barely without deny denies denied denying",
);
/** Verbs that negate what follows them only together with the next word. */
const refusals: ReadonlyMap<string, string> = new Map([
  ["refused", "to"],
  ["refuses", "to"],
  ["refusing", "to"],
  ["failed", "to"],
  ["fails", "to"],
  ["failing", "to"],
  ["ruled", "out"],
  ["rules", "out"],
  ["doubt", "that"],
  ["doubts", "that"],
  ["doubted", "that"],
]);
/** Behind `not` and `no` these undo the negation or make it an emphasis. */
const notNegated = set("only just merely least simply doubt wonder matter");
const withoutEmphasis = set("doubt question delay exception comment precedent");

const conditions = set("if unless whether provided providing");
/** Two words that make a condition together; of `only if` the `if` is enough. */
const conditionPairs: ReadonlyMap<string, string> = new Map([
  ["so", "long"],
  ["as", "long"],
  ["on", "condition"],
  ["in", "case"],
  ["assuming", "that"],
  ["suppose", "that"],
  ["supposing", "that"],
  ["except", "if"],
]);

const hedges = set(
  "may might could reportedly allegedly apparently possibly perhaps supposedly purportedly ostensibly probably presumably maybe",
);
/** `is reported to`, `are said to`: the verb behind a form of `be`, followed by `to`. */
const hedgedVerbs = set(
  "reported said believed thought alleged rumoured rumored expected understood claimed",
);
const hedgedSeems = set("appears appear appeared seems seem seemed");
const formsOfBe = set("is are was were be been being");

/** What the word at `i` does to its clause, or `null`. */
export function triggerAt(words: readonly ClauseWord[], i: number): CutKind | null {
  const word = words[i];
  if (word === undefined) return null;
  const text = word.text;
  const next = words[i + 1]?.text ?? "";
  const previous = words[i - 1]?.text ?? "";
  if (text.endsWith("n't")) return "negation";
  if (negations.has(text)) {
    if ((text === "not" || text === "no") && (notNegated.has(next) || previous === "if")) return null;
    if (text === "no" && /^\d/.test(next)) return null;
    if (text === "without" && withoutEmphasis.has(next)) return null;
    return "negation";
  }
  if (refusals.get(text) === next && next !== "") {
    return text.startsWith("doubt") && /^(?:no|not|little)$/.test(previous) ? null : "negation";
  }
  if (conditions.has(text)) {
    // `even if` grants something, `as if` compares.
    if (text === "if" && (previous === "even" || previous === "as")) return null;
    if (text.startsWith("provid") && next !== "that" && next !== "") return null;
    return "condition";
  }
  if (conditionPairs.get(text) === next && next !== "") return "condition";
  if (hedges.has(text)) {
    // May is a month, might is power.
    if (text === "may" && word.capital) return null;
    if (text === "might" && /^(?:military|its|their|his|her|the|with|all)$/.test(previous)) return null;
    return "hedge";
  }
  if (hedgedVerbs.has(text) && formsOfBe.has(previous) && next === "to") return "hedge";
  if (hedgedSeems.has(text) && next === "to") return "hedge";
  return null;
}

/** Words that begin another clause, so that what lies beyond them speaks of something else. */
const coordinators = set("and but nor while whereas although");
/** The same, but elsewhere adverbs: `not yet`, `so far`. */
const coordinatorsInFront = set("yet so though");
const subordinators = set("which who whom whose that because since when until after before as where");

export function beginsClause(words: readonly ClauseWord[], i: number): boolean {
  const text = words[i]?.text ?? "";
  return coordinators.has(text) || (i === 0 && coordinatorsInFront.has(text) && words[1]?.text !== "far");
}

export function subordinates(word: ClauseWord): boolean {
  return subordinators.has(word.text);
}
