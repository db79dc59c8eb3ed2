import { beginsClause, type ClauseWord, type CutKind, subordinates, triggerAt } from "./triggers.js";
import { isWordUnit } from "./words.js";

/** A word just outside of a quote that changes what the quoted clause says. */
export interface CutOff {
  readonly kind: CutKind;
  readonly start: number;
  readonly end: number;
  /** As the text has it. */
  readonly text: string;
}

/** How far a clause is followed, in UTF-16 units. */
const reach = 400;
/** How many words behind the quote its verb may still lack its `not`. */
const negationReach = 4;
/** An aside (`reportedly`, `officials say`) has no more words than this. */
const asideLength = 4;

const severity: Readonly<Record<CutKind, number>> = { word: 0, negation: 1, condition: 2, hedge: 3 };

/** The gravest word that a quote cuts off its clause: part of a word or number, a negation, a condition, a hedge; `null` where there is none. */
export function cutsOff(text: string, start: number, end: number): CutOff | null {
  return cutOffs(text, start, end)[0] ?? null;
}

/**
 * All words that the quote text[start … end) cuts off its clause, the gravest first, each kind at most once a side. A clause ends at a full stop, semicolon, colon, bracket or
 * empty line and at a coordinating word; a comma ends it too, except that a condition may stand before or behind the comma (`if it did, …`, `…, unless it did`)
 * and an adverb between two (`…, reportedly, …`). What cannot be told without grammar is left alone: a warning has to be worth its reader's time.
 */
export function cutOffs(text: string, start: number, end: number): CutOff[] {
  const found: CutOff[] = [];
  const add = (cut: CutOff | null) => {
    if (cut !== null && !found.some((other) => other.start === cut.start)) found.push(cut);
  };
  add(halfWord(text, start, -1));
  add(halfWord(text, end, 1));
  for (const cut of behind(text, end)) add(cut);
  for (const cut of ahead(text, start)) add(cut);
  return found.sort((a, b) => severity[a.kind] - severity[b.kind]);
}

const digit = /[0-9]/;
/** Scripts that write no spaces between words. */
const unspaced = /[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]/;

/** Part of a word or a number left behind at one end: `un|likely`, `1.|5 million`. */
function halfWord(text: string, at: number, direction: 1 | -1): CutOff | null {
  if (at <= 0 || at >= text.length) return null;
  const inside = text[direction < 0 ? at : at - 1] as string;
  const outside = text[direction < 0 ? at - 1 : at] as string;
  const beyond = text[direction < 0 ? at - 2 : at + 1] ?? "";
  const splitsNumber = digit.test(inside) && /[.,]/.test(outside) && digit.test(beyond);
  if (!splitsNumber) {
    if (!isWordUnit(inside.charCodeAt(0)) || !isWordUnit(outside.charCodeAt(0))) return null;
    if (unspaced.test(inside) || unspaced.test(outside)) return null;
  }
  let edge = at;
  const step = () => text[direction < 0 ? edge - 1 : edge] ?? "";
  while (step() !== "" && (isWordUnit(step().charCodeAt(0)) || (splitsNumber && /[.,]/.test(step())))) {
    edge += direction;
  }
  const [from, to] = direction < 0 ? [edge, at] : [at, edge];
  return { kind: "word", start: from, end: to, text: text.slice(from, to) };
}

/** The words between two commas. */
type Segment = readonly ClauseWord[];

const sentenceEnd = /[.!?…](?=["'’”)\]»]*(?:\s|$))|[;:()[\]]|\n\s*\n|\r\n\s*\r\n|\s[–—-]\s/g;

function ahead(text: string, start: number): CutOff[] {
  const from = Math.max(0, start - reach);
  const before = text.slice(from, start);
  let begin = 0;
  for (const match of before.matchAll(sentenceEnd)) {
    if (!isAbbreviation(before, match.index)) begin = match.index + match[0].length;
  }
  const segments = segmentsOf(before.slice(begin), from + begin).reverse();
  const cuts: CutOff[] = [];
  for (const [n, segment] of segments.entries()) {
    const last = segment.reduce((found, _, i) => (beginsClause(segment, i) ? i : found), -1);
    const clause = segment.slice(last + 1);
    const aside = segment.length > 0 && segment.length <= asideLength;
    for (let i = clause.length - 1; i >= 0; i--) {
      const kind = triggerAt(clause, i);
      const opens = i === 0 || (i === 1 && clause[0]?.text === "only");
      const counts = n === 0 || (kind === "condition" && opens) || (kind === "hedge" && aside);
      if (kind !== null && counts) cuts.push(cutAt(text, clause[i] as ClauseWord, kind));
    }
    const first = clause[0];
    // `Should the war drag on, …`, `Had he known, …`: a condition without `if`.
    if (n > 0 && first?.capital && (first.text === "should" || first.text === "had")) {
      cuts.push(cutAt(text, first, "condition"));
    }
    if (last >= 0) break;
  }
  return nearestOfEachKind(cuts);
}

function behind(text: string, end: number): CutOff[] {
  const after = text.slice(end, end + reach);
  let stop = after.length;
  for (const match of after.matchAll(sentenceEnd)) {
    if (isAbbreviation(after, match.index)) continue;
    stop = match.index;
    break;
  }
  const cuts: CutOff[] = [];
  for (const [n, segment] of segmentsOf(after.slice(0, stop), end).entries()) {
    const first = segment.findIndex((_, i) => beginsClause(segment, i));
    const clause = first < 0 ? segment : segment.slice(0, first);
    const aside = segment.length > 0 && segment.length <= asideLength;
    const inner = clause.findIndex(subordinates);
    for (let i = 0; i < clause.length; i++) {
      const kind = triggerAt(clause, i);
      if (kind === null) continue;
      const sameVerb = n === 0 && (inner < 0 || i < inner);
      const counts =
        (kind === "condition" && (n === 0 || i <= 1)) ||
        (kind === "negation" && sameVerb && i < negationReach) ||
        (kind === "hedge" && ((sameVerb && i < negationReach) || (n > 0 && aside)));
      if (counts) cuts.push(cutAt(text, clause[i] as ClauseWord, kind));
    }
    if (first >= 0) break;
  }
  return nearestOfEachKind(cuts);
}

function cutAt(text: string, word: ClauseWord, kind: CutKind): CutOff {
  return { kind, start: word.start, end: word.end, text: text.slice(word.start, word.end) };
}

function nearestOfEachKind(cuts: readonly CutOff[]): CutOff[] {
  return cuts.filter((cut, i) => cuts.findIndex((other) => other.kind === cut.kind) === i);
}

/** A full stop behind a single letter or a common short form ends no sentence. */
function isAbbreviation(text: string, at: number): boolean {
  return (
    text[at] === "." &&
    /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|St|No|Art|art|cf|vs|approx)$/u.test(
      text.slice(Math.max(0, at - 8), at),
    )
  );
}

function segmentsOf(text: string, offset: number): Segment[] {
  const segments: ClauseWord[][] = [[]];
  for (const match of text.matchAll(/,(?!\d)|[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)) {
    if (match[0] === ",") {
      segments.push([]);
      continue;
    }
    segments[segments.length - 1]?.push({
      text: match[0].toLowerCase().replaceAll("’", "'"),
      capital: /^\p{Lu}/u.test(match[0]),
      start: offset + match.index,
      end: offset + match.index + match[0].length,
    });
  }
  return segments;
}
