/** A worksheet as it will be written: cells with a look, merges, widths. Rows and columns count from 1, as in Excel. */

/** Looks of cells; `styles.ts` draws each of them. */
export type CellStyle =
  | "plain"
  | "motto"
  | "sender"
  | "senderBold"
  | "title"
  | "note"
  | "mark"
  | "head"
  | "group"
  | "text"
  | "centre"
  | "number"
  | "decimal"
  | "date"
  | "share"
  | "total"
  | "totalNumber"
  | "signature";

export type CellValue = string | number | DateSerial | Formula | null;

/** A day as Excel stores it. */
export interface DateSerial {
  kind: "date";
  serial: number;
}

/** A formula with the value Excel last showed. */
export interface Formula {
  kind: "formula";
  formula: string;
  value: number;
}

export interface PlannedCell {
  column: number;
  value: CellValue;
  style: CellStyle;
}

export interface PlannedRow {
  row: number;
  cells: readonly PlannedCell[];
  /** Height in points where it is not the usual one. */
  height?: number;
}

export interface PlannedSheet {
  name: string;
  /** Width of each column in characters. */
  widths: readonly number[];
  rows: readonly PlannedRow[];
  /** Merged ranges as "A1:C2". */
  merges: readonly string[];
  /** Rows above the first data row: they stay in view and repeat in print; 0 for none. */
  frozenRows: number;
}

/** "A" for 1, "AA" for 27. */
export function columnLetter(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The serial number of an ISO day: days since 30/12/1899. */
export function dateSerial(isoDay: string): DateSerial {
  return {kind: "date", serial: Math.round(Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000) + 25_569};
}

/** "2025-11-05" as people write it: "05/11/2025". */
export function writtenDay(isoDay: string): string {
  return `${isoDay.slice(8, 10)}/${isoDay.slice(5, 7)}/${isoDay.slice(0, 4)}`;
}
