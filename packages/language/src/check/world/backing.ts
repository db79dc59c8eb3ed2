import type { Backing } from "../../model/model.js";
import { expressionsOfClause } from "../../syntax/index.js";
import type { Clause, DateSyntax, Declaration, NumberSyntax } from "../../syntax/tree.js";
import type { Span } from "../../text/source-text.js";
import { isoDate } from "../../time/calendar.js";
import { type Context, clausesOf } from "../context.js";
import { symbolNamed } from "../expressions/lookup.js";
import { datesIn, numbersIn } from "../syntax-walk.js";

/** `from` and `assumed` among clauses. Claims that are unknown are reported and left out. */
export function backingOf(context: Context, clauses: readonly Clause[]): Backing {
  const from: string[] = [];
  for (const word of clausesOf(clauses, "from").flatMap((clause) => clause.claims)) {
    const known = context.names.get(word.text);
    const name =
      known?.kind === "claim"
        ? known.name
        : symbolNamed(context, word.text, word.span, ["claim"], "claim")?.name;
    if (name !== undefined && !from.includes(name)) from.push(name);
  }
  const assumed = clausesOf(clauses, "assumed").map((clause) => clause.why.text);
  return { from, assumed: assumed.length === 0 ? null : assumed.join(" ") };
}

/** The backing of a part (an option, an obligation): its own, and that of the declaration where it has none of a kind. */
export function backingWithin(context: Context, own: readonly Clause[], around: Backing): Backing {
  const backing = backingOf(context, own);
  return {
    from: backing.from.length > 0 ? backing.from : around.from,
    assumed: backing.assumed ?? around.assumed,
  };
}

const isBacked = (clauses: readonly Clause[]) =>
  clauses.some((clause) => clause.kind === "from" || clause.kind === "assumed");

/** Warns, once a declaration, of numbers and of dates after `as of` that nothing stands behind. */
export function warnOfBareNumbers(context: Context, declaration: Declaration): void {
  const { clauses, value } = declaration;
  if (isBacked(clauses)) return;
  const numbers: NumberSyntax[] = value === null ? [] : [...numbersIn(value)];
  const dates: Dated[] = value === null ? [] : [...datesIn(value)];
  for (const clause of clauses) {
    numbers.push(...numbersOfClause(clause));
    dates.push(...datesOfClause(clause));
  }
  const name = declaration.name?.text ?? declaration.kind;
  // What is set from outside is a supposition, and needs no backing in the text.
  const inText = ({ file }: Span) => file === declaration.span.file;
  const first = earliest(
    numbers.filter(({ value: n, span }) => n !== 0 && n !== 1 && inText(span)).map((number) => number.span),
  );
  if (first !== null) {
    context.report(
      "W0520",
      first,
      `A number from nowhere: nothing says what stands behind it in \`${name}\`.`,
      {
        notes: ['Say `from CLAIM` for the words that it rests on, or `assumed "why"`.'],
      },
    );
  }
  const { asOf } = context;
  if (asOf === null) return;
  const late = dates.filter(({ date, day }) => day > asOf && inText(date.span));
  const span = earliest(late.map(({ date }) => date.span));
  if (span !== null) {
    context.report(
      "W0521",
      span,
      `Hindsight: this date lies after ${isoDate(asOf)}, the day to which knowledge runs, and nothing says how \`${name}\` knows of it.`,
      {
        notes: ['Say `from CLAIM` where it was announced, or `assumed "why"`.'],
      },
    );
  }
}

type Dated = { readonly date: DateSyntax; readonly day: number };

function earliest(spans: readonly Span[]): Span | null {
  return spans.reduce<Span | null>(
    (first, span) => (first === null || span.start < first.start ? span : first),
    null,
  );
}

function* numbersOfClause(clause: Clause): Generator<NumberSyntax> {
  if (clause.kind === "option" || clause.kind === "obligation") {
    if (!isBacked(clause.clauses)) for (const inner of clause.clauses) yield* numbersOfClause(inner);
    return;
  }
  for (const expression of expressionsOfClause(clause)) yield* numbersIn(expression);
  const duration =
    clause.kind === "flow" || clause.kind === "gives" || clause.kind === "every"
      ? clause.kind === "every"
        ? clause.duration
        : clause.every
      : clause.kind === "after" || clause.kind === "honoured"
        ? clause.within
        : clause.kind === "lasts"
          ? clause.duration
          : null;
  if (duration === null) return;
  yield { value: duration.low, percent: false, span: duration.span };
  yield { value: duration.high, percent: false, span: duration.span };
}

function* datesOfClause(clause: Clause): Generator<Dated> {
  if (clause.kind === "option" || clause.kind === "obligation") {
    if (!isBacked(clause.clauses)) for (const inner of clause.clauses) yield* datesOfClause(inner);
    return;
  }
  for (const expression of expressionsOfClause(clause)) yield* datesIn(expression);
  if (clause.kind === "chance") {
    if (clause.by !== null) yield { date: clause.by, day: clause.by.last };
    if (clause.between !== null) {
      yield { date: clause.between[0], day: clause.between[0].first };
      yield { date: clause.between[1], day: clause.between[1].last };
    }
  } else if (clause.kind === "on") {
    yield { date: clause.first, day: clause.first.first };
    if (clause.last !== null) yield { date: clause.last, day: clause.last.last };
  } else if (clause.kind === "signed") yield { date: clause.date, day: clause.date.first };
  else if (clause.kind === "in force") {
    if (clause.from !== null) yield { date: clause.from, day: clause.from.first };
    if (clause.untilDate !== null) yield { date: clause.untilDate, day: clause.untilDate.last };
  }
}
