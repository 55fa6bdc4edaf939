import type {CheckedSheet} from "../../loaders/checkFile/messages.ts";
import type {PictureCell, PictureRow} from "../../loaders/checkFile/picture.ts";
import type {CheckItem} from "../views/checkItems.js";
import {disc, KIND_WORDS} from "./checkMark.js";
import {element} from "./element.js";
import {formatCount} from "./format.js";
import {FetchedRows, rowWindow} from "./rowWindow.js";

/** Height of every row of a long sheet, in px: fixed, so that where a row stands is known before it is drawn. */
const ROW_HEIGHT = 26;
/** Width of a usual letter and of what stands around a cell's text, in px. */
const LETTER = 6.9;
const CELL_EDGES = 13;
const NUMBER_WIDTH = 38;
/** A narrow sheet is widened up to this much. */
const MOST_STRETCH = 1.25;
/** Height of the view where none is known yet. */
const USUAL_HEIGHT = 640;

/** The drawing of one sheet. */
export interface CheckSheet {
  node: HTMLElement;
  /** Marks the cell of an entry and brings it into view; null marks none. */
  select: (item: CheckItem | null) => void;
}

export interface CheckSheetOptions {
  /** Entries of this sheet. */
  items: readonly CheckItem[];
  /** Fetches drawn rows of a long sheet. */
  load: (first: number, count: number) => Promise<readonly PictureRow[]>;
  /** Called when a person chooses a cell that has an entry. */
  onSelect: (item: CheckItem) => void;
}

/**
 * A sheet as the file holds it, with column letters and row numbers: titles, groups and totals sunk, a cell with an entry outlined and
 * numbered, missing results hatched. Of a long sheet only the rows in view are in the page.
 */
