import type { DiagnosticExtra, Fix, Label } from "../../diagnostics/diagnostic.js";
import type { Claim } from "../../model/model.js";
import { cutOffs, distinguish, findQuote, type QuoteResult } from "../../quotes/index.js";
import type { Clause } from "../../syntax/tree.js";
import type { Span } from "../../text/source-text.js";
import type { Context } from "../context.js";
import type { SourceFile } from "./sources.js";

type QuoteClause = Clause & { readonly kind: "quote" };

/** Offers of places to choose from stay few. */
const mostFixes = 5;

/** A string literal of the language for a passage: on one line, its quotation marks escaped. */
export function stringLiteral(text: string): string {
  return `"${text.replace(/\s+/g, " ").trim().replace(/[\\"]/g, "\\$&")}"`;
}

/** Looks a claim's quote up in its source's text. What is wrong has been reported; `faulty` then. */
export function checkQuote(
  context: Context,
  clause: QuoteClause,
  file: SourceFile | null,
  hedged: boolean,
): { readonly quote: Claim["quote"]; readonly faulty: boolean } {
  const text = clause.quote.text;
  const unplaced = { text, start: null, end: null };
  if (text.trim() === "") {
    context.report("E0708", clause.quote.span, "The quote has no words in it.");
    return { quote: unplaced, faulty: true };
  }
  if (file === null) return { quote: unplaced, faulty: false };
  const result = findQuote(file.index, {
    exact: text,
    after: clause.after?.text ?? null,
    before: clause.before?.text ?? null,
  });
  if (result.kind === "found") {
    const { start, end } = result;
    warnOfCuts(context, clause, file, start, end, hedged);
    return { quote: { text, start, end }, faulty: false };
  }
  if (result.kind === "missing") reportMissing(context, clause, file, result);
  else reportAmbiguous(context, clause, file, result);
  return { quote: unplaced, faulty: true };
}

function reportMissing(
  context: Context,
  clause: QuoteClause,
  file: SourceFile,
  result: QuoteResult & { readonly kind: "missing" },
): void {
  const { near } = result;
  const at = (message: string): readonly Label[] =>
    near === null ? [] : [{ span: { file: file.path, start: near.start, end: near.end }, message }];
  if (result.part === "order") {
    const which =
      clause.after !== null && clause.before !== null
        ? "between the words of `after` and `before`"
        : clause.after !== null
          ? "behind the words of `after`"
          : "in front of the words of `before`";
    context.report("E0707", clause.quote.span, `The quote does not stand ${which}.`, {
      labels: at("the quote stands here"),
    });
    return;
  }
  const string = result.part === "quote" ? clause.quote : clause[result.part];
  if (string === null) return;
  const extra: DiagnosticExtra = {
    labels: at("a similar passage"),
    notes: near === null ? [] : [`A similar passage reads: ${stringLiteral(near.text)}.`],
    fixes:
      near === null
        ? []
        : [
            {
              title: "Put the passage of the source in its place, once you have compared what it says",
              edits: [{ span: string.span, text: stringLiteral(near.text) }],
              safe: false,
            },
          ],
  };
  if (result.part === "quote") {
    context.report("E0705", string.span, `These words do not occur in "${file.path}".`, extra);
  } else {
    context.report(
      "E0707",
      string.span,
      `The words of \`${result.part}\` do not occur in "${file.path}".`,
      extra,
    );
  }
}

function reportAmbiguous(
  context: Context,
  clause: QuoteClause,
  file: SourceFile,
  result: QuoteResult & { readonly kind: "ambiguous" },
): void {
  const located = clause.after !== null || clause.before !== null;
  const fixes: Fix[] = [];
  const behind: Span = { ...clause.quote.span, start: clause.quote.span.end };
  for (const place of located ? [] : result.places.slice(0, mostFixes)) {
    const distinction = distinguish(file.index, clause.quote.text, place);
    if (distinction === null) continue;
    const text = ` ${distinction.how} ${stringLiteral(distinction.words)}`;
    fixes.push({ title: `Take the place${text}`, edits: [{ span: behind, text }], safe: false });
  }
  context.report(
    "E0706",
    clause.quote.span,
    `These words occur ${result.count} times in "${file.path}"${located ? " where `after` and `before` allow" : ""}. Say which place is meant.`,
    {
      labels: result.places.map((place, i) => ({
        span: { file: file.path, start: place.start, end: place.end },
        message: `place ${i + 1}`,
      })),
      fixes,
    },
  );
}

/** One warning a quote, of the gravest cut. A claim that says how it is hedged needs none about hedges and conditions. */
function warnOfCuts(
  context: Context,
  clause: QuoteClause,
  file: SourceFile,
  start: number,
  end: number,
  hedged: boolean,
): void {
  const cut = cutOffs(file.index.text, start, end).find(
    ({ kind }) => !hedged || kind === "negation" || kind === "word",
  );
  if (cut === undefined) return;
  const side = cut.start < start ? "in front of" : "behind";
  const labels = [
    { span: { file: file.path, start: cut.start, end: cut.end }, message: "left out of the quote" },
  ];
  const { span } = clause.quote;
  if (cut.kind === "word") {
    context.report(
      "W0704",
      span,
      `The quote cuts a word or number in two: \`${cut.text}\` stands directly ${side} it.`,
      { labels },
    );
  } else if (cut.kind === "negation") {
    context.report("W0702", span, `\`${cut.text}\` stands ${side} the quote and may deny what it says.`, {
      labels,
    });
  } else {
    const what = cut.kind === "condition" ? "a condition" : "a hedge";
    context.report(
      "W0703",
      span,
      `\`${cut.text}\` stands ${side} the quote: ${what} that the quote leaves out.`,
      { labels },
    );
  }
}
