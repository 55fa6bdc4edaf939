import type {Conversion} from "../read/legacyText/toUnicode.ts";
import {LEGACY_ENCODINGS} from "../read/legacyText/legacyEncoding.ts";
import type {IssueLog} from "./issueLog.ts";
import type {Reading} from "./reading.ts";
import type {Table} from "./recognise/findTables.ts";
import type {Trace} from "./rows/trace.ts";
import {legacyEncoding, legacyEncodingGuessed} from "./rules/fileRules.ts";

/** Tells which sheets were turned into Unicode, once for each sheet and encoding. */
export function reportConversions(conversions: readonly Conversion[], log: IssueLog): void {
  for (const {sheet, encoding, font, first, count} of conversions) {
    const {title} = LEGACY_ENCODINGS[encoding];
    const rule = font === null ? legacyEncodingGuessed : legacyEncoding;
    const text = font === null ? title : `${title} (${font})`;
    log.report(rule, {sheet, cell: first}, {header: sheet, text, detail: String(count)});
  }
}

/** Puts what the file stores into the trace, for the cells of loaded rows that were turned. */
export function traceStored(tables: readonly Table[], rows: LoadedRows, trace: Trace): void {
  const loaded = new Set<string>();
  for (const list of [rows.units, rows.models, rows.facts, rows.summaries]) {
    for (const {sheet, row_number} of list) loaded.add(`${sheet}\n${row_number}`);
  }
  for (const {sheet, match, rows: ofTable} of tables) {
    for (const {number, cells} of ofTable) {
      if (!loaded.has(`${sheet}\n${number}`)) continue;
      for (const {column, letter} of match.columns) {
        const cell = cells[column];
        if (cell !== undefined) trace.stored(sheet, number, letter, cell);
      }
    }
  }
}
type LoadedRows = Pick<Reading, "units" | "models" | "facts" | "summaries">;

/** The reading with the sheets under the names the file has, where recognition went by names in Unicode. */
export function withStoredNames(reading: Reading, storedNames: ReadonlyMap<string, string>): Reading {
  if (storedNames.size === 0) return reading;
  const renamed = <T extends {sheet: string | null}>(rows: readonly T[]): T[] =>
    rows.map((row) => ({...row, sheet: row.sheet === null ? null : (storedNames.get(row.sheet) ?? row.sheet)}));
  return {
    ...reading,
    units: renamed(reading.units),
    models: renamed(reading.models),
    facts: renamed(reading.facts),
    summaries: renamed(reading.summaries),
    columns: renamed(reading.columns),
    values: renamed(reading.values),
    issues: renamed(reading.issues)
  };
}
