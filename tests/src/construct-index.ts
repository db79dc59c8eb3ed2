/** Which construct of the language is tested by which model: told from the syntax of the models themselves. */
import {
  CLAUSES,
  type Clause,
  DISTRIBUTIONS,
  type Expression,
  FUNCTIONS,
  parse,
  sourceText,
  visitExpressions,
} from "@casus/language";

/** Constructs that a model uses, as `group: construct`. */
export function constructsOf(file: string, text: string): Set<string> {
  const tree = parse(sourceText(file, text));
  const found = new Set<string>();
  for (const declaration of tree.declarations) {
    found.add(`declaration: ${declaration.kind}`);
    if (declaration.name?.actor) found.add("names: NAME(ACTOR)");
    if (declaration.unit !== null) found.add("units: declared behind `:`");
    for (const clause of declaration.clauses) addClause(found, declaration.kind, clause);
  }
  visitExpressions(tree, (expression) => {
    for (const construct of constructsOfExpression(expression)) found.add(construct);
  });
  return found;
}

function addClause(found: Set<string>, owner: string, clause: Clause): void {
  found.add(`${owner}: ${clause.kind}${variantOf(clause)}`);
  if (clause.kind === "option" || clause.kind === "obligation") {
    for (const nested of clause.clauses) addClause(found, clause.kind, nested);
  }
}

/** Forms of one clause that mean different things. */
function variantOf(clause: Clause): string {
  switch (clause.kind) {
    case "chance": {
      const window = clause.by !== null ? " by" : clause.between !== null ? " between" : "";
      return `${window}${clause.then === null ? "" : ", then"}`;
    }
    case "on":
      return clause.last === null ? " D" : " D1 to D2";
    case "every":
      return clause.duration === null ? " step" : " span";
    case "flow":
      return ` ${clause.direction}${clause.when === null ? "" : " when"}${clause.every === null ? "" : " every"}`;
    case "gives":
      return `${clause.when === null ? "" : " when"}`;
    case "in force":
      return `${clause.from === null ? " when" : " from"}${clause.untilDate !== null || clause.untilCondition !== null ? " until" : ""}`;
    case "honoured":
      return `${clause.byEvent === null ? " P" : " by EVENT"}${clause.within === null ? "" : " within"}`;
    case "origin":
      return clause.claim === null ? " none" : clause.sharing === null ? " CLAIM" : " CLAIM sharing";
    case "asserts":
      return clause.denies ? " (denies)" : "";
    case "set":
      return ` ${clause.to.kind}`;
    case "ask":
      return ` ${clause.how}${clause.given === null ? "" : " given"}`;
    case "holds":
      return "";
    default:
      return "";
  }
}

function constructsOfExpression(expression: Expression): string[] {
  switch (expression.kind) {
    case "arithmetic":
    case "compare":
      return [`expression: ${expression.operator}`];
    case "logic":
      return [`expression: ${expression.operator}`];
    case "call":
      return [
        `${(DISTRIBUTIONS as ReadonlySet<string>).has(expression.callee.text) ? "distribution" : "function"}: ${expression.callee.text}`,
      ];
    case "since":
      return [`expression: ${expression.unit.text} since`];
    case "aggregate":
      return [`expression: ${expression.function} of`];
    case "calendar":
    case "dated":
      return [`date: ${expression.how}`];
    case "ever":
      return [expression.value === null ? "expression: E ever" : "expression: C ever option"];
    case "interval":
      return [
        `distribution: A to B${expression.family === null ? "" : ` as ${expression.family.text}`}${expression.mass === null ? "" : " with mass"}`,
      ];
    case "truncated":
      return ["distribution: truncated"];
    case "percentiles":
    case "n of m":
    case "mixture":
      return [`distribution: ${expression.kind}`];
    case "in unit":
    case "if":
    case "is":
    case "stands at":
    case "happens":
    case "not":
    case "negate":
      return [`expression: ${expression.kind}`];
    default:
      return [];
  }
}

