/** What has been made of each sentence of each source: the answer to an editor's "what did you leave out?". */
import type { Claim, Model } from "../model/model.js";
import { findQuote, indexText, type TextIndex } from "../quotes/index.js";
import type { SyntaxTree } from "../syntax/tree.js";
import type { SourceText, Span } from "../text/source-text.js";
import { emptyLine } from "./empty.js";
import { type Sentence, sentencesOf } from "./sentences.js";
import { type SetAside, setAsides } from "./set-aside.js";

/** `claimed`: a claim that asserts or denies something quotes from it; `cited`: a claim that only quotes; `set aside`: with a reason; `unread`: none of these. */
export type SentenceStatus = "claimed" | "cited" | "set aside" | "unread";

export interface CoveredSentence {
  /** Offsets into the source's text, UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** On one line. */
  readonly text: string;
  readonly status: SentenceStatus;
  /** Names of the claims that quote from it, in the order of the model. */
  readonly claims: readonly string[];
  /** Its parts that are quoted, in order; offsets as above. */
  readonly quoted: readonly { readonly start: number; readonly end: number }[];
  /** Why it is set aside. */
  readonly why: string | null;
}

export interface SourceCoverage {
  readonly source: string;
  readonly title: string;
  readonly file: string | null;
  /** Without a text there are no sentences: the source names no file, or it could not be read. */
  readonly read: boolean;
  readonly sentences: readonly CoveredSentence[];
  readonly counts: Counts;
}

export type Counts = Readonly<Record<SentenceStatus, number>>;

/** A comment that means to set something aside, and does not. */
export interface CoverageProblem {
  readonly span: Span;
  readonly message: string;
}

export interface Coverage {
  readonly sources: readonly SourceCoverage[];
  readonly counts: Counts;
  readonly problems: readonly CoverageProblem[];
}

/** The sentences of all sources of a model, with what its claims and its comments make of them. `texts` are those that the check has read, by path. */
export function coverageOf(
  model: Model,
  trees: readonly SyntaxTree[],
  texts: ReadonlyMap<string, SourceText>,
): Coverage {
  const asides = setAsides(trees);
  const problems: CoverageProblem[] = asides.unreadable.map((span) => ({
    span,
    message:
      'This comment is not of the form `// set aside: "words" in SOURCE: why`, and sets nothing aside.',
  }));
  for (const { source, span } of asides.items) {
    if (model.sources.some(({ name }) => name === source)) continue;
    problems.push({ span, message: `There is no source \`${source}\`, of which words could be set aside.` });
  }
  const sources = model.sources.map((source): SourceCoverage => {
    const text = source.file === null ? undefined : texts.get(source.file)?.text;
    const { name, title, file } = source;
    if (text === undefined) return { source: name, title, file, read: false, sentences: [], counts: none };
    const index = indexText(text);
    const places = asides.items
      .filter((item) => item.source === name)
      .flatMap((item) => placeOf(index, item, problems));
    const claims = model.claims.filter((claim) => claim.source === name);
    const sentences = sentencesOf(text).map((sentence) => coveredBy(text, sentence, claims, places));
    return { source: name, title, file, read: true, sentences, counts: countsOf(sentences) };
  });
  const counts = sources.reduce((sum, source) => added(sum, source.counts), none);
  problems.sort((a, b) =>
    a.span.file < b.span.file ? -1 : a.span.file > b.span.file ? 1 : a.span.start - b.span.start,
  );
  return { sources, counts, problems };
}

interface AsidePlace {
  readonly start: number;
  readonly end: number;
  readonly why: string;
}

function placeOf(index: TextIndex, item: SetAside, problems: CoverageProblem[]): AsidePlace[] {
  const result = findQuote(index, { exact: item.words, after: item.after, before: item.before });
  if (result.kind === "found") return [{ start: result.start, end: result.end, why: item.why }];
  const message =
    result.kind === "missing"
      ? `These words do not stand in ${item.source}, so that nothing is set aside.`
      : `These words stand ${result.count} times in ${item.source}; \`after "…"\` or \`before "…"\` says which place is meant.`;
  problems.push({ span: item.span, message });
  return [];
}

function coveredBy(
  text: string,
  sentence: Sentence,
  claims: readonly Claim[],
  places: readonly AsidePlace[],
): CoveredSentence {
  const { start, end } = sentence;
  const quoting: Claim[] = [];
  const quoted: { start: number; end: number }[] = [];
  for (const claim of claims) {
    const from = claim.quote?.start ?? null;
    const to = claim.quote?.end ?? null;
    if (from === null || to === null || !overlaps(text, start, end, from, to)) continue;
    quoting.push(claim);
    quoted.push({ start: Math.max(start, from), end: Math.min(end, to) });
  }
  const aside = places.find((place) => overlaps(text, start, end, place.start, place.end));
  const empty = quoting.length > 0 ? null : emptyOfContent(text, sentence);
  const status: SentenceStatus = quoting.some((claim) => claim.proposition !== null)
    ? "claimed"
    : quoting.length > 0
      ? "cited"
      : aside !== undefined || empty !== null
        ? "set aside"
        : "unread";
  return {
    start,
    end,
    text: text
      .slice(start, end)
      .replace(/\s+(?:>\s*)*/g, " ")
      .trim(),
    status,
    claims: quoting.map(({ name }) => name),
    quoted: merged(quoted),
    why: status === "set aside" ? (aside?.why ?? empty) : null,
  };
}

/** Why nobody would look for a statement in it; null where somebody might. */
function emptyOfContent(text: string, { kind, start, end }: Sentence): string | null {
  if (kind === "heading") return "a heading";
  return kind === "front matter" ? "data about the text" : emptyLine(text.slice(start, end));
}

/** A quote that only reaches over a full stop or a quotation mark has no part in the sentence. */
function overlaps(text: string, start: number, end: number, from: number, to: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.slice(Math.max(start, from), Math.max(start, from, Math.min(end, to))));
}

function merged(places: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const kept: { start: number; end: number }[] = [];
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last !== undefined && place.start <= last.end) last.end = Math.max(last.end, place.end);
    else kept.push({ ...place });
  }
  return kept;
}

const none: Counts = { claimed: 0, cited: 0, "set aside": 0, unread: 0 };

function countsOf(sentences: readonly CoveredSentence[]): Counts {
  const counts = { ...none };
  for (const { status } of sentences) counts[status]++;
  return counts;
}

function added(a: Counts, b: Counts): Counts {
  return {
    claimed: a.claimed + b.claimed,
    cited: a.cited + b.cited,
    "set aside": a["set aside"] + b["set aside"],
    unread: a.unread + b.unread,
  };
}
