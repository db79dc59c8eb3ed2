import { beforeNumbers, openers, speaking, titles, undecided } from "./abbreviations.js";
import { type Block, blocksOf } from "./blocks.js";

/** A sentence, a heading, or what else stands by itself. Offsets are UTF-16 units of the text. */
export interface Sentence {
  readonly kind: Block["kind"];
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts an English text into sentences. No sentence runs over the end of a paragraph, and every visible character that is no mark of a list, quote, rule or
 * heading is in exactly one. Where a full stop may belong to an abbreviation, the word behind it decides; in doubt the sentence goes on.
 */
export function sentencesOf(text: string): Sentence[] {
  return blocksOf(text).flatMap((block): Sentence[] =>
    block.kind === "prose" ? proseSentences(text, block) : [{ ...block }],
  );
}

const terminator = /[.!?…]+|[。！？｡]/gu;
const closers = /^(?:["'”’»)\]*_]|\[\d{1,3}\])+/;

function proseSentences(text: string, block: Block): Sentence[] {
  const words = text.slice(block.start, block.end);
  const sentences: Sentence[] = [];
  let from = 0;
  for (const match of words.matchAll(terminator)) {
    const stop = match[0];
    let end = match.index + stop.length;
    const closing = closers.exec(words.slice(end, end + 24))?.[0] ?? "";
    end += closing.length;
    const behind = words.slice(end);
    if (behind.trim() === "") break;
    const isWide = /[。！？｡]/u.test(stop);
    if (!isWide && !/^\s/.test(behind)) continue;
    if (!isWide && !endsHere(words.slice(from, match.index), stop, closing, behind)) continue;
    sentences.push({ kind: "prose", start: block.start + from, end: block.start + end });
    from = end + (behind.length - behind.replace(/^[\s>]+/, "").length);
  }
  if (words.slice(from).trim() !== "")
    sentences.push({ kind: "prose", start: block.start + from, end: block.end });
  return sentences;
}

/** Whether a sentence ends at a stop: by what stands before it, and by the word behind it. */
function endsHere(before: string, stop: string, closing: string, behind: string): boolean {
  const next = /^[\s>]*["'“‘«([*_]*(\S*)/.exec(behind)?.[1] ?? "";
  const lead = next.charAt(0);
  if (/\p{Ll}/u.test(lead) || lead === "") return false;
  if (/["”’»]/.test(closing) && isAttribution(behind)) return false;
  if (stop !== ".") return true;
  const word = /[\p{L}\p{N}.&'’-]*$/u.exec(before)?.[0] ?? "";
  const plain = word.toLowerCase();
  const opens = openers.has(next.toLowerCase().replace(/[^\p{L}].*$/u, ""));
  if (closing !== "" && /["”’»)\]]/.test(closing)) return true;
  if (titles.has(plain)) return false;
  if (beforeNumbers.has(plain)) return !/^[\p{N}IVX]/u.test(next);
  // `J. Smith`, `U.S. forces`, `10 a.m. Monday`, `Acme Inc. Chairman`.
  const isInitial = /^\p{Lu}$/u.test(word);
  const isAcronym = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word);
  if (isInitial || isAcronym || undecided.has(plain)) return opens;
  return true;
}

/** Behind a closing quotation mark: a few words, the first verb of which is one of speaking. */
function isAttribution(behind: string): boolean {
  const words = behind.trim().split(/\s+/, 6);
  return words.some((word, index) => index < 5 && speaking.has(word.toLowerCase().replace(/[^a-z]/g, "")));
}
