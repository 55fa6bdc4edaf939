import {MAX_COLUMNS} from "../cellAddress.ts";
import {MAX_CELLS} from "../cellCollector.ts";
import {damaged, encrypted, tooLarge} from "../refusal.ts";
import type {CellStyle} from "../styles.ts";
import type {Merge} from "../workbook.ts";
import {type BiffRecord, biffRecords, isFormula, isValueCell, RECORD} from "./biffRecords.ts";
import {BiffStyles} from "./biffStyles.ts";

const MAX_MERGES = 100_000;

/** A type that readers pass over (page breaks): records that a form does not need are made such. */
const PASSED_OVER = 0x001a;
/** Bytes of a formula record before the length of its tokens ([MS-XLS] 2.4.127). */
const FORMULA_HEAD = 20;
const WORKSHEET = 0;

/** What a stream says about one sheet besides its values. */
export interface BiffSheet {
  /** Where the sheet begins in the stream: sheets are told apart by it. */
  at: number;
  isHidden: boolean;
  /** False for charts and modules. */
  isWorksheet: boolean;
  merges: Merge[];
  hiddenRows: number[];
  hiddenColumns: (readonly [first: number, last: number])[];
  /** By address (row × 16,384 + column, both from 0): the number of the style × 2, and 1 more where a formula stands. */
  cells: Map<number, number>;
}

export interface BiffSurvey {
  /** In the workbook's order. */
  sheets: BiffSheet[];
  styleOf: (index: number) => CellStyle;
  uses1904Dates: boolean;
  /** Code page of the texts; null where they are Unicode. */
  codePage: number | null;
}

/**
 * Goes through an Excel 5 to 2003 stream before a general reader does: counts its cells, gathers styles, merges and what is
 * hidden, and leaves in place only the records that hold values, so that nothing else in the file is ever interpreted.
 * Changes `stream`. @throws RefusalError if it is protected by a password, damaged or too large.
 */
export function surveyBiff(stream: Uint8Array): BiffSurvey {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const isUnicode = view.byteLength >= 6 && view.getUint16(4, true) === 0x0600;
  const styles = new BiffStyles(view, isUnicode);
  const survey: BiffSurvey = {
    sheets: [],
    styleOf: (index) => styles.styleOf(index),
    uses1904Dates: false,
    codePage: isUnicode ? null : 1252
  };
  if (countCells(view) > MAX_CELLS) throw tooLarge("có quá nhiều ô, nhiều nhất 1 triệu");
  const reader = new Surveyor(view, survey, styles);
  for (const record of biffRecords(view)) reader.take(record);
  reader.end();
  return survey;
}

/** Cells with a value in the whole stream, counted before anything is kept of them. */
function countCells(view: DataView): number {
  let count = 0;
  for (const {type, length} of biffRecords(view)) {
    if (isValueCell(type)) count++;
    else if (type === RECORD.multipleNumbers) count += Math.floor(length / 6);
  }
  return count;
}

class Surveyor {
  readonly #view: DataView;
  readonly #survey: BiffSurvey;
  readonly #styles: BiffStyles;
  readonly #sheetsByPlace = new Map<number, BiffSheet>();
  readonly #begun = new Set<number>();
  #sheet: BiffSheet | null = null;
  #depth = 0;
  #isKept = false;
  #mergeCount = 0;

  constructor(view: DataView, survey: BiffSurvey, styles: BiffStyles) {
    this.#view = view;
    this.#survey = survey;
    this.#styles = styles;
  }

