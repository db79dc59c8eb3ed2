import type { Clause, Declaration, Expression } from "../syntax/tree.js";
import { childrenOf } from "../syntax/visit.js";
import { before, type Piece, pieceAt } from "./pieces.js";

/** A place at which a line that is too long may be broken: before a piece. */
export interface Break {
  /** Breaks of a lower depth are made first, and all of one depth together. */
  readonly depth: number;
  /** Of a list: broken only where the next item no longer fits. */
  readonly fills: boolean;
}

/** By the index of the piece that they stand before. */
interface Breaks {
  readonly breaks: Map<number, Break>;
  /**
   * Pieces that begin a line where they were written so. In a stock a bound on the line of a distribution is warned of and one on a line below is
   * not, so that what stands there keeps its line.
   */
  readonly kept: Set<number>;
  readonly inStock: boolean;
}

/** All places at which lines of these declarations may or must be broken. */
export function breaksOf(
  declarations: readonly Declaration[],
  pieces: readonly Piece[],
): { breaks: Map<number, Break>; kept: Set<number> } {
  const breaks = new Map<number, Break>();
  const kept = new Set<number>();
  for (const declaration of declarations)
    collectBreaks(declaration, pieces, { breaks, kept, inStock: declaration.kind === "stock" });
  return { breaks, kept };
}

const ROOT = 2;

/** Adds the breaks of a declaration's header and of all its clauses. */
function collectBreaks(declaration: Declaration, pieces: readonly Piece[], breaks: Breaks): void {
  const { value, label } = declaration;
  if (value !== null) {
    put(breaks, operandAt(pieces, value.span.start), 0);
    ofExpression(value, pieces, breaks);
  }
  for (const clause of declaration.clauses) {
    if (clause.kind === "holds" && label !== null && label.span.start > clause.span.start)
      put(breaks, pieceAt(pieces, label.span.start), 0);
    ofClause(clause, pieces, breaks);
  }
}

function put(breaks: Breaks, index: number, depth: number, fills = false): void {
  if (index > 0 && !breaks.breaks.has(index)) breaks.breaks.set(index, { depth, fills });
}

/** The piece with which an operand begins; a plus sign is in no span. */
function operandAt(pieces: readonly Piece[], offset: number): number {
  let at = pieceAt(pieces, offset);
  for (let left = before(pieces, at); pieces[left]?.symbol === "+"; left = before(pieces, at)) at = left;
  return at;
}

type Placed = { readonly span: { readonly start: number } } | null;

function ofClause(clause: Clause, pieces: readonly Piece[], breaks: Breaks): void {
  /** Before the word in front of a part. */
  const atWord = (part: Placed, depth = 0): void => {
    if (part !== null) put(breaks, before(pieces, operandAt(pieces, part.span.start)), depth);
  };
  const atPart = (part: Placed, depth = 0): void => {
    if (part !== null) put(breaks, operandAt(pieces, part.span.start), depth);
  };
  const list = (parts: readonly Placed[]): void => {
    for (const part of parts.slice(1)) {
      if (part !== null) put(breaks, operandAt(pieces, part.span.start), 0, true);
    }
  };
  const expression = (e: Expression | null): void => {
    if (e !== null) ofExpression(e, pieces, breaks);
  };
  switch (clause.kind) {
    case "actor":
      atWord(clause.state);
      if (clause.personOf !== null)
        put(breaks, before(pieces, before(pieces, pieceAt(pieces, clause.personOf.span.start))), 0);
      atWord(clause.also[0] ?? null);
      list(clause.also);
      return;
    case "unit":
      list(clause.also);
      return;
    case "quote":
      atWord(clause.after);
      atWord(clause.before);
      return;
    case "corroborated":
      list(clause.reports);
      return;
    case "asserts":
    case "favours":
    case "holds":
    case "when":
    case "until":
    case "moot":
      expression(clause.condition);
      return;
    case "chance":
      atWord(clause.by, 1);
      atWord(clause.between?.[0] ?? null, 1);
      atWord(clause.then);
      expression(clause.chance);
      expression(clause.then);
      return;
    case "one of":
      list(clause.values.map(({ name }) => name));
      for (const { share } of clause.values) expression(share);
      return;
    case "starts":
    case "at least":
    case "at most":
      expression(clause.value);
      return;
    case "within":
      expression(clause.low);
      expression(clause.high);
      return;
    case "flow":
    case "gives":
      atWord(clause.when);
      if (clause.every !== null) atWord(clause.every);
      if (clause.kind === "gives") atPart(clause.label, 1);
      expression(clause.amount);
      expression(clause.when);
      return;
    case "after":
      atWord(clause.within);
      expression(clause.event);
      return;
    case "honoured":
      atWord(clause.within);
      expression(clause.chance);
      expression(clause.byEvent);
      return;
    case "option":
    case "obligation":
      for (const nested of clause.clauses) ofClause(nested, pieces, breaks);
      return;
    case "weight":
      expression(clause.weight);
      return;
    case "between parties":
      list(clause.parties);
      return;
    case "in force":
      if (clause.from !== null) atWord(clause.when);
      atWord(clause.untilDate);
      atWord(clause.untilCondition);
      expression(clause.when);
      expression(clause.untilCondition);
      return;
    case "set":
      if (clause.to.kind !== "value") return;
      atPart(clause.to.value);
      expression(clause.to.value);
      return;
    case "ask":
      atWord(clause.given);
      expression(clause.expression);
      expression(clause.given);
      return;
    case "compare":
      list(clause.scenarios);
      return;
    case "from":
      list(clause.claims);
      return;
    default:
  }
}

