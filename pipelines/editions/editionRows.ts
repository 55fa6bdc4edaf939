import {type RawBuilder, sql} from "kysely";

/** Parts of a record whose change makes a new edition; what the program and its inputs were (`about`, `input`) does not by itself. */
export const FIGURE_KINDS = ["value", "verdict", "duty", "file", "part"] as const;

/** Columns of a record, one table for all its kinds: few are filled in each, and Parquet stores nothing for the others. */
export const EDITION_COLUMNS = [
  "kind",
  "area_level",
  "area_code",
  "boundary",
  "year",
  "item",
  "unit_group",
  "n",
  "d",
  "u",
  "v",
  "is_final",
  "outcome",
  "detail",
  "day"
] as const;

/**
 * What is kept of a warehouse:
 *   value    indicators of communes, provinces and the country on present boundaries, every managing level together
 *   verdict  target_results · duty reporting_status
 *   file     every file received by the as-of day: item its name, unit_group its stage, detail its sha256
 *   part     which file counts for a commune, year, form (item) and unit type or period: a former commune's parts stand under its successors
 *   input    hash of each plan, form, reference table, and of the program · about the as-of day
 */
export function editionRows(inputs: readonly {name: string; hash: string}[]): RawBuilder<unknown> {
  const given = sql.join(inputs.map(({name, hash}) => sql`(${sql.lit(name)}, ${sql.lit(hash)})`));
  return sql`
    with settings as (select as_of from build_settings),
    received as (
      select s.* from submissions s, settings
      where coalesce(s.received_date <= settings.as_of, true)
    ),
    parts as (
      select distinct coalesce(l.new_code, p.commune_code) as area_code, p.year, p.form,
        concat_ws(' ', p.unit_type, nullif(p.period, 'nam')) as part, p.submission_id
      from submission_parts p
      left join commune_lineage l
        on p.commune_valid_from is null and l.old_code = p.commune_code and l.extent <> 'area_only'
      where p.is_counted
    ),
    record as (
      select 'value' as kind, area_level, area_code, boundary, year, indicator as item, unit_group,
        numerator as n, denominator as d, unknown_count as u, unreported_count as v, is_final,
        null::varchar as outcome, null::varchar as detail, null::date as day
      from indicator_values
      where boundary = 'current' and managed_level = 'all' and area_level in ('commune', 'province', 'country')
      union all
      select 'verdict', subject_level, subject_id, boundary, year, target_id, unit_group, numerator, denominator,
        unknown_count, unreported_count, null, verdict, basis, null
      from target_results
      union all
      select 'duty', area_level, area_code, null, year, plan_id || ' ' || duty, null, null, null, null, null, null,
        status, null, received_date
      from reporting_status
      union all
      select 'file', area_level, area_code, null, year, file, stage, null, null, null, null, null, status, sha256,
        received_date
      from received
      union all
      select 'part', 'commune', p.area_code, null, p.year, p.form, p.part, null, null, null, null, null, r.stage,
        r.sha256, r.received_date
      from parts p inner join received r on r.submission_id = p.submission_id
      union all
      select 'input', null, null, null, null, name, null, null, null, null, null, null, null, hash, null
      from (values ${given}) as given(name, hash)
      union all
      select 'about', null, null, null, null, 'as_of', null, null, null, null, null, null, null, null, as_of from settings
    )
    select ${columns} from record order by ${grain}
  `;
}

const columns = sql.join(EDITION_COLUMNS.map((name) => sql.id(name)));

/** What tells any two rows apart: their order is the same in every run. */
const grain = sql.join(
  ["kind", "item", "unit_group", "year", "area_level", "area_code", "boundary", "detail"].map((name) => sql.id(name))
);