/** Everything that must have a test. Clauses come from the grammar's own table; their forms, operators and distribution forms are spelt out here. */
export function allConstructs(): string[] {
  const operators = [
    "+",
    "-",
    "*",
    "/",
    "^",
    "=",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "and",
    "or",
    "not",
    "if",
    "is",
    "negate",
    "happens",
    "stands at",
    "E ever",
    "C ever option",
    "in unit",
    "months since",
    "days since",
    "sum of",
    "count of",
    "any of",
    "all of",
  ];
  const forms = [
    "A to B",
    "A to B as normal",
    "A to B as uniform",
    "A to B as beta",
    "A to B as lognormal",
    "percentiles",
    "n of m",
    "truncated",
  ];
  const clauses = [
    "event: chance",
    "event: chance by",
    "event: chance between",
    "event: chance between, then",
    "event: chance by, then",
    "event: on D",
    "event: on D1 to D2",
    "event: after",
    "event: repeats",
    "event: lasts",
    "event: until",
    "choice: every step",
    "choice: every span",
    "stock: flow gains",
    "stock: flow loses",
    "stock: flow moves",
    "stock: flow gains when",
    "stock: within",
    "stock: at least",
    "stock: at most",
    "treaty: signed",
    "treaty: in force from",
    "treaty: in force when",
    "treaty: in force from until",
    "obligation: honoured P",
    "obligation: honoured P within",
    "obligation: honoured by EVENT within",
    "obligation: honoured by EVENT",
    "exchange: gives",
    "exchange: gives when",
    "scenario: set value",
    "scenario: set on",
    "scenario: set never",
    "scenario: set in force from",
    "question: ask probability",
    "question: ask probability given",
    "question: ask value",
    "question: ask value given",
    "question: ask when",
    "question: moot",
    "question: compare",
    "claim: origin CLAIM",
    "claim: origin CLAIM sharing",
    "claim: origin none",
    "claim: asserts",
    "claim: asserts (denies)",
    "claim: corroborated",
    "claim: hedged",
    "claim: quote",
    "claim: unreviewed",
    "evidence: favours",
    "believe: holds",
    "observed: holds",
    "fact: chance",
    "fact: one of",
    "shock: per",
    "grades: drawn",
    "grades: grade entry",
    "grades: grade discount",
    "option: weight",
  ];
  const dates = ["by", "at", "from", "until", "between"];
  return [
    ...Object.keys(CLAUSES).map((kind) => `declaration: ${kind}`),
    ...operators.map((o) => `expression: ${o}`),
    ...[...FUNCTIONS].map((f) => `function: ${f}`),
    ...[...DISTRIBUTIONS].filter((d) => d !== "mixture").map((d) => `distribution: ${d}`),
    "distribution: mixture",
    ...forms.map((f) => `distribution: ${f}`),
    ...dates.map((d) => `date: ${d}`),
    ...clauses,
    "names: NAME(ACTOR)",
    "units: declared behind `:`",
  ];
}

/** The table as Markdown: every construct, and up to six of the models that test it. */
export function constructTable(models: ReadonlyMap<string, string>): {
  readonly table: string;
  readonly untested: readonly string[];
} {
  const users = new Map<string, string[]>();
  for (const [file, text] of models) {
    for (const construct of constructsOf(file, text))
      users.set(construct, [...(users.get(construct) ?? []), file]);
  }
  const all = [...new Set([...allConstructs(), ...users.keys()])].sort();
  const rows = all.map((construct) => {
    const files = users.get(construct) ?? [];
    const named = files.slice(0, 6).map((file) => file.replace(/\.casus$/, ""));
    return `| ${construct.replaceAll("|", "\\|")} | ${files.length} | ${named.join(", ")}${files.length > 6 ? ", …" : ""} |`;
  });
  const head =
    "# Constructs and their tests\n\nGenerated by `npm run constructs`. Each model has known answers; see README.md.\n\n| construct | models | which |\n| --- | ---: | --- |\n";
  return { table: `${head}${rows.join("\n")}\n`, untested: all.filter((construct) => !users.has(construct)) };
}
