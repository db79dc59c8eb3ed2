import type { Clause, Declaration, Expression, SyntaxTree } from "./tree.js";

/** The direct parts of an expression, in the order of the text. */
export function childrenOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case "negate":
    case "not":
    case "in unit":
    case "dated":
      return [e.operand];
    case "arithmetic":
    case "compare":
    case "logic":
      return [e.left, e.right];
    case "if":
      return [e.condition, e.then, e.otherwise];
    case "parenthesis":
      return [e.inner];
    case "call":
      return e.arguments.map((argument) => argument.value);
    case "is":
      return [e.subject, e.value];
    case "stands at":
    case "ever":
    case "happens":
      return [e.subject];
    case "since":
      return [e.of];
    case "mixture":
      return e.parts.flatMap((part) => [part.weight, part.value]);
    case "truncated":
      return [e.operand, e.atLeast, e.atMost].filter((part) => part !== null);
    default:
      return [];
  }
}

/** The expressions that a clause holds directly, those of its nested clauses included. */
export function expressionsOfClause(clause: Clause): readonly Expression[] {
  switch (clause.kind) {
    case "asserts":
    case "favours":
    case "holds":
    case "when":
    case "until":
    case "moot":
      return [clause.condition];
    case "chance":
      return clause.then === null ? [clause.chance] : [clause.chance, clause.then];
    case "one of":
      return clause.values.map((value) => value.share);
    case "starts":
    case "at least":
    case "at most":
      return [clause.value];
    case "within":
      return [clause.low, clause.high];
    case "flow":
    case "gives":
      return clause.when === null ? [clause.amount] : [clause.amount, clause.when];
    case "after":
      return [clause.event];
    case "weight":
      return [clause.weight];
    case "option":
    case "obligation":
      return clause.clauses.flatMap(expressionsOfClause);
    case "in force":
      return [clause.when, clause.untilCondition].filter((part) => part !== null);
    case "honoured":
      return [clause.chance, clause.byEvent].filter((part) => part !== null);
    case "set":
      return clause.to.kind === "value" ? [clause.to.value] : [];
    case "ask":
      return clause.given === null ? [clause.expression] : [clause.expression, clause.given];
    default:
      return [];
  }
}

/** The outermost expressions of a declaration, the header's value first. */
export function expressionsOf(declaration: Declaration): readonly Expression[] {
  const inClauses = declaration.clauses.flatMap(expressionsOfClause);
  return declaration.value === null ? inClauses : [declaration.value, ...inClauses];
}

/** Visits an expression and all its parts, each before its own parts, without recursion: chains may be as long as the file. */
export function visitExpression(root: Expression, visit: (e: Expression) => void): void {
  const stack: Expression[] = [root];
  for (let e = stack.pop(); e !== undefined; e = stack.pop()) {
    visit(e);
    const children = childrenOf(e);
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as Expression);
  }
}

/** Visits all expressions of a tree or a declaration, in the order of the text as far as clauses go. */
export function visitExpressions(within: SyntaxTree | Declaration, visit: (e: Expression) => void): void {
  const declarations = "declarations" in within ? within.declarations : [within];
  for (const declaration of declarations)
    for (const e of expressionsOf(declaration)) visitExpression(e, visit);
}
