import {type Kysely, sql} from "kysely";
import type {Severity} from "../../../loaders/vocabulary.ts";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {type HomeAreas, homeAreas, type NamedArea, type Register} from "./homeAreas.ts";
import {NO_YEAR} from "./keeperSite.ts";
import {CROSS_RESULT, OPEN_ISSUES} from "./quality.ts";
import {areaTitle} from "./progressYear.ts";
import type {NamedRule} from "./ruleTitles.ts";

type Db = Kysely<PublicTables>;

/** Counts of issues by severity: row, value, warning, info. */
export type SeverityCounts = [rows: number, values: number, warnings: number, notes: number];

/** A file with its accounting. */
export interface QualityFile {
  id: string;
  /** Null in an edition that leaves out what is internal. */
  file: string | null;
  area: string | null;
  received_date: string | null;
  stage: string;
  status: string;
  /** Some part of it still counts, or it is refused and not mended. */
  is_open: boolean;
  rows_read: number;
  rows_accepted: number;
  rows_rejected: number;
  issues: SeverityCounts;
  /** Of a refused file: why, and what to do. */
  refusal: {message: string; remedy: string} | null;
}

/** A commune with what its files lack. Counts of units are of eligible ones. */
export interface QualityCommune extends NamedArea {
  issues: SeverityCounts;
  units: number;
  no_registration: number;
  no_result: number;
  no_class: number;
}

/** Files and communes of one year: fetched when the year is shown. */
export interface QualityFiles {
  year: number;
  files: QualityFile[];
  communes: QualityCommune[];
  /** Present communes that took over former ones of the list, by code. */
  successors: Record<string, string>;
}

/** The issues of one year, column by column; words that come again stand once in `words`. Fetched when the list is opened. */
export interface QualityIssues {
  year: number;
  words: string[];
  /** Places in `files` and `communes` of the year; −1: no commune. */
  file: number[];
  commune: number[];
  /** Places in the rules of the page. */
  rule: number[];
  /** 1: the file is still in use. */
  open: number[];
  /** Places in `words`; −1: none. */
  sheet: number[];
  cell: (string | null)[];
  value: number[];
  message: number[];
  remedy: number[];
}

/** Units of one cell of the cross-table of certified × class. */
export interface CrossUnits {
  units: {
    name: string;
    type: string;
    commune: string;
    managed_by: string | null;
    score: number | null;
    file: string;
    sheet: string;
    row: number;
  }[];
}

/** Reads files, communes and issues of one year. An edition that leaves out what is internal has no issues and no names of files. */
export async function qualityYear(
  db: Db,
  {settings}: Pick<Workspace, "settings">,
  rules: readonly NamedRule[],
  year: number
): Promise<{files: QualityFiles; issues: QualityIssues}> {
  const areas = await homeAreas(db, settings.home);
  const withNames = settings.publication === "internal";
  const found = await issueRows(db, year);
  const files = await filesOf(db, areas, {year, found, withNames});
  const communes = await communesOf(db, areas, {year, found});
  const successors: Record<string, string> = {};
  for (const {register, successor} of communes) {
    if (register === "former" && successor !== null)
      successors[successor] = areaTitle(areas.find("commune", successor, "current"));
  }
  return {
    files: {year, files, communes, successors},
    issues: columnsOf(withNames ? found : [], {year, files, communes, rules})
  };
}

interface IssueRow {
  submission_id: string;
  commune_code: string | null;
  register: Register;
  severity: Severity;
  rule: string;
  sheet: string | null;
  cell: string | null;
  raw_value: string | null;
  message: string;
  remedy: string;
  is_open: boolean;
}

