import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {isCommuneType} from "../database/words.ts";

/**
 * Explicit unit codes (Mã đơn vị) and whether one code means one unit. Grain: unit_code.
 * `is_unique`: every commune that used the code can be one and the same place (a former commune and its successor), and no year has it in
 * two communes. Codes like "01", counted from one in each commune, are not unique and are then read together with the unit's origin.
 */
export const intUnitCodes: Model = {
  name: "int_unit_codes",
  columns: {unit_code: "VARCHAR not null", is_unique: "BOOLEAN not null"},
  grain: ["unit_code"],
  query: (db) =>
    sql`
      with used as (
        select distinct u.unit_code, u.year, u.commune_valid_from is null as is_former, u.commune_code
        from raw_units u
        inner join int_parts p on p.submission_id = u.submission_id and p.commune_code = u.commune_code
          and p.is_former = (u.commune_valid_from is null) and p.year = u.year and p.period = u.period
          and p.form = 'unit_list' and p.unit_type = u.unit_type
        where u.unit_code is not null and not ${isCommuneType(sql`u.unit_type`)} and p.is_counted
      ),
      yearly as (select unit_code, year, count(*) as commune_count from used group by unit_code, year),
      places as (
        select distinct used.unit_code, used.is_former, used.commune_code,
          case when used.is_former then coalesce(l.new_code, 'f' || used.commune_code) else used.commune_code end as place
        from used
        left join (select true as is_former, old_code, new_code from stg_lineage) l
          on l.is_former = used.is_former and l.old_code = used.commune_code
      ),
      shared as (select unit_code, place, count(distinct (is_former, commune_code)) as n from places group by unit_code, place),
      spread as (select unit_code, count(distinct (is_former, commune_code)) as n from used group by unit_code)
      select spread.unit_code,
        max(shared.n) = max(spread.n) and max(yearly.commune_count) = 1 as is_unique
      from spread
      inner join shared on shared.unit_code = spread.unit_code
      inner join yearly on yearly.unit_code = spread.unit_code
      group by spread.unit_code
    `.compile(db)
};
