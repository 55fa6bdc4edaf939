import {strFromU8, unzipSync} from "fflate";
import {checkFile, type FileCheck} from "../../../loaders/checkFile/checkFile.ts";
import {markedCopy} from "../../../loaders/markedCopy/markedCopy.ts";
import {readLegacy} from "../../../loaders/read/readLegacy.ts";
import type {Issue} from "../../../loaders/validate/reading.ts";
import {xlsx, type Parts} from "../read/xlsxFile.ts";
import {forms, register} from "../validate/build.ts";

export interface MarkedFile {
  fileName: string;
  bytes: Uint8Array;
  /** What is found in the original, and in the copy. */
  before: FileCheck;
  after: FileCheck;
}

export function checked(bytes: Uint8Array, fileName: string): FileCheck {
  return checkFile(bytes, {fileName, register, forms, readOther: readLegacy});
}

/** Marks a file with the problems found in it, and `more`. */
export function marked(bytes: Uint8Array, fileName = "tep.xlsx", more: readonly Issue[] = []): MarkedFile {
  const before = checked(bytes, fileName);
  const {workbook, sheets, issues} = before;
  if (workbook === null) throw new Error(`refused: ${before.refusal?.message}`);
  const copy = markedCopy({bytes, fileName, workbook, sheets, issues: [...issues, ...more]});
  return {...copy, before, after: checked(copy.bytes, copy.fileName)};
}

/** Parts of a package by path, as text. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
}

/** Text of the cells of a sheet by address. */
export function textsOf({workbook}: FileCheck, sheet = 0): Record<string, string> {
  const cells = workbook?.sheets[sheet]?.cells ?? [];
  return Object.fromEntries(cells.map(({row, column, text}) => [`${String.fromCharCode(64 + column)}${row}`, text]));
}

const text = (address: string, value: string, style = ""): string =>
  `<c r="${address}"${style} t="inlineStr"><is><t>${value}</t></is></c>`;

/** A row of texts from column A on. */
export function rowXml(number: number, values: readonly string[], attributes = ""): string {
  const cells = values.map((value, i) => (value === "" ? "" : text(`${String.fromCharCode(65 + i)}${number}`, value)));
  return `<row r="${number}"${attributes}>${cells.join("")}</row>`;
}

/** Rows of a list of Sầm Sơn, 2025: row 5 has a result that is none, row 6 a class that is none and no name, row 7 is right. */
export const LIST_ROWS = [
  rowXml(1, ["PHƯỜNG SẦM SƠN"]),
  rowXml(2, ["DANH SÁCH ĐƠN VỊ NĂM 2025"]),
  rowXml(3, ["STT", "Tên đơn vị", "Loại hình", "Đăng ký", "Kết quả xét", "Phân loại"]),
  rowXml(4, ["1", "Tổ dân phố Bắc Kỳ", "Khu dân cư", "x", "Đạt", "Khá"]),
  rowXml(5, ["2", "Tổ dân phố Trung Kỳ", "Khu dân cư", "x", "Đạt một phần", "Khá"]),
  rowXml(6, ["3", "", "Khu dân cư", "x", "Đạt", "Giỏi"]),
  rowXml(7, ["4", "Tổ dân phố Nam Kỳ", "Khu dân cư", "x", "Chưa đạt", "Khá"])
];

/** A workbook with that list. @param around XML before and behind the rows. */
export function listFile(
  {before = "", behind = "", rows = LIST_ROWS}: {before?: string; behind?: string; rows?: readonly string[]} = {},
  more: Parts = {}
): Uint8Array {
  return xlsx(`${before}<sheetData>${rows.join("")}</sheetData>${behind}`, {...CONTENT_TYPES, ...more});
}

const CONTENT_TYPES: Parts = {
  "[Content_Types].xml":
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
};
