import {join} from "node:path";
import {parseAddress, columnOf, rowOf} from "../../../loaders/read/cellAddress.ts";
import type {Cell, Merge, Sheet, Workbook} from "../../../loaders/read/workbook.ts";
import {readRegister} from "../../../loaders/reference/readRegister.ts";
import type {Register} from "../../../loaders/reference/register.ts";
import {readForms} from "../../../loaders/submissions/readForms.ts";
import type {ValidationContext} from "../../../loaders/validate/context.ts";
import type {Forms} from "../../../loaders/validate/form.ts";
import type {Reading} from "../../../loaders/validate/reading.ts";
import {validateWorkbook} from "../../../loaders/validate/validateWorkbook.ts";

/** A value of a grid; null is an empty cell. */
export type Value = string | number | boolean | null | Partial<Cell>;

const DATA = join(import.meta.dirname, "..", "..", "..", "data");

export const forms: Forms = readForms(join(DATA, "forms"));
export const register: Register = readRegister(join(DATA, "reference"));

/** A cell as a reader makes it of a value. */
export function cell(value: Exclude<Value, null>, row = 1, column = 1): Cell {
  const plain: Cell = {
    row,
    column,
    kind: "text",
    text: "",
    number: null,
    isDate: false,
    isPercent: false,
    isFormula: false,
    font: null
  };
  if (typeof value === "string") return {...plain, text: value};
  if (typeof value === "number") return {...plain, kind: "number", text: String(value), number: value};
  if (typeof value === "boolean") return {...plain, kind: "boolean", text: value ? "TRUE" : "FALSE", number: +value};
  return {...plain, ...value};
}

/** A cell in date format. */
export const date = (serial: number): Partial<Cell> => ({
  kind: "number",
  text: String(serial),
  number: serial,
  isDate: true
});
/** A cell in percent format. */
export const percent = (share: number): Partial<Cell> => ({
  kind: "number",
  text: String(share),
  number: share,
  isPercent: true
});
/** A cell that shows an error. */
export const error = (text: string): Partial<Cell> => ({kind: "error", text});

/** A sheet of rows of values, from A1; merges as "A1:B2". */
export function sheet(name: string, grid: readonly (readonly Value[])[], merges: readonly string[] = []): Sheet {
  const cells = grid.flatMap((values, row) =>
    values.flatMap((value, column) => (value === null ? [] : [cell(value, row + 1, column + 1)]))
  );
  return {name, isHidden: false, cells, merges: merges.map(range), hiddenRows: [], hiddenColumns: []};
}

function range(text: string): Merge {
  const [start = "", end = ""] = text.split(":");
  const [first, last] = [parseAddress(start), parseAddress(end)];
  return {top: rowOf(first), left: columnOf(first), bottom: rowOf(last), right: columnOf(last)};
}

/** A workbook of sheets. */
export function workbook(...sheets: Sheet[]): Workbook {
  return {format: "xlsx", sheets, uses1904Dates: false};
}

/** The reading of sheets; the context may be told. */
export function read(sheets: Sheet | readonly Sheet[], about: Partial<ValidationContext> = {}): Reading {
  const context = {file: "2025/tep.xlsx", folderYear: null, receipt: null, register, forms, ...about};
  return validateWorkbook(workbook(...(Array.isArray(sheets) ? (sheets as Sheet[]) : [sheets as Sheet])), context);
}

/** Rules of the issues of a reading, each with the cell it points at. */
export function found({issues}: Reading): string[] {
  return issues.map(({rule, cell: address}) => (address === null ? rule : `${rule} ${address}`));
}

/** Titles of a commune's file of a year. */
export const TITLE: readonly (readonly Value[])[] = [
  ["BAN CHỈ ĐẠO 138 PHƯỜNG SẦM SƠN"],
  ["DANH SÁCH ĐƠN VỊ ĐỀ NGHỊ XÉT AN TOÀN VỀ AN NINH, TRẬT TỰ NĂM 2025"]
];
