import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {type Kysely, sql} from "kysely";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {MapFile} from "../../../pipelines/geography/mapFile.ts";
import type {Plan} from "../../../pipelines/plans/planSchema.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {communeValues, type CommuneValues} from "../../data/queries/communeValues.ts";
import {homeAreas} from "../../data/queries/homeAreas.ts";
import {isOfHome} from "../../data/queries/homeReports.ts";
import {overview} from "../../data/queries/overview.ts";
import type {Overview} from "../../data/queries/overviewShape.ts";
import {type DutyRow, dutyRows} from "../../data/queries/progress.ts";
import {communeUnits, type ReportUnit} from "./openUnitRows.ts";

type Db = Kysely<PublicTables>;

/** A figure of the home area, by indicator and unit group. */
export interface HomeFigure {
  year: number;
  indicator: string;
  unit_group: string;
  numerator: number;
  denominator: number;
  unknown_count: number;
  unreported_count: number;
  is_final: boolean;
}

/** A verdict of a clause for one present commune. */
export interface CommuneVerdict {
  target_id: string;
  code: string;
  numerator: number | null;
  denominator: number | null;
  basis: string;
  verdict: string;
  units_needed: number | null;
  unreported_count: number;
}

/** What was read for a year: files and their rows. */
export interface ReadRows {
  files: number;
  provisional_files: number;
  rows_read: number;
  rows_accepted: number;
  rows_rejected: number;
  row_errors: number;
  value_errors: number;
  warnings: number;
}

/** Everything the report of the home area is made of, for one year. */
export interface ReportFacts {
  workspace: Workspace;
  plans: readonly Plan[];
  year: number;
  /** Read from what may be known outside: no unit, no problem of a file is in it. */
  isPublic: boolean;
  overview: Overview;
  map: MapFile | null;
  figures: readonly HomeFigure[];
  communes: CommuneValues;
  verdicts: readonly CommuneVerdict[];
  duties: readonly DutyRow[];
  read: ReadRows;
  /** Reported of each present commune: null where nothing is expected of it. */
  reported: ReadonlyMap<string, boolean>;
  /** Communes that owe lists of the year, and those whose half-year file came. */
  half_year: {expected: number; half_year: number};
  units: readonly ReportUnit[];
}

/** Indicators of the annex of communes. */
export const COMMUNE_INDICATORS = [
  "registered_of_eligible",
  "certified_of_eligible",
  "good_or_better_of_eligible",
  "excellent_of_eligible",
  "weak_count"
] as const;

/** Reads the facts; the year must be one of the site's. */
export async function reportFacts(
  db: Db,
  workspace: Workspace,
  plans: readonly Plan[],
  {year, isPublic}: {year: number; isPublic: boolean}
): Promise<ReportFacts> {
  const file = await overview(db, workspace, plans);
  const codes = file.communes.map(({code}) => code);
  const areas = await homeAreas(db, workspace.settings.home);
  const mapPath = join(workspace.build, "map.json");
  return {
    workspace,
    plans,
    year,
    isPublic,
    overview: file,
    map: existsSync(mapPath) ? (JSON.parse(readFileSync(mapPath, "utf8")) as MapFile) : null,
    figures: await homeFigures(db, workspace, year),
    communes: await communeValues(db, {
      codes,
      boundary: "current",
      indicators: COMMUNE_INDICATORS,
      groups: ["all"],
      managed_levels: ["all"],
      lastYear: year
    }),
    verdicts: await communeVerdicts(db, codes, year),
    duties: await dutyRows(db, areas, plans, year),
    read: await readRows(db, workspace, year),
    reported: await reportedCommunes(db, codes, year),
    half_year: await halfYearReports(db, codes, year),
    units: await communeUnits(db, codes, year)
  };
}

async function homeFigures(db: Db, {settings: {home}}: Workspace, year: number): Promise<HomeFigure[]> {
  return db
    .selectFrom("indicator_values")
    .select([
      "year",
      "indicator",
      "unit_group",
      "numerator",
      "denominator",
      "unknown_count",
      "unreported_count",
      "is_final"
    ])
    .where("area_level", "=", home.level)
    .where("area_code", "=", home.code)
    .where("boundary", "=", "current")
    .where("managed_level", "=", "all")
    .where("year", "in", [year - 1, year])
    .orderBy("year")
    .orderBy("indicator")
    .orderBy("unit_group")
    .execute();
}

async function communeVerdicts(db: Db, codes: readonly string[], year: number): Promise<CommuneVerdict[]> {
  if (codes.length === 0) return [];
  const rows = await db
    .selectFrom("target_results")
    .select([
      "target_id",
      "subject_id as code",
      "numerator",
      "denominator",
      "basis",
      "verdict",
      "units_needed",
      "unreported_count"
    ])
    .where("subject_level", "=", "commune")
    .where("boundary", "=", "current")
    .where("year", "=", year)
    .where("subject_id", "in", [...codes])
    .orderBy("target_id")
    .orderBy("subject_id")
    .execute();
  return rows.map((row) => ({...row, unreported_count: row.unreported_count ?? 0}));
}

/** Files some part of which counts in the year, and what became of their rows. */
async function readRows(db: Db, {settings: {home}}: Workspace, year: number): Promise<ReadRows> {
  const {rows} = await sql<ReadRows>`
    with used as (
      select distinct submission_id from submission_parts where year = ${year} and is_counted and ${isOfHome(home)}
    ),
      files as (select s.* from submissions s join used using (submission_id)),
      found as (select severity, count(*) as n from issues join used using (submission_id) group by severity)
    select count(*) as files, count(*) filter (where stage = 'so_bo') as provisional_files,
      coalesce(sum(rows_read), 0)::integer as rows_read, coalesce(sum(rows_accepted), 0)::integer as rows_accepted,
      coalesce(sum(rows_rejected), 0)::integer as rows_rejected,
      coalesce((select sum(n) from found where severity = 'row_error'), 0)::integer as row_errors,
      coalesce((select sum(n) from found where severity = 'value_error'), 0)::integer as value_errors,
      coalesce((select sum(n) from found where severity = 'warning'), 0)::integer as warnings
    from files
  `.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error("an aggregate without a row");
  return row;
}

async function reportedCommunes(db: Db, codes: readonly string[], year: number): Promise<Map<string, boolean>> {
  const wanted = new Set(codes);
  const rows = await db
    .selectFrom("commune_reports")
    .select(["commune_code", "is_reported"])
    .where("year", "=", year)
    .where("is_expected", "=", true)
    .where("commune_valid_from", "is not", null)
    .execute();
  return new Map(
    rows
      .filter(({commune_code: code}) => wanted.has(code))
      .map(({commune_code, is_reported}) => [commune_code, is_reported])
  );
}

async function halfYearReports(
  db: Db,
  codes: readonly string[],
  year: number
): Promise<{expected: number; half_year: number}> {
  if (codes.length === 0) return {expected: 0, half_year: 0};
  return db
    .selectFrom("commune_reports")
    .select([
      sql<number>`count(*) filter (where is_expected)`.as("expected"),
      sql<number>`count(*) filter (where is_half_year_reported)`.as("half_year")
    ])
    .where("year", "=", year)
    .where("commune_valid_from", "is not", null)
    .where("commune_code", "in", [...codes])
    .executeTakeFirstOrThrow();
}
