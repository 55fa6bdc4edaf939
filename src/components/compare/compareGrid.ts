import {type CompareCell, LEAST_RATE} from "../../views/compare/compareCells.js";
import type {CompareColumn} from "../../views/compare/compareColumns.js";
import type {CompareRow} from "../../views/compare/compareRows.js";
import {MOST_PICKED, ORDER_KEYS, togglePicked} from "../../views/compare/compareState.js";
import type {CompareView} from "../../views/compare/compareView.js";
import {FIRST_PRESENT_YEAR} from "../../views/overviewFacts.js";
import {COMMUNE_TYPES, OWN_WORDS} from "../../sentences/compareWords.js";
import {type Child, element} from "../element.js";
import {formatCount, formatShare} from "../format.js";
import {mapClass, type MapScale, mapScale, YES_NO_SCALE} from "../mapScale.js";
import {stateLink} from "../stateLink.js";
import {tracedFigure} from "../trace/tracedFigure.js";
import {writeUrlState} from "../urlState.js";
import {verdictIcon} from "../verdictMark.js";
import {VERDICT_WORDS} from "../words.js";
import {columnFigure} from "./columnFigure.js";
import {gridHead} from "./gridHead.js";
import {sparkline} from "./sparkline.js";

/** Rows shown before "Hiện tất cả", with a result and without one. */
const FIRST_ROWS = {ranked: 24, others: 8};

/**
 * The grid of communes and rates: cells in the class of the map, fractions under ten units without colour, hatched where nothing came, "–"
 * where there is no such unit. Rows are the view's; the keyboard cursor is put on it by who shows it.
 * @param options.isWhole draws every row (on paper, and when it is asked for).
 */
export function compareGrid(view: CompareView, {isWhole}: {isWhole: boolean}): HTMLTableElement {
  const {ranked, others} = view.rows;
  const scales = view.columns.columns.map(scaleOf);
  const most = Math.max(1, ...ranked.map(({subject}) => subject.needed ?? 0));
  const draw = (row: CompareRow): HTMLElement => gridRow(row, view, {scales, most});
  const shown = isWhole ? ranked : ranked.filter((row, i) => i < FIRST_ROWS.ranked || row.isPicked);
  const silent = isWhole ? others : others.filter((row, i) => i < FIRST_ROWS.others || row.isPicked);
  const hidden = ranked.length + others.length - shown.length - silent.length;
  const table = element(
    "table",
    {
      class: "compare-grid",
      role: "grid",
      "aria-label": view.gridTitle,
      "data-tight": view.columns.columns.length > 6,
      "data-wide": view.columns.columns.length > 9
    },
    gridColumns(view),
    gridHead(view),
    element(
      "tbody",
      {},
      ...shown.map(draw),
      hidden > 0 || view.state.isWhole ? moreRow(view, hidden) : null,
      ...silent.map(draw)
    )
  );
  return table;
}

/** The columns by themselves, so that the browser lays the table out without measuring every cell. */
function gridColumns({columns, state}: CompareView): HTMLElement {
  const classes = [
    "col-check",
    "col-rank",
    "col-name",
    "col-need",
    ...columns.columns.map(
      ({section}, i) => `col-rate col-${section}${isFirstDetail(columns.columns, i) ? " is-first" : ""}`
    ),
    ...(state.year >= FIRST_PRESENT_YEAR ? ["col-own col-other"] : []),
    "col-units col-other",
    "col-trend col-other"
  ];
  return element("colgroup", {}, ...classes.map((name) => element("col", {class: name})));
}

function moreRow({columns, noun, state}: CompareView, hidden: number): HTMLElement {
  const span = columns.columns.length + 7;
  const link = state.isWhole
    ? stateLink({"pham-vi": undefined}, {}, "Thu gọn")
    : stateLink({"pham-vi": "tat-ca"}, {}, "Hiện tất cả");
  return element(
    "tr",
    {class: "compare-more"},
    element(
      "td",
      {colspan: span},
      state.isWhole ? null : `${formatCount(hidden)} ${noun === "xã" ? "xã, phường" : noun} nữa · `,
      link
    )
  );
}

interface Drawn {
  scales: readonly MapScale[];
  most: number;
}

function gridRow(row: CompareRow, view: CompareView, {scales, most}: Drawn): HTMLElement {
  const {columns, state} = view;
  const isSilent = row.subject.state !== "value";
  const isFull = state.picked.length >= MOST_PICKED && !row.isPicked;
  const box = element("input", {type: "checkbox", "aria-label": `Chọn ${row.name} để so sánh`, disabled: isFull});
  box.checked = row.isPicked;
  box.addEventListener("change", () => {
    const codes = togglePicked(state.picked, row.code);
    writeUrlState({chon: codes.length === 0 ? undefined : codes.join(",")});
  });
  return element(
    "tr",
    {
      "data-row": row.code,
      class: [row.isPicked ? "is-picked" : "", isSilent ? "is-silent" : ""].filter(Boolean).join(" ") || null
    },
    element("td", {class: "col-check", "data-col": "chon"}, box),
    element("td", {class: "col-rank", "data-col": "hang"}, row.rank ?? "–"),
    element(
      "th",
      {scope: "row", class: "col-name", "data-col": ORDER_KEYS.name},
      element("a", {href: `./xa?ma=${row.code}`}, row.name),
      element("span", {class: "commune-type"}, ` ${COMMUNE_TYPES[row.type] ?? ""}`)
    ),
    needCell(row, {most, isCount: view.columns.subject.goal?.measure === "count"}),
    ...columns.columns.map((column, i) =>
      rateCell(row, row.cells[i], {
        column,
        scale: scales[i] ?? YES_NO_SCALE,
        year: state.year,
        isAfterGroup: isFirstDetail(columns.columns, i)
      })
    ),
    state.year >= FIRST_PRESENT_YEAR ? ownCell(row) : null,
    element(
      "td",
      {class: "col-units num col-other", "data-col": ORDER_KEYS.units},
      isSilent || view.columns.subject.goal?.measure === "count" ? "–" : formatCount(row.subject.d)
    ),
    trendCell(row, view)
  );
}

