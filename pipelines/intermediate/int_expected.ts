import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {FIRST_PRESENT_YEAR} from "../registerOfYear.ts";

/**
 * How many eligible units are expected from lists that did not come.
 * Grain: year, commune_code, current_commune_code, from_is_former, from_commune_code, unit_type, managed_level.
 * Units of the last list, totals where the last word was a summary, and present communes no file lists.
 */
export const intExpected: Model = {
  name: "int_expected",
  columns: {
    year: "INTEGER not null",
    commune_code: "VARCHAR not null",
    current_commune_code: "VARCHAR not null",
    from_is_former: "BOOLEAN not null",
    from_commune_code: "VARCHAR not null",
    unit_type: "VARCHAR not null",
    managed_level: "VARCHAR not null",
    expected_count: "INTEGER not null"
  },
  grain: [
    "year",
    "commune_code",
    "current_commune_code",
    "from_is_former",
    "from_commune_code",
    "unit_type",
    "managed_level"
  ],
  query: (db) =>
    sql`
      with expected as (
        select year, commune_code, current_commune_code, from_is_former, from_commune_code, unit_type, managed_level,
          1 as expected_count
        from int_units_expected
        union all
        select s.year, s.commune_code, a.current_commune_code, s.from_is_former, s.from_commune_code, t.unit_type, t.managed_level,
          t.total_count
        from int_silences s
        inner join int_summary_rows t on t.is_used and t.channel = s.channel and t.is_former = s.from_is_former
          and t.commune_code = s.from_commune_code and t.year = s.from_year and t.block = s.block
        inner join int_commune_areas a on a.is_former = s.from_is_former and a.commune_code = s.from_commune_code
        where not s.has_list
          and (not s.from_is_former or s.year < ${FIRST_PRESENT_YEAR} or s.commune_code = a.current_commune_code)
        union all
        select year, commune_code, commune_code, false, commune_code, unit_type, managed_level, 1 from int_own_units
      )
      select year, commune_code, current_commune_code, from_is_former, from_commune_code, unit_type, managed_level,
        sum(expected_count) as expected_count
      from expected
      group by year, commune_code, current_commune_code, from_is_former, from_commune_code, unit_type, managed_level
      having sum(expected_count) > 0
    `.compile(db)
};
