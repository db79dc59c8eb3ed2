/** Checks and runs a program of the corpus. A back end is put to the same corpus by another {@link Examiner}. */
import { runModel } from "@casus/engine";
import {
  checkModel,
  type Diagnostic,
  memoryWorld,
  type ReadResult,
  type SourceText,
  type World,
} from "@casus/language";
import { mainFile, type Program } from "./programs.js";

/** What the option `set` puts in, as `--set` does. */
export interface Override {
  readonly name: string;
  readonly text: string;
}

export interface Examined {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Finds what is to be said of a program, with another text in place of some of its files. */
export type Examiner = (program: Program, texts?: ReadonlyMap<string, string>) => Promise<Examined>;

/** The checker, and the interpreter where the program is to be run. */
export const examine: Examiner = async (program, texts = new Map()) => {
  const { runs, set } = program.options;
  const checked = checkModel(worldOf(program, texts), mainFile, { overrides: set });
  const { diagnostics, sources, model } = checked;
  if (runs === null || model === null) return { diagnostics, sources };
  const result = await runModel(model, { runs, seed: 1 });
  return { diagnostics: [...diagnostics, ...result.diagnostics], sources };
};

function worldOf({ parts }: Program, texts: ReadonlyMap<string, string>): World {
  const files = Object.fromEntries(
    parts.flatMap(({ file, text }) => (text === null ? [] : [[file, texts.get(file) ?? text]])),
  );
  const troubles = new Map(parts.map(({ file, trouble }) => [file, trouble]));
  const memory = memoryWorld(files);
  return {
    read(path, from): ReadResult {
      const trouble = troubles.get(path) ?? "";
      if (trouble === "") return memory.read(path, from);
      if (trouble === "too large") return { kind: "too large" };
      return { kind: "unreadable", why: trouble };
    },
  };
}
