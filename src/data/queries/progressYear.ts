import {type Kysely, sql} from "kysely";
import type {FormId, Stage, UnitType} from "../../../loaders/vocabulary.ts";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {Plan} from "../../../pipelines/plans/planSchema.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {stateCode} from "../../views/dutyStates.ts";
import {type HomeAreas, homeAreas, type NamedArea, type Register} from "./homeAreas.ts";
import {NO_YEAR} from "./keeperSite.ts";
import {dutyRows} from "./progress.ts";

type Db = Kysely<PublicTables>;

/** A part of a commune's report: the list of one unit type ("xa" stands for the commune's own row, whatever its type), or a form. */
export type ReportPart =
  Extract<UnitType, "khu_dan_cu" | "co_quan" | "doanh_nghiep" | "co_so_giao_duc" | "xa"> | Exclude<FormId, "unit_list">;

/** What came from one area in a year. */
export interface AreaReport {
  stage: Stage | null;
  /** Parts of the year that count, then those one would expect and that are not there. */
  parts: ReportPart[];
  missing: ReportPart[];
  /** Places in `files`, by day received. */
  files: number[];
  /** How many versions of its list or summary came. */
  versions: number;
}

/** A received file. */
export interface ReceivedFile {
  id: string;
  /** Null in an edition that leaves out what is internal. */
  file: string | null;
  received_date: string | null;
  sender: string | null;
  /** "xã Sầm Sơn", "Huyện Quan Sơn"; null where nobody is named. */
  area: string | null;
  is_home: boolean;
  period: string | null;
  stage: string;
  status: string;
  rows_read: number;
  rows_rejected: number;
  /** Parts the file holds, and how many of them still count. */
  parts: number;
  current_parts: number;
  /** Places in `files` of those that replaced some of its parts, or that it repeats byte for byte. */
  replaced_by: number[];
}

/** Everything the page Tiến độ nộp lists of one year: fetched when the year is shown. */
export interface ProgressYear {
  year: number;
  areas: NamedArea[];
  /** By duty: places in `areas`, one state character and one day for each. */
  duties: Record<string, {areas: number[]; states: string; received: (string | null)[]}>;
  /** As long as `areas`; null for an area whose files are those of its communes. */
  reports: (AreaReport | null)[];
  files: ReceivedFile[];
}

/** Reads the lists of one year. `withNames` false leaves out file names and senders. */
export async function progressYear(
  db: Db,
  {settings}: Pick<Workspace, "settings">,
  plans: readonly Plan[],
  year: number
): Promise<ProgressYear> {
  const areas = await homeAreas(db, settings.home);
  const rows = await dutyRows(db, areas, plans, year);
  const places = new Map<string, number>();
  const listed: NamedArea[] = [];
  const duties: ProgressYear["duties"] = {};
  for (const {duty, area, state, received_date} of rows) {
    const key = placeKey(area);
    if (!places.has(key)) places.set(key, listed.push(area) - 1);
    const entry = (duties[duty.id] ??= {areas: [], states: "", received: []});
    entry.areas.push(places.get(key) ?? 0);
    entry.states += stateCode(state);
    entry.received.push(received_date);
  }
  const files = await receivedFiles(db, areas, {year, withNames: settings.publication === "internal"});
  return {year, areas: listed, duties, reports: await areaReports(db, listed, {year, files}), files};
}

function placeKey({level, code, register}: Pick<NamedArea, "level" | "code" | "register">): string {
  return `${level} ${code} ${register}`;
}

