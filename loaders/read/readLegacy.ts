import {CFB, read, type CellObject, type WorkBook, type WorkSheet} from "@e965/xlsx";
import {
  booleanValue,
  CellCollector,
  type CellValue,
  errorValue,
  MAX_CELLS,
  numberValue,
  storable,
  textValue
} from "./cellCollector.ts";
import {MAX_COLUMNS} from "./cellAddress.ts";
import {customFormat} from "./numberFormat.ts";
import type {LegacyFormat} from "./readWorkbook.ts";
import {damaged, notSpreadsheet, RefusalError, tooLarge} from "./refusal.ts";
import {type CellStyle, PLAIN_STYLE} from "./styles.ts";
import type {Sheet, Workbook} from "./workbook.ts";
import {type BiffSheet, type BiffSurvey, surveyBiff} from "./xls/surveyBiff.ts";

/** Larger than any .xls with fewer than a million cells. */
const MAX_SIZE = 64 * 2 ** 20;
const COMPOUND_FILE = 0xd0;

/** Values only, as stored: no texts made from formats, no dates made from numbers, no formulas taken apart. */
const OPTIONS = {
  dense: true,
  raw: true,
  cellFormula: false,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellDates: false,
  sheetStubs: false
} as const;

type Content = Omit<Workbook, "format">;

/** The library's reader of compound files, which it gives no types. */
interface CompoundFiles {
  read: (data: Uint8Array, options: {type: "buffer" | "array"}) => object;
  find: (container: object, path: string) => {content: ArrayLike<number>} | null;
}

/**
 * Reads an Excel 2 to 2003 workbook (.xls) by SheetJS, after a survey that leaves it only the records with values. The library
 * is large and made for honest files: in Node it runs in a process of its own with limits, in a browser in a worker.
 * @throws RefusalError if the file is damaged, protected by a password, too large or holds no workbook.
 */
export function readLegacy(bytes: Uint8Array, format: LegacyFormat): Workbook {
  if (bytes.length > MAX_SIZE) throw tooLarge("lớn hơn 64 MB");
  try {
    return {format, ...(bytes[0] === COMPOUND_FILE ? readStream(workbookStream(bytes)) : readOldStream(bytes))};
  } catch (error) {
    if (error instanceof RefusalError) throw error;
    throw damaged(`không đọc được nội dung .xls (${messageOf(error).slice(0, 80)})`);
  }
}

/** The library throws texts too. */
function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The stream of an Excel 97–2003 workbook, else of an Excel 5–95 one. */
function workbookStream(bytes: Uint8Array): Uint8Array {
  const {read: open, find} = CFB as CompoundFiles;
  const container = open(...handedOver(bytes));
  const entry = find(container, "/Workbook") ?? find(container, "/Book");
  if (entry === null) throw notSpreadsheet("tệp kiểu cũ của chương trình khác");
  return Uint8Array.from(entry.content);
}

/** Bytes as the library takes them: a Buffer where there is one, else it makes an array of numbers, ten times as large. */
function handedOver(bytes: Uint8Array): [data: Uint8Array, options: {type: "buffer" | "array"}] {
  const isNode = typeof Buffer !== "undefined";
  if (!isNode) return [bytes, {type: "array"}];
  return [Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {type: "buffer"}];
}

function readWorkbookStream(stream: Uint8Array): WorkBook {
  const [data, type] = handedOver(stream);
  return read(data, {...OPTIONS, ...type});
}

function readStream(stream: Uint8Array): Content {
  if (stream[0] !== 0x09) throw damaged("không thấy đầu bảng tính");
  if (stream[1] !== 0x08) return readOldStream(stream);
  const survey = surveyBiff(stream);
  const {SheetNames, Sheets} = readWorkbookStream(stream);
  const places = survey.sheets.map(({at}) => at).sort((a, b) => a - b);
  if (SheetNames.length !== places.length || new Set(SheetNames).size !== places.length) {
    throw damaged("danh sách trang tính sai");
  }
  const budget = {cells: MAX_CELLS};
  const sheets = survey.sheets.flatMap((about): Sheet[] => {
    if (!about.isWorksheet) return [];
    const name = SheetNames[places.indexOf(about.at)] ?? "";
    const collector = new CellCollector(name, budget);
    collectCells(sheetNamed(Sheets, name), collector, survey, about);
    for (const merge of about.merges) collector.merge(merge);
    for (const row of about.hiddenRows) collector.hideRows(row, row);
    for (const [first, last] of about.hiddenColumns) collector.hideColumns(first, last);
    return [{name: decoded(name, survey.codePage), isHidden: about.isHidden, ...collector.body()}];
  });
  if (sheets.length === 0) throw damaged("sổ làm việc không có trang tính nào");
  return {sheets, uses1904Dates: survey.uses1904Dates};
}

/** Excel 2 to 4: one sheet without names, styles by number format only. */
function readOldStream(bytes: Uint8Array): Content {
  const {SheetNames, Sheets, Workbook: properties} = readWorkbookStream(bytes);
  const budget = {cells: MAX_CELLS};
  const sheets = SheetNames.map((name): Sheet => {
    const collector = new CellCollector(name, budget);
    collectCells(sheetNamed(Sheets, name), collector, null, null);
    return {name: storable(name), isHidden: false, ...collector.body()};
  });
  if (sheets.every(({cells}) => cells.length === 0)) throw damaged("bảng tính không có ô nào");
  return {sheets, uses1904Dates: properties?.WBProps?.date1904 === true};
}

/** A sheet that SheetJS failed on is simply missing. */
function sheetNamed(sheets: Record<string, WorkSheet>, name: string): WorkSheet {
  const found: unknown =
    name === "__proto__" ? Object.getPrototypeOf(sheets) : Object.hasOwn(sheets, name) && sheets[name];
  if (typeof found !== "object" || found === null || found === Object.prototype) {
    throw damaged(`không đọc được trang tính "${storable(name)}"`);
  }
  return found;
}

function collectCells(
  sheet: WorkSheet,
  collector: CellCollector,
  survey: BiffSurvey | null,
  about: BiffSheet | null
): void {
  const rows = sheet["!data"] ?? [];
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      const value = valueOf(cell, survey?.codePage ?? null);
      if (value === null || value.text === "") return;
      const known = about?.cells.get(r * MAX_COLUMNS + c);
      const style = survey === null || known === undefined ? formatStyle(cell.z) : survey.styleOf(known >> 1);
      collector.add(r + 1, c + 1, value, style, ((known ?? 0) & 1) === 1);
    });
  });
}

function formatStyle(code: unknown): CellStyle {
  return typeof code === "string" ? {...customFormat(code), font: null} : PLAIN_STYLE;
}

function valueOf({t, v}: CellObject, codePage: number | null): CellValue | null {
  if (t === "n") return numberValue(Number(v));
  if (t === "b") return booleanValue(v === true);
  if (t === "e") return errorValue(Number(v));
  if (t === "s") return textValue(decoded(String(v ?? ""), codePage));
  return null;
}

/** Text of an Excel 5–95 file, which SheetJS gives byte by byte, in the code page that the file names. */
function decoded(text: string, codePage: number | null): string {
  if (codePage === null || codePage < 1250 || codePage > 1258 || codePage === 1252) return storable(text);
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff);
  return storable(new TextDecoder(`windows-${codePage}`).decode(bytes));
}
