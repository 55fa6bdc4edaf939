/**
 * A worksheet as it will be written: cells with a look, merges, widths, what may be typed where. Rows and columns count from 1, as in
 * Excel. `Look` is the name of a look that the writer's style sheet draws.
 */

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

export interface PlannedCell<Look extends string = string> {
  column: number;
  value: CellValue;
  style: Look;
}

export interface PlannedRow<Look extends string = string> {
  row: number;
  cells: readonly PlannedCell<Look>[];
  /** Height in points where it is not the usual one. */
  height?: number;
  /** The height is a first guess: Excel may make the row higher as text comes in. */
  mayGrow?: boolean;
}

/** What cells of a range take, and what Excel says to who types something else. Excel holds at most 255 letters of a message, 32 of a title. */
export interface Validation {
  /** As "D8:D60". */
  range: string;
  rule:
    | {kind: "list"; source: string}
    | {kind: "whole" | "decimal" | "date"; from: number; to: number}
    | {kind: "custom"; formula: string};
  /** `stop` refuses what is wrong, `warning` asks whether it is meant. */
  strictness: "stop" | "warning";
  title: string;
  error: string;
  /** Shown beside the cell while it is chosen. */
  prompt?: string;
}

/** How a sheet is put on paper, where it is not one page wide. */
export interface PrintSetup {
  /** Percent of the natural size. */
  scale: number;
  /** Columns after which a page ends. */
  breaksAfter: readonly number[];
}

export interface PlannedSheet<Look extends string = string> {
  name: string;
  /** Width of each column in characters. */
  widths: readonly number[];
  rows: readonly PlannedRow<Look>[];
  /** Merged ranges as "A1:C2". */
  merges: readonly string[];
  /** Rows above the first data row: they stay in view; 0 for none. */
  frozenRows: number;
  /** Columns that stay in view and repeat on every page; none where left out. */
  frozenColumns?: number;
  /** First of the frozen rows that repeats on every page; left out: all of them do. */
  repeatsFrom?: number;
  validations?: readonly Validation[];
  print?: PrintSetup;
  /** Head and rows that Excel offers to filter, as "A4:H170". */
  filter?: string;
  isHidden?: boolean;
}

/** The serial number of an ISO day: days since 30/12/1899. */
export function dateSerial(isoDay: string): DateSerial {
  return {kind: "date", serial: Math.round(Date.parse(`${isoDay}T00:00:00Z`) / 86_400_000) + 25_569};
}

/** "2025-11-05" as people write it: "05/11/2025". */
export function writtenDay(isoDay: string): string {
  return `${isoDay.slice(8, 10)}/${isoDay.slice(5, 7)}/${isoDay.slice(0, 4)}`;
}
