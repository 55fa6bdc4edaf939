import {cellText} from "../../report/cellText.js";
import type {Cell, ReportTable} from "../../report/reportShape.ts";
import {type Column, dataTable} from "../dataTable.js";
import {element} from "../element.js";
import {copyButton} from "./copyButton.js";

/** A table of the report, and a button that copies it as Word and Excel paste tables: cells by tabs. */
export function reportTable(table: ReportTable, {title}: {title: string}): HTMLElement {
  const columns = table.columns.map(({header, kind}, i): Column<readonly Cell[]> => ({
    title: header,
    numeric: kind !== "text" && kind !== "day",
    heading: i === headingPlace(table),
    value: (row) => cellText(row[i] ?? null, kind)
  }));
  const totals = new Set(table.totals);
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
    element(
      "div",
      {class: "table-scroll", tabindex: 0, role: "region", "aria-label": table.caption},
      dataTable(table.rows, columns, {
        caption: table.caption,
        hideCaption: true,
        rowClass: (_, i) => (totals.has(i) ? "is-total" : null)
      })
    ),
    table.note === undefined ? null : element("p", {class: "note"}, table.note)
  );
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
  return /^[=@]|^[+\-](?![\d,]+$)./.test(text) ? `'${text}` : text;
}
