import { replaceFix } from "../../diagnostics/diagnostic.js";
import type { Claim, Corroboration } from "../../model/model.js";
import type { Clause, Declaration, WordSyntax } from "../../syntax/tree.js";
import { nearest } from "../../text/nearest.js";
import { stepOf } from "../../time/timeline.js";
import { actorOf, namesMentioned, symbolOf } from "../api.js";
import { type Context, clausesOf } from "../context.js";
import { only, repeated } from "../world/once.js";
import { gradeOf, shareOf } from "./grades.js";
import { checkProposition } from "./propositions.js";
import { checkQuote } from "./quotes.js";
import type { CheckedSource } from "./sources.js";

/** A claim as far as it was understood. */
export interface CheckedClaim {
  readonly claim: Claim;
  readonly declaration: Declaration;
  /** Something in it is at fault or depends on something that is. */
  readonly faulty: boolean;
  /** It says something that would weigh the runs. */
  readonly weighs: boolean;
  /** What it would weigh; `null` where that is not known. */
  readonly reads: readonly string[] | null;
}

const hedges = ["reported", "speculative", "conditional", "prediction", "question", "analysis"] as const;

/** Checks one claim; its origin is settled afterwards, between all of them. `unchecked` collects sources whose quotes nobody can check. */
export function checkClaim(
  context: Context,
  declaration: Declaration,
  name: string,
  sources: ReadonlyMap<string, CheckedSource>,
  unchecked: Set<CheckedSource>,
): CheckedClaim {
  let faulty =
    declaration.broken || repeated(declaration.clauses, "quote", "in source", "speaker", "origin", "asserts");
  /** Passes a part on and remembers that it is missing though it was written. */
  const part = <T>(written: boolean, value: T | null): T | null => {
    if (written && value === null) faulty = true;
    return value;
  };

  const hedgeClause = only(context, declaration.clauses, "hedged");
  const hedge = hedgeClause === null ? null : part(true, hedgeOf(context, hedgeClause.hedge));

  const quoteClause = only(context, declaration.clauses, "quote");
  const inClause = only(context, declaration.clauses, "in source", "in");
  const sourceWord = quoteClause?.source ?? inClause?.source ?? null;
  if (quoteClause !== null && inClause !== null && quoteClause.source.text !== inClause.source.text) {
    context.report("E0724", inClause.span, "The quote names its source already, and it is another one.", {
      labels: [{ span: quoteClause.source.span, message: "the source of the quote, which is read" }],
    });
    faulty = true;
  }
  const sourceSymbol =
    sourceWord === null ? null : part(true, symbolOf(context, sourceWord, [], ["source"], "source"));
  const source = sourceSymbol === null ? null : (sources.get(sourceSymbol.name) ?? null);
  if (sourceWord === null && declaration.name !== null && !declaration.broken) {
    context.report("W0708", declaration.name.span, `The claim \`${name}\` does not say where it was said.`);
  }
  if (source?.faulty) faulty = true;
  let quote: Claim["quote"] = null;
  if (quoteClause !== null) {
    const found = checkQuote(context, quoteClause, source?.text ?? null, hedge !== null);
    quote = found.quote;
    if (found.faulty) faulty = true;
    if (source !== null && source.source.file === null) unchecked.add(source);
  }

  const speakerClause = only(context, declaration.clauses, "speaker");
  let speaker: Claim["speaker"] = null;
  if (speakerClause !== null) {
    const actor = part(true, actorOf(context, speakerClause.actor));
    const grade = speakerClause.grade === null ? null : part(true, gradeOf(context, speakerClause.grade));
    if (actor !== null) {
      speaker = {
        actor,
        text: speakerClause.text?.text ?? null,
        grade,
        interested: speakerClause.interested,
      };
    }
  }

  const { corroboration, complete } = corroborationOf(context, declaration);
  if (!complete) faulty = true;
  const origin = originOf(context, declaration);
  if (origin === "faulty") faulty = true;

  const assertsClause = only(context, declaration.clauses, "asserts");
  const proposition = assertsClause === null ? null : part(true, checkProposition(context, assertsClause));
  const date = only(context, declaration.clauses, "on")?.first.first ?? source?.source.published ?? null;
  const unreviewedClause = clausesOf(declaration.clauses, "unreviewed")[0];
  if (unreviewedClause !== undefined) {
    context.report(
      "W0707",
      unreviewedClause.span,
      `\`${name}\` is a draft and weighs nothing until somebody has reviewed it.`,
      {
        fixes: [replaceFix("It has been reviewed", unreviewedClause.span, "")],
      },
    );
  }
  if (proposition !== null && assertsClause !== null && date !== null) {
    warnOfForecast(context, assertsClause, date, proposition.step);
  }
  return {
    claim: {
      name,
      label: declaration.label?.text ?? name,
      span: declaration.span,
      quote,
      source: sourceSymbol?.name ?? null,
      speaker,
      date,
      corroboration,
      origin: origin === "faulty" ? undefined : origin,
      hedge,
      proposition,
      unreviewed: unreviewedClause !== undefined,
    },
    declaration,
    faulty,
    weighs: (assertsClause !== null || declaration.broken) && unreviewedClause === undefined,
    reads: assertsClause === null ? null : [...namesMentioned(context, assertsClause.condition)],
  };
}

