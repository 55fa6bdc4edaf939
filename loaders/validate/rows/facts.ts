import type {Cell} from "../../read/workbook.ts";
import {cellAddress} from "../../read/cellAddress.ts";
import {textOf} from "../cellText.ts";
import type {Fact} from "../form.ts";
import type {FactRow} from "../reading.ts";
import type {DataRow, Table} from "../recognise/findTables.ts";
import {factOf, identityKind} from "../recognise/labels.ts";
import type {TableColumn} from "../recognise/matchHeader.ts";
import {repeatedFact, unknownFact} from "../rules/summaryRules.ts";
import {partOverWhole} from "../rules/valueRules.ts";
import {readCount} from "../values/count.ts";
import {readDate} from "../values/date.ts";
import type {ValueReading} from "../values/reading.ts";
import {readYesNo} from "../values/yesNo.ts";
import type {Scalar} from "./fieldValue.ts";
import type {RowSink} from "./readValues.ts";
import type {RowOrigin, RowOrigins} from "./rowOrigin.ts";

/** Facts of a table, and how many of its rows were data: labels of the file itself and empty lines are none. */
export interface FactsRead {
  rows: FactRow[];
  rejected: number;
}

/** Reads the rows of Thông tin chung: a label names the fact, the cells beside it are its values. */
export function readFacts(table: Table, origins: RowOrigins, sink: RowSink): FactsRead {
  const {form} = table.match.compiled;
  const columns = origins.columnsOf(table);
  const labelColumn = table.match.columns.find(({field}) => field === "fact");
  const read: FactsRead = {rows: [], rejected: 0};
  const seen = new Map<string, number>();
  for (const data of table.rows) {
    const labelCell = labelColumn === undefined ? undefined : data.cells[labelColumn.column];
    const label = textOf(labelCell);
    const cells = valueCells(table, data);
    if (label === "" || cells.length === 0 || saysWhose(label, table, data)) continue;
    const id = factOf(label, table.match.compiled);
    const fact = id === null ? undefined : form.facts?.[id];
    if (id === null || fact === undefined) {
      sink.log.report(
        unknownFact,
        {sheet: table.sheet, cell: labelCell, row: data.number, field: "fact"},
        {text: label}
      );
      continue;
    }
    const origin = origins.of(table, columns, data);
    if (origin === null) {
      read.rejected++;
      continue;
    }
    const key = `${origin.commune.code} ${id}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      const place = {sheet: table.sheet, cell: labelCell, row: data.number, communeCode: origin.commune.code};
      const detail = cellAddress(earlier, labelCell?.column ?? 1);
      sink.log.report(repeatedFact, {...place, field: "fact"}, {text: label, detail});
    }
    seen.set(key, data.number);
    read.rows.push(new FactReader(id, fact, origin, table, cells, sink).read());
  }
  return read;
}

/** True for a row that says whose the file is ("Năm", "Huyện") and names no commune of its own. */
function saysWhose(label: string, {match}: Table, {cells}: DataRow): boolean {
  const commune = match.columns.find(({field}) => field === "commune");
  if (commune !== undefined && cells[commune.column] !== undefined) return false;
  return factOf(label, match.compiled) === null && identityKind(label, match.compiled) !== null;
}

interface ValueCell {
  column: TableColumn;
  cell: Cell;
}

function valueCells({match}: Table, {cells}: DataRow): ValueCell[] {
  return match.columns.flatMap((column) => {
    const cell = cells[column.column];
    const isValue = ["value", "reached_count", "total_count", "is_met", "value_date"].includes(column.field);
    const saysSomething = cell !== undefined && (cell.isFormula || textOf(cell) !== "");
    return isValue && saysSomething ? [{column, cell}] : [];
  });
}

/** Reads the values of one fact by its kind. */
class FactReader {
  readonly #kind: Fact["kind"];
  readonly #table: Table;
  readonly #cells: readonly ValueCell[];
  readonly #sink: RowSink;
  readonly #row: FactRow;

  constructor(id: string, {kind}: Fact, origin: RowOrigin, table: Table, cells: readonly ValueCell[], sink: RowSink) {
    const {sheet, row_number, year, period, stage, commune} = origin;
    this.#kind = kind;
    this.#table = table;
    this.#cells = cells;
    this.#sink = sink;
    this.#row = {
      sheet,
      row_number,
      year,
      period,
      stage,
      commune_code: commune.code,
      commune_valid_from: commune.valid_from,
      fact: id,
      reached_count: null,
      total_count: null,
      is_met: null,
      value_date: null
    };
  }

  read(): FactRow {
    if (this.#kind === "coverage") this.coverage();
    else if (this.#kind === "yes_no") this.answer(this.from("is_met", "value", "reached_count"));
    else if (this.#kind === "date") this.day(this.from("value_date", "value", "is_met", "reached_count"));
    else this.held();
    return this.#row;
  }

  /** The cell of the first of these columns that is filled; columns of one name count from the left. */
  private from(...fields: string[]): ValueCell | undefined {
    for (const field of fields) {
      const found = this.#cells.find(({column}) => column.field === field);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private coverage(): void {
    const reached = this.from("reached_count", "value");
    const total = this.#cells.find((one) => one !== reached && ["total_count", "value"].includes(one.column.field));
    for (const [at, field] of [
      [total, "total_count"],
      [reached, "reached_count"]
    ] as const) {
      if (at === undefined) continue;
      const {value, fault, isUnusual} = readCount(at.cell, {takesFraction: field === "reached_count"});
      this.take(field, at, {value: value?.count ?? null, fault, isUnusual});
      if (value?.total != null) this.take("total_count", at, {value: value.total, fault: null, isUnusual});
    }
    const {reached_count, total_count} = this.#row;
    if (reached === undefined || reached_count === null || total_count === null || reached_count <= total_count) return;
    const {cell, column} = reached;
    const place = {sheet: this.#table.sheet, cell, field: "reached_count", communeCode: this.#row.commune_code};
    const found = {header: column.headerText, text: textOf(cell), detail: String(total_count)};
    this.#sink.log.report(partOverWhole, {...place, row: this.#row.row_number}, found);
    this.#row.reached_count = null;
  }

  private answer(at: ValueCell | undefined): void {
    if (at !== undefined) this.take("is_met", at, readYesNo(at.cell));
  }

  private day(at: ValueCell | undefined): void {
    if (at !== undefined) this.take("value_date", at, readDate(at.cell, this.#sink.dates));
  }

  /** Held or not, with the day: a day alone says that it was held. */
  private held(): void {
    for (const at of this.#cells) {
      const day = readDate(at.cell, this.#sink.dates);
      if (at.column.field === "value_date" || day.value !== null) this.take("value_date", at, day);
      else this.answer(at);
    }
    if (this.#row.value_date !== null && this.#row.is_met === null) this.#row.is_met = true;
  }

  private take(
    field: "reached_count" | "total_count" | "is_met" | "value_date",
    at: ValueCell,
    read: ValueReading<Scalar>
  ): void {
    const {column, cell} = at;
    const {sheet, row_number, commune_code} = this.#row;
    const {log, trace} = this.#sink;
    trace.column(sheet, "commune_facts", column, field);
    if (read.fault !== null) {
      const {rule, text, detail} = read.fault;
      const place = {sheet, cell, row: row_number, field, communeCode: commune_code};
      log.report(rule, place, {header: column.headerText, text, ...(detail === undefined ? {} : {detail})});
    }
    if (read.value !== null) Object.assign(this.#row, {[field]: read.value});
    if (read.isUnusual) trace.text(sheet, row_number, field, cell.text);
  }
}
