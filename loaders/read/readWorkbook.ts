import {readOds} from "./ods/readOds.ts";
import {readCsv} from "./readCsv.ts";
import {readXlsb} from "./xlsb/readXlsb.ts";
import {readXlsx} from "./readXlsx.ts";
import {otherFormat, RefusalError} from "./refusal.ts";
import {sniffFormat} from "./sniffFormat.ts";
import {readSpreadsheetXml} from "./spreadsheetXml.ts";
import type {ReadResult, Workbook, WorkbookFormat} from "./workbook.ts";

/** Formats whose reader is a large library of its own: it is handed in by whoever wants them read. */
export type LegacyFormat = "xls";

/** Reads a file of such a format: `readLegacy.ts`. @throws RefusalError */
export type ReadOther = (bytes: Uint8Array, format: LegacyFormat) => Workbook;

/**
 * Reads a submitted file's bytes, whatever its format: sheets of addressed cells, or why the file is refused.
 * @param fileName names the one sheet of a CSV file; it does not decide the format.
 * @param readOther reads .xls files; without it they are refused.
 */
export function readWorkbook(
  bytes: Uint8Array,
  {fileName, readOther}: {fileName: string; readOther?: ReadOther}
): ReadResult {
  try {
    return {ok: true, workbook: readAs(sniffFormat(bytes), bytes, fileName, readOther)};
  } catch (error) {
    if (error instanceof RefusalError) return {ok: false, refusal: error.refusal};
    throw error;
  }
}

function readAs(
  format: WorkbookFormat,
  bytes: Uint8Array,
  fileName: string,
  readOther: ReadOther | undefined
): Workbook {
  switch (format) {
    case "xlsx":
      return readXlsx(bytes);
    case "xlsb":
      return readXlsb(bytes);
    case "ods":
      return readOds(bytes);
    case "xml":
      return readSpreadsheetXml(bytes);
    case "csv":
      return readCsv(bytes, fileName);
    case "xls":
      if (readOther === undefined) throw otherFormat("tệp .xls (Excel 97–2003)");
      return readOther(bytes, format);
  }
}

/** True if the bytes are of a format that `readWorkbook` needs `readOther` for. */
export function needsOther(bytes: Uint8Array): boolean {
  try {
    return sniffFormat(bytes) === "xls";
  } catch (error) {
    if (error instanceof RefusalError) return false;
    throw error;
  }
}