async function receivedFiles(
  db: Db,
  areas: HomeAreas,
  {year, withNames}: {year: number; withNames: boolean}
): Promise<ReceivedFile[]> {
  const {rows} = await sql<{
    submission_id: string;
    file: string;
    sha256: string;
    received_date: string | null;
    sender: string | null;
    area_level: string | null;
    area_code: string | null;
    register: Register;
    period: string | null;
    stage: string;
    status: string;
    rows_read: number;
    rows_rejected: number;
    parts: number;
    current_parts: number;
    superseded_by: string[] | null;
  }>`
    with held as (
      select submission_id, count(*) as parts, count(*) filter (where is_current) as current_parts,
        bool_or(commune_valid_from is null) as is_former,
        string_agg(distinct superseded_by, ' ' order by superseded_by) as superseded_by
      from submission_parts group by submission_id
    )
    select s.submission_id, s.file, s.sha256, s.received_date, s.sender, s.area_level, s.area_code,
      case when coalesce(h.is_former, s.year < 2025) then 'former' else 'current' end as register,
      s.period, s.stage, s.status, s.rows_read, s.rows_rejected, coalesce(h.parts, 0) as parts,
      coalesce(h.current_parts, 0) as current_parts,
      case when h.superseded_by is null then null else string_split(h.superseded_by, ' ') end as superseded_by
    from submissions s left join held h using (submission_id)
    where coalesce(s.year, ${NO_YEAR}) = ${year}
    order by s.received_date desc nulls last, s.file, s.submission_id
  `.execute(db);
  const place = new Map(rows.map(({submission_id}, i) => [submission_id, i]));
  const original = new Map(
    rows.flatMap(({sha256, status}, i) => (status === "duplicate" ? [] : [[sha256, i] as const]))
  );
  return rows.map((row) => {
    const {area_level, area_code, register} = row;
    const area = area_level === null || area_code === null ? null : areas.find(area_level, area_code, register);
    const replaced = (row.superseded_by ?? []).flatMap((id) => place.get(id) ?? []);
    return {
      id: row.submission_id,
      file: withNames ? row.file : null,
      received_date: row.received_date,
      sender: withNames ? row.sender : null,
      area: area === null ? null : areaTitle(area),
      is_home: area !== null && areas.isHome(area.level, area.code, area.register),
      period: row.period,
      stage: row.stage,
      status: row.status,
      rows_read: row.rows_read,
      rows_rejected: row.rows_rejected,
      parts: row.parts,
      current_parts: row.current_parts,
      replaced_by: row.status === "duplicate" ? [original.get(row.sha256)].flatMap((i) => i ?? []) : replaced
    };
  });
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  xa: "xã",
  phuong: "phường",
  thi_tran: "thị trấn",
  dac_khu: "đặc khu",
  tinh: "tỉnh",
  thanh_pho: "thành phố",
  huyen: "huyện",
  quan: "quận",
  thi_xa: "thị xã"
};

/** "xã Sầm Sơn", "Huyện Quan Sơn": a name that holds its type is left as it is. */
export function areaTitle({name, type}: Pick<NamedArea, "name" | "type">): string {
  if (/^(tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu) /i.test(name)) return name;
  return `${TYPE_WORDS[type] ?? ""} ${name}`.trim();
}

async function areaReports(
  db: Db,
  listed: readonly NamedArea[],
  {year, files}: {year: number; files: readonly ReceivedFile[]}
): Promise<(AreaReport | null)[]> {
  const parts = await communeParts(db, year);
  const expected = await expectedTypes(db, year);
  const stages = await communeStages(db, year);
  const filePlace = new Map(files.map(({id}, i) => [id, i]));
  const direct = await areaFiles(db, year);
  return listed.map((area) => {
    const key = `${area.code} ${area.register}`;
    const filesOf = (ids: Iterable<string>): number[] =>
      [...new Set(ids)].flatMap((id) => filePlace.get(id) ?? []).sort((a, b) => b - a);
    if (area.level !== "commune") {
      const own = direct.get(`${area.level} ${area.code} ${area.register}`) ?? [];
      return {stage: null, parts: [], missing: [], files: filesOf(own), versions: own.length};
    }
    const held = parts.get(key) ?? [];
    const there = PART_ORDER.filter((part) => held.some((one) => one.part === part && one.is_current));
    const refused = direct.get(`commune ${area.code} ${area.register}`) ?? [];
    return {
      stage: stages.get(key) ?? null,
      parts: there,
      missing: there.length === 0 ? [] : missingParts(there, expected.get(key) ?? []),
      files: filesOf([...held.map(({submission_id}) => submission_id), ...refused]),
      versions: new Set(
        held.filter(({part}) => part !== "models" && part !== "commune_facts").map(({submission_id}) => submission_id)
      ).size
    };
  });
}

