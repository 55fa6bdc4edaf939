import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {COUNT_COLUMNS, countOfSummary, countOfUnits, eachCount, eachSum} from "../indicators/counts.ts";
import {FIRST_PRESENT_YEAR} from "../registerOfYear.ts";

/**
 * All counts of all indicators where they arise, one pass over the units.
 * Grain: source, year, commune_code, current_commune_code, province_code, current_province_code, district_code, unit_type, managed_level.
 * `commune_code` as reported, `current_commune_code` on present boundaries. Provinces and districts of a year are those of its register:
 * former ones until 2024, present ones from 2025 (then without districts). `source`: unit lists, summaries, or expected but silent.
 */
export const intCommuneCounts: Model = {
  name: "int_commune_counts",
  columns: {
    source: "VARCHAR not null",
    year: "INTEGER not null",
    commune_code: "VARCHAR not null",
    current_commune_code: "VARCHAR not null",
    province_code: "VARCHAR not null",
    current_province_code: "VARCHAR not null",
    district_code: "VARCHAR",
    unit_type: "VARCHAR not null",
    managed_level: "VARCHAR not null",
    expected_count: "BIGINT not null",
    is_final: "BOOLEAN not null",
    ...COUNT_COLUMNS
  },
  grain: [
    "source",
    "year",
    "commune_code",
    "current_commune_code",
    "province_code",
    "current_province_code",
    "district_code",
    "unit_type",
    "managed_level"
  ],
  query: (db) =>
    sql`
      with listed as (
        select 'list' as source, year, commune_code, current_commune_code, commune_valid_from is null as is_former,
          commune_code as area_code, unit_type, managed_level, 0 as expected_count, bool_and(stage = 'chinh_thuc') as is_final,
          ${eachCount(countOfUnits)}
        from unit_years
        group by year, commune_code, current_commune_code, commune_valid_from is null, unit_type, managed_level
      ),
      summarised as (
        select 'summary' as source, s.year, s.commune_code, a.current_commune_code, s.is_former, s.commune_code as area_code,
          s.unit_type, s.managed_level, 0 as expected_count, s.stage = 'chinh_thuc' as is_final,
          ${eachCount(countOfSummary)}
        from int_summary_rows s
        inner join int_commune_areas a on a.is_former = s.is_former and a.commune_code = s.commune_code
        where s.is_used
      ),
      silent as (
        select 'silent' as source, year, commune_code, current_commune_code, from_is_former, from_commune_code as area_code, unit_type,
          managed_level, expected_count, false as is_final,
          ${eachCount(() => sql`0`)}
        from int_expected
      ),
      counts as (from listed union all from summarised union all from silent)
      select c.source, c.year, c.commune_code, c.current_commune_code,
        case when c.year < ${FIRST_PRESENT_YEAR} then a.province_code else a.current_province_code end as province_code,
        a.current_province_code,
        case when c.year < ${FIRST_PRESENT_YEAR} then a.district_code end as district_code,
        c.unit_type, c.managed_level, sum(c.expected_count) as expected_count, bool_and(c.is_final) as is_final,
        ${eachSum()}
      from counts c
      inner join int_commune_areas a on a.is_former = c.is_former and a.commune_code = c.area_code
      group by c.source, c.year, c.commune_code, c.current_commune_code, 5, a.current_province_code, 7, c.unit_type, c.managed_level
    `.compile(db)
};
