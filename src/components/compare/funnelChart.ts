import {FUNNEL_BANDS, funnelLimits} from "../../statistics/funnelLimits.js";
import type {FunnelPoint, FunnelSide, FunnelView} from "../../views/compare/compareCharts.js";
import type {Goal} from "../../sentences/figures.js";
import {element, svgElement} from "../element.js";
import {formatNumber} from "../format.js";
import {withReadout} from "../mapReadout.js";
import {dotLink, round} from "./dotLink.js";

const HEIGHT = 340;
const MARGIN = {left: 30, right: 8, top: 12, bottom: 40};
/** Farthest communes that are named, on both sides together. */
const NAMED = 5;
const FILLS: Readonly<Record<FunnelSide, string>> = {
  far_below: "var(--m1)",
  below: "var(--m2)",
  inside: "var(--mut)",
  above: "var(--m5)",
  far_above: "var(--m6)"
};
const TICKS = [1, 5, 10, 20, 30, 50, 100, 150, 200, 250, 300, 400, 500, 750, 1000, 2000];

/**
 * Rates by number of units around the level: square-root axis, the level an ink line, two grey bands within which a rate would stay by chance,
 * named inside; only communes outside are coloured and the farthest named. One tab stop that the arrow keys walk over.
 */
export function funnelChart(
  {points}: FunnelView,
  {goal, goalWords, width, label}: {goal: Goal; goalWords: string; width: number; label: string}
): HTMLElement {
  if (points.length === 0) return element("p", {class: "empty"}, "Chưa có kết quả để vẽ.");
  const units = points.map(({d}) => d);
  const [least, most] = [Math.min(...units), Math.max(...units, Math.min(...units) + 1)];
  const lowest = Math.min(...points.map(({n, d}) => (100 * n) / d), goal.value - 10);
  const low = Math.max(0, Math.floor(lowest / 20) * 20);
  const right = width - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const x = (d: number): number =>
    MARGIN.left +
    10 +
    ((Math.sqrt(d) - Math.sqrt(least)) / (Math.sqrt(most) - Math.sqrt(least))) * (right - MARGIN.left - 20);
  const y = (percent: number): number =>
    bottom - ((Math.max(low, percent) - low) / (100 - low)) * (bottom - MARGIN.top);
  const svg = svgElement("svg", {
    class: "map funnel",
    width,
    height: HEIGHT,
    viewBox: `0 0 ${width} ${HEIGHT}`,
    role: "group",
    "aria-label": label,
    "font-size": 12
  });
  const target = goal.value / 100;
  const places = bandPlaces(least, most);
  for (const coverage of [FUNNEL_BANDS.outer, FUNNEL_BANDS.inner]) {
    const limits = places.map((d) => ({d, ...funnelLimits(d, target, coverage)}));
    const upper = limits.map(({d, high}) => `${round(x(d))} ${round(y(100 * high))}`);
    const lower = [...limits].reverse().map(({d, low: limit}) => `${round(x(d))} ${round(y(100 * limit))}`);
    svg.append(
      svgElement("path", {
        class: `funnel-band-${coverage === FUNNEL_BANDS.inner ? "inner" : "outer"}`,
        d: `M${[...upper, ...lower].join("L")}Z`
      })
    );
  }
  svg.append(...axes({x, y, low, least, most, right, bottom}));
  const level = round(y(goal.value));
  svg.append(
    svgElement("line", {x1: MARGIN.left, x2: right, y1: level, y2: level, stroke: "var(--ink)", "stroke-width": 2}),
    svgElement(
      "text",
      {x: right, y: level - 5, "text-anchor": "end", "font-weight": 600, fill: "var(--ink)"},
      goalWords
    )
  );
  // Names of the bands stand just inside their lower edges, where few communes are: right of the middle.
  const at = nearest(places, x, MARGIN.left + (right - MARGIN.left) * 0.72);
  for (const [coverage, words] of [
    [FUNNEL_BANDS.inner, "95%"],
    [FUNNEL_BANDS.outer, "99,8%"]
  ] as const) {
    const limit = 100 * funnelLimits(at, target, coverage).low;
    svg.append(
      svgElement(
        "text",
        {
          class: "funnel-band-name",
          x: round(x(at)),
          y: round(y(limit) - 3),
          "text-anchor": "middle",
          fill: "var(--ink2)"
        },
        words
      )
    );
  }
  const drawn = points.map((point) =>
    dotLink(point, {
      id: point.code,
      x: x(point.d),
      y: y((100 * point.n) / point.d),
      r: point.isPicked ? 5 : 2.8,
      fill: point.isPicked ? "var(--ink)" : FILLS[point.side],
      label: "Tỷ lệ"
    })
  );
  svg.append(...drawn.map(({link}) => link));
  const goalName = {left: right - 6.6 * goalWords.length, right, y: level - 9};
  svg.append(...names(points, {x, y, right, level, taken: [goalName]}));
  return withReadout({
    svg,
    shapes: drawn.map(({shape}) => shape),
    links: drawn.map(({link}) => link),
    words: new Map(drawn.map(({shape, words}) => [shape.code, words])),
    width
  });
}

