/** A file of programs as it must stand, and what is wrong with its programs beyond that. */
import { applyEdits, catalogue, type Diagnostic, editsIn, type Fix } from "@casus/language";
import { annotated } from "./annotate.js";
import type { Examined, Examiner } from "./examine.js";
import { mainFile, type Program, readSuite } from "./programs.js";

export interface SuiteReport {
  /** The file's text with what is said of its programs now. */
  readonly text: string;
  /** The codes of each program's diagnostics, as often as they occur. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  /** Fixes that were applied, each by itself. */
  readonly fixes: number;
  readonly problems: readonly string[];
}

/** Codes that no text of a model can provoke, and why. */
export const outOfReach: Readonly<Record<string, string>> = {
  E0217: "the model itself cannot be read, so that there is no text",
};

/** Codes whose fixes may bring an error, with the reason: which of several readings was meant nobody can know. */
export const mayUncover: Readonly<Record<string, string>> = {
  E0106: "where a string should have ended nobody can know; to the end of the line it may swallow clauses",
  E0112: "`10,000` in a call is one number or two, and a function takes as many as it takes",
};

export async function examineSuite(text: string, examine: Examiner): Promise<SuiteReport> {
  const { preface, programs } = readSuite(text);
  const written: string[] = [];
  const codes = new Map<string, string[]>();
  const problems: string[] = [];
  let fixes = 0;
  for (const program of programs) {
    const before = await examine(program);
    written.push(annotated(program, before));
    codes.set(
      program.name,
      before.diagnostics.map(({ code }) => code),
    );
    problems.push(
      ...before.diagnostics.flatMap((each) => faults(each).map((fault) => `${program.name}: ${fault}`)),
    );
    for (const diagnostic of before.diagnostics) {
      for (const fix of diagnostic.fixes) {
        fixes++;
        const problem = await fixProblem(program, before, diagnostic, fix, examine);
        if (problem !== null) problems.push(`${program.name}: ${diagnostic.code}: “${fix.title}” ${problem}`);
      }
    }
    const problem = await fixedProblem(program, examine);
    if (problem !== null) problems.push(`${program.name}: ${problem}`);
  }
  return { text: preface + written.join("\n"), codes, fixes, problems };
}

/** What any message must be like. */
function faults({ code, message, notes, fixes, labels }: Diagnostic): string[] {
  const found: string[] = [];
  if (!Object.hasOwn(catalogue, code)) found.push(`${code} is in no catalogue`);
  for (const sentence of [message, ...notes])
    if (!/^[\p{Lu}\p{N}`"].*[.?!:`]$/su.test(sentence)) found.push(`${code}: no sentence: ${sentence}`);
  for (const { title, edits } of fixes) {
    if (!/^[\p{Lu}].*[^.]$/u.test(title)) found.push(`${code}: no title: ${title}`);
    if (edits.length === 0) found.push(`${code}: a fix without an edit`);
  }
  for (const label of labels) if (label.message === "") found.push(`${code}: a label without words`);
  return found;
}

/** Applies one fix alone: what it is offered for must be gone, and no error may come. */
async function fixProblem(
  program: Program,
  before: Examined,
  diagnostic: Diagnostic,
  fix: Fix,
  examine: Examiner,
): Promise<string | null> {
  const files = [...new Set(fix.edits.map(({ span }) => span.file))];
  if (!files.every((file) => before.sources.has(file) && program.parts.some((part) => part.file === file)))
    // The edit is of the command line.
    return files.every((file) => file.startsWith("--set")) ? null : "changes a file that is not there";
  const texts = new Map(
    files.map((file) => [file, applyEdits(before.sources.get(file)?.text ?? "", editsIn(fix, file))]),
  );
  const after = await examine({ ...program, options: { ...program.options, runs: null } }, texts);
  const earlier = before.diagnostics.map(keyOf);
  const later = after.diagnostics.map(keyOf);
  const count = (keys: readonly string[], key: string): number => keys.filter((each) => each === key).length;
  const key = keyOf(diagnostic);
  if (count(later, key) >= count(earlier, key)) return `leaves it there`;
  // One fault of several may hide another: of a program with a single fault nothing may come to light.
  if (before.diagnostics.length > 1 || program.options.hides) return null;
  if (Object.hasOwn(mayUncover, diagnostic.code)) return null;
  const fresh = after.diagnostics.find(
    (each) => each.severity === "error" && count(later, keyOf(each)) > count(earlier, keyOf(each)),
  );
  return fresh === undefined ? null : `brings ${fresh.code}: ${fresh.message}`;
}

const keyOf = ({ code, message }: Diagnostic): string => `${code} ${message}`;

/** The text as it should be has nothing that could be complained of, when it is run neither. */
async function fixedProblem(program: Program, examine: Examiner): Promise<string | null> {
  if (program.fixed === null) return null;
  const { diagnostics } = await examine(
    { ...program, options: { ...program.options, set: [] } },
    new Map([[mainFile, program.fixed]]),
  );
  const [first] = diagnostics;
  return first === undefined ? null : `its fixed form has ${first.code}: ${first.message}`;
}
