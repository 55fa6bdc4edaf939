import {type Kysely, sql} from "kysely";
import type {Verdict} from "../../../loaders/vocabulary.ts";
import {missingConditions} from "../../sentences/missingConditions.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";

/** Figures of one year: n of d, u undecided, v not reported. */
export interface YearValue {
  year: number;
  numerator: number;
  denominator: number;
  unknown_count: number;
  unreported_count: number;
  is_final: boolean;
}

/** One indicator of one unit group over the years, on present boundaries. */
export interface ProfileSeries {
  indicator: string;
  unit_group: string;
  points: YearValue[];
}

/** A verdict of one clause for the commune in one year. */
export interface ProfileVerdict {
  year: number;
  target_id: string;
  title: string;
  clause: string;
  document: string;
  kind: string;
  indicator: string;
  unit_group: string;
  /** Managing levels the clause covers, joined by "+", or "all". */
  managed_levels: string;
  comparator: ">=" | ">" | "=";
  measure: "percent" | "count";
  value: number;
  basis: string;
  numerator: number | null;
  denominator: number | null;
  unknown_count: number | null;
  unreported_count: number | null;
  verdict: Verdict;
  units_needed: number | null;
  is_impossible: boolean;
}

/** A commune until 30/6/2025 that went into this one, with its own last result: never summed. */
export interface FormerCommune {
  code: string;
  name: string;
  type: string;
  district: string;
  extent: string;
  clause: string;
  /** Year of the figures: the last before the merger. */
  year: number | null;
  numerator: number | null;
  denominator: number | null;
  is_certified: boolean | null;
  class: string | null;
  points: YearValue[];
}

/** An eligible unit that is not certified in a year. */
export interface OpenUnit {
  year: number;
  unit_name: string;
  unit_type: string;
  managed_by: string | null;
  managed_level: string;
  is_certified: boolean | null;
  class: string | null;
  missing: string[];
  file: string;
  /** First letters of the file's sha256. */
  file_key: string;
  sheet: string;
  row_number: number;
  cell: string;
}

export interface ProfileFile {
  file: string;
  year: number | null;
  received_date: string | null;
  stage: string;
  status: string;
  rows_read: number;
  rows_rejected: number;
  is_current: boolean;
}

export interface ProfileReport {
  year: number;
  is_reported: boolean;
  received_date: string | null;
  stage: string | null;
  expected_unit_count: number;
}

/** Everything the page Hồ sơ xã says of one present commune. */
export interface CommuneProfile {
  code: string;
  name: string;
  type: string;
  valid_from: string;
  province: string;
  /** The province's rate of the same years, for comparison. */
  province_points: YearValue[];
  former: FormerCommune[];
  reports: ProfileReport[];
  verdicts: ProfileVerdict[];
  series: ProfileSeries[];
  units: OpenUnit[];
  files: ProfileFile[];
}

/** Indicators drawn on the page. */
const INDICATORS = ["certified_of_eligible", "good_or_better_of_eligible"];
const GROUPS = ["all", "khu_dan_cu", "co_quan", "doanh_nghiep", "co_so_giao_duc", "organisations"];

type Db = Kysely<PublicTables>;

/**
 * Profiles of every present commune with figures, by code. `withUnits` false (a public edition) leaves out unit names and what is
 * internal about them.
 */
export async function communeProfiles(
  db: Db,
  {withUnits = true}: {withUnits?: boolean} = {}
): Promise<CommuneProfile[]> {
  const communes = await presentCommunes(db);
  const [provinces, former, reports, verdicts, series, units, files] = await Promise.all([
    provincePoints(db),
    formerCommunes(db),
    reportsByCommune(db),
    verdictsByCommune(db),
    seriesByCommune(db),
    withUnits ? openUnits(db) : new Map<string, OpenUnit[]>(),
    filesByCommune(db)
  ]);
  return communes.map(({province_code, ...commune}) => ({
    ...commune,
    province_points: provinces.get(province_code) ?? [],
    former: former.get(commune.code) ?? [],
    reports: reports.get(commune.code) ?? [],
    verdicts: verdicts.get(commune.code) ?? [],
    series: series.get(commune.code) ?? [],
    units: units.get(commune.code) ?? [],
    files: files.get(commune.code) ?? []
  }));
}

