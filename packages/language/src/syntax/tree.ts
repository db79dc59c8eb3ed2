/**
 * The syntax of a file as data. The tree loses nothing: `tokens` (white space and comments included) join to the text, every node has its span,
 * and what could not be understood stands in the tree as `Bad`. A declaration is a header and a list of clauses, in the order in which they were
 * written; which clause may stand under which declaration is the grammar's table, what they mean is the checker's business.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { SourceText, Span } from "../text/source-text.js";
import type { Token } from "./token.js";

export interface SyntaxTree {
  readonly source: SourceText;
  readonly tokens: readonly Token[];
  /** The edition that the first line names, if it names one. */
  readonly edition: NumberSyntax | null;
  readonly declarations: readonly Declaration[];
  readonly diagnostics: readonly Diagnostic[];
}

export type DeclarationKind =
  | "situation"
  | "actors"
  | "units"
  | "grades"
  | "use"
  | "source"
  | "claim"
  | "evidence"
  | "observed"
  | "believe"
  | "outcome"
  | "quantity"
  | "fact"
  | "shock"
  | "let"
  | "stock"
  | "event"
  | "choice"
  | "treaty"
  | "exchange"
  | "scenario"
  | "question"
  | "check";

export interface Declaration {
  readonly kind: DeclarationKind;
  readonly span: Span;
  readonly keyword: Span;
  /** `null` where none stands: setting groups, `observed`, `believe`, `check`, or a header that is broken. For `outcome` the question's name. */
  readonly name: NameSyntax | null;
  /** The label; the title of a situation or source; the path of a `use`; the why of `observed`, `believe`, `evidence`; the text of a `check`. */
  readonly label: StringSyntax | null;
  /** Behind `:`. */
  readonly unit: UnitSyntax | null;
  /** Behind `=` (quantity, shock, let, outcome) or `:` (check). */
  readonly value: Expression | null;
  readonly clauses: readonly Clause[];
  /** True where a syntax error was reported inside. */
  readonly broken: boolean;
}

/** `NAME` or `NAME(ACTOR)`. */
export interface NameSyntax {
  readonly text: string;
  readonly span: Span;
  readonly actor: { readonly text: string; readonly span: Span } | null;
}

/** A plain word: an option, a family, a hedge, a grade letter, an ISO code, … */
export interface WordSyntax {
  readonly text: string;
  readonly span: Span;
}

export interface StringSyntax {
  /** With escapes resolved. */
  readonly text: string;
  readonly span: Span;
}

/** A number as written, suffix and percent sign already applied: `12k` is 12000, `5%` is 0.05. */
export interface NumberSyntax {
  readonly value: number;
  readonly percent: boolean;
  readonly span: Span;
}

/** `soldier`, `USD per soldier per month`, `USD/soldier/month`, `per month`. */
export interface UnitSyntax {
  readonly span: Span;
  readonly factors: readonly { readonly name: string; readonly exponent: number; readonly span: Span }[];
}

/** A date with its precision; both ends as day numbers (days since 1970-01-01). */
export interface DateSyntax {
  readonly span: Span;
  readonly precision: "day" | "month" | "quarter" | "year";
  readonly first: number;
  readonly last: number;
}

/** `3 months`, or with both ends `A to B months`. */
export interface DurationSyntax {
  readonly span: Span;
  readonly low: number;
  readonly high: number;
  /** Both ends are written, if only as the same number. */
  readonly both: boolean;
  /** As written: `months`. */
  readonly unit: WordSyntax;
}

export type Arithmetic = "+" | "-" | "*" | "/" | "^";
export type Relation = "=" | "!=" | "<" | "<=" | ">" | ">=";

/** An actor name or another reference in parentheses behind a name or a member: `due(dprk)`, `invaded(party)`. */
export interface MemberSyntax {
  readonly name: WordSyntax;
  readonly argument: WordSyntax | null;
}

