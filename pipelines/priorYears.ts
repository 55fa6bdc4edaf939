import {type Kysely, type RawBuilder, sql} from "kysely";
import type {PriorYear} from "../loaders/validate/prior/priorYear.ts";
import {isCommuneType} from "./database/words.ts";
import {UNASSIGNED} from "./registerOfYear.ts";

/**
 * What each present commune last sent, for holding its next file against (`checkAgainstPrior`) and for filling a form: its latest year
 * with a list, or the latest before `before`. Units until 2024 stand where they are now (`unit_years.current_commune_code`); those of a
 * split commune that no list places are in none. Communes in the order of their codes, units as they stood in their lists.
 * @param db the warehouse after a run of the pipeline.
 */
export async function priorYears<DB>(
  db: Kysely<DB>,
  {before = 9999, communes}: {before?: number; communes?: readonly string[]} = {}
): Promise<PriorYear[]> {
  const wanted =
    communes === undefined
      ? sql`true`
      : sql`u.current_commune_code in (${sql.join(communes.map((code) => sql.val(code)))})`;
  if (communes?.length === 0) return [];
  const {rows} = await sql<PriorYear>`
    with listed as (
      select u.*, r.unit_code, r.name_key
      from unit_years u
      inner join submissions s on s.submission_id = u.submission_id and s.area_level is distinct from 'province'
      inner join raw_units r on r.submission_id = u.submission_id and r.sheet = u.sheet and r.row_number = u.row_number
      where u.year < ${before} and u.current_commune_code <> ${UNASSIGNED} and not ${isCommuneType(sql`u.unit_type`)} and ${wanted}
    ),
    latest as (select current_commune_code as commune_code, max(year) as year from listed group by current_commune_code),
    became as (
      with recursive chain(old_unit_id, new_unit_id) as (
        select old_unit_id, new_unit_id from unit_lineage
        union
        select chain.old_unit_id, l.new_unit_id from chain inner join unit_lineage l on l.old_unit_id = chain.new_unit_id
      )
      select c.old_unit_id, list(distinct r.name_key order by r.name_key) as name_keys
      from chain c
      inner join unit_years u on u.unit_id = c.new_unit_id
      inner join raw_units r on r.submission_id = u.submission_id and r.sheet = u.sheet and r.row_number = u.row_number
      group by c.old_unit_id
    ),
    unit_lists as (
      select l.commune_code, list({
          unit_code: u.unit_code, name: u.unit_name, name_key: u.name_key, later_name_keys: coalesce(b.name_keys, []),
          unit_type: u.unit_type, former_commune_code: u.former_commune_code, managed_level: u.managed_level,
          managed_by: u.managed_by, exclusion_reason: u.exclusion_reason, informed_total: u.informed_total
        } order by u.commune_code, u.submission_id, u.sheet, u.row_number) as units
      from latest l
      inner join listed u on u.current_commune_code = l.commune_code and u.year = l.year
      left join became b on b.old_unit_id = u.unit_id
      group by l.commune_code
    ),
    ${sources}
    select l.commune_code, l.year, u.units, coalesce(f.facts, []) as facts, coalesce(m.models, []) as models,
      coalesce(s.summaries, []) as summaries
    from latest l
    inner join unit_lists u on u.commune_code = l.commune_code
    left join fact_lists f on f.commune_code = l.commune_code and f.year = l.year
    left join model_lists m on m.commune_code = l.commune_code and m.year = l.year
    left join summary_lists s on s.commune_code = l.commune_code and s.year = l.year
    order by l.commune_code
  `.execute(db);
  return rows;
}

/** A sum over all former communes that a present one is made of; null while one of them gave no figure, or was split. */
const whole = (column: string): RawBuilder<unknown> => sql`
  case when count(${sql.ref(`x.${column}`)}) = count(*) and (not bool_or(x.commune_valid_from is null) or count(*) = max(p.parts))
    then cast(sum(${sql.ref(`x.${column}`)}) as integer) end
`;

const predecessors = sql`
  left join (
    select new_code, count(*) as parts from commune_lineage where extent <> 'area_only' group by new_code
  ) p on p.new_code = x.current_commune_code
`;

const FACTS = ["households", "officials", "pupils"] as const;

/** Facts, models and summaries of each present commune and year. */
const sources: RawBuilder<unknown> = sql`
  fact_lists as (
    select commune_code, year, list({fact: fact, reached_count: reached_count, total_count: total_count} order by fact) as facts
    from (
      ${sql.join(
        FACTS.map(
          (fact) => sql`
            select x.current_commune_code as commune_code, x.year, ${sql.lit(fact)} as fact,
              ${whole(`${fact}_reached`)} as reached_count, ${whole(`${fact}_total`)} as total_count
            from commune_years x ${predecessors}
            group by x.current_commune_code, x.year
          `
        ),
        sql` union all `
      )}
    )
    where reached_count is not null or total_count is not null
    group by commune_code, year
  ),
  model_lists as (
    select x.current_commune_code as commune_code, x.year,
      list({name: x.model_name, name_key: r.name_key, site_count: x.site_count, team_count: x.team_count}
        order by x.commune_code, x.submission_id, x.sheet, x.row_number) as models
    from model_years x
    inner join submissions s on s.submission_id = x.submission_id and s.area_level is distinct from 'province'
    inner join raw_models r on r.submission_id = x.submission_id and r.sheet = x.sheet and r.row_number = x.row_number
    group by x.current_commune_code, x.year
  ),
  summary_lists as (
    select commune_code, year, list({
        unit_type: unit_type, total_count: total_count, registered_count: registered_count, certified_count: certified_count
      } order by unit_type) as summaries
    from (
      select x.current_commune_code as commune_code, x.year, x.unit_type, ${whole("total_count")} as total_count,
        ${whole("registered_count")} as registered_count, ${whole("certified_count")} as certified_count
      from summary_years x
      inner join submissions s on s.submission_id = x.submission_id and s.area_level is distinct from 'province'
      ${predecessors}
      group by x.current_commune_code, x.year, x.unit_type
    )
    group by commune_code, year
  )
`;
