import type {Goal} from "../../sentences/figures.js";
import type {RankingRow} from "../../views/compare/compareCharts.js";
import {type Column, dataTable} from "../dataTable.js";
import {element} from "../element.js";
import {rateFields} from "../export/rateFields.js";
import type {ExportField} from "../export/tableData.js";
import {formatCount, formatShare, type ShareFormat} from "../format.js";
import type {FigureKey} from "../trace/figureKey.js";
import {tracedFigure} from "../trace/tracedFigure.js";
import {countsOf} from "./compareExport.js";

/** Rows shown from either end before the whole list. */
const ENDS = 8;

export interface RankingOptions {
  caption: string;
  goal: Goal | null;
  /** Draws the 95 % range of each rate and says between which places it may stand: an analyst's view that decides nothing. */
  hasIntervals: boolean;
  /** The figure a commune's rate is; null where it is a sum. */
  figure: (code: string) => FigureKey | null;
  /** Who a row is of, in a file. */
  fields: readonly ExportField<RankingRow>[];
}

/** The ranking by rate: both ends and the communes chosen, each with its place on a common axis; the rest on demand and on paper. */
export function rankingTable(rows: readonly RankingRow[], options: RankingOptions): HTMLElement {
  const node = element("div", {class: "ranking"});
  const low = axisStart(rows, options);
  const show = (isWhole: boolean): void => {
    const shown = rows.map((row, i) => ({
      row,
      isShown: isWhole || i < ENDS || i >= rows.length - ENDS || row.isPicked
    }));
    const body = element("tbody", {});
    let skipped = 0;
    for (const {row, isShown} of shown) {
      if (!isShown) {
        skipped += 1;
        continue;
      }
      if (skipped > 0) body.append(gapRow(skipped));
      skipped = 0;
      body.append(rankingRow(row, low, options));
    }
    const table = element(
      "table",
      {class: "data ranking-table"},
      element("caption", {class: "visually-hidden"}, options.caption),
      rankingHead(options, low),
      body
    );
    const button = element("button", {type: "button", class: "link-button"}, isWhole ? "Thu gọn" : "Hiện tất cả");
    button.addEventListener("click", () => {
      show(!isWhole);
      node.querySelector("button")?.focus();
    });
    node.replaceChildren(table, ...(rows.length > 2 * ENDS ? [element("p", {class: "closing-rest"}, button)] : []));
  };
  show(false);
  return node;
}

/** The same as numbers alone. */
export function rankingTwin(rows: readonly RankingRow[], {caption, goal, fields}: RankingOptions): HTMLElement {
  const columns: Column<RankingRow>[] = [
    {
      title: "Hạng",
      numeric: true,
      value: rankWords,
      fields: [
        {header: "Hạng", kind: "count", of: ({rank}) => rank},
        {header: "Cùng hạng (xã)", kind: "count", of: ({rank, ties}) => (rank === null ? null : ties)}
      ]
    },
    {
      title: "Xã, phường",
      heading: true,
      value: ({name, code}) => element("a", {href: `./xa?ma=${code}`}, name),
      fields
    },
    {title: "Tỷ lệ", numeric: true, value: ({n, d}) => formatShare(n, d, limitOf(goal)), fields: []},
    {
      title: "Đạt/xét",
      numeric: true,
      value: ({n, d}) => `${formatCount(n)}/${formatCount(d)}`,
      fields: rateFields<RankingRow>("", countsOf, goal?.value)
    },
    {
      title: "Khoảng 95%",
      numeric: true,
      value: rangeWords,
      fields: [
        {header: "Khoảng 95%: từ", kind: "share", of: ({range}) => range.low},
        {header: "Khoảng 95%: đến", kind: "share", of: ({range}) => range.high}
      ]
    },
    {
      title: "Khoảng hạng",
      numeric: true,
      value: placesWords,
      fields: [
        {header: "Hạng tốt nhất có thể", kind: "count", of: ({places}) => places?.best ?? null},
        {header: "Hạng thấp nhất có thể", kind: "count", of: ({places}) => places?.worst ?? null}
      ]
    }
  ];
  return dataTable(rows, columns, {caption, hideCaption: true});
}

function rankingHead({hasIntervals}: RankingOptions, low: number): HTMLElement {
  const axis = element("span", {class: "ranking-axis"}, element("span", {}, `${low}%`), element("span", {}, "100%"));
  return element(
    "thead",
    {},
    element(
      "tr",
      {},
      element("th", {scope: "col", class: "num"}, "Hạng"),
      element("th", {scope: "col"}, "Xã, phường"),
      element("th", {scope: "col", class: "ranking-plot"}, axis),
      element("th", {scope: "col", class: "num"}, "Tỷ lệ"),
      element("th", {scope: "col", class: "num"}, hasIntervals ? "Khoảng hạng" : "Đạt/xét")
    )
  );
}

function rankingRow(row: RankingRow, low: number, {goal, hasIntervals, figure}: RankingOptions): HTMLElement {
  const rate = formatShare(row.n, row.d, limitOf(goal));
  const key = figure(row.code);
  const at = (share: number): number => Math.round((1000 * Math.max(0, 100 * share - low)) / (100 - low)) / 10;
  const side = row.meetsGoal === null ? "" : row.meetsGoal ? "is-met" : "is-below";
  return element(
    "tr",
    {class: row.isPicked ? "is-selected" : null},
    element("td", {class: "num"}, rankWords(row)),
    element("th", {scope: "row"}, element("a", {href: `./xa?ma=${row.code}`}, row.name)),
    element(
      "td",
      {class: "ranking-plot", "aria-hidden": "true"},
      element(
        "div",
        {class: "ranking-rail"},
        goal ? element("span", {class: "ranking-goal", style: `left:${at(goal.value / 100)}%`}) : null,
        hasIntervals
          ? element("span", {
              class: "ranking-range",
              style: `left:${at(row.range.low)}%;width:${Math.max(0, at(row.range.high) - at(row.range.low))}%`
            })
          : null,
        element("span", {class: `ranking-dot ${side}`, style: `left:${at(row.n / row.d)}%`})
      )
    ),
    element("td", {class: "num"}, key === null ? rate : tracedFigure(key, {label: `${rate}, ${row.name}`}, rate)),
    element("td", {class: "num"}, hasIntervals ? placesWords(row) : `${formatCount(row.n)}/${formatCount(row.d)}`)
  );
}

function gapRow(count: number): HTMLElement {
  return element("tr", {class: "ranking-gap"}, element("td", {colspan: 5}, `… ${formatCount(count)} xã ở giữa`));
}

/** "4", or "4=" where others share the place. */
function rankWords({rank, ties}: RankingRow): string {
  if (rank === null) return "–";
  return ties > 1 ? `${formatCount(rank)}=` : formatCount(rank);
}

function rangeWords({range}: RankingRow): string {
  return `${oneDecimal(range.low)}–${oneDecimal(range.high)}%`;
}

function placesWords({places}: RankingRow): string {
  return places === null ? "–" : `${formatCount(places.best)}–${formatCount(places.worst)}`;
}

function axisStart(rows: readonly RankingRow[], {hasIntervals}: RankingOptions): number {
  const lowest = Math.min(100, ...rows.map(({n, d, range}) => 100 * (hasIntervals ? range.low : n / d)));
  return Math.max(0, Math.floor(lowest / 20) * 20);
}

function limitOf(goal: Goal | null): ShareFormat {
  return goal ? {target: goal.value, comparator: goal.comparator} : {};
}

function oneDecimal(share: number): string {
  return (100 * share).toFixed(1).replace(".", ",");
}