type Head = Pick<CommuneProfile, "code" | "name" | "type" | "valid_from" | "province"> & {province_code: string};

async function presentCommunes(db: Db): Promise<Head[]> {
  const {rows} = await sql<Head>`
    select c.code, c.name, c.type, c.valid_from, c.province_code, p.name as province
    from communes c
    join areas p on p.area_level = 'province' and p.area_code = c.province_code and p.valid_to is null
    where c.valid_from is not null and c.valid_to is null
      and c.code in (select area_code from indicator_values where area_level = 'commune' and boundary = 'current')
    order by c.code
  `.execute(db);
  return rows;
}

async function provincePoints(db: Db): Promise<Map<string, YearValue[]>> {
  const {rows} = await sql<YearValue & {province: string}>`
    select area_code as province, year, numerator, denominator, unknown_count, unreported_count, is_final
    from indicator_values
    where area_level = 'province' and boundary = 'current' and managed_level = 'all'
      and indicator = 'certified_of_eligible' and unit_group = 'all'
    order by area_code, year
  `.execute(db);
  return grouped(rows, ({province, ...point}) => [province, point]);
}

async function formerCommunes(db: Db): Promise<Map<string, FormerCommune[]>> {
  const {rows} = await sql<Omit<FormerCommune, "points"> & {commune: string}>`
    with last_year as (
      select area_code, max(year) as year
      from indicator_values
      where area_level = 'commune' and boundary = 'as_reported' and year < 2025
      group by area_code
    ),
    own as (
      select commune_code, year, bool_or(is_certified) as is_certified, any_value(class) as class
      from unit_years
      where commune_valid_from is null and unit_type in ('xa', 'phuong', 'thi_tran') and is_certified is not null
      group by commune_code, year
    )
    select l.new_code as commune, l.old_code as code, c.name, c.type, coalesce(d.name, '') as district, l.extent, l.clause,
      y.year, v.numerator, v.denominator, own.is_certified, own.class
    from commune_lineage l
    join communes c on c.code = l.old_code and c.valid_from is null
    left join areas d on d.area_level = 'district' and d.area_code = c.district_code
    left join last_year y on y.area_code = l.old_code
    left join indicator_values v on v.area_level = 'commune' and v.area_code = l.old_code and v.boundary = 'as_reported'
      and v.year = y.year and v.indicator = 'certified_of_eligible' and v.unit_group = 'all' and v.managed_level = 'all'
    left join own on own.commune_code = l.old_code and own.year = y.year
    order by l.new_code, case l.extent when 'full' then 0 else 1 end, c.name, c.code
  `.execute(db);
  const {rows: points} = await sql<YearValue & {code: string}>`
    select area_code as code, year, numerator, denominator, unknown_count, unreported_count, is_final
    from indicator_values
    where area_level = 'commune' and boundary = 'as_reported' and year < 2025
      and indicator = 'certified_of_eligible' and unit_group = 'all' and managed_level = 'all'
    order by area_code, year
  `.execute(db);
  const pointsByCode = grouped(points, ({code, ...point}) => [code, point]);
  return grouped(rows, ({commune, ...row}) => [commune, {...row, points: pointsByCode.get(row.code) ?? []}]);
}

async function reportsByCommune(db: Db): Promise<Map<string, ProfileReport[]>> {
  const {rows} = await sql<ProfileReport & {commune: string}>`
    select commune_code as commune, year, is_reported, first_received_date as received_date, stage, expected_unit_count
    from commune_reports
    where commune_valid_from is not null and is_expected
    order by commune_code, year
  `.execute(db);
  return grouped(rows, ({commune, ...row}) => [commune, row]);
}

