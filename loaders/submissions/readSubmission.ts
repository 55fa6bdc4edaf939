import {type ReadOther, readWorkbook} from "../read/readWorkbook.ts";
import type {Refusal, Workbook} from "../read/workbook.ts";
import type {Register} from "../reference/register.ts";
import type {ValidationContext} from "../validate/context.ts";
import type {Forms} from "../validate/form.ts";
import type {Reading} from "../validate/reading.ts";
import type {Receipt} from "./receipts.ts";
import {csvLine, storedRows, type StoredRow} from "./storedRows.ts";

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

interface ReadWith {
  readingKey: string;
  rules: Rules;
  validate: Validate;
  /** Reads .xls files; without it they are refused. */
  readOther?: ReadOther | undefined;
}

/** Longest part of stored rows, in UTF-16 units: rows beyond it start another part. */
const PART_LENGTH = 2 ** 20;

/**
 * Reads one file into parts of about a megabyte: a line with the name of a list, then its rows as CSV (see `csvLine`), each behind the
 * reading's key and its number in the list.
 * @throws Error if validation fails on it: a fault of ours, not of the file.
 */
export function readSubmission(
  bytes: Uint8Array,
  context: SubmissionContext,
  {readingKey, rules, validate, readOther}: ReadWith
): string[] {
  const result = readWorkbook(bytes, {fileName: context.file, ...(readOther === undefined ? {} : {readOther})});
  const reading = result.ok
    ? validate(result.workbook, {...context, ...rules})
    : refusedReading(result.refusal, context);
  return toParts(readingKey, storedRows(reading));
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

/** The rows of a reading in parts: one for each list, or several where it is long. */
export function toParts(readingKey: string, rows: Iterable<StoredRow>): string[] {
  const parts: string[] = [];
  let list = "";
  let part = "";
  let ordinal = 0;
  for (const [rowList, values] of rows) {
    if (rowList !== list || part.length > PART_LENGTH) {
      if (part !== "") parts.push(part);
      part = `${rowList}\n`;
      if (rowList !== list) ordinal = 0;
      list = rowList;
    }
    part += csvLine([readingKey, ++ordinal, ...values]);
  }
  if (part !== "") parts.push(part);
  return parts;
}
