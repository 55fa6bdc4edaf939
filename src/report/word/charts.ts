import {ChartRun, type ChartRunOptions, type ChartSeries as WordSeries} from "docx/charts";
import type {ChartSeries, ReportChart} from "../reportShape.ts";
import {FONT, px} from "./page.ts";

const TEXT = {name: FONT, size: 10, color: "000000"} as const;
const BAR_HEIGHT = 22;

/** A chart that Word draws from its own small workbook: "Chỉnh sửa dữ liệu" opens it. @param width in twips. */
export function wordChart(chart: ReportChart, {width}: {width: number}): ChartRun {
  return new ChartRun(chartOptions(chart, px(width)));
}

function chartOptions(chart: ReportChart, width: number): ChartRunOptions {
  const common = {
    categories: chart.categories,
    font: {name: FONT, color: "000000"},
    legend: chart.series.length > 1 ? {position: "bottom" as const, font: TEXT} : (false as const),
    chartArea: {fill: "FFFFFF", border: "none" as const},
    altText: {title: chart.caption, description: chart.description, name: chart.caption},
    categoryAxis: {font: TEXT}
  };
  const value = {
    font: TEXT,
    numberFormat: "0",
    ...(chart.range === undefined ? {minimum: 0} : {minimum: chart.range[0], maximum: chart.range[1], interval: 10})
  };
  if (chart.kind === "lines") {
    return {
      ...common,
      type: "line",
      transformation: {width, height: 330},
      series: chart.series.map((series) => lineSeries(series)),
      valueAxis: value
    };
  }
  const height = (chart.kind === "bars" ? 70 : 110) + BAR_HEIGHT * chart.categories.length;
  return {
    ...common,
    type: "bar",
    transformation: {width, height},
    // One bar to a row: series that exclude one another lie over each other, parts of a whole stand in one bar.
    stacking: chart.kind === "parts" ? "percent" : "stacked",
    gapWidth: 45,
    categoryAxis: {font: TEXT, reverseOrder: true},
    valueAxis:
      chart.kind === "parts" ? {font: TEXT, visible: false, gridlines: false} : {...value, visible: false, gridlines: false},
    series: chart.series.map((series) => ({
      name: series.name,
      values: series.values,
      color: series.colour,
      pointLabels: labels(series, {
        position: chart.kind === "parts" ? "center" : "insideEnd",
        colour: isDark(series.colour) ? "FFFFFF" : "000000"
      })
    }))
  };
}

function lineSeries(series: ChartSeries): WordSeries {
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
    markers: isTarget ? false : {shape: "circle", size: isMain ? 7 : 4},
    pointLabels: labels(series, {position: "above", colour: series.colour, isBold: true})
  };
}

function labels(
  series: ChartSeries,
  {position, colour, isBold = false}: {position: "above" | "center" | "insideEnd"; colour: string; isBold?: boolean}
): NonNullable<WordSeries["pointLabels"]> {
  return series.labels.map((text) =>
    text === null ? false : {text, position, font: {...TEXT, color: colour, bold: isBold}}
  );
}

function isDark(hex: string): boolean {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return 0.299 * channel(0) + 0.587 * channel(2) + 0.114 * channel(4) < 140;
}
