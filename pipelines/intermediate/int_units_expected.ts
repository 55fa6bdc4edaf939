import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {blockOf} from "../database/words.ts";
import {FIRST_PRESENT_YEAR} from "../registerOfYear.ts";

/**
 * Units whose list of the year did not come, from the last accepted list, on the boundaries of that year. Grain: unit_id, year.
 * Only eligible ones; not a unit that another file of the year knows, nor one that ended or became another the year knows
 * (`reference/unit_lineage.csv`). `submission_id`, `sheet`, `row_number` lead to the last list.
 */
export const intUnitsExpected: Model = {
  name: "int_units_expected",
  columns: {
    unit_id: "VARCHAR not null",
    year: "INTEGER not null",
    commune_code: "VARCHAR not null",
    current_commune_code: "VARCHAR not null",
    from_is_former: "BOOLEAN not null",
    from_commune_code: "VARCHAR not null",
    unit_type: "VARCHAR not null",
    managed_level: "VARCHAR not null",
    submission_id: "VARCHAR not null",
    sheet: "VARCHAR not null",
    row_number: "INTEGER not null"
  },
  grain: ["unit_id", "year"],
  query: (db) =>
    sql`
      with awaited as (
        select u.unit_id, s.year, s.commune_code, u.current_commune_code, s.from_is_former, s.from_commune_code,
          u.unit_type, u.managed_level, u.submission_id, u.sheet, u.row_number
        from int_silences s
        inner join unit_years u on u.year = s.from_year and u.commune_code = s.from_commune_code
          and (u.commune_valid_from is null) = s.from_is_former and ${blockOf(sql`u.unit_type`)} = s.block
        inner join stg_submissions f on f.submission_id = u.submission_id and f.channel = s.channel
        where s.has_list and u.is_eligible
          and (not s.from_is_former or s.year < ${FIRST_PRESENT_YEAR} or s.commune_code = u.current_commune_code)
        qualify row_number() over (partition by u.unit_id, s.year order by s.from_year desc, s.channel) = 1
      ),
      settled as (
        select a.unit_id, a.year
        from awaited a
        inner join raw_unit_lineage l on l.old_unit_id = a.unit_id
        left join unit_years n on n.unit_id = l.new_unit_id and n.year = a.year
        where l.new_unit_id is null or n.unit_id is not null
      )
      select a.* from awaited a
      anti join unit_years k on k.unit_id = a.unit_id and k.year = a.year
      anti join settled s on s.unit_id = a.unit_id and s.year = a.year
    `.compile(db)
};
