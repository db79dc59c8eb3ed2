import type { Pen } from "../render/look.js";
import { padEnd, widthOf, wrap } from "../render/width.js";
import { type CommandSpec, commands } from "./commands.js";

/** The page behind `casus --help`. */
export function generalHelp(pen: Pen): string[] {
  const usages = commands.map(({ name, operands }) => `casus ${name} ${operands}`);
  const width = Math.max(...usages.map(widthOf)) + 3;
  return [
    `${pen.title("casus")}: from a sourced report to computed answers`,
    "",
    pen.bold("Commands"),
    ...commands.map(({ summary }, index) => `  ${pen.name(padEnd(usages[index] ?? "", width))}${summary}`),
    "",
    pen.bold("Options"),
    `  ${pen.name(padEnd("--help", width))}this page; casus run --help for a command's own`,
    `  ${pen.name(padEnd("--version", width))}the version`,
    "",
    pen.bold("Exit status"),
    "  0  done",
    "  1  the model or the input is at fault, or a check has failed",
    "  2  the command line is at fault",
    "  70 a fault in casus itself",
  ];
}

/** The page behind `casus COMMAND --help`. */
export function commandHelp(command: CommandSpec, pen: Pen): string[] {
  const options = command.options.filter(({ later }) => later === undefined);
  const heads = options.map(
    ({ name, short, takes }) =>
      `${short === undefined ? "" : `-${short}, `}--${name}${takes === undefined ? "" : ` ${takes}`}`,
  );
  const width = Math.max(...heads.map(widthOf)) + 3;
  return [
    ...titleLines(command, pen),
    "",
    ...operandLines(command),
    pen.bold("Options"),
    ...options.flatMap((option, index) => {
      const lines = wrap(option.help, Math.max(24, pen.width - width - 2));
      return lines.map(
        (line, row) => `  ${pen.name(padEnd(row === 0 ? (heads[index] ?? "") : "", width))}${line}`,
      );
    }),
    "",
    pen.bold("Examples"),
    ...command.examples.flatMap(([line, meaning]) => [
      `  ${pen.dim(`${meaning}:`)}`,
      `    ${pen.name(line)}`,
    ]),
  ];
}

function titleLines({ name, operands, summary }: CommandSpec, pen: Pen): string[] {
  const title = `casus ${name} ${operands}`;
  const [first = "", ...more] = wrap(`${title}: ${summary}`, pen.width, 2);
  return [pen.title(title) + first.slice(title.length), ...more];
}

/** What the operands stand for. */
function operandLines({ completes, name }: CommandSpec): string[] {
  const words = {
    model: ["FILE is a model (*.casus), or - for standard input."],
    version: ["A and B are files, or git revisions: REV:PATH, or REV with the other's path."],
    name: ["NAME is anything that the model names: wave, invaded(russia), peace.chance."],
    folder: ["FOLDER is made; what is already there is never written over."],
    shell: ["SHELL is bash, zsh or fish."],
  } as const;
  const own = name === "new" || name === "completion" || name === "diff" ? completes.slice(0, 1) : completes;
  return [...own.flatMap((each) => words[each]).map((line) => `  ${line}`), ""];
}
