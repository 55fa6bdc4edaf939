import {type RawBuilder, sql} from "kysely";
import type {Model} from "../database/model.ts";
import {mixedGroupRows} from "../database/words.ts";
import {COUNT_COLUMNS, eachSum} from "../indicators/counts.ts";

const SUMS = sql`
  cast(sum(expected_count) as bigint) as expected_count, bool_and(is_final) as is_final,
  ${eachSum()}
`;

/**
 * The counts added up for every area, in both boundary views, by unit group and managing level ("all": every level together).
 * Grain: area_level, area_code, boundary, year, unit_group, managed_level. Sums over sums, never an average of rates.
 */
export const intAreaCounts: Model = {
  name: "int_area_counts",
  columns: {
    area_level: "VARCHAR not null",
    area_code: "VARCHAR not null",
    boundary: "VARCHAR not null",
    year: "INTEGER not null",
    unit_group: "VARCHAR not null",
    managed_level: "VARCHAR not null",
    expected_count: "BIGINT not null",
    is_final: "BOOLEAN not null",
    has_summary: "BOOLEAN not null",
    ...COUNT_COLUMNS
  },
  grain: ["area_level", "area_code", "boundary", "year", "unit_group", "managed_level"],
  query: (db) =>
    sql`
      with viewed as (
        select 'as_reported' as boundary, commune_code, district_code, province_code, * exclude (commune_code, district_code,
          province_code, current_commune_code, current_province_code)
        from int_commune_counts
        union all
        select 'current' as boundary, current_commune_code, null as district_code, current_province_code, * exclude (commune_code,
          district_code, province_code, current_commune_code, current_province_code)
        from int_commune_counts
      ),
      cells as (
        ${areas("commune", sql`commune_code`)}
        union all ${areas("district", sql`district_code`)}
        union all ${areas("province", sql`province_code`)}
        union all ${areas("country", sql`'VN'`)}
      ),
      -- Most of a wide sum would be of one row: a type is a group of its own, and most groups of an area have one managing level.
      grouped as (
        select * exclude (unit_type), unit_type as unit_group from cells
        union all by name
        select c.area_level, c.area_code, c.boundary, c.year, g.unit_group, c.managed_level,
          bool_or(c.has_summary) as has_summary, ${SUMS}
        from cells c inner join ${mixedGroupRows} g(unit_group, unit_type) on g.unit_type = c.unit_type
        group by c.area_level, c.area_code, c.boundary, c.year, g.unit_group, c.managed_level
      ),
      levels as (
        select area_level, area_code, boundary, year, unit_group, count(*) as level_count
        from grouped group by area_level, area_code, boundary, year, unit_group
      )
      select * from grouped
      union all by name
      select g.* exclude (managed_level), 'all' as managed_level
      from grouped g semi join (select * from levels where level_count = 1) l using (area_level, area_code, boundary, year, unit_group)
      union all by name
      select area_level, area_code, boundary, year, unit_group, 'all' as managed_level, bool_or(has_summary) as has_summary, ${SUMS}
      from grouped g semi join (select * from levels where level_count > 1) l using (area_level, area_code, boundary, year, unit_group)
      group by area_level, area_code, boundary, year, unit_group
      order by area_level, area_code, boundary, year, unit_group, managed_level
    `.compile(db)
};

const areas = (level: string, code: RawBuilder<unknown>) => sql`
  select ${sql.lit(level)} as area_level, ${code} as area_code, boundary, year, unit_type, managed_level,
    bool_or(source = 'summary') as has_summary, ${SUMS}
  from viewed where ${code} is not null
  group by ${code}, boundary, year, unit_type, managed_level
`;
