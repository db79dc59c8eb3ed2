/** What is said of names that nothing has. */
import type { Fix } from "../../diagnostics/diagnostic.js";
import { didYouMean } from "../../diagnostics/wording.js";
import type { Expression, MemberSyntax, WordSyntax } from "../../syntax/tree.js";
import { FUNCTIONS } from "../../syntax/words.js";
import { nearest } from "../../text/nearest.js";
import type { Span } from "../../text/source-text.js";
import type { Context, NamedSymbol, SymbolKind } from "../context.js";
import { perActor } from "./per-actor.js";
import { kindWords, list, write } from "./wording.js";

type Reference = Expression & { readonly kind: "reference" };

/** Says what is amiss with a reference that means nothing. `family`: its names without actors; `head`: what its first name means. */
export function reportUnknown(
  context: Context,
  reference: Reference,
  family: string,
  head: NamedSymbol | undefined,
): void {
  const { report } = context;
  const members = reference.members;
  const last = members[members.length - 1] ?? reference.head;
  if (head === undefined && members.length > 0 && perActor(context, reference.head.name.text).length === 0) {
    // What stands behind the point cannot be judged.
    unknownName(context, reference.head.name.text, reference.head.name.span, ({ kind }) => pointed.has(kind));
    return;
  }
  if (unknownFunction(context, reference, family)) return;
  for (const part of [reference.head, ...members]) {
    if (part.argument !== null && part.argument.text !== "party" && !context.actors.has(part.argument.text)) {
      unknownActor(context, part.argument);
      return;
    }
  }
  const actors = perActor(context, family);
  if (actors.length > 0) {
    const given = last.argument;
    report(
      "E0210",
      reference.span,
      given === null
        ? `\`${family}\` is declared for single actors: say for which.`
        : `\`${family}\` is not declared for \`${given.text}\`.`,
      { fixes: actors.slice(0, 3).map((name) => write(name, reference.span)) },
    );
    return;
  }
  if (last.argument !== null && context.names.has(family)) {
    const span = { ...last.argument.span, start: last.name.span.end, end: reference.span.end };
    report("E0210", reference.span, `\`${family}\` is one for all actors; no actor stands behind it.`, {
      fixes: [{ title: "Leave the actor out", edits: [{ span, text: "" }], safe: false }],
    });
    return;
  }
  if (head !== undefined && members.length > 0) {
    unknownMember(context, reference, head, members);
    return;
  }
  unknownName(context, family, reference.span, () => true);
}

/** `averge(force)`: what is no actor stands in the parentheses of a name that nothing has. */
function unknownFunction(context: Context, { head, members }: Reference, family: string): boolean {
  const { argument, name } = head;
  const inside = argument === null ? undefined : context.names.get(argument.text);
  if (members.length > 0 || inside === undefined || inside.kind === "actor") return false;
  if (context.names.has(family) || perActor(context, family).length > 0) return false;
  const near = nearest(name.text, FUNCTIONS);
  context.report("E0306", name.span, `There is no function \`${name.text}\`.${didYouMean(near)}`, {
    notes: near.length === 0 ? [`There are ${list([...FUNCTIONS])}.`] : [],
    fixes: near.map((other) => write(other, name.span)),
  });
  return true;
}

/** Kinds of which something can be read behind a point. */
const pointed: ReadonlySet<SymbolKind> = new Set(["treaty", "exchange", "event", "choice", "stock", "fact"]);

function unknownMember(
  context: Context,
  reference: Reference,
  head: NamedSymbol,
  members: readonly MemberSyntax[],
): void {
  if (head.broken) return;
  const known = [...context.names.keys()]
    .filter((name) => name.startsWith(`${head.name}.`))
    .map((name) => name.slice(head.name.length + 1));
  if (head.kind === "treaty") known.unshift("signed", "in_force");
  const written = members
    .map((member) => member.name.text + (member.argument === null ? "" : `(${member.argument.text})`))
    .join(".");
  const near = nearMembers(written, known);
  const start = (members[0] as MemberSyntax).name.span.start;
  const span = { ...reference.span, start };
  context.report(
    "E0209",
    span,
    known.length === 0 ? nothingBehind(head) : `\`${head.name}\` has no \`${written}\`.${didYouMean(near)}`,
    {
      labels: [{ span: head.span, message: `\`${head.name}\` is declared here` }],
      notes: known.length > 0 ? [`It has ${list(known.slice(0, 8))}.`] : [],
      fixes: near.map((other) => write(other, span)),
    },
  );
}

