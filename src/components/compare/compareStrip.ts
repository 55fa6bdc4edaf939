import {meets} from "../../sentences/figures.js";
import {wilsonInterval} from "../../statistics/wilsonInterval.js";
import type {CompareDot, StripRow} from "../../views/compare/compareCharts.js";
import {element, svgElement} from "../element.js";
import {formatNumber, formatShare} from "../format.js";
import {withReadout} from "../mapReadout.js";
import {type DrawnDot, dotLink, round} from "./dotLink.js";
import {stackDots, stackRadius} from "./stackDots.js";

const ROW = 84;
const FOOT = 22;
/** Room for the labels left of the dots; under this width they stand above them. */
const LEFT = {wide: 140, from: 400};
const DOT = {most: 2.7, least: 1.3, picked: 6};

/**
 * One dot per commune for each rate, stacked around the row's middle: orange below the level, teal from it on; the level an ink line, the
 * median dashed, communes chosen large and in ink, numbered where there are several. One tab stop that the arrow keys walk over.
 * @param options.hasIntervals draws the 95 % range of the communes chosen: an analyst's view that decides nothing.
 */
export function compareStrip(
  rows: readonly StripRow[],
  {width, picked, hasIntervals}: {width: number; picked: readonly string[]; hasIntervals: boolean}
): HTMLElement {
  if (rows.every(({dots}) => dots.length === 0)) return element("p", {class: "empty"}, "Chưa có kết quả để vẽ.");
  const isWide = width >= LEFT.from;
  const left = isWide ? LEFT.wide : 4;
  const top = isWide ? 0 : 20;
  const rowHeight = ROW + top;
  const height = rows.length * rowHeight + FOOT;
  const shares = rows.flatMap(({dots}) => dots.map(({n, d}) => (100 * n) / d));
  const low = Math.max(0, Math.min(60, Math.floor(Math.min(...shares) / 20) * 20));
  const x = (percent: number): number => left + ((percent - low) / (100 - low)) * (width - left - 12);
  const svg = svgElement("svg", {
    class: "map strip",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "group",
    "aria-label": `Mỗi chấm một xã, ${rows.length} tỷ lệ. ${rows.map(middleWords).join("; ")}`,
    "font-size": 12
  });
  const ticks = Array.from({length: Math.floor((100 - low) / 20) + 1}, (_, i) => low + 20 * i);
  for (const tick of ticks) {
    svg.append(
      svgElement("line", {x1: round(x(tick)), x2: round(x(tick)), y1: 0, y2: height - FOOT, stroke: "var(--grid)"}),
      svgElement("text", {x: round(x(tick)), y: height - 6, "text-anchor": "middle", fill: "var(--ink3)"}, `${tick}`)
    );
  }
  const drawn: DrawnDot[] = [];
  rows.forEach((row, i) => {
    const box = {top: i * rowHeight + top, middle: i * rowHeight + top + ROW / 2};
    if (i > 0) {
      svg.append(svgElement("line", {x1: 0, x2: width, y1: i * rowHeight, y2: i * rowHeight, stroke: "var(--grid)"}));
    }
    svg.append(...labels(row, {isWide, top: i * rowHeight, middle: box.middle}));
    const isSame = i > 0 && rows[i - 1]?.goal?.value === row.goal?.value;
    const levels = level(row, {x, top: box.top, isNamed: !isSame});
    const xs = row.dots.map(({n, d}) => x((100 * n) / d));
    const r = stackRadius(xs, {height: ROW - 10, most: DOT.most, least: DOT.least});
    const ys = stackDots(xs, r);
    const dots = row.dots.map((dot, k) =>
      dotLink(dot, {
        id: `${i}-${dot.code}`,
        x: xs[k] ?? 0,
        y: box.middle + (ys[k] ?? 0),
        r,
        fill: colourOf(dot, row),
        label: row.label
      })
    );
    drawn.push(...dots);
    svg.append(...dots.map(({link}) => link), ...levels, ...chosen(row, {picked, x, middle: box.middle, hasIntervals}));
  });
  return withReadout({
    svg,
    shapes: drawn.map(({shape}) => shape),
    links: drawn.map(({link}) => link),
    words: new Map(drawn.map(({shape, words}) => [shape.code, words])),
    width
  });
}

