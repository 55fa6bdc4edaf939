import {MAX_CELLS} from "./cellCollector.ts";
import {NO_STRINGS, readSharedStrings} from "./stringTable.ts";
import {readStyles} from "./styles.ts";
import type {Workbook} from "./workbook.ts";
import {readWorksheet, type SheetContext} from "./worksheet.ts";
import {openXlsxPackage} from "./xlsxPackage.ts";

/**
 * Reads an .xlsx or .xlsm file: values as the file stores them, formulas by their cached values. Chart and dialog sheets hold
 * no cells and are left out. @throws RefusalError if the file is damaged, unsafe, too large or of another kind.
 */
export function readXlsx(bytes: Uint8Array): Workbook {
  const {sheets, sharedStrings, styles, uses1904Dates, unpack} = openXlsxPackage(bytes);
  const context: SheetContext = {
    strings: sharedStrings === null ? NO_STRINGS : readSharedStrings(sharedStrings, unpack(sharedStrings)),
    styles: styles === null ? [] : readStyles(styles, unpack(styles)),
    uses1904Dates,
    budget: {cells: MAX_CELLS}
  };
  return {
    format: "xlsx",
    sheets: sheets.map(({name, isHidden, part}) => ({name, isHidden, ...readWorksheet(part, unpack(part), context)})),
    uses1904Dates
  };
}
