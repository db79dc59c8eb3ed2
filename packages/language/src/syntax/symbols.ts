import type { SymbolText } from "./token.js";

export interface FoundSymbol {
  readonly length: number;
  readonly symbol: SymbolText;
  /** How it should have been written, where it is a slip that is read as meant. */
  readonly instead: string | null;
}

const plain = (symbol: SymbolText, length = symbol.length): FoundSymbol => ({
  length,
  symbol,
  instead: null,
});
const slip = (written: string, symbol: SymbolText, instead: string): FoundSymbol => ({
  length: written.length,
  symbol,
  instead,
});

/** By their first character; longer ones before shorter ones. */
const SYMBOLS: ReadonlyMap<string, readonly (readonly [string, FoundSymbol])[]> = new Map(
  Object.entries({
    "(": [["(", plain("(")]],
    ")": [[")", plain(")")]],
    ",": [[",", plain(",")]],
    ":": [[":", plain(":")]],
    ".": [[".", plain(".")]],
    "=": [
      ["===", slip("===", "=", "=")],
      ["==", slip("==", "=", "=")],
      ["=<", slip("=<", "<=", "<=")],
      ["=>", slip("=>", ">=", ">=")],
      ["=", plain("=")],
    ],
    "≠": [["≠", plain("!=", 1)]],
    "!": [
      ["!==", slip("!==", "!=", "!=")],
      ["!=", plain("!=")],
      ["!", slip("!", "!", "not")],
    ],
    "<": [
      ["<=", plain("<=")],
      ["<>", slip("<>", "!=", "!=")],
      ["<", plain("<")],
    ],
    "≤": [["≤", plain("<=", 1)]],
    ">": [
      [">=", plain(">=")],
      [">", plain(">")],
    ],
    "≥": [["≥", plain(">=", 1)]],
    "+": [["+", plain("+")]],
    "-": [["-", plain("-")]],
    "−": [["−", plain("-", 1)]],
    "*": [
      ["**", slip("**", "^", "^")],
      ["*", plain("*")],
    ],
    "×": [["×", slip("×", "*", "*")]],
    "·": [["·", slip("·", "*", "*")]],
    "/": [["/", plain("/")]],
    "÷": [["÷", slip("÷", "/", "/")]],
    "^": [["^", plain("^")]],
    "&": [["&&", slip("&&", "&&", "and")]],
    "|": [["||", slip("||", "||", "or")]],
  } satisfies Record<string, readonly (readonly [string, FoundSymbol])[]>),
);

/** The symbol at an offset, the longest that fits, or `null`. */
export function findSymbol(text: string, at: number): FoundSymbol | null {
  for (const [written, found] of SYMBOLS.get(text[at] ?? "") ?? [])
    if (text.startsWith(written, at)) return found;
  return null;
}
