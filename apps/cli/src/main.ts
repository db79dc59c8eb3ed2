import { version } from "casus";
import { commandHelp, generalHelp } from "./command-line/help.js";
import { type Options, parseCommandLine } from "./command-line/parse.js";
import { UsageError } from "./command-line/usage-error.js";
import type { Environment } from "./terminal/capabilities.js";
import { faultLines } from "./terminal/fault.js";
import { type InputOutput, penOn, writeLines } from "./terminal/io.js";

/** Exit status: 0 done, 1 the model or the input is at fault, 2 the command line is, 70 a fault of ours, 130 interrupted. */
export async function main(words: readonly string[], io: InputOutput): Promise<number> {
  try {
    const invocation = parseCommandLine(words);
    switch (invocation.kind) {
      case "version":
        writeLines(io.stdout, [`casus ${version}`]);
        return 0;
      case "help": {
        const pen = penOn(io, io.stdout);
        writeLines(
          io.stdout,
          invocation.command === null ? generalHelp(pen) : commandHelp(invocation.command, pen),
        );
        return 0;
      }
      case "command": {
        const command = await commandNamed(invocation.command.name);
        return await command(invocation.operands, invocation.options, io);
      }
    }
  } catch (error) {
    const pen = penOn(io, io.stderr);
    if (!(error instanceof UsageError)) {
      writeLines(io.stderr, faultLines(error, words, (io.environment.CASUS_DEBUG ?? "") !== ""));
      return 70;
    }
    writeLines(io.stderr, [pen.text(error.message), ...error.hints.map((hint) => `  ${pen.text(hint)}`)]);
    return 2;
  }
}

type Command = (operands: readonly string[], options: Options, io: InputOutput) => Promise<number>;

/** Each is loaded when it is called for: an answer need not wait for what it does not use. */
const commandsByName: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import("./commands/run.js")).run,
  check: async () => (await import("./commands/check.js")).check,
  format: async () => (await import("./commands/format.js")).format,
  explain: async () => (await import("./commands/explain.js")).explain,
  coverage: async () => (await import("./commands/coverage.js")).coverage,
  diff: async () => (await import("./commands/diff.js")).diff,
  new: async () => (await import("./commands/new.js")).make,
  completion: async () => (await import("./commands/completion.js")).completion,
};

async function commandNamed(name: string): Promise<Command> {
  const load = commandsByName[name];
  if (load === undefined) throw new Error(`nothing does ${name}`);
  return load();
}

/** Runs on this process. The exit status is set, not forced, so that everything written reaches its reader. */
export function start(): void {
  const words = process.argv.slice(2);
  const environment: Environment = process.env;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // The reader has gone (`| head`): nothing is left to do, and nothing to complain of.
      if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
      throw error;
    });
  }
  const fail = (error: unknown): void => {
    writeLines(process.stderr, faultLines(error, words, (environment.CASUS_DEBUG ?? "") !== ""));
    process.exit(70);
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  main(words, {
    stdout: process.stdout,
    stderr: process.stderr,
    environment,
    platform: process.platform,
    now: () => performance.now(),
    onInterrupt(callback) {
      // Once: a second interrupt finds no listener and ends the process.
      process.once("SIGINT", callback);
      return () => process.removeListener("SIGINT", callback);
    },
  }).then((status) => {
    process.exitCode = status;
  }, fail);
}