interface Axes {
  x: (d: number) => number;
  y: (percent: number) => number;
  low: number;
  least: number;
  most: number;
  right: number;
  bottom: number;
}

function axes({x, y, low, least, most, right, bottom}: Axes): SVGElement[] {
  const rows = Array.from({length: Math.floor((100 - low) / 20) + 1}, (_, i) => low + 20 * i);
  const marks: SVGElement[] = rows.flatMap((percent) => [
    svgElement("line", {
      x1: MARGIN.left,
      x2: right,
      y1: round(y(percent)),
      y2: round(y(percent)),
      stroke: "var(--grid)"
    }),
    svgElement(
      "text",
      {x: MARGIN.left - 6, y: round(y(percent) + 4), "text-anchor": "end", fill: "var(--ink3)"},
      `${percent}`
    )
  ]);
  let last = -Infinity;
  for (const tick of TICKS.filter((d) => d >= least && d <= most)) {
    const at = x(tick);
    if (at - last < 30) continue;
    last = at;
    marks.push(
      svgElement(
        "text",
        {x: round(at), y: bottom + 16, "text-anchor": "middle", fill: "var(--ink3)"},
        formatNumber(tick, 0)
      )
    );
  }
  marks.push(
    svgElement(
      "text",
      {x: right, y: bottom + 32, "text-anchor": "end", fill: "var(--ink3)"},
      "số đơn vị phải xét của xã"
    )
  );
  return marks;
}

/** Denominators the bands are drawn at: at most eighty, evenly on the square-root axis. */
function bandPlaces(least: number, most: number): number[] {
  const steps = Math.min(80, most - least);
  const [from, to] = [Math.sqrt(least), Math.sqrt(most)];
  const places = Array.from({length: steps + 1}, (_, i) =>
    Math.round((from + ((to - from) * i) / Math.max(1, steps)) ** 2)
  );
  return [...new Set(places)];
}

function nearest(places: readonly number[], x: (d: number) => number, at: number): number {
  return [...places].sort((a, b) => Math.abs(x(a) - at) - Math.abs(x(b) - at))[0] ?? 1;
}

/** Names of the communes chosen and of the farthest outside, where they do not run into each other. */
function names(
  points: readonly FunnelPoint[],
  {x, y, right, level, taken}: Pick<Axes, "x" | "y" | "right"> & {level: number; taken: NameBox[]}
): SVGElement[] {
  const outside = points
    .filter(({side}) => side === "far_below" || side === "far_above")
    .sort((a, b) => Math.abs(b.distance) - Math.abs(a.distance) || (a.code < b.code ? -1 : 1))
    .slice(0, NAMED);
  const chosen = points.filter(({isPicked}) => isPicked);
  return [...new Set([...chosen, ...outside])].flatMap((point) => {
    const [cx, cy] = [x(point.d), y((100 * point.n) / point.d)];
    const length = 6.8 * point.name.length;
    const isRight = cx + 8 + length <= right;
    const places = [0, 14, -14, 26].map((dy): NameBox => {
      const [left, end] = isRight ? [cx + 7, cx + 7 + length] : [cx - 7 - length, cx - 7];
      return {left, right: end, y: cy + dy};
    });
    const box =
      places.find((one) => Math.abs(one.y - level) > 9 && taken.every((other) => isClear(one, other))) ??
      (point.isPicked ? places[0] : null);
    if (!box) return [];
    taken.push(box);
    return [
      svgElement(
        "text",
        {
          class: "funnel-name",
          x: round(isRight ? box.left : box.right),
          y: round(box.y + 4),
          "text-anchor": isRight ? "start" : "end",
          "font-weight": 600,
          fill: "var(--ink)"
        },
        point.name
      )
    ];
  });
}

/** Room a name takes: from left to right, its middle at y. */
interface NameBox {
  left: number;
  right: number;
  y: number;
}

function isClear(one: NameBox, other: NameBox): boolean {
  return one.right < other.left || one.left > other.right || Math.abs(one.y - other.y) > 13;
}
