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

export type Completes = "model" | "version" | "name" | "folder" | "shell";

export interface CommandSpec {
  readonly name: string;
  /** What stands behind the name: `FILE`. */
  readonly operands: string;
  readonly least: number;
  readonly most: number;
  readonly summary: string;
  /** What each operand is, for completion; the last stands for all that follow. */
  readonly completes: readonly Completes[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly (readonly [command: string, meaning: string])[];
}

const json: OptionSpec = {
  name: "json",
  help: "one JSON document on standard output, and nothing else there",
};
const help: OptionSpec = { name: "help", short: "h", help: "show this help" };
const watch: OptionSpec = {
  name: "watch",
  short: "w",
  help: "again on every change of the model or of a file that it reads, until Ctrl-C",
};
const runs: OptionSpec = { name: "runs", takes: "N", help: "how many runs, like 20k or 1e5 (default 100k)" };
const seed: OptionSpec = { name: "seed", takes: "S", help: "seed of the random draws (default 1)" };

export const commands: readonly CommandSpec[] = [
  {
    name: "run",
    operands: "FILE",
    least: 1,
    most: 1,
    summary: "answer the questions of a model",
    completes: ["model"],
    options: [
      runs,
      seed,
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
      watch,
      { name: "draws", takes: "OUT", help: "", later: "--draws, which writes the single runs," },
      help,
    ],
    examples: [
      ["casus run alliance.casus", "all questions"],
      ["casus run alliance.casus --question first_wave", "one, in full"],
      ["casus run alliance.casus --without training,contact", "as if two claims had not been made"],
      [`casus run alliance.casus --set "wave = 8k to 12k"`, "with another view of one quantity"],
      ["casus run alliance.casus --watch --runs 20k", "again on every change"],
      ["casus run alliance.casus --runs 1M --json > answers.json", "for another program"],
    ],
  },
  {
    name: "check",
    operands: "FILE...",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    summary: "show the errors and warnings of models, without running them",
    completes: ["model"],
    options: [
      { name: "fix", help: "apply the fixes that cannot change what a model means, and write its files" },
      watch,
      json,
      help,
    ],
    examples: [
      ["casus check alliance.casus", "one model"],
      ["casus check alliance.casus --fix", "mend what can be mended without asking"],
      ["casus check *.casus --json", "several, for another program"],
      ["cat draft.casus | casus check -", "from standard input"],
      ["casus check alliance.casus --watch", "while writing"],
    ],
  },
  {
    name: "format",
    operands: "FILE...",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    summary: "lay out models in their one canonical form",
    completes: ["model"],
    options: [
      { name: "check", help: "write nothing; list the files that would change, with status 1" },
      help,
    ],
    examples: [
      ["casus format alliance.casus", "in place: blanks and line ends only, no word and no comment"],
      ["casus format --check *.casus", "before a commit"],
      ["cat draft.casus | casus format - > tidy.casus", "from standard input to standard output"],
    ],
  },
  {
    name: "explain",
    operands: "FILE NAME",
    least: 2,
    most: 2,
    summary: "say what was understood of a name",
    completes: ["model", "name"],
    options: [json, help],
    examples: [
      ["casus explain alliance.casus wave", "an unknown: its spread, what backs it, what uses it"],
      ["casus explain alliance.casus peace", "a rule in words, with its dates and the chance in each step"],
      ["casus explain alliance.casus second_wave.chance", "a number in a rule"],
      ["casus explain alliance.casus training", "a claim: its words, who said them, what they weigh"],
    ],
  },
  {
    name: "coverage",
    operands: "FILE",
    least: 1,
    most: 1,
    summary: "show what was made of each sentence of each source",
    completes: ["model"],
    options: [json, help],
    examples: [
      ["casus coverage alliance.casus", "each sentence: claimed, cited, set aside, or unread"],
      ["casus coverage alliance.casus --json", "for another program"],
    ],
  },
  {
    name: "diff",
    operands: "A B",
    least: 2,
    most: 2,
    summary: "show what changed in the answers between two versions, and by what",
    completes: ["version"],
    options: [
      runs,
      seed,
      { name: "question", takes: "NAME", help: "compare the answers of this question alone" },
      json,
      help,
    ],
    examples: [
      ["casus diff old.casus alliance.casus", "two files"],
      ["casus diff HEAD alliance.casus", "a file and what was last committed of it"],
      ["casus diff HEAD~1:alliance.casus HEAD:alliance.casus --runs 20k", "two revisions of git"],
    ],
  },
  {
    name: "new",
    operands: "FOLDER",
    least: 1,
    most: 1,
    summary: "make a folder with a model to start from",
    completes: ["folder"],
    options: [
      {
        name: "template",
        takes: "NAME",
        help: "alliance, sanctions, ceasefire or blank (default blank)",
      },
      help,
    ],
    examples: [
      ["casus new grain", "an empty model with a source and a question"],
      ["casus new truce --template ceasefire", "a small model of a ceasefire, to be made your own"],
    ],
  },
  {
    name: "completion",
    operands: "SHELL",
    least: 1,
    most: 1,
    summary: "print what makes a shell complete commands, files and names",
    completes: ["shell"],
    options: [help],
    examples: [
      [`eval "$(casus completion bash)"`, "in ~/.bashrc"],
      ["casus completion zsh > _casus", "into a folder of $fpath"],
      ["casus completion fish > casus.fish", "into ~/.config/fish/completions"],
    ],
  },
];

/** Commands that the product will have, so that nobody takes their absence for a slip of their own. */
export const laterCommands: readonly string[] = [
  "history",
  "read",
  "brief",
  "studio",
  "import",
  "export",
  "score",
  "lsp",
  "serve",
];
