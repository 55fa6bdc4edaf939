import {type Kysely, type RawBuilder, sql} from "kysely";
import type {MovementClass, Severity} from "../../../loaders/vocabulary.ts";
import type {Workspace} from "../../../loaders/workspace.ts";
import type {PublicTables} from "../../../pipelines/tables.ts";
import {type KeeperSite, keeperSite, NO_YEAR} from "./keeperSite.ts";
import {type NamedRule, namedRules} from "./ruleTitles.ts";

type Db = Kysely<PublicTables>;

/** What is counted of a rule: in all files of the year, and in those that still count. */
export interface RuleCount {
  /** Place in `rules`. */
  rule: number;
  count: number;
  files: number;
  communes: number;
  open_count: number;
  open_files: number;
  open_communes: number;
}

/** Eligible units of a year by result and class. */
export interface CrossCount {
  unit_type: string;
  result: CrossResult;
  class: MovementClass | "chua_ro";
  count: number;
}
export type CrossResult = "dat" | "chua_dat" | "chua_ro";

export interface QualityYear {
  year: number;
  rules: RuleCount[];
  /** Files by what became of them. */
  files: Record<string, number>;
  rows_read: number;
  rows_accepted: number;
  rows_rejected: number;
  /** Files in use that hold something to mend, and how many such places; refused files are counted by themselves. */
  must_fix: {files: number; places: number};
  /** Issues that stand in files no longer in use. */
  closed_issues: number;
  cross: CrossCount[];
  /** Rows of Biểu tổng hợp that stand beside a unit list, and how many of them differ from it. */
  summary: {compared: number; differing: number};
}

/** What the page Chất lượng knows before a year's files are fetched. */
export interface Quality {
  site: KeeperSite;
  rules: NamedRule[];
  years: QualityYear[];
}

export function emptyQuality(site: KeeperSite): Quality {
  return {site, rules: [], years: []};
}

/**
 * Every issue with whether its file is still in use, as columns issue_id, is_open: a file whose parts are all replaced (for an issue of a
 * commune: that commune's parts), a repeated and a withdrawn one are not; a refused one is, until someone mends it.
 */
export const OPEN_ISSUES: RawBuilder<unknown> = sql`
  with by_commune as (
    select submission_id, commune_code, bool_or(is_current) as is_current from submission_parts group by all
  ),
  by_file as (select submission_id, bool_or(is_current) as is_current from submission_parts group by all)
  select i.issue_id,
    case when s.status = 'rejected' then true when s.status in ('duplicate', 'withdrawn') then false
      else coalesce(c.is_current, f.is_current, true) end as is_open
  from issues i
  join submissions s using (submission_id)
  left join by_commune c on c.submission_id = i.submission_id and c.commune_code = i.commune_code
  left join by_file f on f.submission_id = i.submission_id
`;

/** Counts of every year: the first view of the page. */
export async function quality(db: Db, workspace: Pick<Workspace, "settings">): Promise<Quality> {
  const site = await keeperSite(db, workspace);
  const {rows: found} = await sql<{rule: string; severity: Severity}>`
    select distinct rule, severity from issues order by rule, severity
  `.execute(db);
  const rules = namedRules(found);
  const [counts, files, cross, summaries, fixes] = await Promise.all([
    ruleCounts(db, rules),
    fileCounts(db),
    crossCounts(db),
    summaryCounts(db),
    mustFixCounts(db)
  ]);
  const years = site.years.map((year): QualityYear => {
    const own = files.filter((row) => row.year === year);
    const sum = (of: (row: (typeof own)[number]) => number): number => own.reduce((total, row) => total + of(row), 0);
    const ruled = counts.filter((row) => row.year === year);
    return {
      year,
      rules: ruled.map((row) => withoutYear(row)),
      files: Object.fromEntries(own.map(({status, files: count}) => [status, count])),
      rows_read: sum((row) => row.rows_read),
      rows_accepted: sum((row) => row.rows_accepted),
      rows_rejected: sum((row) => row.rows_rejected),
      must_fix: fixes.get(year) ?? {files: 0, places: 0},
      closed_issues: ruled.reduce((total, {count, open_count}) => total + count - open_count, 0),
      cross: cross.filter((row) => row.year === year).map((row) => withoutYear(row)),
      summary: summaries.find((row) => row.year === year) ?? {compared: 0, differing: 0}
    };
  });
  return {site, rules, years};
}

