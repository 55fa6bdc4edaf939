import {builtInFormat, customFormat, type NumberFormat} from "../numberFormat.ts";
import type {SharedStrings} from "../stringTable.ts";
import type {CellStyle} from "../styles.ts";
import {type Fields, readRecords} from "./records.ts";

/** Records of the styles and shared strings parts ([MS-XLSB] 2.3.2). */
const STRING_ITEM = 19;
const FONT = 43;
const FORMAT = 44;
const XF = 47;
const BEGIN_CELL_XFS = 617;
const END_CELL_XFS = 618;

/** Bytes of a font before its name: size, flags, weight, script, underline, family, character set, colour, scheme. */
const FONT_HEAD = 21;
const IS_RICH = 1;

/** Styles of a workbook: one for each number that cells refer to, and the fonts that rich text refers to. */
export interface XlsbStyles {
  cellStyles: readonly CellStyle[];
  fonts: readonly (string | null)[];
}

export const NO_STYLES: XlsbStyles = {cellStyles: [], fonts: []};

/** Reads the styles part. */
export function readXlsbStyles(part: string, bytes: Uint8Array): XlsbStyles {
  const formats = new Map<number, NumberFormat>();
  const fonts: (string | null)[] = [];
  const cellStyles: CellStyle[] = [];
  let isInCellXfs = false;
  readRecords(part, bytes, (type, fields) => {
    if (type === FORMAT) {
      const id = fields.u16();
      formats.set(id, customFormat(fields.wideString()));
    } else if (type === FONT) {
      fields.skip(FONT_HEAD);
      fonts.push(fields.wideString());
    } else if (type === BEGIN_CELL_XFS) isInCellXfs = true;
    else if (type === END_CELL_XFS) isInCellXfs = false;
    else if (type === XF && isInCellXfs) {
      fields.skip(2);
      const id = fields.u16();
      const font = fonts[fields.u16()] ?? null;
      cellStyles.push({...(formats.get(id) ?? builtInFormat(id)), font});
    }
  });
  return {cellStyles, fonts};
}

/** Reads the shared strings part. */
export function readXlsbStrings(part: string, bytes: Uint8Array, {fonts}: XlsbStyles): SharedStrings {
  const texts: string[] = [];
  const stringFonts: (string | null)[] = [];
  readRecords(part, bytes, (type, fields) => {
    if (type !== STRING_ITEM) return;
    const {text, font} = richText(fields, fonts);
    texts.push(text);
    stringFonts.push(font);
  });
  return {texts, fonts: stringFonts};
}

/** A text with the font of its start, where it has runs of its own ([MS-XLSB] 2.5.121). */
export function richText(fields: Fields, fonts: readonly (string | null)[]): {text: string; font: string | null} {
  const flags = fields.u8();
  const text = fields.wideString();
  if ((flags & IS_RICH) === 0 || fields.u32() === 0) return {text, font: null};
  const runStart = fields.u16();
  const font = fonts[fields.u16()] ?? null;
  return {text, font: runStart === 0 ? font : null};
}
