import {readWorkbook} from "../../loaders/read/readWorkbook.ts";
import {storedRows} from "../../loaders/submissions/storedRows.ts";
import type {Reading} from "../../loaders/validate/reading.ts";
import {validateWorkbook} from "../../loaders/validate/validateWorkbook.ts";
import type {MadeFile} from "./compose.ts";
import type {Severity} from "../../loaders/vocabulary.ts";
import type {ExpectedIssue} from "./expectation.ts";

/** Reads a made file and holds the reading against what was written: every difference in a line; none if all is well. */
export function differences({bytes, context, expectation}: MadeFile): string[] {
  const result = readWorkbook(bytes, {fileName: context.file});
  if (!result.ok) return [`refused: ${result.refusal.message}`];
  const reading = validateWorkbook(result.workbook, context);
  // Throws if a table cannot hold a value.
  const stored = Array.from(storedRows(reading));
  const {year, stage, period, rowsRead, rowsRejected} = expectation;
  const found: string[] = stored.length > 0 ? [] : ["nothing to store"];
  const same = (what: string, read: unknown, written: unknown): void => {
    if (!Object.is(read, written)) found.push(`${what}: read ${show(read)}, written ${show(written)}`);
  };
  if (year !== null) same("year", reading.year, year);
  same("stage", reading.stage, stage);
  same("period", reading.period, period);
  same("rows_read", reading.rows_read, rowsRead);
  same("rows_rejected", reading.rows_rejected, rowsRejected);
  same("rows_accepted", reading.rows_accepted, rowsRead - rowsRejected);
  for (const list of ["units", "models", "facts", "summaries"] as const) {
    found.push(...rowDifferences(list, reading[list], expectation[list]));
  }
  return [...found, ...issueDifferences(reading, expectation.issues)];
}

type Row = Readonly<Record<string, unknown>>;

function rowDifferences(list: string, read: readonly Row[], written: readonly Row[]): string[] {
  const placeOf = ({sheet, row_number, unit_type}: Row): string =>
    `${list} ${String(sheet)}!${String(row_number)}${list === "summaries" ? ` ${String(unit_type)}` : ""}`;
  const readAt = new Map(read.map((row) => [placeOf(row), row]));
  const found: string[] = [];
  if (readAt.size !== read.length) found.push(`${list}: two rows of one place`);
  for (const row of written) {
    const place = placeOf(row);
    const own = readAt.get(place);
    readAt.delete(place);
    if (own === undefined) {
      found.push(`${place}: not read`);
      continue;
    }
    for (const field of new Set([...Object.keys(row), ...Object.keys(own)])) {
      if (!Object.is(own[field], row[field]))
        found.push(`${place} ${field}: read ${show(own[field])}, written ${show(row[field])}`);
    }
  }
  for (const place of readAt.keys()) found.push(`${place}: read, never written`);
  return found;
}

/** Every fault is told once at its cell; no other error is told of. */
function issueDifferences({issues}: Reading, expected: readonly ExpectedIssue[]): string[] {
  const told = issues.map(({severity, rule, sheet, cell, message}) => ({
    key: keyOf({severity: severity as Severity, rule, sheet, cell}),
    severity,
    message
  }));
  const found: string[] = [];
  for (const issue of expected) {
    const at = told.findIndex(({key}) => key === keyOf(issue));
    if (at < 0) found.push(`issue missing: ${keyOf(issue)}`);
    else told.splice(at, 1);
  }
  const isError = (severity: string): boolean => severity === "value_error" || severity === "row_error";
  for (const {key, severity, message} of told)
    if (isError(severity)) found.push(`issue without fault: ${key} ${message}`);
  return found;
}

function keyOf({severity, rule, sheet, cell}: ExpectedIssue): string {
  return `${severity} ${rule} ${sheet ?? "(file)"}!${cell ?? ""}`;
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
