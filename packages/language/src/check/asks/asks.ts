/** The asks: scenarios, questions and checks. */
import type { Check, Question, Scenario } from "../../model/model.js";
import type { Declaration } from "../../syntax/tree.js";
import type { Context } from "../context.js";
import { checkCheck, checkQuestion } from "./questions.js";
import { checkScenario } from "./scenarios.js";

export interface AsksPart {
  readonly scenarios: readonly Scenario[];
  readonly questions: readonly Question[];
  readonly checks: readonly Check[];
}

/** Checks every declaration of the asks: the scenarios first, since questions compare them. */
export function checkAsks(context: Context, declarations: readonly Declaration[]): AsksPart {
  const each = <T>(
    kind: Declaration["kind"],
    check: (context: Context, declaration: Declaration) => T | null,
  ): T[] =>
    declarations.flatMap((declaration) => {
      if (declaration.kind !== kind) return [];
      const checked = check(context, declaration);
      if (declaration.name === null) return checked === null ? [] : [checked];
      const symbol = context.names.get(declaration.name.text);
      // The second of a name has been reported.
      if (symbol?.declaration !== declaration) return [];
      if (checked === null) symbol.broken = true;
      return checked === null ? [] : [checked];
    });
  const scenarios = each("scenario", checkScenario);
  return { scenarios, questions: each("question", checkQuestion), checks: each("check", checkCheck) };
}
