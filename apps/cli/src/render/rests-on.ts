import type { Answer, ClaimSummary, QuantityShare } from "casus";
import { unitOf } from "./answer.js";
import { bar } from "./bars.js";
import { joinItems } from "./items.js";
import type { Labels } from "./labels.js";
import type { Pen } from "./look.js";
import { amount, counted, halfWidth, points, roughPercent } from "./numbers.js";
import { padEnd, padStart, shorten, widthOf, wrap } from "./width.js";

/** How much of it is shown. */
export interface RestsOnOptions {
  readonly quantities: number;
  readonly claims: number;
}

/** Where chance has more of the variance than this, what is unknown has no visible part in it. */
const ALL_CHANCE = 0.985;

/** What an answer rests on: the quantities that explain most of it, each with its words or its assumption, and the claims that move it. */
export function restsOnLines(
  answer: Answer,
  claims: ReadonlyMap<string, ClaimSummary>,
  labels: Labels,
  options: RestsOnOptions,
  width: number,
  pen: Pen,
): string[] {
  const { quantities, claims: shifts, sourcedShare, origins, documents } = answer.restsOn;
  // Shares of next to nothing are not worth a bar.
  const isChance = answer.chance !== null && answer.chance > ALL_CHANCE;
  const shown = isChance ? [] : quantities.filter(({ share }) => share >= 0.01).slice(0, options.quantities);
  const moving = shifts
    .filter(({ shift }) => shift !== null && !isSmall(shift, answer))
    .sort((a, b) => Math.abs(b.shift ?? 0) - Math.abs(a.shift ?? 0))
    .slice(0, options.claims);
  const basis = [
    ...(sourcedShare === null || shown.length === 0
      ? []
      : [`${roughPercent(sourcedShare, pen.signs)} of it sourced`]),
    ...(documents > 0 || origins > 0
      ? [`${counted(origins, "independent origin")} in ${counted(documents, "document")}`]
      : []),
    ...(isChance && quantities.length > 0 ? ["nothing unknown moves it visibly"] : []),
    ...(moving.length === 0 && shifts.length > 0 ? ["no claim moves it visibly"] : []),
  ];
  const lines: string[] = [];
  if (shown.length > 0 || basis.length > 0) {
    const [first = "", ...more] = joinItems(basis, width - 10, pen);
    lines.push(
      `${pen.note("rests on")}  ${pen.dim(first)}`,
      ...more.map((line) => pen.dim(`          ${line}`)),
    );
  }
  if (shown.length > 0) {
    const nameWidth = Math.min(
      width >= 76 ? 26 : 18,
      Math.max(...shown.map(({ name }) => widthOf(pen.text(name)))),
    );
    const ranges = shown.map((quantity) => rangeOf(quantity, answer, pen));
    const rangeWidth = width >= 72 ? Math.max(...ranges.map(widthOf)) : 0;
    shown.forEach((quantity, index) => {
      const name = padEnd(shorten(pen.text(quantity.name), nameWidth, pen.signs.ellipsis), nameWidth);
      const share = padStart(roughPercent(quantity.share, pen.signs), 4);
      const range = rangeWidth > 0 ? `${padEnd(ranges[index] ?? "", rangeWidth)}  ` : "";
      const start = `  ${pen.name(name)} ${share} ${bar(quantity.share, 6, pen)}  ${range}`;
      lines.push(
        start +
          shorten(
            backing(quantity, claims, labels, pen),
            Math.max(10, width - widthOf(start)),
            pen.signs.ellipsis,
          ),
      );
    });
  }
  if (moving.length > 0) {
    const nameWidth = Math.min(
      width >= 76 ? 26 : 18,
      Math.max(...moving.map(({ name }) => widthOf(pen.text(name)))),
    );
    const sizes = moving.map(({ shift }) => shiftText(shift ?? 0, answer, pen));
    const sizeWidth = Math.max(...sizes.map(widthOf));
    lines.push(pen.note("moved by"));
    moving.forEach((claim, index) => {
      const name = padEnd(shorten(pen.text(claim.name), nameWidth, pen.signs.ellipsis), nameWidth);
      const start = `  ${pen.name(name)} ${pen.bold(padStart(sizes[index] ?? "", sizeWidth))}  `;
      const words = claimWords(claims.get(claim.name), labels, pen);
      lines.push(start + shorten(words, Math.max(10, width - widthOf(start)), pen.signs.ellipsis));
    });
  }
  if (answer.confidence !== null) {
    const why = answer.confidence.why.map((reason) => pen.text(reason)).join("; ");
    lines.push(
      ...wrap(`Confidence is ${pen.text(answer.confidence.level)}${why === "" ? "" : `: ${why}`}.`, width, 2),
    );
  }
  return lines;
}

/** Shifts that the printed digits would not show: under a twentieth of a point; for values, under a two-hundredth of the answer. */
function isSmall(shift: number, answer: Answer): boolean {
  return Math.abs(shift) < (answer.kind === "value" ? 0.005 * Math.abs(answer.value ?? 0) : 0.0005);
}

function shiftText(shift: number, answer: Answer, pen: Pen): string {
  if (answer.kind !== "value") return `${points(shift, pen.signs)} points`;
  // Claims are taken away from the same runs, so that a shift is better known than the answer itself.
  const error = (halfWidth(answer.standardError) ?? 0) / 5;
  const text = amount(Math.abs(shift), error > 0 ? error : null, pen.signs, 2) + unitOf(answer, pen);
  return (shift < 0 ? pen.signs.minus : "+") + text;
}

/** `6 → 44%`: the answer at the quantity's lowest and highest tenth. */
function rangeOf({ low, high }: QuantityShare, answer: Answer, pen: Pen): string {
  if (low === null || high === null) return "";
  if (answer.kind === "value") {
    const error = Math.abs(high - low) / 10;
    return `${amount(low, error, pen.signs, 2)} ${pen.signs.arrow} ${amount(high, error, pen.signs, 2)}`;
  }
  return `${roughPercent(low, pen.signs).replace("%", "")} ${pen.signs.arrow} ${roughPercent(high, pen.signs)}`;
}

/** A quantity's words from a source, or its assumption. */
function backing(
  quantity: QuantityShare,
  claims: ReadonlyMap<string, ClaimSummary>,
  labels: Labels,
  pen: Pen,
): string {
  const claim = quantity.from[0];
  // Words may support a number that is still an assumption.
  if (claim !== undefined && quantity.assumed === null) {
    const quote = claims.get(claim)?.quote;
    if (quote != null) return `${pen.text(claim)}: ${quoted(quote, pen)}`;
    return pen.text(claim);
  }
  if (quantity.assumed !== null) return `assumed: ${pen.text(quantity.assumed)}`;
  return `a number from nowhere: ${pen.text(labels.names.get(quantity.name) ?? quantity.name)}`;
}

/** Who said it, and the words: `Ukraine, military intelligence: “…”`. */
export function claimWords(claim: ClaimSummary | undefined, labels: Labels, pen: Pen): string {
  if (claim === undefined) return "";
  const actor = claim.actor === null ? null : (labels.actors.get(claim.actor) ?? claim.actor);
  const who = [actor, claim.speaker].filter((part) => part !== null).map((part) => pen.text(part));
  const quote =
    claim.quote === null ? pen.text(labels.claims.get(claim.name) ?? "") : quoted(claim.quote, pen);
  return who.length === 0 ? quote : `${who.join(", ")}: ${quote}`;
}

function quoted(text: string, pen: Pen): string {
  return pen.signs.openQuote + pen.text(text) + pen.signs.closeQuote;
}
