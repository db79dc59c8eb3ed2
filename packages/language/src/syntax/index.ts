export { clauseWords } from "./clause-table.js";
export { type ReadDate, readDate } from "./dates.js";
export { CLAUSES, DECLARATION_KINDS, declarationKind, HEADERS } from "./grammar.js";
export { lex } from "./lexer.js";
export { type ReadNumber, readNumber } from "./numbers.js";
export { parse } from "./parse.js";
export { print } from "./print.js";
export { isSignificant, type SymbolText, type Token, type TokenKind, tokenSpan } from "./token.js";
export type * from "./tree.js";
export {
  childrenOf,
  expressionsOf,
  expressionsOfClause,
  visitExpression,
  visitExpressions,
} from "./visit.js";
export { DISTRIBUTIONS, FUNCTIONS, RESERVED, TIME_WORDS } from "./words.js";
