import {MAX_CELLS, storable} from "../cellCollector.ts";
import {openPackage, partOfType} from "../opcPackage.ts";
import {NO_STRINGS} from "../stringTable.ts";
import type {Workbook} from "../workbook.ts";
import {findSheetParts, findWorkbook, type ListedSheet} from "../xlsxPackage.ts";
import {readRecords} from "./records.ts";
import {NO_STYLES, readXlsbStrings, readXlsbStyles} from "./sharedItems.ts";
import {readXlsbSheet} from "./xlsbSheet.ts";

/** Records of the workbook part ([MS-XLSB] 2.3.2). */
const WORKBOOK_PROPERTIES = 153;
const SHEET = 156;
const USES_1904_DATES = 1;

/**
 * Reads a binary workbook (.xlsb): the package of an .xlsx with records in place of XML. Formulas by their cached values.
 * @throws RefusalError if the file is damaged, unsafe or too large.
 */
export function readXlsb(bytes: Uint8Array): Workbook {
  const opc = openPackage(bytes);
  const {unpack} = opc;
  const workbookPart = findWorkbook(opc);
  const {listed, uses1904Dates} = readWorkbookPart(workbookPart, unpack(workbookPart));
  const relationships = opc.relationshipsOf(workbookPart);
  const sheets = findSheetParts(workbookPart, listed, relationships);
  const stylesPart = partOfType(workbookPart, relationships, "styles");
  const styles = stylesPart === null ? NO_STYLES : readXlsbStyles(stylesPart, unpack(stylesPart));
  const stringsPart = partOfType(workbookPart, relationships, "sharedStrings");
  const strings = stringsPart === null ? NO_STRINGS : readXlsbStrings(stringsPart, unpack(stringsPart), styles);
  const context = {strings, styles, budget: {cells: MAX_CELLS}};
  return {
    format: "xlsb",
    sheets: sheets.map(({name, isHidden, part}) => ({name, isHidden, ...readXlsbSheet(part, unpack(part), context)})),
    uses1904Dates
  };
}

function readWorkbookPart(part: string, bytes: Uint8Array): {listed: ListedSheet[]; uses1904Dates: boolean} {
  const listed: ListedSheet[] = [];
  let uses1904Dates = false;
  readRecords(part, bytes, (type, fields) => {
    if (type === WORKBOOK_PROPERTIES) uses1904Dates = (fields.u32() & USES_1904_DATES) !== 0;
    else if (type === SHEET) {
      const isHidden = fields.u32() !== 0;
      fields.skip(4);
      const relationshipId = fields.wideString();
      listed.push({name: storable(fields.wideString()), isHidden, relationshipId});
    }
  });
  return {listed, uses1904Dates};
}
