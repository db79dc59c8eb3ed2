import type { Fix, Report } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/wording.js";
import type { DateSyntax, Declaration } from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import type { Span } from "../../text/source-text.js";
import { isoDate } from "../../time/calendar.js";
import { convertTime, layTimeline, noTimeline, type StepUnit, type Timeline } from "../../time/timeline.js";
import { timeUnit } from "../../units/table.js";
import { clausesOf, type Period, type Scale } from "../context.js";

export interface Setting {
  readonly title: string | null;
  readonly timeline: Timeline;
  readonly period: Period | null;
  readonly periodBroken: boolean;
  readonly asOf: number | null;
  readonly scale: Scale;
}

const stepLimit = 100_000;
const scaleNames: readonly Scale[] = ["icd203", "phia", "kent"];

/** `situation`, which stands once in all files together. */
export function checkSetting(declarations: readonly Declaration[], report: Report): Setting {
  const situations = declarations.filter((declaration) => declaration.kind === "situation");
  const [first, ...others] = situations;
  for (const other of others) {
    report("E0214", other.keyword, "A model has one `situation`, and this is the second.", {
      labels: first === undefined ? [] : [{ span: first.keyword, message: "the first one, which counts" }],
      notes: ["A file that others use leaves its `situation` to them."],
    });
  }
  const clauses = first?.clauses ?? [];
  const [periodClause, ...periods] = clausesOf(clauses, "period");
  const [asOf, ...asOfs] = clausesOf(clauses, "as of");
  const [words, ...scales] = clausesOf(clauses, "words");
  for (const clause of [...periods, ...asOfs, ...scales]) {
    report("E0519", clause.span, `\`${clause.kind}\` stands here a second time.`, {
      fixes: [{ title: "Leave it out", edits: [{ span: clause.span, text: "" }], safe: false }],
    });
  }
  const laid = periodClause === undefined ? null : layPeriod(periodClause, report);
  // A period that could not be read at all shows only in that its declaration is broken.
  const lost = (first?.broken ?? false) && periodClause === undefined;
  return {
    title: first?.label?.text ?? null,
    timeline: laid?.timeline ?? noTimeline,
    period: laid?.period ?? null,
    periodBroken: lost || (periodClause !== undefined && laid === null),
    asOf: asOf?.date.last ?? null,
    scale: words === undefined ? "icd203" : scaleOf(words.scale, report),
  };
}

/** How steps are called elsewhere. */
const everyday: Readonly<Record<string, readonly string[]>> = {
  daily: ["day"],
  weekly: ["week"],
  monthly: ["month"],
  quarterly: ["quarter"],
  yearly: ["year"],
  annually: ["year"],
  annual: ["year"],
};

function scaleOf(word: { readonly text: string; readonly span: Span }, report: Report): Scale {
  const scale = scaleNames.find((name) => name === word.text);
  if (scale !== undefined) return scale;
  const near = nearest(word.text, scaleNames);
  report(
    "E0212",
    word.span,
    `There is no scale of words \`${word.text}\`; there are icd203, phia and kent.${didYouMean(near)}`,
    {
      fixes: near.map((name) => ({
        title: `Write \`${name}\``,
        edits: [{ span: word.span, text: name }],
        safe: false,
      })),
    },
  );
  return "icd203";
}

/** The two dates in each other's place, each written as precisely as it was; quarters are left to the writer. */
function swapDates(from: DateSyntax, to: DateSyntax): Fix[] {
  const written = (date: DateSyntax): string | null => {
    const iso = isoDate(date.first);
    const lengths = { year: 4, month: 7, day: 10, quarter: 0 } as const;
    return date.precision === "quarter" ? null : iso.slice(0, lengths[date.precision]);
  };
  const [a, b] = [written(from), written(to)];
  if (a === null || b === null) return [];
  const edits = [
    { span: from.span, text: b },
    { span: to.span, text: a },
  ];
  return [{ title: "Swap the dates", edits, safe: false }];
}

function layPeriod(
  clause: ReturnType<typeof clausesOf<"period">>[number],
  report: Report,
): { timeline: Timeline; period: Period } | null {
  const { from, to, by, span } = clause;
  const unit: StepUnit | null = timeUnit(by.text);
  if (unit === null) {
    const near =
      everyday[by.text.toLowerCase()] ?? nearest(by.text, ["day", "week", "month", "quarter", "year"]);
    report("E0413", by.span, `A period goes by day, week, month, quarter or year, not by \`${by.text}\`.`, {
      fixes: near.map((name) => ({
        title: `Write \`${name}\``,
        edits: [{ span: by.span, text: name }],
        safe: false,
      })),
    });
    return null;
  }
  const first = from.first;
  const last = to.last;
  if (last < first) {
    report("E0403", span, "The period ends before it begins.", {
      labels: [
        { span: from.span, message: "its beginning" },
        { span: to.span, message: "its end" },
      ],
      fixes: swapDates(from, to),
    });
    return null;
  }
  const about = convertTime(last - first + 1, "day", unit);
  if (about > stepLimit * 1.01) {
    report(
      "E0404",
      span,
      `The period has about ${Math.round(about).toLocaleString("en")} steps; at most 100,000 can be computed.`,
      {
        notes: ["Take longer steps or a shorter period."],
      },
    );
    return null;
  }
  const timeline = layTimeline(first, last, unit, stepLimit);
  return { timeline, period: { first, last, span } };
}
