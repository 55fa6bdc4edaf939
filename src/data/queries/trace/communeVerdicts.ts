import {type Kysely, sql} from "kysely";
import type {Verdict} from "../../../../loaders/vocabulary.ts";
import type {PublicTables} from "../../../../pipelines/tables.ts";

/** Target, group, basis, verdict, units needed, impossible. */
export type FoundVerdict = [number, string, string, Verdict, number | null, 0 | 1];

interface Row {
  subject_id: string;
  boundary: string;
  year: number;
  target_id: string;
  unit_group: string;
  basis: string;
  verdict: Verdict;
  units_needed: number | null;
  is_impossible: boolean;
}

/** Verdicts on communes, by the file that holds their rows; `of` is a former commune's code, null the present one. */
export async function communeVerdicts(
  db: Kysely<PublicTables>,
  targets: ReadonlyMap<string, number>
): Promise<{home: string; year: number; of: string | null; verdict: FoundVerdict}[]> {
  const {rows} = await sql<Row & {home: string}>`
    with former as (
      select distinct year, commune_code, current_commune_code from int_commune_counts
    )
    select r.*, case r.boundary when 'current' then r.subject_id else f.current_commune_code end as home
    from target_results r
    left join former f on r.boundary = 'as_reported' and f.year = r.year and f.commune_code = r.subject_id
    where r.subject_level = 'commune' and (r.boundary = 'current' or f.current_commune_code is not null)
    order by r.year, r.subject_id, r.target_id, r.unit_group
  `.execute(db);
  return rows.map((row) => ({
    home: row.home,
    year: row.year,
    of: row.boundary === "current" ? null : row.subject_id,
    verdict: found(row, targets)
  }));
}

/** Verdicts on larger areas. */
export async function areaVerdicts(
  db: Kysely<PublicTables>,
  targets: ReadonlyMap<string, number>
): Promise<{level: string; code: string; year: number; boundary: string; target_id: string; verdict: FoundVerdict}[]> {
  const {rows} = await sql<Row & {subject_level: string}>`
    select * from target_results where subject_level in ('district', 'province', 'country')
    order by year, subject_level, subject_id, target_id, unit_group
  `.execute(db);
  return rows.map((row) => ({
    level: row.subject_level,
    code: row.subject_id,
    year: row.year,
    boundary: row.boundary,
    target_id: row.target_id,
    verdict: found(row, targets)
  }));
}

function found(row: Row, targets: ReadonlyMap<string, number>): FoundVerdict {
  const place = targets.get(row.target_id);
  if (place === undefined) throw new Error(`no target ${row.target_id}`);
  return [place, row.unit_group, row.basis, row.verdict, row.units_needed, row.is_impossible ? 1 : 0];
}
