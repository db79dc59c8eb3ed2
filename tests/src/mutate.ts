/** Damaged texts with a fixed seed: what editors, merges and mail do to files, and what nobody would. */

/** A small generator with a fixed sequence (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const oddities = [
  "\t",
  "\r\n",
  "\r",
  "\0",
  "\u202e",
  "\ud800",
  "\udc00",
  "\ufeff",
  "\u2028",
  "“",
  "”",
  "≠",
  "−",
  "é",
  "e\u0301",
  "🇰🇵",
  "\u00a0",
  "(",
  ")",
  "((((((((",
  "))))",
  '"',
  "/*",
  "*/",
  "//",
  "=",
  ":",
  ",",
  ".",
  "..",
  "-",
  "2024-13-45",
  "2024",
  "10,000,0",
  "1e999",
  "5m",
  "0x10",
  "99999999999999999999",
  " when ",
  " chance ",
  " by ",
  " at ",
  " to ",
  " per month",
  " happens",
  " is ",
  " not ",
  " and and ",
  " if ",
  " given ",
  " from ",
  " until 2024",
  "\nevent ",
  "\nstock s\n  starts 0",
  "\n  ",
  "\n          ",
  '\nuse "../x.casus"',
  '\nuse "alliance.casus"',
  "100%",
  " as normal",
  " 1 of 0",
  "-1 to 5",
  "p50 3",
  "__proto__",
  "constructor",
  "toString",
];

/** The text after one to four random changes. */
export function mutate(text: string, next: () => number): string {
  let result = text;
  const changes = 1 + Math.floor(next() * 4);
  for (let i = 0; i < changes; i++) result = change(result, next);
  return result;
}

function change(text: string, next: () => number): string {
  const at = Math.floor(next() * (text.length + 1));
  const length = Math.floor(next() ** 3 * 200);
  const to = Math.min(text.length, at + length);
  switch (Math.floor(next() * 7)) {
    case 0:
      return text.slice(0, at) + text.slice(to);
    case 1:
      return text.slice(0, to) + text.slice(at, to) + text.slice(to);
    case 2:
      return text.slice(0, at) + oddities[Math.floor(next() * oddities.length)] + text.slice(at);
    case 3:
      return text.slice(0, at) + String.fromCharCode(Math.floor(next() ** 2 * 0xffff)) + text.slice(at + 1);
    case 4: {
      const lines = text.split("\n");
      const a = Math.floor(next() * lines.length);
      const b = Math.floor(next() * lines.length);
      [lines[a], lines[b]] = [lines[b] as string, lines[a] as string];
      return lines.join("\n");
    }
    case 5: {
      const words = text.slice(at, at + 400).match(/[A-Za-z_]+/g) ?? ["x"];
      const word = words[Math.floor(next() * words.length)] as string;
      return text.slice(0, at) + word + text.slice(at);
    }
    default:
      return text.slice(0, at);
  }
}
