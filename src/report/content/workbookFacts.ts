import {type Kysely, sql} from "kysely";
import type {PublicTables} from "../../../pipelines/tables.ts";
import type {Workspace} from "../../../loaders/workspace.ts";
import {isOfHome} from "../../data/queries/homeReports.ts";

type Db = Kysely<PublicTables>;
type Home = Workspace["settings"]["home"];

/** A problem found in a file that is in use. */
export interface WorkbookIssue {
  file: string;
  severity: string;
  rule: string;
  sheet: string | null;
  cell: string | null;
  commune_code: string | null;
  raw_value: string | null;
  message: string;
  remedy: string;
}

/** A file some part of which counts in the year. */
export interface WorkbookFile {
  file: string;
  received_date: string | null;
  sender: string | null;
  stage: string;
  status: string;
  rows_read: number;
  rows_accepted: number;
  rows_rejected: number;
  sha256: string;
  communes: string[];
}

/** An indicator of an area and year with all that is open in it. */
export interface WorkbookValue {
  area_code: string;
  indicator: string;
  unit_group: string;
  numerator: number;
  denominator: number;
  unknown_count: number;
  unreported_count: number;
  is_unbounded: boolean;
  is_final: boolean;
  before_numerator: number | null;
  before_denominator: number | null;
}

/** What the workbook lists besides the report's own tables, for a year of the home area. */
export interface WorkbookFacts {
  issues: readonly WorkbookIssue[];
  files: readonly WorkbookFile[];
  /** Indicators of the home area itself. */
  values: readonly WorkbookValue[];
}

export async function workbookFacts(db: Db, {settings: {home}}: Workspace, year: number): Promise<WorkbookFacts> {
  const used = sql`select distinct submission_id from submission_parts where year = ${year} and is_counted and ${isOfHome(home)}`;
  const issues = await sql<WorkbookIssue>`
    select s.file, i.severity, i.rule, i.sheet, coalesce(i.cell, 'dòng ' || i.row_number) as cell, i.commune_code, i.raw_value,
      i.message, i.remedy
    from issues i join submissions s using (submission_id)
    where i.submission_id in (${used}) and i.severity <> 'info'
    order by list_position(['row_error', 'value_error', 'warning'], i.severity), s.file, i.sheet, i.row_number, i.issue_id
  `.execute(db);
  const files = await sql<WorkbookFile>`
    select s.file, s.received_date, s.sender, s.stage, s.status, s.rows_read, s.rows_accepted, s.rows_rejected, s.sha256,
      (select list(distinct commune_code order by commune_code) from submission_parts p
        where p.submission_id = s.submission_id and p.is_counted) as communes
    from submissions s where s.submission_id in (${used}) order by s.file, s.submission_id
  `.execute(db);
  return {issues: issues.rows, files: files.rows, values: await areaValues(db, home, year)};
}

/** Every indicator and unit group of an area in a year on present boundaries, with the year before. */
export async function areaValues(
  db: Db,
  {level, code}: {level: Home["level"]; code: string},
  year: number
): Promise<WorkbookValue[]> {
  const {rows} = await sql<WorkbookValue>`
    select v.area_code, v.indicator, v.unit_group, v.numerator, v.denominator, v.unknown_count, v.unreported_count, v.is_unbounded,
      v.is_final, b.numerator as before_numerator, b.denominator as before_denominator
    from indicator_values v
    left join indicator_values b on b.area_level = v.area_level and b.area_code = v.area_code and b.boundary = v.boundary
      and b.indicator = v.indicator and b.unit_group = v.unit_group and b.managed_level = v.managed_level and b.year = v.year - 1
    where v.area_level = ${level} and v.area_code = ${code} and v.year = ${year} and v.boundary = 'current' and v.managed_level = 'all'
    order by v.indicator, v.unit_group
  `.execute(db);
  return rows;
}