async function issueRows(db: Db, year: number): Promise<IssueRow[]> {
  const {rows} = await sql<IssueRow>`
    with registers as (
      select submission_id, commune_code, bool_or(commune_valid_from is null) as is_former from submission_parts group by all
    )
    select i.submission_id, i.commune_code, case when coalesce(r.is_former, s.year < 2025) then 'former' else 'current' end as register,
      i.severity, i.rule, i.sheet, coalesce(i.cell, case when i.row_number is not null then 'dòng ' || i.row_number end) as cell,
      i.raw_value, i.message, i.remedy, o.is_open
    from issues i
    join submissions s using (submission_id)
    join (${OPEN_ISSUES}) o using (issue_id)
    left join registers r on r.submission_id = i.submission_id and r.commune_code = i.commune_code
    where coalesce(s.year, ${NO_YEAR}) = ${year}
    order by s.file, i.submission_id, i.sheet nulls first, i.row_number nulls first, i.issue_id
  `.execute(db);
  return rows;
}

const ORDER: readonly Severity[] = ["row_error", "value_error", "warning", "info"];

function count(into: SeverityCounts, severity: Severity): void {
  const place = ORDER.indexOf(severity) as 0 | 1 | 2 | 3;
  into[place] += 1;
}

async function filesOf(
  db: Db,
  areas: HomeAreas,
  {year, found, withNames}: {year: number; found: readonly IssueRow[]; withNames: boolean}
): Promise<QualityFile[]> {
  const {rows} = await sql<
    Omit<QualityFile, "id" | "file" | "area" | "issues" | "refusal"> & {
      submission_id: string;
      file: string;
      area_level: string | null;
      area_code: string | null;
      register: Register;
    }
  >`
    with held as (
      select submission_id, bool_or(is_current) as is_current, bool_or(commune_valid_from is null) as is_former
      from submission_parts group by submission_id
    )
    select s.submission_id, s.file, s.area_level, s.area_code,
      case when coalesce(h.is_former, s.year < 2025) then 'former' else 'current' end as register, s.received_date, s.stage, s.status,
      case when s.status = 'rejected' then true when s.status in ('duplicate', 'withdrawn') then false
        else coalesce(h.is_current, true) end as is_open,
      s.rows_read, s.rows_accepted, s.rows_rejected
    from submissions s left join held h using (submission_id)
    where coalesce(s.year, ${NO_YEAR}) = ${year}
    order by s.file, s.submission_id
  `.execute(db);
  const counts = new Map<string, SeverityCounts>(rows.map(({submission_id}) => [submission_id, [0, 0, 0, 0]]));
  const refusals = new Map<string, IssueRow>();
  const isOpen = new Map(rows.map(({submission_id, is_open}) => [submission_id, is_open]));
  for (const issue of found) {
    const own = counts.get(issue.submission_id);
    // Of a file still in use only what still counts; of one that is not, everything it held.
    if (own && (issue.is_open || isOpen.get(issue.submission_id) === false)) count(own, issue.severity);
    if (issue.severity === "row_error" && !refusals.has(issue.submission_id)) refusals.set(issue.submission_id, issue);
  }
  return rows.map(({submission_id, file, area_level, area_code, register, ...row}) => {
    const refusal = row.status === "rejected" ? refusals.get(submission_id) : undefined;
    return {
      id: submission_id,
      file: withNames ? file : null,
      area: area_level === null || area_code === null ? null : areaTitle(areas.find(area_level, area_code, register)),
      ...row,
      issues: counts.get(submission_id) ?? [0, 0, 0, 0],
      refusal:
        refusal === undefined
          ? null
          : {message: withNames ? refusal.message : "", remedy: withNames ? refusal.remedy : ""}
    };
  });
}

