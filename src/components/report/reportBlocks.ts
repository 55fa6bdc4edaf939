import type {ContentBlock} from "../../report/reportContent.ts";
import type {ReportChart} from "../../report/reportShape.ts";
import type {MapFile} from "../../../pipelines/geography/mapFile.ts";
import type {OverviewView} from "../../views/overviewView.ts";
import {chartFrame, type ChartSource} from "../chartFrame.js";
import {closingList} from "../closingList.js";
import {communeList} from "../communeList.js";
import {communeMap} from "../communeMap.js";
import {type Column, dataTable} from "../dataTable.js";
import {element} from "../element.js";
import {exportName} from "../export/exportName.js";
import {filterWords} from "../export/filterWords.js";
import {formatNumber} from "../format.js";
import {closingTable, trendTable} from "../overviewTables.js";
import {trendChart, type TrendData, type TrendSeries} from "../trendChart.js";
import {copyButton} from "./copyButton.js";
import {partsChart} from "./partsChart.js";
import {reportTable} from "./reportTable.js";

/** What the drawings of the page are made from. */
export interface BlockSource {
  view: OverviewView;
  map: MapFile | null;
  year: number;
  /** Cut-off day, ISO. */
  asOf: string | null;
  isSimulated: boolean;
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
      return reportTable(block.table, {
        title: `Bảng ${++numbers.table}. ${block.table.caption}`,
        subtitle: filterWords({year: source.year, group: "all"}),
        name: namesOf(source, block.table.caption).name
      });
    case "map":
      return mapFigure(source, ++numbers.figure);
    case "chart":
      return chartFigure(block.chart, source, ++numbers.figure);
  }
}

/** What the files of a drawing are called, and the filters, the clause and the files behind it. */
function namesOf(
  {view: {stage, clause, files}, year, asOf, isSimulated}: BlockSource,
  what: string
): {name: string; filters: string; clause?: string; source: ChartSource} {
  return {
    // A caption says the year itself, the name says it at its end.
    name: exportName({what: what.replace(/,? năm \d{4}(, %)?$/, ""), year, stage}),
    filters: filterWords({year, group: "all", boundary: "current"}),
    ...(clause === null ? {} : {clause}),
    source: {files, date: asOf, stage, isSimulated}
  };
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

function mapFigure(source: BlockSource, number: number): HTMLElement {
  const {view, map, year} = source;
  const {title, subtitle, data} = view.map;
  const label = `${title}. ${subtitle}`;
  return chartFrame(
    (width) =>
      map === null
        ? element("p", {class: "empty"}, "Chưa có bản đồ. Chạy npm run pipeline để dựng.")
        : communeMap(map, data, {width, maxHeight: 460, label}),
    {
      title: `Hình ${number}. ${title}`,
      subtitle,
      ...namesOf(source, data.measure),
      table: () => communeList(data, {caption: title, isLinked: true, of: {year, stage: view.stage}})
    }
  );
}

function chartFigure(
  chart: Extract<ContentBlock, {kind: "chart"}>["chart"],
  source: BlockSource,
  number: number
): HTMLElement {
  const {view} = source;
  if (chart.kind === "lines") {
    const {title, subtitle, data} = view.trend;
    const shown = untilYear(data);
    return chartFrame((width) => trendChart(shown, {width, height: 340}), {
      title: `Hình ${number}. ${title}`,
      subtitle,
      ...namesOf(source, "Tỷ lệ được công nhận theo năm"),
      table: () => trendTable(shown, title)
    });
  }
  if (chart.kind === "bars") {
    const {title, subtitle, data} = view.closing;
    return chartFrame(closingList(data, {limit: 12, caption: title}), {
      title: `Hình ${number}. ${title}`,
      subtitle,
      ...namesOf(source, "Số đơn vị cần thêm của từng xã"),
      table: () => closingTable(data, title)
    });
  }
  return chartFrame((width) => partsChart(chart, {width}), {
    title: `Hình ${number}. ${chart.caption}`,
    ...namesOf(source, chart.caption),
    // It shows how units are classed, not how many were certified.
    clause: undefined,
    table: () => partsTable(chart)
  });
}

/** The twin of the bars that are wholes: one row per bar, one column per part, in percent. */
function partsTable({caption, categories, series, unit}: ReportChart): HTMLElement {
  const columns: Column<string>[] = [
    {title: "Loại đơn vị", heading: true, value: (category) => category},
    ...series.map(({name, values}): Column<string> => {
      const of = (category: string): number | null => values[categories.indexOf(category)] ?? null;
      return {
        title: `${name} (${unit})`,
        numeric: true,
        value: (category) => {
          const value = of(category);
          return value === null ? null : formatNumber(value, unit === "%" ? 1 : 0);
        },
        fields: [{header: `${name} (${unit})`, kind: "points", of}]
      };
    })
  ];
  return dataTable(categories, columns, {caption, hideCaption: true});
}
