import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/**
 * Biểu tổng hợp as submitted, beside the lists where both exist. Grain: commune_code, commune_valid_from, year, unit_type.
 * Some early years have nothing else; where a list exists the list counts and a difference is an issue.
 */
export const summaryYears: Model = {
  name: "summary_years",
  columns: PUBLIC_TABLES.summary_years,
  grain: ["commune_code", "commune_valid_from", "year", "unit_type"],
  query: (db) =>
    sql`
      select s.* exclude (is_former, block, channel, managed_level, is_used), a.current_commune_code
      from int_summary_rows s
      inner join int_commune_areas a on a.is_former = s.is_former and a.commune_code = s.commune_code
    `.compile(db)
};