async function communesOf(
  db: Db,
  areas: HomeAreas,
  {year, found}: {year: number; found: readonly IssueRow[]}
): Promise<QualityCommune[]> {
  const {rows} = await sql<{
    code: string;
    register: Register;
    units: number;
    no_registration: number;
    no_result: number;
    no_class: number;
  }>`
    select commune_code as code, case when commune_valid_from is null then 'former' else 'current' end as register,
      count(*) as units, count(*) filter (where is_registered is null) as no_registration,
      count(*) filter (where coalesce(is_certified, nullif(is_registered, true)) is null) as no_result,
      count(*) filter (where class is null) as no_class
    from unit_years where year = ${year} and is_eligible
    group by all
  `.execute(db);
  const communes = new Map<string, QualityCommune>();
  const commune = (code: string, register: Register): QualityCommune => {
    const key = `${code} ${register}`;
    const known = communes.get(key);
    if (known) return known;
    const none = {units: 0, no_registration: 0, no_result: 0, no_class: 0};
    const made: QualityCommune = {...areas.find("commune", code, register), issues: [0, 0, 0, 0], ...none};
    communes.set(key, made);
    return made;
  };
  for (const {code, register, ...counts} of rows) Object.assign(commune(code, register), counts);
  for (const issue of found) {
    if (issue.commune_code === null) continue;
    const own = commune(issue.commune_code, issue.register);
    if (issue.is_open) count(own.issues, issue.severity);
  }
  return [...communes.values()].sort((a, b) => (a.register === b.register ? (a.code < b.code ? -1 : 1) : 0));
}

function columnsOf(
  found: readonly IssueRow[],
  {
    year,
    files,
    communes,
    rules
  }: {
    year: number;
    files: readonly QualityFile[];
    communes: readonly QualityCommune[];
    rules: readonly NamedRule[];
  }
): QualityIssues {
  const words = new Map<string, number>();
  const word = (text: string | null): number => {
    if (text === null) return -1;
    const known = words.get(text);
    if (known !== undefined) return known;
    words.set(text, words.size);
    return words.size - 1;
  };
  const filePlace = new Map(files.map(({id}, i) => [id, i]));
  const communePlace = new Map(communes.map(({code, register}, i) => [`${code} ${register}`, i]));
  const rulePlace = new Map(rules.map(({id, severity}, i) => [`${id} ${severity}`, i]));
  const columns = {
    file: found.map((row) => filePlace.get(row.submission_id) ?? -1),
    commune: found.map((row) => communePlace.get(`${row.commune_code ?? ""} ${row.register}`) ?? -1),
    rule: found.map((row) => rulePlace.get(`${row.rule} ${row.severity}`) ?? -1),
    open: found.map((row) => Number(row.is_open)),
    sheet: found.map((row) => word(row.sheet)),
    cell: found.map((row) => row.cell),
    value: found.map((row) => word(row.raw_value)),
    message: found.map((row) => word(row.message)),
    remedy: found.map((row) => word(row.remedy))
  };
  return {year, words: [...words.keys()], ...columns};
}

/** The units of every cell of one year's cross-table, by "<result>-<class>" ("dat-kha", "chua_ro-chua_ro"). */
export async function crossUnits(
  db: Db,
  {settings}: Pick<Workspace, "settings">,
  year: number
): Promise<Map<string, CrossUnits>> {
  if (settings.publication !== "internal") return new Map();
  const areas = await homeAreas(db, settings.home);
  const {rows} = await sql<{
    cell: string;
    unit_name: string;
    unit_type: string;
    commune_code: string;
    register: Register;
    managed_by: string | null;
    score: number | null;
    file: string;
    sheet: string;
    row_number: number;
  }>`
    select ${CROSS_RESULT} || '-' || coalesce(class, 'chua_ro') as cell, unit_name, unit_type, commune_code,
      case when commune_valid_from is null then 'former' else 'current' end as register, managed_by, score, f.file, sheet, row_number
    from unit_years join submissions f using (submission_id)
    where unit_years.year = ${year} and is_eligible
    order by cell, commune_code, unit_type, row_number, unit_id
  `.execute(db);
  const cells = new Map<string, CrossUnits>();
  for (const row of rows) {
    const units = cells.get(row.cell) ?? {units: []};
    units.units.push({
      name: row.unit_name,
      type: row.unit_type,
      commune: areaTitle(areas.find("commune", row.commune_code, row.register)),
      managed_by: row.managed_by,
      score: row.score,
      file: row.file,
      sheet: row.sheet,
      row: row.row_number
    });
    cells.set(row.cell, units);
  }
  return cells;
}
