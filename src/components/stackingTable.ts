import {type Column, dataTable} from "./dataTable.js";

/** A table whose rows become blocks on a phone, each cell under the name of its column. */
export function stackingTable<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  {caption, name}: {caption: string; name: string}
): HTMLTableElement {
  const table = dataTable(rows, columns, {caption});
  table.classList.add("stacking", name);
  for (const row of table.tBodies[0]?.rows ?? []) {
    [...row.cells].forEach((cell, i) => {
      cell.setAttribute("data-label", columns[i]?.title ?? "");
      if (cell.textContent === "–") cell.setAttribute("data-empty", "");
    });
  }
  return table;
}
