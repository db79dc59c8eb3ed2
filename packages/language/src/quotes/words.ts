/** An index of the words of a folded text, by which quotes are found without reading the whole text for each. */
export interface Words {
  readonly count: number;
  /** Where each word begins. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** A hash of each word, case folded. */
  readonly hashes: Int32Array;
  /** Word numbers sorted by bucket; the words of bucket b stand at bucketStarts[b] … bucketStarts[b + 1] − 1. */
  readonly byBucket: Int32Array;
  readonly bucketStarts: Int32Array;
}

/** Neither white space nor punctuation. Symbols outside the common blocks count as letters: they only have to be told from separators. */
export function isWordUnit(code: number): boolean {
  if (code < 0x30) return false;
  if (code < 0x80) return code < 0x3a || (code > 0x40 && code < 0x5b) || (code > 0x60 && code < 0x7b);
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code >= 0x2000 && code <= 0x206f) return code === 0x200c || code === 0x200d;
  return !((code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff0f));
}

/** Han, kana: written without spaces, so that each character is taken for a word. */
function standsAlone(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

const folds = new Map<number, number>();

/** Lower case of one unit, for likeness only. */
function lower(code: number): number {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 32 : code;
  let folded = folds.get(code);
  if (folded === undefined) {
    folded = String.fromCharCode(code).toLowerCase().charCodeAt(0);
    folds.set(code, folded);
  }
  return folded;
}

/** Calls back for every word from `from` to `to`. */
function eachWord(text: string, report: (start: number, end: number, hash: number) => void): void {
  let i = 0;
  while (i < text.length) {
    let code = text.charCodeAt(i);
    if (!isWordUnit(code)) {
      i++;
      continue;
    }
    const start = i;
    // FNV-1a over the units.
    let hash = 0x811c9dc5 | 0;
    do {
      hash = Math.imul(hash ^ lower(code), 0x01000193);
      const alone = standsAlone(code);
      i++;
      code = text.charCodeAt(i);
      if (alone || (i < text.length && standsAlone(code))) break;
    } while (i < text.length && isWordUnit(code));
    report(start, i, hash);
  }
}

/** The bucket of a hash in tables of `size` (a power of two); the high bits are mixed in. */
function bucketOf(hash: number, size: number): number {
  return (hash ^ (hash >>> 15)) & (size - 1);
}

/** Indexes the words of a text, in time and space linear in its length. */
export function indexWords(text: string): Words {
  let count = 0;
  eachWord(text, () => {
    count++;
  });
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  const hashes = new Int32Array(count);
  let size = 16;
  while (size < count && size < 1 << 20) size *= 2;
  const bucketStarts = new Int32Array(size + 1);
  let next = 0;
  eachWord(text, (start, end, hash) => {
    starts[next] = start;
    ends[next] = end;
    hashes[next] = hash;
    next++;
    const after = bucketOf(hash, size) + 1;
    bucketStarts[after] = (bucketStarts[after] as number) + 1;
  });
  for (let b = 1; b <= size; b++) {
    bucketStarts[b] = (bucketStarts[b] as number) + (bucketStarts[b - 1] as number);
  }
  const filled = bucketStarts.slice(0, size);
  const byBucket = new Int32Array(count);
  for (let w = 0; w < count; w++) {
    const bucket = bucketOf(hashes[w] as number, size);
    const at = filled[bucket] as number;
    byBucket[at] = w;
    filled[bucket] = at + 1;
  }
  return { count, starts, ends, hashes, byBucket, bucketStarts };
}

/** Numbers of the words that share a hash's bucket, ascending: a few others may be among them. */
export function wordsLike(words: Words, hash: number): Int32Array {
  const bucket = bucketOf(hash, words.bucketStarts.length - 1);
  return words.byBucket.subarray(words.bucketStarts[bucket], words.bucketStarts[bucket + 1]);
}
