import {decodeText} from "../read/decodeText.ts";
import {parseDelimited, sniffDelimiter} from "../read/delimited.ts";
import type {Sheet} from "../read/workbook.ts";
import {findMarks, MARKS} from "../validate/marks.ts";
import type {Issue} from "../validate/reading.ts";
import type {SheetRoles} from "../validate/recognise/rowRole.ts";
import {placeMarks} from "./placeMarks.ts";
import {gravityOf, markText} from "./problems.ts";

/**
 * Writes the marks into a delimited text: one more column, same delimiter, UTF-8 with byte order mark, so that Excel shows it right.
 * The file has no other sheet: what concerns it as a whole stands in the first row of data. A mark begins with a word or a
 * number, so no program takes it for a formula; the officer's own cells stay as they are.
 */
export function markCsv(
  bytes: Uint8Array,
  {sheet, roles, issues}: {sheet: Sheet; roles: SheetRoles; issues: readonly Issue[]}
): Uint8Array {
  const {delimiter, table} = sniffDelimiter(decodeText(bytes));
  const parsed = parseDelimited(table, delimiter);
  if (!parsed.ok) throw new Error(`a quotation mark of row ${parsed.openQuoteRow} is not closed`);
  const {rows} = parsed;
  for (const {row, column} of findMarks(sheet).cells) takeAway(rows[row - 1], column);
  for (const [row, text] of marksOf(sheet, roles, issues, rows)) {
    while (rows.length < row.number) rows.push([]);
    const fields = rows[row.number - 1] ?? [];
    while (fields.length < row.column - 1) fields.push("");
    fields[row.column - 1] = text;
  }
  const text = rows.map((fields) => fields.map((field) => quote(field, delimiter)).join(delimiter)).join("\r\n");
  const isTold = sniffDelimiter(text).delimiter === delimiter;
  return new TextEncoder().encode(`\ufeff${isTold ? "" : `sep=${delimiter}\r\n`}${text}\r\n`);
}

interface Place {
  number: number;
  column: number;
}

function marksOf(
  sheet: Sheet,
  roles: SheetRoles,
  issues: readonly Issue[],
  rows: readonly string[][]
): [Place, string][] {
  const {column: found, headerRows, rows: marked} = placeMarks(sheet, roles, issues);
  const column = found ?? rows.reduce((most, fields) => Math.max(most, fields.length), 0) + 1;
  const [header = 1] = headerRows;
  const ofRows = new Set([...marked.values()].flat());
  const others = issues.filter((issue) => gravityOf(issue) !== "note" && !ofRows.has(issue));
  const texts = new Map([...marked].map(([row, own]) => [row, markText(own, {separator: " "})]));
  if (others.length > 0) {
    const first = [...roles.roles].find(([row, role]) => role === "data" && row > header)?.[0] ?? header + 1;
    const own = texts.get(first);
    const text = markText(others, {separator: " ", place: MARKS.ofFile});
    texts.set(first, own === undefined ? text : `${text} ${own}`);
  }
  if (texts.size === 0) return [];
  for (const row of headerRows.length > 0 ? headerRows : [header]) texts.set(row, MARKS.column);
  return [...texts].map(([number, text]) => [{number, column}, text]);
}

function takeAway(fields: string[] | undefined, column: number): void {
  if (fields === undefined) return;
  fields[column - 1] = "";
  while (fields.length > 1 && fields.at(-1) === "" && fields.length >= column) fields.pop();
}

function quote(field: string, delimiter: string): string {
  const isPlain = !field.includes(delimiter) && !/["\r\n]/.test(field);
  return isPlain ? field : `"${field.replaceAll('"', '""')}"`;
}
