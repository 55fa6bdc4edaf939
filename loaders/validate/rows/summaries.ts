import type {Cell} from "../../read/workbook.ts";
import {UNIT_TYPES, type UnitType} from "../../vocabulary.ts";
import {textOf} from "../cellText.ts";
import type {SummaryRow} from "../reading.ts";
import type {Words} from "../recognise/compileForms.ts";
import type {DataRow, Table} from "../recognise/findTables.ts";
import {areCommuneTypes, type TableColumn} from "../recognise/matchHeader.ts";
import type {Rule} from "../rules/rule.ts";
import {
  certifiedOverRegistered,
  classesDifferFromTotal,
  missingUnitTypeOfCounts,
  registeredOverTotal
} from "../rules/summaryRules.ts";
import {readCount} from "../values/count.ts";
import {typesOfText} from "../values/unitType.ts";
import type {RowSink} from "./readValues.ts";
import type {RowOrigin, RowOrigins} from "./rowOrigin.ts";
import {typesOfSheet} from "./unitType.ts";

const COUNTS = [
  "total_count",
  "registered_count",
  "certified_count",
  "xuat_sac_count",
  "kha_count",
  "trung_binh_count",
  "yeu_count"
] as const;
type CountField = (typeof COUNTS)[number];

/** Rows of a summary table: one for each unit type that a row has counts of. `read` counts the rows of the sheet. */
export interface SummariesRead {
  rows: SummaryRow[];
  read: number;
  rejected: number;
}

/** Reads Biểu tổng hợp: counts by unit type, the type from the header above, the column, the heading or the sheet's name. */
export function readSummaries(table: Table, origins: RowOrigins, words: Words, sink: RowSink): SummariesRead {
  const columns = origins.columnsOf(table);
  const counts = table.match.columns.filter(({field}) => (COUNTS as readonly string[]).includes(field));
  const result: SummariesRead = {rows: [], read: 0, rejected: 0};
  for (const data of table.rows) {
    if (counts.every(({column}) => saysNothing(data.cells[column]))) continue;
    result.read++;
    const origin = origins.of(table, columns, data);
    if (origin === null) {
      result.rejected++;
      continue;
    }
    const byType = columnsByType(counts, table, data, origin, words);
    if (byType === null) {
      const column = table.match.columns.find(({field}) => field === "unit_type");
      const cell = column === undefined ? undefined : data.cells[column.column];
      const place = {sheet: table.sheet, row: data.number, cell, communeCode: origin.commune.code, field: "unit_type"};
      const at = {...place, column: column?.column ?? counts[0]?.column ?? null};
      sink.log.report(missingUnitTypeOfCounts, at, {header: column?.headerText ?? ""});
      result.rejected++;
      continue;
    }
    for (const [type, own] of byType) {
      const row = readCounts(type, own, data, origin, sink);
      if (row !== null) result.rows.push(row);
    }
  }
  return result;
}

/** A formula without value says something: its sender has to be told. */
function saysNothing(cell: Cell | undefined): boolean {
  return cell === undefined || (!cell.isFormula && textOf(cell) === "");
}

/** The count columns of each unit type in a row; null if counts of the row have no type. */
function columnsByType(
  counts: readonly TableColumn[],
  table: Table,
  {cells, group}: DataRow,
  {commune}: RowOrigin,
  words: Words
): Map<UnitType, TableColumn[]> | null {
  const typeColumn = table.match.columns.find(({field}) => field === "unit_type");
  const written = typeColumn === undefined ? [] : typesOfText(textOf(cells[typeColumn.column]), words);
  const around =
    [written, group?.types ?? [], typesOfSheet(table.sheet, words)].find((types) => types.length > 0) ?? [];
  const byType = new Map<UnitType, TableColumn[]>();
  for (const column of counts) {
    if (cells[column.column] === undefined) continue;
    const types = column.types.length > 0 ? column.types : around;
    const type =
      areCommuneTypes(types) && types.length > 1
        ? communeType(commune.type)
        : types.length === 1
          ? types[0]
          : undefined;
    if (type === undefined) return null;
    const own = byType.get(type);
    if (own === undefined) byType.set(type, [column]);
    else own.push(column);
  }
  return byType;
}

