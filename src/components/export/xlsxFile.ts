import {dateSerial, type CellValue, type PlannedRow, type PlannedSheet} from "../../../loaders/write/plannedSheet.ts";
import {FORMATS, look, styleSheet} from "../../../loaders/write/styleSheet.ts";
import {wrappedLines} from "../../../loaders/write/wrappedLines.ts";
import {writeXlsx} from "../../../loaders/write/writeXlsx.ts";
import type {ExportColumn, ExportKind, ExportTable} from "./exportTable.ts";

const LOOKS = {
  plain: look("regular", null),
  head: look("bold", "left", {border: true, fill: "FFF3F1EB"}),
  text: look("regular", "left", {border: true}),
  count: look("regular", "right", {border: true, format: FORMATS.whole, wraps: false}),
  share: look("regular", "right", {border: true, format: FORMATS.percent, wraps: false}),
  points: look("regular", "right", {border: true, format: FORMATS.oneDecimal, wraps: false}),
  day: look("regular", "center", {border: true, format: FORMATS.day, wraps: false}),
  title: look("large", "left", {wraps: false}),
  note: look("regular", "left")
};
type LookName = keyof typeof LOOKS;

const LEAST_WIDTH: Readonly<Record<ExportKind, number>> = {text: 12, count: 10, share: 10, points: 10, day: 12};
const MOST_WIDTH = 60;
const NOTE_WIDTH = 110;
/** Points of a line of text. */
const LINE = 15;

/**
 * A table as an .xlsx workbook: real numbers, shares as percent, days as days, the head frozen; definitions, filters, sources and edition
 * on the sheet "Ghi chú". The same table gives the same bytes.
 * @param options.day the cut-off day, ISO: the workbook's date.
 * @param options.subject said in the properties of the file.
 */
export function xlsxFile(table: ExportTable, {day, subject}: {day: string | null; subject: string}): Uint8Array {
  return writeXlsx<LookName>([dataSheet(table), noteSheet(table)], styleSheet(LOOKS, {size: 11}), {
    title: table.name,
    subject,
    creator: "Toàn dân bảo vệ an ninh Tổ quốc",
    created: day ?? "2025-01-01"
  });
}

function dataSheet({name, columns, rows}: ExportTable): PlannedSheet<LookName> {
  const widths = columns.map((column, i) =>
    width(
      column,
      rows.map((row) => row[i] ?? null)
    )
  );
  const head: PlannedRow<LookName> = {
    row: 1,
    height: LINE * Math.max(...columns.map(({header}, i) => wrappedLines(header, widths[i] ?? 10, {isBold: true}))) + 3,
    mayGrow: true,
    cells: columns.map(({header}, i) => ({column: i + 1, value: header, style: "head"}))
  };
  const body = rows.map((row, r): PlannedRow<LookName> => {
    const lines = columns.map(({kind}, i) => {
      const value = row[i];
      return kind === "text" && typeof value === "string" ? wrappedLines(value, widths[i] ?? 10) : 1;
    });
    return {
      row: r + 2,
      ...(Math.max(...lines) > 1 ? {height: LINE * Math.max(...lines) + 2, mayGrow: true} : {}),
      cells: columns.map(({kind}, i) => ({column: i + 1, ...cell(row[i] ?? null, kind)}))
    };
  });
  return {name: sheetName(name), widths, rows: [head, ...body], merges: [], frozenRows: 1, frozenColumns: 1};
}

function cell(value: string | number | null, kind: ExportKind): {value: CellValue; style: LookName} {
  if (typeof value === "number") return {value, style: kind === "text" || kind === "day" ? "text" : kind};
  if (value !== null && kind === "day" && /^\d{4}-\d{2}-\d{2}$/.test(value))
    return {value: dateSerial(value), style: "day"};
  return {value: value === "" ? null : value, style: value === null ? kind : "text"};
}

/** Wide enough for the head in two lines and most cells in one. */
function width({header, kind}: ExportColumn, values: readonly (string | number | null)[]): number {
  const longest = Math.max(0, ...values.slice(0, 2_000).map((value) => `${value ?? ""}`.length));
  const shown = kind === "text" ? longest : Math.min(longest, 12);
  return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH[kind], Math.ceil(header.length / 2) + 2, shown + 2));
}

function noteSheet({name, notes}: ExportTable): PlannedSheet<LookName> {
  const rows: PlannedRow<LookName>[] = [
    {row: 1, height: 24, cells: [{column: 1, value: name, style: "title"}]},
    ...notes.map((note, i): PlannedRow<LookName> => ({
      row: i + 3,
      height: LINE * wrappedLines(note, NOTE_WIDTH) + 2,
      mayGrow: true,
      cells: [{column: 1, value: note, style: "note"}]
    }))
  ];
  return {name: "Ghi chú", widths: [NOTE_WIDTH], rows, merges: [], frozenRows: 0};
}

/** Excel takes 31 characters for the name of a sheet, none of \ / ? * [ ] :, no apostrophe at an end. */
function sheetName(name: string): string {
  const clean = name
    .replace(/[\\/?*[\]:']/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const short = clean.length <= 31 ? clean : clean.slice(0, 32).replace(/[\s,;]+\S*$/, "");
  return short === "" || short === "Ghi chú" ? "Bảng số" : short;
}
