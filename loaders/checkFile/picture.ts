import type {RowRole} from "../validate/recognise/rowRole.ts";

/** One cell as it is drawn. */
export interface PictureCell {
  /** Counted from 1. */
  column: number;
  text: string;
  /** Columns and rows it takes, if more than one: merged cells of a header, titles that run on to the right. */
  columnSpan?: number;
  rowSpan?: number;
  isCentred?: boolean;
  /** True for a result that was not written: missing, not "no". */
  isMissing?: boolean;
}

/** One row as it is drawn. A "gap" stands for the blank rows from `number` to `last`. */
export interface PictureRow {
  number: number;
  role: RowRole | "blank" | "gap";
  cells: PictureCell[];
  last?: number;
}

/** A column of a drawn sheet. */
export interface PictureColumn {
  letter: string;
  /** In characters of the usual width. */
  width: number;
}
