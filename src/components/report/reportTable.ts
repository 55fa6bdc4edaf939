import {cellText, isFraction} from "../../report/cellText.js";
import type {Cell, ColumnKind, ReportTable} from "../../report/reportShape.ts";
import {type Column, dataTable} from "../dataTable.js";
import {element} from "../element.js";
import {rateFields} from "../export/rateFields.js";
import type {ExportField} from "../export/tableData.js";
import {tableFoot} from "../export/tableFoot.js";
import type {TableWords} from "../export/tableNotes.js";
import {copyButton} from "./copyButton.js";

/** A table of the report, and a button that copies it as Word and Excel paste tables: cells by tabs. */
export function reportTable(
  table: ReportTable,
  {title, name, ...words}: {title: string; name: string} & Omit<TableWords, "title" | "note">
): HTMLElement {
  const columns = table.columns.map(({header, kind}, i): Column<readonly Cell[]> => ({
    title: header,
    numeric: kind !== "text" && kind !== "day",
    heading: i === headingPlace(table),
    value: (row) => cellText(row[i] ?? null, kind),
    fields: fieldsOf(i, header, kind)
  }));
  const totals = new Set(table.totals);
  const drawn = dataTable(table.rows, columns, {
    caption: table.caption,
    hideCaption: true,
    rowClass: (_, i) => (totals.has(i) ? "is-total" : null)
  });
  return element(
    "div",
    {class: "report-table"},
    element(
      "p",
      {class: "report-caption"},
      element("strong", {}, title),
      " ",
      copyButton(() => tabbed(table), {label: `Chép bảng: ${table.caption}`, words: "Chép bảng"})
    ),
    element("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": table.caption}, drawn),
    table.note === undefined ? null : element("p", {class: "note"}, table.note),
    tableFoot(drawn, {name, title, note: table.note, ...words})
  );
}

/** A column in a file: a share with both its counts, figures in words as words. */
function fieldsOf(i: number, header: string, kind: ColumnKind): ExportField<readonly Cell[]>[] {
  const cellOf = (row: readonly Cell[]): Cell => row[i] ?? null;
  if (kind === "share") {
    return rateFields<readonly Cell[]>(`${header}: `, (row) => {
      const cell = cellOf(row);
      return isFraction(cell) ? cell : null;
    });
  }
  const of = (row: readonly Cell[]): string | number | null => {
    const cell = cellOf(row);
    return isFraction(cell) ? cellText(cell, kind) : cell === "" ? null : cell;
  };
  return [{header, kind: kind === "figure" ? "text" : kind, of}];
}

/** The column that names a row: the first of words. */
function headingPlace({columns}: ReportTable): number {
  return columns.findIndex(({kind}) => kind === "text");
}

function tabbed({columns, rows}: ReportTable): string {
  const lines = [
    columns.map(({header}) => header),
    ...rows.map((row) => columns.map(({kind}, i) => safe(cellText(row[i] ?? null, kind))))
  ];
  return lines.map((line) => line.join("\t")).join("\n");
}

/** A text that a spreadsheet would take for a formula is made text; a signed number and a short dash stay. */
function safe(text: string): string {
  return /^[=@]|^[+-](?![\d,]+$)./.test(text) ? `'${text}` : text;
}