export function checkSheet(sheet: CheckedSheet, {items, load, onSelect}: CheckSheetOptions): CheckSheet {
  const {title, columns, rowNumbers, firstRows} = sheet;
  const isLong = firstRows.length < rowNumbers.length;
  const rows = new FetchedRows(firstRows, load);
  const byRow = new Map<number, CheckItem[]>();
  for (const item of items) if (item.row !== null) byRow.set(item.row, [...(byRow.get(item.row) ?? []), item]);
  const covered = isLong ? new Set<string>() : coveredCells(firstRows);
  let chosen: CheckItem | null = null;

  const widths = columns.map(({width}) => Math.round(width * LETTER + CELL_EDGES));
  const total = NUMBER_WIDTH + widths.reduce((sum, width) => sum + width, 0);
  const body = element("tbody");
  const table = element(
    "table",
    {
      class: `check-table${isLong ? " is-long" : ""}`,
      style: `min-width:${total}px;width:min(100%, ${Math.round(total * MOST_STRETCH)}px)`,
      "aria-rowcount": isLong ? rowNumbers.length + 1 : null
    },
    element("caption", {class: "visually-hidden"}, `Trang ${title}, như trong tệp`),
    element(
      "colgroup",
      {},
      element("col", {style: `width:${NUMBER_WIDTH}px`}),
      ...widths.map((width) => element("col", {style: `width:${width}px`}))
    ),
    element(
      "thead",
      {},
      element(
        "tr",
        {},
        element("td", {class: "check-corner"}),
        ...columns.map(({letter}) => element("th", {scope: "col"}, letter))
      )
    ),
    body
  );
  const node = element(
    "div",
    {class: "check-sheet", tabindex: 0, role: "region", "aria-label": `Trang ${title}`},
    table
  );
  if (isLong) {
    let isAsked = false;
    node.addEventListener("scroll", () => {
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        drawWindow();
      });
    });
    drawWindow();
  } else body.append(...firstRows.map((row) => drawRow(row)));
  body.addEventListener("click", (event) => {
    const cell = (event.target as Element).closest<HTMLElement>("[data-item]");
    const item = items.find(({index}) => `${index}` === cell?.dataset["item"]);
    if (item !== undefined) onSelect(item);
  });
  return {node, select};

  function drawWindow(): void {
    const height = node.clientHeight || USUAL_HEIGHT;
    const window = rowWindow(rowNumbers.length, {rowHeight: ROW_HEIGHT, top: node.scrollTop, height});
    rows.ensure(window, drawWindow);
    const focused = document.activeElement?.closest<HTMLElement>("[data-item]")?.dataset["item"];
    const drawn: HTMLElement[] = [spacer(window.first)];
    for (let index = window.first; index < window.end; index++) {
      const row = rows.at(index) ?? {number: rowNumbers[index] ?? 0, role: "blank", cells: []};
      const line = drawRow(row);
      line.setAttribute("aria-rowindex", `${index + 2}`);
      drawn.push(line);
    }
    drawn.push(spacer(rowNumbers.length - window.end));
    const hadFocus = focused !== undefined && node.contains(document.activeElement);
    body.replaceChildren(...drawn);
    if (hadFocus) body.querySelector<HTMLElement>(`[data-item="${focused}"] button`)?.focus({preventScroll: true});
  }

  function spacer(count: number): HTMLElement {
    return element("tr", {class: "check-spacer", "aria-hidden": "true", style: `height:${count * ROW_HEIGHT}px`});
  }

  function drawRow(row: PictureRow): HTMLTableRowElement {
    const {number, role, cells, last} = row;
    const own = byRow.get(number) ?? [];
    const ofRow = own.find(({cell}) => cell === null);
    const head = element("th", {scope: "row", class: "check-number"}, role === "gap" ? "…" : number);
    if (ofRow !== undefined) mark(head, ofRow);
    const line = element("tr", {class: `is-${role}`}, head);
    if (role === "gap" || role === "blank") {
      const words = role === "gap" ? `${formatCount((last ?? number) - number + 1)} dòng trống` : "";
      line.append(element("td", {colspan: columns.length}, element("span", {class: "check-text"}, words)));
      return line;
    }
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
    const firstFilled = cells[0]?.column ?? 1;
    for (let column = 1; column <= columns.length;) {
      const isLead = column < firstFilled && role !== "data" && role !== "header";
      const cell = byColumn.get(column) ?? {column, text: "", columnSpan: isLead ? firstFilled - column : 1};
      const span = cell.columnSpan ?? 1;
      if (!covered.has(`${number} ${column}`)) line.append(drawCell(cell, itemUnder(number, cell)));
      column += span;
    }
    return line;
  }

  /** The entry of a cell; of one that spans others, also that of a cell under it. */
  function itemUnder(row: number, {column, columnSpan = 1, rowSpan = 1}: PictureCell): CheckItem | undefined {
    for (let down = 0; down < (isLong ? 1 : rowSpan); down++) {
      const found = byRow
        .get(row + down)
        ?.find((item) => item.column !== null && item.column >= column && item.column < column + columnSpan);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function drawCell(cell: PictureCell, item: CheckItem | undefined): HTMLElement {
    const {text, columnSpan, rowSpan, isCentred, isMissing} = cell;
    const td = element(
      "td",
      {
        class: [isCentred && "is-centred", isMissing && "is-missing"].filter(Boolean).join(" ") || null,
        colspan: columnSpan,
        rowspan: isLong ? null : rowSpan,
        title: text.length > 24 ? text : null
      },
      element("span", {class: "check-text"}, text)
    );
    if (isMissing === true) td.append(element("span", {class: "visually-hidden"}, "chưa ghi"));
    if (item !== undefined) mark(td, item);
    return td;
  }

  function mark(cell: HTMLElement, item: CheckItem): void {
    const {index, kind, number, quote, cell: address, row} = item;
    cell.dataset["item"] = `${index}`;
    cell.classList.add("has-item", `is-${kind}`);
    if (item === chosen) cell.classList.add("is-chosen");
    const place = address === null ? `dòng ${row ?? ""}` : `ô ${address}`;
    const said = quote === null || quote === "" ? "" : `: ${quote}`;
    const words = `${number === null ? "" : `${number}, `}${KIND_WORDS[kind]}, ${place}${said}`;
    const button = element(
      "button",
      {type: "button", class: "check-pin", "aria-label": words},
      disc(kind, number ?? "i")
    );
    cell.append(button);
  }

  function select(item: CheckItem | null): void {
    chosen = item;
    for (const cell of body.querySelectorAll(".is-chosen")) cell.classList.remove("is-chosen");
    if (item === null) return;
    if (isLong && item.row !== null) {
      const at = rowNumbers.indexOf(item.row);
      const height = node.clientHeight || USUAL_HEIGHT;
      const top = at * ROW_HEIGHT;
      if (at >= 0 && (top < node.scrollTop + ROW_HEIGHT || top > node.scrollTop + height - 3 * ROW_HEIGHT)) {
        node.scrollTop = Math.max(0, top - height / 2);
      }
      drawWindow();
    }
    const cell = body.querySelector<HTMLElement>(`[data-item="${item.index}"]`);
    cell?.classList.add("is-chosen");
    if (cell !== null) bringIntoView(cell);
  }

  /** Scrolls the sheet, not the page, so that the cell stands clear of the letters and numbers that stay in place. */
  function bringIntoView(cell: HTMLElement): void {
    const view = node.getBoundingClientRect();
    const place = cell.getBoundingClientRect();
    const edge = {top: ROW_HEIGHT + 14, left: NUMBER_WIDTH + 8, other: 24};
    if (place.left < view.left + edge.left) node.scrollLeft -= view.left + edge.left - place.left;
    else if (place.right > view.right - edge.other) node.scrollLeft += place.right - view.right + edge.other;
    if (place.top < view.top + edge.top) node.scrollTop -= view.top + edge.top - place.top;
    else if (place.bottom > view.bottom - edge.other) node.scrollTop += place.bottom - view.bottom + edge.other;
  }
}

/** Places under cells that run down over several rows: no cell of their own stands there. */
function coveredCells(rows: readonly PictureRow[]): Set<string> {
  const covered = new Set<string>();
  for (const {number, cells} of rows) {
    for (const {column, columnSpan = 1, rowSpan = 1} of cells) {
      for (let down = 1; down < rowSpan; down++)
        for (let right = 0; right < columnSpan; right++) covered.add(`${number + down} ${column + right}`);
    }
  }
  return covered;
}