function labels(row: StripRow, {isWide, top, middle}: {isWide: boolean; top: number; middle: number}): SVGElement[] {
  const name = svgElement(
    "text",
    {x: 0, y: isWide ? middle - 4 : top + 14, fill: "var(--ink)", "font-weight": 600},
    row.label
  );
  const words = svgElement("text", {x: 0, y: middle + 13, fill: "var(--ink2)"}, valueWords(row));
  if (isWide) return [name, words];
  name.append(svgElement("tspan", {"font-weight": 400, fill: "var(--ink2)"}, `  ${valueWords(row)}`));
  return [name];
}

function valueWords(row: StripRow): string {
  const [own, ...more] = row.dots.filter(({isPicked}) => isPicked);
  const middle = row.median === null ? "" : `trung vị ${percent(row.median)}`;
  return own && more.length === 0 ? `${formatShare(own.n, own.d)}, ${middle}` : middle;
}

function middleWords(row: StripRow): string {
  return `${row.label}: ${valueWords(row)}`;
}

function level(
  row: StripRow,
  {x, top, isNamed}: {x: (percent: number) => number; top: number; isNamed: boolean}
): SVGElement[] {
  const marks: SVGElement[] = [];
  if (row.median !== null) {
    const at = round(x(row.median));
    marks.push(
      svgElement("line", {
        x1: at,
        x2: at,
        y1: top + 12,
        y2: top + ROW - 12,
        stroke: "var(--ink)",
        "stroke-dasharray": "2 3",
        "pointer-events": "none"
      })
    );
  }
  if (row.goal) {
    const at = round(x(row.goal.value));
    marks.push(
      svgElement("line", {
        x1: at,
        x2: at,
        y1: top,
        y2: top + ROW,
        stroke: "var(--ink)",
        "stroke-width": 2,
        "pointer-events": "none"
      })
    );
    const name = {x: at - 4, y: top + 11, "text-anchor": "end", "font-weight": 600, fill: "var(--ink)"};
    if (isNamed) marks.push(svgElement("text", {...name, "pointer-events": "none"}, percent(row.goal.value)));
  }
  return marks;
}

/** Communes chosen, over everything; they have their own dot below, which the keyboard walks to. */
function chosen(
  row: StripRow,
  {
    picked,
    x,
    middle,
    hasIntervals
  }: {picked: readonly string[]; x: (percent: number) => number; middle: number; hasIntervals: boolean}
): SVGElement[] {
  const dots = row.dots.filter(({isPicked}) => isPicked);
  return dots.map((dot, k) => {
    const at = round(x((100 * dot.n) / dot.d));
    const y = round(middle + (dots.length === 1 ? 0 : (k - (dots.length - 1) / 2) * 13));
    const group = svgElement("g", {"pointer-events": "none", "aria-hidden": "true"});
    if (hasIntervals) {
      const {low, high} = wilsonInterval(dot.n, dot.d);
      group.append(
        svgElement("line", {
          x1: round(Math.max(x(100 * low), x(0) < 0 ? 0 : x(0))),
          x2: round(x(100 * high)),
          y1: y,
          y2: y,
          stroke: "var(--ink)",
          "stroke-width": 1.5
        })
      );
    }
    group.append(svgElement("circle", {cx: at, cy: y, r: DOT.picked, fill: "var(--ink)", stroke: "var(--page)"}));
    if (picked.length > 1) {
      group.append(
        svgElement(
          "text",
          {x: at, y: y + 3.5, "text-anchor": "middle", "font-size": 10, "font-weight": 600, fill: "var(--page)"},
          `${picked.indexOf(dot.code) + 1}`
        )
      );
    }
    return group;
  });
}

function colourOf({n, d}: CompareDot, {goal}: StripRow): string {
  if (!goal) return "var(--mut)";
  return meets(n, d, goal) ? "var(--m5)" : "var(--m2)";
}

function percent(value: number): string {
  return `${formatNumber(value, Number.isInteger(value) ? 0 : 1)}%`;
}
