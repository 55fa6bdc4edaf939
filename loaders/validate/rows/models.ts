import {nameKey} from "../../reference/nameKey.ts";
import type {ModelRow} from "../reading.ts";
import type {Table} from "../recognise/findTables.ts";
import {missingModelName} from "../rules/unitRules.ts";
import {readText} from "./fieldValue.ts";
import {readPlan, ValueReader, type RowSink} from "./readValues.ts";
import type {RowOrigins} from "./rowOrigin.ts";
import type {TickedRow} from "./tickColumns.ts";

export interface ModelDraft extends TickedRow {
  row: ModelRow;
}

/** Reads the rows of Mô hình; null for a refused row, whose reason is in the log. */
export function readModels(table: Table, origins: RowOrigins, sink: RowSink): (ModelDraft | null)[] {
  const nameColumn = table.match.columns.find(({field}) => field === "model_name");
  const columns = origins.columnsOf(table);
  const plan = readPlan(table);
  return table.rows.map((data) => {
    const cell = nameColumn === undefined ? undefined : data.cells[nameColumn.column];
    const name = cell === undefined ? null : readText(cell).value;
    if (cell === undefined || name === null) {
      const place = {sheet: table.sheet, row: data.number, column: nameColumn?.column ?? null, field: "model_name"};
      sink.log.report(missingModelName, {...place, cell}, {header: nameColumn?.headerText ?? ""});
      return null;
    }
    const origin = origins.of(table, columns, data);
    if (origin === null) return null;
    const {sheet, row_number, year, period, stage, commune} = origin;
    const row: ModelRow = {
      sheet,
      row_number,
      year,
      period,
      stage,
      commune_code: commune.code,
      commune_valid_from: commune.valid_from,
      model_name: name,
      name_key: nameKey(name),
      unit_name: null,
      class: null,
      site_count: null,
      team_count: null,
      is_replicated_province: null,
      plan_done_share: null
    };
    if (name !== cell.text) sink.trace.text(sheet, row_number, "model_name", cell.text);
    const reader = new ValueReader(row, table, data, commune.code, sink);
    reader.read(plan);
    return {row, table, data, origin, faulty: reader.faulty};
  });
}
