import {utils, write} from "@e965/xlsx";
import {headOf, openedByOthers} from "./build.ts";

/** A value typed under a title: the row of the sheet, counted from 1. */
export interface Typed {
  sheet: string;
  title: string;
  row: number;
  value: string | number;
}

/** The workbook after someone opened it in another program, typed values and saved. */
export function typeInto(bytes: Uint8Array, values: readonly Typed[]): Uint8Array {
  const book = openedByOthers(bytes);
  for (const {sheet, title, row, value} of values) {
    const target = book.Sheets[sheet];
    if (target === undefined) throw new Error(`no sheet ${sheet}`);
    const {letter} = headOf(bytes, sheet, title);
    utils.sheet_add_aoa(target, [[value]], {origin: `${letter}${row}`});
  }
  return new Uint8Array(write(book, {type: "array", bookType: "xlsx"}) as ArrayBuffer);
}
