import { parseArgs } from "node:util";
import { type CommandSpec, commands, laterCommands, type OptionSpec } from "./commands.js";
import { didYouMean } from "./suggest.js";
import { UsageError } from "./usage-error.js";

/** What a command line asks for. */
export type Invocation =
  | { readonly kind: "help"; readonly command: CommandSpec | null }
  | { readonly kind: "version" }
  | {
      readonly kind: "command";
      readonly command: CommandSpec;
      readonly operands: readonly string[];
      readonly options: Options;
    };

/** Options by name: all texts that were given for it, in their order; a switch that was given has one empty text. */
export type Options = ReadonlyMap<string, readonly string[]>;

/** Reads the words behind `casus`. A word that is none of ours is a {@link UsageError} with the nearest ones. */
export function parseCommandLine(words: readonly string[]): Invocation {
  const [first, ...rest] = words;
  if (first === undefined || first === "--help" || first === "-h") return { kind: "help", command: null };
  if (first === "--version" || first === "-V") return { kind: "version" };
  if (first === "help") return { kind: "help", command: rest[0] === undefined ? null : commandOf(rest[0]) };
  if (first.startsWith("-") && first !== "-") {
    throw new UsageError(`A command comes first; ${first} is an option.`, [
      "For example: casus run FILE",
      seeHelp(),
    ]);
  }
  const command = commandOf(first);
  const { operands, options } = parseOptions(command, rest);
  if (options.has("help")) return { kind: "help", command };
  if (operands.length < command.least) {
    throw new UsageError(`casus ${command.name} needs ${wanting(command)}.`, [
      `casus ${command.name} ${command.operands}`,
      seeHelp(command),
    ]);
  }
  const surplus = operands[command.most];
  if (surplus !== undefined) {
    throw new UsageError(
      `casus ${command.name} takes ${wanting(command)}; ${JSON.stringify(surplus)} is one too many.`,
      [seeHelp(command)],
    );
  }
  return { kind: "command", command, operands, options };
}

/** The operands in words. */
function wanting({ operands, completes }: CommandSpec): string {
  if (completes.length > 1) return operands.toLowerCase().replace(" ", " and a ").replace(/^/, "a ");
  return { model: "a file", version: "two versions", name: "a name", folder: "a folder", shell: "a shell" }[
    completes[0] ?? "model"
  ];
}

function commandOf(word: string): CommandSpec {
  const command = commands.find(({ name }) => name === word);
  if (command !== undefined) return command;
  if (laterCommands.includes(word)) {
    throw new UsageError(`This version of casus does not have the command ${word} yet.`, [
      `It has ${commands.map(({ name }) => name).join(", ")}.`,
    ]);
  }
  const known = [...commands.map(({ name }) => name), ...laterCommands];
  const near = didYouMean(word, known);
  const isFile = word.endsWith(".casus");
  throw new UsageError(`casus has no command ${JSON.stringify(word)}.`, [
    ...(isFile ? [`Did you mean casus run ${word}?`] : near),
    seeHelp(),
  ]);
}

function parseOptions(
  command: CommandSpec,
  words: readonly string[],
): { operands: string[]; options: Options } {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(command.options.map((option) => [option.name, nodeOption(option)])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const operands: string[] = [];
  const options = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const option = command.options.find(({ name }) => name === token.name);
    if (option === undefined) {
      const known = command.options.filter(({ later }) => later === undefined).map(({ name }) => name);
      throw new UsageError(`casus ${command.name} has no option ${token.rawName}.`, [
        ...didYouMean(token.name, known, "--"),
        seeHelp(command),
      ]);
    }
    if (option.later !== undefined)
      throw new UsageError(`This version of casus does not have ${option.later} yet.`);
    options.set(option.name, [...(options.get(option.name) ?? []), valueGiven(option, token.value, command)]);
    if (option.repeats !== true && (options.get(option.name)?.length ?? 0) > 1) {
      throw new UsageError(`--${option.name} is given twice, and only one can hold.`);
    }
  }
  return { operands, options };
}

function valueGiven(option: OptionSpec, value: string | undefined, command: CommandSpec): string {
  if (option.takes === undefined) {
    if (value !== undefined)
      throw new UsageError(`--${option.name} is a switch and takes no value.`, [seeHelp(command)]);
    return "";
  }
  // A value that is itself one of our options means that the value was forgotten.
  const isOption =
    value?.startsWith("--") === true && command.options.some(({ name }) => value === `--${name}`);
  if (value === undefined || value === "" || isOption) {
    throw new UsageError(`--${option.name} needs a value: --${option.name} ${option.takes}`, [
      seeHelp(command),
    ]);
  }
  return value;
}

function nodeOption(option: OptionSpec): { type: "string" | "boolean"; short?: string; multiple: boolean } {
  const type = option.takes === undefined ? "boolean" : "string";
  return option.short === undefined
    ? { type, multiple: true }
    : { type, short: option.short, multiple: true };
}

function seeHelp(command?: CommandSpec): string {
  return command === undefined
    ? "casus --help shows what there is."
    : `casus ${command.name} --help shows what there is.`;
}
