/** The record: what was said and by whom, and what is known. */
import type {
  Belief,
  Broken,
  Claim,
  EvidenceItem,
  Grades,
  Observation,
  Outcome,
  Question,
  Source,
} from "../../model/model.js";
import type { Declaration } from "../../syntax/tree.js";
import { namesMentioned } from "../api.js";
import { type Context, clausesOf } from "../context.js";
import { type CheckedClaim, checkClaim } from "./claims.js";
import { warnOfDoubleCounting } from "./counted-twice.js";
import { checkGrades } from "./grades.js";
import { type Checked, checkBelieve, checkEvidence, checkObserved } from "./knowledge.js";
import { checkOrigins } from "./origins.js";
import { checkOutcome } from "./outcomes.js";
import { type CheckedSource, checkSources } from "./sources.js";

export interface RecordPart {
  readonly grades: Grades;
  readonly sources: readonly Source[];
  readonly claims: readonly Claim[];
  readonly evidence: readonly EvidenceItem[];
  readonly observations: readonly Observation[];
  readonly beliefs: readonly Belief[];
  readonly outcomes: readonly Outcome[];
  /** Reports that would weigh the runs and are at fault. */
  readonly broken: readonly Broken[];
}

/**
 * Checks every declaration of the record. Reads the files of sources through the context's world. `questions` are those that outcomes may
 * score: the asks are checked first.
 */
/** Beliefs are fitted together over a table of 2^n cells: more would need one that is too large. */
const mostBeliefs = 12;

export function checkRecord(
  context: Context,
  declarations: readonly Declaration[],
  questions: readonly Question[],
): RecordPart {
  const sources = checkSources(context, declarations);
  const { grades, faulty } = checkGrades(context, declarations);
  const { claims, broken } = checkClaims(context, declarations, sources);
  // Without its grade's numbers no report can be weighed.
  if (faulty !== null)
    broken.push({ name: "grades", span: faulty, reads: namesInReports(context, declarations) });
  const items = <T>(
    kind: Declaration["kind"],
    check: (context: Context, declaration: Declaration) => Checked<T>,
  ): T[] => {
    const sound: T[] = [];
    for (const declaration of declarations) {
      if (declaration.kind !== kind) continue;
      const checked = check(context, declaration);
      if ("item" in checked) sound.push(checked.item);
      else {
        broken.push(checked.broken);
        markBroken(context, declaration);
      }
    }
    return sound;
  };
  const evidence = items("evidence", checkEvidence);
  const observations = items("observed", checkObserved);
  const beliefs = items("believe", checkBelieve);
  const surplus = beliefs[mostBeliefs];
  if (surplus !== undefined) {
    context.report(
      "E0726",
      surplus.span,
      `There are ${beliefs.length} beliefs; at most ${mostBeliefs} can be met together.`,
      { notes: ["Say what you have reason for as `evidence`: of that there may be any number."] },
    );
    broken.push({ name: surplus.name, span: surplus.span, reads: null });
  }
  const byName = new Map(questions.map((question) => [question.name, question]));
  const outcomes = declarations.flatMap((declaration) => {
    const outcome = declaration.kind === "outcome" ? checkOutcome(context, declaration, byName) : null;
    return outcome === null ? [] : [outcome];
  });
  return {
    grades,
    sources: [...sources.values()].map((checked) => checked.source),
    claims,
    evidence,
    observations,
    beliefs: beliefs.slice(0, mostBeliefs),
    outcomes,
    broken,
  };
}

function checkClaims(
  context: Context,
  declarations: readonly Declaration[],
  sources: ReadonlyMap<string, CheckedSource>,
): { readonly claims: Claim[]; readonly broken: Broken[] } {
  const checked = new Map<string, CheckedClaim>();
  const broken: Broken[] = [];
  const unchecked = new Set<CheckedSource>();
  for (const declaration of declarations) {
    if (declaration.kind !== "claim") continue;
    const name = declaration.name?.text ?? "claim";
    const understood = checkClaim(context, declaration, name, sources, unchecked);
    // Where a name stands for two declarations, or for a unit as well, it is not said which one is meant.
    const claim = { ...understood, faulty: understood.faulty || context.names.get(name)?.broken === true };
    if (declaration.name !== null && isOwner(context, declaration)) checked.set(name, claim);
    else if (claim.weighs) broken.push({ name, span: declaration.span, reads: claim.reads });
  }
  for (const { source, declaration } of unchecked) {
    context.report(
      "W0701",
      declaration.name?.span ?? declaration.keyword,
      `\`${source.name}\` names no file, so that its quotes stand unchecked.`,
    );
  }
  const faultyOrigin = checkOrigins(context, checked);
  warnOfDoubleCounting(context, declarations, checked);
  const claims: Claim[] = [];
  for (const [name, { claim, faulty, weighs, reads, declaration }] of checked) {
    const sound = !faulty && !faultyOrigin.has(name);
    if (!sound) markBroken(context, declaration);
    // A citation weighs nothing, so that it can stay with what was understood of it.
    if (sound || !weighs) claims.push(claim);
    else broken.push({ name, span: declaration.span, reads });
  }
  return { claims, broken };
}

/** Everything that any claim speaks of. */
function namesInReports(context: Context, declarations: readonly Declaration[]): string[] {
  const names = new Set<string>();
  for (const declaration of declarations) {
    if (declaration.kind !== "claim") continue;
    for (const clause of clausesOf(declaration.clauses, "asserts")) {
      for (const name of namesMentioned(context, clause.condition)) names.add(name);
    }
  }
  return [...names];
}

function isOwner(context: Context, declaration: Declaration): boolean {
  return declaration.name !== null && context.names.get(declaration.name.text)?.declaration === declaration;
}

function markBroken(context: Context, declaration: Declaration): void {
  const symbol = declaration.name === null ? undefined : context.names.get(declaration.name.text);
  if (symbol !== undefined && symbol.declaration === declaration) symbol.broken = true;
}
