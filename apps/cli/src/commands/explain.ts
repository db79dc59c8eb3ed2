import { type Explanation, type Measured, open, positionAt, type Sources, version } from "casus";
import type { Options } from "../command-line/parse.js";
import { suggest } from "../command-line/suggest.js";
import { explanationLines } from "../render/explanation.js";
import { type InputOutput, penOn, writeJson, writeLines } from "../terminal/io.js";
import { isoOf, writeFaults } from "./shared.js";

/** `casus explain FILE NAME`: what was understood of a name, on standard output. Status 1 where the model has none of that name. */
export async function explain(words: readonly string[], options: Options, io: InputOutput): Promise<number> {
  const [file = "-", name = ""] = words;
  const model = await open(file);
  const explanation = model.explain(name);
  if (explanation === null) {
    const pen = penOn(io, io.stderr);
    // A fault may be why there is no such name.
    writeFaults(model, io);
    if (model.model === null) return 1;
    const isBroken = model.model.broken.some((each) => each.name === name);
    const names = model.names();
    const instances = names.filter((each) => each.startsWith(`${name}(`));
    const near = isBroken ? [] : instances.length > 0 ? instances : suggest(name, names);
    const said = isBroken
      ? `What ${JSON.stringify(name)} means could not be understood; casus check ${file} says why.`
      : `The model has nothing called ${JSON.stringify(name)}.`;
    const hint = `${instances.length > 0 ? "There is" : "Did you mean"} ${near.join(instances.length > 0 ? ", " : " or ")}${instances.length > 0 ? "." : "?"}`;
    if (options.has("json")) writeJson(io.stdout, { casus: version, explanation: null, near });
    writeLines(io.stderr, [pen.text(said), ...(near.length === 0 ? [] : [`  ${pen.text(hint)}`])]);
    return 1;
  }
  const measured = await model.measure(name);
  const asOf = isoOf(model.model?.asOf ?? null);
  if (options.has("json")) {
    writeJson(io.stdout, {
      casus: version,
      explanation: plain(explanation, model.sources),
      measured: summary(measured),
    });
    return 0;
  }
  const { span } = explanation;
  const source = span === null ? undefined : model.sources.get(span.file);
  const place =
    span === null || source === undefined ? null : `${span.file}:${positionAt(source, span.start).line}`;
  writeLines(io.stdout, explanationLines(explanation, { place, asOf, measured }, penOn(io, io.stdout)));
  return 0;
}

/** With its place in lines and columns; null for what stands nowhere, as a unit of time. */
function plain({ span, ...rest }: Explanation, sources: Sources): object {
  const source = span === null ? undefined : sources.get(span.file);
  const place =
    span === null || source === undefined
      ? null
      : { file: span.file, from: positionAt(source, span.start), to: positionAt(source, span.end) };
  return { ...rest, place };
}

/** The answers without what only a question rests on. */
function summary(measured: Measured | null): object | null {
  if (measured === null || measured.runs === 0) return null;
  const short = (answer: Measured["now"]): object | null => {
    if (answer === null) return null;
    const { kind, value, categories, standardError, quantiles, series, unit } = answer;
    return { kind, unit, value, categories, standardError, quantiles, series };
  };
  const { runs, before, now, claim } = measured;
  return { runs, before: short(before), now: short(now), claim };
}
