import type {Columns, ColumnType} from "../columnTypes.ts";
import {
  RAW_COLUMN_COLUMNS,
  RAW_FACT_COLUMNS,
  RAW_ISSUE_COLUMNS,
  RAW_MODEL_COLUMNS,
  RAW_SUBMISSION_COLUMNS,
  RAW_SUMMARY_COLUMNS,
  RAW_UNIT_COLUMNS,
  RAW_VALUE_COLUMNS
} from "../rawTables.ts";
import type {Reading} from "../validate/reading.ts";

/** Columns that are known only when all files are: which submission it is, and what came with it. */
const LATER_COLUMNS = ["submission_id", "issue_id", "file", "sha256", "received_date", "sender", "status"] as const;

function stored(columns: Columns): Columns {
  const later: readonly string[] = LATER_COLUMNS;
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !later.includes(name)));
}

/** The lists of a reading, and the raw table and stored columns of each. */
export const STORED_LISTS = {
  units: {table: "raw_units", columns: stored(RAW_UNIT_COLUMNS)},
  models: {table: "raw_models", columns: stored(RAW_MODEL_COLUMNS)},
  facts: {table: "raw_facts", columns: stored(RAW_FACT_COLUMNS)},
  summaries: {table: "raw_summaries", columns: stored(RAW_SUMMARY_COLUMNS)},
  columns: {table: "raw_columns", columns: stored(RAW_COLUMN_COLUMNS)},
  values: {table: "raw_values", columns: stored(RAW_VALUE_COLUMNS)}
} as const;

/** Columns of the one row that sums a reading up, and of its issues, which are numbered from 1. */
const STORED_READING: Columns = stored(RAW_SUBMISSION_COLUMNS);
const STORED_ISSUE: Columns = {issue_number: "INTEGER not null", ...stored(RAW_ISSUE_COLUMNS)};

/** Every list that is kept of a reading: its one summing row, its lists, its issues. */
export const KEPT_LISTS: Readonly<Record<string, Columns>> = {
  reading: STORED_READING,
  ...Object.fromEntries(Object.entries(STORED_LISTS).map(([list, {columns}]) => [list, columns])),
  issues: STORED_ISSUE
};

/** One row as it is kept: the list it belongs to, and its values in the order of the columns. */
export type StoredRow = readonly [list: string, values: readonly StoredValue[]];
type StoredValue = string | number | boolean | null;

/**
 * The rows of a reading, each value checked against its column.
 * @throws Error naming list, row and column if validation produced a value that the table cannot hold.
 */
export function* storedRows(reading: Reading): Generator<StoredRow> {
  if (reading.rows_read !== reading.rows_accepted + reading.rows_rejected) {
    throw new Error(`rows_read ${reading.rows_read} is not ${reading.rows_accepted} + ${reading.rows_rejected}`);
  }
  const issues = reading.issues.map((issue, i) => ({issue_number: i + 1, ...issue}));
  for (const [list, write] of WRITERS) {
    if (list === "reading") yield* write([reading]);
    else if (list === "issues") yield* write(issues);
    else yield* write(reading[list as keyof typeof STORED_LISTS]);
  }
}

/** A line of CSV: texts in quotes, nulls as nothing at all, so that an empty text is no null. */
export function csvLine(values: readonly StoredValue[]): string {
  let line = "";
  for (const value of values) {
    if (typeof value === "string") line += value.includes('"') ? `"${value.replaceAll('"', '""')}",` : `"${value}",`;
    else line += value === null ? "," : `${value},`;
  }
  return `${line.slice(0, -1)}\n`;
}

const CHECKS = {
  VARCHAR: (value: unknown) => typeof value === "string",
  BOOLEAN: (value: unknown) => typeof value === "boolean",
  DATE: (value: unknown) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value),
  DOUBLE: (value: unknown) => Number.isFinite(value),
  INTEGER: (value: unknown) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  BIGINT: (value: unknown) => Number.isSafeInteger(value)
};

/** Whether a value can stand in a column of the type. */
function checkOf(type: ColumnType): (value: unknown) => value is StoredValue {
  const isNullable = !type.endsWith(" not null");
  const check = CHECKS[type.replace(" not null", "") as keyof typeof CHECKS];
  return (value): value is StoredValue => (value === null ? isNullable : check(value));
}

type Writer = (rows: readonly object[]) => Generator<StoredRow>;

const WRITERS = new Map(Object.entries(KEPT_LISTS).map(([list, columns]) => [list, writer(list, columns)]));

function writer(list: string, columns: Columns): Writer {
  const checks = Object.entries(columns).map(([name, type]) => ({name, type, fits: checkOf(type)}));
  return function* (rows) {
    for (const [i, row] of rows.entries()) {
      const values = checks.map(({name, type, fits}) => {
        const value = (row as Record<string, unknown>)[name];
        if (fits(value)) return typeof value === "string" ? wellFormed(value) : value;
        throw new Error(`${list}, row ${i + 1}, ${name}: got ${JSON.stringify(value)}, expected ${type}`);
      });
      yield [list, values];
    }
  };
}

/** Half of a surrogate pair (an emoji cut in two) has no UTF-8: it becomes U+FFFD. */
function wellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? Buffer.from(text, "utf8").toString("utf8") : text;
}
