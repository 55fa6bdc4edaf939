import type {FigureRow} from "../../views/trace/assembleFigure.js";
import {earlierFigure} from "../../views/trace/earlierFigure.js";
import {element} from "../element.js";
import {formatCount} from "../format.js";
import {type FigureKey, formatTraceLink, type RowKey} from "./figureKey.js";
import {traceCells} from "./traceCells.js";
import {traceChange} from "./traceChange.js";
import {traceExcerpt} from "./traceExcerpt.js";
import type {TraceHeading} from "./traceHeading.js";
import type {LoadedFigure} from "./traceLoad.js";
import {tracePath} from "./tracePath.js";
import {traceSum} from "./traceSum.js";

/** The trace of a commune's figure: sum, path from file to number, excerpt of the sheet, all cells, what changed. */
export function communeTrace(
  loaded: LoadedFigure,
  key: FigureKey,
  heading: TraceHeading,
  {row: asked}: {row: RowKey | null}
): HTMLElement {
  const {index} = loaded;
  const rows = heading.assembled?.rows ?? [];
  let chosen = rowOf(rows, asked) ?? firstRow(rows);
  const excerpt = element("div", {class: "trace-cell", "aria-live": "polite"});
  const list = element("div", {class: "trace-list"});
  const [trace] = loaded.traces ?? [];
  const earlier = trace && key.boundary === "current" ? earlierFigure(trace, index, key, heading.counts) : null;
  const showRow = (row: FigureRow): void => {
    chosen = row;
    excerpt.replaceChildren(traceExcerpt(row, heading.indicator, index));
  };
  const all = element(
    "button",
    {type: "button", class: "button button-dark", "aria-expanded": "false"},
    `Xem ${formatCount(rows.length)} ${rows.every(({name}) => name !== null) ? "đơn vị" : "dòng"} nguồn`
  );
  all.addEventListener("click", () => {
    if (list.hasChildNodes()) list.replaceChildren();
    else {
      const back = (row: FigureRow): void => {
        showRow(row);
        excerpt.scrollIntoView({block: "nearest"});
      };
      list.append(traceCells(rows, heading.indicator, {onChoose: back}));
    }
    all.setAttribute("aria-expanded", `${list.hasChildNodes()}`);
  });
  const noRow = element(
    "p",
    {class: "note"},
    "Không có dòng nào trong tệp: số này chỉ gồm đơn vị ước theo lần nộp trước."
  );
  if (chosen === undefined) excerpt.append(noRow);
  else showRow(chosen);
  return element(
    "div",
    {},
    traceSum(heading),
    tracePath(rows, heading, index),
    excerpt,
    element(
      "div",
      {class: "trace-actions"},
      rows.length > 0 ? all : null,
      copyButton(() => formatTraceLink(key, keyOf(chosen)))
    ),
    list,
    earlier && traceChange(earlier, heading)
  );
}

/**
 * The row that says most of why the figure is not higher: one that does not count, else one without a result, else any; out of the file
 * that holds most rows (the commune's own before the province's).
 */
function firstRow(all: readonly FigureRow[]): FigureRow | undefined {
  const files = new Map<string, number>();
  for (const {place} of all) if (place) files.set(place.file.file, (files.get(place.file.file) ?? 0) + 1);
  const [main] = [...files].sort(([, a], [, b]) => b - a)[0] ?? [];
  const own = all.filter(({place}) => place?.file.file === main);
  const rows = own.some(({role}) => "dum".includes(role)) ? own : all;
  for (const role of "dunmv") {
    const found = rows.find((row) => row.role === role && row.place !== null);
    if (found) return found;
  }
  return rows.find(({place}) => place !== null);
}

function rowOf(rows: readonly FigureRow[], asked: RowKey | null): FigureRow | undefined {
  return rows.find(
    ({place}) =>
      asked !== null &&
      place?.row === asked.row &&
      place.sheet === asked.sheet &&
      place.file.sha256.startsWith(asked.file)
  );
}

function keyOf(row: FigureRow | undefined): RowKey | null {
  if (!row?.place) return null;
  return {file: row.place.file.sha256.slice(0, 8), sheet: row.place.sheet, row: row.place.row};
}

/** Copies the address of the panel as it stands, the chosen row with it. */
export function copyButton(link: () => string): HTMLElement {
  const said = element("span", {class: "note", role: "status"});
  const button = element("button", {type: "button", class: "button"}, "Chép liên kết");
  button.addEventListener("click", () => {
    const address = new URL(location.href);
    address.searchParams.set("vet", link());
    navigator.clipboard.writeText(address.href).then(
      () => (said.textContent = "Đã chép"),
      () => (said.textContent = "Trình duyệt không cho chép; chép từ thanh địa chỉ")
    );
  });
  return element("span", {class: "trace-copy"}, button, said);
}
