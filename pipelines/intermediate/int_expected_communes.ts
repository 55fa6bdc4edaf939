import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {FIRST_PRESENT_YEAR} from "../registerOfYear.ts";

/**
 * Which communes are expected to report in which year. Grain: is_former, commune_code, year.
 *
 * Years until 2024 stand on the register of 30/6/2025, later ones on the present register. Communes of the home area are expected from the
 * first year any of them (else anyone) sent something; elsewhere a commune is expected from the first year it, its district's file or a
 * former commune of it sent something: a district that joins must not make a whole province "missing". Expectation does not end while the
 * commune exists. The last year is the last of any counted file.
 */
export const intExpectedCommunes: Model = {
  name: "int_expected_communes",
  columns: {
    is_former: "BOOLEAN not null",
    commune_code: "VARCHAR not null",
    commune_valid_from: "DATE",
    /** Type in that year. */
    type: "VARCHAR not null",
    year: "INTEGER not null"
  },
  grain: ["is_former", "commune_code", "year"],
  query: (db) =>
    sql`
      with years as (
        select unnest(generate_series(min(year), max(year))) as year from int_parts where is_received
      ),
      districts as (
        select s.area_code, min(p.year) as first_year
        from int_parts p inner join stg_submissions s on s.submission_id = p.submission_id
        where s.area_level = 'district' and p.is_received and p.is_former
        group by s.area_code
      ),
      senders as (
        select is_former, commune_code, min(year) as first_year from int_parts where is_received group by is_former, commune_code
        union all
        select true, a.commune_code, d.first_year
        from districts d inner join int_commune_areas a on a.is_former and a.district_code = d.area_code
      ),
      home_present as (
        select a.commune_code from int_commune_areas a cross join build_settings b
        where not a.is_former and case b.home_level
          when 'province' then a.province_code = b.home_code
          when 'commune' then a.commune_code = b.home_code
          else a.commune_code in (
            select l.new_code from stg_lineage l
            inner join int_commune_areas o on o.is_former and o.commune_code = l.old_code
            where o.district_code = b.home_code
          )
        end
      ),
      home as (
        select false as is_former, commune_code from home_present
        union
        select true, l.old_code from stg_lineage l inner join home_present h on h.commune_code = l.new_code
        inner join int_commune_areas o on o.is_former and o.commune_code = l.old_code cross join build_settings b
        where b.home_level <> 'district' or o.district_code = b.home_code
      ),
      first_years as (
        select is_former, commune_code, first_year from senders
        union all
        select false, l.new_code, s.first_year from senders s
        inner join stg_lineage l on s.is_former and l.old_code = s.commune_code
        union all
        select is_former, commune_code, coalesce(
          (select min(s.first_year) from senders s semi join home h on h.is_former = s.is_former and h.commune_code = s.commune_code),
          (select min(year) from years)
        ) from home
      ),
      places as (select is_former, commune_code, min(first_year) as first_year from first_years group by is_former, commune_code),
      versions as (
        select c.valid_from is null as is_former, c.code as commune_code, y.year, max(c.valid_from) as valid_from,
          max(c.valid_to) as valid_to, arg_max(c.type, coalesce(c.valid_from, date '0001-01-01')) as type
        from raw_communes c
        inner join years y on c.valid_from is null or c.valid_from <= make_date(y.year, 12, 31)
        group by c.valid_from is null, c.code, y.year
      )
      select p.is_former, p.commune_code, v.valid_from as commune_valid_from, y.year, coalesce(v.type, a.type) as type
      from places p
      inner join years y on y.year >= p.first_year and (y.year < ${FIRST_PRESENT_YEAR}) = p.is_former
      inner join int_commune_areas a on a.is_former = p.is_former and a.commune_code = p.commune_code
      left join versions v on v.is_former = p.is_former and v.commune_code = p.commune_code and v.year = y.year
      where not p.is_former or coalesce(v.valid_to >= make_date(y.year, 12, 31), true)
    `.compile(db)
};
