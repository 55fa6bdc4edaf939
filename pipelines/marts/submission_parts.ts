import {sql} from "kysely";
import type {Model} from "../database/model.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/**
 * What each file holds and whether a newer file replaced it. Grain: submission_id, commune_code, commune_valid_from, year, period, form,
 * unit_type ("" for models and facts). A sheet of facts is current while one of its facts is: a newer one replaces only the facts it holds.
 */
export const submissionParts: Model = {
  name: "submission_parts",
  columns: PUBLIC_TABLES.submission_parts,
  grain: ["submission_id", "commune_code", "commune_valid_from", "year", "period", "form", "unit_type"],
  query: (db) =>
    sql`
      select submission_id, commune_code, max(commune_valid_from) as commune_valid_from, form, unit_type, year, period,
        bool_or(is_current) as is_current,
        case when not bool_or(is_current) then max(superseded_by) end as superseded_by,
        bool_or(is_counted) as is_counted
      from int_parts
      group by submission_id, commune_code, is_former, year, period, form, unit_type
    `.compile(db)
};
