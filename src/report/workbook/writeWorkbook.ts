import {columnLetter} from "../../../loaders/read/cellAddress.ts";
import {type CellValue, dateSerial, type PlannedRow, type PlannedSheet} from "../../../loaders/write/plannedSheet.ts";
import {FORMATS, look, styleSheet} from "../../../loaders/write/styleSheet.ts";
import {wrappedLines} from "../../../loaders/write/wrappedLines.ts";
import {writeXlsx} from "../../../loaders/write/writeXlsx.ts";
import {isFraction} from "../cellText.ts";
import {markWords} from "../content/marks.ts";
import type {Cell, ColumnKind, ReportMarks, ReportTable} from "../reportShape.ts";

/** A sheet of the workbook: tables under each other; a sheet of one table can be filtered and keeps its head in view. */
export interface ReportSheet {
  name: string;
  title: string;
  tables: readonly ReportTable[];
  /** Columns that stay in view at the left. */
  frozenColumns?: number;
}

export interface ReportWorkbook {
  title: string;
  creator: string;
  marks: ReportMarks;
  sheets: readonly ReportSheet[];
  /** Lines of the sheet "Ghi chú". */
  notes: readonly string[];
}

const HEAD = "FFE7E6E6";
const LOOKS = {
  plain: look("regular", null, {wraps: false}),
  title: look("large", "left", {wraps: false}),
  mark: look("boldItalic", "left", {wraps: false}),
  source: look("italic", "left", {wraps: false}),
  caption: look("bold", "left", {wraps: false}),
  head: look("bold", "center", {border: true, fill: HEAD}),
  text: look("regular", "left", {border: true}),
  literal: look("regular", "left", {border: true, isLiteral: true}),
  figure: look("regular", "right", {border: true, wraps: false}),
  count: look("regular", "right", {border: true, format: FORMATS.whole, wraps: false}),
  share: look("regular", "right", {border: true, format: FORMATS.percent, wraps: false}),
  points: look("regular", "right", {border: true, format: FORMATS.oneDecimal, wraps: false}),
  day: look("regular", "center", {border: true, format: FORMATS.day, wraps: false}),
  note: look("regular", "left")
};
type LookName = keyof typeof LOOKS;

const STYLES = styleSheet<LookName>(LOOKS, {size: 11});
/** Points of a line of text. */
const LINE = 15;
const NOTE_WIDTH = 110;
/** Characters of a column: from, to. */
const WIDTHS: Readonly<Record<ColumnKind, readonly [number, number]>> = {
  text: [10, 48],
  figure: [12, 20],
  count: [9, 14],
  share: [10, 12],
  points: [10, 14],
  day: [12, 12]
};

/** The report's figures as an .xlsx workbook: real numbers, days and shares; the same figures give the same bytes. */
export function writeWorkbook({title, creator, marks, sheets, notes}: ReportWorkbook): Uint8Array {
  return writeXlsx<LookName>([...sheets.map((sheet) => planned(sheet, marks)), noteSheet(title, marks, notes)], STYLES, {
    title,
    subject: [markWords(marks), marks.source].filter(Boolean).join(". "),
    creator,
    created: marks.as_of ?? "2025-01-01"
  });
}

function planned({name, title, tables, frozenColumns = 0}: ReportSheet, marks: ReportMarks): PlannedSheet<LookName> {
  const widths = columnWidths(tables);
  const rows: PlannedRow<LookName>[] = headRows(title, marks);
  let at = rows.length + 1;
  let filter: string | undefined;
  let frozenRows = 0;
  const [only] = tables;
  for (const table of tables) {
    if (table !== only || tables.length > 1) rows.push({row: ++at, cells: [{column: 1, value: table.caption, style: "caption"}]});
    const headRow = ++at;
    rows.push({
      row: headRow,
      height: LINE * Math.max(...table.columns.map(({header}, i) => wrappedLines(header, (widths[i] ?? 10) - 2, {isBold: true}))) + 4,
      mayGrow: true,
      cells: table.columns.map(({header}, i) => ({column: i + 1, value: header, style: "head"}))
    });
    for (const row of table.rows) rows.push(dataRow(row, table, widths, ++at));
    if (tables.length === 1) {
      frozenRows = headRow;
      if (table.rows.length > 0) filter = `A${headRow}:${columnLetter(table.columns.length)}${at}`;
    }
    if (table.note !== undefined) rows.push({row: ++at, cells: [{column: 1, value: table.note, style: "source"}]});
    at += 1;
  }
  return {
    name,
    widths,
    rows,
    merges: [],
    frozenRows,
    repeatsFrom: Math.max(1, frozenRows),
    ...(frozenRows === 0 ? {} : {frozenColumns}),
    ...(filter === undefined ? {} : {filter})
  };
}

