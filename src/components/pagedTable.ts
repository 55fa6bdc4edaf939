import {dataTable} from "./dataTable.js";
import {element} from "./element.js";
import {rememberTable, tableDataOf} from "./export/tableData.js";
import {formatCount} from "./format.js";
import type {SortableColumn, Sorting} from "./sortableTable.js";

/** Where a person stands in a long list. */
export interface ListPlace {
  sorting: Sorting;
  /** From 1. */
  page: number;
}

export interface PagedTable<Row> {
  /** What the table holds, read out. */
  caption: string;
  place: ListPlace;
  /** Hears of another order or page; without it the table turns by itself. */
  onPlace?: (place: ListPlace) => void;
  pageSize?: number;
  /** What a row is called: "xã", "ô". */
  noun: string;
  rowClass?: (row: Row, index: number) => string | null;
}

/** Rows of a page: fewer on a phone, where each is a block. */
function usualPage(): number {
  return typeof matchMedia === "function" && matchMedia("(max-width: 720px)").matches ? 20 : 50;
}

/** Rows that are printed at most: a list of 20.000 would be 400 sheets. */
const PRINTED_ROWS = 1_500;

/**
 * A long table a page at a time: heads are buttons that order the rows, a line under it turns the pages. On a phone each row is a block,
 * its cells under the names of their columns; on paper the whole list is printed.
 */
export function pagedTable<Row>(
  rows: readonly Row[],
  columns: readonly SortableColumn<Row>[],
  {caption, place, onPlace, pageSize = usualPage(), noun, rowClass}: PagedTable<Row>
): HTMLElement {
  const holder = element("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": caption});
  const pager = element("nav", {class: "pager", "aria-label": `Trang của danh sách: ${caption}`});
  const node = element("div", {class: "paged"}, holder, pager);
  let now = place;
  let ordered = orderedRows(rows, columns, now.sorting);

  const move = (next: ListPlace, focus: () => HTMLElement | null | undefined): void => {
    if (next.sorting !== now.sorting) ordered = orderedRows(rows, columns, next.sorting);
    now = next;
    show();
    focus()?.focus();
    onPlace?.(next);
  };
  const show = (all = false): void => {
    const pages = Math.max(1, Math.ceil(ordered.length / pageSize));
    const page = Math.min(Math.max(1, now.page), pages);
    const from = all ? 0 : (page - 1) * pageSize;
    const shown = ordered.slice(from, all ? PRINTED_ROWS : from + pageSize);
    const table = dataTable(shown, columns, {caption, hideCaption: true, ...(rowClass ? {rowClass} : {})});
    table.classList.add("stacking");
    for (const row of table.tBodies[0]?.rows ?? []) {
      [...row.cells].forEach((cell, i) => {
        cell.setAttribute("data-label", columns[i]?.title ?? "");
        // Blocks on a phone leave out what is not there.
        if (cell.textContent === "–") cell.classList.add("is-blank");
      });
    }
    // On paper a head is words: buttons are not drawn again on the next sheets.
    if (!all) {
      sortHeads(table, columns, now.sorting, (sorting, i) =>
        move({sorting, page: 1}, () => holder.querySelectorAll<HTMLElement>("thead th")[i]?.querySelector("button"))
      );
    }
    holder.replaceChildren(table);
    pager.replaceChildren(...pagerParts({from, shown: shown.length, total: ordered.length, page, pages}));
    pager.hidden = ordered.length <= Math.min(pageSize, 12);
  };
  const pagerParts = ({from, shown, total, page, pages}: PagerFacts): HTMLElement[] => {
    const words = `${formatCount(from + 1)}–${formatCount(from + shown)} trên ${formatCount(total)} ${noun}`;
    const turn = (text: string, to: number, name: string): HTMLElement => {
      const isOff = to < 1 || to > pages;
      const button = element(
        "button",
        {type: "button", class: "button", name, "aria-disabled": isOff ? "true" : null},
        text
      );
      button.addEventListener("click", () => {
        if (!isOff) move({...now, page: to}, () => pager.querySelector<HTMLElement>(`[name=${name}]`));
      });
      return button;
    };
    const said = element("span", {role: "status"}, words);
    return pages === 1 ? [said] : [said, turn("Trang trước", page - 1, "truoc"), turn("Trang sau", page + 1, "sau")];
  };
  show();
  rememberTable(node, () => tableDataOf(ordered, columns));
  printWhole(node, show);
  return node;
}

interface PagerFacts {
  from: number;
  shown: number;
  total: number;
  page: number;
  pages: number;
}

function orderedRows<Row>(
  rows: readonly Row[],
  columns: readonly SortableColumn<Row>[],
  sorting: Sorting
): readonly Row[] {
  const compare = columns[sorting.column]?.compare;
  return compare ? [...rows].sort((a, b) => (sorting.isFalling ? -1 : 1) * compare(a, b)) : rows;
}

function sortHeads<Row>(
  table: HTMLTableElement,
  columns: readonly SortableColumn<Row>[],
  sorting: Sorting,
  onSort: (sorting: Sorting, column: number) => void
): void {
  table.querySelectorAll("thead th").forEach((head, i) => {
    const column = columns[i];
    if (!column?.compare) return;
    const isSorted = i === sorting.column;
    head.setAttribute("aria-sort", isSorted ? (sorting.isFalling ? "descending" : "ascending") : "none");
    const mark = element("span", {"aria-hidden": "true"}, isSorted ? (sorting.isFalling ? " ▾" : " ▴") : "");
    const button = element("button", {type: "button", class: "sort-button"}, column.title, mark);
    button.addEventListener("click", () => onSort({column: i, isFalling: isSorted ? !sorting.isFalling : false}, i));
    head.replaceChildren(button);
  });
}

/** On paper the list stands whole. The listeners end themselves once the list has left the page. */
function printWhole(node: HTMLElement, show: (all?: boolean) => void): void {
  const before = (): void => {
    if (node.isConnected) show(true);
    else stop();
  };
  const after = (): void => {
    if (node.isConnected) show();
    else stop();
  };
  const stop = (): void => {
    window.removeEventListener("beforeprint", before);
    window.removeEventListener("afterprint", after);
  };
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);
}

/** A list's place as a link holds it: "2", "-2" for column and way; the page. */
export function placeOfLink(link: {xep?: string; trang?: string}, first: Sorting): ListPlace {
  const column = /^-?\d{1,2}$/.test(link.xep ?? "") ? Math.abs(Number(link.xep)) - 1 : -1;
  return {
    sorting: column < 0 ? first : {column, isFalling: link.xep?.startsWith("-") ?? false},
    page: /^\d{1,5}$/.test(link.trang ?? "") ? Math.max(1, Number(link.trang)) : 1
  };
}

/** The same the other way: what stands at its first value is left out of the link. */
export function linkOfPlace(
  {sorting, page}: ListPlace,
  first: Sorting
): {xep: string | undefined; trang: string | undefined} {
  const isFirst = sorting.column === first.column && sorting.isFalling === first.isFalling;
  return {
    xep: isFirst ? undefined : `${sorting.isFalling ? "-" : ""}${sorting.column + 1}`,
    trang: page === 1 ? undefined : `${page}`
  };
}
