import {type Child, element} from "./element.js";
import {type ExportField, rememberTable, tableDataOf} from "./export/tableData.js";

/** A column of a table: what its head says and what each row shows in it. */
export interface Column<Row> {
  title: string;
  /** Text of the cell, or an element (a link, a verdict). Null and "" read "–". */
  value: (row: Row, index: number) => Child;
  /** Right-aligned figures. */
  numeric?: boolean;
  /** This column names the row. */
  heading?: boolean;
  /** What the column is in a file: one or several columns of numbers and plain words. Left out: the text of its cells; empty: nothing. */
  fields?: readonly ExportField<Row>[];
}

/**
 * A plain table from columns and rows: heads are `th scope=col`, the naming column `th scope=row`, figures right-aligned.
 * @param options.caption says what the table holds; read out, and shown unless `hideCaption`.
 * @param options.rowClass class of a row, e.g. "is-selected".
 */
export function dataTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  {
    caption,
    hideCaption = false,
    rowClass
  }: {caption: string; hideCaption?: boolean; rowClass?: (row: Row, index: number) => string | null}
): HTMLTableElement {
  const head = element(
    "tr",
    {},
    ...columns.map(({title, numeric}) => element("th", {scope: "col", class: numeric ? "num" : null}, title))
  );
  const body = rows.map((row, index) =>
    element("tr", {class: rowClass?.(row, index)}, ...columns.map((column) => cell(column, row, index)))
  );
  const table = element(
    "table",
    {class: "data"},
    element("caption", {class: hideCaption ? "visually-hidden" : null}, caption),
    element("thead", {}, head),
    element("tbody", {}, ...body)
  );
  rememberTable(table, () => tableDataOf(rows, columns));
  return table;
}

function cell<Row>({value, numeric, heading}: Column<Row>, row: Row, index: number): HTMLTableCellElement {
  const content = value(row, index);
  const shown = content === null || content === undefined || content === false || content === "" ? "–" : content;
  const attributes = {class: numeric ? "num" : null};
  return heading ? element("th", {scope: "row", ...attributes}, shown) : element("td", attributes, shown);
}
