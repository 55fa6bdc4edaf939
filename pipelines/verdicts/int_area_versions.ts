import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {FIRST_PRESENT_YEAR} from "../registerOfYear.ts";

/**
 * Which areas there are in each year of each boundary view, and what they lie in. Grain: boundary, year, area_level, area_code.
 * `as_reported`: the register of the year; a district of 2025 was there until 30/6; a code of that year that only a former
 * commune reported is that former commune. `current`: the present communes and provinces in every year; no districts.
 */
export const areaVersions: Model = {
  name: "int_area_versions",
  columns: {
    boundary: "VARCHAR not null",
    year: "INTEGER not null",
    area_level: "VARCHAR not null",
    area_code: "VARCHAR not null",
    register: "VARCHAR not null",
    province_code: "VARCHAR not null",
    district_code: "VARCHAR"
  },
  grain: ["boundary", "year", "area_level", "area_code"],
  query: (db) =>
    sql`
      with years as (
        select distinct year from int_known_areas
        union select unnest(range(year_from, year_to + 1)) from int_plans
      ),
      former as (select code, province_code, district_code from communes where valid_from is null),
      present as (
        select code, arg_max(province_code, valid_from) as province_code
        from communes where valid_from is not null group by code
      ),
      late_former as (
        select year, commune_code as code from commune_reports where year >= ${FIRST_PRESENT_YEAR}
        group by year, commune_code having count(commune_valid_from) = 0
      ),
      reported as (
        select y.year, f.code, 'former' as register, f.province_code, f.district_code
        from years y cross join former f where y.year < ${FIRST_PRESENT_YEAR}
        union all
        select l.year, f.code, 'former', f.province_code, f.district_code
        from late_former l inner join former f on f.code = l.code inner join years y on y.year = l.year
        union all
        select y.year, p.code, 'current', p.province_code, null
        from years y cross join present p where y.year >= ${FIRST_PRESENT_YEAR}
          and not exists (select 1 from late_former l where l.year = y.year and l.code = p.code)
      ),
      districts as (
        select distinct y.year, f.district_code as code, f.province_code
        from years y cross join former f where y.year <= ${FIRST_PRESENT_YEAR} and f.district_code is not null
      )
      select 'as_reported' as boundary, year, 'commune' as area_level, code as area_code, register, province_code, district_code
      from reported
      union all
      select 'as_reported', year, 'district', code, 'former', province_code, code from districts
      union all
      select 'as_reported', y.year, 'province', f.province_code, 'former', f.province_code, null
      from years y cross join (select distinct province_code from former) f where y.year < ${FIRST_PRESENT_YEAR}
      union all
      select 'as_reported', y.year, 'province', p.province_code, 'current', p.province_code, null
      from years y cross join (select distinct province_code from present) p where y.year >= ${FIRST_PRESENT_YEAR}
      union all
      select 'current', y.year, 'commune', p.code, 'current', p.province_code, null from years y cross join present p
      union all
      select 'current', y.year, 'province', p.province_code, 'current', p.province_code, null
      from years y cross join (select distinct province_code from present) p
    `.compile(db)
};
