import {
  CHANCE_NOTE,
  communeNoun,
  countTitle,
  endsTitle,
  FUNNEL_NOTE,
  funnelTitle,
  stripTitle
} from "../../sentences/compareSentences.js";
import type {Goal} from "../../sentences/figures.js";
import {
  compareClosing,
  type CompareDot,
  type FunnelPoint,
  type FunnelView,
  funnelView,
  namedRates,
  type RankingRow,
  rankingRows,
  type StripRow,
  stripRows
} from "../../views/compare/compareCharts.js";
import type {CompareView} from "../../views/compare/compareView.js";
import {chartFrame, type ChartSource} from "../chartFrame.js";
import {type ClosingData, closingList} from "../closingList.js";
import {type Column, dataTable} from "../dataTable.js";
import {element} from "../element.js";
import {rateFields} from "../export/rateFields.js";
import {formatCount, formatNumber, formatShare} from "../format.js";
import {closingTable} from "../overviewTables.js";
import {columnFigure} from "./columnFigure.js";
import {communeFields, compareNames, countsOf} from "./compareExport.js";
import {compareStrip} from "./compareStrip.js";
import {funnelChart} from "./funnelChart.js";
import {rankingTable, rankingTwin} from "./rankingTable.js";

/** Width last drawn at, by chart: a repaint draws at once what the layout will ask for. */
const widths = {strip: 455, funnel: 455};

/** The charts beside the grid (strip and funnel), or under it (ranking and closing list). */
export function comparePanels(
  view: CompareView,
  {source, part}: {source: ChartSource; part: "aside" | "below"}
): HTMLElement {
  const panels =
    part === "aside" ? [strip(view, source), funnel(view, source)] : [ranking(view, source), closing(view, source)];
  return element("div", {class: part === "aside" ? "compare-aside" : "panels panels-2 compare-below"}, ...panels);
}

function strip(view: CompareView, source: ChartSource): HTMLElement {
  const {rows, columns, state, noun} = view;
  const lines = stripRows(rows.compared, columns);
  const small = Math.max(...lines.map((line) => line.small), 0);
  const picked = rows.compared.filter(({isPicked}) => isPicked).length;
  return chartFrame(
    (width) => {
      widths.strip = width;
      return compareStrip(lines, {width, picked: state.picked, hasIntervals: state.hasIntervals});
    },
    {
      title: stripTitle(lines, noun),
      subtitle: [
        `Mỗi chấm một ${noun}, năm ${state.year}. Vạch đậm: mức; nét đứt: trung vị.`,
        picked > 0 ? "Chấm đen: xã đã chọn." : "",
        small > 0 ? `Không vẽ nơi có dưới 5 đơn vị.` : ""
      ]
        .filter(Boolean)
        .join(" "),
      note: state.hasIntervals ? (picked > 0 ? CHANCE_NOTE : "Chọn một xã để thấy khoảng 95% của xã đó.") : undefined,
      source,
      width: widths.strip,
      ...compareNames("Phân bố tỷ lệ các xã", view),
      table: () => stripTable(lines, view)
    }
  );
}

function stripTable(lines: readonly StripRow[], view: CompareView): HTMLElement {
  const communes = new Map(lines.flatMap(({dots}) => dots.map((dot) => [dot.code, dot] as const)));
  const byCode = lines.map(({dots}) => new Map(dots.map((dot) => [dot.code, dot])));
  const ordered = [...communes.values()].sort((a, b) => a.name.localeCompare(b.name, "vi"));
  const columns: Column<CompareDot>[] = [
    {
      title: "Xã, phường",
      heading: true,
      value: ({name}) => name,
      fields: communeFields<CompareDot>(view, (row) => row)
    },
    ...lines.map(({label, goal}, i) => ({
      title: label,
      numeric: true,
      value: ({code}: CompareDot) => {
        const dot = byCode[i]?.get(code);
        return dot ? `${formatShare(dot.n, dot.d)} (${formatCount(dot.n)}/${formatCount(dot.d)})` : null;
      },
      fields: rateFields<CompareDot>(`${label}: `, ({code}) => countsOf(byCode[i]?.get(code)), goal?.value)
    }))
  ];
  return dataTable(ordered, columns, {caption: "Tỷ lệ của từng xã", hideCaption: true});
}