function communeType(type: RowOrigin["commune"]["type"]): UnitType {
  return type === "huyen_dao" ? "dac_khu" : type;
}

function readCounts(
  type: UnitType,
  columns: readonly TableColumn[],
  data: DataRow,
  origin: RowOrigin,
  sink: RowSink
): SummaryRow | null {
  const {sheet, row_number, year, period, stage, commune} = origin;
  const row: SummaryRow = {
    sheet,
    row_number,
    year,
    period,
    stage,
    commune_code: commune.code,
    commune_valid_from: commune.valid_from,
    unit_type: type,
    total_count: null,
    registered_count: null,
    certified_count: null,
    xuat_sac_count: null,
    kha_count: null,
    trung_binh_count: null,
    yeu_count: null
  };
  let isSaid = false;
  for (const column of columns) {
    const cell = data.cells[column.column];
    if (cell === undefined) continue;
    const field = `${type}.${column.field}`;
    const {value, fault, isUnusual} = readCount(cell);
    if (fault !== null) {
      const {rule, text, detail} = fault;
      const place = {sheet, cell, row: row_number, field, communeCode: commune.code};
      sink.log.report(rule, place, {header: column.headerText, text, ...(detail === undefined ? {} : {detail})});
    }
    sink.trace.column(sheet, "summary", column, field);
    if (isUnusual) sink.trace.text(sheet, row_number, field, cell.text);
    row[column.field as CountField] = value?.count ?? null;
    isSaid = isSaid || value !== null || fault !== null;
  }
  if (!isSaid) return null;
  checkCounts(row, columns, data, sink);
  return row;
}

/** Đạt ≤ đăng ký ≤ tổng số, and the four classes add up to the total; a count that cannot be is left out, the row stays. */
function checkCounts(row: SummaryRow, columns: readonly TableColumn[], data: DataRow, {log}: RowSink): void {
  const {total_count: total, registered_count: registered, certified_count: certified} = row;
  const tell = (rule: Rule, field: CountField, found: {header?: string; text: string; detail: string}): void => {
    const column = columns.find((one) => one.field === field);
    const cell = column === undefined ? undefined : data.cells[column.column];
    const place = {sheet: row.sheet, cell, row: row.row_number, communeCode: row.commune_code};
    log.report(rule, {...place, field: `${row.unit_type}.${field}`}, {header: column?.headerText ?? "", ...found});
  };
  const isOver = (count: number | null, limit: number | null): boolean =>
    count !== null && limit !== null && count > limit;
  if (isOver(certified, registered)) {
    tell(certifiedOverRegistered, "certified_count", {
      text: String(certified),
      detail: `số đăng ký ${registered ?? 0}`
    });
    row.certified_count = null;
  } else if (isOver(certified, total)) {
    tell(certifiedOverRegistered, "certified_count", {text: String(certified), detail: `tổng số ${total ?? 0}`});
    row.certified_count = null;
  }
  if (isOver(registered, total)) {
    tell(registeredOverTotal, "registered_count", {text: String(registered), detail: String(total)});
    row.registered_count = null;
  }
  const {xuat_sac_count, kha_count, trung_binh_count, yeu_count} = row;
  if (
    total === null ||
    xuat_sac_count === null ||
    kha_count === null ||
    trung_binh_count === null ||
    yeu_count === null
  ) {
    return;
  }
  const sum = xuat_sac_count + kha_count + trung_binh_count + yeu_count;
  if (sum === total) return;
  const header = UNIT_TYPES[row.unit_type as UnitType];
  tell(classesDifferFromTotal, "total_count", {header, text: String(sum), detail: String(total)});
}
