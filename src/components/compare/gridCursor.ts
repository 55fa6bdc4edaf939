/** What a grid is moved over by: rows marked `data-row`, cells in them marked `data-col`. */
export interface CursorPlace {
  row: string;
  column: string;
}

/** Rows a page of the keyboard is. */
const PAGE = 10;

/**
 * Makes a table one tab stop that the arrow keys move through: Home and End in the row, with Ctrl in the table, PageUp and PageDown ten
 * rows. The focus stands on the link, button or box of a cell, else on the cell; Enter opens what is there, in a cell without a link the
 * row's own; the space bar ticks the row.
 * Keys of the ARIA grid pattern (https://www.w3.org/WAI/ARIA/apg/patterns/grid/).
 * @param start where the tab key enters; the first row of the body where that is gone.
 */
export function gridCursor(table: HTMLTableElement, start: CursorPlace | null = null): void {
  for (const cell of table.querySelectorAll<HTMLElement>("[data-col]")) stopOf(cell).tabIndex = -1;
  let entry = start ? stopAt(table, start) : null;
  entry ??= firstStop(table);
  if (entry) entry.tabIndex = 0;
  table.addEventListener("focusin", ({target}) => {
    const cell = cellOf(target);
    if (!cell) return;
    if (entry) entry.tabIndex = -1;
    entry = stopOf(cell);
    entry.tabIndex = 0;
  });
  table.addEventListener("keydown", (event) => {
    const cell = cellOf(event.target);
    if (!cell || event.altKey || event.metaKey) return;
    const next = move(table, cell, event);
    if (next) {
      event.preventDefault();
      const stop = stopOf(next);
      stop.focus();
      // jsdom lays nothing out.
      if (typeof stop.scrollIntoView === "function") stop.scrollIntoView({block: "nearest", inline: "nearest"});
    } else if (event.key === "Enter" && event.target === cell) {
      cell.closest("tr")?.querySelector<HTMLElement>("[data-col=ten] a")?.click();
    } else if (
      event.key === " " &&
      !(event.target instanceof HTMLInputElement) &&
      !(event.target instanceof HTMLButtonElement)
    ) {
      event.preventDefault();
      cell.closest("tr")?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
    }
  });
}

/** Where the focus stands in a table; null: elsewhere. */
export function cursorPlace(table: HTMLElement): CursorPlace | null {
  const cell = table.contains(document.activeElement) ? cellOf(document.activeElement) : null;
  const row = cell?.closest<HTMLElement>("[data-row]")?.dataset["row"];
  const column = cell?.dataset["col"];
  return row === undefined || column === undefined ? null : {row, column};
}

/** Gives the focus to a cell again after the table was drawn anew. */
export function focusPlace(table: HTMLElement, place: CursorPlace): void {
  (stopAt(table, place) ?? firstStop(table))?.focus({preventScroll: true});
}

function stopAt(table: HTMLElement, {row, column}: CursorPlace): HTMLElement | null {
  const line = [...table.querySelectorAll<HTMLElement>("[data-row]")].find((one) => one.dataset["row"] === row);
  const cell = line && cellsOf(line).find((one) => one.dataset["col"] === column);
  return cell ? stopOf(cell) : null;
}

function firstStop(table: HTMLElement): HTMLElement | null {
  const cell =
    table.querySelector<HTMLElement>("tbody [data-row] [data-col=ten]") ??
    table.querySelector<HTMLElement>("[data-col]");
  return cell && stopOf(cell);
}

function move(table: HTMLElement, cell: HTMLElement, {key, ctrlKey}: KeyboardEvent): HTMLElement | null {
  const rows = [...table.querySelectorAll<HTMLElement>("[data-row]")];
  const row = rows.findIndex((one) => one.contains(cell));
  const cells = cellsOf(rows[row]);
  const column = cells.indexOf(cell);
  const inRow = (to: number, at: number): HTMLElement | null => {
    const target = Math.max(0, Math.min(rows.length - 1, to));
    const there = cellsOf(rows[target]);
    return there[Math.max(0, Math.min(there.length - 1, at))] ?? null;
  };
  const sameColumn = (to: number): HTMLElement | null => {
    const target = Math.max(0, Math.min(rows.length - 1, to));
    return cellsOf(rows[target]).find((one) => one.dataset["col"] === cell.dataset["col"]) ?? inRow(target, column);
  };
  switch (key) {
    case "ArrowUp":
      return sameColumn(row - 1);
    case "ArrowDown":
      return sameColumn(row + 1);
    case "ArrowLeft":
      return inRow(row, column - 1);
    case "ArrowRight":
      return inRow(row, column + 1);
    case "PageUp":
      return sameColumn(Math.max(1, row - PAGE));
    case "PageDown":
      return sameColumn(row + PAGE);
    case "Home":
      return ctrlKey ? inRow(1, 0) : inRow(row, 0);
    case "End":
      return ctrlKey ? inRow(rows.length - 1, Number.MAX_SAFE_INTEGER) : inRow(row, Number.MAX_SAFE_INTEGER);
    default:
      return null;
  }
}

/** Cells of a row that are shown: a phone hides columns. */
function cellsOf(row: HTMLElement | undefined): HTMLElement[] {
  const cells = [...(row?.querySelectorAll<HTMLElement>("[data-col]") ?? [])];
  return cells.filter((cell) => getComputedStyle(cell).display !== "none");
}

function stopOf(cell: HTMLElement): HTMLElement {
  return cell.querySelector<HTMLElement>("a, button, input") ?? cell;
}

function cellOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-col]") : null;
}
