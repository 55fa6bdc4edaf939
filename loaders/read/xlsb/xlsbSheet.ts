import {
  booleanValue,
  type CellBudget,
  CellCollector,
  type CellValue,
  errorValue,
  numberValue,
  textValue
} from "../cellCollector.ts";
import {damaged} from "../refusal.ts";
import type {SharedStrings} from "../stringTable.ts";
import {type CellStyle, PLAIN_STYLE} from "../styles.ts";
import type {Sheet} from "../workbook.ts";
import {type Fields, readRecords} from "./records.ts";
import {richText, type XlsbStyles} from "./sharedItems.ts";

/** Records of a sheet part ([MS-XLSB] 2.3.2). Cells are 1 to 11 and 62; 12 to 18 are cells beside the one before. */
const ROW = 0;
const FIRST_CELL = 1;
const FIRST_FORMULA = 8;
const LAST_FORMULA = 11;
const FIRST_SHORT = 12;
const LAST_SHORT = 18;
const RICH_CELL = 62;
const COLUMNS = 60;
const MERGE = 176;
const IS_COLUMN_HIDDEN = 1;
const IS_ROW_HIDDEN = 0x10;

/** What the cells of every sheet refer to. */
export interface XlsbContext {
  strings: SharedStrings;
  styles: XlsbStyles;
  budget: CellBudget;
}

/** Reads a sheet part. @throws RefusalError if it is damaged or too large. */
export function readXlsbSheet(
  part: string,
  bytes: Uint8Array,
  {strings, styles, budget}: XlsbContext
): Pick<Sheet, "cells" | "merges" | "hiddenRows" | "hiddenColumns"> {
  const collector = new CellCollector(part, budget);
  let row = 0;
  let column = 0;
  const addCell = (type: number, fields: Fields): void => {
    column = type >= FIRST_SHORT && type <= LAST_SHORT ? column + 1 : fields.u32() + 1;
    const style = styles.cellStyles[fields.u16() | (fields.u8() << 16)] ?? PLAIN_STYLE;
    fields.skip(1);
    const found = valueOf(type, fields, part, strings, styles);
    if (found === null || found.value.text === "") return;
    const font: CellStyle["font"] = found.font ?? style.font;
    collector.add(row, column, found.value, {...style, font}, type >= FIRST_FORMULA && type <= LAST_FORMULA);
  };
  readRecords(part, bytes, (type, fields) => {
    if (type === ROW) {
      row = fields.u32() + 1;
      column = 0;
      fields.skip(7);
      if ((fields.u8() & IS_ROW_HIDDEN) !== 0) collector.hideRows(row, row);
    } else if ((type >= FIRST_CELL && type <= LAST_SHORT) || type === RICH_CELL) addCell(type, fields);
    else if (type === COLUMNS) {
      const first = fields.u32() + 1;
      const last = fields.u32() + 1;
      fields.skip(8);
      if ((fields.u16() & IS_COLUMN_HIDDEN) !== 0) collector.hideColumns(first, last);
    } else if (type === MERGE) {
      const [top, bottom, left, right] = [fields.u32() + 1, fields.u32() + 1, fields.u32() + 1, fields.u32() + 1];
      collector.merge({top, left, bottom, right});
    }
  });
  return collector.body();
}

/** Value of a cell record, and the font of its text where it has one of its own; null for a blank cell. */
function valueOf(
  type: number,
  fields: Fields,
  part: string,
  {texts, fonts}: SharedStrings,
  styles: XlsbStyles
): {value: CellValue; font: string | null} | null {
  const plain = (value: CellValue): {value: CellValue; font: null} => ({value, font: null});
  switch (type) {
    case 2:
    case 13:
      return plain(numberValue(fields.packedNumber()));
    case 3:
    case 11:
    case 14:
      return plain(errorValue(fields.u8()));
    case 4:
    case 10:
    case 15:
      return plain(booleanValue(fields.u8() !== 0));
    case 5:
    case 9:
    case 16:
      return plain(numberValue(fields.f64()));
    case 6:
    case 8:
    case 17:
      return plain(textValue(fields.wideString()));
    case 7:
    case 18: {
      const index = fields.u32();
      const text = texts[index];
      if (text === undefined) throw damaged(`"${part}" nhắc tới chuỗi số ${index} không có`);
      return {value: textValue(text), font: fonts[index] ?? null};
    }
    case RICH_CELL: {
      const {text, font} = richText(fields, styles.fonts);
      return {value: textValue(text), font};
    }
    default:
      return null;
  }
}