function hedgeOf(context: Context, word: WordSyntax): Claim["hedge"] {
  const hedge = hedges.find((known) => known === word.text);
  if (hedge !== undefined) return hedge;
  context.report(
    "E0711",
    word.span,
    `\`${word.text}\` is no hedge. There are ${hedges.slice(0, -1).join(", ")} and ${hedges[hedges.length - 1]}.`,
    {
      fixes: nearest(word.text, hedges).map((near) => replaceFix(`Write \`${near}\``, word.span, near)),
    },
  );
  return null;
}

function corroborationOf(
  context: Context,
  declaration: Declaration,
): { readonly corroboration: readonly Corroboration[]; readonly complete: boolean } {
  const corroboration: Corroboration[] = [];
  let complete = true;
  const reports = clausesOf(declaration.clauses, "corroborated").flatMap((clause) => clause.reports);
  for (const [n, report] of reports.entries()) {
    const actor = actorOf(context, report.actor);
    const grade = report.grade === null ? null : gradeOf(context, report.grade);
    const sharing = report.sharing === null ? 0 : shareOf(context, report.sharing, "What they share");
    if (actor === null || sharing === null || (report.grade !== null && grade === null)) {
      complete = false;
      continue;
    }
    if (n === 0 && report.sharing !== null) {
      context.report(
        "W0709",
        report.sharing.span,
        "The first corroborator is the origin of the group; what it shares is said of those behind it.",
      );
    }
    corroboration.push({ actor, grade, sharing: n === 0 ? 0 : sharing, date: report.on?.first ?? null });
  }
  return { corroboration, complete };
}

function originOf(context: Context, declaration: Declaration): Claim["origin"] | "faulty" {
  const clause: (Clause & { readonly kind: "origin" }) | null = only(context, declaration.clauses, "origin");
  if (clause === null) return undefined;
  const sharing =
    clause.sharing === null ? null : shareOf(context, clause.sharing, "What it shares with its origin");
  if (clause.claim === null) return null;
  const symbol = symbolOf(context, clause.claim, [], ["claim"], "claim");
  if (symbol === null || (clause.sharing !== null && sharing === null)) return "faulty";
  return { claim: symbol.name, sharing };
}

function warnOfForecast(
  context: Context,
  clause: Clause & { readonly kind: "asserts" },
  date: number,
  step: number,
): void {
  const { timeline } = context;
  if (timeline.steps === 0 || step <= stepOf(timeline, date)) return;
  context.report(
    "W0705",
    clause.span,
    "This speaks of a time after the step in which it was said: a forecast, which counts half.",
  );
}
