import {sql} from "kysely";
import type {Model} from "../database/model.ts";

/**
 * Rows whose unit appears more than once in a year, with the id each one gets. Grain: submission_id, sheet, row_number.
 * Two units of one name in one commune ("Thôn 1" after a merger) stay two: id + "~<year>-<k>", never matched over years.
 * One row in a province's file and one in a local file of the same commune are one unit listed by two bodies: the row of the body that
 * manages the unit counts, the other is set aside (`is_set_aside`, with an issue).
 */
export const intUnitRepeats: Model = {
  name: "int_unit_repeats",
  columns: {
    submission_id: "VARCHAR not null",
    sheet: "VARCHAR not null",
    row_number: "INTEGER not null",
    base_id: "VARCHAR not null",
    year: "INTEGER not null",
    unit_id: "VARCHAR not null",
    is_set_aside: "BOOLEAN not null",
    /** The row counts for a unit that another body lists too. */
    is_listed_twice: "BOOLEAN not null"
  },
  grain: ["submission_id", "sheet", "row_number"],
  query: (db) =>
    sql`
      with repeated as (
        select base_id, year, count(*) = 2 and count(distinct channel) = 2 and count(distinct (is_former, commune_code)) = 1
            as is_listed_twice
        from int_unit_rows group by base_id, year having count(*) > 1
      ),
      numbered as (
        select u.submission_id, u.sheet, u.row_number, u.base_id, u.year, r.is_listed_twice,
          row_number() over (partition by u.base_id, u.year order by u.commune_code, u.submission_id, u.sheet, u.row_number) as k,
          row_number() over (
            partition by u.base_id, u.year
            order by (u.channel = 'province') = (u.managed_level in ('tinh', 'trung_uong')) desc, u.channel desc
          ) as choice
        from int_unit_rows u inner join repeated r on r.base_id = u.base_id and r.year = u.year
      )
      select submission_id, sheet, row_number, base_id, year, is_listed_twice,
        case when is_listed_twice then base_id else base_id || '~' || year || '-' || k end as unit_id,
        is_listed_twice and choice = 2 as is_set_aside
      from numbered
    `.compile(db)
};
