import {COMMUNE_TYPES, headGoal, OWN_WORDS} from "../../sentences/compareWords.js";
import {FIRST_PRESENT_YEAR} from "../../views/overviewFacts.js";
import type {CompareColumn} from "../../views/compare/compareColumns.js";
import type {CompareRow} from "../../views/compare/compareRows.js";
import type {CompareView} from "../../views/compare/compareView.js";
import {type Column, dataTable} from "../dataTable.js";
import {element} from "../element.js";
import {formatCount, formatShare} from "../format.js";
import {cellFields, communeFields} from "./compareExport.js";

/** The grid as numbers alone: every commune with numerator and denominator, in the order of the grid. */
export function gridTwin(view: CompareView): HTMLElement {
  const {columns, rows, state, gridTitle} = view;
  const list: Column<CompareRow>[] = [
    {title: "Hạng", numeric: true, value: ({rank}) => rank},
    {
      title: "Xã, phường",
      heading: true,
      value: ({name, type}) => `${name} (${COMMUNE_TYPES[type] ?? ""})`,
      fields: communeFields<CompareRow>(view, (row) => row)
    },
    {
      title: "Cần thêm",
      numeric: true,
      value: ({subject}) => (subject.needed === null ? null : formatCount(subject.needed)),
      fields: cellFields<CompareRow>("", ({subject}) => subject, columns.subject.goal)
    },
    ...columns.columns.map((column, i) => ({
      title: titleOf(column),
      numeric: true,
      value: (row: CompareRow) => cellWords(row, i, column),
      fields: cellFields<CompareRow>(`${column.head}: `, ({cells}) => cells[i], column.goal)
    })),
    ...(state.year >= FIRST_PRESENT_YEAR
      ? [{title: "Chính xã", value: ({own}: CompareRow) => OWN_WORDS[own ?? "khong_ap_dung"]}]
      : [])
  ];
  return element(
    "div",
    {class: "table-scroll"},
    dataTable([...rows.ranked, ...rows.others], list, {caption: gridTitle, hideCaption: true})
  );
}

function titleOf({head, goal, section}: CompareColumn): string {
  return section === "plan" && goal ? `${head} (${headGoal(goal)})` : head;
}

function cellWords(row: CompareRow, i: number, {goal}: CompareColumn): string | null {
  const cell = row.cells[i];
  if (!cell || cell.state === "none") return null;
  if (cell.state === "missing") return cell.v > 0 ? `chưa nộp, ước ${formatCount(cell.d + cell.v)}` : "chưa có kết quả";
  if (goal?.measure === "count") return formatCount(cell.n);
  const limit = goal ? {target: goal.value, comparator: goal.comparator} : {};
  return `${formatShare(cell.n, cell.d, limit)} (${formatCount(cell.n)}/${formatCount(cell.d)})`;
}
