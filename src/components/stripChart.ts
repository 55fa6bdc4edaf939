import * as Plot from "@observablehq/plot";
import {median} from "d3";
import {type Comparator, formatShare, share} from "./format.js";

/** One rate of one commune: n of d units. */
export interface StripDot {
  /** The rate's short name: one row of the chart. */
  label: string;
  name: string;
  numerator: number;
  denominator: number;
  /** The commune the page speaks of. */
  isChosen: boolean;
}

export interface StripData {
  /** Rows of the chart, from the top. */
  labels: readonly string[];
  dots: readonly StripDot[];
  /** Level in percent, through all rows; null where no plan sets one. */
  target: {value: number; comparator: Comparator} | null;
}

/** Height of a row at the width the chart is drawn for; narrower charts have taller rows, for their stacks are taller. */
const ROW = {height: 88, width: 560, most: 150};
const RADIUS = {most: 2.6, least: 1.3};
/** Part of a row its tallest stack may take: dots of near rates are pushed out of the middle too. */
const FULL = 0.85;

/**
 * Draws one dot per commune for each rate, stacked around the row's middle: orange below the level, teal from it on, the chosen commune a
 * large ink dot; the level is an ink line through all rows, the median of each row dashed.
 */
export function stripChart({labels, dots, target}: StripData, {width = 560}: {width?: number} = {}): SVGElement {
  const left = 132;
  const rowHeight = Math.min(ROW.most, Math.max(ROW.height, (ROW.height * ROW.width) / width));
  const rows = dots.filter(({denominator}) => denominator > 0).map((dot) => ({...dot, percent: percentOf(dot)}));
  const low = Math.max(0, Math.min(60, Math.floor(Math.min(...rows.map(({percent}) => percent), 100) / 10) * 10));
  const chart = Plot.plot({
    width,
    height: labels.length * rowHeight + 28,
    marginLeft: left,
    marginRight: 14,
    marginTop: 4,
    marginBottom: 24,
    ariaLabel: describe(labels, rows),
    style: {fontFamily: "inherit", fontSize: "12px", background: "none", overflow: "visible"},
    x: {domain: [low, 100], label: null, ticks: 5, tickSize: 0, tickFormat: (tick: number) => `${tick}`},
    r: {type: "identity"},
    fy: {domain: labels, axis: null, padding: 0.04},
    marks: [
      Plot.ruleX(ticksOf(low), {stroke: "var(--grid)"}),
      Plot.dot(
        rows.filter(({isChosen}) => !isChosen),
        Plot.dodgeY("middle", {
          x: "percent",
          fy: "label",
          r: (row: Row) => radius(rows, row.label, {width: width - left, low, rowHeight}),
          padding: 0.2,
          fill: (row: Row) => colourOf(row, target),
          title: (row: Row) => `${row.name}: ${formatShare(row.numerator, row.denominator)}`
        })
      ),
      Plot.tickX(
        labels.map((label) => ({label, median: medianOf(rows, label)})),
        {
          x: "median",
          fy: "label",
          stroke: "var(--ink)",
          strokeDasharray: "2 3",
          insetTop: 16,
          insetBottom: 16
        }
      ),
      ...(target ? [Plot.ruleX([target.value], {stroke: "var(--ink)", strokeWidth: 2})] : []),
      Plot.dot(
        rows.filter(({isChosen}) => isChosen),
        {x: "percent", fy: "label", r: 6, fill: "var(--ink)", stroke: "var(--page)"}
      ),
      Plot.text(labels, {
        fy: (label: string) => label,
        frameAnchor: "left",
        dx: -left,
        dy: -8,
        text: (label: string) => label,
        textAnchor: "start",
        fontWeight: 600,
        fill: "var(--ink)"
      }),
      Plot.text(labels, {
        fy: (label: string) => label,
        frameAnchor: "left",
        dx: -left,
        dy: 9,
        text: (label: string) => valueWords(rows, label, target),
        textAnchor: "start",
        fill: "var(--ink2)"
      })
    ]
  });
  // One picture with one description; the names Plot gives its groups may not stand on elements without a role.
  for (const part of chart.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  chart.setAttribute("role", "img");
  chart.setAttribute("class", "strip");
  return chart as SVGElement;
}

type Row = StripDot & {percent: number};

/** Dots of a row get smaller until its tallest stack (the communes at one value, often 100 %) fits the row. */
function radius(
  rows: readonly Row[],
  label: string,
  {width, low, rowHeight}: {width: number; low: number; rowHeight: number}
): number {
  const stacks = new Map<number, number>();
  const perPixel = (100 - low) / width;
  for (const row of rows) {
    if (row.label !== label) continue;
    const place = Math.round(row.percent / (perPixel * 2 * RADIUS.most));
    stacks.set(place, (stacks.get(place) ?? 0) + 1);
  }
  const tallest = Math.max(1, ...stacks.values());
  return Math.max(RADIUS.least, Math.min(RADIUS.most, (FULL * rowHeight) / tallest / 2 - 0.1));
}

function percentOf({numerator, denominator}: StripDot): number {
  return 100 * (share(numerator, denominator) ?? 0);
}

function colourOf({numerator, denominator}: Row, target: StripData["target"]): string {
  if (!target) return "var(--mut)";
  const is =
    target.comparator === ">"
      ? 100 * numerator > target.value * denominator
      : 100 * numerator >= target.value * denominator;
  return is ? "var(--m5)" : "var(--m2)";
}

function medianOf(rows: readonly Row[], label: string): number | null {
  return (
    median(
      rows.filter((row) => row.label === label),
      ({percent}) => percent
    ) ?? null
  );
}

function valueWords(rows: readonly Row[], label: string, target: StripData["target"]): string {
  const own = rows.find((row) => row.label === label && row.isChosen);
  const middle = medianOf(rows, label);
  const value = own
    ? formatShare(own.numerator, own.denominator, target ? {target: target.value, comparator: target.comparator} : {})
    : "–";
  return middle === null ? value : `${value}, trung vị ${middle.toFixed(1).replace(".", ",")}%`;
}

function ticksOf(low: number): number[] {
  return Array.from({length: Math.floor((100 - low) / 10) + 1}, (_, i) => low + 10 * i);
}

function describe(labels: readonly string[], rows: readonly Row[]): string {
  return labels.map((label) => `${label}: ${valueWords(rows, label, null)}`).join("; ");
}