/** Before operators and `then` and `else`, and behind commas; without recursion, since a chain may be as long as the file. */
function ofExpression(root: Expression, pieces: readonly Piece[], breaks: Breaks): void {
  const stack: { e: Expression; depth: number }[] = [{ e: root, depth: ROOT }];
  const wordBefore = (e: Expression): number => before(pieces, operandAt(pieces, e.span.start));
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { e, depth } = top;
    const down = (child: Expression, same = false): void => {
      stack.push({ e: child, depth: same ? depth : depth + 1 });
    };
    switch (e.kind) {
      case "logic":
        put(breaks, wordBefore(e.right), depth);
        down(e.left, e.left.kind === "logic" && e.left.operator === e.operator);
        down(e.right);
        break;
      case "compare":
        put(breaks, pieceAt(pieces, e.operatorSpan.start), depth);
        down(e.left);
        down(e.right);
        break;
      case "arithmetic":
        if (e.operator !== "^") put(breaks, pieceAt(pieces, e.operatorSpan.start), depth);
        down(e.left, e.left.kind === "arithmetic" && binding(e.left.operator) === binding(e.operator));
        down(e.right);
        break;
      case "if":
        put(breaks, wordBefore(e.then), depth);
        put(breaks, wordBefore(e.otherwise), depth);
        down(e.condition);
        down(e.then);
        down(e.otherwise, e.otherwise.kind === "if");
        break;
      case "dated":
        down(e.operand, true);
        break;
      case "truncated":
        for (const bound of [e.atLeast, e.atMost]) {
          if (bound === null) continue;
          const at = before(pieces, wordBefore(bound));
          if (!breaks.inStock) put(breaks, at, depth);
          else if ((pieces[at]?.newlines ?? 0) > 0) breaks.kept.add(at);
        }
        for (const child of childrenOf(e)) down(child);
        break;
      case "call":
        for (const { name, value } of e.arguments.slice(1))
          put(breaks, operandAt(pieces, (name ?? value).span.start), depth, true);
        for (const child of childrenOf(e)) down(child);
        break;
      case "mixture":
        for (const { weight } of e.parts.slice(1)) put(breaks, operandAt(pieces, weight.span.start), depth);
        for (const child of childrenOf(e)) down(child);
        break;
      case "aggregate":
      case "percentiles":
        for (const part of (e.kind === "aggregate" ? e.over : e.points).slice(1))
          put(breaks, pieceAt(pieces, part.span.start), depth, true);
        break;
      default:
        for (const child of childrenOf(e)) down(child);
    }
  }
}

function binding(operator: string): "sum" | "product" | "power" {
  return operator === "+" || operator === "-" ? "sum" : operator === "^" ? "power" : "product";
}
