import {gravityOf} from "../../loaders/markedCopy/problems.ts";
import type {CheckedFile} from "./checkedFile.ts";

/**
 * What `--json` prints of a file:
 * - `file` path as given; `status` accepted | partly_accepted | rejected; `refusal` {rule, message, remedy} of a file that cannot be read
 * - `forms` ids of the forms found; `period`, `year`, `stage`, `area` {level, code, title} (null where the file does not say); `is_simulated`
 * - `rows_read` = `rows_accepted` + `rows_rejected`
 * - `must_fix`, `should_review`, `notes`: how many `issues` are of severity row_error or value_error, warning, info
 * - `issues`: commune_code, severity, rule, sheet, cell, row_number, field, raw_value, message, remedy
 * - `marked_copy`: path of the marked copy that was written, else null
 */
export function checkJson({path, owner, check}: CheckedFile, markedCopy: string | null): object {
  const {reading, issues, status, refusal} = check;
  const count = (gravity: string): number => issues.filter((issue) => gravityOf(issue) === gravity).length;
  return {
    file: path,
    status,
    refusal,
    forms: reading.form === "" ? [] : reading.form.split("+"),
    period: reading.period,
    year: reading.year,
    stage: reading.stage,
    area: {level: reading.area_level, code: reading.area_code, title: owner},
    is_simulated: reading.is_simulated,
    rows_read: reading.rows_read,
    rows_accepted: reading.rows_accepted,
    rows_rejected: reading.rows_rejected,
    must_fix: count("error"),
    should_review: count("warning"),
    notes: count("note"),
    issues,
    marked_copy: markedCopy
  };
}
