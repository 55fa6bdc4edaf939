import {line} from "d3";
import {formatShare} from "./format.js";
import {svgElement} from "./element.js";
import {drawnPoints, percent, type TrendData, type TrendPoint, type TrendSeries} from "./trendData.js";

/** Where years and percents lie on the page, in px. */
export interface Frame {
  at: (year: number) => number;
  y: (value: number) => number;
}

/** The lines and points of one series: dashed across the boundary change and up to a provisional year. */
export function seriesMarks(
  series: TrendSeries,
  data: TrendData,
  {at, y, stroke, strokeWidth, radius}: Frame & {stroke: string; strokeWidth: number; radius: number}
): SVGGElement {
  const points = drawnPoints(series);
  const path = line<TrendPoint>(
    ({year}) => round(at(year)),
    (point) => round(y(percent(point)))
  );
  const group = svgElement("g", {class: "series", stroke, "stroke-width": strokeWidth, fill: "none"});
  for (let i = 1; i < points.length; ++i) {
    const [from, to] = [points[i - 1], points[i]];
    if (!from || !to || to.year - from.year !== yearStep(data.years, from.year)) continue;
    const crosses = data.break !== null && from.year < data.break.before && to.year >= data.break.before;
    if (crosses && series.stops_at_break) continue;
    const isDashed = crosses || !to.is_final;
    group.append(
      svgElement("path", {d: path([from, to]), "stroke-dasharray": isDashed ? "5 4" : null, "stroke-linecap": "round"})
    );
  }
  const isMain = series === data.main;
  for (const [i, point] of points.entries()) {
    const isLast = i === points.length - 1;
    if (!isMain && !isLast) continue;
    const isHollow = !point.is_final || (series.stops_at_break && isFirstAfterBreak(point, points, data));
    group.append(
      svgElement(
        "circle",
        {
          cx: round(at(point.year)),
          cy: round(y(percent(point))),
          r: isMain && isLast ? radius + 2 : radius,
          fill: isHollow ? "var(--page)" : stroke,
          "stroke-width": isHollow ? (isMain ? 2.75 : 1.5) : 0,
          class: isHollow ? "point is-provisional" : "point"
        },
        svgElement("title", {}, pointWords(series.label, point))
      )
    );
  }
  return group;
}

function isFirstAfterBreak(point: TrendPoint, points: readonly TrendPoint[], data: TrendData): boolean {
  const before = data.break?.before;
  return before !== undefined && points.filter(({year}) => year >= before)[0] === point;
}

export function mainValues({main, target}: TrendData, {at, y, colour}: Frame & {colour: string}): SVGGElement {
  const group = svgElement("g", {class: "values"});
  const limit = target ? {target: target.value, comparator: target.comparator} : {};
  for (const point of drawnPoints(main).slice(0, -1)) {
    const figure = formatShare(point.numerator, point.denominator, {unit: "", ...limit});
    group.append(
      text(figure, at(point.year), y(percent(point)) - 10, {anchor: "middle", fill: colour, weight: 600, halo: true})
    );
  }
  return group;
}

export function targetLine(
  target: NonNullable<TrendData["target"]>,
  data: TrendData,
  {at, y, left, right}: Frame & {left: number; right: number}
): SVGGElement {
  const group = svgElement("g", {class: "target", stroke: "var(--ink)"});
  const level = round(y(target.value));
  group.append(
    svgElement("line", {
      x1: left,
      x2: right,
      y1: level,
      y2: level,
      stroke: "var(--ink3)",
      "stroke-width": 1.5,
      "stroke-dasharray": "2 4"
    })
  );
  const half = data.years.length > 1 ? (at(data.years[1] ?? 0) - at(data.years[0] ?? 0)) / 2 : 24;
  for (const year of target.years) {
    if (!data.years.includes(year)) continue;
    group.append(
      svgElement("line", {
        class: "is-set",
        x1: round(Math.max(left, at(year) - half + (data.break?.before === year ? 4 : 0))),
        x2: round(Math.min(right, at(year) + half)),
        y1: level,
        y2: level,
        "stroke-width": 2
      })
    );
  }
  return group;
}

export function boundaryBreak(
  {before, title, subtitle}: NonNullable<TrendData["break"]>,
  years: readonly number[],
  {at, top, bottom, right}: {at: (year: number) => number; top: number; bottom: number; right: number}
): SVGGElement {
  const group = svgElement("g", {class: "break"});
  const previous = years[years.indexOf(before) - 1];
  if (previous === undefined) return group;
  const middle = (at(previous) + at(before)) / 2;
  for (const x of [middle - 4, middle + 4]) {
    group.append(
      svgElement("line", {
        x1: round(x),
        x2: round(x),
        y1: top - 4,
        y2: bottom,
        stroke: "var(--ink3)",
        "stroke-width": 1.25,
        "stroke-dasharray": "1.5 3.5"
      })
    );
  }
  const half = textWidth(subtitle) / 2;
  const centre = Math.min(Math.max(middle, half), right + 40 - half);
  group.append(
    text(title, centre, top - 27, {anchor: "middle", fill: "var(--ink)", weight: 600}),
    text(subtitle, centre, top - 12, {anchor: "middle", fill: "var(--ink2)"})
  );
  return group;
}

function pointWords(label: string, {year, numerator, denominator, is_final}: TrendPoint): string {
  const stage = is_final ? "" : ", sơ bộ";
  return `${label} ${year}: ${formatShare(numerator, denominator)} (${numerator}/${denominator}${stage})`;
}

function yearStep(years: readonly number[], year: number): number {
  return (years[years.indexOf(year) + 1] ?? year + 1) - year;
}

export function text(
  words: string,
  x: number,
  y: number,
  {
    anchor = "start",
    fill,
    weight = 400,
    halo = false,
    className
  }: {anchor?: string; fill: string; weight?: number; halo?: boolean; className?: string}
): SVGTextElement {
  const background = halo ? {"paint-order": "stroke", stroke: "var(--page)", "stroke-width": 3} : {};
  return svgElement(
    "text",
    {class: className, x: round(x), y: round(y), "text-anchor": anchor, fill, "font-weight": weight, ...background},
    words
  );
}

/** Width of 12 px text, estimated: drawing needs no page to measure in. */
export function textWidth(words: string): number {
  return words.length * 6.5;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