async function verdictsByCommune(db: Db): Promise<Map<string, ProfileVerdict[]>> {
  const {rows} = await sql<ProfileVerdict & {commune: string}>`
    select r.subject_id as commune, r.year, r.target_id, t.title, t.clause, p.document, t.kind, t.indicator, r.unit_group, t.managed_levels, t.comparator,
      t.measure, t.value, r.basis, r.numerator, r.denominator, r.unknown_count, r.unreported_count, r.verdict, r.units_needed,
      r.is_impossible
    from target_results r
    join targets t using (target_id)
    join plans p using (plan_id)
    where r.subject_level = 'commune' and r.boundary = 'current' and r.year >= 2025
    order by r.subject_id, r.year, case t.kind when 'plan' then 0 else 1 end, t.target_id
  `.execute(db);
  return grouped(rows, ({commune, ...row}) => [commune, row]);
}

async function seriesByCommune(db: Db): Promise<Map<string, ProfileSeries[]>> {
  const {rows} = await sql<YearValue & {commune: string; indicator: string; unit_group: string}>`
    select area_code as commune, indicator, unit_group, year, numerator, denominator, unknown_count, unreported_count, is_final
    from indicator_values
    where area_level = 'commune' and boundary = 'current' and managed_level = 'all'
      and indicator in (${sql.join(INDICATORS)}) and unit_group in (${sql.join(GROUPS)})
    order by area_code, indicator, unit_group, year
  `.execute(db);
  const series = new Map<string, {commune: string; series: ProfileSeries}>();
  for (const {commune, indicator, unit_group, ...point} of rows) {
    const key = `${commune} ${indicator} ${unit_group}`;
    const entry = series.get(key) ?? {commune, series: {indicator, unit_group, points: []}};
    entry.series.points.push(point);
    series.set(key, entry);
  }
  return grouped([...series.values()], ({commune, series}) => [commune, series]);
}

async function openUnits(db: Db): Promise<Map<string, OpenUnit[]>> {
  const {rows} = await sql<PublicTables["unit_years"] & {file: string; sha256: string; column_letter: string | null}>`
    select u.*, s.file, s.sha256,
      (select min_by(c.column_letter, c.field) from sheet_columns c
        where c.submission_id = u.submission_id and c.sheet = u.sheet and starts_with(c.field, 'is_certified')) as column_letter
    from unit_years u
    join submissions s using (submission_id)
    where u.is_eligible and u.is_certified is distinct from true and u.current_commune_code <> 'unassigned'
    order by u.current_commune_code, u.year desc, u.unit_type, u.is_certified nulls last, u.row_number
  `.execute(db);
  return grouped(rows, (row) => [
    row.current_commune_code,
    {
      year: row.year,
      unit_name: row.unit_name,
      unit_type: row.unit_type,
      managed_by: row.managed_by,
      managed_level: row.managed_level,
      is_certified: row.is_certified,
      class: row.class,
      missing: missingConditions(row),
      file: row.file,
      file_key: row.sha256.slice(0, 8),
      sheet: row.sheet,
      row_number: row.row_number,
      cell: `${row.column_letter ?? ""}${row.row_number}`
    }
  ]);
}

async function filesByCommune(db: Db): Promise<Map<string, ProfileFile[]>> {
  const {rows} = await sql<ProfileFile & {commune: string}>`
    select p.commune_code as commune, s.file, any_value(s.year) as year, any_value(s.received_date) as received_date,
      any_value(s.stage) as stage, any_value(s.status) as status, any_value(s.rows_read) as rows_read,
      any_value(s.rows_rejected) as rows_rejected, bool_or(p.is_current) as is_current
    from submission_parts p
    join submissions s using (submission_id)
    where p.commune_valid_from is not null
    group by p.commune_code, s.file
    order by p.commune_code, year desc, received_date desc nulls last, s.file
  `.execute(db);
  return grouped(rows, ({commune, ...row}) => [commune, row]);
}

function grouped<R, V>(rows: readonly R[], entry: (row: R) => [key: string, value: V]): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const row of rows) {
    const [key, value] = entry(row);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
