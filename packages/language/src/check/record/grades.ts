import { replaceFix } from "../../diagnostics/diagnostic.js";
import type { Grade, GradeNumbers, Grades } from "../../model/model.js";
import type { Declaration, NumberSyntax, WordSyntax } from "../../syntax/tree.js";
import type { Span } from "../../text/source-text.js";
import { type Context, clausesOf } from "../context.js";

const letters = ["A", "B", "C", "D", "E", "F"] as const;

/**
 * What the letters stand for unless the file says otherwise: accuracy, relay channel and the Beta prior of the accuracy. Not calibrated on any record of
 * reports; every answer that uses them says so.
 */
export const defaultGrades: Grades = {
  letters: {
    A: { accuracy: 0.95, relay: [0.95, 0.02], beta: [19, 1] },
    B: { accuracy: 0.85, relay: [0.9, 0.05], beta: [17, 3] },
    C: { accuracy: 0.7, relay: [0.85, 0.1], beta: [14, 6] },
    D: { accuracy: 0.55, relay: [0.75, 0.25], beta: [11, 9] },
    E: { accuracy: 0.5, relay: [0.6, 0.5], beta: [10, 10] },
    F: { accuracy: 0.6, relay: [0.8, 0.15], beta: [3, 2] },
  },
  interested: 0.5,
  speculative: 0.5,
  drawn: false,
};

/** The grade that a word names; an unknown one is reported, with a fix where only its size is wrong. */
export function gradeOf(context: Context, word: WordSyntax): Grade | null {
  const known = letters.find((letter) => letter === word.text);
  if (known !== undefined) return known;
  const upper = letters.find((letter) => letter === word.text.toUpperCase());
  if (upper !== undefined) {
    context.report("E0709", word.span, `Grades are written large: \`${upper}\`.`, {
      fixes: [replaceFix(`Write \`${upper}\``, word.span, upper, true)],
    });
    return null;
  }
  const imported = /^([A-Fa-f])[1-6]$/.exec(word.text)?.[1]?.toUpperCase();
  context.report("E0709", word.span, `\`${word.text}\` is no grade; they are A to F.`, {
    notes:
      imported === undefined
        ? []
        : ["The digit stands for corroboration, and is computed from the claims instead of being put in."],
    fixes: imported === undefined ? [] : [replaceFix(`Write \`${imported}\``, word.span, imported)],
  });
  return null;
}

/** A share from 0 to 1; anything else is reported, with a fix where a percent sign is missing. */
export function shareOf(context: Context, number: NumberSyntax, what: string): number | null {
  const { value, span } = number;
  if (value >= 0 && value <= 1) return value;
  const percent = !number.percent && value > 1 && value <= 100;
  context.report(
    "E0710",
    span,
    `${what} lies between 0% and 100%, and this is ${number.percent ? `${value * 100}%` : value}.`,
    {
      fixes: percent ? [replaceFix(`Write \`${value}%\``, span, `${value}%`)] : [],
    },
  );
  return null;
}

/** The numbers behind the grades: the defaults, with what the file replaces. `faulty`: where an entry could not be understood. */
export function checkGrades(
  context: Context,
  declarations: readonly Declaration[],
): { readonly grades: Grades; readonly faulty: Span | null } {
  let faulty: Span | null = null;
  const table: Record<Grade, GradeNumbers> = { ...defaultGrades.letters };
  let { interested, speculative, drawn } = defaultGrades;
  const seen = new Map<string, Span>();
  const again = (key: string, span: Span) => {
    const first = seen.get(key);
    if (first !== undefined) {
      context.report("E0519", span, `\`${key}\` has an entry already.`, {
        labels: [{ span: first, message: "the first one, which is read" }],
      });
      return true;
    }
    seen.set(key, span);
    return false;
  };
  for (const declaration of declarations) {
    if (declaration.kind !== "grades") continue;
    if (declaration.broken) faulty = declaration.span;
    for (const clause of clausesOf(declaration.clauses, "grade entry")) {
      const letter = gradeOf(context, clause.letter);
      if (letter === null || again(letter, clause.span)) {
        faulty = clause.span;
        continue;
      }
      const before = table[letter];
      const accuracy =
        clause.accuracy === null ? before.accuracy : shareOf(context, clause.accuracy, "The accuracy");
      const relay =
        clause.relay === null
          ? before.relay
          : pair(clause.relay.map((n) => shareOf(context, n, "A relay's share")));
      const beta = clause.beta === null ? before.beta : pair(clause.beta.map((n) => aboveZero(context, n)));
      if (accuracy !== null && relay !== null && beta !== null) table[letter] = { accuracy, relay, beta };
      else faulty = clause.span;
    }
    for (const clause of clausesOf(declaration.clauses, "grade discount")) {
      if (again(clause.of, clause.span)) continue;
      const value = shareOf(context, clause.value, `The weight of what is ${clause.of}`);
      if (value === null) faulty = clause.span;
      else if (clause.of === "interested") interested = value;
      else speculative = value;
    }
    if (clausesOf(declaration.clauses, "drawn").length > 0) drawn = true;
  }
  return { grades: { letters: table, interested, speculative, drawn }, faulty };
}

function pair(numbers: readonly (number | null)[]): readonly [number, number] | null {
  const [first, second] = numbers;
  return typeof first === "number" && typeof second === "number" ? [first, second] : null;
}

function aboveZero(context: Context, number: NumberSyntax): number | null {
  if (number.value > 0) return number.value;
  context.report(
    "E0725",
    number.span,
    "Both numbers of `beta` are above zero: a share of what was right, and of what was wrong.",
  );
  return null;
}
