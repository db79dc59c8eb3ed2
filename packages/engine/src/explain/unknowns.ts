/** Quantities, facts and shocks. */
import { unitText } from "@casus/language";
import type { Core } from "./core.js";
import type { ExplainedDistribution, ExplanationRow } from "./explanation.js";
import { constantOf, percentText } from "./numbers.js";
import { distributionWords, spreadOf } from "./spread.js";
import { drawnSpread, type Subject, textOf } from "./subject.js";

export function unknownCore(subject: Subject, name: string): Core | null {
  const { model } = subject;
  const quantity = model.quantities.find((each) => each.name === name);
  if (quantity !== undefined) {
    const { definition, unit, label, backing, span, partOf } = quantity;
    const isDrawn = definition.kind === "distribution";
    const what = isDrawn
      ? "a number that nobody knows, drawn once in each run"
      : "a number worked out from others, once in each run";
    return {
      kind: partOf === null ? "quantity" : "number",
      summary: partOf === null ? what : `a number in the rule of ${partOf}: ${what}`,
      label,
      unit: unitText(unit),
      rows: [
        { topic: "written", text: quantity.text },
        ...(isDrawn ? [{ topic: "family", text: distributionWords(definition.distribution, unit) }] : []),
      ],
      distribution: isDrawn ? spreadOf(model, definition.distribution, unit) : null,
      backing,
      span,
    };
  }
  const fact = model.facts.find((each) => each.name === name);
  if (fact !== undefined) {
    const rows: ExplanationRow[] = [];
    let distribution: ExplainedDistribution | null = null;
    if (fact.draw.kind === "chance") {
      rows.push({ topic: "chance", text: textOf(subject, fact.draw.chance.span) });
      distribution = drawnSpread(subject, fact.draw.chance);
      if (distribution !== null)
        rows.push({ topic: "family", text: `${distribution.words} (of the chance)` });
    } else {
      const shares = fact.draw.values.map(({ share }) => constantOf(share));
      const sum = shares.reduce<number | null>((a, b) => (a === null || b === null ? null : a + b), 0);
      fact.draw.values.forEach((value, index) => {
        const share = shares[index] ?? null;
        const text =
          share === null || sum === null || sum <= 0
            ? textOf(subject, value.share.span)
            : percentText(share / sum);
        rows.push({ topic: "value", text: `${value.name}: ${text}` });
      });
    }
    const summary =
      fact.draw.kind === "chance"
        ? "true or false, drawn once in each run"
        : "one of several values, drawn once in each run";
    return {
      kind: "fact",
      summary,
      label: fact.label,
      rows,
      distribution,
      backing: fact.backing,
      span: fact.span,
    };
  }
  const shock = model.shocks.find((each) => each.name === name);
  if (shock !== undefined) {
    const rows = [{ topic: "family", text: distributionWords(shock.distribution, shock.unit) }];
    if (shock.scale !== 1)
      rows.push({
        topic: "per step",
        text: `its mean counts ${shock.scale} times, its spread ${Math.sqrt(shock.scale).toPrecision(3)} times`,
      });
    return {
      kind: "shock",
      summary: "a number drawn afresh in every step",
      unit: unitText(shock.unit),
      rows,
      distribution: spreadOf(model, shock.distribution, shock.unit),
      backing: shock.backing,
      span: shock.span,
    };
  }
  return null;
}
