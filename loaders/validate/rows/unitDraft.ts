import type {Cell} from "../../read/workbook.ts";
import type {DataRow, Table} from "../recognise/findTables.ts";
import type {TableColumn} from "../recognise/matchHeader.ts";
import type {Place} from "../issueLog.ts";
import type {UnitRow} from "../reading.ts";
import type {RowOrigin} from "./rowOrigin.ts";

/** A unit's row while its blank cells still wait for the rest of the sheet. */
export interface UnitDraft {
  row: UnitRow;
  table: Table;
  data: DataRow;
  origin: RowOrigin;
  nameCell: Cell;
  /** Fields whose cell held something unreadable: no rule may fill them. */
  faulty: Set<string>;
}

/** A unit of which nothing is known yet but where it stands. */
export function emptyUnit(origin: RowOrigin): UnitRow {
  const {sheet, row_number, year, period, stage, commune} = origin;
  return {
    sheet,
    row_number,
    year,
    period,
    stage,
    commune_code: commune.code,
    commune_valid_from: commune.valid_from,
    unit_code: null,
    unit_name: "",
    name_key: "",
    unit_type: "",
    former_commune_code: null,
    managed_level: "",
    managed_by: null,
    exclusion_reason: null,
    is_registered: null,
    registered_date: null,
    resolution_date: null,
    plan_date: null,
    is_certified: null,
    decision_number: null,
    score: null,
    class: null,
    effective_model_count: null,
    informed_count: null,
    informed_total: null,
    titled_subunit_count: null,
    subunit_count: null,
    is_title_eligible: null,
    disciplined_count: null,
    warned_or_heavier_count: null,
    education_month_count: null,
    is_exemplary_registered: null,
    is_exemplary_reached: null,
    is_award_registered: null,
    award_registered_date: null,
    dossier_sent_date: null,
    merit_certificate_count: null,
    is_block_leader: null,
    complex_case_count: null,
    petition_count: null,
    note: null
  };
}

/** Columns of a table by field: the plain one, and those of its choices. */
export function columnsByField(table: Table): Map<string, TableColumn[]> {
  const columns = new Map<string, TableColumn[]>();
  for (const column of table.match.columns) {
    const sharing = columns.get(column.field);
    if (sharing === undefined) columns.set(column.field, [column]);
    else sharing.push(column);
  }
  return columns;
}

/** Where a field of a unit stands, with its header: its own cell if it holds something, else its column; the name if it has none. */
export function placeOf({row, table, data, nameCell}: UnitDraft, field: string): {place: Place; header: string} {
  const columns = table.match.columns.filter((column) => column.field === field);
  const column = columns.find(({column: at}) => data.cells[at] !== undefined) ?? columns[0];
  const place: Place = {
    sheet: table.sheet,
    row: data.number,
    field,
    communeCode: row.commune_code,
    cell: column === undefined ? nameCell : data.cells[column.column],
    column: column?.column ?? null
  };
  return {place, header: column?.headerText ?? ""};
}
