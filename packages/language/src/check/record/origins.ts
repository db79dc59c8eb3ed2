import type { Context } from "../context.js";
import { clausesOf } from "../context.js";
import type { CheckedClaim } from "./claims.js";

/**
 * Settles who repeats whom: circles and origins that speak of something else are errors. Gives the names of the claims at fault, those whose origin is at
 * fault included: their reports cannot be weighed.
 */
export function checkOrigins(
  context: Context,
  claims: ReadonlyMap<string, CheckedClaim>,
): ReadonlySet<string> {
  const faulty = new Set<string>();
  const originOf = (name: string): string | null => claims.get(name)?.claim.origin?.claim ?? null;
  const settled = new Set<string>();
  for (const name of claims.keys()) {
    const path: string[] = [];
    let at: string | null = name;
    while (at !== null && !settled.has(at) && !path.includes(at)) {
      path.push(at);
      at = originOf(at);
    }
    if (at !== null && !settled.has(at)) reportCircle(context, claims, path.slice(path.indexOf(at)), faulty);
    // Seen from its end, whoever follows a faulty claim is faulty too.
    for (const member of path.reverse()) {
      settled.add(member);
      const origin = originOf(member);
      if (origin !== null && (faulty.has(origin) || isFaultyReport(claims.get(origin)))) faulty.add(member);
    }
  }
  for (const [name, checked] of claims) {
    const origin = originOf(name);
    const target = origin === null ? undefined : claims.get(origin);
    if (target === undefined || faulty.has(name)) continue;
    if (!comparePropositions(context, checked, target)) faulty.add(name);
  }
  return faulty;
}

function isFaultyReport(checked: CheckedClaim | undefined): boolean {
  return checked === undefined ? false : checked.faulty && checked.weighs;
}

function originSpan(checked: CheckedClaim) {
  const clause = clausesOf(checked.declaration.clauses, "origin")[0];
  return clause?.claim?.span ?? checked.claim.span;
}

function reportCircle(
  context: Context,
  claims: ReadonlyMap<string, CheckedClaim>,
  circle: readonly string[],
  faulty: Set<string>,
): void {
  for (const name of circle) faulty.add(name);
  const members = circle.flatMap((name) => claims.get(name) ?? []);
  const [first, ...others] = members;
  if (first === undefined) return;
  const message =
    others.length === 0
      ? `\`${first.claim.name}\` names itself as its origin. Leave the origin out, or write \`origin none\`.`
      : `These origins lead in a circle: ${[...circle, first.claim.name].map((name) => `\`${name}\``).join(", ")}.`;
  context.report("E0712", originSpan(first), message, {
    labels: others.map((other) => ({
      span: originSpan(other),
      message: `the origin of \`${other.claim.name}\``,
    })),
  });
}

/** False where a claim names an origin that asserts something else. */
function comparePropositions(context: Context, checked: CheckedClaim, target: CheckedClaim): boolean {
  const own = checked.claim.proposition;
  const other = target.claim.proposition;
  if (own === null) return true;
  const asserts = clausesOf(checked.declaration.clauses, "asserts")[0];
  if (other === null) {
    if (target.faulty) return true;
    context.report(
      "W0710",
      originSpan(checked),
      `\`${target.claim.name}\` neither asserts nor denies anything, so there is nothing in it to repeat.`,
    );
    return true;
  }
  if (own.kind === other.kind && own.key === other.key) return true;
  const theirs = clausesOf(target.declaration.clauses, "asserts")[0];
  context.report(
    "E0713",
    originSpan(checked),
    `\`${target.claim.name}\` speaks of something else, so it cannot be what \`${checked.claim.name}\` repeats.`,
    {
      labels: [
        ...(asserts === undefined
          ? []
          : [{ span: asserts.condition.span, message: "what the claim speaks of" }]),
        ...(theirs === undefined
          ? []
          : [{ span: theirs.condition.span, message: "what its origin speaks of" }]),
      ],
    },
  );
  return false;
}
