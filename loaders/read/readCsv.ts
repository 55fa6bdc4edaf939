import {cellAddress, MAX_COLUMNS, MAX_ROWS, MAX_TEXT} from "./cellAddress.ts";
import {MAX_CELLS} from "./cellCollector.ts";
import {decodeText} from "./decodeText.ts";
import {delimitedRows, OpenQuoteError, sniffDelimiter} from "./delimited.ts";
import {originalBase} from "./markedName.ts";
import {damaged, tooLarge} from "./refusal.ts";
import type {Cell, Workbook} from "./workbook.ts";

const MAX_SIZE = 32 * 2 ** 20;
/** Fields, empty ones too: a file of nothing but separators must not become millions of texts. */
const MAX_FIELDS = 8_000_000;

/**
 * Reads a CSV or text file as a workbook of one sheet, named after the file. Every cell is text: what "1.234" means is decided
 * by the field it stands in. @throws RefusalError if the bytes are not text or a quotation mark is never closed.
 */
export function readCsv(bytes: Uint8Array, fileName: string): Workbook {
  if (bytes.length > MAX_SIZE) throw tooLarge("hơn 32 MB");
  const content = decodeText(bytes);
  if (countSeparators(content) > MAX_FIELDS) throw tooLarge("có quá nhiều ô, nhiều nhất 8 triệu kể cả ô trống");
  const {delimiter, table} = sniffDelimiter(content);
  const cells = readCells(table, delimiter);
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

function readCells(table: string, delimiter: string): Cell[] {
  const cells: Cell[] = [];
  let row = 0;
  try {
    for (const fields of delimitedRows(table, delimiter)) {
      row++;
      if (row > MAX_ROWS) throw tooLarge(`có hơn ${MAX_ROWS} dòng`);
      if (fields.length > MAX_COLUMNS) throw tooLarge(`dòng ${row} có ${fields.length} cột, nhiều nhất ${MAX_COLUMNS}`);
      for (const [c, text] of fields.entries()) {
        if (text.length > MAX_TEXT) throw tooLarge(`ô ${cellAddress(row, c + 1)} dài hơn 32.767 ký tự`);
        if (text !== "" && cells.push(textCell(row, c + 1, text)) > MAX_CELLS) {
          throw tooLarge("có quá nhiều ô, nhiều nhất 1 triệu");
        }
      }
    }
  } catch (error) {
    if (error instanceof OpenQuoteError) throw damaged(`dấu ngoặc kép mở ở dòng ${error.row} không được đóng`);
    throw error;
  }
  return cells;
}

/** Characters that may end a field, whichever is the delimiter. */
function countSeparators(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 44 || code === 59 || code === 9 || code === 10 || code === 124) count++;
  }
  return count;
}

function textCell(row: number, column: number, text: string): Cell {
  return {row, column, kind: "text", text, number: null, isDate: false, isPercent: false, isFormula: false, font: null};
}
