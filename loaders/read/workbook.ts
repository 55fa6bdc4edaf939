/**
 * What every reader makes of a file's bytes, whatever the format: sheets of addressed cells with the text a person sees.
 * Readers keep the file as it is: no trimming, no typing beyond what the file itself says.
 */

/** One non-empty cell. Rows and columns count from 1, as in Excel. */
export interface Cell {
  row: number;
  column: number;
  /** What the file stores: text, number (dates are serials), boolean; `error` holds "#N/A" and the like as text. */
  kind: "text" | "number" | "boolean" | "error";
  /** Text as stored (rich text runs joined, NFC not yet applied), or the number as written in the file. */
  text: string;
  /** The stored number for `number`, 0 or 1 for `boolean`, else null. */
  number: number | null;
  /** True if the number format shows a date or time. */
  isDate: boolean;
  /** True if the number format shows a percentage. */
  isPercent: boolean;
  /** True if the cell holds a formula; its cached value is then in `text` and `number`. */
  isFormula: boolean;
  /** Font name where the file gives one (legacy Vietnamese fonts are recognised by it), else null. */
  font: string | null;
  /** Text as the file stores it, where `text` is its reading in Unicode (see `legacyText/toUnicode.ts`). */
  stored?: string;
}

/** A merged range, inclusive, counted from 1. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  name: string;
  isHidden: boolean;
  /** Cells in reading order: by row, then column. */
  cells: readonly Cell[];
  merges: readonly Merge[];
  /** Hidden rows and columns, counted from 1; their cells are read all the same. */
  hiddenRows: readonly number[];
  hiddenColumns: readonly number[];
}

/** Formats that are read. "xml" is XML Spreadsheet 2003; "xlsx" stands for .xlsm too, "csv" for any delimited text. */
export type WorkbookFormat = "xlsx" | "csv" | "xls" | "xlsb" | "ods" | "xml";

export interface Workbook {
  format: WorkbookFormat;
  sheets: readonly Sheet[];
  /** True if serial dates count from 1904 (old Macintosh workbooks). */
  uses1904Dates: boolean;
}

/** Why a file cannot be read, for its sender: one sentence what was found, one what to do. */
export interface Refusal {
  rule: string;
  message: string;
  remedy: string;
}

export type ReadResult = {ok: true; workbook: Workbook} | {ok: false; refusal: Refusal};
