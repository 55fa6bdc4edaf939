import {sql} from "kysely";
import type {Model} from "../database/model.ts";

/**
 * Eligible units whose figures are still provisional (sơ bộ), so that their outcome may change: what decides whether a target
 * can still be reached. Grain: boundary, year, area_level, area_code, unit_type, managed_level.
 */
export const provisionalUnits: Model = {
  name: "int_provisional_units",
  columns: {
    boundary: "VARCHAR not null",
    year: "INTEGER not null",
    area_level: "VARCHAR not null",
    area_code: "VARCHAR not null",
    unit_type: "VARCHAR not null",
    managed_level: "VARCHAR not null",
    unit_count: "INTEGER not null"
  },
  grain: ["boundary", "year", "area_level", "area_code", "unit_type", "managed_level"],
  query: (db) =>
    sql`
      with provisional as (
        select year, commune_code, current_commune_code, unit_type, managed_level,
          case when commune_valid_from is null then 'former' else 'current' end as register, count(*) as unit_count
        from unit_years where stage = 'so_bo' and is_eligible group by all
      ),
      new_province as (
        select l.old_code, min(c.province_code) as province_code
        from commune_lineage l inner join communes c on c.code = l.new_code and c.valid_from is not null
        where l.extent <> 'area_only' group by l.old_code
      ),
      placed as (
        select 'as_reported' as boundary, p.year, p.commune_code, a.district_code, a.province_code,
          p.unit_type, p.managed_level, p.unit_count
        from provisional p
        inner join int_area_versions a on a.boundary = 'as_reported' and a.year = p.year and a.area_level = 'commune'
          and a.area_code = p.commune_code and a.register = p.register
        union all
        select 'current', p.year, p.current_commune_code, null, coalesce(a.province_code, n.province_code),
          p.unit_type, p.managed_level, p.unit_count
        from provisional p
        left join int_area_versions a on a.boundary = 'current' and a.year = p.year and a.area_level = 'commune'
          and a.area_code = p.current_commune_code
        left join new_province n on n.old_code = p.commune_code
      ),
      by_area as (
        select boundary, year, 'commune' as area_level, commune_code as area_code, unit_type, managed_level, unit_count from placed
        union all select boundary, year, 'district', district_code, unit_type, managed_level, unit_count from placed
        union all select boundary, year, 'province', province_code, unit_type, managed_level, unit_count from placed
      )
      select boundary, year, area_level, area_code, unit_type, managed_level, sum(unit_count) as unit_count
      from by_area where area_code is not null group by all
    `.compile(db)
};
