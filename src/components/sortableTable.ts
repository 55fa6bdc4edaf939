import {type Column, dataTable} from "./dataTable.js";
import {element} from "./element.js";

/** A column that can order the rows. */
export interface SortableColumn<Row> extends Column<Row> {
  /** Order of two rows, rising; left out: the column does not sort. */
  compare?: (a: Row, b: Row) => number;
}

/** Which column orders the rows, and which way. */
export interface Sorting {
  column: number;
  isFalling: boolean;
}

/** A table whose heads are buttons that order the rows; the order stands in `aria-sort`. */
export function sortableTable<Row>(
  rows: readonly Row[],
  columns: readonly SortableColumn<Row>[],
  {caption, sorting = {column: 0, isFalling: false}}: {caption: string; sorting?: Sorting}
): HTMLElement {
  const node = element("div", {class: "sortable"});
  const show = (now: Sorting): void => {
    const compare = columns[now.column]?.compare;
    const ordered = compare ? [...rows].sort((a, b) => (now.isFalling ? -1 : 1) * compare(a, b)) : rows;
    const table = dataTable(ordered, columns, {caption, hideCaption: true});
    table.querySelectorAll("thead th").forEach((head, i) => {
      const column = columns[i];
      if (!column?.compare) return;
      const isSorted = i === now.column;
      head.setAttribute("aria-sort", isSorted ? (now.isFalling ? "descending" : "ascending") : "none");
      const mark = element("span", {"aria-hidden": "true"}, isSorted ? (now.isFalling ? " ▾" : " ▴") : "");
      const button = element("button", {type: "button", class: "sort-button"}, column.title, mark);
      button.addEventListener("click", () => {
        show({column: i, isFalling: isSorted ? !now.isFalling : false});
        node.querySelectorAll<HTMLElement>("thead th")[i]?.querySelector("button")?.focus();
      });
      head.replaceChildren(button);
    });
    node.replaceChildren(table);
  };
  show(sorting);
  return node;
}
