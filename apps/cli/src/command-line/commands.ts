/** One option of a command, as the help and the parser read it. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** What it takes, for the help; without it the option is a switch. */
  readonly takes?: string;
  readonly repeats?: boolean;
  readonly help: string;
  /** Known, but not in this version: given all the same, it is refused with these words. */
  readonly later?: string;
}

export interface CommandSpec {
  readonly name: string;
  /** What stands behind the name: `FILE`. */
  readonly operands: string;
  readonly least: number;
  readonly most: number;
  readonly summary: string;
  readonly options: readonly OptionSpec[];
  readonly examples: readonly (readonly [command: string, meaning: string])[];
}

const json: OptionSpec = {
  name: "json",
  help: "one JSON document on standard output, and nothing else there",
};
const help: OptionSpec = { name: "help", short: "h", help: "show this help" };

export const commands: readonly CommandSpec[] = [
  {
    name: "run",
    operands: "FILE",
    least: 1,
    most: 1,
    summary: "answer the questions of a model",
    options: [
      { name: "runs", takes: "N", help: "how many runs, like 20k or 1e5 (default 100k)" },
      { name: "seed", takes: "S", help: "seed of the random draws (default 1)" },
      { name: "as-of", takes: "DATE", help: "the day to which knowledge runs, in place of the model's own" },
      {
        name: "scenario",
        takes: "NAME",
        help: "compute this scenario beside the base, in place of the comparisons",
      },
      {
        name: "without",
        takes: "NAMES",
        repeats: true,
        help: "leave out what these claims or sources say (commas between, or given again)",
      },
      {
        name: "set",
        takes: "NAME=EXPRESSION",
        repeats: true,
        help: "another value for a quantity, a fact or a number of a rule",
      },
      { name: "question", takes: "NAME", help: "answer this question alone, with all that it rests on" },
      { name: "engine", takes: "NAME", help: "interpreter" },
      { name: "precision", takes: "NAME", help: "double" },
      {
        name: "threads",
        takes: "N",
        help: "at most so many threads; the answers are the same on any number",
      },
      json,
      { name: "watch", help: "", later: "--watch, which runs again on every change," },
      { name: "draws", takes: "OUT", help: "", later: "--draws, which writes the single runs," },
      help,
    ],
    examples: [
      ["casus run alliance.casus", "all questions"],
      ["casus run alliance.casus --question first_wave", "one, in full"],
      ["casus run alliance.casus --without training,contact", "as if two claims had not been made"],
      [`casus run alliance.casus --set "wave = 8k to 12k"`, "with another view of one quantity"],
      ["casus run alliance.casus --runs 1M --json > answers.json", "for another program"],
    ],
  },
  {
    name: "check",
    operands: "FILE...",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    summary: "show the errors and warnings of models, without running them",
    options: [json, help],
    examples: [
      ["casus check alliance.casus", "one model"],
      ["casus check *.casus --json", "several, for another program"],
      ["cat draft.casus | casus check -", "from standard input"],
    ],
  },
];

/** Commands that the product will have, so that nobody takes their absence for a slip of their own. */
export const laterCommands: readonly string[] = [
  "format",
  "explain",
  "coverage",
  "history",
  "diff",
  "read",
  "brief",
  "studio",
  "import",
  "export",
  "new",
  "score",
  "lsp",
  "serve",
];