export type Expression =
  | {
      readonly kind: "number";
      readonly span: Span;
      readonly number: NumberSyntax;
      readonly unit: UnitSyntax | null;
    }
  | { readonly kind: "string"; readonly span: Span; readonly string: StringSyntax }
  | { readonly kind: "date"; readonly span: Span; readonly date: DateSyntax }
  /** `bargain.balance`, `partnership.assistance.due(dprk)`, `wave`, `invaded(party)`. */
  | {
      readonly kind: "reference";
      readonly span: Span;
      readonly head: MemberSyntax;
      readonly members: readonly MemberSyntax[];
    }
  | { readonly kind: "negate"; readonly span: Span; readonly operand: Expression }
  | { readonly kind: "not"; readonly span: Span; readonly operand: Expression }
  | {
      readonly kind: "arithmetic";
      readonly span: Span;
      readonly operator: Arithmetic;
      readonly operatorSpan: Span;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: "compare";
      readonly span: Span;
      readonly operator: Relation;
      readonly operatorSpan: Span;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: "logic";
      readonly span: Span;
      readonly operator: "and" | "or";
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: "if";
      readonly span: Span;
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: "parenthesis"; readonly span: Span; readonly inner: Expression }
  /** A unit behind a parenthesis or a distribution: `(a + b) soldier`, `(…) per month`. */
  | { readonly kind: "in unit"; readonly span: Span; readonly operand: Expression; readonly unit: UnitSyntax }
  | {
      readonly kind: "call";
      readonly span: Span;
      readonly callee: WordSyntax;
      readonly arguments: readonly ArgumentSyntax[];
    }
  | { readonly kind: "is"; readonly span: Span; readonly subject: Expression; readonly value: Expression }
  | {
      readonly kind: "stands at";
      readonly span: Span;
      readonly subject: Expression;
      readonly value: WordSyntax;
    }
  /** `E ever` (value null) or `C ever option`. */
  | {
      readonly kind: "ever";
      readonly span: Span;
      readonly subject: Expression;
      readonly value: WordSyntax | null;
    }
  | { readonly kind: "happens"; readonly span: Span; readonly subject: Expression }
  /** `C by D`, `X at D`, and in `observed` `C not by D` (negated). */
  | {
      readonly kind: "dated";
      readonly span: Span;
      readonly how: "by" | "at";
      readonly negated: boolean;
      readonly operand: Expression;
      readonly date: DateSyntax;
    }
  /** Conditions on the step's own dates. */
  | {
      readonly kind: "calendar";
      readonly span: Span;
      readonly how: "from" | "until" | "between";
      readonly first: DateSyntax;
      readonly second: DateSyntax | null;
    }
  /** `months since E`. */
  | { readonly kind: "since"; readonly span: Span; readonly unit: WordSyntax; readonly of: Expression }
  /** `sum of wave over (russia, dprk)`. */
  | {
      readonly kind: "aggregate";
      readonly span: Span;
      readonly function: "sum" | "count" | "any" | "all";
      readonly name: WordSyntax;
      readonly over: readonly WordSyntax[];
    }
  /** `A to B`, `80% interval A to B`, `A to B as normal`; the unit is that of both ends. */
  | {
      readonly kind: "interval";
      readonly span: Span;
      readonly low: NumberSyntax;
      readonly high: NumberSyntax;
      readonly unit: UnitSyntax | null;
      readonly mass: NumberSyntax | null;
      readonly family: WordSyntax | null;
    }
  /** `p10 8k, p50 10k, p90 14k`. */
  | {
      readonly kind: "percentiles";
      readonly span: Span;
      readonly points: readonly {
        readonly percent: number;
        readonly span: Span;
        readonly value: NumberSyntax;
      }[];
      readonly unit: UnitSyntax | null;
    }
  /** `42 of 102`. */
  | {
      readonly kind: "n of m";
      readonly span: Span;
      readonly successes: NumberSyntax;
      readonly trials: NumberSyntax;
    }
  | {
      readonly kind: "mixture";
      readonly span: Span;
      readonly parts: readonly { readonly weight: Expression; readonly value: Expression }[];
    }
  | {
      readonly kind: "truncated";
      readonly span: Span;
      readonly operand: Expression;
      readonly atLeast: Expression | null;
      readonly atMost: Expression | null;
    }
  | { readonly kind: "bad"; readonly span: Span };

