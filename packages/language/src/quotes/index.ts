/** Quotes: where the words of a claim stand in the text of its source. Pure functions of texts. */
export { type CutOff, cutOffs, cutsOff } from "./cuts.js";
export { type Distinction, distinguish } from "./distinguish.js";
export { context, findQuote, type QuotePlace, type QuoteResult, type QuoteSelector } from "./find.js";
export { type NearMatch, nearMatch } from "./near.js";
export { indexText, type Place, type TextIndex } from "./text-index.js";
export type { CutKind } from "./triggers.js";
