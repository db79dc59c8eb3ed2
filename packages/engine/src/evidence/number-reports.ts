/** From claims about a number to the reports that weigh it. */
import type { Model } from "@casus/language";
import { type Family, nameOf, originOf, originVoice } from "./families.js";
import { type NumberReport, rangeOf } from "./numbers.js";
import { lambdaOf } from "./reports.js";
import { type Statement, sharingOf } from "./statements.js";

/** The first standing statement of the speaker's number, as itself or as passed on; and of those who share, each its own. */
export function numberReports(model: Model, family: Family): NumberReport[] {
  const origin = originOf(family);
  const name = nameOf(family);
  if (origin === undefined || name === undefined) return [];
  const said = family.said.filter(({ stands }) => stands);
  const [first] = [...said, ...family.relayed.filter(({ stands }) => stands)];
  const held = said.some((statement) => statement.held);
  const report = (
    statement: Statement,
    as: Pick<NumberReport, "name" | "voice" | "factor" | "originKey">,
    from: Statement,
  ) => {
    const { proposition } = statement.claim;
    if (proposition?.kind !== "number") return [];
    const { key, value, low, high, step } = proposition;
    const lambda = lambdaOf(model, from.claim, from.claim.date, step, true);
    return [{ ...rangeOf(low, high), ...as, claim: statement.claim.name, key, value, lambda }];
  };
  const reports: NumberReport[] = [];
  if (first !== undefined) {
    const factor = held ? 1 : first.passedOn.channel[0];
    const voice = originVoice(origin, family);
    reports.push(...report(first, { name, voice, factor, originKey: family.originKey }, origin));
  }
  for (const statement of family.shared.filter(({ stands }) => stands)) {
    const own = 1 - (sharingOf(statement.claim) ?? 1);
    const factor = own * (statement.held ? 1 : statement.passedOn.channel[0]);
    const { voice } = statement;
    reports.push(
      ...report(
        statement,
        { name: statement.claim.name, voice, factor, originKey: voice.speaker },
        statement,
      ),
    );
  }
  return reports;
}
