import {readWorkbook} from "../read/readWorkbook.ts";
import type {Refusal, Workbook} from "../read/workbook.ts";
import type {Register} from "../reference/register.ts";
import type {ValidationContext} from "../validate/context.ts";
import type {Forms} from "../validate/form.ts";
import type {Reading} from "../validate/reading.ts";
import type {Receipt} from "./receipts.ts";
import {storedRows, type StoredRow} from "./storedRows.ts";

/** What is known of a file besides its bytes. */
export interface SubmissionContext {
  file: string;
  folderYear: number | null;
  receipt: Receipt | null;
}

/** What every file is judged by. */
export interface Rules {
  register: Register;
  forms: Forms;
  /** Present code of the workspace's own province, where its home is one. */
  homeProvince?: string | null;
}

/** Makes rows and issues of a workbook: `loaders/validate/validateWorkbook.ts`. */
export type Validate = (workbook: Workbook, about: SubmissionContext & Rules) => Reading;

/** Longest line of stored rows, in UTF-16 units: rows beyond it start another line. */
const LINE_LENGTH = 2 ** 20;

/**
 * Reads one file into lines of JSON: `{reading_key, part, list, rows}`, the rows of `storedRows` in parts of about a megabyte.
 * @throws Error if validation fails on it: a fault of ours, not of the file.
 */
export function readSubmission(
  bytes: Uint8Array,
  context: SubmissionContext,
  {readingKey, rules, validate}: {readingKey: string; rules: Rules; validate: Validate}
): string[] {
  const result = readWorkbook(bytes, {fileName: context.file});
  const reading = result.ok
    ? validate(result.workbook, {...context, ...rules})
    : refusedReading(result.refusal, context);
  return toLines(readingKey, storedRows(reading));
}

/** The reading of a file that could not be read: no rows, and one issue that says why. */
export function refusedReading(
  {rule, message, remedy}: Refusal,
  {receipt, folderYear}: Pick<ValidationContext, "receipt" | "folderYear">
): Reading {
  return {
    form: "",
    period: null,
    year: receipt?.year ?? folderYear,
    stage: receipt?.stage ?? "chinh_thuc",
    area_level: null,
    area_code: null,
    is_simulated: false,
    rows_read: 0,
    rows_accepted: 0,
    rows_rejected: 0,
    units: [],
    models: [],
    facts: [],
    summaries: [],
    columns: [],
    values: [],
    issues: [
      {
        commune_code: null,
        severity: "row_error",
        rule,
        sheet: null,
        cell: null,
        row_number: null,
        field: null,
        raw_value: null,
        message,
        remedy
      }
    ]
  };
}

/** Lines of JSON that hold the rows: one for each list, or several where it is long. */
export function toLines(readingKey: string, rows: Iterable<StoredRow>): string[] {
  const lines: string[] = [];
  let list = "";
  let part: string[] = [];
  let length = 0;
  const end = (): void => {
    const head = `"reading_key":"${readingKey}","part":${lines.length},"list":"${list}"`;
    if (part.length > 0) lines.push(`{${head},"rows":[${part.join(",")}]}`);
    part = [];
    length = 0;
  };
  for (const [rowList, values] of rows) {
    if (rowList !== list || length > LINE_LENGTH) end();
    list = rowList;
    const json = JSON.stringify(values);
    part.push(json);
    length += json.length;
  }
  end();
  return lines;
}
