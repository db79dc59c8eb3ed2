/** Going through expressions as they were written. */
import { childrenOf } from "../syntax/index.js";
import type { DateSyntax, Expression, NumberSyntax } from "../syntax/tree.js";

/** Every expression inside, itself first, in the order of the text; without recursion, since chains may be as long as the file. */
export function* walk(expression: Expression): Generator<Expression> {
  const stack = [expression];
  for (let part = stack.pop(); part !== undefined; part = stack.pop()) {
    yield part;
    const parts = childrenOf(part);
    for (let i = parts.length - 1; i >= 0; i--) stack.push(parts[i] as Expression);
  }
}

/** Whether expressions stand in each other deeper than `limit`. */
export function deeperThan(expression: Expression, limit: number): boolean {
  const stack: [Expression, number][] = [[expression, 1]];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [part, depth] = next;
    if (depth > limit) return true;
    for (const inner of childrenOf(part)) stack.push([inner, depth + 1]);
  }
  return false;
}

/** The numbers that are written in an expression; the mass of an interval is none. */
export function* numbersIn(expression: Expression): Generator<NumberSyntax> {
  for (const part of walk(expression)) {
    if (part.kind === "number") yield part.number;
    else if (part.kind === "interval") yield* [part.low, part.high];
    else if (part.kind === "percentiles") for (const point of part.points) yield point.value;
    else if (part.kind === "n of m") yield* [part.successes, part.trials];
  }
}

/** The dates that are written in an expression, each as the day that counts. */
export function* datesIn(
  expression: Expression,
): Generator<{ readonly date: DateSyntax; readonly day: number }> {
  for (const part of walk(expression)) {
    if (part.kind === "dated" || part.kind === "date") yield { date: part.date, day: part.date.last };
    else if (part.kind === "calendar") {
      yield { date: part.first, day: part.how === "until" ? part.first.last : part.first.first };
      if (part.second !== null) yield { date: part.second, day: part.second.last };
    }
  }
}
