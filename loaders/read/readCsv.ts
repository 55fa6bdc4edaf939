import {cellAddress, MAX_COLUMNS, MAX_ROWS, MAX_TEXT} from "./cellAddress.ts";
import {decodeText} from "./decodeText.ts";
import {parseDelimited, sniffDelimiter} from "./delimited.ts";
import {originalBase} from "./markedName.ts";
import {damaged, tooLarge} from "./refusal.ts";
import type {Cell, Workbook} from "./workbook.ts";

const MAX_SIZE = 256 * 2 ** 20;

/**
 * Reads a CSV or text file as a workbook of one sheet, named after the file. Every cell is text: what "1.234" means is decided
 * by the field it stands in. @throws RefusalError if the bytes are not text or a quotation mark is never closed.
 */
export function readCsv(bytes: Uint8Array, fileName: string): Workbook {
  if (bytes.length > MAX_SIZE) throw tooLarge("hơn 256 MB");
  const {delimiter, table} = sniffDelimiter(decodeText(bytes));
  const parsed = parseDelimited(table, delimiter);
  if (!parsed.ok) throw damaged(`dấu ngoặc kép mở ở dòng ${parsed.openQuoteRow} không được đóng`);
  const {rows} = parsed;
  if (rows.length > MAX_ROWS) throw tooLarge(`có ${rows.length} dòng, nhiều nhất ${MAX_ROWS}`);
  const cells: Cell[] = [];
  for (const [r, fields] of rows.entries()) {
    if (fields.length > MAX_COLUMNS) throw tooLarge(`dòng ${r + 1} có ${fields.length} cột, nhiều nhất ${MAX_COLUMNS}`);
    for (const [c, text] of fields.entries()) {
      if (text.length > MAX_TEXT) throw tooLarge(`ô ${cellAddress(r + 1, c + 1)} dài hơn 32.767 ký tự`);
      if (text !== "") cells.push(textCell(r + 1, c + 1, text));
    }
  }
  const sheet = {
    name: originalBase(fileName),
    isHidden: false,
    cells,
    merges: [],
    hiddenRows: [],
    hiddenColumns: []
  };
  return {format: "csv", sheets: [sheet], uses1904Dates: false};
}

function textCell(row: number, column: number, text: string): Cell {
  return {row, column, kind: "text", text, number: null, isDate: false, isPercent: false, isFormula: false, font: null};
}
