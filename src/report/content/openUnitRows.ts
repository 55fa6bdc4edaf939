import {type Kysely, sql} from "kysely";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {missingConditions} from "../../sentences/missingConditions.ts";

/** An eligible unit of a year; `missing`: why it is not certified, as far as its row says. */
export interface ReportUnit {
  code: string;
  unit_name: string;
  unit_type: string;
  managed_level: string;
  managed_by: string | null;
  is_registered: boolean | null;
  is_certified: boolean | null;
  class: string | null;
  missing: string[];
  file: string;
  sheet: string;
  row_number: number;
}

/** Eligible units of the communes in a year, by commune, type and row. */
export async function communeUnits(
  db: Kysely<PublicTables>,
  codes: readonly string[],
  year: number
): Promise<ReportUnit[]> {
  if (codes.length === 0) return [];
  const {rows} = await sql<PublicTables["unit_years"] & {file: string}>`
    select u.*, s.file from unit_years u join submissions s using (submission_id)
    where u.year = ${year} and u.is_eligible and u.current_commune_code in (${sql.join([...codes])})
    order by u.current_commune_code,
      list_position(['khu_dan_cu', 'xa', 'phuong', 'thi_tran', 'dac_khu', 'co_quan', 'doanh_nghiep', 'co_so_giao_duc'], u.unit_type),
      u.submission_id, u.sheet, u.row_number
  `.execute(db);
  return rows.map((row) => ({
    code: row.current_commune_code,
    unit_name: row.unit_name,
    unit_type: row.unit_type,
    managed_level: row.managed_level,
    managed_by: row.managed_by,
    is_registered: row.is_registered,
    is_certified: row.is_certified,
    class: row.class,
    missing: row.is_certified === true ? [] : missingConditions(row),
    file: row.file,
    sheet: row.sheet,
    row_number: row.row_number
  }));
}
