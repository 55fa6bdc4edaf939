import {columnLetter, columnOf, parseAddress} from "../read/cellAddress.ts";
import type {Cell, Merge, Sheet, Workbook} from "../read/workbook.ts";
import type {Reading, UnitRow} from "../validate/reading.ts";
import type {SheetRoles} from "../validate/recognise/rowRole.ts";
import {drawnRows, type DrawnRows} from "./drawnRows.ts";
import type {PictureCell, PictureColumn, PictureRow} from "./picture.ts";
import {shownText} from "./shownText.ts";
import {boldWidth, textWidth} from "./textWidth.ts";

/** Columns that are drawn: forms have some forty. */
const MOST_COLUMNS = 128;
/** Widths in letters: the least and the most of a column, that of one without text; and the rows whose texts are measured. */
const WIDTHS = {least: 3.5, most: 30, empty: 5};
const MEASURED_ROWS = 500;
/** Bounds of what merges may cover: a hostile file must not make more of them than it holds. */
const MOST_MERGES = 20_000;
const MOST_COVERED = 200_000;

/**
 * Results of a row of Danh sách đơn vị: an empty cell of one is drawn as missing where the row's value of this name is null. A day of
 * registration and a decision go with the result: where there is none, they are missing too.
 */
const MISSING_BY: Readonly<Record<string, "is_registered" | "is_certified" | "class" | "score">> = {
  is_registered: "is_registered",
  registered_date: "is_certified",
  is_certified: "is_certified",
  decision_number: "is_certified",
  class: "class",
  score: "score"
};

/** A sheet as it is drawn, row by row: what stands in each cell, and which empty cells lack a result. */
export class SheetPicture {
  readonly columns: readonly PictureColumn[];
  readonly drawn: DrawnRows;
  /** Numbers of the rows of Danh sách đơn vị whose result is not written: not yet judged, */
  readonly unjudgedRows: readonly number[];
  /** or not certified, because registration is not written either where others have it. */
  readonly unregisteredRows: readonly number[];
  readonly #uses1904Dates: boolean;
  readonly #roles: SheetRoles["roles"];
  readonly #byRow = new Map<number, Map<number, Cell>>();
  readonly #merges = new Map<string, Merge>();
  /** Cells under a vertically merged one: empty, yet not missing. */
  readonly #covered = new Set<string>();
  readonly #units = new Map<number, UnitRow>();
  readonly #resultColumns = new Map<number, string>();

