import type {Cell, Merge, Sheet} from "../read/workbook.ts";

/** Forms have some forty columns; what stands farther right is not looked at. */
const MAX_COLUMNS = 512;
/** Bound of cells that vertical merges may fill: a hostile file must not make more cells than it holds. */
const MAX_FILLED = 500_000;

/** A row that holds at least one cell. */
export interface GridRow {
  number: number;
  /** By column, counted from 1; a vertically merged cell stands in every row it covers. */
  cells: readonly (Cell | undefined)[];
  /** How many cells stand in this very row. */
  ownCount: number;
}

/** A sheet by rows; empty rows are left out. */
export interface Grid {
  sheet: Sheet;
  rows: readonly GridRow[];
  /** Wide merges by the rows they cover, for headers. */
  wideMerges: ReadonlyMap<number, readonly Merge[]>;
}

/** Lays the cells of a sheet out by rows; blank text is no cell. */
export function layOut(sheet: Sheet): Grid {
  const byNumber = new Map<number, {number: number; cells: (Cell | undefined)[]; ownCount: number}>();
  for (const cell of sheet.cells) {
    if (cell.column > MAX_COLUMNS || isBlank(cell)) continue;
    let row = byNumber.get(cell.row);
    if (row === undefined) byNumber.set(cell.row, (row = {number: cell.row, cells: [], ownCount: 0}));
    row.cells[cell.column] = cell;
    row.ownCount++;
  }
  const rows = [...byNumber.values()].sort((a, b) => a.number - b.number);
  const wideMerges = new Map<number, Merge[]>();
  let filled = 0;
  for (const merge of sheet.merges) {
    if (merge.left > MAX_COLUMNS) continue;
    const origin = byNumber.get(merge.top)?.cells[merge.left];
    if (origin === undefined) continue;
    if (merge.right > merge.left) {
      for (let number = merge.top; number <= Math.min(merge.bottom, merge.top + 9); number++) {
        const sharing = wideMerges.get(number);
        if (sharing === undefined) wideMerges.set(number, [merge]);
        else if (sharing.length < MAX_COLUMNS) sharing.push(merge);
      }
    }
    if (merge.bottom === merge.top) continue;
    for (let at = firstAfter(rows, merge.top); at < rows.length && filled < MAX_FILLED; at++) {
      const row = rows[at];
      if (row === undefined || row.number > merge.bottom) break;
      row.cells[merge.left] ??= origin;
      filled++;
    }
  }
  return {sheet, rows, wideMerges};
}

/** True for a cell that shows nothing; a formula without value is not blank. */
function isBlank(cell: Cell): boolean {
  return cell.kind === "text" && !cell.isFormula && cell.text.trim() === "";
}

function firstAfter(rows: readonly {number: number}[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The cell that shows at a place of a header, wide merges included. */
export function shownAt(grid: Grid, row: GridRow, column: number): Cell | undefined {
  const own = row.cells[column];
  if (own !== undefined) return own;
  const merge = grid.wideMerges.get(row.number)?.find(({left, right}) => left <= column && column <= right);
  if (merge === undefined) return undefined;
  return row.cells[merge.left];
}