const PART_ORDER: readonly ReportPart[] = [
  "khu_dan_cu",
  "co_quan",
  "doanh_nghiep",
  "co_so_giao_duc",
  "xa",
  "models",
  "commune_facts",
  "summary"
];

/** Types the commune itself manages units of by the year before, its own row, models and facts; a summary is never asked for. */
function missingParts(there: readonly ReportPart[], earlier: readonly ReportPart[]): ReportPart[] {
  const wanted: readonly ReportPart[] = ["xa", "models", "commune_facts", ...earlier];
  return PART_ORDER.filter((part) => wanted.includes(part) && !there.includes(part));
}

interface HeldPart {
  submission_id: string;
  part: ReportPart;
  is_current: boolean;
}

/** Parts of the year's own report by commune; the province's file lists other units and is not theirs. */
async function communeParts(db: Db, year: number): Promise<Map<string, HeldPart[]>> {
  const {rows} = await sql<HeldPart & {commune_code: string; register: Register}>`
    select p.submission_id, p.commune_code, case when p.commune_valid_from is null then 'former' else 'current' end as register,
      case when p.form <> 'unit_list' then p.form
        when p.unit_type in ('xa', 'phuong', 'thi_tran', 'dac_khu') then 'xa' else p.unit_type end as part,
      bool_or(p.is_current) as is_current
    from submission_parts p join submissions s using (submission_id)
    where p.year = ${year} and p.period = 'nam' and coalesce(s.area_level, '') <> 'province'
    group by all
    order by p.submission_id, part
  `.execute(db);
  return byKey(rows, ({commune_code, register}) => `${commune_code} ${register}`);
}

async function expectedTypes(db: Db, year: number): Promise<Map<string, ReportPart[]>> {
  const {rows} = await sql<{code: string; register: Register; part: ReportPart}>`
    select distinct
      case when ${year} < 2025 then commune_code else current_commune_code end as code,
      case when ${year} < 2025 then 'former' else 'current' end as register, unit_type as part
    from unit_years
    where year = ${year} - 1 and is_eligible and managed_level = 'xa' and unit_type not in ('xa', 'phuong', 'thi_tran', 'dac_khu')
  `.execute(db);
  return new Map(
    [...byKey(rows, ({code, register}) => `${code} ${register}`)].map(([k, v]) => [k, v.map(({part}) => part)])
  );
}

async function communeStages(db: Db, year: number): Promise<Map<string, Stage>> {
  const {rows} = await sql<{code: string; register: Register; stage: Stage}>`
    select commune_code as code, case when commune_valid_from is null then 'former' else 'current' end as register, stage
    from commune_reports where year = ${year} and stage is not null
  `.execute(db);
  return new Map(rows.map(({code, register, stage}) => [`${code} ${register}`, stage]));
}

/** Files by the area they name as their own, in its register (codes were used again): refused and repeated ones hold no part. */
async function areaFiles(db: Db, year: number): Promise<Map<string, string[]>> {
  const {rows} = await sql<{area: string; submission_id: string}>`
    with held as (
      select submission_id, bool_or(commune_valid_from is null) as is_former from submission_parts group by submission_id
    )
    select s.area_level || ' ' || s.area_code || ' '
      || case when s.area_level = 'district' or coalesce(h.is_former, s.year < 2025) then 'former' else 'current' end as area,
      s.submission_id
    from submissions s left join held h using (submission_id)
    where s.year = ${year} and s.area_code is not null order by s.received_date, s.submission_id
  `.execute(db);
  return new Map([...byKey(rows, ({area}) => area)].map(([k, v]) => [k, v.map(({submission_id}) => submission_id)]));
}

function byKey<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
