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
    `${pen.title(`casus ${command.name} ${command.operands}`)}: ${command.summary}`,
    "",
    "  FILE is a model (*.casus), or - for standard input.",
    "",
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
