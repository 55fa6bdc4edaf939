import type {Cell} from "../../read/workbook.ts";
import {textOf} from "../cellText.ts";
import type {Field} from "../form.ts";
import type {DataRow, Table} from "../recognise/findTables.ts";
import type {TableColumn} from "../recognise/matchHeader.ts";
import {readChoice} from "../rows/choice.ts";
import {readCount} from "../values/count.ts";
import {readResult} from "../values/result.ts";
import {readTick} from "../values/tick.ts";
import {readYesNo} from "../values/yesNo.ts";

/** What the rows of a table add up to in one column, row by row from the start: `upTo[i]` is the sum of the first i rows. */
export type RunningSum = readonly number[];

/** A column whose cells can be added up: counts by their number, ticks and results by how many say yes. */
export function isSummed({choice, field}: TableColumn, {match}: Table): boolean {
  const type = match.compiled.form.fields[field]?.type;
  if (choice !== null) return true;
  return type === "count" || type === "tick" || type === "yes_no" || type === "result";
}

/** Running sums of a column; null if a cell of it cannot be read: a sum without it is no figure to hold against. */
export function runningSum(column: TableColumn, {match, rows}: Table): RunningSum | null {
  const field = match.compiled.form.fields[column.field];
  if (field === undefined) return null;
  const sums = [0];
  for (const row of rows) {
    const value = ownValue(row, column, field);
    if (value === null) return null;
    sums.push((sums.at(-1) ?? 0) + value);
  }
  return sums;
}

/** What a row adds to its column: nothing where the cell is blank or merged from a row above; null if it cannot be read. */
function ownValue({cells, number}: DataRow, column: TableColumn, field: Field): number | null {
  const cell = cells[column.column];
  if (cell === undefined || cell.row !== number) return 0;
  if (column.choice !== null) {
    const {isChosen, fault} = readChoice(cell, column.choice, field);
    return fault === null ? Number(isChosen === true) : null;
  }
  if (field.type === "count") {
    const {value, fault} = readCount(cell, {takesFraction: field.total !== undefined});
    return fault === null ? (value?.count ?? 0) : null;
  }
  const read = field.type === "tick" ? readTick(cell) : field.type === "result" ? readResult(cell) : readYesNo(cell);
  if (read.fault !== null) return null;
  return Number(read.value === true);
}

/** A whole number that a cell of a total or a heading states; null for anything else. */
export function statedNumber(cell: Cell): number | null {
  if (cell.kind === "text" && !/^[\d.\s]+$/.test(textOf(cell))) return null;
  return readCount(cell).value?.count ?? null;
}
