import type { Clause, Expression, SyntaxTree } from "../syntax/tree.js";
import { visitExpressions } from "../syntax/visit.js";
import { before, type Piece, pieceAt } from "./pieces.js";

/** What only the tree knows of the blanks around symbols; indices of pieces. */
interface Roles {
  /** Signs that stand between two operands; the other `+` and `-` belong to the operand behind them. */
  readonly operators: ReadonlySet<number>;
  /** Parentheses around an expression; the others belong to the name before them. */
  readonly around: ReadonlySet<number>;
  /** Colons with a blank on either side: before the unit of a header, before the kind of an obligation. */
  readonly wideColons: ReadonlySet<number>;
  /** Colons without any: between odds. */
  readonly tightColons: ReadonlySet<number>;
}

function rolesOf(tree: SyntaxTree, pieces: readonly Piece[]): Roles {
  const operators = new Set<number>();
  const around = new Set<number>();
  const wideColons = new Set<number>();
  const tightColons = new Set<number>();
  const ofClause = (clause: Clause): void => {
    if (clause.kind === "favours")
      tightColons.add(before(pieces, pieceAt(pieces, clause.odds[1].span.start)));
    if (clause.kind === "obligation" && clause.type !== null)
      wideColons.add(before(pieces, pieceAt(pieces, clause.type.span.start)));
    if (clause.kind === "obligation" || clause.kind === "option") clause.clauses.forEach(ofClause);
  };
  for (const declaration of tree.declarations) {
    if (declaration.unit !== null)
      wideColons.add(before(pieces, pieceAt(pieces, declaration.unit.span.start)));
    declaration.clauses.forEach(ofClause);
  }
  visitExpressions(tree, (e: Expression) => {
    if (e.kind === "arithmetic" || e.kind === "compare") operators.add(pieceAt(pieces, e.operatorSpan.start));
    else if (e.kind === "parenthesis") around.add(pieceAt(pieces, e.span.start));
  });
  return { operators, around, wideColons, tightColons };
}

/** The blanks before each piece where it stands on one line with the piece before: 0 or 1. */
export function spacing(tree: SyntaxTree, pieces: readonly Piece[]): Uint8Array {
  const roles = rolesOf(tree, pieces);
  const gaps = new Uint8Array(pieces.length);
  for (let i = 1; i < pieces.length; i++) {
    const left = pieces[i - 1] as Piece;
    gaps[i] = isTightBehind(left, i - 1, roles) || isTightBefore(pieces, i, roles) ? 0 : 1;
  }
  return gaps;
}

function isTightBehind({ symbol }: Piece, index: number, roles: Roles): boolean {
  switch (symbol) {
    case "(":
    case ".":
    case "!":
      return true;
    case "+":
    case "-":
    case "/":
      return !roles.operators.has(index);
    case ":":
      return roles.tightColons.has(index);
    default:
      return false;
  }
}

function isTightBefore(pieces: readonly Piece[], index: number, roles: Roles): boolean {
  const left = pieces[index - 1];
  switch (pieces[index]?.symbol) {
    case ")":
    case ",":
    case ".":
      return true;
    case ":":
      return !roles.wideColons.has(index);
    case "/":
      return !roles.operators.has(index);
    case "(":
      return left?.kind === "word" && left.text !== "over" && !roles.around.has(index);
    default:
      return false;
  }
}
