import type { Pen } from "../render/look.js";
import { penFor } from "../render/look.js";
import { type Environment, lookOf, type Surface } from "./capabilities.js";

/** A stream that takes text. */
export interface Sink extends Surface {
  write(text: string): unknown;
}

/** All that a command touches outside itself; tests pass their own. */
export interface InputOutput {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly environment: Environment;
  readonly platform: string;
  /** Milliseconds, for the progress line only. */
  now(): number;
  /** Calls back at the first interrupt; returns how to stop listening. */
  onInterrupt(callback: () => void): () => void;
}

export function penOn(io: InputOutput, sink: Sink): Pen {
  return penFor(lookOf(sink, io.environment, io.platform));
}

export function writeLines(sink: Sink, lines: readonly string[]): void {
  if (lines.length > 0) sink.write(`${lines.map((line) => line.trimEnd()).join("\n")}\n`);
}

/** One JSON document. Characters that would act on a terminal are written as escapes, which changes nothing for a program. */
export function writeJson(sink: Sink, value: unknown): void {
  const text = JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  sink.write(`${text}\n`);
}