/** An argument of a call; `mu: 3`, `p5: 10` are named. */
export interface ArgumentSyntax {
  readonly name: WordSyntax | null;
  readonly value: Expression;
}

export type Hedge = "reported" | "speculative" | "conditional" | "prediction" | "question" | "analysis";

/** Every clause has its span and the span of its first word. */
export type Clause = { readonly span: Span; readonly keyword: Span } & ClauseBody;

export type ClauseBody =
  // setting
  | { readonly kind: "period"; readonly from: DateSyntax; readonly to: DateSyntax; readonly by: WordSyntax }
  | { readonly kind: "as of"; readonly date: DateSyntax }
  | { readonly kind: "words"; readonly scale: WordSyntax }
  | {
      readonly kind: "actor";
      readonly name: WordSyntax;
      readonly label: StringSyntax | null;
      readonly state: WordSyntax | null;
      readonly organisation: boolean;
      readonly personOf: WordSyntax | null;
      readonly also: readonly StringSyntax[];
    }
  | {
      readonly kind: "unit";
      readonly name: WordSyntax;
      readonly also: readonly WordSyntax[];
      readonly currency: boolean;
      readonly definition: { readonly number: NumberSyntax; readonly unit: UnitSyntax } | null;
    }
  | {
      readonly kind: "grade entry";
      readonly letter: WordSyntax;
      readonly accuracy: NumberSyntax | null;
      readonly relay: readonly [NumberSyntax, NumberSyntax] | null;
      readonly beta: readonly [NumberSyntax, NumberSyntax] | null;
    }
  | {
      readonly kind: "grade discount";
      readonly of: "interested" | "speculative";
      readonly value: NumberSyntax;
    }
  | { readonly kind: "drawn" }
  // record
  | { readonly kind: "file"; readonly path: StringSyntax }
  | { readonly kind: "url"; readonly url: StringSyntax }
  /** `by ACTOR` (source, choice) or `by "name"` (source). */
  | { readonly kind: "by"; readonly actor: WordSyntax | null; readonly text: StringSyntax | null }
  | { readonly kind: "published"; readonly date: DateSyntax }
  | { readonly kind: "reliability"; readonly grade: WordSyntax }
  | { readonly kind: "confidential" }
  | {
      readonly kind: "quote";
      readonly quote: StringSyntax;
      readonly after: StringSyntax | null;
      readonly before: StringSyntax | null;
      readonly source: WordSyntax;
    }
  /** `in SOURCE` of a claim without a quote. */
  | { readonly kind: "in source"; readonly source: WordSyntax }
  | {
      readonly kind: "speaker";
      readonly actor: WordSyntax;
      readonly text: StringSyntax | null;
      readonly grade: WordSyntax | null;
      readonly interested: boolean;
    }
  | { readonly kind: "corroborated"; readonly reports: readonly CorroborationSyntax[] }
  /** `claim` null: `origin none`. */
  | { readonly kind: "origin"; readonly claim: WordSyntax | null; readonly sharing: NumberSyntax | null }
  | { readonly kind: "hedged"; readonly hedge: WordSyntax }
  /** `asserts C by D`, `denies …`; a numeric report is an `is` whose value is an interval or a number. */
  | { readonly kind: "asserts"; readonly denies: boolean; readonly condition: Expression }
  | { readonly kind: "unreviewed" }
  | {
      readonly kind: "favours";
      readonly condition: Expression;
      readonly odds: readonly [NumberSyntax, NumberSyntax];
    }
  /** The condition of `observed` and of `believe` (`probability` then set). */
  | { readonly kind: "holds"; readonly condition: Expression; readonly probability: NumberSyntax | null }
  | { readonly kind: "came out"; readonly answer: "yes" | "no" | "value" }
  // unknowns and world
  /** `chance P`, `chance P by D`, `chance P between D1 and D2[, then P per month]`; also the chance of a fact. */
  | {
      readonly kind: "chance";
      readonly chance: Expression;
      readonly by: DateSyntax | null;
      readonly between: readonly [DateSyntax, DateSyntax] | null;
      readonly then: Expression | null;
    }
  | {
      readonly kind: "one of";
      readonly values: readonly { readonly name: WordSyntax; readonly share: Expression }[];
    }
  /** `[per month]` of a shock. */
  | { readonly kind: "per"; readonly unit: UnitSyntax }
  | { readonly kind: "starts"; readonly value: Expression }
  | { readonly kind: "within"; readonly low: Expression; readonly high: Expression }
  | { readonly kind: "at least"; readonly value: Expression }
  | { readonly kind: "at most"; readonly value: Expression }
  | {
      readonly kind: "flow";
      readonly direction: "gains" | "loses" | "moves";
      readonly amount: Expression;
      readonly to: WordSyntax | NameSyntax | null;
      readonly when: Expression | null;
      readonly every: DurationSyntax | null;
    }
  /** The condition of an event, choice or obligation. */
  | { readonly kind: "when"; readonly condition: Expression }
  /** `on D`, `on D1 to D2` (event), `on D` (claim, evidence, outcome). */
  | { readonly kind: "on"; readonly first: DateSyntax; readonly last: DateSyntax | null }
  | { readonly kind: "after"; readonly event: Expression; readonly within: DurationSyntax }
  | { readonly kind: "repeats" }
  | { readonly kind: "lasts"; readonly duration: DurationSyntax }
  /** `until CONDITION` of an event. */
  | { readonly kind: "until"; readonly condition: Expression }
  /** `every 3 months`; duration null: `every step`. */
  | { readonly kind: "every"; readonly duration: DurationSyntax | null }
  | { readonly kind: "option"; readonly name: WordSyntax; readonly clauses: readonly Clause[] }
  | { readonly kind: "weight"; readonly weight: Expression }
  // commitments
  | { readonly kind: "between parties"; readonly parties: readonly WordSyntax[] }
  | { readonly kind: "signed"; readonly date: DateSyntax }
  | {
      readonly kind: "in force";
      readonly from: DateSyntax | null;
      readonly when: Expression | null;
      readonly untilDate: DateSyntax | null;
      readonly untilCondition: Expression | null;
    }
  | {
      readonly kind: "obligation";
      readonly name: WordSyntax;
      readonly type: WordSyntax | null;
      readonly clauses: readonly Clause[];
    }
  /** `honoured P [within DURATION]` or `honoured by EVENT [within DURATION]`. */
  | {
      readonly kind: "honoured";
      readonly chance: Expression | null;
      readonly byEvent: Expression | null;
      readonly within: DurationSyntax | null;
    }
  /** `between ACTOR and ACTOR in UNIT`. */
  | {
      readonly kind: "exchange parties";
      readonly first: WordSyntax;
      readonly second: WordSyntax;
      readonly unit: UnitSyntax | null;
    }
  | {
      readonly kind: "gives";
      readonly actor: WordSyntax;
      readonly amount: Expression;
      readonly label: StringSyntax | null;
      readonly when: Expression | null;
      readonly every: DurationSyntax | null;
    }
  // asks
  | {
      readonly kind: "set";
      readonly target: NameSyntax;
      readonly members: readonly WordSyntax[];
      readonly to: SetSyntax;
    }
  | {
      readonly kind: "ask";
      readonly how: "probability" | "value" | "when";
      readonly expression: Expression;
      readonly given: Expression | null /** the text behind `ask`, up to `given` */;
      readonly text: string;
      readonly givenText: string | null;
    }
  | { readonly kind: "moot"; readonly condition: Expression }
  | { readonly kind: "compare"; readonly scenarios: readonly WordSyntax[] }
  // properties that may stand under many
  | { readonly kind: "from"; readonly claims: readonly WordSyntax[] }
  | { readonly kind: "assumed"; readonly why: StringSyntax }
  | { readonly kind: "bad" };

export interface CorroborationSyntax {
  readonly actor: WordSyntax;
  readonly grade: WordSyntax | null;
  readonly sharing: NumberSyntax | null;
  readonly on: DateSyntax | null;
  readonly span: Span;
}

export type SetSyntax =
  | { readonly kind: "value"; readonly value: Expression }
  | { readonly kind: "on"; readonly date: DateSyntax }
  | { readonly kind: "never" }
  | { readonly kind: "in force from"; readonly date: DateSyntax };
