import type {ContentBlock} from "../../report/reportContent.ts";
import type {MapFile} from "../../../pipelines/geography/mapFile.ts";
import type {OverviewView} from "../../views/overviewView.ts";
import {chartFrame} from "../chartFrame.js";
import {closingList} from "../closingList.js";
import {communeList} from "../communeList.js";
import {communeMap} from "../communeMap.js";
import {element} from "../element.js";
import {closingTable, trendTable} from "../overviewTables.js";
import {trendChart, type TrendData, type TrendSeries} from "../trendChart.js";
import {copyButton} from "./copyButton.js";
import {partsChart} from "./partsChart.js";
import {reportTable} from "./reportTable.js";

/** What the drawings of the page are made from. */
export interface BlockSource {
  view: OverviewView;
  map: MapFile | null;
}

/** Numbers of tables and figures, as in the Word file. */
export interface Numbers {
  table: number;
  figure: number;
  /** Of headings, within a part. */
  heading: number;
}

/** A block of the report on the page; null for what only the writer of the report fills in. */
export function reportBlock(block: ContentBlock, source: BlockSource, numbers: Numbers): HTMLElement | null {
  switch (block.kind) {
    case "heading":
      return element("h3", {}, `${++numbers.heading}. ${block.text}`);
    case "paragraph":
      return element(
        "p",
        {class: "report-paragraph"},
        block.text,
        " ",
        copyButton(() => block.text, {label: `Chép câu: ${block.text.slice(0, 60)}`})
      );
    case "note":
      return element("p", {class: "note"}, block.text);
    case "blank":
      return element("p", {class: "note report-blank"}, block.text);
    case "table":
      return reportTable(block.table, {title: `Bảng ${++numbers.table}. ${block.table.caption}`});
    case "map":
      return mapFigure(source, ++numbers.figure);
    case "chart":
      return chartFigure(block.chart, source, ++numbers.figure);
  }
}

/** The trend up to the year of the report. */
function untilYear(data: TrendData): TrendData {
  const until = <S extends TrendSeries>(series: S): S => ({
    ...series,
    points: series.points.filter(({year}) => year <= data.year)
  });
  return {
    ...data,
    years: data.years.filter((year) => year <= data.year),
    main: until(data.main),
    context: data.context.map(until)
  };
}

function mapFigure({view, map}: BlockSource, number: number): HTMLElement {
  const {title, subtitle, data} = view.map;
  const label = `${title}. ${subtitle}`;
  return chartFrame(
    (width) =>
      map === null
        ? element("p", {class: "empty"}, "Chưa có bản đồ. Chạy npm run pipeline để dựng.")
        : communeMap(map, data, {width, maxHeight: 460, label}),
    {title: `Hình ${number}. ${title}`, subtitle, table: () => communeList(data, {caption: title, isLinked: true})}
  );
}

function chartFigure(
  chart: Extract<ContentBlock, {kind: "chart"}>["chart"],
  {view}: BlockSource,
  number: number
): HTMLElement {
  if (chart.kind === "lines") {
    const {title, subtitle, data} = view.trend;
    const shown = untilYear(data);
    return chartFrame((width) => trendChart(shown, {width, height: 340}), {
      title: `Hình ${number}. ${title}`,
      subtitle,
      table: () => trendTable(shown, title)
    });
  }
  if (chart.kind === "bars") {
    const {title, subtitle, data} = view.closing;
    return chartFrame(closingList(data, {limit: 12, caption: title}), {
      title: `Hình ${number}. ${title}`,
      subtitle,
      table: () => closingTable(data, title)
    });
  }
  return chartFrame((width) => partsChart(chart, {width}), {title: `Hình ${number}. ${chart.caption}`});
}
