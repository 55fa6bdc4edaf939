import type {Cell, Sheet} from "../read/workbook.ts";
import {cleanText, textOf} from "./cellText.ts";

/**
 * What a marked copy adds to an officer's file, so that it can be told apart again when the officer mends the copy and sends it:
 * a column of this header beside each table, cells that begin with one of the words, and a sheet with this title in its first cell.
 */
export const MARKS = {
  column: "Lỗi",
  sheet: "Lỗi của tệp",
  sheetTitle: "Kết quả kiểm tra tệp",
  mustFix: "Phải sửa",
  shouldReview: "Nên xem lại",
  /** Behind the word where the problem is not of the row it stands in, as in a CSV file. */
  ofFile: " (cả tệp)"
} as const;

const MARK = /^(?:1\. )?(?:Phải sửa|Nên xem lại)(?: \(cả tệp\))?: /;

/** What a sheet holds of an earlier check. */
export interface FoundMarks {
  /** True for the sheet that the marked copy added. */
  isAddedSheet: boolean;
  /** Cells of the column "Lỗi": its headers and what stands below them. */
  cells: ReadonlySet<Cell>;
}

const NO_CELLS: ReadonlySet<Cell> = new Set();

/**
 * Finds what a marked copy added to a sheet. A column is one of marks if it has a header "Lỗi" and below it a mark or nothing at
 * all; what a person wrote between the marks is not one of them.
 */
export function findMarks(sheet: Sheet): FoundMarks {
  if (sheet.name.normalize("NFC").startsWith(MARKS.sheet) && textOf(sheet.cells[0]) === MARKS.sheetTitle) {
    return {isAddedSheet: true, cells: NO_CELLS};
  }
  const columns = new Map<number, Column>();
  for (const cell of sheet.cells) {
    const isHeader = isColumnHeader(cell);
    if (isHeader && !columns.has(cell.column)) {
      columns.set(cell.column, {marks: [], hasMark: false, hasOther: false});
    }
    const column = columns.size === 0 ? undefined : columns.get(cell.column);
    if (column === undefined) continue;
    const isMark = cell.kind === "text" && MARK.test(cell.text);
    if (isMark) column.hasMark = true;
    if (isMark || isHeader) column.marks.push(cell);
    else if (textOf(cell) !== "") column.hasOther = true;
  }
  const found = [...columns.values()].filter(({hasMark, hasOther}) => hasMark || !hasOther);
  return {isAddedSheet: false, cells: new Set(found.flatMap(({marks}) => marks))};
}

/** A column from its header "Lỗi" down. */
interface Column {
  marks: Cell[];
  hasMark: boolean;
  hasOther: boolean;
}

/** Looked at for every cell of every file: plain comparisons come first. */
function isColumnHeader({kind, text}: Cell): boolean {
  return kind === "text" && text.length <= 8 && text.includes("L") && cleanText(text) === MARKS.column;
}

/** The sheet as its sender filled it in: without what a marked copy added. */
export function withoutMarks(sheet: Sheet): Sheet {
  const {isAddedSheet, cells} = findMarks(sheet);
  if (isAddedSheet) return {...sheet, cells: [], merges: []};
  return cells.size === 0 ? sheet : {...sheet, cells: sheet.cells.filter((cell) => !cells.has(cell))};
}