function funnel(compared: CompareView, source: ChartSource): HTMLElement {
  const {rows, columns, state, measure, noun} = compared;
  const {goal} = columns.subject;
  if (goal === null || goal.measure === "count" || goal.value <= 0 || goal.value >= 100) {
    const why = goal?.measure === "percent" ? "Mức 100% không có dải dao động" : "Chỉ tiêu này không có dải dao động";
    return chartFrame(element("p", {class: "empty"}, "Chọn chỉ tiêu là tỷ lệ có mức dưới 100% để xem phễu."), {
      title: why
    });
  }
  const view = funnelView(rows.compared, goal);
  const level = `${formatNumber(goal.value, Number.isInteger(goal.value) ? 0 : 1)}%`;
  const words = columns.subject.target?.kind === "plan" ? `chỉ tiêu ${level}` : `mức ${level}`;
  const title = funnelTitle(view.farBelow, {goal, noun: communeNoun(state.type)});
  return chartFrame(
    (width) => {
      widths.funnel = width;
      return funnelChart(view, {goal, goalWords: words, width, label: title});
    },
    {
      title,
      subtitle: `${measure}, theo số đơn vị phải xét. Dải 95% và 99,8% quanh mức.`,
      note:
        view.below === 0
          ? FUNNEL_NOTE
          : `${FUNNEL_NOTE} Thêm ${formatCount(view.below)} ${noun} nằm giữa hai dải, phía dưới.`,
      source,
      width: widths.funnel,
      ...compareNames("Phễu tỷ lệ các xã", compared, {isMeasured: true}),
      table: () => funnelTable(view, {goal, title, compared})
    }
  );
}

function funnelTable(
  {points}: FunnelView,
  {goal, title, compared}: {goal: Goal; title: string; compared: CompareView}
): HTMLElement {
  const columns: Column<FunnelPoint>[] = [
    {
      title: "Xã, phường",
      heading: true,
      value: ({name}) => name,
      fields: communeFields<FunnelPoint>(compared, (row) => row)
    },
    {
      title: "Tỷ lệ",
      numeric: true,
      value: ({n, d}) => formatShare(n, d, {target: goal.value, comparator: goal.comparator}),
      fields: []
    },
    {
      title: "Đạt/xét",
      numeric: true,
      value: ({n, d}) => `${formatCount(n)}/${formatCount(d)}`,
      fields: rateFields<FunnelPoint>("", countsOf, goal.value)
    },
    {title: "So với dải", value: ({side}) => SIDE_WORDS[side]}
  ];
  const ordered = [...points].sort((a, b) => a.distance - b.distance);
  return dataTable(ordered, columns, {caption: title, hideCaption: true});
}

const SIDE_WORDS = {
  far_below: "dưới dải 99,8%",
  below: "dưới dải 95%",
  inside: "trong dải 95%",
  above: "trên dải 95%",
  far_above: "trên dải 99,8%"
} as const;

function ranking(view: CompareView, source: ChartSource): HTMLElement {
  const {rows, columns, state, measure, noun} = view;
  const {goal} = columns.subject;
  const options = {
    caption: "Xếp hạng theo tỷ lệ",
    goal,
    hasIntervals: state.hasIntervals,
    figure: (code: string) => columnFigure(columns.subject, {code, year: state.year}),
    fields: communeFields<RankingRow>(view, (row) => row)
  };
  const rates = namedRates(rows.compared);
  if (goal?.measure === "count") {
    const title = countTitle(rates, goal, {noun, head: columns.subject.head});
    return chartFrame(element("p", {class: "empty"}, "Chọn chỉ tiêu là tỷ lệ để xem xếp hạng."), {title});
  }
  const title = endsTitle(rates, noun);
  const list = rankingRows(rows.compared, goal);
  if (list.length === 0) return chartFrame(element("p", {class: "empty"}, "Chưa có kết quả để xếp hạng."), {title});
  return chartFrame(rankingTable(list, options), {
    title,
    subtitle: `Xếp hạng theo tỷ lệ, cao nhất trước. “=”: cùng hạng. Dưới 5 đơn vị không xếp hạng. ${measure}.`,
    note: state.hasIntervals
      ? `${CHANCE_NOTE} Khoảng hạng: chỉ những xã có cả khoảng nằm trên hay dưới mới chắc đứng trước hay sau.`
      : undefined,
    source,
    ...compareNames("Xếp hạng các xã theo tỷ lệ", view, {isMeasured: true}),
    table: () => rankingTwin(list, options)
  });
}

function closing(view: CompareView, source: ChartSource): HTMLElement {
  const {rows, columns, state, home, area, measure} = view;
  const {goal} = columns.subject;
  if (goal === null || goal.measure === "count") {
    return chartFrame(
      element("p", {class: "empty"}, "Chọn chỉ tiêu có mức tỷ lệ để xem xã nào cần thêm bao nhiêu đơn vị."),
      {
        title: "Chưa có mức để tính số đơn vị cần thêm"
      }
    );
  }
  const {title, subtitle, data: plain} = compareClosing(rows.compared, goal, {home, area});
  const data: ClosingData = {
    ...plain,
    rows: plain.rows.map((row) => {
      const figure = columnFigure(columns.subject, {code: row.code, year: state.year});
      return {...row, trace: figure && {figure, label: `${columns.subject.head}, ${row.name}, năm ${state.year}`}};
    })
  };
  const list = closingList(data, {limit: 16, caption: title});
  return chartFrame(list, {
    title,
    subtitle: `${subtitle}. ${measure}.`,
    source,
    ...compareNames("Số đơn vị cần thêm của từng xã", view, {isMeasured: true}),
    table: () => closingTable(data, title)
  });
}
