import {type Child, element} from "./element.js";

/** A column of a table: what its head says and what each row shows in it. */
export interface Column<Row> {
  title: string;
  /** Text of the cell, or an element (a link, a verdict). Null and "" read "–". */
  value: (row: Row, index: number) => Child;
  /** Right-aligned figures. */
  numeric?: boolean;
  /** This column names the row. */
  heading?: boolean;
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
  return element(
    "table",
    {class: "data"},
    element("caption", {class: hideCaption ? "visually-hidden" : null}, caption),
    element("thead", {}, head),
    element("tbody", {}, ...body)
  );
}

function cell<Row>({value, numeric, heading}: Column<Row>, row: Row, index: number): HTMLTableCellElement {
  const content = value(row, index);
  const shown = content === null || content === undefined || content === false || content === "" ? "–" : content;
  const attributes = {class: numeric ? "num" : null};
  return heading ? element("th", {scope: "row", ...attributes}, shown) : element("td", attributes, shown);
}
