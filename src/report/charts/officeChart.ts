import {ChartRun, type ChartRunOptions, type ChartSeries as OfficeSeries} from "docx/charts";
import type {ChartSeries, ReportChart} from "../reportShape.ts";

/** Letters and size of a chart: px at 96 to the inch. */
export interface ChartLook {
  font: string;
  /** Of the letters, in points. */
  size: number;
  width: number;
  /** Left out: as high as the chart needs on a page. */
  height?: number;
}

const BAR_HEIGHT = 22;

/** A chart that Office draws from its own small workbook: "Chỉnh sửa dữ liệu" opens it. */
export function officeChart(chart: ReportChart, look: ChartLook): ChartRun {
  return new ChartRun(chartOptions(chart, look));
}

function chartOptions(chart: ReportChart, look: ChartLook): ChartRunOptions {
  const text = {name: look.font, size: look.size, color: "000000"};
  const common = {
    categories: chart.categories,
    font: {name: look.font, color: "000000"},
    legend: chart.series.length > 1 ? {position: "bottom" as const, font: text} : (false as const),
    chartArea: {fill: "FFFFFF", border: "none" as const},
    altText: {title: chart.caption, description: chart.description, name: chart.caption}
  };
  const value = {
    font: text,
    numberFormat: "0",
    ...(chart.range === undefined ? {minimum: 0} : {minimum: chart.range[0], maximum: chart.range[1], interval: 10})
  };
  if (chart.kind === "lines") {
    return {
      ...common,
      type: "line",
      transformation: {width: look.width, height: look.height ?? 330},
      categoryAxis: {font: text},
      series: chart.series.map((series, place) => lineSeries(series, place, look)),
      valueAxis: value
    };
  }
  const height = (chart.kind === "bars" ? 70 : 110) + BAR_HEIGHT * chart.categories.length;
  return {
    ...common,
    type: "bar",
    transformation: {width: look.width, height: look.height ?? height},
    // One bar to a row: series that exclude one another lie over each other, parts of a whole stand in one bar.
    stacking: chart.kind === "parts" ? "percent" : "stacked",
    gapWidth: 45,
    categoryAxis: {font: text, reverseOrder: true},
    valueAxis:
      chart.kind === "parts"
        ? {font: text, visible: false, gridlines: false}
        : {...value, visible: false, gridlines: false},
    series: chart.series.map((series) => ({
      name: series.name,
      values: series.values,
      color: series.colour,
      pointLabels: labels(series, {
        position: chart.kind === "parts" ? "center" : "insideEnd",
        font: {...text, color: isDark(series.colour) ? "FFFFFF" : "000000"}
      })
    }))
  };
}

/** Grey lines are told apart by their marks. */
const SHAPES = ["square", "diamond", "triangle", "x", "plus", "star"] as const;

function lineSeries(series: ChartSeries, place: number, {font, size}: ChartLook): OfficeSeries {
  const isMain = series.role === "main";
  const isTarget = series.role === "target";
  return {
    name: series.name,
    values: series.values,
    color: series.colour,
    line: {
      color: series.colour,
      width: isMain ? 2.5 : 1.25,
      dash: isTarget ? "shortDash" : series.isDashed ? "dash" : "solid"
    },
    markers: isTarget
      ? false
      : {shape: isMain ? "circle" : (SHAPES[place % SHAPES.length] ?? "circle"), size: isMain ? 7 : 5},
    pointLabels: labels(series, {position: "above", font: {name: font, size: size + 1, color: series.colour, bold: true}})
  };
}

function labels(
  series: ChartSeries,
  look: {
    position: "above" | "center" | "insideEnd";
    font: {name: string; size: number; color: string; bold?: boolean};
  }
): NonNullable<OfficeSeries["pointLabels"]> {
  return series.labels.map((text) => (text === null ? false : {text, ...look}));
}

function isDark(hex: string): boolean {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return 0.299 * channel(0) + 0.587 * channel(2) + 0.114 * channel(4) < 140;
}
