/** Bad models with what must be said of them; `tests/diagnostics/README.md` tells the format. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Override } from "./examine.js";

/** The name under which the main text of a program is checked. */
export const mainFile = "model.casus";

export interface Program {
  /** In a few words, what the writer did. */
  readonly name: string;
  readonly options: ProgramOptions;
  /** The main text first. */
  readonly parts: readonly Part[];
  /** The main text as it should be. */
  readonly fixed: string | null;
}

export interface ProgramOptions {
  /** Run after the check, so many times. */
  readonly runs: number | null;
  readonly set: readonly Override[];
  /** Behind the one fault that is found another waits, which a fix uncovers. */
  readonly hides: boolean;
  /** `\u{a0}` in the text stands for the character. */
  readonly escaped: boolean;
}

export interface Part {
  readonly file: string;
  /** Its text, without expectations and with escapes resolved; null where it cannot be had, for the reason in `trouble`. */
  readonly text: string | null;
  readonly trouble: string;
}

/** A file of programs: what stands before the first one, and the programs. */
export interface Suite {
  readonly preface: string;
  readonly programs: readonly Program[];
}

/** Lines that say what is expected, and are no part of the model. */
const expectations = [
  /^\/\/ *(?:\^+|\||\d+-\S+) [EWI]\d{4} /,
  /^\/\/ {5}(?:label|note|fix|safe fix): /,
  /^\/\/ in \S.* line \d+: \d+-\S+ [EWI]\d{4} /,
];
const isExpectation = (line: string): boolean => expectations.some((shape) => shape.test(line));

/** Reads a file of programs. @throws {Error} for an option that is none. */
export function readSuite(text: string): Suite {
  const [preface = "", ...bodies] = text.split(/^=== /m);
  return { preface, programs: bodies.map(readProgram) };
}

function readProgram(body: string): Program {
  const [head = "", ...sections] = body.split(/^--- /m);
  const [title, ...lines] = head.split("\n");
  const [name = "", ...words] = (title ?? "").split(" | ");
  const options = readOptions(words);
  const plain = (part: readonly string[]): string =>
    withoutEscapes(
      `${part
        .filter((line) => !isExpectation(line))
        .join("\n")
        .trimEnd()}\n`,
      options.escaped,
    );
  const parts: Part[] = [{ file: mainFile, text: plain(lines), trouble: "" }];
  let fixed: string | null = null;
  for (const section of sections) {
    const [first = "", ...rest] = section.split("\n");
    const [file = "", trouble = ""] = first.split(" | ");
    if (file === "fixed") fixed = plain(rest);
    else parts.push({ file, text: trouble === "" ? plain(rest) : null, trouble });
  }
  return { name, options, parts, fixed };
}

function readOptions(words: readonly string[]): ProgramOptions {
  let runs: number | null = null;
  const set: Override[] = [];
  let escaped = false;
  let hides = false;
  for (const word of words) {
    const [, kind, rest = ""] = /^(\w+) ?(.*)$/.exec(word) ?? [];
    if (kind === "runs") runs = Number(rest);
    else if (kind === "set") {
      const at = rest.indexOf("=");
      set.push({ name: rest.slice(0, at), text: rest.slice(at + 1) });
    } else if (kind === "escaped") escaped = true;
    else if (kind === "hides") hides = true;
    else throw new Error(`no option of a program: ${word}`);
  }
  return { runs, set, escaped, hides };
}

function withoutEscapes(text: string, escaped: boolean): string {
  if (!escaped) return text;
  return text.replace(/\\u\{([0-9a-f]+)\}/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** The reverse of what `escaped` does: every character that is not plainly seen becomes an escape. */
export function withEscapes(text: string, escaped: boolean): string {
  if (!escaped) return text;
  return text.replace(
    /[\x00-\x08\x09\x0b-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u2064\u3000\ud800-\udfff\ufeff]/g,
    (c) => {
      const unit = c.charCodeAt(0);
      return `\\u{${unit.toString(16)}}`;
    },
  );
}

/** The head line of a program, as it was read. */
export function headOf({ name, options }: Program): string {
  const words = [
    ...(options.runs === null ? [] : [`runs ${options.runs}`]),
    ...options.set.map((each) => `set ${each.name}=${each.text}`),
    ...(options.escaped ? ["escaped"] : []),
    ...(options.hides ? ["hides"] : []),
  ];
  return [name, ...words].join(" | ");
}

/** The suites below a folder, by path, in order of path. */
export function suitesIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".txt"))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}
