import type { Treaty } from "../model/model.js";
import { visitChecked } from "./checked-walk.js";
import type { Working } from "./working.js";
import { neverFires } from "./world/event.js";
import type { WorldParts } from "./world/world.js";

/** Points out rules that read an obligation of a treaty that never can be in force: it binds nobody, so that they wait in vain. */
export function warnOfIdleTreaties(working: Working, parts: WorldParts): void {
  const idle = new Map<string, string>();
  for (const treaty of parts.treaties.values()) {
    const why = whyNever(working, parts, treaty);
    if (why !== null) idle.set(treaty.name, why);
  }
  if (idle.size === 0) return;
  const nothing = new Map();
  for (const piece of working.pieces.values()) {
    if (piece.broken) continue;
    const seen = new Set<string>();
    visitChecked(nothing, piece.parts, (part) => {
      const name =
        part.kind === "since"
          ? part.event
          : part.kind === "event" || part.kind === "ever" || part.kind === "happens"
            ? part.name
            : null;
      const symbol = name === null ? undefined : working.names.get(name);
      if (symbol?.kind !== "event" || symbol.obligation === null || seen.has(symbol.name)) return;
      const why = idle.get(symbol.obligation.treaty);
      if (why === undefined || symbol.declaration === piece.declaration) return;
      seen.add(symbol.name);
      working.report(
        "W0523",
        part.span,
        `\`${symbol.obligation.treaty}\` never can be in force (${why}), so that \`${symbol.name}\` never happens.`,
        {
          labels: [
            { span: working.names.get(symbol.obligation.treaty)?.span ?? symbol.span, message: "the treaty" },
          ],
          notes: ["Signed is not in force. Say `in force from DATE` or `in force when CONDITION`."],
        },
      );
    });
  }
}

function whyNever(working: Working, parts: WorldParts, treaty: Treaty): string | null {
  const { inForce, until } = treaty;
  if (inForce.kind === "never") return "nothing says when it comes into force";
  if (inForce.kind === "step") {
    if (working.timeline.steps > 0 && inForce.step > working.timeline.steps)
      return "it comes into force after the period";
    return until?.kind === "step" && until.step < Math.max(inForce.step, 1)
      ? "it ends before the period or before it begins"
      : null;
  }
  const { condition } = inForce;
  if (condition.kind === "constant" && !condition.value) return "its condition never holds";
  if (condition.kind !== "event" && condition.kind !== "ever" && condition.kind !== "happens") return null;
  const rule = parts.events.get(condition.name);
  return rule !== undefined && neverFires(working, rule) ? `\`${rule.name}\` never happens` : null;
}