function needCell({subject, expected}: CompareRow, {most, isCount}: {most: number; isCount: boolean}): HTMLElement {
  if (subject.state !== "value") {
    const words =
      subject.state === "none"
        ? "–"
        : isCount
          ? "chưa có số liệu"
          : subject.v > 0 || subject.d === 0
            ? `ước ${formatCount(Math.max(expected, subject.d + subject.v))} đơn vị`
            : `${formatCount(subject.d)} chưa có kết quả`;
    return element("td", {class: "col-need is-missing", "data-col": ORDER_KEYS.need}, words);
  }
  const needed = subject.needed;
  return element(
    "td",
    {class: "col-need", "data-col": ORDER_KEYS.need},
    needed !== null && needed > 0
      ? element("span", {class: `bar ${barClass(subject)}`, style: `width:${Math.round((560 * needed) / most) / 10}%`})
      : null,
    element("span", {class: "count"}, needed === null ? "–" : formatCount(needed))
  );
}

/** Dark where more than a fifth of the units are to go: the lowest class of the map. */
function barClass({d, needed}: CompareCell): string {
  return needed !== null && 5 * needed > d ? "is-far" : "";
}

function isFirstDetail(columns: readonly CompareColumn[], i: number): boolean {
  return columns[i]?.section === "detail" && columns[i - 1]?.section !== "detail";
}

interface CellOf {
  column: CompareColumn;
  scale: MapScale;
  year: number;
  isAfterGroup: boolean;
}

function rateCell(
  row: CompareRow,
  cell: CompareCell | undefined,
  {column, scale, year, isAfterGroup}: CellOf
): HTMLElement {
  const classes = ["col-rate", `col-${column.section}`, isAfterGroup ? "is-first" : ""];
  const data = {"data-col": column.id};
  if (!cell || cell.state === "none") return element("td", {class: classes.join(" "), ...data}, "–");
  if (cell.state === "missing") {
    const words = cell.v > 0 ? `chưa nộp, ước ${formatCount(cell.d + cell.v)} đơn vị` : "chưa có kết quả";
    return element(
      "td",
      {class: [...classes, "hatched"].join(" "), ...data},
      element("span", {class: "visually-hidden"}, words)
    );
  }
  const isCount = column.goal?.measure === "count";
  const isFilled = isCount || cell.d >= LEAST_RATE;
  const index = isCount ? (cell.verdict === "dat" ? 1 : 0) : mapClass(scale, cell.n, cell.d);
  const fill = isFilled ? (scale.fills[index] ?? "") : "";
  const named = /^var\(--(m\d)\)$/.exec(fill)?.[1];
  return element(
    "td",
    {
      class: [...classes, named ? `is-${named}` : ""].filter(Boolean).join(" "),
      ...data,
      // Greys of rates without a level are mixed, the six classes have names.
      style: named || fill === "" ? null : `background:${fill};color:${scale.inks[index] ?? ""}`
    },
    figure(row, cell, {column, year})
  );
}

function figure(row: CompareRow, cell: CompareCell, {column, year}: Pick<CellOf, "column" | "year">): Child {
  const fraction = `${formatCount(cell.n)}/${formatCount(cell.d)}`;
  const isCount = column.goal?.measure === "count";
  const limit = column.goal && !isCount ? {target: column.goal.value, comparator: column.goal.comparator} : {};
  const text = isCount
    ? formatCount(cell.n)
    : cell.d < LEAST_RATE
      ? fraction
      : formatShare(cell.n, cell.d, {...limit, unit: ""});
  const key = columnFigure(column, {code: row.code, year});
  if (key === null) return text;
  const label = [
    isCount ? text : cell.d < LEAST_RATE ? `${fraction}, mẫu số nhỏ` : `${text}%, ${fraction}`,
    column.head,
    `${row.name} năm ${year}`,
    cell.verdict === null ? "" : VERDICT_WORDS[cell.verdict].toLowerCase()
  ];
  return tracedFigure(key, {label: label.filter(Boolean).join(", ")}, text);
}

function ownCell({own}: CompareRow): HTMLElement {
  const verdict = own ?? "khong_ap_dung";
  return element(
    "td",
    {class: `col-own col-other verdict-${verdict}`, "data-col": ORDER_KEYS.own},
    verdictIcon(verdict, {size: 12}),
    element("span", {class: "visually-hidden"}, OWN_WORDS[verdict])
  );
}

function trendCell({trend}: CompareRow, {rows}: CompareView): HTMLElement {
  if (rows.years.length < 2 || trend.every((point) => point === null)) {
    return element("td", {class: "col-trend col-other", "data-col": "cac-nam"}, "–");
  }
  const words = rows.years
    .map((year, i) => `${year}: ${trend[i] ? formatShare(trend[i].n, trend[i].d) : "không có số liệu"}`)
    .join("; ");
  return element(
    "td",
    {class: "col-trend col-other", "data-col": "cac-nam", title: words},
    sparkline(trend, rows.years.indexOf(FIRST_PRESENT_YEAR)),
    element("span", {class: "visually-hidden"}, words)
  );
}

/** Classes of a column: around its level, in greys where none is set, yes or no where units are counted. */
function scaleOf({goal}: CompareColumn): MapScale {
  return goal?.measure === "count" ? YES_NO_SCALE : mapScale(goal);
}
