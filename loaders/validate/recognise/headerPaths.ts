import type {Cell} from "../../read/workbook.ts";
import {textOf} from "../cellText.ts";
import {shownAt, type Grid, type GridRow} from "../grid.ts";

/** The header of one column: its texts from the outermost group down to its own. */
export interface HeaderPath {
  column: number;
  texts: readonly string[];
  /** Where the column's own header stands. */
  cell: Cell;
}

/**
 * Reads a block of one to four header rows: merged headers reach over all their columns and rows.
 * In a file without merges (CSV) a group header reaches right until the next one.
 */
export function headerPaths(grid: Grid, block: readonly GridRow[]): HeaderPath[] {
  const width = Math.max(...block.map((row) => lastColumn(grid, row)));
  const shown = block.map((row) => Array.from({length: width + 1}, (_, column) => shownAt(grid, row, column)));
  const paths: HeaderPath[] = [];
  for (let column = 1; column <= width; column++) {
    const texts: string[] = [];
    let own: Cell | undefined;
    for (let line = 0; line < block.length; line++) {
      const cell = shown[line]?.[column] ?? inherited(grid, block, shown, line, column);
      if (cell === undefined) continue;
      const text = textOf(cell);
      if (text === "" || cell === own) continue;
      texts.push(text);
      own = cell;
    }
    if (own !== undefined) paths.push({column, texts, cell: own});
  }
  return paths;
}

function lastColumn(grid: Grid, row: GridRow): number {
  const merged = grid.wideMerges.get(row.number)?.map(({right}) => right) ?? [];
  return Math.min(Math.max(row.cells.length - 1, ...merged), 512);
}

/** Group header to the left of an empty header cell, if it is a group (has headers below) and ends there by no merge. */
function inherited(
  grid: Grid,
  block: readonly GridRow[],
  shown: readonly (readonly (Cell | undefined)[])[],
  line: number,
  column: number
): Cell | undefined {
  const hasBelow = (at: number): boolean => shown.slice(line + 1).some((cells) => cells[at] !== undefined);
  const hasAbove = shown.slice(0, line).some((cells) => cells[column] !== undefined);
  if (!hasBelow(column) || hasAbove) return undefined;
  for (let left = column - 1; left >= 1; left--) {
    const cell = shown[line]?.[left];
    if (cell === undefined) continue;
    const row = block[line];
    const isMerged = grid.wideMerges.get(row?.number ?? 0)?.some((merge) => merge.left <= left && left <= merge.right);
    return isMerged !== true && shown[line + 1]?.[left] !== undefined ? cell : undefined;
  }
  return undefined;
}
