import {sql} from "kysely";
import {CHECKS} from "../checks/allChecks.ts";
import type {Model} from "../database/model.ts";
import {PUBLIC_TABLES} from "../tables.ts";

/**
 * Every problem found: by the reader in one file, and by the checks across files, years and forms. Grain: issue_id.
 * A check's id is a hash of what it says, so that the same problem keeps its id from run to run.
 */
export const issues: Model = {
  name: "issues",
  columns: PUBLIC_TABLES.issues,
  grain: ["issue_id"],
  query: (db) =>
    sql`
      with found as (
        ${sql.join(
          CHECKS.map(
            ({
              rule,
              remedy,
              query
            }) => sql`select submission_id, commune_code, ${rule.severity} as severity, ${rule.id} as rule,
              cast(sheet as varchar) as sheet, cast(row_number as integer) as row_number, cast(field as varchar) as field, raw_value,
              message, ${remedy} as remedy from (${query})`
          ),
          sql` union all `
        )}
      ),
      places as (
        select submission_id, sheet, field, min_by(column_letter, (length(column_letter), column_letter)) as column_letter
        from raw_columns group by submission_id, sheet, field
      )
      select issue_id, submission_id, commune_code, severity, rule, sheet, cell, row_number, field, raw_value, message, remedy
      from raw_issues
      union all
      select 'p' || left(md5(concat_ws('|', f.rule, f.submission_id, f.commune_code, f.sheet, f.row_number, f.field, f.message)), 15),
        f.submission_id, f.commune_code, f.severity, f.rule, f.sheet, p.column_letter || f.row_number, f.row_number, f.field,
        f.raw_value, f.message, f.remedy
      from found f
      left join places p on p.submission_id = f.submission_id and p.sheet = f.sheet and p.field = f.field
    `.compile(db)
};
