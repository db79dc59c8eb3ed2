import { replaceFix } from "../diagnostics/diagnostic.js";
import type { Span } from "../text/source-text.js";
import type { Block } from "./blocks.js";
import { parseBelieve, parseCameOut, parseObserved } from "./clauses/record.js";
import { parseActor, parseGrade, parseUnitEntry } from "./clauses/setting.js";
import {
  type Cursor,
  complain,
  expected,
  fail,
  here,
  hereSpan,
  isKind,
  isSymbol,
  peek,
  SyntaxFailure,
  spanFrom,
  spanOf,
} from "./cursor.js";
import { parseExpression } from "./expressions.js";
import { CLAUSES, HEADERS, type HeaderShape } from "./grammar.js";
import { logicalLines } from "./layout.js";
import { beginsWithDigit, refuseSplitName } from "./names.js";
import { parseClauses, recover, resetRules } from "./nested.js";
import type {
  Clause,
  ClauseBody,
  Declaration,
  DeclarationKind,
  Expression,
  NameSyntax,
  StringSyntax,
  UnitSyntax,
} from "./tree.js";
import { acceptString, parseName, parseUnit } from "./values.js";

interface Header {
  name: NameSyntax | null;
  label: StringSyntax | null;
  unit: UnitSyntax | null;
  value: Expression | null;
  readonly clauses: Clause[];
}

/** Reads one declaration; its faults stay inside it. `broken` is left for the caller, who knows all diagnostics. */
export function parseDeclaration(c: Cursor, block: Block): Omit<Declaration, "broken"> {
  const { kind } = block;
  const lines = logicalLines(c, kind, block);
  const keywordToken = c.tokens[block.first] as (typeof c.tokens)[number];
  const keyword = spanOf(c, keywordToken);
  const header: Header = { name: null, label: null, unit: null, value: null, clauses: [] };
  c.declaration = kind;
  c.table = CLAUSES[kind];
  c.outer = null;
  lines.forEach((line, index) => {
    c.at = line.first;
    c.first = line.first;
    c.end = line.end;
    c.quiet = false;
    resetRules(c, 0);
    if (index === 0) {
      c.at++;
      if (HEADERS[kind].entries) {
        if (c.at < c.end) header.clauses.push(parseEntry(c, kind));
      } else {
        parseHeader(c, kind, keyword, header);
        parseClauses(c, header.clauses, () => takeLabel(c, HEADERS[kind], header));
      }
    } else if (HEADERS[kind].entries) header.clauses.push(parseEntry(c, kind));
    else parseClauses(c, header.clauses, () => takeLabel(c, HEADERS[kind], header));
  });
  const last = c.tokens[block.end - 1] as (typeof c.tokens)[number];
  return { kind, span: { ...keyword, end: last.end }, keyword, ...header };
}

function takeLabel(c: Cursor, shape: HeaderShape, header: Header): boolean {
  if (!shape.label || header.label !== null) return false;
  header.label = acceptString(c);
  return true;
}

/** Runs `parse`; after a fault goes on at the next clause and returns `null`. */
function attempt<T>(c: Cursor, parse: () => T): T | null {
  const at = c.at;
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof SyntaxFailure)) throw error;
    c.at = Math.max(c.at, at);
    recover(c);
    return null;
  }
}

