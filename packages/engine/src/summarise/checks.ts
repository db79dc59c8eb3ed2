import { closeDate } from "@casus/language";
import type { CheckResult } from "../answers.js";
import type { Finished } from "./context.js";

/** Whether each check held in every run of weight above 0, at every time point. */
export function summariseChecks({ model, gathering }: Finished): CheckResult[] {
  return model.checks.map((check) => {
    const tally = gathering.worlds[0]?.probes.find(
      (probe) => probe.watched.kind === "check fails" && probe.watched.span === check.span,
    );
    const first = tally?.first ?? null;
    return {
      check: check.text,
      holds: first === null,
      failedRuns: tally?.runs ?? 0,
      firstFailure:
        first === null ? null : { run: first.run + 1, date: closeDate(model.timeline, first.step) },
    };
  });
}