/** What every sheet begins with: its title, what the figures are, where they come from. */
function headRows(title: string, marks: ReportMarks): PlannedRow<LookName>[] {
  const mark = markWords(marks);
  const lines: [string, LookName][] = [
    [title, "title"],
    ...(mark === "" ? [] : [[mark, "mark"] as [string, LookName]]),
    [marks.source, "source"]
  ];
  return lines.map(([value, style], i) => ({row: i + 1, cells: [{column: 1, value, style}]}));
}

function dataRow(
  row: readonly Cell[],
  {columns}: ReportTable,
  widths: readonly number[],
  at: number
): PlannedRow<LookName> {
  const lines = columns.map(({kind}, i) => {
    const value = row[i];
    return kind === "text" && typeof value === "string" ? wrappedLines(value, widths[i] ?? 10) : 1;
  });
  const high = Math.max(1, ...lines);
  return {
    row: at,
    ...(high > 1 ? {height: LINE * high + 2, mayGrow: true} : {}),
    cells: columns.map(({kind}, i) => ({column: i + 1, ...cellOf(row[i] ?? null, kind)}))
  };
}

function cellOf(cell: Cell, kind: ColumnKind): {value: CellValue; style: LookName} {
  if (cell === null || cell === "") return {value: null, style: kind};
  if (isFraction(cell)) {
    const {numerator, denominator} = cell;
    return {value: denominator === 0 ? null : numerator / denominator, style: "share"};
  }
  if (typeof cell === "number") return {value: cell, style: kind === "text" ? "figure" : kind};
  if (kind === "day" && /^\d{4}-\d{2}-\d{2}$/.test(cell)) return {value: dateSerial(cell), style: "day"};
  if (/^[=+\-@\t]/.test(cell)) return {value: cell, style: "literal"};
  return {value: cell, style: kind === "figure" ? "figure" : "text"};
}

/** Wide enough for the head in two lines and most cells in one, for all tables of the sheet. */
function columnWidths(tables: readonly ReportTable[]): number[] {
  const count = Math.max(1, ...tables.map(({columns}) => columns.length));
  return Array.from({length: count}, (_, i) =>
    Math.max(
      ...tables.map(({columns, rows}) => {
        const column = columns[i];
        if (column === undefined) return 0;
        const [least, most] = WIDTHS[column.kind];
        const longest = Math.max(0, ...rows.map((row) => (typeof row[i] === "string" ? (row[i] as string).length : 0)));
        // Room for the button of the filter.
        const head = Math.ceil(column.header.length / 2) + 4;
        return Math.min(most, Math.max(least, head, longest + 2));
      })
    )
  );
}

function noteSheet(title: string, marks: ReportMarks, notes: readonly string[]): PlannedSheet<LookName> {
  const rows = headRows(title, marks);
  const from = rows.length + 2;
  return {
    name: "Ghi chú",
    widths: [NOTE_WIDTH],
    rows: [
      ...rows,
      ...notes.map((value, i): PlannedRow<LookName> => ({
        row: from + i,
        height: LINE * wrappedLines(value, NOTE_WIDTH) + 3,
        mayGrow: true,
        cells: [{column: 1, value, style: "note"}]
      }))
    ],
    merges: [],
    frozenRows: 0
  };
}
