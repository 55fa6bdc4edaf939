/** Characters that separate fields in files people send; Excel in Vietnam writes semicolons. */
const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number] | "|";

const SAMPLE_ROWS = 100;

/** Rows of a delimited text, or the row (from 1) in which a quotation mark is opened and never closed. */
export type DelimitedResult = {ok: true; rows: string[][]} | {ok: false; openQuoteRow: number};

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** A quotation mark is opened in a row (from 1) and never closed. */
export class OpenQuoteError extends Error {
  readonly row: number;

  constructor(row: number) {
    super(`a quotation mark is opened in row ${row} and never closed`);
    this.row = row;
  }
}

/**
 * Splits a delimited text (RFC 4180, lenient): quoted fields may hold delimiters, line breaks and doubled quotes; a quote
 * inside an unquoted field is a character. Every line is a row, blank ones too, so that row numbers are those of Excel.
 */
export function parseDelimited(text: string, delimiter: string, maxRows = Number.POSITIVE_INFINITY): DelimitedResult {
  const rows: string[][] = [];
  try {
    for (const row of delimitedRows(text, delimiter)) if (rows.push(row) >= maxRows) break;
    return {ok: true, rows};
  } catch (error) {
    if (error instanceof OpenQuoteError) return {ok: false, openQuoteRow: error.row};
    throw error;
  }
}

/** The same row by row, so that a large text never stands in memory as rows. @throws OpenQuoteError */
export function* delimitedRows(text: string, delimiter: string): Generator<string[]> {
  const separator = delimiter.charCodeAt(0);
  let rowNumber = 1;
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let quoted = "";
    if (text.charCodeAt(at) === QUOTE) {
      for (;;) {
        const quote = text.indexOf('"', at + 1);
        if (quote < 0) throw new OpenQuoteError(rowNumber);
        quoted += text.slice(at + 1, quote);
        at = quote + 1;
        if (text.charCodeAt(at) !== QUOTE) break;
        quoted += '"';
      }
    }
    const from = at;
    let ending = NaN;
    for (; at < text.length; at++) {
      ending = text.charCodeAt(at);
      if (ending === separator || ending === LINE_FEED || ending === CARRIAGE_RETURN) break;
    }
    row.push(quoted + text.slice(from, at));
    const isLastField = at === text.length || ending !== separator;
    at++;
    if (!isLastField) {
      if (at === text.length) row.push("");
      else continue;
    } else if (ending === CARRIAGE_RETURN && text.charCodeAt(at) === LINE_FEED) at++;
    yield row;
    rowNumber++;
    row = [];
  }
}

/**
 * The delimiter of a text: the one that cuts most rows of its start into the same number of fields. A line `sep=;` at the
 * start (Excel's own hint) says it outright and is not part of the table.
 */
export function sniffDelimiter(text: string): {delimiter: Delimiter; table: string} {
  const hint = /^sep=([,;\t|])\r?\n/i.exec(text);
  if (hint?.[1] !== undefined) return {delimiter: hint[1] as Delimiter, table: text.slice(hint[0].length)};
  let best: {delimiter: Delimiter; score: number} = {delimiter: ",", score: 0};
  for (const delimiter of DELIMITERS) {
    const score = regularity(text, delimiter);
    if (score > best.score) best = {delimiter, score};
  }
  return {delimiter: best.delimiter, table: text};
}

/** Delimiters in rows of the commonest length, over the first rows; 0 if the delimiter occurs nowhere. */
function regularity(text: string, delimiter: string): number {
  const parsed = parseDelimited(text, delimiter, SAMPLE_ROWS);
  if (!parsed.ok) return 0;
  const byLength = new Map<number, number>();
  for (const {length} of parsed.rows) byLength.set(length, (byLength.get(length) ?? 0) + 1);
  return Math.max(0, ...[...byLength].map(([length, count]) => (length - 1) * count));
}