  take(record: BiffRecord): void {
    const {type, at} = record;
    if (type === RECORD.bof) this.#begin(at);
    else if (type === RECORD.eof) {
      if (this.#depth > 0) this.#depth--;
    } else if (type === RECORD.filePass) throw encrypted();
    else {
      // A continuation goes with the record that it continues.
      if (type !== RECORD.continue) this.#isKept = this.#depth === 1 && this.#keep(record);
      if (!this.#isKept) this.#view.setUint16(at, PASSED_OVER, true);
      return;
    }
    this.#isKept = false;
  }

  end(): void {
    const missing = this.#survey.sheets.some(({at}) => !this.#begun.has(at));
    if (this.#depth > 0 || missing) throw damaged("thiếu phần cuối của bảng tính");
  }

  /** The first stream describes the workbook, each later one a sheet; charts inside a sheet are deeper. */
  #begin(at: number): void {
    this.#depth++;
    if (this.#depth > 1) return;
    this.#sheet = this.#sheetsByPlace.get(at) ?? null;
    this.#begun.add(at);
  }

  /** Reads a record of a workbook or sheet; true if a general reader needs it too. */
  #keep(record: BiffRecord): boolean {
    return this.#sheet === null ? this.#keepOfWorkbook(record) : this.#keepOfSheet(record, this.#sheet);
  }

  #keepOfWorkbook(record: BiffRecord): boolean {
    const {type, from, length} = record;
    const view = this.#view;
    this.#styles.take(record);
    if (type === RECORD.boundSheet && length >= 6) {
      const at = view.getUint32(from, true);
      if (this.#sheetsByPlace.has(at)) throw damaged("hai trang tính chung một nội dung");
      const sheet: BiffSheet = {
        at,
        isHidden: (view.getUint8(from + 4) & 3) !== 0,
        isWorksheet: view.getUint8(from + 5) === WORKSHEET,
        merges: [],
        hiddenRows: [],
        hiddenColumns: [],
        cells: new Map()
      };
      this.#sheetsByPlace.set(at, sheet);
      this.#survey.sheets.push(sheet);
      return true;
    }
    if (type === RECORD.date1904 && length >= 2) this.#survey.uses1904Dates = view.getUint16(from, true) === 1;
    if (type === RECORD.codePage && length >= 2) {
      if (this.#survey.codePage !== null) this.#survey.codePage = view.getUint16(from, true);
      return true;
    }
    return type === RECORD.sharedStrings;
  }

  #keepOfSheet(record: BiffRecord, sheet: BiffSheet): boolean {
    const {type, from, length} = record;
    const view = this.#view;
    if (isValueCell(type) && length >= 6) {
      this.#addCell(sheet, from, view.getUint16(from + 4, true), isFormula(type));
      // The formula itself is not needed: without its tokens only the value is read.
      if (isFormula(type) && length >= FORMULA_HEAD + 2) view.setUint16(from + FORMULA_HEAD, 0, true);
      return sheet.isWorksheet;
    }
    if (type === RECORD.multipleNumbers && length >= 12) {
      const count = Math.floor((length - 6) / 6);
      for (let i = 0; i < count; i++) this.#addCell(sheet, from, view.getUint16(from + 4 + i * 6, true), false, i);
      return sheet.isWorksheet;
    }
    if (type === RECORD.row && length >= 16) {
      if ((view.getUint8(from + 12) & 0x20) !== 0) sheet.hiddenRows.push(view.getUint16(from, true) + 1);
    } else if (type === RECORD.columns && length >= 10) {
      const isHidden = (view.getUint16(from + 8, true) & 1) === 1;
      if (isHidden) sheet.hiddenColumns.push([view.getUint16(from, true) + 1, view.getUint16(from + 2, true) + 1]);
    } else if (type === RECORD.merges) this.#addMerges(sheet, from, length);
    return type === RECORD.string && sheet.isWorksheet;
  }

  #addCell(sheet: BiffSheet, from: number, style: number, hasFormula: boolean, shift = 0): void {
    const row = this.#view.getUint16(from, true);
    const column = this.#view.getUint16(from + 2, true) + shift;
    sheet.cells.set(row * MAX_COLUMNS + column, style * 2 + (hasFormula ? 1 : 0));
  }

  #addMerges(sheet: BiffSheet, from: number, length: number): void {
    const count = Math.floor((length - 2) / 8);
    this.#mergeCount += count;
    if (this.#mergeCount > MAX_MERGES) throw tooLarge("có quá nhiều vùng gộp");
    for (let i = 0; i < count; i++) {
      const [top = 0, bottom = 0, left = 0, right = 0] = [0, 2, 4, 6].map(
        (offset) => this.#view.getUint16(from + 2 + i * 8 + offset, true) + 1
      );
      sheet.merges.push({top, bottom, left, right});
    }
  }
}
