/** `docs/errors`: a page for each code, made of the catalogue and of the corpus. */
import { diagnosticLines } from "@casus/cli/dist/render/diagnostic.js";
import { penFor } from "@casus/cli/dist/render/look.js";
import { applyEdits, catalogue, type Diagnostic, editsIn, isError, lineText } from "@casus/language";
import { toPlain } from "casus";
import type { Examined, Examiner } from "./examine.js";
import { mainFile, type Program, readSuite, withEscapes } from "./programs.js";
import { outOfReach } from "./suite.js";

export interface ErrorPages {
  /** Texts by file name, `README.md` among them. */
  readonly files: ReadonlyMap<string, string>;
  /** Codes whose page has no mended form, though there are programs. */
  readonly unmended: readonly string[];
}

/** How many programs a page shows, and how much of each. */
const shown = 2;
const longestLine = 110;
const mostLines = 40;

interface Example {
  readonly program: Program;
  readonly examined: Examined;
  readonly mended: string | null;
}

/** All pages; `suites` are the texts of the corpus by path. */
export async function errorPages(
  suites: ReadonlyMap<string, string>,
  examine: Examiner,
): Promise<ErrorPages> {
  const examples = new Map<string, Example[]>();
  for (const [file, text] of suites) {
    const own = /^codes\/(.*)\.txt$/.exec(file)?.[1];
    for (const program of readSuite(text).programs) {
      const examined = await examine(program);
      for (const code of new Set(examined.diagnostics.map((each) => each.code))) {
        // The pages of codes that never stand alone take their programs from elsewhere.
        if (own !== undefined ? code !== own : suites.has(`codes/${code}.txt`)) continue;
        const mended = await mendedForm(program, examined, examine);
        examples.set(code, [...(examples.get(code) ?? []), { program, examined, mended }]);
      }
    }
  }
  const files = new Map<string, string>();
  const unmended: string[] = [];
  for (const [code, entry] of Object.entries(catalogue)) {
    const found = examples.get(code) ?? [];
    // A program with a mended form first: that is what a reader comes for.
    const chosen = [...found]
      .sort((a, b) => Number(b.mended !== null) - Number(a.mended !== null))
      .slice(0, shown);
    const isOfText = chosen.some(({ program }) => program.options.set.length === 0);
    if (isOfText && chosen[0]?.mended === null) unmended.push(code);
    files.set(`${code}.md`, pageOf(code, entry, chosen));
  }
  files.set("README.md", indexOf());
  return { files, unmended };
}

function pageOf(
  code: string,
  { title, meaning }: { readonly title: string; readonly meaning: string },
  examples: readonly Example[],
): string {
  const lines = [`# ${code}: ${capital(title)}`, "", meaning, ""];
  const [without] = [outOfReach[code]];
  if (without !== undefined) lines.push(`No text of a model provokes it: ${without}.`, "");
  for (const { program, examined, mended } of examples) {
    const { escaped, runs } = program.options;
    lines.push(`## ${capital(program.name)}`, "");
    for (const { file, text, trouble } of program.parts) {
      if (file !== mainFile)
        lines.push(`\`${file}\`${trouble === "" ? ":" : ` cannot be had: ${trouble}.`}`, "");
      if (text !== null)
        lines.push(...block(file.endsWith(".casus") ? "casus" : "text", withEscapes(text, escaped)), "");
    }
    const sets = program.options.set.map(({ name, text }) => ` --set "${name}=${text}"`).join("");
    lines.push(`\`casus ${runs === null && sets === "" ? "check" : "run"}${sets}\` says:`, "");
    lines.push(...block("text", said(examined, escaped)), "");
    if (mended !== null) lines.push("Mended:", "", ...block("casus", withEscapes(mended, escaped)), "");
  }
  lines.push(`[All messages](README.md) · [the language](../language.md)`, "");
  return lines.join("\n");
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function block(language: string, text: string): string[] {
  const lines = text
    .replace(/\n+$/, "")
    .split("\n")
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)} …` : line));
  const kept =
    lines.length <= mostLines
      ? lines
      : [...lines.slice(0, mostLines / 2), "…", ...lines.slice(-mostLines / 4)];
  return [`\`\`\`${language}`, ...kept.map((line) => line.trimEnd()), "```"];
}

/** As a terminal of a hundred columns shows it. */
function said({ diagnostics, sources }: Examined, escaped: boolean): string {
  const pen = penFor({ width: 100, colour: false, unicode: true });
  const lineOf = (file: string, line: number): string | null => {
    const source = sources.get(file);
    return source === undefined ? null : lineText(source, line);
  };
  const plain = toPlain(diagnostics, sources);
  return plain
    .map((each) =>
      diagnosticLines(each, lineOf, pen)
        .map((line) => withEscapes(line, escaped))
        .join("\n"),
    )
    .join("\n\n");
}

/** The text as it should be: as the program has it, or as the first fix leaves it where nothing is then at fault. */
async function mendedForm(program: Program, examined: Examined, examine: Examiner): Promise<string | null> {
  if (program.fixed !== null) return program.fixed;
  const { diagnostics, sources } = examined;
  const [diagnostic] = diagnostics;
  const main = sources.get(mainFile)?.text;
  if (diagnostic === undefined || diagnostics.length > 1 || main === undefined) return null;
  for (const fix of diagnostic.fixes) {
    if (fix.edits.some(({ span }) => span.file !== mainFile)) continue;
    const text = applyEdits(main, editsIn(fix, mainFile));
    const after = await examine(program, new Map([[mainFile, text]]));
    if (after.diagnostics.length === 0 || !after.diagnostics.some((each: Diagnostic) => isError(each)))
      return text;
  }
  return null;
}

const families: Readonly<Record<string, string>> = {
  "01": "Text and layout",
  "02": "Names",
  "03": "Types and units",
  "04": "Time",
  "05": "Stocks, events, choices, treaties and exchanges",
  "06": "Distributions and words of probability",
  "07": "Sources, claims and what is known",
  "08": "Scenarios, questions and checks",
  "09": "What a run finds out",
};

function indexOf(): string {
  const lines = [
    "# Messages",
    "",
    "Every diagnostic has a code that does not change. E is an error: what it stands in is left out, and what depends on that. W is a warning: everything is computed.",
    "The pages are made of what the code says of itself and of the programs in `tests/diagnostics`; `npm run errors` writes them.",
    "",
  ];
  for (const [family, name] of Object.entries(families)) {
    const entries = Object.entries(catalogue).filter(([code]) => code.slice(1, 3) === family);
    if (entries.length === 0) continue;
    lines.push(`## ${name}`, "", "| code | |", "| --- | --- |");
    for (const [code, { title }] of entries.sort(([a], [b]) => (a.slice(1) < b.slice(1) ? -1 : 1)))
      lines.push(`| [${code}](${code}.md) | ${capital(title)} |`);
    lines.push("");
  }
  return lines.join("\n");
}
