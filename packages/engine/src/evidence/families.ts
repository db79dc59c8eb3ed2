/** Claims that are one speaker's words about one thing. */
import type { Proposition } from "@casus/language";
import type { Voice } from "./closed-form.js";
import { inOrder, originKeyOf, rootOf, type Statement, type Statements, sharingOf } from "./statements.js";

/** The claims about one proposition that are one speaker's at root, those that are known, in order; retracted ones are among them, so that names and grades stay. */
export interface Family {
  readonly key: string;
  readonly originKey: string;
  /** By the speaker itself. */
  readonly said: readonly Statement[];
  /** By others, with `origin` at 100%. */
  readonly relayed: readonly Statement[];
  /** By others, with `origin … sharing c`. */
  readonly shared: readonly Statement[];
  /** What `relayed` and `shared` lead back to. */
  readonly roots: readonly Statement[];
}

/** The known claims of a model that say something, by whose words they are and what they say. */
export function familiesOf(statements: Statements): Family[] {
  const families = new Map<
    string,
    { [K in keyof Family]: Family[K] extends string ? string : Statement[] }
  >();
  for (const statement of [...statements.values()].filter(({ known }) => known).sort(inOrder)) {
    const { claim, voice } = statement;
    if (claim.proposition === null) continue;
    const root = rootOf(statement, statements);
    const originKey = originKeyOf(root);
    const { key } = claim.proposition;
    const id = `${originKey}\n${directionOf(claim.proposition)}\n${key}`;
    let family = families.get(id);
    if (family === undefined) {
      family = { key, originKey, said: [], relayed: [], shared: [], roots: [] };
      families.set(id, family);
    }
    const sharing = sharingOf(claim);
    if (sharing !== null && sharing < 1) family.shared.push(statement);
    else if (root === statement || voice.speaker === root.voice.speaker) family.said.push(statement);
    else family.relayed.push(statement);
    if (!family.roots.includes(root)) family.roots.push(root);
  }
  for (const family of families.values()) family.roots.sort(inOrder);
  return [...families.values()];
}

function directionOf(proposition: Proposition): string {
  return proposition.kind === "number" ? "number" : proposition.denies ? "denies" : "asserts";
}

/** The speaker's first statement; where it has none about this proposition, the one that others lead back to. */
export function originOf(family: Family): Statement | undefined {
  return family.said[0] ?? family.roots[0];
}

/** The name of the first statement; of one that leads elsewhere only where the speaker has none of its own about this. */
export function nameOf(family: Family): string | undefined {
  return (family.said[0] ?? family.relayed[0] ?? family.shared[0])?.claim.name;
}

/** The origin's accuracy: by its own grade, else by the first that any of its statements in the group has. */
export function originVoice(origin: Statement, family: Family): Voice {
  if (!origin.ungraded) return origin.voice;
  return family.said.find((statement) => !statement.ungraded)?.voice ?? origin.voice;
}
