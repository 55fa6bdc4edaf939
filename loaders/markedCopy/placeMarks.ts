import {cellAddress, columnOf, MAX_COLUMNS, MAX_ROWS, parseAddress, rowOf} from "../read/cellAddress.ts";
import type {Sheet} from "../read/workbook.ts";
import {withoutMarks} from "../validate/marks.ts";
import type {Issue} from "../validate/reading.ts";
import type {RowRole, SheetRoles} from "../validate/recognise/rowRole.ts";
import {gravityOf} from "./problems.ts";

/** Where the marks of one sheet go. */
export interface SheetMarks {
  /** Column "Lỗi", counted from 1: the first free one right of the tables. Null if the sheet has no table or no room. */
  column: number | null;
  /** Rows that take the header "Lỗi". */
  headerRows: readonly number[];
  /** Last row of data. */
  lastRow: number;
  /** Problems of each row, by its number. */
  rows: ReadonlyMap<number, readonly Issue[]>;
  /** Cells at fault, as packed addresses; one that must be mended is not among those to look at. */
  errorCells: readonly number[];
  warningCells: readonly number[];
}

/**
 * Sorts the problems of a sheet by row and cell, and finds the column that takes them. Notes are not marked.
 * @param taken columns that hold something which the reader does not show.
 */
export function placeMarks(
  sheet: Sheet,
  {roles}: SheetRoles,
  issues: readonly Issue[],
  taken: ReadonlySet<number> = new Set()
): SheetMarks {
  const own = issues.filter((issue) => issue.sheet === sheet.name && gravityOf(issue) !== "note");
  const place = findColumn(withoutMarks(sheet), roles, taken);
  const rows = new Map<number, Issue[]>();
  for (const issue of own) {
    const row = issue.row_number;
    if (place === null || row === null || !takesMark(row, place, roles)) continue;
    const sharing = rows.get(row);
    if (sharing === undefined) rows.set(row, [issue]);
    else sharing.push(issue);
  }
  const errorCells = new Set(addressesOf(own.filter((issue) => gravityOf(issue) === "error")));
  const warningCells = new Set(addressesOf(own.filter((issue) => gravityOf(issue) === "warning")));
  return {
    column: place?.column ?? null,
    headerRows: place?.headerRows ?? [],
    lastRow: place?.lastRow ?? 0,
    rows,
    errorCells: [...errorCells].sort((a, b) => a - b),
    warningCells: [...warningCells].filter((cell) => !errorCells.has(cell)).sort((a, b) => a - b)
  };
}

interface Place {
  column: number;
  headerRows: number[];
  lastRow: number;
}

/** A problem of a header concerns its column: it is listed with those of the file. */
function takesMark(row: number, {headerRows}: Place, roles: ReadonlyMap<number, RowRole>): boolean {
  return row > (headerRows[0] ?? MAX_ROWS) && row <= MAX_ROWS && roles.get(row) !== "header";
}

function findColumn(sheet: Sheet, roles: ReadonlyMap<number, RowRole>, takenBefore: ReadonlySet<number>): Place | null {
  const rowsOf = (role: RowRole): number[] => [...roles].filter((entry) => entry[1] === role).map(([number]) => number);
  const data = rowsOf("data");
  const headers = rowsOf("header");
  const edge = new Set(headers.length > 0 ? headers : data);
  const [firstData] = data;
  if (firstData === undefined) return null;
  // Thông tin chung may have no header: the row above it then takes one.
  const headerRows = headers.length > 0 ? firstOfRuns(roles) : [firstData - 1];
  const [first = 0] = headerRows;
  if (first < 1) return null;
  const last = data.reduce((most, row) => Math.max(most, row), first);
  let column = 1;
  const taken = new Set(takenBefore);
  for (const cell of sheet.cells) {
    if (cell.row < first || cell.row > last) continue;
    taken.add(cell.column);
    if (edge.has(cell.row) && cell.text.trim() !== "") column = Math.max(column, cell.column + 1);
  }
  const merges = sheet.merges.filter(({top, bottom}) => top <= last && bottom >= first).sort((a, b) => a.left - b.left);
  for (const {left, right} of merges) while (taken.has(column) || (left <= column && column <= right)) column++;
  while (taken.has(column)) column++;
  return column > MAX_COLUMNS ? null : {column, headerRows, lastRow: last};
}

/** The first row of every header: a row of it may be blank, or number the columns. */
function firstOfRuns(roles: ReadonlyMap<number, RowRole>): number[] {
  const inOrder = [...roles].sort(([a], [b]) => a - b);
  return inOrder
    .filter(([, role], index) => role === "header" && inOrder[index - 1]?.[1] !== "header")
    .map(([row]) => row);
}

function addressesOf(issues: readonly Issue[]): number[] {
  return issues.flatMap(({cell}) => {
    const packed = cell === null ? -1 : parseAddress(cell);
    return packed < 0 ? [] : [packed];
  });
}

/** Cells as few ranges, each within one column: "F7:F9 G8". */
export function asRanges(cells: readonly number[]): string[] {
  const inColumns = cells.toSorted((a, b) => columnOf(a) - columnOf(b) || rowOf(a) - rowOf(b));
  const ranges: {first: number; last: number}[] = [];
  for (const cell of inColumns) {
    const range = ranges.at(-1);
    if (range?.last === cell - MAX_COLUMNS) range.last = cell;
    else ranges.push({first: cell, last: cell});
  }
  return ranges.map(({first, last}) => (first === last ? addressOf(first) : `${addressOf(first)}:${addressOf(last)}`));
}

function addressOf(packed: number): string {
  return cellAddress(rowOf(packed), columnOf(packed));
}
