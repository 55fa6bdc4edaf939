import {type RawBuilder, sql} from "kysely";
import type {Model} from "../database/model.ts";

/**
 * What communes report of themselves, added up for every area in both boundary views. Grain: area_level, area_code, boundary, year,
 * indicator. On present boundaries the word of a former commune moves to the commune it is in; it stays that of a unit of its own.
 */
export const intReportAreas: Model = {
  name: "int_report_areas",
  columns: {
    area_level: "VARCHAR not null",
    area_code: "VARCHAR not null",
    boundary: "VARCHAR not null",
    year: "INTEGER not null",
    indicator: "VARCHAR not null",
    numerator: "BIGINT not null",
    denominator: "BIGINT not null",
    unknown_count: "BIGINT not null",
    unreported_count: "BIGINT not null",
    is_silent: "BOOLEAN not null",
    is_unbounded: "BOOLEAN not null",
    is_final: "BOOLEAN not null"
  },
  grain: ["area_level", "area_code", "boundary", "year", "indicator"],
  query: (db) =>
    sql`
      with viewed as (
        select 'as_reported' as boundary, commune_code, district_code, province_code, * exclude (is_former, commune_code, district_code,
          province_code, current_commune_code, current_province_code)
        from int_report_counts
        union all
        select 'current', current_commune_code, null, current_province_code, * exclude (is_former, commune_code, district_code,
          province_code, current_commune_code, current_province_code)
        from int_report_counts
      )
      ${areas("commune", sql`commune_code`)}
      union all ${areas("district", sql`district_code`)}
      union all ${areas("province", sql`province_code`)}
      union all ${areas("country", sql`'VN'`)}
      order by area_level, area_code, boundary, year, indicator
    `.compile(db)
};

const areas = (level: string, code: RawBuilder<unknown>) => sql`
  select ${sql.lit(level)} as area_level, ${code} as area_code, boundary, year, indicator,
    cast(sum(numerator) as bigint) as numerator, cast(sum(denominator) as bigint) as denominator,
    cast(sum(unknown_count) as bigint) as unknown_count, cast(sum(unreported_count) as bigint) as unreported_count,
    bool_or(is_silent) as is_silent, bool_or(is_unbounded) as is_unbounded, bool_and(is_final) as is_final
  from viewed where ${code} is not null
  group by ${code}, boundary, year, indicator
`;
