/** A half-open range of UTF-16 offsets in one file. */
export interface Span {
  /** Path of the file as the model names it, relative to the folder of the main file. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A position for people: both count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of one file with its line starts; the only place where offsets become lines and columns. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** Offset at which each line begins; the first is 0. */
  readonly lineStarts: readonly number[];
}

/** Indexes the lines of a text. LF, CRLF and a lone CR each end a line. */
export function sourceText(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (unit === 10 || unit === 13) lineStarts.push(i + 1);
  }
  return { file, text, lineStarts };
}

/** Line and column of an offset; offsets outside the text are clamped into it. */
export function positionAt(source: SourceText, offset: number): Position {
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (source.lineStarts[low] as number) + 1 };
}

/** The text of a line (counted from 1) without its line end; empty for a line that does not exist. */
export function lineText(source: SourceText, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return "";
  const end = source.lineStarts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/[\r\n]+$/, "");
}

/** The smallest span that holds both; both must be of one file. */
export function cover(a: Span, b: Span): Span {
  return { file: a.file, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
