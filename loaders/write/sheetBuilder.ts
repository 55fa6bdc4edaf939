import {columnLetter} from "../read/cellAddress.ts";
import type {CellValue, PlannedCell, PlannedRow, PlannedSheet} from "./plannedSheet.ts";
import {wrappedLines} from "./wrappedLines.ts";

/** Fills a worksheet from the top down. */
export class SheetBuilder<Look extends string> {
  readonly #rows: PlannedRow<Look>[] = [];
  readonly #merges: string[] = [];
  #row = 0;
  #frozenRows = 0;

  /** Number of columns of the table below the title. */
  readonly width: number;
  readonly #widths: readonly number[];

  constructor(widths: readonly number[]) {
    this.#widths = widths;
    this.width = widths.length;
  }

  /** The last row written, counted from 1; 0 on an empty sheet. */
  get lastRow(): number {
    return this.#row;
  }

  /** Adds a row; cells with null are drawn only for their border. Returns its number. */
  add(cells: readonly PlannedCell<Look>[], height?: number): number {
    this.#row += 1;
    this.#rows.push({row: this.#row, cells, ...(height === undefined ? {} : {height})});
    return this.#row;
  }

  /** Adds a row as high as its longest text needs when wrapped, in lines of `line` points. */
  addWrapped(cells: readonly PlannedCell<Look>[], line: number): number {
    const lines = cells.map(({column, value}) => {
      const width = this.#widths[column - 1] ?? 10;
      return typeof value === "string" ? wrappedLines(value, width) : 1;
    });
    this.#row += 1;
    this.#rows.push({row: this.#row, cells, height: Math.max(1, ...lines) * line + 2, mayGrow: true});
    return this.#row;
  }

  /** A row of one style in all columns of the table. */
  addLine(values: readonly CellValue[], style: Look, height?: number): number {
    return this.add(
      values.map((value, index) => ({column: index + 1, value, style})),
      height
    );
  }

  skip(rows = 1): void {
    this.#row += rows;
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top === bottom && left === right) return;
    this.#merges.push(`${columnLetter(left)}${top}:${columnLetter(right)}${bottom}`);
  }

  /** A text over columns left to right of the next row, merged. */
  addMerged(texts: readonly {left: number; right: number; text: string; style: Look}[], height?: number): number {
    const row = this.add(
      texts.map(({left, text, style}) => ({column: left, value: text, style})),
      height
    );
    for (const {left, right} of texts) this.merge(row, left, row, right);
    return row;
  }

  /** Rows written so far stay in view. */
  freeze(): void {
    this.#frozenRows = this.#row;
  }

  build(name: string): PlannedSheet<Look> {
    return {name, widths: this.#widths, rows: this.#rows, merges: this.#merges, frozenRows: this.#frozenRows};
  }
}
