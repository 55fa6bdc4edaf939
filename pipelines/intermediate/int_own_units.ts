import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {isCommuneType} from "../database/words.ts";
import {FIRST_PRESENT_YEAR} from "../registerOfYear.ts";

/**
 * Present communes that no file of the year lists as a unit, though each is one (xã, phường, đặc khu) every year it exists.
 * Grain: commune_code, year. The province recognises them since 1/7/2025, when the district level ended.
 */
export const intOwnUnits: Model = {
  name: "int_own_units",
  columns: {
    commune_code: "VARCHAR not null",
    year: "INTEGER not null",
    unit_type: "VARCHAR not null",
    managed_level: "VARCHAR not null"
  },
  grain: ["commune_code", "year"],
  query: (db) =>
    sql`
      with listed as (
        select distinct commune_code, year from unit_years
        where commune_valid_from is not null and ${isCommuneType(sql`unit_type`)}
        union
        select commune_code, year from int_summary_rows where not is_former and block = 'commune' and is_used
      )
      select e.commune_code, e.year, e.type as unit_type, 'tinh' as managed_level
      from int_expected_communes e
      anti join listed l on l.commune_code = e.commune_code and l.year = e.year
      where e.year >= ${FIRST_PRESENT_YEAR} and ${isCommuneType(sql`e.type`)}
    `.compile(db)
};