  /** @param leastWidth column that is drawn at least: an issue may point at an empty cell. */
  constructor(sheet: Sheet, {roles}: SheetRoles, reading: Reading, {uses1904Dates}: Workbook, leastWidth: number) {
    this.#uses1904Dates = uses1904Dates;
    this.#roles = roles;
    let width = Math.min(leastWidth, MOST_COLUMNS);
    for (const cell of sheet.cells) {
      if (cell.column > MOST_COLUMNS || cell.text.trim() === "") continue;
      width = Math.max(width, cell.column);
      const row = this.#byRow.get(cell.row);
      if (row === undefined) this.#byRow.set(cell.row, new Map([[cell.column, cell]]));
      else row.set(cell.column, cell);
    }
    this.#keepMerges(sheet.merges);
    for (const unit of reading.units) if (unit.sheet === sheet.name) this.#units.set(unit.row_number, unit);
    for (const {sheet: name, form, field, column_letter} of reading.columns) {
      if (name !== sheet.name || form !== "unit_list" || !(field in MISSING_BY)) continue;
      this.#resultColumns.set(columnOf(parseAddress(`${column_letter}1`)), field);
    }
    this.drawn = drawnRows([...this.#byRow.keys()].sort((a, b) => a - b));
    this.columns = this.#measure(width);
    const isLeftOut = (row: number, ...fields: string[]): boolean => fields.every((field) => this.#isEmpty(row, field));
    this.unjudgedRows = [...this.#units]
      .filter(([row, unit]) => unit.is_certified === null && isLeftOut(row, "is_certified"))
      .map(([row]) => row);
    const settled = new Set(
      reading.values
        .filter(({sheet: name, rule}) => name === sheet.name && rule === "not_registered_is_not_certified")
        .map(({row_number}) => row_number)
    );
    this.unregisteredRows = [...settled].filter((row) => isLeftOut(row, "is_registered", "is_certified"));
  }

  /** Drawn rows from place `first` on, `count` of them. */
  rows(first: number, count: number): PictureRow[] {
    return this.drawn.numbers.slice(first, first + count).map((number) => this.#row(number));
  }

  #row(number: number): PictureRow {
    const own = this.#byRow.get(number);
    const last = this.drawn.gaps.get(number);
    if (last !== undefined) return {number, role: "gap", cells: [], last};
    if (own === undefined) return {number, role: "blank", cells: []};
    const role = this.#roles.get(number) ?? "note";
    const inOrder = [...own].sort((a, b) => a[0] - b[0]);
    const cells = inOrder.map(([column, cell], index): PictureCell => {
      const text = shownText(cell, this.#uses1904Dates);
      const room = (inOrder[index + 1]?.[0] ?? this.columns.length + 1) - column;
      if (role === "data") return {column, text, ...(isShort(cell, text) ? {isCentred: true} : {})};
      if (role === "header") return {column, text, ...this.#headerSpan(number, column, room)};
      return {column, text, ...(room > 1 ? {columnSpan: room} : {})};
    });
    if (role === "data") cells.push(...this.#missing(number, own));
    return {number, role, cells: cells.sort((a, b) => a.column - b.column)};
  }

  /** What a cell of a header spans: its merge, to the right as far as there is room, down as far as the header goes. */
  #headerSpan(row: number, column: number, room: number): Pick<PictureCell, "columnSpan" | "rowSpan"> {
    const merge = this.#merges.get(`${row} ${column}`);
    if (merge === undefined) return {};
    const columnSpan = Math.min(merge.right - merge.left + 1, room);
    let rowSpan = 1;
    while (row + rowSpan <= merge.bottom && this.#roles.get(row + rowSpan) === "header") rowSpan++;
    return {...(columnSpan > 1 ? {columnSpan} : {}), ...(rowSpan > 1 ? {rowSpan} : {})};
  }

  #missing(number: number, own: ReadonlyMap<number, Cell>): PictureCell[] {
    const unit = this.#units.get(number);
    if (unit === undefined) return [];
    const missing: PictureCell[] = [];
    for (const [column, field] of this.#resultColumns) {
      const governing = MISSING_BY[field];
      if (own.has(column) || this.#isCovered(number, column) || governing === undefined) continue;
      if (unit[governing] === null) missing.push({column, text: "", isMissing: true});
    }
    return missing;
  }

  /** True if the sheet has columns of the field, and the row has nothing in them. */
  #isEmpty(row: number, field: string): boolean {
    const columns = [...this.#resultColumns].filter(([, of]) => of === field).map(([column]) => column);
    const own = this.#byRow.get(row);
    return columns.length > 0 && columns.every((column) => own?.has(column) !== true && !this.#isCovered(row, column));
  }

  #isCovered(row: number, column: number): boolean {
    return this.#covered.has(`${row} ${column}`);
  }

  #keepMerges(merges: readonly Merge[]): void {
    for (const merge of merges.slice(0, MOST_MERGES)) {
      this.#merges.set(`${merge.top} ${merge.left}`, merge);
      for (let row = merge.top + 1; row <= merge.bottom && this.#covered.size < MOST_COVERED; row++)
        this.#covered.add(`${row} ${merge.left}`);
    }
  }

  /** Widths by the texts of data, and by the longest word of a header, which wraps. */
  #measure(width: number): PictureColumn[] {
    const widest = new Array<number>(width).fill(0);
    const hasData = [...this.#roles.values()].includes("data");
    for (const number of this.drawn.numbers.slice(0, MEASURED_ROWS)) {
      const role = this.#roles.get(number);
      if (hasData && role !== "data" && role !== "header") continue;
      for (const [column, cell] of this.#byRow.get(number) ?? []) {
        const text = shownText(cell, this.#uses1904Dates);
        const length = role === "header" ? Math.max(...text.split(/\s+/).map(boldWidth)) : textWidth(text);
        widest[column - 1] = Math.max(widest[column - 1] ?? 0, length);
      }
    }
    return widest.map((length, index) => ({
      letter: columnLetter(index + 1),
      width: length === 0 ? WIDTHS.empty : Math.min(WIDTHS.most, Math.max(WIDTHS.least, length))
    }));
  }
}

/** Numbers, days and marks stand in the middle, words at the left. */
function isShort({kind, isDate}: Cell, text: string): boolean {
  return kind !== "text" || isDate || text.length <= 2 || /^[\d.,/%−-]+$/.test(text);
}
