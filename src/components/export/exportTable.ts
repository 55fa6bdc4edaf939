/** How a value of a column is written: counts and shares (0 to 1) stay numbers, days are ISO text. */
export type ExportKind = "text" | "count" | "share" | "points" | "day";

export interface ExportColumn {
  header: string;
  kind: ExportKind;
}

/** A table as it leaves the page, as CSV or XLSX. Missing is null, never zero. */
export interface ExportTable {
  /** What it is, in words: names the file (accents are taken off) and heads the sheet. */
  name: string;
  columns: readonly ExportColumn[];
  rows: readonly (readonly (string | number | null)[])[];
  /** Definitions, filters, source, edition: one line each on the sheet "Ghi chú". */
  notes: readonly string[];
}
