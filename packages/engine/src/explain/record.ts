/** Sources, claims and other evidence in words. */
import { type Claim, closeDate, type EvidenceItem, isoDate, type Source } from "@casus/language";
import { claimDecibans, evidenceGroups } from "../evidence/index.js";
import type { ExplanationRow } from "./explanation.js";
import { numberText } from "./numbers.js";
import { type Subject, textOf } from "./subject.js";

/** Characters of the source that are shown on either side of a quote. */
const around = 60;

export function claimRows(subject: Subject, claim: Claim): ExplanationRow[] {
  const { model } = subject;
  const rows: ExplanationRow[] = [];
  const add = (topic: string, text: string | null): void => {
    if (text !== null) rows.push({ topic, text });
  };
  add("quote", quoteText(subject, claim));
  const source = model.sources.find(({ name }) => name === claim.source);
  if (source !== undefined) {
    const reliability = source.reliability === null ? "" : `, reliability ${source.reliability}`;
    add("source", `${source.title} (${source.name}${reliability})`);
  }
  if (claim.speaker !== null) {
    const { actor, text, grade, interested } = claim.speaker;
    const label = model.actors.find(({ name }) => name === actor)?.label ?? actor;
    const who = text === null ? label : `${text} (${label})`;
    add(
      "speaker",
      `${who}${grade === null ? "" : `, grade ${grade}`}${interested ? ", in its own interest" : ""}`,
    );
  }
  add("said on", claim.date === null ? null : isoDate(claim.date));
  for (const { actor, grade, sharing } of claim.corroboration) {
    const shared = sharing > 0 ? `, sharing ${numberText(100 * sharing)}%` : "";
    const label = model.actors.find(({ name }) => name === actor)?.label ?? actor;
    add("with", `${label} (${actor})${grade === null ? "" : `, grade ${grade}`}${shared}`);
  }
  if (claim.origin !== undefined) {
    const { origin } = claim;
    const shared = origin?.sharing == null ? "" : `, sharing ${numberText(100 * origin.sharing)}%`;
    add("origin", origin === null ? "nobody else's words" : `passes on ${origin.claim}${shared}`);
  }
  add("hedged", claim.hedge);
  add("says", propositionText(subject, claim));
  if (claim.unreviewed) add("draft", "not reviewed: it weighs nothing");
  if (claim.proposition === null) return rows;
  const evidence = evidenceGroups(model, { asOf: model.asOf, without: new Set() });
  const groups = evidence.groups.filter(({ claims }) => claims.includes(claim.name));
  for (const group of groups) {
    const others = group.claims.filter((name) => name !== claim.name);
    const with_ = others.length === 0 ? "alone" : `with ${others.join(", ")}`;
    const power = group.lambda < 1 ? `, to the power ${numberText(group.lambda)}` : "";
    const kind = group.kind === "corroborators" ? "its corroborators" : "one origin";
    add("group", `${kind}, ${with_}${power}`);
  }
  const decibans = claimDecibans(claim, evidence);
  if (decibans !== null && groups.length > 0) add("weight", decibansText(decibans));
  else if (claim.proposition.kind === "number") add("weight", "by how well a run's number fits the range");
  else if (!claim.unreviewed) add("weight", "none: it does not stand at the day of knowledge");
  return rows;
}

/** `+7.4 dB: multiplies the odds by 5.5`. */
function decibansText(decibans: number): string {
  if (Math.abs(decibans) < 0.05) return "0 dB: it moves nothing";
  const factor = 10 ** (Math.abs(decibans) / 10);
  const odds = `${decibans < 0 ? "divides" : "multiplies"} the odds by ${numberText(Number(factor.toPrecision(2)))}`;
  return `${decibans > 0 ? "+" : "-"}${Math.abs(decibans).toFixed(1)} dB: ${odds}`;
}

/** The quote inside its sentence, as far as the source is at hand. */
function quoteText({ model, texts }: Subject, claim: Claim): string | null {
  const { quote } = claim;
  if (quote === null) return null;
  const file = model.sources.find(({ name }) => name === claim.source)?.file;
  const text = file == null ? undefined : texts.get(file)?.text;
  if (text === undefined || quote.start === null || quote.end === null) return `“${quote.text}”`;
  const before = text.slice(Math.max(0, quote.start - around), quote.start);
  const after = text.slice(quote.end, quote.end + around);
  const line = (part: string): string => part.replace(/\s+/g, " ");
  const lead = quote.start > around ? line(before).replace(/^\S*\s/, "… ") : line(before);
  const tail = quote.end + around < text.length ? line(after).replace(/\s\S*$/, " …") : line(after);
  return `${lead}“${line(text.slice(quote.start, quote.end))}”${tail}`.trim();
}

function propositionText(subject: Subject, { proposition }: Claim): string | null {
  if (proposition === null) return "nothing that weighs: it backs what names it";
  if (proposition.kind === "number") {
    const { low, high, value } = proposition;
    const range = low === high ? numberText(low) : `${numberText(low)} to ${numberText(high)}`;
    return `${textOf(subject, value.span)} is ${range}, with nine chances in ten`;
  }
  const { condition, denies } = proposition;
  const date =
    condition.kind === "by" || condition.kind === "at"
      ? closeDate(subject.model.timeline, condition.step)
      : null;
  const dated =
    date === null || condition.kind !== "by" ? (date === null ? "" : ` at ${date}`) : ` by ${date}`;
  return `${denies ? "it is not so that " : ""}${textOf(subject, condition.span)}${dated}`;
}

export function sourceRows({ model, texts }: Subject, source: Source): ExplanationRow[] {
  const rows: ExplanationRow[] = [];
  const add = (topic: string, text: string | null): void => {
    if (text !== null) rows.push({ topic, text });
  };
  const length = source.file === null ? undefined : texts.get(source.file)?.text.length;
  add("file", source.file === null ? "none: its quotes stand unchecked" : source.file);
  if (length !== undefined) add("length", `${numberText(length)} characters`);
  add("url", source.url);
  const author = source.author?.text ?? source.author?.actor ?? null;
  add("by", author);
  add("published", source.published === null ? null : isoDate(source.published));
  add("reliability", source.reliability);
  if (source.confidential) add("kept", "confidential");
  add("sha256", source.sha256);
  for (const claim of model.claims.filter((each) => each.source === source.name)) {
    const words = claim.quote === null ? claim.label : `“${claim.quote.text}”`;
    const weighs = claim.proposition === null ? "" : claim.unreviewed ? " (draft)" : " (weighs)";
    add("claim", `${claim.name}${weighs}: ${words}`);
  }
  return rows;
}

export function evidenceRows(subject: Subject, item: EvidenceItem): ExplanationRow[] {
  const [pro, contra] = item.odds;
  const rows = [
    { topic: "favours", text: textOf(subject, item.condition.span) },
    {
      topic: "odds",
      text: `${numberText(pro)}:${numberText(contra)}, which multiplies its odds by ${numberText(pro / contra)}`,
    },
  ];
  return item.date === null ? rows : [...rows, { topic: "on", text: isoDate(item.date) }];
}
