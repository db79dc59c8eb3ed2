import { version } from "casus";
import { escapeText } from "../render/escape.js";

/** What is said of a fault of ours: enough to report it, no stack unless CASUS_DEBUG is set. */
export function faultLines(error: unknown, words: readonly string[], debug: boolean): string[] {
  const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const where =
    error instanceof Error ? /\n\s+at (?:(\S+) \()?[^\n]*?([\w.-]+:\d+:\d+)/.exec(error.stack ?? "") : null;
  const place = where === null ? "" : `, in ${where[1] ?? "the program"} (${where[2]})`;
  return [
    "This is a fault in Casus, not in your model.",
    "",
    "Please report it with these lines, and with the model if you may share it:",
    `  casus ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    `  casus ${words.map((word) => escapeText(word)).join(" ")}`,
    `  ${escapeText(name)}${place}`,
    ...(debug && error instanceof Error && error.stack !== undefined
      ? ["", ...error.stack.split("\n").map((line) => escapeText(line))]
      : ["", "With CASUS_DEBUG=1 in the environment the whole trace is shown."]),
  ];
}