function withoutYear<Row extends {year: number}>(row: Row): Omit<Row, "year"> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== "year")) as Omit<Row, "year">;
}

async function ruleCounts(db: Db, rules: readonly NamedRule[]): Promise<(RuleCount & {year: number})[]> {
  const {rows} = await sql<Omit<RuleCount, "rule"> & {year: number; id: string; severity: Severity}>`
    select coalesce(s.year, ${NO_YEAR}) as year, i.rule as id, i.severity, count(*) as count, count(distinct i.submission_id) as files,
      count(distinct i.commune_code) as communes, count(*) filter (where o.is_open) as open_count,
      count(distinct i.submission_id) filter (where o.is_open) as open_files,
      count(distinct i.commune_code) filter (where o.is_open) as open_communes
    from issues i join submissions s using (submission_id) join (${OPEN_ISSUES}) o using (issue_id)
    group by all
  `.execute(db);
  return rows
    .map(({id, severity, ...row}) => ({
      ...row,
      rule: rules.findIndex((rule) => rule.id === id && rule.severity === severity)
    }))
    .sort((a, b) => a.year - b.year || a.rule - b.rule);
}

async function mustFixCounts(db: Db): Promise<Map<number, QualityYear["must_fix"]>> {
  const {rows} = await sql<QualityYear["must_fix"] & {year: number}>`
    select coalesce(s.year, ${NO_YEAR}) as year, count(distinct i.submission_id) as files, count(*) as places
    from issues i join submissions s using (submission_id) join (${OPEN_ISSUES}) o using (issue_id)
    where o.is_open and s.status <> 'rejected' and i.severity in ('row_error', 'value_error')
    group by all
  `.execute(db);
  return new Map(rows.map(({year, ...counts}) => [year, counts]));
}

async function fileCounts(
  db: Db
): Promise<
  {year: number; status: string; files: number; rows_read: number; rows_accepted: number; rows_rejected: number}[]
> {
  const {rows} = await sql<{
    year: number;
    status: string;
    files: number;
    rows_read: number;
    rows_accepted: number;
    rows_rejected: number;
  }>`
    select coalesce(year, ${NO_YEAR}) as year, status, count(*) as files, sum(rows_read)::integer as rows_read, sum(rows_accepted)::integer as rows_accepted,
      sum(rows_rejected)::integer as rows_rejected
    from submissions group by all order by 1, 2
  `.execute(db);
  return rows;
}

/** SQL of the cell a unit stands in: certified or not, not registered counting as not certified, else unknown. */
export const CROSS_RESULT: RawBuilder<CrossResult> = sql`case
  when coalesce(is_certified, nullif(is_registered, true)) then 'dat'
  when not coalesce(is_certified, nullif(is_registered, true)) then 'chua_dat' else 'chua_ro' end`;

async function crossCounts(db: Db): Promise<(CrossCount & {year: number})[]> {
  const {rows} = await sql<CrossCount & {year: number}>`
    select year, unit_type, ${CROSS_RESULT} as result, coalesce(class, 'chua_ro') as class, count(*) as count
    from unit_years where is_eligible group by all order by all
  `.execute(db);
  return rows;
}

async function summaryCounts(db: Db): Promise<{year: number; compared: number; differing: number}[]> {
  const {rows} = await sql<{year: number; compared: number; differing: number}>`
    with listed as (select distinct commune_code, commune_valid_from is null as is_former, year, unit_type from unit_years),
    compared as (
      select s.year, count(*) as n from summary_years s
      join listed l on l.commune_code = s.commune_code and l.is_former = (s.commune_valid_from is null) and l.year = s.year
        and l.unit_type = s.unit_type
      group by s.year
    ),
    differing as (
      select f.year, count(distinct (i.submission_id, i.sheet, i.row_number)) as n
      from issues i join submissions f using (submission_id) where i.rule = 'summary_differs_from_list' group by f.year
    )
    select c.year, c.n as compared, coalesce(d.n, 0) as differing from compared c left join differing d using (year) order by c.year
  `.execute(db);
  return rows;
}
