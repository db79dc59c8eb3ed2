import { replaceFix } from "../../diagnostics/diagnostic.js";
import type { Condition } from "../../model/expression.js";
import type { Ask, Check, Question } from "../../model/model.js";
import type { Clause, Declaration, Expression } from "../../syntax/tree.js";
import { backingOf, checkCondition, checkEither, endDate, referenceOf, symbolOf } from "../api.js";
import { type Context, clausesOf, type Symbol as NamedSymbol } from "../context.js";
import { only } from "../world/once.js";

type AskClause = Clause & { readonly kind: "ask" };
type AskBody = Ask extends infer Each
  ? Each extends Ask
    ? Omit<Each, "span" | "text" | "given">
    : never
  : never;

/** `question NAME "…" ask … moot when … compare …`; an ask at fault is left out by itself. `null`: nothing is left that could be answered. */
export function checkQuestion(context: Context, declaration: Declaration): Question | null {
  const clauses = clausesOf(declaration.clauses, "ask");
  if (clauses.length === 0 && !declaration.broken) {
    context.report("E0806", declaration.name?.span ?? declaration.keyword, "The question has no `ask`.", {
      notes: ["For example `ask probability CONDITION by DATE`, or `ask EXPRESSION at DATE`."],
    });
  }
  // What was read in place of what is written is not what was asked.
  const asks = clauses.flatMap((clause) => (isRead(context, clause) && checkAsk(context, clause)) || []);
  const mootClause = only(context, declaration.clauses, "moot");
  const moot = mootClause === null ? null : checkCondition(context, mootClause.condition, { in: "reading" });
  const compare = new Set<string>();
  for (const word of clausesOf(declaration.clauses, "compare").flatMap((clause) => clause.scenarios)) {
    const symbol = symbolOf(context, word, [], ["scenario"], "scenario");
    if (symbol !== null) compare.add(symbol.name);
  }
  const backing = backingOf(context, declaration.clauses);
  // Without its `moot` the question would be answered as another one.
  if (declaration.name === null || asks.length === 0 || (mootClause !== null && moot === null)) return null;
  const name = declaration.name.text;
  return {
    name,
    label: declaration.label?.text ?? name,
    span: declaration.span,
    asks,
    moot,
    compare: [...compare],
    backing,
  };
}

/** Whether no syntax error stands in a clause, or behind it on its last line. */
function isRead(context: Context, clause: Clause): boolean {
  const { file, start, end } = clause.span;
  const text = context.sources.get(file)?.text ?? "";
  return !context.unread.some(
    (error) =>
      error.file === file &&
      error.start >= start &&
      (error.start < end || !/[\r\n]/.test(text.slice(end, error.start))),
  );
}

function checkAsk(context: Context, clause: AskClause): Ask | null {
  const body = askBody(context, clause);
  const given =
    clause.given === null ? null : checkCondition(context, clause.given, { in: "ask", own: false });
  if (body === null || (clause.given !== null && given === null)) return null;
  return { ...body, span: clause.span, text: clause.text, given: givenOf(clause, given) };
}

function givenOf(clause: AskClause, condition: Condition | null): Ask["given"] {
  return condition === null ? null : { text: clause.givenText ?? "", condition };
}

function askBody(context: Context, clause: AskClause): AskBody | null {
  const { expression } = clause;
  switch (clause.how) {
    case "probability": {
      const condition = checkCondition(context, expression, { in: "ask", own: true });
      const end = condition === null ? null : endDate(context, expression);
      return condition === null || end === null
        ? null
        : { kind: "probability", condition, endStep: end.step };
    }
    case "when": {
      const symbol = referenceOf(context, expression, ["event"], "event");
      return symbol === null ? null : { kind: "date", event: symbol.name };
    }
    case "value": {
      const fact = factAsked(context, expression);
      if (fact !== null) {
        const isDated = endDate(context, expression) !== null;
        return fact.broken || !isDated ? null : { kind: "categories", fact: fact.name };
      }
      const checked = checkEither(context, expression, { in: "ask", own: true });
      if (checked === null) return null;
      if (checked.kind === "condition") {
        const start = { ...expression.span, end: expression.span.start };
        context.report(
          "E0805",
          expression.span,
          "This is a condition, and what can be asked of it is how likely it is.",
          {
            fixes: [replaceFix("Ask for its probability", start, "probability ")],
          },
        );
        return null;
      }
      const end = endDate(context, expression);
      return end === null ? null : { kind: "value", expression: checked.number, endStep: end.step };
    }
  }
}

/** The fact that `ask FACT` means. A date behind it is of no account: a fact is drawn once a run. */
function factAsked(context: Context, expression: Expression): NamedSymbol | null {
  if (expression.kind === "parenthesis") return factAsked(context, expression.inner);
  if (expression.kind === "dated" && expression.how === "at" && !expression.negated) {
    return factAsked(context, expression.operand);
  }
  if (expression.kind !== "reference" || expression.members.length > 0) return null;
  const { name, argument } = expression.head;
  const symbol = context.names.get(argument === null ? name.text : `${name.text}(${argument.text})`);
  return symbol?.kind === "fact" ? symbol : null;
}

/** `check "what must hold": CONDITION` */
export function checkCheck(context: Context, declaration: Declaration): Check | null {
  const { value } = declaration;
  if (value === null) return null;
  const condition = checkCondition(context, value, { in: "reading" });
  if (condition === null || declaration.broken) return null;
  return { text: declaration.label?.text ?? "", condition, span: declaration.span };
}
