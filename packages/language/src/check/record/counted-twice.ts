import type { Declaration } from "../../syntax/tree.js";
import { namesRead } from "../api.js";
import { type Context, clausesOf } from "../context.js";
import type { CheckedClaim } from "./claims.js";

/** Warns of claims that back a quantity with `from` and assert something about it as well: the report would shape the prior and weigh it again. */
export function warnOfDoubleCounting(
  context: Context,
  declarations: readonly Declaration[],
  claims: ReadonlyMap<string, CheckedClaim>,
): void {
  for (const declaration of declarations) {
    if (declaration.kind !== "quantity" || declaration.name === null) continue;
    const { text, actor } = declaration.name;
    const name = actor === null ? text : `${text}(${actor.text})`;
    for (const word of clausesOf(declaration.clauses, "from").flatMap((clause) => clause.claims)) {
      const checked = claims.get(word.text);
      const proposition = checked?.claim.proposition ?? null;
      if (checked === undefined || proposition === null || checked.claim.unreviewed) continue;
      const read = namesRead(
        context,
        proposition.kind === "number" ? proposition.value : proposition.condition,
      );
      if (!read.has(name)) continue;
      const asserts = clausesOf(checked.declaration.clauses, "asserts")[0];
      context.report(
        "W0706",
        word.span,
        `\`${word.text}\` backs \`${name}\` and asserts something about it as well: it is counted twice.`,
        {
          labels: asserts === undefined ? [] : [{ span: asserts.span, message: "what it asserts" }],
          notes: [
            "Let the claim weigh and say with `assumed` what was held possible before it, or take `asserts` away and let it back the number.",
          ],
        },
      );
    }
  }
}
