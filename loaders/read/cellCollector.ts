import {cellAddress, MAX_COLUMNS, MAX_ROWS, MAX_TEXT} from "./cellAddress.ts";
import {damaged, tooLarge} from "./refusal.ts";
import {numbersIn, type Span} from "./spans.ts";
import {type CellStyle, PLAIN_STYLE} from "./styles.ts";
import type {Cell, Merge, Sheet} from "./workbook.ts";

/** More non-empty cells than any form has: a million are about 26,000 rows of 38 columns. */
export const MAX_CELLS = 1_000_000;
/** More merged ranges than any form has. */
export const MAX_MERGES = 500_000;

/** Non-empty cells a workbook may still hold; counted down over its sheets. */
export interface CellBudget {
  cells: number;
}

/** A value as a cell holds it, without its place. */
export type CellValue = Pick<Cell, "kind" | "text" | "number">;

/** Gathers one sheet's cells, merges and hidden rows and columns, and holds them to Excel's grid and to the workbook's budget. */
export class CellCollector {
  readonly #part: string;
  readonly #budget: CellBudget;
  readonly #cells: Cell[] = [];
  readonly #merges: Merge[] = [];
  readonly #hiddenRows: Span[] = [];
  readonly #hiddenColumns: Span[] = [];
  #lastRow = 0;
  #lastColumn = 0;
  #isSorted = true;
  #lastAddress = 0;

  /** @param part how a message names the place: a part's path or a sheet's name. */
  constructor(part: string, budget: CellBudget) {
    this.#part = part;
    this.#budget = budget;
  }

  /** Takes a cell. An empty text without a formula leaves no cell. @throws RefusalError outside the grid or over the budget. */
  add(
    row: number,
    column: number,
    {kind, text, number}: CellValue,
    {isDate, isPercent, font}: CellStyle = PLAIN_STYLE,
    isFormula = false
  ): void {
    if (!isInside(row, MAX_ROWS) || !isInside(column, MAX_COLUMNS)) throw this.#outside(`ô dòng ${row} cột ${column}`);
    if (--this.#budget.cells < 0) throw tooLarge("có quá nhiều ô, nhiều nhất 1 triệu");
    if (text.length > MAX_TEXT) throw tooLarge(`ô ${cellAddress(row, column)} dài hơn 32.767 ký tự`);
    const address = row * MAX_COLUMNS + column;
    if (address <= this.#lastAddress) this.#isSorted = false;
    this.#lastAddress = address;
    if (row > this.#lastRow) this.#lastRow = row;
    if (column > this.#lastColumn) this.#lastColumn = column;
    this.#cells.push({row, column, kind, text, number, isDate, isPercent, isFormula, font});
  }

  /** Takes a merged range; one cell alone is none. @throws RefusalError outside the grid. */
  merge(merge: Merge): void {
    const {top, left, bottom, right} = merge;
    const isOrdered = top <= bottom && left <= right;
    if (!isOrdered || !isInside(top, bottom) || !isInside(left, right) || bottom > MAX_ROWS || right > MAX_COLUMNS) {
      throw this.#outside(`vùng gộp dòng ${top}–${bottom}, cột ${left}–${right}`);
    }
    if (top === bottom && left === right) return;
    if (this.#merges.push(merge) > MAX_MERGES) throw tooLarge("có quá nhiều vùng gộp");
  }

  /** Hides rows `from` to `to`; `body` tells those before the end of the table: programs hide all rows below it, a million. */
  hideRows(from: number, to: number): void {
    this.#hiddenRows.push([from, to]);
  }

  hideColumns(from: number, to: number): void {
    this.#hiddenColumns.push([from, to]);
  }

  body(): Pick<Sheet, "cells" | "merges" | "hiddenRows" | "hiddenColumns"> {
    return {
      cells: this.#isSorted ? this.#cells : sortCells(this.#cells),
      merges: this.#merges,
      hiddenRows: numbersIn(this.#hiddenRows, this.#lastRow),
      hiddenColumns: numbersIn(this.#hiddenColumns, this.#lastColumn)
    };
  }

  #outside(place: string): Error {
    return damaged(`"${this.#part}" có ${place} nằm ngoài trang tính Excel`);
  }
}

function isInside(place: number, last: number): boolean {
  return Number.isInteger(place) && place >= 1 && place <= last;
}

/** Reading order; of two cells with one address the later stands, as in Excel. */
export function sortCells(cells: readonly Cell[]): Cell[] {
  const byAddress = new Map<number, Cell>();
  for (const cell of cells) byAddress.set(cell.row * MAX_COLUMNS + cell.column, cell);
  return [...byAddress].sort(([a], [b]) => a - b).map(([, cell]) => cell);
}

/** The value of a number, or its text if it is not finite. @param text as the file writes it. */
export function numberValue(number: number, text = String(number)): CellValue {
  return Number.isFinite(number) ? {kind: "number", text, number} : {kind: "text", text, number: null};
}

export function textValue(text: string): CellValue {
  return {kind: "text", text: storable(text), number: null};
}

/** Text of a binary file without what XML, JSON and a database cannot hold: control characters, halves of a surrogate pair. */
export function storable(text: string): string {
  // eslint-disable-next-line no-control-regex
  if (!/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]/.test(text)) return text;
  return (
    text
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd")
      // eslint-disable-next-line no-control-regex
      .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, "")
  );
}

export function booleanValue(value: boolean): CellValue {
  return {kind: "boolean", text: value ? "TRUE" : "FALSE", number: value ? 1 : 0};
}

/** Texts of the errors that binary formats number ([MS-XLS] 2.5.10). */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"]
]);

export function errorValue(code: number): CellValue {
  return {kind: "error", text: ERRORS.get(code) ?? "#N/A", number: null};
}
