import type { Report } from "../../diagnostics/diagnostic.js";
import type { Expression } from "../../syntax/tree.js";
import type { Span } from "../../text/source-text.js";

/** A share as percent, for messages. */
export function percent(share: number): string {
  return `${Number((share * 100).toPrecision(6))}%`;
}

/** Warns of shares that add up to something other than 1. `what`: "weights", "probabilities". */
export function warnOfShares(
  report: Report,
  code: "W0527" | "W0614",
  span: Span,
  what: string,
  total: number,
  shares: readonly Expression[],
): void {
  const inPercent = shares.some((share) => share.kind === "number" && share.number.percent);
  if (inPercent || total <= 2) {
    report(code, span, `The ${what} add up to ${percent(total)}, not 100%; they count in proportion.`);
    return;
  }
  // Plain numbers that make 100 together are percent without its sign; in proportion they are the same with it.
  const ends = shares.flatMap((share) => (share.kind === "number" ? [share.number.span] : []));
  const forgotten = Math.abs(total - 100) < 1e-9 && ends.length === shares.length;
  report(
    code,
    span,
    `The ${what} add up to ${Number(total.toPrecision(6))}, not 1; they count in proportion.${forgotten ? " The percent signs seem to be missing." : ""}`,
    {
      fixes: forgotten
        ? [
            {
              title: "Write percent signs",
              edits: ends.map((end) => ({ span: { ...end, start: end.end }, text: "%" })),
              safe: true,
            },
          ]
        : [],
    },
  );
}
