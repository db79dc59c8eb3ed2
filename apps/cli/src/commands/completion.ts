import { type CommandSpec, commands } from "../command-line/commands.js";
import type { Options } from "../command-line/parse.js";
import { didYouMean } from "../command-line/suggest.js";
import { UsageError } from "../command-line/usage-error.js";
import { type InputOutput, writeLines } from "../terminal/io.js";
import { bashScript, fishScript, zshScript } from "./completion-scripts.js";
import { templateNames } from "./new.js";

const shells: Readonly<
  Record<string, (specs: readonly CommandSpec[], templates: readonly string[]) => string>
> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `casus completion SHELL`: a script that completes commands, options, files and the names of a model. */
export async function completion(
  words: readonly string[],
  _options: Options,
  io: InputOutput,
): Promise<number> {
  const [shell = ""] = words;
  const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined;
  if (script === undefined) {
    throw new UsageError(`There is no completion for the shell ${JSON.stringify(shell)}.`, [
      ...didYouMean(shell, Object.keys(shells)),
      `There is one for ${Object.keys(shells).join(", ")}.`,
    ]);
  }
  writeLines(io.stdout, script(commands, templateNames()).trimEnd().split("\n"));
  return 0;
}
