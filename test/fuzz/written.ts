/** A cell as an officer leaves it. A day is ISO text, stored as a serial with a date format (in CSV: dd/mm/yyyy). */
export type Written =
  | {kind: "text"; text: string}
  | {kind: "number"; number: number}
  | {kind: "percent"; share: number}
  | {kind: "date"; day: string}
  | {kind: "boolean"; value: boolean}
  | {kind: "error"; text: string}
  /** A formula with the value it last had; null: none was stored. */
  | {kind: "formula"; value: Written | null};

export const text = (words: string): Written => ({kind: "text", text: words});
export const number = (value: number): Written => ({kind: "number", number: value});

/** A sheet being written: cells by row and column, from 1. */
export interface WrittenSheet {
  name: string;
  rows: Map<number, Map<number, Written>>;
  /** First row, first column, last row, last column. */
  merges: [number, number, number, number][];
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
}

export function emptySheet(name: string): WrittenSheet {
  return {name, rows: new Map(), merges: [], hiddenRows: new Set(), hiddenColumns: new Set()};
}

export function put(sheet: WrittenSheet, row: number, column: number, cell: Written): void {
  const cells = sheet.rows.get(row);
  if (cells === undefined) sheet.rows.set(row, new Map([[column, cell]]));
  else cells.set(column, cell);
}

/** Days from 30/12/1899 (or from 1/1/1904) to an ISO day, as spreadsheets count. */
export function serialOf(day: string, uses1904Dates: boolean): number {
  const start = uses1904Dates ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return (Date.parse(`${day}T00:00:00Z`) - start) / 86_400_000;
}

/** "2025-02-14" as people write it: "14/02/2025". */
export function dayText(day: string, sign = "/"): string {
  return day.split("-").reverse().join(sign);
}
