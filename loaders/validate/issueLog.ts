import type {Cell} from "../read/workbook.ts";
import {cellAddress, columnLetter} from "../read/cellAddress.ts";
import {quoted} from "./cellText.ts";
import type {Issue} from "./reading.ts";
import type {Found, Rule} from "./rules/rule.ts";

/** Where a problem stands. */
export interface Place {
  sheet: string | null;
  row?: number | null;
  /** Column counted from 1, for the address of a cell that is empty. */
  column?: number | null;
  /** The same by its letters. */
  letter?: string | null;
  cell?: Cell | undefined;
  field?: string | null;
  communeCode?: string | null;
}

/** Collects the problems of one file in the order they are found. */
export class IssueLog {
  readonly issues: Issue[] = [];

  /** Writes a problem down; the address is the cell's own, so that of a merged cell is where its text stands. */
  report(rule: Rule, place: Place, found: Partial<Found> = {}): void {
    const {cell, row = cell?.row ?? null, column = null, letter = null} = place;
    const letters = letter ?? (column === null ? null : columnLetter(column));
    const addressOfPlace = row === null || letters === null ? null : `${letters}${row}`;
    const address = cell === undefined ? addressOfPlace : cellAddress(cell.row, cell.column);
    const text = found.text ?? cell?.text ?? "";
    const words = {
      header: found.header ?? "",
      text: quoted(text),
      ...(found.detail === undefined ? {} : {detail: found.detail})
    };
    this.issues.push({
      commune_code: place.communeCode ?? null,
      severity: rule.severity,
      rule: rule.id,
      sheet: place.sheet,
      cell: address,
      row_number: row,
      field: place.field ?? null,
      raw_value: cell === undefined ? null : quoted(cell.stored ?? cell.text),
      message: rule.message(words),
      remedy: rule.remedy(words)
    });
  }
}
