import type { Diagnostic, DiagnosticCode, DiagnosticExtra, Span } from "@casus/language";
import { closeDate, severityOf } from "@casus/language";
import { countedTwice } from "../evidence/index.js";
import type { LossSite } from "../lower/partial.js";
import { unreachable } from "../weigh/weigher.js";
import type { Answered } from "./answers.js";
import type { Finished } from "./context.js";
import type { ProbeTally } from "./tallies.js";

/** Fewer effective runs than this, and an answer says so. */
const FEW = 400;

/** What the run has found out and the user should hear of, errors first. */
export function runDiagnostics(finished: Finished, answers: readonly Answered[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const say = (code: DiagnosticCode, span: Span, message: string, extra: DiagnosticExtra = {}) =>
    found.push({
      code,
      severity: severityOf(code),
      span,
      message,
      labels: extra.labels ?? [],
      notes: extra.notes ?? [],
      fixes: extra.fixes ?? [],
    });
  const said = new Set<Span>();
  for (const { world: lowered, probes } of finished.gathering.worlds) {
    for (const probe of probes) {
      // What the base says already goes for the scenarios too.
      if (probe.first === null || said.has(probe.watched.span)) continue;
      said.add(probe.watched.span);
      sayProbe(finished, probe, lowered.scenario, say);
    }
  }
  sayRecord(finished, say);
  const few: Answered[] = [];
  for (const answered of answers) {
    if (answered.missing === "no value") sayLost(finished, answered, say);
    else if (answered.missing === "broken evidence") {
      const { question } = answered.collector.lowered;
      if (answered.answer.scenario !== null) continue;
      const culprit = finished.model.broken.find((item) => item.reads === null || item.reads.length > 0);
      const labels = culprit === undefined ? [] : [{ span: culprit.span, message: "at fault" }];
      say(
        "W0938",
        answered.collector.lowered.ask.span,
        `No answer to \`${question.name}\`: something that would weigh it is at fault.`,
        { labels },
      );
    } else if (
      answered.missing === null &&
      answered.answer.effectiveRuns < FEW &&
      answered.answer.scenario === null
    )
      few.push(answered);
    else if (
      answered.missing === "no run agrees" &&
      answered.answer.given !== null &&
      finished.gathering.totalWeight() > 0
    ) {
      const ask = answered.collector.lowered.ask;
      say(
        "W0934",
        ask.span,
        `In none of ${count(finished.runs)} runs does \`${answered.answer.given}\` hold${world(answered)}, so what follows from it cannot be said.`,
      );
    }
  }
  if (few.length > 0) sayFew(finished, few, say);
  return found.sort((a, b) => Number(b.severity === "error") - Number(a.severity === "error"));
}

type Say = (code: DiagnosticCode, span: Span, message: string, extra?: DiagnosticExtra) => void;

const count = (n: number) => n.toLocaleString("en-US");
const share = (part: number, whole: number) => {
  const percent = (100 * part) / whole;
  return part === whole
    ? "every run"
    : percent < 0.1
      ? "fewer than 0.1% of the runs"
      : `${percent.toFixed(percent < 10 ? 1 : 0)}% of the runs`;
};
const world = (answered: Answered) =>
  answered.answer.scenario === null ? "" : ` in the scenario \`${answered.answer.scenario}\``;

function when(finished: Finished, run: number, step: number): string {
  const date = closeDate(finished.model.timeline, step);
  return `first in run ${count(run + 1)}${date === null ? "" : `, ${date}`}`;
}

function sayProbe(finished: Finished, probe: ProbeTally, scenario: string | null, say: Say): void {
  const { watched } = probe;
  const first = probe.first as NonNullable<ProbeTally["first"]>;
  const inside = scenario === null ? "" : ` of the scenario \`${scenario}\``;
  const where = `in ${share(probe.runs, probe.counted)}${inside}, ${when(finished, first.run, first.step)}`;
  switch (watched.kind) {
    case "chance outside":
      return say(
        "W0930",
        watched.span,
        `The chance \`${watched.name}\` leaves 0 to 1 ${where}; it counts as the nearer end there.`,
      );
    case "weight below zero":
      return say(
        "W0931",
        watched.span,
        `The weight \`${watched.name}\` falls below zero ${where}; it counts as 0 there.`,
      );
    case "stock below zero":
      return say("W0932", watched.span, `The stock \`${watched.name}\` falls below zero ${where}.`);
    case "rule without value":
      return say("W0933", watched.span, `\`${watched.name}\` has no value ${where}; it counts as 0 there.`, {
        labels: labels(watched.sites),
      });
    case "check fails":
      return say("E0931", watched.span, `The check "${watched.name}" fails ${where}.`);
  }
}

const labels = (sites: readonly LossSite[]) => sites.map(({ span, reason }) => ({ span, message: reason }));

function sayLost(finished: Finished, answered: Answered, say: Say): void {
  const { totals, collector } = answered;
  const { sites, ask, endStep } = collector.lowered;
  const [site] = sites;
  const where = `in ${share(totals.lost, totals.counted)}, ${when(finished, totals.firstLost as number, endStep)}`;
  const why = site === undefined ? "is too large to be computed" : site.reason;
  say(
    "W0934",
    site?.span ?? ask.span,
    `\`${ask.text}\` has no value${world(answered)}: this ${why} ${where}.`,
    {
      labels: [...labels(sites.slice(1)), { span: ask.span, message: "asked for here" }],
    },
  );
}

function sayRecord(finished: Finished, say: Say): void {
  const { model, record, prepared, gathering } = finished;
  const spanOfClaim = (name: string) => model.claims.find((claim) => claim.name === name)?.span as Span;
  for (const claim of unreachable(record, prepared)) {
    say(
      "W0936",
      spanOfClaim(claim),
      `What \`${claim}\` reports is next to impossible in this model, so it weighs nothing.`,
    );
  }
  record.beliefs.forEach((belief, index) => {
    if (prepared.fits[0]?.unmet.includes(index) !== true) return;
    const now = gathering.beliefShare(index);
    say(
      "W0937",
      belief.span,
      `No weighting of the runs gives \`${belief.name}\` ${percent(belief.probability)}; it stands at ${Number.isFinite(now) ? percent(now) : "no share at all"}.`,
    );
  });
  for (const { speaker, groups } of countedTwice(record.evidence.groups)) {
    const claims = groups.map((name) => name.replace(/\.corroborated$/, ""));
    say(
      "W0939",
      spanOfClaim(claims[0] as string),
      `${speaker.replace(/^actor /, "`").concat("`")} speaks in ${claims.map((c) => `\`${c}\``).join(" and ")} and counts as an origin in each.`,
    );
  }
  if (!(gathering.totalWeight() > 0)) {
    const worst = worstItem(finished);
    if (worst !== null) say("E0930", worst.span, `No run agrees with everything that is known.${worst.text}`);
  }
}

const percent = (p: number) => `${Number((100 * p).toFixed(1))}%`;

/** The item that alone leaves the smallest share of the runs. */
function worstItem(finished: Finished): { text: string; span: Span } | null {
  const { record, gathering, model } = finished;
  const items = record.base.map((index) => {
    const left = gathering.itemShare(index);
    return { item: record.items[index], left: Number.isFinite(left) ? left : 0 };
  });
  const [firstItem] = items;
  if (firstItem === undefined) return null;
  const worst = items.reduce((a, b) => (b.left < a.left ? b : a), firstItem);
  const name = worst.item?.name ?? "";
  const declared = [
    ...model.claims.map(({ name: n, span }) => ({ n, span })),
    ...model.evidence.map(({ name: n, span }) => ({ n, span })),
    ...model.observations.map(({ name: n, span }) => ({ n: `observed ${n}`, span })),
  ].find(({ n }) => n === name.replace(/\.corroborated$/, ""));
  return {
    text: ` \`${name}\` alone leaves ${worst.left === 0 ? "none" : `${percent(worst.left)} of them`}.`,
    span: declared?.span ?? (model.beliefs[0]?.span as Span),
  };
}

function sayFew(finished: Finished, few: readonly Answered[], say: Say): void {
  const least = few.reduce((a, b) => (b.answer.effectiveRuns < a.answer.effectiveRuns ? b : a));
  const { ask } = least.collector.lowered;
  const names = [...new Set(few.map(({ answer }) => `\`${answer.question}\``))].join(", ");
  const cause = worstItem(finished)?.text ?? "";
  const given = least.answer.given === null ? "" : ` given \`${least.answer.given}\``;
  say(
    "W0935",
    ask.span,
    `Only ${count(Math.round(least.answer.effectiveRuns))} effective runs of ${count(finished.runs)} are left for ${names}${given}; the error is large for that reason.${cause}`,
  );
}