/** Near members; of one with points (`assist.due(north)`) those that are alike in one part and the same in the others. */
function nearMembers(written: string, known: readonly string[]): string[] {
  const near = nearest(written, known);
  if (near.length > 0) return near;
  const parts = written.split(".");
  return known
    .filter((other) => {
      const theirs = other.split(".");
      const differing = parts.flatMap((part, i) => (part === theirs[i] ? [] : [i]));
      const [only = -1] = differing;
      return (
        parts.length > 1 &&
        theirs.length === parts.length &&
        differing.length === 1 &&
        nearest(parts[only] ?? "", [theirs[only] ?? ""]).length > 0
      );
    })
    .slice(0, 3);
}

const ruled: ReadonlySet<SymbolKind> = new Set(["event", "choice", "stock", "fact"]);

function nothingBehind(head: NamedSymbol): string {
  return ruled.has(head.kind)
    ? `\`${head.name}\` is ${kindWords(head.kind)}, and no plain number stands in its rule that could be named behind a point.`
    : `\`${head.name}\` is ${kindWords(head.kind)}: there is nothing behind a point to read of it.`;
}

/** An unknown name, with the nearest ones that fit. */
export function unknownName(
  context: Context,
  name: string,
  span: Span,
  fits: (symbol: NamedSymbol) => boolean,
  what = "nothing",
): void {
  if (context.lost.names) return;
  const candidates = [...context.names.values()].filter(fits).map((symbol) => symbol.name);
  const near = nearest(name, candidates);
  const isUnit = context.units.byName.has(name);
  const capitals = near.some((other) => other.toLowerCase() === name.toLowerCase()) ? " Capitals count." : "";
  const lack =
    what === "nothing" || what === "name"
      ? `Nothing in the model is called \`${name}\`.`
      : `There is no ${what} \`${name}\`.`;
  context.report("E0203", span, `${lack}${capitals}${didYouMean(near)}`, {
    notes: isUnit
      ? [`\`${name}\` is a unit: a unit stands directly behind a number.`]
      : near.length > 0
        ? []
        : [adviceFor(name, what, candidates)],
    fixes: [...(isUnit ? [unitFix(context, name, span)] : []), ...near.map((other) => write(other, span))],
  });
}

/** `5%/month` divides by something called month; what is meant is the unit. */
function unitFix(context: Context, name: string, span: Span): Fix {
  const before = context.sources.get(span.file)?.text.slice(0, span.start) ?? "";
  const slash = / *\/ *$/.exec(before)?.[0].length ?? 0;
  if (slash === 0) return write(`1 ${name}`, span);
  const edits = [{ span: { ...span, start: span.start - slash }, text: ` per ${name}` }];
  return { title: `Write \`per ${name}\``, edits, safe: false };
}

/** What to do about a name to which no other comes near. */
function adviceFor(name: string, what: string, candidates: readonly string[]): string {
  if (what === "nothing" || what === "name")
    return `Declare it: \`quantity ${name} = A to B\` for a number that nobody knows, \`event ${name}\` for what may happen, \`let ${name} = …\` for what follows from other things.`;
  if (candidates.length > 0) return `What there is: ${list(candidates)}.`;
  return `None is declared. A line \`${what} ${name}\` at the left margin begins one.`;
}

export function unknownActor(context: Context, word: WordSyntax): void {
  const symbol = context.names.get(word.text);
  if (symbol !== undefined) {
    if (symbol.kind === "actor" && symbol.broken) return;
    context.report(
      "E0205",
      word.span,
      `\`${word.text}\` is ${kindWords(symbol.kind)}, and an actor is wanted here.`,
      {
        labels: [{ span: symbol.span, message: "declared here" }],
      },
    );
    return;
  }
  if (context.lost.actors) return;
  const near = nearest(word.text, context.actors.keys());
  context.report("E0204", word.span, `There is no actor \`${word.text}\`.${didYouMean(near)}`, {
    notes: near.length === 0 ? ["Actors are declared under `actors`, an entry a line."] : [],
    fixes: near.map((other) => write(other, word.span)),
  });
}