function parseHeader(c: Cursor, kind: DeclarationKind, keyword: Span, header: Header): void {
  const shape = HEADERS[kind];
  const readName = (): NameSyntax => {
    if (isKind(c, "word") || isKind(c, "string") || peek(c) === undefined || peek(c)?.kind === "symbol") {
      if (!isKind(c, "word"))
        return fail(c, "E0125", hereSpan(c), `${capital(shape.called)} needs a name behind \`${kind}\`.`);
    } else if (isKind(c, "number")) beginsWithDigit(c);
    const name = parseName(c, `the name of ${shape.called}`);
    if (kind !== "outcome") refuseSplitName(c, name, CLAUSES[kind]);
    if (name.actor !== null && !shape.perActor)
      complain(
        c,
        "E0126",
        name.span,
        `${capital(shape.called)} cannot be declared for each actor; that is for quantity, fact, let, stock, event and choice.`,
        { fixes: [replaceFix(`Write \`${name.text}\``, name.span, name.text)] },
      );
    return name;
  };
  if (shape.name) {
    header.name = attempt(c, readName);
    if (header.name === null) return;
  }
  attempt(c, () => {
    if (kind === "observed" || kind === "believe") readCondition(c, kind, keyword, header);
    while (readPart(c, kind, shape, header));
    if (kind === "outcome" && header.value === null) addClause(c, header, () => parseCameOut(c));
    demandValue(c, kind, shape, keyword, header);
  });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function addClause(c: Cursor, header: Header, parse: () => ClauseBody, keyword: Span = hereSpan(c)): void {
  const start = here(c);
  const body = parse();
  header.clauses.push({ span: spanFrom(c, start), keyword, ...body });
}

/** The condition of `observed` and `believe`; the why may stand before or behind it. */
function readCondition(c: Cursor, kind: "observed" | "believe", keyword: Span, header: Header): void {
  header.label = acceptString(c);
  const start = here(c);
  try {
    addClause(c, header, () => (kind === "observed" ? parseObserved(c) : parseBelieve(c)), keyword);
  } catch (error) {
    // A string behind the broken condition is still the why.
    if (error instanceof SyntaxFailure)
      header.clauses.push({ kind: "bad", keyword, span: spanFrom(c, start) });
    throw error;
  }
}

/** One of `"label"`, `: UNIT`, `= EXPRESSION`. */
function readPart(c: Cursor, kind: DeclarationKind, shape: HeaderShape, header: Header): boolean {
  if (isKind(c, "string") && header.label === null && shape.label) {
    header.label = acceptString(c);
    return true;
  }
  if (isSymbol(c, ":") && header.unit === null && !(shape.colon === "condition" && header.value !== null)) {
    if (shape.colon === null) return fail(c, "E0126", hereSpan(c), `${capital(shape.called)} has no unit.`);
    c.at++;
    if (shape.colon === "unit") header.unit = readUnit(c, kind);
    else readValue(c, kind, header);
    return true;
  }
  if (isSymbol(c, "=") && header.value === null) {
    if (!shape.value) {
      const fixes =
        kind === "fact" || kind === "event"
          ? [{ title: "Write `chance`", edits: [{ span: hereSpan(c), text: "chance" }], safe: false }]
          : [];
      return fail(c, "E0126", hereSpan(c), `${capital(shape.called)} is not given a value with \`=\`.`, {
        fixes,
      });
    }
    if (kind === "outcome") addClause(c, header, () => parseCameOut(c));
    c.at++;
    readValue(c, kind, header);
    return true;
  }
  return false;
}

function readUnit(c: Cursor, kind: DeclarationKind): UnitSyntax {
  // The unit of a shock may be followed by its `per month`.
  c.perTime = kind !== "shock";
  const unit = parseUnit(c);
  c.perTime = true;
  return unit;
}

function readValue(c: Cursor, kind: DeclarationKind, header: Header): void {
  const start = here(c);
  c.perTime = kind !== "shock";
  try {
    header.value = parseExpression(c);
  } catch (error) {
    if (error instanceof SyntaxFailure) header.value = { kind: "bad", span: spanFrom(c, start) };
    throw error;
  }
  c.perTime = true;
}

function demandValue(
  c: Cursor,
  kind: DeclarationKind,
  shape: HeaderShape,
  keyword: Span,
  header: Header,
): void {
  if (kind === "use" && header.label === null)
    expected(c, 'the path of a file in quotation marks, as in `use "other.casus"`');
  const needed = (shape.value && kind !== "outcome") || kind === "check";
  if (!needed || header.value !== null) return;
  const name = header.name === null ? "" : ` ${header.name.text}`;
  const sign = kind === "check" ? ": " : "= ";
  const start = here(c);
  const fixes =
    peek(c) === undefined || isKind(c, "string")
      ? []
      : [
          {
            title: `Write \`${sign.trim()}\``,
            edits: [{ span: { ...keyword, start, end: start }, text: sign }],
            safe: false,
          },
        ];
  fail(
    c,
    "E0127",
    header.name?.span ?? keyword,
    `\`${kind}${name}\` has no ${kind === "check" ? "condition; it stands behind `:`" : "value; it stands behind `=`"}.`,
    { fixes },
  );
}

/** One entry of `actors`, `units` or `grades`. */
function parseEntry(c: Cursor, kind: DeclarationKind): Clause {
  const start = here(c);
  const keyword = hereSpan(c);
  const body = attempt(c, (): ClauseBody => {
    const entry = kind === "actors" ? parseActor(c) : kind === "units" ? parseUnitEntry(c) : parseGrade(c);
    if (c.at < c.end)
      return expected(
        c,
        kind === "grades"
          ? "`accuracy`, `relay` or `beta`, and each entry on a line of its own"
          : "the end of the entry",
      );
    return entry;
  });
  c.at = c.end;
  return { span: spanFrom(c, start), keyword, ...(body ?? { kind: "bad" }) };
}
